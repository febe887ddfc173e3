//! What an answer means: the checked success of an endpoint, or the error that the caller gets (docs/api-facts.md#replies-and-errors).

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use crate::api::{Declaration, Form};
use crate::client::config::Validate;
use crate::error::{
    ApiError, ApiErrorKind, Body, Error, InvalidResponse, TransportCode, TransportError, summary,
};
use crate::redaction;
use crate::schema::check;
use crate::schema::issue::{Issue, Severity, quoted};
use crate::schema::json::{self, Kind, Reader};
use crate::text::{concat, decimal};

/// An answer, as far as it is judged.
#[derive(Clone, Copy)]
pub struct Received<'a> {
    /// The HTTP status.
    pub status: u16,
    /// The `content-type` header; empty where there is none.
    pub content_type: &'a str,
    /// The body.
    pub text: &'a str,
}

impl Received<'_> {
    /// Whether the status is one of success.
    #[must_use]
    pub fn is_success(&self) -> bool {
        matches!(self.status, 200..=299)
    }
}

/// A success that holds what it should.
#[derive(Debug)]
pub struct Success {
    /// The key of the caller's value; nothing where the endpoint answers with none.
    pub key: Option<&'static str>,
    /// What is not as described, but no reason to throw the reply away.
    pub issues: Vec<Issue>,
}

/// Judges an answer.
///
/// # Errors
/// [`Error::Api`] for the API's own errors, [`Error::InvalidResponse`] for a success that does not hold what it should,
/// [`Error::Transport`] for anything else.
///
/// `secrets` are what was sent and must not be quoted. What the answer has besides (request ID, headers) is not in these errors: whoever has
/// the answer adds it.
pub fn judge(
    endpoint: &Declaration,
    reply: Received<'_>,
    validate: Validate,
    secrets: &[String],
) -> Result<Success, Error> {
    if reply.is_success() {
        success(endpoint, reply, validate)
    } else {
        Err(failure(reply, secrets))
    }
}

fn success(endpoint: &Declaration, reply: Received<'_>, validate: Validate) -> Result<Success, Error> {
    let invalid = |reason: String, issues| {
        Err(Error::InvalidResponse(InvalidResponse {
            path: endpoint.path.to_owned(),
            // An endpoint that answers with nothing else still says `ok`.
            response_key: endpoint.reply.key().unwrap_or("ok").to_owned(),
            reason,
            request_id: String::new(),
            issues,
        }))
    };
    let is_empty = reply.status == 204 && endpoint.reply.form == Form::Empty;
    if is_empty || endpoint.reply.form == Form::Any {
        return Ok(Success {
            key: None,
            issues: Vec::new(),
        });
    }
    if let Some(reason) = unreadable(reply) {
        return invalid(reason, Vec::new());
    }
    let fields = endpoint.reply.fields();
    let Ok(findings) = check::reply(reply.text, fields) else {
        return invalid("got a body that is not JSON".to_owned(), Vec::new());
    };
    if findings.refused {
        return invalid(
            "got `ok: false` with a status of success".to_owned(),
            findings.issues,
        );
    }
    // Which of the fields is there; of two, the first counts.
    let present = match findings.present & 0b11 {
        0b10 if endpoint.reply.form == Form::Either => fields.get(1),
        bits => fields.first().filter(|_| bits & 1 != 0),
    };
    let key = present.map(|field| field.name);
    if key.is_none() && endpoint.reply.form != Form::Empty {
        return invalid("which the response does not contain".to_owned(), findings.issues);
    }
    let issues = match validate {
        Validate::Off => Vec::new(),
        Validate::Lenient | Validate::Strict => findings.issues,
    };
    let fatal = issues
        .iter()
        .any(|issue| validate == Validate::Strict || issue.severity == Severity::Error);
    if fatal {
        // What does no harm is named only where nothing else is wrong, as `strict` refuses it too.
        let is_error = |issue: &Issue| issue.severity == Severity::Error;
        let (mut errors, warnings): (Vec<_>, Vec<_>) = issues.into_iter().partition(is_error);
        let causes = if errors.is_empty() { &warnings } else { &errors };
        let reason = concat(&["got a value that is not as described: ", &summary(causes)]);
        errors.extend(warnings);
        return invalid(reason, errors);
    }
    Ok(Success { key, issues })
}

/// Why the body cannot be looked into at all.
fn unreadable(
    Received {
        content_type, text, ..
    }: Received<'_>,
) -> Option<String> {
    if !may_be_json(content_type) {
        let shown = quoted(content_type);
        return Some(concat(&[
            "got ",
            &shown,
            " instead of JSON; does the endpoint lead to the API?",
        ]));
    }
    if text.trim_ascii().is_empty() {
        return Some("got an empty body".to_owned());
    }
    match Reader::new(text).kind() {
        Ok(Kind::Object) => None,
        Ok(kind) => Some(concat(&["got ", kind.words(), " instead of a response object"])),
        Err(_) => Some("got a body that is not JSON".to_owned()),
    }
}

/// Whether a media type, which is written in any case, says JSON or nothing.
fn may_be_json(content_type: &str) -> bool {
    let mut parts = content_type.as_bytes().windows(4);
    content_type.is_empty() || parts.any(|part| part.eq_ignore_ascii_case(b"json"))
}

/// The error that an answer without success stands for, its text without the secrets.
#[must_use]
pub fn failure(reply: Received<'_>, secrets: &[String]) -> Error {
    let status = reply.status;
    let envelope = envelope(reply);
    let kind = match (status, &envelope) {
        (401, _) => ApiErrorKind::Unauthorized,
        (_, Some((code, _))) if code == "invalid_input" => ApiErrorKind::InvalidInput,
        (_, Some(_)) => ApiErrorKind::Other,
        (_, None) => return Error::Transport(transport(status)),
    };
    let (code, message) = envelope.unwrap_or_else(|| (String::new(), "Unauthorized".to_owned()));
    Error::Api(ApiError {
        kind,
        status,
        request_id: String::new(),
        code: redaction::without(&code, secrets),
        message: redaction::without(&message, secrets),
        body: Body(redaction::json_without(reply.text, secrets)),
    })
}

/// `error.type` and `error.message`, where the body is the API's envelope.
fn envelope(
    Received {
        content_type, text, ..
    }: Received<'_>,
) -> Option<(String, String)> {
    if !may_be_json(content_type) {
        return None;
    }
    // A body that is cut off is no envelope, even where its beginning looks like one.
    let mut reader = Reader::new(text);
    reader.value().ok()?;
    reader.end().ok()?;
    let error = json::find(text, "error")?;
    let at = |name| json::find_text(error, name);
    Some((at("type")?.into_owned(), at("message")?.into_owned()))
}

fn transport(status: u16) -> TransportError {
    let (code, message) = match status {
        // A browser hides the status of a redirect that it was told not to follow.
        0 | 300..=399 => (
            TransportCode::BadResponse,
            "a redirect is not followed: set the endpoint to the API's own".to_owned(),
        ),
        _ => {
            let code = if status < 500 {
                TransportCode::BadRequest
            } else {
                TransportCode::BadResponse
            };
            (
                code,
                concat(&["Request failed with status code ", &decimal(status.into())]),
            )
        }
    };
    TransportError {
        code,
        message,
        request_id: String::new(),
        response: None,
    }
}
