//! `waitUntilRemoved`: polls a code until it is off the lock.
//!
//! It is off the lock when the server knows it no more, neither as a managed nor as an unmanaged code, or when it stays readable, its `phase` is
//! `removed` and `is_on_lock` says no. A lock that is gone ends the wait in vain: Seam cannot reach it any more.
//!
//! Some servers do without the unmanaged endpoint, and answer with a 404 of their own: then the code is gone. Where a browser is not even shown
//! that, the code is taken to be gone after three polls in a row in which Seam itself knows no such code and the unmanaged endpoint has no
//! answer. A timeout, a 429 or a 5xx is an answer of a server that has the endpoint. The result says that it could not be checked.

use crate::error::Error;
use crate::flow::access_code_wait::awaited::ACCESS_CODE;
use crate::flow::access_code_wait::reports::{Progress, Reason, WaitError, Waited};
use crate::flow::access_code_wait::{GET, GET_UNMANAGED, Wait, WaitStep};
use crate::flow::failure::{Failure, Outcome};
use crate::flow::{Answer, Event, Flow, Moment};
use crate::rules::diagnosis::advice::Effect;
use crate::rules::diagnosis::diagnose;
use crate::rules::lifecycle::{Answer as Known, Phase};
use crate::schema::value::Value;

/// How many polls in a row have to find no managed code, and no unmanaged endpoint.
const ENOUGH: u32 = 3;

/// A wait until an access code is off the lock.
pub struct WaitUntilRemoved {
    wait: Wait,
    /// How many polls in a row have found no managed code, and no unmanaged endpoint.
    unanswered: u32,
}

impl WaitUntilRemoved {
    /// A wait by options as callers wrote them, in JSON.
    ///
    /// # Errors
    /// [`Error::InvalidOptions`] where an option is unknown or out of range, [`Error::Arguments`] where the ID is empty.
    pub fn new(id: &str, options: &str) -> Result<Self, Error> {
        let (wait, _) = Wait::new(&ACCESS_CODE, id, options, &[], "off the lock")?;
        Ok(Self { wait, unanswered: 0 })
    }

    fn answered(&mut self, answer: Answer<'_>, moment: Moment) -> WaitStep {
        let code = Value::read(answer.value).unwrap_or(Value::Null);
        self.unanswered = 0;
        if !self.wait.is_about(&code) {
            return self.wait.go_on(moment);
        }
        let found = core::iter::once(&code);
        self.wait.see(answer.value, found, answer.date, moment);
        let now = self.wait.now(moment);
        let diagnosis = diagnose(&code, now);
        match diagnosis.phase {
            // Its time is over, but where removal has failed or is late, or setting was under way, the lock may have it still.
            Phase::Removed if diagnosis.is_on_lock == Known::No => self.wait.done(true),
            Phase::Removed => self.wait.go_on(moment),
            _ if diagnosis.advice.iter().any(|item| item.effect == Effect::Gone) => {
                self.wait.fail(Reason::Failed, &diagnosis, now)
            }
            _ => self.wait.go_on(moment),
        }
    }

    fn failed(&mut self, path: &'static str, failure: &Failure, moment: Moment) -> WaitStep {
        if path == GET {
            // A code that was handed over to be unmanaged is on the lock all the same.
            if failure.is_unknown_object() {
                return self.wait.get(GET_UNMANAGED, moment);
            }
        } else if failure.status() == 404 {
            return self.wait.done(true);
        }
        if path != GET && failure.outcome == Outcome::NoAnswer {
            self.unanswered += 1;
            if self.unanswered == ENOUGH {
                return self.wait.done(false);
            }
        } else {
            self.unanswered = 0;
        }
        match self.wait.miss(path, failure, moment) {
            Some(step) => step,
            None => self.wait.go_on(moment),
        }
    }
}

impl Flow for WaitUntilRemoved {
    type Progress = Progress;
    type Output = Waited;
    type Error = WaitError;

    fn next(&mut self, event: Event<'_>, moment: Moment) -> WaitStep {
        let (Event::Answered(_) | Event::Failed(_)) = event else {
            return self.wait.next(event, moment);
        };
        match (event, self.wait.heard(moment)) {
            (Event::Answered(answer), Some(_)) => self.answered(answer, moment),
            (Event::Failed(failure), Some(path)) => self.failed(path, failure, moment),
            _ => self.wait.cancel(),
        }
    }
}
