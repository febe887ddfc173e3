//! The signature over a webhook's id, time and body, and the time itself. Does not look into the body.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::text::each_part;
use crate::webhook::base64::decoded;
use crate::webhook::{Delivery, Secret, Unverified};

/// The most digits that a time may have: as many as a number holds exactly in JavaScript.
const DIGITS: usize = 15;

pub(super) fn verify(secret: &Secret, body: &[u8], delivery: &Delivery<'_>) -> Result<(), Unverified> {
    let id = header(delivery, "svix-id", "webhook-id")?;
    let timestamp = header(delivery, "svix-timestamp", "webhook-timestamp")?;
    let signatures = header(delivery, "svix-signature", "webhook-signature")?;
    hold_to_now(&timestamp, delivery)?;

    let mac = code_of(secret, &id, &timestamp, body).ok_or(Unverified::NoMatch)?;
    let matches = each_part(&signatures, b' ')
        .filter_map(signature)
        .any(|signature| mac.clone().verify_slice(&signature).is_ok());
    if matches { Ok(()) } else { Err(Unverified::NoMatch) }
}

/// The code that stands in a signature.
fn code_of(secret: &Secret, id: &str, timestamp: &str, body: &[u8]) -> Option<Hmac<Sha256>> {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.key()).ok()?;
    for part in [id.as_bytes(), b".", timestamp.as_bytes(), b".", body] {
        mac.update(part);
    }
    Some(mac)
}

/// The value of the signature header of a webhook, as Svix writes it.
#[cfg(feature = "fake")]
pub(crate) fn sign(secret: &Secret, id: &str, timestamp: &str, body: &[u8]) -> alloc::string::String {
    let code = code_of(secret, id, timestamp, body).map(|mac| mac.finalize().into_bytes());
    alloc::format!(
        "v1,{}",
        crate::webhook::base64::encoded(&code.unwrap_or_default())
    )
}

/// A header under Svix's name, or else under that of Standard Webhooks.
fn header<'a>(delivery: &Delivery<'a>, name: &str, other: &str) -> Result<Cow<'a, str>, Unverified> {
    (delivery.header)(name)
        .or_else(|| (delivery.header)(other))
        .filter(|value| !value.is_empty())
        .ok_or(Unverified::MissingHeaders)
}

fn hold_to_now(timestamp: &str, delivery: &Delivery<'_>) -> Result<(), Unverified> {
    let seconds = seconds(timestamp).ok_or(Unverified::InvalidHeaders)?;
    // Whole seconds, as the sender counts them.
    let ahead = seconds.saturating_sub(delivery.now.div_euclid(1000));
    if ahead.unsigned_abs().saturating_mul(1000) <= delivery.tolerance {
        Ok(())
    } else if ahead < 0 {
        Err(Unverified::TooOld)
    } else {
        Err(Unverified::TooNew)
    }
}

/// Seconds since 1970, in decimal digits as a sender writes them: no sign, no fraction, no zero in front.
fn seconds(text: &str) -> Option<i64> {
    let is_canonical = text.len() <= DIGITS && (text == "0" || !text.starts_with('0'));
    if !is_canonical {
        return None;
    }
    text.bytes().try_fold(0, |sum: i64, byte| {
        let digit = byte.wrapping_sub(b'0');
        (digit < 10).then_some(sum * 10 + i64::from(digit))
    })
}

/// The signature in an item of the list, where it is of the version that is known here. What follows a second comma is the comma between
/// two headers that came as one.
fn signature(item: &str) -> Option<Vec<u8>> {
    let mut parts = each_part(item, b',');
    if parts.next() != Some("v1") {
        return None;
    }
    decoded(parts.next()?.strip_suffix('=')?)
}
