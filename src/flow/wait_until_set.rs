//! `waitUntilSet`: polls a code until it is on the lock.
//!
//! The wait is done when `phase` is `set`, even where the verdict is `attention`: the code is on the lock, and the advice says what troubles it.
//! Not so where it is disabled there: that ends the wait in vain. With `until: 'scheduled'`, a schedule on the lock is enough.
//!
//! The verdicts `failed` and `expired`, the phases `removing` and `removed`, and `attention` without `retried_by_seam` end the wait in vain; so does
//! a start after its end, but only where the server's clock is known. What a person has to do (a keypad, a battery, room on the lock) may be done
//! while the wait lasts, so it is told by progress, and ends the wait only with `stopWhen: 'needs_action'`.
//!
//! # Another code with the same PIN
//!
//! `rules::diagnosis::advice` says of `duplicate_code_on_device` that the application has to change the input, and that is so only if no code
//! with that PIN is about to leave the lock: is being removed, gets another PIN, ends before the wait does, or does not say where it stands. So
//! the codes on the device are listed when a poll sees that error and nothing else ends the wait. Where they cannot be listed in full, the
//! wait goes on. What the lists mean is decided in `rivals`.

mod rivals;

use crate::error::Error;
use crate::flow::access_code_wait::awaited::ACCESS_CODE;
use crate::flow::access_code_wait::reports::{Progress, Reason, WaitError, Waited};
use crate::flow::access_code_wait::{GET, LIST, LIST_UNMANAGED, Wait, WaitStep, stops_for_action};
use crate::flow::failure::{Failure, Outcome};
use crate::flow::wait_until_set::rivals::{Rivals, is_same_pin};
use crate::flow::{Answer, Event, Flow, Moment};
use crate::rules::diagnosis::advice::{Actor, Effect};
use crate::rules::diagnosis::{Diagnosis, Verdict, diagnose};
use crate::rules::lifecycle::{PRELOAD, Phase};
use crate::schema::value::Value;

/// A wait until an access code is on the lock.
pub struct WaitUntilSet {
    wait: Wait,
    /// Whether a schedule on the lock is enough.
    is_schedule_enough: bool,
    /// Whether the wait ends where somebody has to act.
    stops_for_action: bool,
    /// What polls have shown about other codes with the PIN.
    rivals: Rivals,
}

/// What a poll means.
enum Decision {
    Done,
    GoOn,
    /// Another code has the PIN: whether one that has it leaves is to be found out.
    FindRivals,
    Fail(Reason),
}

impl WaitUntilSet {
    /// A wait by options as callers wrote them, in JSON.
    ///
    /// # Errors
    /// [`Error::InvalidOptions`] where an option is unknown or out of range, [`Error::Arguments`] where the ID is empty.
    pub fn new(id: &str, options: &str) -> Result<Self, Error> {
        let (wait, options) = Wait::new(&ACCESS_CODE, id, options, &["until", "stopWhen"], "on the lock")?;
        let is_schedule_enough = match options.get("until") {
            None | Some("\"set\"") => false,
            Some("\"scheduled\"") => true,
            Some(_) => {
                let message = "The until option must be 'set' or 'scheduled'";
                return Err(Error::InvalidOptions(message.into()));
            }
        };
        Ok(Self {
            wait,
            is_schedule_enough,
            stops_for_action: stops_for_action(&options)?,
            rivals: Rivals::default(),
        })
    }

    fn found(&mut self, answer: Answer<'_>, moment: Moment) -> WaitStep {
        let code = Value::read(answer.value).unwrap_or(Value::Null);
        if !self.wait.is_about(&code) {
            return self.wait.go_on(moment);
        }
        let found = core::iter::once(&code);
        self.wait.see(answer.value, found, answer.date, moment);
        let now = self.wait.now(moment);
        let diagnosis = diagnose(&code, now);
        let decision = self.assess(&diagnosis, moment);
        if !matches!(decision, Decision::FindRivals) {
            self.rivals = Rivals::default();
        }
        match decision {
            Decision::Done => self.wait.done(true),
            Decision::GoOn => self.wait.go_on(moment),
            Decision::Fail(reason) => self.wait.fail(reason, &diagnosis, now),
            Decision::FindRivals => {
                self.rivals.look(&code, &diagnosis);
                self.list(LIST, &code, moment)
            }
        }
    }

