//! Who a webhook is from, and whether it is an event (docs/api-facts.md#webhook-signatures): the signature scheme of Standard Webhooks, as Svix
//! sends it. Pure: the clock is passed in. What comes of a refusal is not decided here; none of them holds a secret, a signature or a PIN.

mod base64;
mod secret;
mod signed;

use alloc::borrow::Cow;
use core::fmt;

use crate::schema::json::{Kind, Malformed, Reader};

#[cfg(feature = "fake")]
pub(crate) use base64::encoded;
pub use secret::{InvalidSecret, Secret};
#[cfg(feature = "fake")]
pub(crate) use signed::sign;

/// How far a webhook's time may be from now, either way, if nothing else is asked for: five minutes, in ms.
pub const TOLERANCE: u64 = 300_000;

/// What is known of a delivery beside its body.
pub struct Delivery<'a> {
    /// The value of a header, by its name in lower case; names of headers are to be compared without regard to case. Where a header came
    /// more than once, its values with commas between them.
    pub header: &'a dyn Fn(&str) -> Option<Cow<'a, str>>,
    /// The time now, in ms since 1970.
    pub now: i64,
    /// How far the webhook's own time may be from now, either way, in ms; see [`TOLERANCE`].
    pub tolerance: u64,
}

/// Why a webhook is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is not known to be from Seam, or not to be new.
    Unverified(Unverified),
    /// It is from Seam, but no event. Sent once more, it would be the same.
    Payload(Unreadable),
}

/// Why a webhook is not known to be from Seam, or not to be new.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unverified {
    /// A header is missing or empty.
    MissingHeaders,
    /// The time is not a whole number of seconds.
    InvalidHeaders,
    /// The time is too long ago.
    TooOld,
    /// The time is too far ahead.
    TooNew,
    /// No signature is one of this content by this secret.
    NoMatch,
}

/// Why a signed payload is no event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is not JSON in UTF-8. What is nested in it is not looked at closely: that is left to the parser that makes values of it.
    NotJson,
    /// It is no object with an `event_id` and an `event_type`.
    NotAnEvent,
}

/// Verifies a webhook, and gives the text of the event. Types of event are an open set; nothing but what makes it an event is looked at.
///
/// # Errors
/// [`Refusal`]. Of several reasons the first counts: headers, time, signature, payload.
pub fn verify<'a>(secret: &Secret, body: &'a [u8], delivery: &Delivery<'_>) -> Result<&'a str, Refusal> {
    signed::verify(secret, body, delivery).map_err(Refusal::Unverified)?;
    event_text(body).map_err(Refusal::Payload)
}

fn event_text(body: &[u8]) -> Result<&str, Unreadable> {
    let text = core::str::from_utf8(body).map_err(|_| Unreadable::NotJson)?;
    match is_event(&mut Reader::new(text)) {
        Ok(true) => Ok(text),
        Ok(false) => Err(Unreadable::NotAnEvent),
        Err(Malformed) => Err(Unreadable::NotJson),
    }
}

/// Whether a JSON text is an object with the two strings. Of equal keys the last counts, as in `JSON.parse`.
fn is_event(reader: &mut Reader<'_>) -> Result<bool, Malformed> {
    let (mut has_id, mut has_type) = (false, false);
    if reader.kind()? == Kind::Object {
        let mut more = reader.open_object()?;
        while more {
            let key = reader.key()?;
            let is_text = reader.kind()? == Kind::Text;
            match &*key {
                "event_id" => has_id = is_text,
                "event_type" => has_type = is_text,
                _ => {}
            }
            reader.value()?;
            more = reader.next_member()?;
        }
    } else {
        reader.value()?;
    }
    reader.end()?;
    Ok(has_id && has_type)
}

impl Unverified {
    /// A stable word for it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::MissingHeaders => "missing_headers",
            Self::InvalidHeaders => "invalid_headers",
            Self::TooOld => "too_old",
            Self::TooNew => "too_new",
            Self::NoMatch => "no_match",
        }
    }

    /// For people; spelt as in the official clients.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::MissingHeaders => "Missing required headers",
            Self::InvalidHeaders => "Invalid Signature Headers",
            Self::TooOld => "Message timestamp too old",
            Self::TooNew => "Message timestamp too new",
            Self::NoMatch => "No matching signature found",
        }
    }
}

impl Unreadable {
    /// For people; spelt as in the official client.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::NotJson => "The verified webhook payload is not valid JSON",
            Self::NotAnEvent => "The verified webhook payload did not contain a Seam event",
        }
    }
}

impl Refusal {
    /// For people.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::Unverified(reason) => reason.message(),
            Self::Payload(reason) => reason.message(),
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.message())
    }
}

impl core::error::Error for Refusal {}
