//! The parameters of a request: from its JSON body, or from its query as newer official clients write it. Checked by the endpoint's own schema.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::Value;

use crate::api::Declaration;
use crate::fake::Request;
use crate::fake::failure::Failure;
use crate::fake::records::Resource;
use crate::schema::check::{self, UnknownKeys};
use crate::schema::{Object, Type};

/// What of a request's parameters was read: they pass the endpoint's schema, and what it does not know is left out.
pub(super) fn parameters(request: &Request<'_>, endpoint: &Declaration) -> Result<Resource, Failure> {
    let mut given = body(request)?;
    for (name, value) in query(request, endpoint.parameters) {
        insert(&mut given, &name, value);
    }
    given.retain(|name, _| endpoint.parameters.fields.iter().any(|field| field.name == *name));
    let text = Value::Object(given.clone()).to_string();
    let findings = check::parameters(&text, endpoint.parameters, UnknownKeys::Pass)
        .map_err(|_| Failure::invalid("Error while parsing input"))?;
    if !findings.issues.is_empty() {
        return Err(Failure::of_issues(&findings.issues));
    }
    Ok(given)
}

fn body(request: &Request<'_>) -> Result<Resource, Failure> {
    if request.body.is_empty() {
        return match request.method {
            "GET" | "DELETE" => Ok(Resource::new()),
            _ if request.path.contains('?') => Ok(Resource::new()),
            _ => Err(Failure::invalid("Expected object, received string")),
        };
    }
    match serde_json::from_str(request.body) {
        Ok(Value::Object(members)) => Ok(members),
        Ok(other) => Err(Failure::invalid(format!(
            "Expected object, received {}",
            kind_of(&other)
        ))),
        Err(_) => Err(Failure::invalid("Invalid JSON")),
    }
}

fn kind_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

/// The parameters of a query, each as its type wants it.
fn query(request: &Request<'_>, object: &Object) -> Vec<(String, Value)> {
    let Some((_, query)) = request.path.split_once('?') else {
        return Vec::new();
    };
    let mut found: Vec<(String, Value)> = Vec::new();
    for part in query.split('&').filter(|part| !part.is_empty()) {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        let (name, value) = (decoded(name), decoded(value));
        let Some(kind) = kind_at(object, &name) else {
            continue;
        };
        match kind {
            Type::Array(array) => {
                if !found.iter().any(|(other, _)| *other == name) {
                    found.push((name.clone(), Value::Array(Vec::new())));
                }
                let items = found.iter_mut().find(|(other, _)| *other == name);
                if let (Some((_, Value::Array(items))), false) = (items, value.is_empty()) {
                    items.push(typed(array.item, &value));
                }
            }
            kind => found.push((name, typed(kind, &value))),
        }
    }
    found
}

/// The type at a path of names that points part.
fn kind_at(object: &Object, path: &str) -> Option<Type> {
    let (name, rest) = path.split_once('.').unwrap_or((path, ""));
    let field = object.fields.iter().find(|field| field.name == name)?;
    match field.kind {
        kind if rest.is_empty() => Some(kind),
        Type::Object(object) => kind_at(object, rest),
        Type::Map(item) => Some(*item),
        _ => None,
    }
}

fn typed(kind: Type, text: &str) -> Value {
    let number = || serde_json::from_str::<Value>(text).ok().filter(Value::is_number);
    let typed = match (kind, text) {
        (_, "") => Some(Value::Null),
        (Type::Boolean | Type::Only(_) | Type::Any, "true") => Some(Value::Bool(true)),
        (Type::Boolean | Type::Only(_) | Type::Any, "false") => Some(Value::Bool(false)),
        (Type::Number(_), _) => number(),
        _ => None,
    };
    typed.unwrap_or_else(|| text.into())
}

/// Puts a value at a path of names that points part.
fn insert(object: &mut Resource, path: &str, value: Value) {
    let Some((name, rest)) = path.split_once('.') else {
        object.insert(path.to_owned(), value);
        return;
    };
    let inner = object.entry(name).or_insert_with(|| Resource::new().into());
    if let Value::Object(inner) = inner {
        insert(inner, rest, value);
    }
}

/// The text that a form writes as `a+b%2Fc`.
fn decoded(written: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = written.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let mut digit = || rest.next().and_then(|digit| char::from(digit).to_digit(16));
                (digit().unwrap_or_default() * 16 + digit().unwrap_or_default()) as u8
            }
            byte => byte,
        });
    }
    String::from_utf8_lossy(&bytes).to_string()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::api;

    fn read(path: &'static str, method: &'static str, body: &str) -> Result<Value, Failure> {
        let name = path.split('?').next().unwrap_or_default();
        let endpoint = api::endpoint(name).ok_or_else(|| Failure::invalid("no such endpoint"))?;
        let request = Request {
            method,
            path,
            headers: &[],
            body,
        };
        parameters(&request, endpoint).map(Value::Object)
    }

    #[test]
    fn reads_a_query_by_the_types_of_the_parameters() {
        let read = read(
            "/devices/list?device_ids=a&device_ids=b%2Fc&limit=5&custom_metadata_has.vip=true&search=a+b&unknown=1&_strict=true",
            "GET",
            "",
        );
        let expected = json!({
            "device_ids": ["a", "b/c"], "limit": 5, "custom_metadata_has": { "vip": true }, "search": "a b",
        });
        assert_eq!(read, Ok(expected));
    }

    #[test]
    fn refuses_as_the_api_does() {
        let failure = |body| {
            let read = read("/access_codes/create", "POST", body);
            read.err().unwrap_or_else(|| Failure::invalid("was taken"))
        };
        assert_eq!(failure("{}").message, "device_id is required");
        assert_eq!(
            failure("{}").validation_errors,
            json!({ "_errors": [], "device_id": { "_errors": ["Required"] } })
        );
        assert_eq!(failure("").message, "Expected object, received string");
        assert_eq!(failure("[]").message, "Expected object, received array");
        assert_eq!(failure("{").message, "Invalid JSON");
        let several = failure(r#"{"device_id":7,"code":"12"}"#);
        assert!(
            several.message.starts_with("2 Input Errors: "),
            "{}",
            several.message
        );
        assert_eq!((several.status, several.code), (400, "invalid_input"));
    }
}
