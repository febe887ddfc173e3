//! Building messages from parts, taking text apart, numbers as text. `format!` would do both, but brings 8 kB of its machinery into the wasm
//! module.

use alloc::string::String;

/// The parts as one string.
pub(crate) fn concat(parts: &[&str]) -> String {
    let mut whole = String::new();
    for part in parts {
        whole.push_str(part);
    }
    whole
}

/// The parts as one string with commas between them.
pub(crate) fn listed(parts: &[&str]) -> String {
    let mut whole = String::new();
    for part in parts {
        whole.push_str(if whole.is_empty() { "" } else { ", " });
        whole.push_str(part);
    }
    whole
}

/// A whole number in decimal digits.
pub(crate) fn decimal(number: u64) -> String {
    let mut digits = if number < 10 {
        String::new()
    } else {
        decimal(number / 10)
    };
    digits.push(char::from(b'0' + (number % 10) as u8));
    digits
}

/// Whether a byte is among others.
#[allow(
    clippy::manual_contains,
    reason = "the faster search of `contains` adds 0.4 kB to the wasm module"
)]
pub(crate) fn holds(bytes: &[u8], wanted: u8) -> bool {
    bytes.iter().any(|byte| *byte == wanted)
}

/// The text with each occurrence of another replaced, from left to right. Byte by byte: the searcher of `str::replace` would add 4 kB to the
/// wasm module.
pub(crate) fn replaced(text: &str, wanted: &str, by: &str) -> String {
    let mut result = String::new();
    // Where what is not copied yet begins, and where to look next. UTF-8 is found within UTF-8 between characters alone.
    let (mut copied, mut place) = (0, 0);
    while let Some(rest @ [_, ..]) = text.as_bytes().get(place..) {
        if wanted.is_empty() || !rest.starts_with(wanted.as_bytes()) {
            place += 1;
            continue;
        }
        result.push_str(text.get(copied..place).unwrap_or_default());
        result.push_str(by);
        place += wanted.len();
        copied = place;
    }
    result.push_str(text.get(copied..).unwrap_or_default());
    result
}

/// The parts of a text between separators, at least one.
pub fn each_part(text: &str, separator: u8) -> Parts<'_> {
    Parts {
        rest: Some(text),
        separator,
    }
}

/// What [`each_part`] walks through. A type of its own rather than a closure, so that crates that use it share one copy.
pub struct Parts<'t> {
    rest: Option<&'t str>,
    separator: u8,
}

impl<'t> Iterator for Parts<'t> {
    type Item = &'t str;

    fn next(&mut self) -> Option<Self::Item> {
        let text = self.rest?;
        // By bytes: a search for characters would draw its machinery into the wasm module.
        let end = text.bytes().position(|byte| byte == self.separator);
        self.rest = end.and_then(|end| text.get(end + 1..));
        text.get(..end.unwrap_or(text.len()))
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::*;

    #[test]
    fn writes_numbers() {
        for number in [0, 7, 10, 4096, u64::MAX] {
            assert_eq!(decimal(number), number.to_string());
        }
        assert_eq!(concat(&["a", "", "bc"]), "abc");
        assert_eq!(listed(&["a", "b"]), "a, b");
    }

    #[test]
    fn replaces_as_the_standard_library() {
        for (text, wanted) in [
            ("4829 is 4829", "4829"),
            ("ab", "abc"),
            ("aaa", "aa"),
            ("äöäö", "öä"),
            ("", "a"),
        ] {
            assert_eq!(replaced(text, wanted, "[x]"), text.replace(wanted, "[x]"));
        }
        assert_eq!(replaced("abc", "", "x"), "abc");
    }

    #[test]
    fn takes_text_apart() {
        let parts = |text| each_part(text, b' ').collect::<Vec<_>>();
        assert_eq!(parts(""), [""]);
        assert_eq!(parts("a  b"), ["a", "", "b"]);
        assert!(holds(b"abc", b'b') && !holds(b"abc", b'd'));
    }
}
