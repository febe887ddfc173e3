//! The strings of JSON: what an escaped one says, and how one is written.

use alloc::borrow::Cow;
use alloc::string::String;

/// Resolves the escapes of a string; lone surrogates become U+FFFD.
pub(crate) fn unescape(raw: &str) -> Cow<'_, str> {
    if !raw.bytes().any(|byte| byte == b'\\') {
        return Cow::Borrowed(raw);
    }
    let mut result = String::with_capacity(raw.len());
    let mut rest = raw.chars();
    while let Some(letter) = rest.next() {
        if letter != '\\' {
            result.push(letter);
            continue;
        }
        match rest.next() {
            Some('n') => result.push('\n'),
            Some('t') => result.push('\t'),
            Some('r') => result.push('\r'),
            Some('b') => result.push('\u{8}'),
            Some('f') => result.push('\u{c}'),
            Some('u') => result.push(unicode(&mut rest)),
            Some(other) => result.push(other),
            None => {}
        }
    }
    Cow::Owned(result)
}

/// The character of `\uXXXX`, whose `\u` has been read; takes the low half of a pair with it.
fn unicode(rest: &mut core::str::Chars<'_>) -> char {
    let first = hex(rest);
    if !(0xd800..0xdc00).contains(&first) {
        return char::from_u32(first).unwrap_or(char::REPLACEMENT_CHARACTER);
    }
    let mut ahead = rest.clone();
    if ahead.next() == Some('\\') && ahead.next() == Some('u') {
        let second = hex(&mut ahead);
        if (0xdc00..0xe000).contains(&second) {
            *rest = ahead;
            let both = 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00);
            return char::from_u32(both).unwrap_or(char::REPLACEMENT_CHARACTER);
        }
    }
    char::REPLACEMENT_CHARACTER
}

fn hex(rest: &mut core::str::Chars<'_>) -> u32 {
    let mut value = 0;
    for _ in 0..4 {
        value = value * 16 + rest.next().and_then(|digit| digit.to_digit(16)).unwrap_or(0);
    }
    value
}

/// Writes a string as JSON, quotes included.
pub fn write_text(target: &mut String, text: &str) {
    target.push('"');
    for letter in text.chars() {
        match letter {
            '"' => target.push_str("\\\""),
            '\\' => target.push_str("\\\\"),
            '\u{0}'..='\u{1f}' => {
                target.push_str("\\u00");
                for digit in [letter as u32 >> 4, letter as u32 & 15] {
                    target.push(char::from_digit(digit, 16).unwrap_or('0'));
                }
            }
            other => target.push(other),
        }
    }
    target.push('"');
}
