//! What a call that failed means: the one list of which failure may heal, after which the server may have acted all the same, and which call
//! is sent again at once. Every flow reads it here.

use alloc::string::String;

use crate::error::{Error, TransportCode};
use crate::schema::json::Reader;

/// How a call, or an attempt of one, ended without a usable answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing was sent: options, parameters or the client's state did not allow it.
    NotSent,
    /// The caller gave up.
    Canceled,
    /// The flow that asked for the call gave it no more time.
    OutOfTime,
    /// There is no answer: no connection, or one that was lost, or a browser that does not show it.
    NoAnswer,
    /// There is no answer within the timeout of one attempt.
    Timeout,
    /// The answer has a status that is no success.
    Refused {
        /// The HTTP status; 0 where a browser hides that of a redirect.
        status: u16,
    },
    /// The status is a success, but the body was cut off, or is a page of something that is not the API. Or the status is a refusal, and
    /// what Seam says of it was cut off: whose refusal it is remains unknown.
    Unreadable,
    /// The status is a success, and Seam itself has sent what is not as described.
    NotAsDescribed,
    /// The call worked; the action attempt that it began did not.
    ActionAttempt,
}

/// When a call is sent again by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repeat {
    /// Never.
    Never,
    /// Where sending it twice does no more than sending it once.
    IfRepeatable,
    /// Always: the server has refused to act.
    Always,
}

/// What an [`Outcome`] means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meaning {
    /// Whether the same call may succeed later, without anybody changing anything.
    pub heals: bool,
    /// Whether the server may have done what was asked.
    pub may_have_acted: bool,
    /// Whether the call is sent again at once.
    pub repeat: Repeat,
}

impl Outcome {
    /// That of an answer without success, by its status. A refusal that breaks off is none that anybody can rely on.
    fn of_status(status: u16, breaks_off: bool) -> Self {
        // From 429 on, the status alone says enough.
        if breaks_off && matches!(status, 400..=428) {
            return Self::Unreadable;
        }
        Self::Refused { status }
    }

    /// The list.
    #[must_use]
    pub fn meaning(self) -> Meaning {
        let (heals, may_have_acted, repeat) = match self {
            Self::NotSent | Self::ActionAttempt => (false, false, Repeat::Never),
            Self::Canceled => (false, true, Repeat::Never),
            Self::OutOfTime => (true, true, Repeat::Never),
            Self::NoAnswer | Self::Timeout => (true, true, Repeat::IfRepeatable),
            // Too many requests.
            Self::Refused { status: 429 } => (true, false, Repeat::Always),
            Self::Refused { status: 500.. } => (true, true, Repeat::IfRepeatable),
            // Request timeout, too early: as the official client, a call does not repeat these by itself.
            Self::Refused { status: 408 | 425 } => (true, true, Repeat::Never),
            // A redirect, which is not followed: whoever answered may have handed the request on.
            Self::Refused { status: ..=399 } => (false, true, Repeat::Never),
            Self::Refused { .. } => (false, false, Repeat::Never),
            Self::Unreadable => (true, true, Repeat::Never),
            Self::NotAsDescribed => (false, true, Repeat::Never),
        };
        Meaning {
            heals,
            may_have_acted,
            repeat,
        }
    }
}

/// A call that failed, as far as flows look at it.
#[derive(Clone, Debug, PartialEq)]
pub struct Failure {
    /// How it ended.
    pub outcome: Outcome,
    /// `error.type` of the API's envelope; empty where there is none.
    pub code: String,
    /// For how many ms the server asks to be left alone, by `Retry-After`; 0 where it does not, or a browser hides it.
    pub retry_after: f64,
}

/// Whether a body begins as Seam's do, and has no end. A page of something else is whole, whatever it says.
fn breaks_off(body: &str) -> bool {
    let mut reader = Reader::new(body);
    body.starts_with('{') && (reader.value().is_err() || reader.end().is_err())
}

/// How long to leave a server alone that has had too many requests and does not say for how long, in ms.
const REST_AFTER_TOO_MANY: f64 = 15_000.0;

impl Failure {
    /// Reads a failure as runners outside Rust describe it: `api`, `transport`, `invalid_response`, `out_of_time`, or another word for what
    /// was not sent; the HTTP status (0 for no answer), the code of the transport failure or of the API's error, ms of `Retry-After`, and
    /// whether the check found issues, or, of a transport failure, whether the answer is JSON that breaks off.
    #[must_use]
    pub fn read(kind: &str, status: u16, code: &str, retry_after: f64, has_issues: bool) -> Self {
        let outcome = match (kind, code) {
            ("out_of_time", _) => Outcome::OutOfTime,
            ("transport", "ERR_CANCELED") => Outcome::Canceled,
            ("transport", "ERR_NETWORK") => Outcome::NoAnswer,
            ("transport", "ETIMEDOUT") => Outcome::Timeout,
            ("transport" | "api", _) => Outcome::of_status(status, has_issues),
            ("invalid_response", _) if has_issues => Outcome::NotAsDescribed,
            ("invalid_response", _) => Outcome::Unreadable,
            _ => Outcome::NotSent,
        };
        Self {
            outcome,
            // That of a transport failure is no word of Seam's.
            code: if kind == "transport" { "" } else { code }.into(),
            retry_after,
        }
    }

