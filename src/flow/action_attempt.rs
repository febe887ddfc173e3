//! Waiting until an action attempt has ended (<https://docs.seam.co/latest/core-concepts/action-attempts>): polls it until it has succeeded
//! or failed, or for as long as the caller wants to wait.

use alloc::borrow::ToOwned;
use alloc::string::String;

use crate::error::{Body, Error};
use crate::flow::{Call, Ended, Event, Flow, Moment, Step};
use crate::options::Options;
use crate::schema::json;
use crate::schema::json_text::write_text;

/// How long to wait, and how long between polls.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Patience {
    /// How long to wait at most, in ms: 0 or more. Default: 10,000. The last poll is made when this is over.
    pub timeout: f64,
    /// How long to pause between two polls, in ms: more than 0. Default: 1,000.
    pub polling_interval: f64,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            timeout: 10_000.0,
            polling_interval: 1_000.0,
        }
    }
}

impl Patience {
    /// Reads `{ timeout?, pollingInterval? }`, a JSON object.
    ///
    /// # Errors
    /// [`Error::InvalidOptions`] where a number is out of its range or is no number, and for any other option.
    pub fn read(options: &str) -> Result<Self, Error> {
        if !options.starts_with('{') {
            let message = "the waitForActionAttempt option must be a boolean or an object".to_owned();
            return Err(Error::InvalidOptions(message));
        }
        let otherwise = Self::default();
        let options = Options::read(options, &[&["timeout", "pollingInterval"]])?;
        let timeout = options.number("timeout", "not be negative", |timeout| timeout >= 0.0)?;
        let interval = options.number("pollingInterval", "be greater than zero", |interval| {
            interval > 0.0
        })?;
        Ok(Self {
            timeout: timeout.unwrap_or(otherwise.timeout),
            polling_interval: interval.unwrap_or(otherwise.polling_interval),
        })
    }
}

/// A wait for an action attempt.
#[derive(Clone, Debug)]
pub struct ActionAttemptFlow {
    attempt: String,
    patience: Patience,
    began: Option<f64>,
}

impl ActionAttemptFlow {
    /// A wait for this action attempt, a JSON object as the API returns it.
    #[must_use]
    pub fn new(attempt: String, patience: Patience) -> Self {
        Self {
            attempt,
            patience,
            began: None,
        }
    }

    fn look(&self, moment: Moment) -> Step<(), String, Error> {
        let attempt = || Body(self.attempt.clone());
        let fail = |error| Step::Fail(Ended::Own(error));
        match json::find_text(&self.attempt, &["status"]).as_deref() {
            Some("success") => return Step::Done(self.attempt.clone()),
            Some("error") => return fail(Error::ActionAttemptFailed(attempt())),
            _ => {}
        }
        let waited = moment.elapsed - self.began.unwrap_or(moment.elapsed);
        let left = self.patience.timeout - waited;
        if left > 0.0 {
            // However late it wakes up, it polls once more.
            return Step::Sleep(self.patience.polling_interval.min(left));
        }
        fail(Error::ActionAttemptTimeout {
            timeout: self.patience.timeout,
            attempt: attempt(),
        })
    }

    fn poll(&self) -> Call {
        let id = json::find_text(&self.attempt, &["action_attempt_id"]).unwrap_or_default();
        let mut parameters = String::from("{\"action_attempt_id\":");
        write_text(&mut parameters, &id);
        parameters.push('}');
        Call {
            path: "/action_attempts/get",
            parameters,
            within: None,
        }
    }
}

impl Flow for ActionAttemptFlow {
    type Progress = ();
    /// The action attempt as it succeeded, as JSON.
    type Output = String;
    /// [`Error::ActionAttemptFailed`] or [`Error::ActionAttemptTimeout`].
    type Error = Error;

