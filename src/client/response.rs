//! What an answer means: the checked success of an endpoint, or the error that the caller gets (section 1.6 of the API's facts).

use crate::api::{Endpoint, Reply};
use crate::client::config::Validate;
use crate::client::host::HostReply;
use crate::error::{
    ApiError, ApiErrorKind, Error, FailedResponse, InvalidResponse, TransportCode, TransportError, summary,
};
use crate::schema::check;
use crate::schema::issue::{Issue, Severity, quoted};
use crate::schema::json::{self, Kind, Reader};
use crate::text::{concat, decimal};
use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

/// An answer of which only what is judged is at hand.
pub struct Received<'a> {
    /// The HTTP status.
    pub status: u16,
    /// The `content-type` header.
    pub content_type: Option<String>,
    /// The body.
    pub text: &'a str,
}

impl HostReply for Received<'_> {
    fn status(&self) -> u16 {
        self.status
    }

    fn header(&self, name: &str) -> Option<String> {
        self.content_type.clone().filter(|_| name == "content-type")
    }

    fn headers(&self) -> Vec<(String, String)> {
        Vec::new()
    }

    fn text(&self) -> &str {
        self.text
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
pub fn judge<R: HostReply>(endpoint: &Endpoint, reply: &R, validate: Validate) -> Result<Success, Error> {
    match reply.status() {
        200..=299 => success(endpoint, reply, validate),
        _ => Err(failure(reply)),
    }
}

fn request_id<R: HostReply>(reply: &R) -> String {
    reply.header("seam-request-id").unwrap_or_default()
}

fn success<R: HostReply>(endpoint: &Endpoint, reply: &R, validate: Validate) -> Result<Success, Error> {
    let invalid = |reason: String, issues| {
        Err(Error::InvalidResponse(InvalidResponse {
            path: endpoint.path.to_owned(),
            // An endpoint that answers with nothing else still says `ok`.
            response_key: endpoint.reply.key().unwrap_or("ok").to_owned(),
            reason,
            request_id: request_id(reply),
            issues,
        }))
    };
    let text = reply.text();
    if reply.status() == 204 && matches!(endpoint.reply, Reply::Empty) {
        return Ok(Success {
            key: None,
            issues: Vec::new(),
        });
    }
    if let Some(reason) = unreadable(reply) {
        return invalid(reason, Vec::new());
    }
    let Ok(findings) = check::reply(text, &endpoint.reply.fields()) else {
        return invalid("got a body that is not JSON".to_owned(), Vec::new());
    };
    let Some(key) = present_key(endpoint.reply, findings.present) else {
        return invalid("which the response does not contain".to_owned(), findings.issues);
    };
    let issues = match validate {
        Validate::Off => Vec::new(),
        Validate::Lenient | Validate::Strict => findings.issues,
    };
    let fatal = match validate {
        Validate::Strict => !issues.is_empty(),
        _ => issues.iter().any(|issue| issue.severity == Severity::Error),
    };
    if fatal {
        let reason = concat(&["got a value that is not as described: ", &summary(&issues)]);
        return invalid(reason, issues);
    }
    Ok(Success { key, issues })
}

/// Why the body cannot be looked into at all.
fn unreadable<R: HostReply>(reply: &R) -> Option<String> {
    let content_type = reply.header("content-type").unwrap_or_default();
    let is_json = content_type.as_bytes().windows(4).any(|part| part == b"json");
    if !is_json && !content_type.is_empty() {
        let shown = quoted(&content_type);
        return Some(concat(&[
            "got ",
            &shown,
            " instead of JSON; does the endpoint lead to the API?",
        ]));
    }
    if reply.text().trim_ascii().is_empty() {
        return Some("got an empty body".to_owned());
    }
    match Reader::new(reply.text()).kind() {
        Ok(Kind::Object) => None,
        Ok(kind) => Some(concat(&["got ", kind.words(), " instead of a response object"])),
        Err(_) => Some("got a body that is not JSON".to_owned()),
    }
}

/// The key of the caller's value: `Some(None)` where the endpoint answers with none, `None` where the value is not there.
#[allow(
    clippy::option_option,
    reason = "an absent key and an endpoint without one are different things"
)]
fn present_key(reply: Reply, present: u128) -> Option<Option<&'static str>> {
    match reply {
        Reply::Empty => Some(None),
        Reply::Value(field) | Reply::Pages(field) => (present & 1 != 0).then_some(Some(field.name)),
        Reply::Either(first, _) if present & 1 != 0 => Some(Some(first.name)),
        Reply::Either(_, second) => (present & 2 != 0).then_some(Some(second.name)),
    }
}

fn failure<R: HostReply>(reply: &R) -> Error {
    let status = reply.status();
    let envelope = envelope(reply);
    let kind = match (status, &envelope) {
        (401, _) => ApiErrorKind::Unauthorized,
        (_, Some((code, _))) if code == "invalid_input" => ApiErrorKind::InvalidInput,
        (_, Some(_)) => ApiErrorKind::Other,
        (_, None) => return Error::Transport(transport(reply)),
    };
    let body = envelope.is_some().then(|| reply.text().to_owned());
    let (code, message) = envelope.unwrap_or_default();
    let unauthorized = kind == ApiErrorKind::Unauthorized;
    Error::Api(ApiError {
        kind,
        status,
        request_id: request_id(reply),
        code: if unauthorized {
            "unauthorized".to_owned()
        } else {
            code
        },
        message: if body.is_none() {
            "Unauthorized".to_owned()
        } else {
            message
        },
        body,
    })
}

/// `error.type` and `error.message`, where the body is the API's envelope.
fn envelope<R: HostReply>(reply: &R) -> Option<(String, String)> {
    let content_type = reply.header("content-type");
    if content_type.is_some_and(|value| !value.starts_with("application/json")) {
        return None;
    }
    // A body that is cut off is no envelope, even where its beginning looks like one.
    let mut reader = Reader::new(reply.text());
    reader.value().ok()?;
    reader.end().ok()?;
    let at = |name| json::find_text(reply.text(), &["error", name]);
    Some((at("type")?.into_owned(), at("message")?.into_owned()))
}

fn transport<R: HostReply>(reply: &R) -> TransportError {
    let status = reply.status();
    let (code, message) = match status {
        // A browser hides the status of a redirect that it was told not to follow.
        0 | 300..=399 => (
            TransportCode::BadResponse,
            "a redirect, which could take the access code elsewhere, is not followed: set the endpoint to the API's own address"
                .to_owned(),
        ),
        _ => {
            let code = if status < 500 { TransportCode::BadRequest } else { TransportCode::BadResponse };
            (code, concat(&["Request failed with status code ", &decimal(status.into())]))
        }
    };
    TransportError {
        code,
        message,
        request_id: request_id(reply),
        response: Some(FailedResponse {
            status,
            headers: reply.headers(),
            body: reply.text().to_owned(),
        }),
    }
}
