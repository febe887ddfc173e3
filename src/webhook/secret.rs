//! The secret of a webhook and the key in it. Shows neither.

use alloc::vec::Vec;
use core::fmt;

use super::base64::decoded;

/// The key with which the webhooks to one address are signed.
pub struct Secret {
    key: Vec<u8>,
}

/// Why a secret is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InvalidSecret {
    /// There is no key in it.
    Empty,
    /// It is not standard base64.
    NotBase64,
}

/// What stands before the base64; it may be missing.
const PREFIX: &str = "whsec_";

impl Secret {
    /// Reads a secret as Seam gives it: `whsec_` and standard base64. The prefix and the padding may be missing.
    ///
    /// # Errors
    /// [`InvalidSecret`].
    pub fn new(secret: &str) -> Result<Self, InvalidSecret> {
        let encoded = secret.strip_prefix(PREFIX).unwrap_or(secret);
        if encoded.is_empty() {
            // With an empty key anybody could sign.
            return Err(InvalidSecret::Empty);
        }
        decoded(without_padding(encoded))
            .map(|key| Self { key })
            .ok_or(InvalidSecret::NotBase64)
    }

    pub(super) fn key(&self) -> &[u8] {
        &self.key
    }
}

/// Padding fills a last group of four; what stands elsewhere is not padding.
fn without_padding(encoded: &str) -> &str {
    if !encoded.len().is_multiple_of(4) {
        return encoded;
    }
    let padded = |end| encoded.strip_suffix(end);
    padded("==").or_else(|| padded("=")).unwrap_or(encoded)
}

impl fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Secret(..)")
    }
}

impl InvalidSecret {
    /// For people.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::Empty => "Secret can't be empty.",
            Self::NotBase64 => "`secret`: expected `whsec_` and standard base64, without white space",
        }
    }
}

impl fmt::Display for InvalidSecret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.message())
    }
}

impl core::error::Error for InvalidSecret {}
