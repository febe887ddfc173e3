//! One call: its parameters checked, sent, sent again where that is safe and may help, its answer judged. Asks the runner to send HTTP
//! requests; what they look like is in `client::request`, and what an answer means in `client::response`.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use crate::api::{Declaration, Form};
use crate::client::config::CallSettings;
use crate::client::host::SendFailure;
use crate::client::request;
use crate::client::response::{self, Received, Success};
use crate::error::{Error, TransportCode, TransportError};
use crate::flow::failure::{Outcome, Repeat};
use crate::flow::pause;
use crate::redaction;
use crate::schema::issue::Issue;
use crate::text::{concat, decimal};

/// A call under way.
pub struct CallFlow {
    endpoint: &'static Declaration,
    settings: CallSettings,
    /// How many attempts have been sent.
    made: u32,
    /// What is odd about the parameters, but no reason not to send them.
    warnings: Vec<Issue>,
    /// What was sent under secret names, and the keys and tokens it was sent with.
    secrets: Vec<String>,
}

/// What a runner reports to a [`CallFlow`].
#[derive(Clone, Copy)]
pub enum CallEvent<'a> {
    /// There is an answer, and for how many ms it asks to be left alone: 0 where it does not.
    Answered(Received<'a>, f64),
    /// There is none.
    Failed(SendFailure),
    /// The pause is over.
    Slept,
}

/// What a [`CallFlow`] wants next.
pub enum CallStep {
    /// Send the request, with the timeout of the call's settings.
    Send,
    /// Pause for so many ms.
    Sleep(f64),
    /// The call has succeeded.
    Done(Success),
    /// The call has failed.
    Fail(Error),
}

impl CallFlow {
    /// Checks the parameters, a JSON object or nothing. The first step is then [`CallStep::Send`].
    ///
    /// # Errors
    /// [`Error::Arguments`] where the parameters are no object or required ones are absent, [`Error::Validation`] where they break a
    /// rule.
    pub fn start(
        endpoint: &'static Declaration,
        parameters: Option<&str>,
        settings: CallSettings,
    ) -> Result<Self, Error> {
        // Nothing is known of a path that is not described.
        let warnings = if endpoint.reply.form == Form::Any {
            Vec::new()
        } else {
            request::check_parameters(endpoint, parameters, settings.validate)?
        };
        Ok(Self {
            endpoint,
            warnings,
            secrets: redaction::secrets_in(parameters.unwrap_or_default(), endpoint.parameters),
            settings,
            made: 1,
        })
    }

    /// How long one attempt may take, in ms; 0 means no limit.
    #[must_use]
    pub fn timeout(&self) -> f64 {
        self.settings.timeout
    }

    /// How many attempts have been sent, 1 for the first.
    #[must_use]
    pub fn made(&self) -> u32 {
        self.made
    }

    /// Takes in a header that is sent, or all of them as JSON: an error shows no key or token of theirs that the server quotes.
    pub fn sent_with(&mut self, headers: &str) {
        redaction::add_keys(&mut self.secrets, headers);
    }

    /// Takes in what happened and says what to do next. `random` is from 0 to 1, 1 excluded.
    pub fn next(&mut self, event: CallEvent<'_>, random: f64) -> CallStep {
        let (outcome, retry_after) = match event {
            CallEvent::Slept => {
                self.made = self.made.saturating_add(1);
                return CallStep::Send;
            }
            CallEvent::Answered(Received { status, .. }, retry_after) => {
                (Outcome::Refused { status }, retry_after)
            }
            CallEvent::Failed(SendFailure::Canceled) => (Outcome::Canceled, 0.0),
            CallEvent::Failed(_) => (Outcome::NoAnswer, 0.0),
        };
        let repeats = match outcome.meaning().repeat {
            Repeat::Always => true,
            Repeat::IfRepeatable => self.endpoint.repeatable,
            Repeat::Never => false,
        };
        if repeats
            && self.made <= self.settings.max_retries
            && let Some(pause) = pause::before_repeat(self.made, retry_after, random)
        {
            return CallStep::Sleep(pause);
        }
        match event {
            CallEvent::Answered(received, _) => self.judge(received),
            CallEvent::Failed(failure) => CallStep::Fail(self.unanswered(failure)),
            CallEvent::Slept => CallStep::Send,
        }
    }

    /// What an answer holds, or the error that it stands for.
    fn judge(&mut self, received: Received<'_>) -> CallStep {
        match response::judge(self.endpoint, received, self.settings.validate, &self.secrets) {
            Ok(mut success) => {
                success.issues.append(&mut self.warnings);
                CallStep::Done(success)
            }
            Err(error) => CallStep::Fail(error),
        }
    }

    /// The error for a call that has no answer.
    fn unanswered(&self, failure: SendFailure) -> Error {
        let (code, message) = match failure {
            SendFailure::Canceled => (TransportCode::Canceled, "canceled".to_owned()),
            SendFailure::Timeout => (
                TransportCode::Timeout,
                concat(&[
                    "timeout of ",
                    &decimal(self.settings.timeout as u64),
                    "ms exceeded",
                ]),
            ),
            SendFailure::Network => (TransportCode::Network, "Network Error, see `cause`".to_owned()),
        };
        Error::Transport(TransportError {
            code,
            message,
            request_id: String::new(),
            response: None,
        })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic, reason = "a test that panics has failed")]
mod tests {
    use super::*;
    use crate::api::access_codes::{CREATE, GET};
    use crate::client::config::Validate;

    fn settings(max_retries: u32) -> CallSettings {
        CallSettings {
            timeout: 5_000.0,
            max_retries,
            validate: Validate::Lenient,
            headers: Vec::new(),
        }
    }

