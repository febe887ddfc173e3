//! Waiting until an action attempt has ended (<https://docs.seam.co/latest/core-concepts/action-attempts>): polls it until it has succeeded
//! or failed, or for as long as the caller wants to wait.

use alloc::borrow::ToOwned;
use alloc::string::String;

use crate::api::action_attempts;
use crate::client::config::check_options;
use crate::error::{Body, Error};
use crate::flow::failure::Outcome;
use crate::flow::{Call, Ended, Event, Flow, Moment, Step};
use crate::options::number;
use crate::schema::json::{self, Kind, Reader};
use crate::schema::record::Record;
use crate::schema::{ObjectSchema, Value, object};

/// The endpoint that is polled.
const PATH: &str = action_attempts::GET.declaration.path;

/// A poll has this long at least, in ms, though the wait may be over before.
const SHORTEST_POLL: f64 = 1_000.0;

/// An event that comes so many ms late means that the process was frozen in between.
const FROZEN: f64 = 1_000.0;

/// How long the one poll after a freeze may take, in ms.
const POLL_AFTER_FREEZE: f64 = 10_000.0;

/// How long to wait, and how long between polls.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Patience {
    /// How long to wait at most, in ms, 0 or more; infinity for ever. 0 polls never.
    pub timeout: f64,
    /// How long to pause between two polls, in ms, more than 0.
    pub polling_interval: f64,
}

/// The names of the options. Their values are looked at by [`number`], which says what the official client says.
#[object]
struct PatienceOptions {
    #[field(nullable, optional)]
    timeout: Option<Value>,
    #[name("pollingInterval")]
    #[field(nullable, optional)]
    polling_interval: Option<Value>,
}

impl Default for Patience {
    /// As `@seamapi/http`: 10 s in all, polled every second.
    fn default() -> Self {
        Self {
            timeout: 10_000.0,
            polling_interval: 1_000.0,
        }
    }
}

impl Patience {
    /// Reads `{ timeout?, pollingInterval? }`.
    ///
    /// # Errors
    /// [`Error::InvalidOptions`] where there is another name, or a number is out of its range or none.
    pub fn read(options: &str) -> Result<Self, Error> {
        if Reader::new(options).kind() != Ok(Kind::Object) {
            let message = "the waitForActionAttempt option must be a boolean or an object".to_owned();
            return Err(Error::InvalidOptions(message));
        }
        check_options(options, PatienceOptions::OBJECT)?;
        let timeout = number(options, "timeout", "not be negative", |timeout| timeout >= 0.0)?;
        let interval = number(options, "pollingInterval", "be greater than zero", |interval| {
            interval > 0.0
        })?;
        let default = Self::default();
        Ok(Self {
            timeout: timeout.unwrap_or(default.timeout),
            polling_interval: interval.unwrap_or(default.polling_interval),
        })
    }
}

/// The wait. It is done once the action attempt has succeeded. The last poll is made when the time is over, and has a second.
#[derive(Clone, Debug)]
pub struct ActionAttemptFlow {
    /// The attempt as last seen.
    attempt: Body,
    patience: Patience,
    /// [`Moment::elapsed`] at the beginning.
    began: f64,
    /// [`Moment::elapsed`] by which the present call must have ended.
    due: f64,
    /// Whether the one poll after a freeze has been made.
    polled_after_freeze: bool,
}

impl ActionAttemptFlow {
    /// The wait for an action attempt, given as JSON.
    #[must_use]
    pub fn new(attempt: String, patience: Patience) -> Self {
        Self {
            attempt: Body(attempt),
            patience,
            began: 0.0,
            due: f64::INFINITY,
            polled_after_freeze: false,
        }
    }

    /// The action attempt as JSON, as it was last seen.
    #[must_use]
    pub fn attempt(&self) -> &str {
        &self.attempt.0
    }

    /// How many ms of the wait are left; less than none where it is over.
    fn left(&self, moment: Moment) -> f64 {
        self.patience.timeout - (moment.elapsed - self.began)
    }

    /// Looks at the attempt as it now is.
    fn next_step(&mut self, moment: Moment) -> Step<(), (), Error> {
        match json::find_text(&self.attempt.0, "status").as_deref() {
            Some("success") => return Step::Done(()),
            Some("error") => {
                return Step::Fail(Ended::Own(Error::ActionAttemptFailed(self.attempt.clone())));
            }
            _ => {}
        }
        let left = self.left(moment);
        if left <= 0.0 {
            return self.out_of_time(moment);
        }
        Step::Sleep(self.patience.polling_interval.min(left))
    }

    /// The time is over. What was seen last may be old where the process was frozen since, so then it is polled once more.
    fn out_of_time(&mut self, moment: Moment) -> Step<(), (), Error> {
        if moment.elapsed > self.due + FROZEN && !self.polled_after_freeze {
            self.polled_after_freeze = true;
            return self.poll(POLL_AFTER_FREEZE, moment);
        }
        Step::Fail(Ended::Own(Error::ActionAttemptTimeout {
            timeout: self.patience.timeout,
            attempt: self.attempt.clone(),
        }))
    }

    fn poll(&mut self, within: f64, moment: Moment) -> Step<(), (), Error> {
        self.due = moment.elapsed + within;
        let id = json::find_text(&self.attempt.0, "action_attempt_id").unwrap_or_default();
        let mut parameters = Record::new();
        parameters.text("action_attempt_id", &id);
        Step::Call(Call {
            path: PATH,
            parameters: parameters.finish(),
            // A wait for ever gives each poll for ever. Whole ms, so that a poll does not end before the wait does.
            within: within.is_finite().then(|| (within as u64).saturating_add(1)),
        })
    }
}

impl Flow for ActionAttemptFlow {
    type Progress = ();
    type Output = ();
    type Error = Error;

    fn next(&mut self, event: Event<'_>, moment: Moment) -> Step<(), (), Error> {
        match event {
            Event::Started => {
                self.began = moment.elapsed;
                self.next_step(moment)
            }
            Event::Slept => {
                // After a freeze too this poll is made, so it is the one more.
                let left = self.left(moment);
                let frozen = left < -FROZEN;
                self.polled_after_freeze |= frozen;
                let shortest = if frozen { POLL_AFTER_FREEZE } else { SHORTEST_POLL };
                self.poll(left.max(shortest), moment)
            }
            Event::Answered(answer) => {
                answer.value.clone_into(&mut self.attempt.0);
                self.next_step(moment)
            }
            Event::Failed(failure) if failure.outcome == Outcome::OutOfTime => self.out_of_time(moment),
            Event::Failed(_) => Step::Fail(Ended::Call(PATH)),
            Event::Told | Event::Canceled => Step::Fail(Ended::Canceled),
        }
    }
}

#[cfg(test)]
#[path = "action_attempt_tests.rs"]
mod tests;
