//! Takes secrets out of what a server says: it quotes what it refuses, and errors end up in logs. The one redaction of all languages.
//!
//! What is secret is not known here: it comes from the flags of schema fields, or from the values of a code.

mod event;
mod secrets;
#[cfg(feature = "typed")]
mod shown;

use alloc::string::String;
use alloc::vec::Vec;

pub use event::redact_event;
pub use secrets::Secrets;
#[cfg(feature = "typed")]
pub(crate) use shown::Shown;

use crate::schema::json::{Kind, Malformed, Reader};
use crate::schema::json_text::write_text;
use crate::schema::value::Value;
use crate::schema::{Object, Type};
use crate::text::{decimal, each_part, replaced};

/// What stands in place of a secret.
pub const REDACTED: &str = "[redacted]";

/// Objects and arrays in deeper ones are redacted whole: no reply of the API goes as far, and the stack of a wasm module is small.
const DEEPEST: usize = 32;

/// Whether a text is long enough to be looked for in others: up to three characters stand in any text by coincidence.
#[must_use]
pub fn is_long_enough(secret: &str) -> bool {
    secret.len() > 3
}

/// What was sent under secret names, at whatever depth, by the schema of the parameters. What the schema does not describe is looked at as if
/// it was the whole: so it knows what is secret in calls that nothing describes. A PIN that was sent as a number is quoted like one that was
/// sent as a string.
#[must_use]
pub fn secrets_in(parameters: &str, object: &Object) -> Vec<String> {
    let mut copy = Copy {
        secrets: &[],
        found: Vec::new(),
        written: String::new(),
    };
    // What is no JSON is not sent by any call that is described; of others, all is found that stands before the error.
    _ = copy.value(&mut Reader::new(parameters), Some(object), false, 0);
    copy.found
}

/// Adds the keys and tokens in a header, or in headers as JSON: what stands behind `Bearer`, and what begins like a key of Seam's.
pub fn add_keys(secrets: &mut Vec<String>, headers: &str) {
    for value in each_part(headers, b'"') {
        let bearer = value.strip_prefix("Bearer ");
        let key = bearer.unwrap_or(value);
        if is_long_enough(key) && (bearer.is_some() || key.starts_with("seam_")) {
            secrets.push(key.into());
        }
    }
}

/// By what a member of an object is to be looked at, and whether it is secret.
fn member<'o>(object: Option<&'o Object>, name: &str) -> (Option<&'o Object>, bool) {
    let field = object.and_then(|object| object.fields.iter().find(|field| field.name == name));
    let Some(field) = field else {
        return (object, false);
    };
    let kind = match field.kind {
        Type::Array(array) => array.item,
        kind => kind,
    };
    let inner = match kind {
        Type::Object(inner) => Some(inner),
        _ => object,
    };
    (inner, field.flags.secret())
}

/// The PINs in an access code: its own, and those that a change, by whomever, takes it from and to. Some may come twice.
#[must_use]
pub fn pins_of(code: &Value<'_>) -> Vec<String> {
    let mut pins = Vec::new();
    collect_pins(code, &mut pins);
    pins
}

fn collect_pins(value: &Value<'_>, pins: &mut Vec<String>) {
    let mut add = |value: &Value<'_>| {
        let pin = match value {
            Value::Text(pin) => pin.clone().into_owned(),
            Value::Number(pin) => decimal(*pin as u64),
            _ => return,
        };
        if is_long_enough(&pin) {
            pins.push(pin);
        }
    };
    for name in [
        "code",
        "new_code",
        "original_code",
        "instant_key_url",
        "client_session_token",
    ] {
        add(value.get(name));
    }
    // A change outside Seam names the field that it is about.
    if value.get("field").text() == Some("code") {
        add(value.get("from"));
        add(value.get("to"));
    }
    let inner = value.members().iter().map(|(_, member)| member);
    for part in inner.chain(value.items()) {
        collect_pins(part, pins);
    }
}