    /// What an error of a call means; `retry_after` in ms, 0 where the answer had none.
    #[must_use]
    pub fn of(error: &Error, retry_after: f64) -> Self {
        let (outcome, code) = match error {
            Error::Api(error) => (Outcome::Refused { status: error.status }, error.code.as_str()),
            Error::InvalidResponse(error) if error.issues.is_empty() => (Outcome::Unreadable, ""),
            Error::InvalidResponse(_) => (Outcome::NotAsDescribed, ""),
            Error::Transport(error) => {
                let outcome = match (error.code, &error.response) {
                    (TransportCode::Canceled, _) => Outcome::Canceled,
                    (TransportCode::Timeout, _) => Outcome::Timeout,
                    (TransportCode::Network, _) | (_, None) => Outcome::NoAnswer,
                    (_, Some(response)) => Outcome::of_status(response.status, breaks_off(&response.body.0)),
                };
                (outcome, "")
            }
            Error::ActionAttemptFailed(_) | Error::ActionAttemptTimeout { .. } => {
                (Outcome::ActionAttempt, "")
            }
            _ => (Outcome::NotSent, ""),
        };
        Self {
            outcome,
            code: code.into(),
            retry_after,
        }
    }

    /// Whether the same call may succeed later, without anybody changing anything.
    #[must_use]
    pub fn heals(&self) -> bool {
        self.outcome.meaning().heals
    }

    /// Whether the server may have done what was asked.
    #[must_use]
    pub fn may_have_acted(&self) -> bool {
        self.outcome.meaning().may_have_acted
    }

    /// The HTTP status; 0 where there was none.
    #[must_use]
    pub fn status(&self) -> u16 {
        match self.outcome {
            Outcome::Refused { status } => status,
            _ => 0,
        }
    }

    /// Whether there is no such object, by Seam's own word rather than a proxy's, and not because there is no such workspace.
    #[must_use]
    pub fn is_unknown_object(&self) -> bool {
        self.status() == 404 && !self.code.is_empty() && !self.code.starts_with("workspace")
    }

    /// Whether the server has refused to create what is there already, by its own word.
    #[must_use]
    pub fn is_duplicate(&self) -> bool {
        !self.code.is_empty() && (self.status() == 409 || self.code.starts_with("duplicate_"))
    }

    /// For how many ms the server is to be left alone, whether it says so or not.
    #[must_use]
    pub fn rest(&self) -> f64 {
        if self.retry_after <= 0.0 && self.status() == 429 {
            return REST_AFTER_TOO_MANY;
        }
        self.retry_after.max(0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_what_may_heal_from_what_may_not() {
        let heals = |status| Outcome::Refused { status }.meaning().heals;
        for status in [408, 425, 429, 500, 503, 599] {
            assert!(heals(status), "{status}");
        }
        for status in [0, 301, 400, 401, 403, 404, 409, 422] {
            assert!(!heals(status), "{status}");
        }
        assert!(Outcome::Unreadable.meaning().heals);
        assert!(!Outcome::NotAsDescribed.meaning().heals);
    }

    #[test]
    fn reads_what_a_runner_describes() {
        let outcome = |kind, status, code, issues| Failure::read(kind, status, code, 0.0, issues).outcome;
        assert_eq!(outcome("transport", 0, "ERR_NETWORK", false), Outcome::NoAnswer);
        assert_eq!(outcome("transport", 0, "ETIMEDOUT", false), Outcome::Timeout);
        assert_eq!(outcome("transport", 0, "ERR_CANCELED", false), Outcome::Canceled);
        let page = Outcome::Refused { status: 502 };
        assert_eq!(outcome("transport", 502, "ERR_BAD_RESPONSE", false), page);
        assert_eq!(outcome("", 0, "", true), Outcome::NotSent);
        assert_eq!(
            outcome("api", 400, "invalid_input", false),
            Outcome::Refused { status: 400 }
        );
        assert_eq!(
            outcome("invalid_response", 200, "", true),
            Outcome::NotAsDescribed
        );
        assert_eq!(outcome("type_error", 0, "", false), Outcome::NotSent);
    }

    #[test]
    fn a_refusal_that_breaks_off_may_heal() {
        let outcome = |status, breaks_off| Failure::read("transport", status, "", 0.0, breaks_off).outcome;
        for status in [400, 403, 404, 409] {
            assert_eq!(outcome(status, true), Outcome::Unreadable);
            assert_eq!(outcome(status, false), Outcome::Refused { status });
        }
        // These say the same whether they break off or not.
        for status in [301, 429, 502] {
            assert_eq!(outcome(status, true), Outcome::Refused { status });
        }
        for body in ["{", "{\"error\":{\"type\":\"acc", "{} {"] {
            assert!(breaks_off(body), "{body}");
        }
        for body in ["", "<p>Not found", "{}", "{\"error\":null}\n", "no"] {
            assert!(!breaks_off(body), "{body}");
        }
    }

    #[test]
    fn leaves_a_server_alone_that_is_asked_too_often() {
        let rest = |status, retry_after| Failure::read("api", status, "x", retry_after, false).rest();
        assert!((rest(429, 0.0) - 15_000.0).abs() < f64::EPSILON);
        assert!((rest(429, 2_000.0) - 2_000.0).abs() < f64::EPSILON);
        assert!(rest(503, 0.0) < f64::EPSILON);
    }

    #[test]
    fn only_seam_says_that_there_is_no_such_object() {
        let unknown = |kind, code| Failure::read(kind, 404, code, 0.0, false).is_unknown_object();
        assert!(unknown("api", "access_code_not_found"));
        assert!(!unknown("api", "workspace_not_found"));
        assert!(!Failure::read("transport", 404, "ERR_BAD_REQUEST", 0.0, false).is_unknown_object());
    }

    #[test]
    fn knows_a_duplicate_by_its_status_or_by_its_code() {
        let duplicate = |status, code| Failure::read("api", status, code, 0.0, false).is_duplicate();
        assert!(duplicate(409, "conflict") && duplicate(400, "duplicate_code"));
        assert!(!duplicate(400, "invalid_input") && !duplicate(409, ""));
    }
}
