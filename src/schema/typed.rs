//! What only the typed models of Rust callers need: serde for the two booleans and for nulls that say something, and objects of a union that are not listed.

use alloc::string::ToString;
use core::fmt::{Debug, Formatter, Result as FormatResult};

use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Value};

use crate::schema::{False, True};

/// An object of a union whose tag is not listed: every key as it came.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Unlisted {
    /// The keys and values.
    pub fields: Map<String, Value>,
}

impl Unlisted {
    /// The string at a key; empty where there is none.
    #[must_use]
    pub fn text(&self, key: &str) -> &str {
        self.fields.get(key).and_then(Value::as_str).unwrap_or_default()
    }

    /// The object as a listed variant; nothing where it is not as described.
    #[must_use]
    pub fn object<T: DeserializeOwned>(&self) -> Option<T> {
        T::deserialize(&self.fields).ok()
    }

    /// What a listed variant carries at a key, which may be null or absent; nothing where it is not as described.
    #[must_use]
    pub fn content<T: DeserializeOwned>(&self, key: &str) -> Option<Option<T>> {
        match self.fields.get(key) {
            None | Some(Value::Null) => Some(None),
            Some(content) => T::deserialize(content).ok().map(Some),
        }
    }
}

/// Shows the keys alone: a value that is not listed may be a PIN.
impl Debug for Unlisted {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> FormatResult {
        formatter.write_str("Unlisted ")?;
        formatter.debug_set().entries(self.fields.keys()).finish()
    }
}

/// Null as `Some(None)`, where it says something else than a key that is absent.
pub(crate) fn given<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

macro_rules! only {
    ($($name:ident = $value:literal;)*) => {$(
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_bool($value)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let found = bool::deserialize(deserializer)?;
                if found == $value {
                    Ok(Self)
                } else {
                    Err(D::Error::custom(found.to_string() + " where only the other is allowed"))
                }
            }
        }
    )*};
}

only! { True = true; False = false; }
