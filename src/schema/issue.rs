//! What is wrong at one place of a JSON text: stable code, path, one-line message, remedy. Holds no walking.
//! A message never quotes a value that could be a PIN, a token or a key.

use alloc::string::String;

use crate::text::{concat, decimal};

/// An enum whose variants have names that callers compare.
macro_rules! stable_names {
    ($documentation:literal $name:ident { $(#[doc = $line:literal] $variant:ident = $text:literal;)* }) => {
        #[doc = $documentation]
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum $name {
            $(#[doc = $line] $variant,)*
        }

        impl $name {
            /// Every one of them.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The name as callers compare it.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)*
                }
            }
        }
    };
}
pub(crate) use stable_names;

/// An enum of texts that people read, each with a stable name, by which an application replaces it.
macro_rules! stable_texts {
    ($documentation:literal $name:ident { $($variant:ident = $text:literal: $said:literal;)* }) => {
        $crate::schema::issue::stable_names! { $documentation $name {
            $(#[doc = $said] $variant = $text;)*
        }}

        impl $name {
            /// The text in English, in one line.
            #[must_use]
            pub fn text(self) -> &'static str {
                match self {
                    $(Self::$variant => $said,)*
                }
            }
        }
    };
}
pub(crate) use stable_texts;

stable_names! { "The stable name of a kind of issue." Code {
    #[doc = "A required key is absent."] Missing = "missing";
    #[doc = "None of several keys, of which one is needed, is there."] MissingAll = "missing_all";
    #[doc = "One of two keys that go together is absent."] MissingCounterpart = "missing_counterpart";
    #[doc = "The value is of another JSON kind."] WrongType = "wrong_type";
    #[doc = "The string is none of the names that are allowed."] UnlistedName = "unlisted_name";
    #[doc = "The string has other characters than digits."] NotDigits = "not_digits";
    #[doc = "The string has too few characters."] TooShort = "too_short";
    #[doc = "The string has too many characters."] TooLong = "too_long";
    #[doc = "The number is below the least allowed."] TooSmall = "too_small";
    #[doc = "The number is above the greatest allowed."] TooLarge = "too_large";
    #[doc = "The number is not whole."] NotInteger = "not_integer";
    #[doc = "The string is not an RFC 3339 date-time."] NotDateTime = "not_date_time";
    #[doc = "The array has too few items."] TooFewItems = "too_few_items";
    #[doc = "The array has too many items."] TooManyItems = "too_many_items";
    #[doc = "One date-time is not before another."] NotBefore = "not_before";
    #[doc = "The key is not known and is a slip of one that is."] MisspeltParameter = "misspelt_parameter";
    #[doc = "The key is not known."] UnknownParameter = "unknown_parameter";
}}

/// Names of issues that are found before a value can be looked at: it cannot be written as JSON, or nobody can check it.
pub const OF_OTHER_VALUES: &[&str] = &["not_serializable", "not_checkable"];

stable_names! { "How bad an issue is." Severity {
    #[doc = "The value cannot be used: a parameter is refused, a reply is thrown."] Error = "error";
    #[doc = "The value is passed on as it came, and the issue is reported."] Warning = "warning";
}}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// The stable name of its kind.
    pub code: Code,
    /// Where it is, as `access_codes[50].created_at`; empty for the whole value.
    pub path: String,
    /// What is wrong, in one line.
    pub message: String,
    /// What to do about it, in one line.
    pub help: Option<String>,
    /// How bad it is.
    pub severity: Severity,
}

impl Issue {
    /// Path, message and remedy in one line.
    #[must_use]
    pub fn line(&self) -> String {
        let mut line = String::new();
        if !self.path.is_empty() {
            line = concat(&["`", &self.path, "`: "]);
        }
        line.push_str(&self.message);
        if let Some(help) = &self.help {
            line.push_str(&concat(&[" (", help, ")"]));
        }
        line
    }
}

/// The value in backticks where it is safe and short enough to show, else its length.
///
/// Values that start like a token of Seam's, and values of digits alone, which may be a PIN, are not shown.
#[must_use]
pub fn quoted(value: &str) -> String {
    const LONGEST: usize = 40;
    let like_token = value.starts_with("seam_") || value.starts_with("ey");
    let like_pin = value.bytes().all(|byte| byte.is_ascii_digit());
    let plain = value.bytes().all(|byte| byte >= b' ' && byte != 0x7f);
    if like_token || like_pin || !plain || value.len() > LONGEST {
        concat(&["a string of ", &decimal(characters(value) as u64), " characters"])
    } else {
        concat(&["`", value, "`"])
    }
}

/// How many characters a string has.
///
/// The standard library's faster count would add 1 kB to the wasm module.
#[must_use]
pub fn characters(text: &str) -> usize {
    // Every byte that does not continue a character starts one.
    text.bytes().filter(|byte| byte & 0xc0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_no_secret() {
        assert_eq!(quoted("1234"), "a string of 4 characters");
        assert_eq!(quoted("seam_cst1_token"), "a string of 15 characters");
        assert_eq!(quoted("eyJhbGciOi"), "a string of 10 characters");
        assert_eq!(quoted("tomorrow"), "`tomorrow`");
        assert_eq!(quoted("a\nb"), "a string of 3 characters");
    }
}
