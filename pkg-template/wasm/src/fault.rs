//! Decisions on their way to JavaScript, written as JSON. A `fault` says which error class the facade makes and what only the core
//! knows; of an answer, the API's error comes along redacted.

use alloc::borrow::ToOwned;
use alloc::string::String;

use seam_edge::error::{Error, summary};
use seam_edge::schema::issue::Issue;
use seam_edge::schema::json;
use seam_edge::schema::record::Record;

/// What only a facade of another version can ask: a question, or about an endpoint, that nothing here knows.
pub(crate) fn unknown() -> Error {
    Error::State("unknown question".to_owned())
}

/// The answer where something is wrong: `{ fault }`.
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

/// What is wrong, as an object.
pub(crate) fn of(error: &Error) -> Record {
    let mut fault = Record::new();
    fault.text("kind", error.kind());
    match error {
        Error::InvalidOptions(message)
        | Error::InvalidToken(message)
        | Error::Arguments(message)
        | Error::State(message) => fault.text("message", message),
        Error::Validation { path, issues } => {
            let mut message = path.clone();
            message.push_str(": ");
            message.push_str(&summary(issues));
            fault.text("message", &message);
            fault.records("issues", issues.iter().map(issue));
        }
        // Its class has a sentence of its own.
        Error::InvalidResponse(error) => {
            fault.text("responseKey", &error.response_key);
            fault.text("reason", &error.reason);
            fault.records("issues", error.issues.iter().map(issue));
        }
        Error::Api(error) => {
            fault.text("message", &error.message);
            // As a text: what the server wrote may only look like JSON. Without an envelope, as a 401 may be, there is none.
            if let Some(envelope) = json::find(&error.body.0, "error") {
                fault.text("error", envelope);
            }
        }
        Error::Transport(error) => {
            fault.text("message", &error.message);
            fault.text("code", error.code.as_str());
        }
        Error::ActionAttemptTimeout { timeout, .. } => fault.number("timeout", *timeout),
        _ => {}
    }
    fault
}
