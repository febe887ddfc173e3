//! Decisions on their way to JavaScript, written as JSON. A `fault` says which error class the facade makes and what only the core
//! knows; the answer itself, which the facade holds, does not cross again.

use crate::error::{ApiErrorKind, Error};
use crate::schema::issue::Issue;
use crate::schema::json::is_whole;
use crate::schema::json_text::write_text;
use crate::text::decimal;
use alloc::string::String;

/// A JSON object that is being written.
pub(crate) struct Record {
    written: String,
}

impl Record {
    pub(crate) fn new() -> Self {
        Self {
            written: String::new(),
        }
    }

    pub(crate) fn text(&mut self, name: &str, text: &str) {
        self.name(name);
        write_text(&mut self.written, text);
    }

    /// Writes a count of ms; a fraction counts as one more.
    pub(crate) fn number(&mut self, name: &str, number: f64) {
        self.name(name);
        let fraction = u64::from(!is_whole(number));
        self.written
            .push_str(&decimal((number as u64).saturating_add(fraction)));
    }

    pub(crate) fn record(&mut self, name: &str, record: Self) {
        self.name(name);
        self.written.push_str(&record.finish());
    }

    pub(crate) fn texts<'a>(&mut self, name: &str, texts: impl Iterator<Item = &'a str>) {
        self.list(name, texts, write_text);
    }

    pub(crate) fn records(&mut self, name: &str, records: impl Iterator<Item = Self>) {
        self.list(name, records, |written, record| {
            written.push_str(&record.finish())
        });
    }

    pub(crate) fn finish(self) -> String {
        let mut object = self.written;
        if object.is_empty() {
            object.push('{');
        }
        object.push('}');
        object
    }

    fn name(&mut self, name: &str) {
        self.written.push(if self.written.is_empty() { '{' } else { ',' });
        write_text(&mut self.written, name);
        self.written.push(':');
    }

    fn list<T>(&mut self, name: &str, items: impl Iterator<Item = T>, write: impl Fn(&mut String, T)) {
        self.name(name);
        self.written.push('[');
        for (position, item) in items.enumerate() {
            if position > 0 {
                self.written.push(',');
            }
            write(&mut self.written, item);
        }
        self.written.push(']');
    }
}

/// What a method answers where something is wrong.
pub(crate) fn answer(error: &Error) -> String {
    let mut answer = Record::new();
    answer.record("fault", of(error));
    answer.finish()
}

/// One issue as an object.
pub(crate) fn issue(issue: &Issue) -> Record {
    let mut record = Record::new();
    record.text("code", issue.code.as_str());
    record.text("path", &issue.path);
    record.text("message", &issue.message);
    if let Some(help) = &issue.help {
        record.text("help", help);
    }
    record.text("severity", issue.severity.as_str());
    record
}

fn of(error: &Error) -> Record {
    let mut fault = Record::new();
    let kind = match error {
        Error::InvalidOptions(_) => "invalid_options",
        Error::InvalidToken(_) => "invalid_token",
        Error::Arguments(_) => "type_error",
        Error::State(_) => "error",
        Error::Validation { .. } => "validation",
        Error::Api(error) => match error.kind {
            ApiErrorKind::Unauthorized => "unauthorized",
            ApiErrorKind::InvalidInput => "invalid_input",
            ApiErrorKind::Other => "api",
        },
        Error::InvalidResponse(_) => "invalid_response",
        Error::Transport(_) => "transport",
        Error::ActionAttemptFailed(_) => "action_attempt_failed",
        Error::ActionAttemptTimeout { .. } => "action_attempt_timeout",
    };
    fault.text("kind", kind);
    fault.text("message", &error.line());
    match error {
        Error::Validation { issues, .. } => fault.records("issues", issues.iter().map(issue)),
        Error::InvalidResponse(error) => {
            fault.text("responseKey", &error.response_key);
            fault.text("reason", &error.reason);
            fault.records("issues", error.issues.iter().map(issue));
        }
        Error::Transport(error) => fault.text("code", error.code.as_str()),
        Error::ActionAttemptTimeout { timeout, .. } => fault.number("timeout", *timeout),
        _ => {}
    }
    fault
}
