//! There is another access code in place of the wanted one.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{Debug, Display, Formatter};

use crate::flow::ensure_access_code::differences::Difference;
use crate::flow::ensure_access_code::text;
use crate::schema::json;
use crate::text::concat;

/// A code that is not the wanted one, but in its place.
#[derive(Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The code as JSON. It holds the PIN.
    pub access_code: String,
    /// In what it differs, at least one. No value holds the PIN.
    pub differences: Vec<Difference>,
}

impl Conflict {
    /// What happened, in one line without the PIN.
    #[must_use]
    pub fn message(&self) -> String {
        let id = json::find_text(&self.access_code, &["access_code_id"]).unwrap_or_default();
        let mut message = concat(&["there is another access code already, `", &id, "`"]);
        let mut before = ": ";
        for Difference {
            property,
            expected,
            actual,
        } in &self.differences
        {
            message.push_str(&concat(&[
                before,
                "`",
                property,
                "` is `",
                &text(actual),
                "`, expected `",
                &text(expected),
                "`",
            ]));
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