    fn get() -> CallFlow {
        CallFlow::start(&GET, Some(r#"{"access_code_id":"a"}"#), settings(2)).unwrap()
    }

    fn create() -> CallFlow {
        CallFlow::start(&CREATE, Some(r#"{"device_id":"d","code":"4829"}"#), settings(2)).unwrap()
    }

    fn answered(status: u16, text: &str, retry_after: f64) -> CallEvent<'_> {
        let received = Received {
            status,
            content_type: "application/json",
            text,
        };
        CallEvent::Answered(received, retry_after)
    }

    fn pause(step: CallStep) -> Option<u64> {
        match step {
            CallStep::Sleep(pause) => Some(pause.round() as u64),
            _ => None,
        }
    }

    #[test]
    fn repeats_as_often_as_it_may_and_as_the_official_client() {
        let mut call = get();
        assert_eq!(pause(call.next(answered(503, "", 0.0), 0.5)), Some(220));
        assert!(matches!(call.next(CallEvent::Slept, 0.5), CallStep::Send));
        assert_eq!(
            pause(call.next(CallEvent::Failed(SendFailure::Network), 0.5)),
            Some(440)
        );
        assert!(matches!(call.next(CallEvent::Slept, 0.5), CallStep::Send));
        assert_eq!(call.made(), 3);
        let ended = call.next(CallEvent::Failed(SendFailure::Timeout), 0.5);
        assert!(
            matches!(ended, CallStep::Fail(Error::Transport(error)) if error.code == TransportCode::Timeout)
        );
    }

    #[test]
    fn never_repeats_a_create_that_may_have_worked() {
        for event in [
            CallEvent::Failed(SendFailure::Network),
            CallEvent::Failed(SendFailure::Timeout),
            answered(500, "", 0.0),
            answered(503, "", 1_000.0),
        ] {
            assert!(matches!(create().next(event, 0.5), CallStep::Fail(_)));
            assert!(pause(get().next(event, 0.5)).is_some());
        }
        // The server has refused to act.
        assert_eq!(pause(create().next(answered(429, "", 2_000.0), 0.5)), Some(2_200));
    }

    #[test]
    fn repeats_nothing_that_was_decided_and_waits_a_minute_at_most() {
        for event in [
            CallEvent::Failed(SendFailure::Canceled),
            answered(400, "", 0.0),
            answered(404, "", 1_000.0),
            answered(302, "", 0.0),
            answered(408, "", 0.0),
            answered(429, "", 60_001.0),
        ] {
            assert!(matches!(get().next(event, 0.5), CallStep::Fail(_)));
        }
        assert_eq!(pause(get().next(answered(429, "", 60_000.0), 0.0)), Some(60_000));
    }

    #[test]
    fn an_error_quotes_no_pin() {
        let body = r#"{"error":{"type":"duplicate","message":"4829 is taken","data":{"pin":4829}}}"#;
        let CallStep::Fail(Error::Api(error)) = create().next(answered(409, body, 0.0), 0.5) else {
            panic!("no API error");
        };
        assert_eq!(error.message, "[redacted] is taken");
        assert!(!error.body.0.contains("4829"), "{}", error.body.0);
    }

    #[test]
    fn an_error_quotes_no_key() {
        let body = r#"{"error":{"type":"unauthorized","message":"Incorrect API key provided: seam_apikey1_token","data":{"key":"seam_apikey1_token"}}}"#;
        let mut call = create();
        call.sent_with("Bearer seam_apikey1_token");
        let CallStep::Fail(Error::Api(error)) = call.next(answered(401, body, 0.0), 0.5) else {
            panic!("no API error");
        };
        assert_eq!(error.message, "Incorrect API key provided: [redacted]");
        assert!(!error.body.0.contains("seam_"), "{}", error.body.0);
    }

    #[test]
    fn a_name_that_is_newer_than_this_version_is_sent_with_a_warning() {
        let list = |given: &str, validate| {
            let settings = CallSettings {
                validate,
                ..settings(0)
            };
            CallFlow::start(&crate::api::devices::LIST, Some(given), settings)
        };
        for given in [
            r#"{"device_types":["roborock_vacuum"]}"#,
            r#"{"manufacturer":"roborock"}"#,
        ] {
            let mut call = list(given, Validate::Lenient).unwrap();
            let reply = r#"{"devices":[],"pagination":null,"ok":true}"#;
            let CallStep::Done(success) = call.next(answered(200, reply, 0.0), 0.5) else {
                panic!("no success");
            };
            let issue = success.issues.last().unwrap();
            assert_eq!(issue.code.as_str(), "unlisted_name");
            assert_eq!(issue.severity.as_str(), "warning");
            assert!(
                issue.message.ends_with(", which is not known here"),
                "{}",
                issue.message
            );
            assert!(list(given, Validate::Strict).is_err());
        }
        // What looks like a slip is refused, and so is all that is wrong beside a newer name.
        for given in [
            r#"{"device_types":["yale_lok"]}"#,
            r#"{"manufacturer":"shlage"}"#,
            r#"{"manufacturer":"roborock","limit":"5"}"#,
        ] {
            assert!(list(given, Validate::Lenient).is_err(), "{given}");
            assert!(list(given, Validate::Off).is_ok(), "{given}");
        }
    }

    #[test]
    fn what_breaks_a_rule_is_never_sent() {
        let refused = CallFlow::start(&CREATE, Some(r#"{"device_id":"d","code":"12"}"#), settings(0));
        assert!(matches!(refused, Err(Error::Validation { .. })));
    }
}