    fn assess(&self, diagnosis: &Diagnosis<'_>, moment: Moment) -> Decision {
        let Diagnosis { phase, verdict, .. } = *diagnosis;
        let mut advice = diagnosis.advice.iter();
        if phase == Phase::Set || (self.is_schedule_enough && phase == Phase::ScheduledOnDevice) {
            return match advice.any(|item| item.effect == Effect::Disabled) {
                true => Decision::Fail(Reason::Failed),
                false => Decision::Done,
            };
        }
        if matches!(phase, Phase::Removing | Phase::Removed)
            || matches!(verdict, Verdict::Failed | Verdict::Expired)
            || (verdict == Verdict::Attention && !diagnosis.retried_by_seam)
        {
            return Decision::Fail(Reason::Failed);
        }
        let ahead = if self.is_schedule_enough { PRELOAD } else { 0 };
        let due = diagnosis.due_at.map(|due| due.saturating_sub(ahead));
        if due.and_then(|due| self.wait.comes_in_time(due, moment)) == Some(false) {
            return Decision::Fail(Reason::DueLater);
        }
        let needs_action = matches!(diagnosis.actor, Some(Actor::User | Actor::ChangeInput));
        if self.stops_for_action && needs_action {
            return Decision::Fail(Reason::NeedsAction);
        }
        if advice.any(is_same_pin) {
            return Decision::FindRivals;
        }
        Decision::GoOn
    }

    fn list(&mut self, path: &'static str, code: &Value<'_>, moment: Moment) -> WaitStep {
        match code.get("device_id").text() {
            Some(device) => self.wait.call(path, "device_id", device, moment),
            None => self.go_on_without_lists(moment),
        }
    }

    /// Takes in codes on the device, managed ones first.
    fn listed(&mut self, path: &'static str, answer: Answer<'_>, moment: Moment) -> WaitStep {
        let text = self.wait.seen.as_ref().map(|seen| seen.code.0.clone());
        let text = text.unwrap_or_default();
        let code = Value::read(&text).unwrap_or(Value::Null);
        let codes = Value::read(answer.value).unwrap_or(Value::Null);
        if self.rivals.listed(&codes, &code, &self.wait, moment) || answer.next_page.is_some() {
            return self.go_on_without_lists(moment);
        }
        if path == LIST {
            return self.list(LIST_UNMANAGED, &code, moment);
        }
        if self.rivals.is_in_vain() {
            let now = self.wait.now(moment);
            return self.wait.fail(Reason::Failed, &diagnose(&code, now), now);
        }
        self.wait.go_on(moment)
    }

    /// Goes on where the lists of this poll do not say that the wait is in vain, nor that nobody has the PIN.
    fn go_on_without_lists(&mut self, moment: Moment) -> WaitStep {
        self.rivals = Rivals::default();
        self.wait.go_on(moment)
    }

    fn failed(&mut self, path: &'static str, failure: &Failure, moment: Moment) -> WaitStep {
        if path != GET && !matches!(failure.outcome, Outcome::Canceled | Outcome::OutOfTime) {
            // What cannot be listed says nothing about the code.
            self.wait.leave_alone(failure);
            return self.go_on_without_lists(moment);
        }
        if failure.is_unknown_object()
            && let Some(seen) = self.wait.seen.clone()
        {
            let code = Value::read(&seen.code.0).unwrap_or(Value::Null);
            let diagnosis = diagnose(&code, seen.now);
            return self.wait.fail(Reason::Deleted, &diagnosis, seen.now);
        }
        match self.wait.miss(path, failure, moment) {
            Some(step) => step,
            None => self.wait.go_on(moment),
        }
    }
}

impl Flow for WaitUntilSet {
    type Progress = Progress;
    type Output = Waited;
    type Error = WaitError;

    fn next(&mut self, event: Event<'_>, moment: Moment) -> WaitStep {
        let (Event::Answered(_) | Event::Failed(_)) = event else {
            return self.wait.next(event, moment);
        };
        match (event, self.wait.heard(moment)) {
            (Event::Answered(answer), Some(path)) if path == GET => self.found(answer, moment),
            (Event::Answered(answer), Some(path)) => self.listed(path, answer, moment),
            (Event::Failed(failure), Some(path)) => self.failed(path, failure, moment),
            _ => self.wait.cancel(),
        }
    }
}
