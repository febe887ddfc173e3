//! There is another access code in place of the wanted one, or what was created is not what was asked for.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{Debug, Display, Formatter};

use crate::flow::ensure_access_code::differences::Difference;
use crate::flow::ensure_access_code::text;
use crate::schema::json;
use crate::text::concat;

/// Why there is no such access code, apart from calls that failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EnsureError {
    /// There is another code.
    Conflict(Conflict),
    /// The list at this path, which would hold the code, does not end: see [`crate::flow::pages::endless`].
    Endless(&'static str),
}

/// A code that is not the wanted one, but in its place.
#[derive(Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The code as JSON. It holds the PIN.
    pub access_code: String,
    /// In what it differs, at least one. No value holds the PIN.
    pub differences: Vec<Difference>,
    /// Whether it was created just now, in answer to what was asked for.
    pub is_new: bool,
}

impl Conflict {
    /// What happened, in one line without the PIN.
    #[must_use]
    pub fn message(&self) -> String {
        let id = json::find_text(&self.access_code, "access_code_id").unwrap_or_default();
        let is_about = |property| self.differences.iter().any(|each| each.property == property);
        if self.is_new && is_about("common_code_key") {
            return concat(&[
                "access code `",
                &id,
                "` was created, but the server does not report its `common_code_key`, so that it would not be found again: \
                 keep its ID, or ensure it by a `code`",
            ]);
        }
        let mut message = match self.is_new {
            true => concat(&["access code `", &id, "` was created, but not as asked for"]),
            false => concat(&["there is another access code already, `", &id, "`"]),
        };
        let mut before = ": ";
        for Difference {
            property,
            expected,
            actual,
        } in &self.differences
        {
            message.push_str(&match *property {
                "code" => concat(&[before, "`code` is another PIN"]),
                _ => concat(&[
                    before,
                    "`",
                    property,
                    "` is `",
                    &text(actual),
                    "`, expected `",
                    &text(expected),
                    "`",
                ]),
            });
            before = "; ";
        }
        one_line(&message)
    }
}

/// A name may have several lines; a message has one.
fn one_line(text: &str) -> String {
    let mut line = String::new();
    let mut is_space = false;
    for letter in text.chars() {
        let is_space_before = core::mem::replace(&mut is_space, letter.is_whitespace());
        match (is_space_before, is_space) {
            (false, true) => line.push(' '),
            (true, true) => {}
            (_, false) => line.push(letter),
        }
    }
    line
}

impl Debug for Conflict {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> core::fmt::Result {
        formatter.write_str(&self.message())
    }
}

impl Display for Conflict {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> core::fmt::Result {
        formatter.write_str(&self.message())
    }
}

impl core::error::Error for Conflict {}
