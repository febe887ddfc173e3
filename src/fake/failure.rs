//! What the fake refuses, in the envelope of the API (docs/api-facts.md#replies-and-errors).

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use serde_json::{Map, Value, json};

use crate::fake::kinds::Kind;
use crate::schema::issue::{Code, Issue};

/// A refusal.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Failure {
    /// The HTTP status.
    pub(super) status: u16,
    /// `error.type`.
    pub(super) code: &'static str,
    /// `error.message`.
    pub(super) message: String,
    /// `error.validation_errors`; `Null` where it is left out.
    pub(super) validation_errors: Value,
}

impl Failure {
    pub(super) fn new(status: u16, code: &'static str, message: impl Into<String>) -> Self {
        Self {
            status,
            code,
            message: message.into(),
            validation_errors: Value::Null,
        }
    }

    /// What was asked for does not exist.
    pub(super) fn not_found(kind: &Kind) -> Self {
        Self::new(404, kind.not_found, format!("{} not found", kind.title))
    }

    /// The parameters as a whole cannot be used.
    pub(super) fn invalid(message: impl Into<String>) -> Self {
        Self::new(400, "invalid_input", message)
    }

    /// Parameters break the rules of their endpoint: one message each, under the name of the parameter. One that is about several parameters
    /// stands at the top.
    pub(super) fn of_issues(issues: &[Issue]) -> Self {
        let mut errors = Map::from_iter([(String::from("_errors"), json!([]))]);
        for issue in issues {
            note(&mut errors, &issue.path, &message(issue));
        }
        let lines: Vec<String> = issues.iter().map(line).collect();
        let message = match &*lines {
            [line] => line.clone(),
            lines => format!("{} Input Errors: {}", lines.len(), lines.join(", ")),
        };
        Self {
            validation_errors: errors.into(),
            ..Self::invalid(message)
        }
    }

    /// A parameter that a lock would not take.
    pub(super) fn of_parameter(name: &str, message: &str) -> Self {
        let mut errors = Map::from_iter([(String::from("_errors"), json!([]))]);
        note(&mut errors, name, message);
        let message = match name {
            "" => String::from(message),
            name => format!("{message} for \"{name}\""),
        };
        Self {
            validation_errors: errors.into(),
            ..Self::invalid(message)
        }
    }

    pub(super) fn body(&self) -> Value {
        let mut error = json!({ "type": self.code, "message": self.message });
        if let (Some(members), false) = (error.as_object_mut(), self.validation_errors.is_null()) {
            members.insert("validation_errors".into(), self.validation_errors.clone());
        }
        json!({ "error": error, "ok": false })
    }
}

fn message(issue: &Issue) -> String {
    match issue.code {
        Code::Missing => "Required".into(),
        _ => issue.message.clone(),
    }
}

fn line(issue: &Issue) -> String {
    match issue.code {
        Code::Missing => format!("{} is required", issue.path),
        _ if issue.path.is_empty() => issue.message.clone(),
        _ => format!("{} for \"{}\"", issue.message, issue.path),
    }
}

/// Adds a message to the parameter in which a path begins.
fn note(errors: &mut Map<String, Value>, path: &str, message: &str) {
    let name = path.split(['.', '[']).next().unwrap_or_default();
    let messages = if name.is_empty() {
        errors.get_mut("_errors")
    } else {
        let of_name = errors.entry(name).or_insert_with(|| json!({ "_errors": [] }));
        of_name.get_mut("_errors")
    };
    if let Some(messages) = messages.and_then(Value::as_array_mut) {
        messages.push(message.into());
    }
}