/// The text without the secrets: the few that a call has sent, one after another. Where there may be many, [`Secrets`] is for them.
#[must_use]
pub fn without(text: &str, secrets: &[String]) -> String {
    secrets.iter().fold(String::from(text), |text, secret| {
        replaced(&text, secret, REDACTED)
    })
}

/// A JSON text with the secrets gone from its strings, from numbers that are one, and from names that may hold a PIN. A text that is no JSON
/// is treated as one string.
#[must_use]
pub fn json_without(text: &str, secrets: &[String]) -> String {
    if secrets.is_empty() {
        return text.into();
    }
    let mut copy = Copy {
        secrets,
        found: Vec::new(),
        written: String::new(),
    };
    let mut reader = Reader::new(text);
    match copy
        .value(&mut reader, None, false, 0)
        .and_then(|()| reader.end())
    {
        Ok(()) => copy.written,
        Err(Malformed) => without(text, secrets),
    }
}

/// One walk for both: it takes secrets out of a copy, and finds those that stand under the names of secret fields.
struct Copy<'s> {
    secrets: &'s [String],
    found: Vec<String>,
    written: String,
}

impl Copy<'_> {
    fn value(
        &mut self,
        reader: &mut Reader<'_>,
        object: Option<&Object>,
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
                    let name = reader.key()?;
                    let (inner, is_inner_secret) = member(object, &name);
                    // Who searches for "code" must still be told that `code` is wrong.
                    let shown = if may_hold_pin(&name) {
                        without(&name, self.secrets)
                    } else {
                        name.into_owned()
                    };
                    write_text(&mut self.written, &shown);
                    self.written.push(':');
                    self.value(reader, inner, is_secret || is_inner_secret, depth + 1)?;
                    more = reader.next_member()?;
                    self.follow(more);
                }
                self.written.push('}');
            }
            Kind::Array => {
                self.written.push('[');
                let mut more = reader.first_item()?;
                while more {
                    self.value(reader, object, is_secret, depth + 1)?;
                    more = reader.next_item()?;
                    self.follow(more);
                }
                self.written.push(']');
            }
            Kind::Text => {
                let text = reader.text()?;
                self.find(is_secret, &text);
                write_text(&mut self.written, &without(&text, self.secrets));
            }
            Kind::Number => {
                let number = reader.raw_number()?;
                self.find(is_secret, number);
                if self.secrets.iter().any(|secret| secret == number) {
                    write_text(&mut self.written, REDACTED);
                } else {
                    self.written.push_str(number);
                }
            }
            Kind::Boolean | Kind::Null => self.written.push_str(reader.value()?),
        }
        Ok(())
    }

    fn find(&mut self, is_secret: bool, value: &str) {
        if is_secret && is_long_enough(value) {
            self.found.push(value.into());
        }
    }

    fn follow(&mut self, more: bool) {
        if more {
            self.written.push(',');
        }
    }
}

