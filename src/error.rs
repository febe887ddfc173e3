//! The one error of the core, and what each kind carries. Says nothing of JavaScript: the border turns these into error classes.
//! Messages are one line and never hold a token, a key or a PIN.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{Debug, Display, Formatter};

use crate::schema::issue::Issue;
use crate::text::{concat, decimal};

/// Why a client could not be made or a call did not succeed.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Error {
    /// The options of a client or of a call cannot be used.
    InvalidOptions(String),
    /// A token is of another kind than its option asks for.
    InvalidToken(String),
    /// The parameters are no object, or required ones are absent. Nothing was sent.
    Arguments(String),
    /// The client cannot do this, as it is.
    State(String),
    /// Parameters break their rules. Nothing was sent.
    Validation {
        /// The path of the endpoint.
        path: String,
        /// Every issue; at least one.
        issues: Vec<Issue>,
    },
    /// The API answered with an error.
    Api(ApiError),
    /// The API answered with success, but not with what it should.
    InvalidResponse(InvalidResponse),
    /// No answer, or one that is not the API's.
    Transport(TransportError),
    /// The action attempt failed; here it is as JSON.
    ActionAttemptFailed(Body),
    /// The action attempt did not end in time.
    ActionAttemptTimeout {
        /// How long was waited, in ms.
        timeout: f64,
        /// The attempt as last seen, as JSON.
        attempt: Body,
    },
}

/// An error that the API tells in its envelope (docs/api-facts.md#replies-and-errors).
#[derive(Clone, Debug, PartialEq)]
pub struct ApiError {
    /// Which of the API's errors it is.
    pub kind: ApiErrorKind,
    /// The HTTP status.
    pub status: u16,
    /// The request's ID; empty where the answer has none or the browser hides it.
    pub request_id: String,
    /// `error.type` of the envelope; an open set, and empty where a 401 has no envelope.
    pub code: String,
    /// `error.message` of the envelope.
    pub message: String,
    /// The body of the answer.
    pub body: Body,
}

/// A text of the server's, which may quote a PIN: `Debug` shows its length alone.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Body(pub String);

impl Debug for Body {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> core::fmt::Result {
        write!(formatter, "Body({} bytes)", self.0.len())
    }
}

/// The errors of the API that callers tell apart by class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ApiErrorKind {
    /// HTTP status 401.
    Unauthorized,
    /// `error.type` is `invalid_input`.
    InvalidInput,
    /// Any other.
    Other,
}

/// A success whose body is not what the endpoint answers with.
#[derive(Clone, Debug, PartialEq)]
pub struct InvalidResponse {
    /// The path of the endpoint.
    pub path: String,
    /// The key that should hold the data; `ok` where the endpoint answers with nothing else.
    pub response_key: String,
    /// What was found instead.
    pub reason: String,
    /// The request's ID; empty where the answer has none or the browser hides it.
    pub request_id: String,
    /// Every issue that the check found; empty where the body could not be checked.
    pub issues: Vec<Issue>,
}

/// No answer, or one that is not the API's.
#[derive(Clone, Debug, PartialEq)]
pub struct TransportError {
    /// What kind of failure.
    pub code: TransportCode,
    /// What happened, in one line.
    pub message: String,
    /// The request's ID; empty where there is none.
    pub request_id: String,
    /// The answer, where there was one.
    pub response: Option<FailedResponse>,
}

/// The kinds of transport failure, under the names that Axios gives them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TransportCode {
    /// No answer: no connection, a name that does not resolve, a refusal by CORS.
    Network,
    /// No complete answer within the timeout of one attempt.
    Timeout,
    /// The caller's signal was aborted.
    Canceled,
    /// A status of 400 to 499 without the API's envelope.
    BadRequest,
    /// Any other status without the API's envelope.
    BadResponse,
}

impl TransportCode {
    /// The name as callers compare it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Network => "ERR_NETWORK",
            Self::Timeout => "ETIMEDOUT",
            Self::Canceled => "ERR_CANCELED",
            Self::BadRequest => "ERR_BAD_REQUEST",
            Self::BadResponse => "ERR_BAD_RESPONSE",
        }
    }
}

/// An answer that is not the API's.
#[derive(Clone, Debug, PartialEq)]
pub struct FailedResponse {
    /// The HTTP status.
    pub status: u16,
    /// Names in lower case, and values.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Body,
}

impl Error {
    /// The kind of error in a word, as `validation`.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::InvalidOptions(_) => "invalid_options",
            Self::InvalidToken(_) => "invalid_token",
            Self::Arguments(_) => "type_error",
            Self::State(_) => "error",
            Self::Validation { .. } => "validation",
            Self::Api(error) => match error.kind {
                ApiErrorKind::Unauthorized => "unauthorized",
                ApiErrorKind::InvalidInput => "invalid_input",
                ApiErrorKind::Other => "api",
            },
            Self::InvalidResponse(_) => "invalid_response",
            Self::Transport(_) => "transport",
            Self::ActionAttemptFailed(_) => "action_attempt_failed",
            Self::ActionAttemptTimeout { .. } => "action_attempt_timeout",
        }
    }

    /// What happened, in one line.
    #[must_use]
    pub fn line(&self) -> String {
        match self {
            Self::InvalidOptions(message)
            | Self::InvalidToken(message)
            | Self::Arguments(message)
            | Self::State(message) => message.clone(),
            Self::Validation { path, issues } => concat(&[path, ": ", &summary(issues)]),
            Self::Api(error) => error.message.clone(),
            Self::InvalidResponse(error) => concat(&[
                &error.path,
                ": expected `",
                &error.response_key,
                "`, ",
                &error.reason,
            ]),
            Self::Transport(error) => error.message.clone(),
            Self::ActionAttemptFailed(_) => "the action attempt failed".to_owned(),
            Self::ActionAttemptTimeout { .. } => "the action attempt did not end in time".to_owned(),
        }
    }
}

impl Display for Error {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> core::fmt::Result {
        formatter.write_str(&self.line())
    }
}

impl core::error::Error for Error {}

/// The first few issues in one line, and how many more there are.
#[must_use]
pub fn summary(issues: &[Issue]) -> String {
    const SHOWN: usize = 3;
    let mut line = String::new();
    for issue in issues.iter().take(SHOWN) {
        line.push_str(if line.is_empty() { "" } else { "; " });
        line.push_str(&issue.line());
    }
    if let Some(more @ 1..) = issues.len().checked_sub(SHOWN) {
        line.push_str(&concat(&["; and ", &decimal(more as u64), " more, see `issues`"]));
    }
    line
}
