//! An event without PINs and whatever else is secret in it, for logs. Knows no field by name: which are secret is passed in as data.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use super::{DEEPEST, REDACTED, Secrets, is_long_enough};
use crate::schema::json::{self, Kind, Malformed, Reader};
use crate::schema::json_text::{unescape, write_text};
use crate::text::{concat, each_part};

/// A copy of an event, which is JSON, with its secret fields redacted, and with their values gone from its free text. Null stays, so that it shows
/// that there was nothing. A text that is no JSON is redacted whole.
///
/// The first part of `fields`, which semicolons separate, has the names of all fields that are secret somewhere. Each further part has the
/// path of one that is not secret in some types of event, and these types. Spaces stand between.
#[must_use]
pub fn redact_event(event: &str, fields: &str) -> String {
    let event_type = json::find_text(event, "event_type").unwrap_or_default();
    let mut copy = Copy {
        fields,
        event_type: &event_type,
        secrets: Secrets::of(&[]),
        found: Vec::new(),
        written: String::new(),
    };
    // A first copy finds the secrets, the second one has none of them.
    for _ in 0..2 {
        copy.secrets = Secrets::of(&core::mem::take(&mut copy.found));
        copy.written = String::new();
        let mut reader = Reader::new(event);
        let read = copy.value(&mut reader, "", false, 0);
        if read.and_then(|()| reader.end()).is_err() {
            copy.written = String::new();
            write_text(&mut copy.written, REDACTED);
        }
    }
    copy.written
}

struct Copy<'a> {
    fields: &'a str,
    event_type: &'a str,
    /// What free text is cleared of.
    secrets: Secrets,
    /// The values of secret fields.
    found: Vec<String>,
    written: String,
}

impl Copy<'_> {
    /// Copies a value. `path` is that of the field it stands in; items of an array share theirs.
    fn value(
        &mut self,
        reader: &mut Reader<'_>,
        path: &str,
        is_secret: bool,
        depth: usize,
    ) -> Result<(), Malformed> {
        match reader.kind()? {
            Kind::Object | Kind::Array if depth == DEEPEST => {
                reader.value()?;
                write_text(&mut self.written, REDACTED);
            }
            Kind::Object => {
                self.written.push('{');
                let mut more = reader.open_object()?;
                while more {
                    let raw = reader.clone().raw_text()?;
                    let name = reader.key()?;
                    self.text(raw, &name);
                    self.written.push(':');
                    self.member(reader, path, &name, is_secret, depth + 1)?;
                    more = reader.next_member()?;
                    self.follow(more);
                }
                self.written.push('}');
            }
            Kind::Array => {
                self.written.push('[');
                let mut more = reader.first_item()?;
                while more {
                    self.value(reader, path, is_secret, depth + 1)?;
                    more = reader.next_item()?;
                    self.follow(more);
                }
                self.written.push(']');
            }
            Kind::Text => {
                let raw = reader.raw_text()?;
                let text = unescape(raw);
                self.text(raw, &text);
                self.find(is_secret, &text);
            }
            Kind::Number => {
                let number = reader.raw_number()?;
                if self.secrets.has(number) {
                    write_text(&mut self.written, REDACTED);
                } else {
                    self.written.push_str(number);
                }
                self.find(is_secret, number);
            }
            Kind::Boolean | Kind::Null => self.written.push_str(reader.value()?),
        }
        Ok(())
    }

    fn member(
        &mut self,
        reader: &mut Reader<'_>,
        outer: &str,
        name: &str,
        is_secret: bool,
        depth: usize,
    ) -> Result<(), Malformed> {
        let path = match outer {
            "" => Cow::Borrowed(name),
            _ => Cow::Owned(concat(&[outer, ".", name])),
        };
        let is_secret = is_secret || self.is_secret(name, &path);
        if !is_secret || reader.kind()? == Kind::Null {
            return self.value(reader, &path, is_secret, depth);
        }
        // What is in it is looked at, and not written.
        let written = core::mem::take(&mut self.written);
        self.value(reader, &path, is_secret, depth)?;
        self.written = written;
        write_text(&mut self.written, REDACTED);
        Ok(())
    }

    fn is_secret(&self, name: &str, path: &str) -> bool {
        let mut parts = each_part(self.fields, b';');
        let names = parts.next().unwrap_or_default();
        each_part(names, b' ').any(|secret| secret == name)
            && !parts.any(|part| {
                let mut words = each_part(part, b' ');
                words.next() == Some(path) && words.any(|event_type| event_type == self.event_type)
            })
    }

    /// Whether a text may hold a secret by more than coincidence: it is one that has digits only, or it is no name.
    fn is_free(&self, text: &str) -> bool {
        let is_digits = text.bytes().all(|byte| byte.is_ascii_digit());
        (is_digits && self.secrets.has(text)) || !is_name(text)
    }

    fn find(&mut self, is_secret: bool, value: &str) {
        if is_secret && is_long_enough(value) {
            self.found.push(value.into());
        }
    }

    /// Writes a text or a name, as it was written where it holds no secret: a lone surrogate is no text of Rust's.
    fn text(&mut self, raw: &str, text: &str) {
        let cleared = self.secrets.cleared(text);
        if cleared != text && self.is_free(text) {
            write_text(&mut self.written, &cleared);
        } else {
            self.written.push('"');
            self.written.push_str(raw);
            self.written.push('"');
        }
    }

    fn follow(&mut self, more: bool) {
        if more {
            self.written.push(',');
        }
    }
}