/// Whether a name has four digits in a row.
fn may_hold_pin(name: &str) -> bool {
    name.as_bytes()
        .windows(4)
        .any(|bytes| bytes.iter().all(u8::is_ascii_digit))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::{Array, Field, Flags};

    fn secrets() -> Vec<String> {
        vec!["4829".into(), "code".into()]
    }

    #[test]
    fn takes_secrets_out_of_strings_numbers_and_names() {
        let text = r#"{"type":"x","message":"4829 is taken","n":[4829,48290,-1.5e3,null,true],"4829":{"code":"a \"4829\""}}"#;
        assert_eq!(
            json_without(text, &secrets()),
            r#"{"type":"x","message":"[redacted] is taken","n":["[redacted]",48290,-1.5e3,null,true],"[redacted]":{"code":"a \"[redacted]\""}}"#
        );
        assert_eq!(json_without("{} 4829", &secrets()), "{} [redacted]");
        assert_eq!(json_without("[]", &secrets()), "[]");
        assert_eq!(json_without("{}", &secrets()), "{}");
    }

    #[test]
    fn finds_what_was_sent_as_a_secret() {
        let object = crate::api::access_codes::CREATE.parameters;
        assert_eq!(secrets_in(r#"{"device_id":"d","code":"4829"}"#, object), ["4829"]);
        assert_eq!(secrets_in(r#"{"device_id":"d","code":4829}"#, object), ["4829"]);
        assert!(secrets_in(r#"{"device_id":"d","code":"12"}"#, object).is_empty());
        assert!(secrets_in("", object).is_empty());
    }

    #[test]
    fn finds_keys_and_tokens_in_headers() {
        for (headers, expected) in [
            ("Bearer seam_apikey1_token", &["seam_apikey1_token"][..]),
            ("seam_apikey1_token", &["seam_apikey1_token"]),
            ("Bearer key of another host", &["key of another host"]),
            (
                "Bearer eyJhbGciOiJIUzI1NiJ9.e30.x",
                &["eyJhbGciOiJIUzI1NiJ9.e30.x"],
            ),
            (
                r#"{"Authorization":"Bearer seam_at1","x-key":"seam_at2","a":"b"}"#,
                &["seam_at1", "seam_at2"],
            ),
            (
                r#"{"seam-workspace":"4f0c11d2","content-type":"application/json"}"#,
                &[],
            ),
            ("Bearer ", &[]),
            ("", &[]),
        ] {
            let mut keys = Vec::new();
            add_keys(&mut keys, headers);
            assert_eq!(keys, expected, "{headers}");
        }
    }

    #[test]
    fn finds_what_was_sent_as_a_secret_further_in() {
        let object = crate::api::access_codes::CREATE.parameters;
        for (sent, expected) in [
            (
                r#"{"codes":[{"code":"4829"},{"code":5555}]}"#,
                &["4829", "5555"][..],
            ),
            (r#"[{"a":"1111"},{"code":"4829"}]"#, &["4829"]),
            (
                r#"{"code":["4829",{"a":"5555"}],"name":"7777"}"#,
                &["4829", "5555"],
            ),
            (r#"{"code":"4829"} and so on"#, &["4829"]),
            (r#"{"barcode":"4829","code_":"5555"}"#, &[]),
        ] {
            assert_eq!(secrets_in(sent, object), expected, "{sent}");
        }
        let deep = ["[".repeat(99), "{\"code\":\"4829\"}".into(), "]".repeat(99)].concat();
        assert!(secrets_in(&deep, object).is_empty());
    }

    #[test]
    fn knows_by_the_schema_what_is_secret_further_in() {
        let item: &Object = crate::api::access_codes::CREATE.parameters;
        let fields = [
            field("methods", Type::Array(array_of(item))),
            field("one", Type::Object(item)),
        ];
        let object = Object {
            fields: fields.to_vec().leak(),
            ..*item
        };
        let sent = r#"{"methods":[{"code":"4829"}],"one":{"code":"5555"},"code":"6666"}"#;
        assert_eq!(secrets_in(sent, &object), ["4829", "5555"]);
    }

    fn field(name: &'static str, kind: Type) -> Field {
        let flags = Flags::new(false, false, false, false);
        Field { name, kind, flags }
    }

    fn array_of(item: &'static Object) -> &'static Array {
        Box::leak(Box::new(Array {
            item: Type::Object(item),
            min_items: 0,
            max_items: u32::MAX,
        }))
    }

    #[test]
    fn finds_the_pins_of_a_code() {
        let code = r#"{"code":"1111","name":"2222","pending_mutations":[{"from":{"code":"3333"},"to":{"code":"1111"}}],
            "errors":[{"modified_fields":[{"field":"code","from":"4444","to":null},{"field":"name","from":"5555"}]}]}"#;
        let code = Value::read(code).unwrap_or(Value::Null);
        assert_eq!(pins_of(&code), ["1111", "3333", "1111", "4444"]);
        let code = Value::read(r#"{"code":482913}"#).unwrap_or(Value::Null);
        assert_eq!(pins_of(&code), ["482913"]);
    }

    #[test]
    fn redacts_what_lies_too_deep() {
        let deep = ["[".repeat(40), "\"4829\"".into(), "]".repeat(40)].concat();
        assert!(!json_without(&deep, &secrets()).contains("4829"));
    }
}
