//! What waiting for an access code, an access grant or an access method is made of, whatever it is waited for: options, how often it is polled,
//! when time is over, what is told on the way, and errors. What a poll means is decided by the waits.
//!
//! # Time
//!
//! How long a wait lasts is measured by [`Moment::elapsed`]. Where a code stands is judged by the server's clock. Where a browser hides the
//! `date` header, or it cannot be believed, it is judged by an instant that the server's time has reached for sure, and only what callers are
//! shown goes by the device's clock. That may make a wait longer, but a wrong clock ends none.
//!
//! After the process was frozen (a laptop asleep, a hidden tab) time may be over before anybody has looked: there is one more poll then,
//! which may take ten seconds.

pub(crate) mod awaited;
pub mod reports;

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use crate::error::{Body, Error};
use crate::flow::access_code_wait::awaited::{Awaited, InVain};
use crate::flow::access_code_wait::reports::{Progress, Reason, Seen, WaitError, Waited, Warning};
use crate::flow::clock::ServerClock;
use crate::flow::failure::{Failure, Outcome};
use crate::flow::pause::{self, Poll};
use crate::flow::{Call, Ended, Event, Moment, Step};
use crate::options::{OF_CALLS, Options, one_line};
use crate::redaction::{Secrets, pins_of};
use crate::rules::civil::written;
use crate::rules::diagnosis::advice::{Advice, Scope};
use crate::rules::lifecycle::instant;
use crate::schema::json_text::write_text;
use crate::schema::value::Value;
use crate::text::{concat, decimal};

/// The endpoints, by their paths: the modules of waits are built without what `api` says of them.
pub(crate) const GET: &str = "/access_codes/get";
pub(crate) const GET_UNMANAGED: &str = "/access_codes/unmanaged/get";
pub(crate) const LIST: &str = "/access_codes/list";
pub(crate) const LIST_UNMANAGED: &str = "/access_codes/unmanaged/list";

/// The options of all waits, beside those of calls.
const OF_WAITS: &[&str] = &["maxWait", "pollingInterval", "onProgress"];

/// How long a wait lasts unless said otherwise, in ms: five minutes.
const MAX_WAIT: f64 = 300_000.0;

/// What comes so many ms later than it should shows that the process was frozen.
const FROZEN: f64 = 1_000.0;

/// How long the poll after that may take, in ms.
const LAST_POLL: f64 = 10_000.0;

/// Timers of JavaScript cannot be set for longer: 24 days.
const LONGEST_TIMER: f64 = 2_147_483_647.0;

/// What a wait wants next.
pub(crate) type WaitStep = Step<Progress, Waited, WaitError>;

/// What a wait has asked its runner for.
#[derive(Clone, Copy, PartialEq)]
enum Pending {
    Start,
    Call(&'static str),
    Tell,
    Sleep,
    /// The wait has ended.
    Nothing,
}

/// A wait.
pub(crate) struct Wait {
    awaited: &'static Awaited,
    id: String,
    /// Where it is to get to, as messages say it.
    place: &'static str,
    max_wait: f64,
    interval: Option<f64>,
    pub(crate) clock: ServerClock,
    /// By [`Moment::elapsed`]: when time is over, until when the calls of this poll may last, when the last call began, and when what the
    /// runner was asked for should have happened at the latest.
    deadline: f64,
    poll_ends: f64,
    call_began: f64,
    due: f64,
    pending: Pending,
    /// Whether the last thing to happen came so late that the process must have been frozen.
    is_late: bool,
    /// Whether this is the poll after that, with which the wait ends.
    is_last: bool,
    /// Whether the pause lasts until time is over.
    until_end: bool,
    attempt: u32,
    pub(crate) seen: Option<Seen>,
    warnings: Vec<Warning>,
    failed: Option<&'static str>,
    /// For how long the server wants to be left alone.
    rest: f64,
}

impl Wait {
    /// A wait for something to get to a place, by options that are JSON. `own` are the options that only some waits have.
    pub(crate) fn new<'o>(
        awaited: &'static Awaited,
        id: &str,
        options: &'o str,
        own: &[&str],
        place: &'static str,
    ) -> Result<(Self, Options<'o>), Error> {
        let options = Options::read(options, &[OF_WAITS, own, OF_CALLS])?;
        let max_wait = options.number("maxWait", "not be negative", |number| number >= 0.0)?;
        let interval = options.number("pollingInterval", "be greater than zero", |number| number > 0.0)?;
        if options
            .get("onProgress")
            .is_some_and(|given| given != "\"function\"")
        {
            return Err(Error::InvalidOptions(
                "The onProgress option must be a function".to_owned(),
            ));
        }
        if id.is_empty() {
            let parts = ["expected an ", awaited.title, " or its `", awaited.id, "`"];
            return Err(Error::Arguments(concat(&parts)));
        }
        let wait = Self {
            awaited,
            id: id.to_owned(),
            place,
            max_wait: max_wait.unwrap_or(MAX_WAIT),
            interval,
            clock: ServerClock::new(),
            deadline: 0.0,
            poll_ends: f64::INFINITY,
            call_began: 0.0,
            due: 0.0,
            pending: Pending::Start,
            is_late: false,
            is_last: false,
            until_end: false,
            attempt: 0,
            seen: None,
            warnings: Vec::new(),
            failed: None,
            rest: 0.0,
        };
        Ok((wait, options))
    }