    fn next(&mut self, event: Event<'_>, moment: Moment) -> Step<(), String, Error> {
        match event {
            Event::Started | Event::Told => {
                self.began.get_or_insert(moment.elapsed);
                self.look(moment)
            }
            Event::Slept => Step::Call(self.poll()),
            Event::Answered(answer) => {
                self.attempt = answer.value.to_owned();
                self.look(moment)
            }
            Event::Failed(_) => Step::Fail(Ended::Call("/action_attempts/get")),
            Event::Canceled => Step::Fail(Ended::Canceled),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::flow::Answer;
    use crate::flow::failure::Failure;

    const PENDING: &str = r#"{"action_attempt_id":"a\"1","status":"pending"}"#;

    fn at(elapsed: f64) -> Moment {
        Moment {
            elapsed,
            wall: 0.0,
            random: 0.0,
        }
    }

    fn answered(value: &str) -> Event<'_> {
        Event::Answered(Answer {
            value,
            next_page: None,
            date: None,
        })
    }

    fn flow() -> ActionAttemptFlow {
        let patience = Patience {
            timeout: 2_500.0,
            polling_interval: 1_000.0,
        };
        ActionAttemptFlow::new(PENDING.to_owned(), patience)
    }

    fn is_timeout(step: &Step<(), String, Error>) -> bool {
        matches!(step, Step::Fail(Ended::Own(Error::ActionAttemptTimeout { .. })))
    }

    #[test]
    fn polls_at_its_interval_and_last_when_time_is_over() {
        let mut flow = flow();
        assert_eq!(flow.next(Event::Started, at(500.0)), Step::Sleep(1_000.0));
        let Step::Call(call) = flow.next(Event::Slept, at(1_500.0)) else {
            unreachable!("no poll");
        };
        assert_eq!(call.parameters, r#"{"action_attempt_id":"a\"1"}"#);
        assert_eq!(flow.next(answered(PENDING), at(2_600.0)), Step::Sleep(400.0));
        assert!(matches!(flow.next(Event::Slept, at(3_000.0)), Step::Call(_)));
        assert!(is_timeout(&flow.next(answered(PENDING), at(3_010.0))));
    }

    #[test]
    fn polls_once_more_after_the_process_was_frozen() {
        let mut frozen = flow();
        assert_eq!(frozen.next(Event::Started, at(0.0)), Step::Sleep(1_000.0));
        assert!(matches!(frozen.next(Event::Slept, at(9e9)), Step::Call(_)));
        let done = r#"{"status":"success"}"#;
        assert_eq!(frozen.next(answered(done), at(9e9)), Step::Done(done.to_owned()));
    }

    #[test]
    fn ends_as_the_action_attempt_does() {
        let started = |attempt: &str| {
            ActionAttemptFlow::new(attempt.to_owned(), Patience::default()).next(Event::Started, at(0.0))
        };
        assert!(matches!(started(r#"{"status":"success"}"#), Step::Done(_)));
        let failed = started(r#"{"status":"error"}"#);
        assert!(matches!(
            failed,
            Step::Fail(Ended::Own(Error::ActionAttemptFailed(_)))
        ));
        let failure = Failure::read("api", 500, "x", 0.0, false);
        let ended = flow().next(Event::Failed(&failure), at(0.0));
        assert_eq!(ended, Step::Fail(Ended::Call("/action_attempts/get")));
        assert_eq!(flow().next(Event::Canceled, at(0.0)), Step::Fail(Ended::Canceled));
    }

    #[test]
    fn refuses_slips_in_its_options_by_name() {
        let message = |options| Patience::read(options).err().map(|error| error.line());
        assert_eq!(Patience::read("{}"), Ok(Patience::default()));
        assert_eq!(
            message("{\"pollInterval\":1}").as_deref(),
            Some("unknown option `pollInterval`: expected one of timeout, pollingInterval")
        );
        assert_eq!(
            message("{\"timeout\":-1}").as_deref(),
            Some("The timeout option must not be negative, got -1")
        );
        assert_eq!(
            message("{\"pollingInterval\":0}").as_deref(),
            Some("The pollingInterval option must be greater than zero, got 0")
        );
        assert_eq!(
            message("5").as_deref(),
            Some("the waitForActionAttempt option must be a boolean or an object")
        );
    }
}