/// Whether a text is an ID, a word, a date-time or an address, which may hold the digits of a PIN by coincidence.
fn is_name(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes
        .iter()
        .all(|byte| is_word(*byte) || matches!(byte, b'.' | b'-'))
        || is_date_time(bytes)
        || is_address(bytes)
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

fn is_date_time(bytes: &[u8]) -> bool {
    const DATE: &[u8; 11] = b"0000-00-00T";
    let Some((date, time)) = bytes.split_at_checked(DATE.len()) else {
        return false;
    };
    let like_date = date.iter().zip(DATE).all(|(byte, like)| match like {
        b'0' => byte.is_ascii_digit(),
        _ => byte == like,
    });
    let is_clock = |byte: &u8| byte.is_ascii_digit() || *byte == b':';
    let end = time.iter().position(|byte| !is_clock(byte) && *byte != b'.');
    like_date
        && match time.split_at_checked(end.unwrap_or_default()) {
            Some(([], _)) | None => false,
            Some((_, [b'Z'])) => true,
            Some((_, [b'+' | b'-', zone @ ..])) => !zone.is_empty() && zone.iter().all(is_clock),
            Some(_) => false,
        }
}

fn is_address(bytes: &[u8]) -> bool {
    let end = bytes.iter().position(|byte| !is_word(*byte)).unwrap_or_default();
    let rest = bytes.get(end..).and_then(|rest| rest.strip_prefix(b"://"));
    end > 0 && rest.is_some_and(|rest| !rest.is_empty() && rest.iter().all(u8::is_ascii_graphic))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIELDS: &str = "code from to token;from a.changed b.changed;to a.changed;deep.code a.changed";

    fn redacted(event: &str) -> String {
        redact_event(event, FIELDS)
    }

    #[test]
    fn hides_fields_by_name_and_leaves_those_that_are_plain_in_the_event() {
        for (event, expected) in [
            (
                r#"{"event_type":"a.changed","from":{"code":"1234"},"to":{"code":null},"n":-1.50e3}"#,
                r#"{"event_type":"a.changed","from":{"code":"[redacted]"},"to":{"code":null},"n":-1.50e3}"#,
            ),
            (
                r#"{"event_type":"a.changed","deep":[{"code":"1234"}],"list":{"from":1}}"#,
                r#"{"event_type":"a.changed","deep":[{"code":"1234"}],"list":{"from":"[redacted]"}}"#,
            ),
            (
                r#"{"event_type":"b.changed","to":{"a":null,"b":"1234"},"code":true,"x":"of 1234, null"}"#,
                r#"{"event_type":"b.changed","to":"[redacted]","code":"[redacted]","x":"of [redacted], null"}"#,
            ),
            (
                r#"{"code":4829,"n":4829,"m":[48290,"4829"],"4829":1,"of 4829":{"id_4829":2}}"#,
                r#"{"code":"[redacted]","n":"[redacted]","m":[48290,"[redacted]"],"[redacted]":1,"of [redacted]":{"id_4829":2}}"#,
            ),
            ("{}", "{}"),
            ("\"text\"", "\"text\""),
            ("null", "null"),
        ] {
            assert_eq!(redacted(event), expected);
        }
    }

    #[test]
    fn clears_free_text_and_leaves_names() {
        for (text, expected) in [
            ("is 1234567, or 1234", "is [redacted], or [redacted]"),
            ("1234", "[redacted]"),
            ("1234→", "[redacted]→"),
            ("12345", "12345"),
            ("id_1234.a-b", "id_1234.a-b"),
            ("1234-01-01T00:00:00.000Z", "1234-01-01T00:00:00.000Z"),
            ("1234-01-01T00:00:00+01:00", "1234-01-01T00:00:00+01:00"),
            ("1234-01-01T00:00:00+", "[redacted]-01-01T00:00:00+"),
            ("1234-01-01TZ", "1234-01-01TZ"),
            ("1234-01-01 00:00", "[redacted]-01-01 00:00"),
            ("https://a.b/1234?c", "https://a.b/1234?c"),
            ("https://a.b/1234 c", "https://a.b/[redacted] c"),
            ("://1234", "://[redacted]"),
            ("seam_x! on", "[redacted]! on"),
        ] {
            let event = [
                "{\"t\":\"",
                text,
                "\",\"code\":[\"1234\",1234567,\"on\"],\"token\":\"seam_x\"}",
            ];
            let expected = [
                "{\"t\":\"",
                expected,
                "\",\"code\":\"[redacted]\",\"token\":\"[redacted]\"}",
            ];
            assert_eq!(redacted(&event.concat()), expected.concat());
        }
    }

    #[test]
    fn keeps_escapes_of_what_it_does_not_change() {
        let event = r#"{"\ud800":"\ud800\u00e4\n","code":"\u0031234","x":"\u0031\u003234!"}"#;
        let expected = r#"{"\ud800":"\ud800\u00e4\n","code":"[redacted]","x":"[redacted]!"}"#;
        assert_eq!(redacted(event), expected);
    }

    #[test]
    fn redacts_what_lies_too_deep_and_what_is_no_json() {
        let deep = ["[".repeat(40), "{\"code\":\"4829\"}".into(), "]".repeat(40)].concat();
        assert!(!redacted(&deep).contains("4829"));
        assert_eq!(redacted("{\"code\":\"4829\""), "\"[redacted]\"");
        assert_eq!(redacted("code 4829"), "\"[redacted]\"");
    }
}