    /// Takes in what is not about a call.
    pub(crate) fn next(&mut self, event: Event<'_>, moment: Moment) -> WaitStep {
        match (event, self.pending) {
            (Event::Started, Pending::Start) => {
                self.deadline = moment.elapsed + self.max_wait;
                // Where there is only one poll, it takes the time that it needs.
                if self.max_wait > 0.0 {
                    self.poll_ends = self.deadline;
                }
                self.poll(moment)
            }
            (Event::Told, Pending::Tell) => {
                self.pending = Pending::Sleep;
                Step::Sleep((self.due - moment.elapsed).max(0.0))
            }
            (Event::Slept, Pending::Sleep) => {
                self.note_lateness(moment);
                if self.until_end || moment.elapsed >= self.deadline {
                    self.time_over(moment)
                } else {
                    self.poll(moment)
                }
            }
            _ => self.cancel(),
        }
    }

    /// The path of the call that has just ended; nothing where none was under way.
    pub(crate) fn heard(&mut self, moment: Moment) -> Option<&'static str> {
        let Pending::Call(path) = self.pending else {
            return None;
        };
        self.note_lateness(moment);
        Some(path)
    }

    /// Whether an answer is about what is waited for. What is about another one says nothing.
    pub(crate) fn is_about(&self, found: &Value<'_>) -> bool {
        let id = found.get(self.awaited.id).text();
        id.is_none_or(|id| id.eq_ignore_ascii_case(&self.id))
    }

    /// Takes in what a poll has found, and the resources that it is made of.
    pub(crate) fn see<'v>(
        &mut self,
        text: &str,
        found: impl Iterator<Item = &'v Value<'v>> + Clone,
        date: Option<f64>,
        moment: Moment,
    ) {
        for whole in found.clone() {
            let notes = ["errors", "warnings", "pending_mutations"];
            let notes = notes.iter().flat_map(|key| whole.get(key).items());
            for part in notes.chain([whole]) {
                if let Some(instant) = instant(part, "created_at") {
                    self.clock.hear_past(instant as f64, moment);
                }
            }
        }
        self.clock.hear_date(date, moment);
        self.failed = None;
        self.rest = 0.0;
        let pins: Vec<String> = found.clone().flat_map(pins_of).collect();
        let pins = Secrets::of(&pins);
        let subject = self.awaited.subject;
        for item in found.flat_map(|whole| whole.get("warnings").items()) {
            let Advice {
                code,
                message,
                created_at,
                ..
            } = Advice::of(subject, item, Scope::Warning);
            let warning = Warning {
                subject,
                code: code.to_owned(),
                message: message.map(|message| pins.cleared(message)),
                created_at: created_at.map(ToOwned::to_owned),
            };
            match self.warnings.iter_mut().find(|known| known.code == warning.code) {
                Some(known) => *known = warning,
                None => self.warnings.push(warning),
            }
        }
        self.seen = Some(Seen {
            code: Body(text.to_owned()),
            now: self.clock.now(moment).unwrap_or(moment.wall) as i64,
        });
    }

    /// What the server's clock has reached for sure, in ms since 1970.
    pub(crate) fn now(&self, moment: Moment) -> i64 {
        self.clock.at_least(moment).unwrap_or_default() as i64
    }

    /// Whether an instant, in ms since 1970, comes before the wait has ended for sure; nothing where the server's clock is not known.
    pub(crate) fn comes_in_time(&self, instant: i64, moment: Moment) -> Option<bool> {
        // The header has whole seconds, and the answer has been on its way since then.
        let behind = 1_000.0 + moment.elapsed - self.call_began;
        let end = self.clock.now(moment)? + behind + (self.deadline - moment.elapsed);
        Some(instant as f64 <= end)
    }

    /// Takes in that a call has failed: the step with which that ends the wait, or nothing where the next poll may succeed.
    pub(crate) fn miss(&mut self, path: &'static str, failure: &Failure, moment: Moment) -> Option<WaitStep> {
        match failure.outcome {
            Outcome::Canceled => Some(self.cancel()),
            Outcome::OutOfTime => Some(self.time_over(moment)),
            _ if failure.heals() => {
                self.failed = Some(path);
                self.leave_alone(failure);
                None
            }
            _ => Some(self.end(Ended::Call(path))),
        }
    }

    /// Takes in for how long the server wants to be left alone.
    pub(crate) fn leave_alone(&mut self, failure: &Failure) {
        self.rest = failure.rest();
    }

    /// There is something left to wait for.
    pub(crate) fn go_on(&mut self, moment: Moment) -> WaitStep {
        let left = self.deadline - moment.elapsed;
        if left <= 0.0 {
            return self.time_over(moment);
        }
        let next_poll_in = pause::before_poll(Poll {
            made: self.attempt,
            interval: self.interval,
            rest: self.rest,
            left,
            random: moment.random,
        });
        let next_poll_in = next_poll_in.min(LONGEST_TIMER);
        self.until_end = next_poll_in >= left;
        self.due = moment.elapsed + next_poll_in;
        self.pending = Pending::Tell;
        Step::Tell(Progress {
            seen: self.seen.clone(),
            attempt: self.attempt,
            next_poll_in,
            warnings: self.warnings.clone(),
            failed: self.failed,
        })
    }

    /// Makes another call of this poll.
    pub(crate) fn call(&mut self, path: &'static str, key: &str, value: &str, moment: Moment) -> WaitStep {
        self.call_page(path, key, value, None, moment)
    }

    /// Makes another call of this poll, for the page of a cursor.
    pub(crate) fn call_page(
        &mut self,
        path: &'static str,
        key: &str,
        value: &str,
        cursor: Option<&str>,
        moment: Moment,
    ) -> WaitStep {
        let left = self.poll_ends - moment.elapsed;
        if left <= 0.0 {
            return self.time_over(moment);
        }
        let mut parameters = concat(&["{\"", key, "\":"]);
        write_text(&mut parameters, value);
        if let Some(cursor) = cursor {
            parameters.push_str(",\"page_cursor\":");
            write_text(&mut parameters, cursor);
        }
        parameters.push('}');
        self.pending = Pending::Call(path);
        self.call_began = moment.elapsed;
        self.due = f64::INFINITY;
        let within = (left < LONGEST_TIMER).then(|| (left as u64).max(1));
        if let Some(within) = within {
            self.due = moment.elapsed + within as f64;
        }
        Step::Call(Call {
            path,
            parameters,
            within,
        })
    }

    /// Asks for what is waited for, or for something of its ID.
    pub(crate) fn get(&mut self, path: &'static str, moment: Moment) -> WaitStep {
        self.list(path, None, moment)
    }

    /// Asks for what belongs to what is waited for, by its ID.
    pub(crate) fn list(&mut self, path: &'static str, cursor: Option<&str>, moment: Moment) -> WaitStep {
        let id = self.id.clone();
        self.call_page(path, self.awaited.id, &id, cursor, moment)
    }

    /// The wait has succeeded.
    pub(crate) fn done(&mut self, checked: bool) -> WaitStep {
        self.pending = Pending::Nothing;
        Step::Done(Waited {
            seen: self.seen.take(),
            checked,
        })
    }

    /// The wait is in vain, by the diagnosis of what was last seen.
    pub(crate) fn fail<'d, 'a: 'd>(
        &mut self,
        reason: Reason,
        diagnosis: impl Into<InVain<'d, 'a>>,
        now: i64,
    ) -> WaitStep {
        let diagnosis = diagnosis.into();
        let mut parts = alloc::vec![self.awaited.title, " `", &self.id, "` "];
        let due_at = diagnosis.due_at.and_then(written).unwrap_or_default();
        match reason {
            Reason::Deleted => parts.push("was deleted while it was waited for"),
            Reason::DueLater => parts.extend(["is due at `", &due_at, "`, after the end of `maxWait`"]),
            Reason::Failed | Reason::NeedsAction => {
                if reason == Reason::NeedsAction {
                    parts.extend(["does not get ", self.place, " until somebody acts"]);
                } else if diagnosis.is_disabled {
                    parts.push("is disabled");
                } else {
                    parts.extend(["does not get ", self.place]);
                }
                parts.extend([": ", diagnosis.summary.text()]);
                let most_urgent = |item: &&&Advice<'_>| Some(item.actor) == diagnosis.actor;
                let advice = diagnosis.advice.iter();
                if let Some(item) = advice.clone().find(most_urgent).or(diagnosis.advice.first()) {
                    parts.extend([" ", item.cause, " ", item.action]);
                }
            }
        }
        let message = one_line(concat(&parts));
        let Some(mut seen) = self.seen.take() else {
            return self.cancel();
        };
        seen.now = now;
        self.end(Ended::Own(WaitError::Failed {
            reason,
            message,
            seen,
        }))
    }

    /// The caller has given up, or something happened that was not asked for.
    pub(crate) fn cancel(&mut self) -> WaitStep {
        self.end(Ended::Canceled)
    }

    fn poll(&mut self, moment: Moment) -> WaitStep {
        self.attempt = self.attempt.saturating_add(1);
        self.get(self.awaited.get, moment)
    }

    fn note_lateness(&mut self, moment: Moment) {
        self.is_late = moment.elapsed > self.due + FROZEN;
    }

    fn time_over(&mut self, moment: Moment) -> WaitStep {
        if self.is_late && !self.is_last {
            self.is_last = true;
            self.poll_ends = moment.elapsed + LAST_POLL;
            return self.poll(moment);
        }
        let max_wait = decimal(self.max_wait as u64);
        let mut parts = alloc::vec![
            self.awaited.title,
            " `",
            &self.id,
            "` is not ",
            self.place,
            " after ",
            &max_wait,
            " ms",
        ];
        if let Some(seen) = &self.seen {
            let code = Value::read(&seen.code.0).unwrap_or(Value::Null);
            parts.extend([": ", (self.awaited.summary)(&code, seen.now).text()]);
        }
        let message = one_line(concat(&parts));
        let seen = self.seen.take();
        let failed = self.failed;
        self.end(Ended::Own(WaitError::TimedOut {
            message,
            seen,
            failed,
        }))
    }

    fn end(&mut self, why: Ended<WaitError>) -> WaitStep {
        self.pending = Pending::Nothing;
        Step::Fail(why)
    }
}

/// Whether a wait ends where somebody has to act, by its option `stopWhen`.
pub(crate) fn stops_for_action(options: &Options<'_>) -> Result<bool, Error> {
    match options.get("stopWhen") {
        None => Ok(false),
        Some("\"needs_action\"") => Ok(true),
        Some(_) => {
            let message = "The stopWhen option must be 'needs_action'";
            Err(Error::InvalidOptions(message.into()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::access_codes::{self, unmanaged};

    #[test]
    fn calls_endpoints_that_there_are() {
        assert_eq!([GET, LIST], [access_codes::GET.path, access_codes::LIST.path]);
        let of_unmanaged = [unmanaged::GET.path, unmanaged::LIST.path];
        assert_eq!([GET_UNMANAGED, LIST_UNMANAGED], of_unmanaged);
    }
}
