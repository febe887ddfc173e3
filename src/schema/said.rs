//! What translators can read from the messages of issues: the values in them, by name. The messages themselves hold these values once, so issues
//! do not carry them a second time, and the modules of the npm package stay as small as they are.

use crate::schema::issue::Code;

/// What the messages of one kind of issue tell.
#[derive(Debug)]
pub struct Said {
    /// The kind of issue.
    pub code: Code,
    /// The names of the values; `?` stands behind what a message may leave out.
    pub parameters: &'static [&'static str],
    /// Where they stand, as a regular expression of JavaScript with a group for each name.
    pub pattern: &'static str,
}

const fn said(code: Code, parameters: &'static [&'static str], pattern: &'static str) -> Said {
    Said {
        code,
        parameters,
        pattern,
    }
}

/// The kinds whose messages tell values. A kind that is not here tells none.
pub static SAID: &[Said] = &[
    said(Code::MissingAll, &["names"], "^one of (?<names>.+) is needed$"),
    said(
        Code::MissingCounterpart,
        &["other"],
        "together with `(?<other>[^`]+)`",
    ),
    said(Code::TooShort, LENGTH, LENGTH_PATTERN),
    said(Code::TooLong, LENGTH, LENGTH_PATTERN),
    said(Code::TooSmall, &["limit", "got"], NUMBER_PATTERN),
    said(Code::TooLarge, &["limit", "got"], NUMBER_PATTERN),
    said(Code::TooFewItems, &["limit", "got"], NUMBER_PATTERN),
    said(Code::TooManyItems, &["limit", "got"], NUMBER_PATTERN),
    said(Code::NotBefore, &["earlier"], "after `(?<earlier>[^`]+)`"),
];

const LENGTH: &[&str] = &["least", "most?", "length"];
const LENGTH_PATTERN: &str =
    "(?:at least )?(?<least>[0-9]+)(?: to (?<most>[0-9]+))? .*, got (?<length>[0-9]+)$";
const NUMBER_PATTERN: &str = "at (?:least|most) `?(?<limit>-?[0-9]+)`?.*, got `?(?<got>[^`]+)`?$";
