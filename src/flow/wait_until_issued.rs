//! `waitUntilIssued`: polls an access grant and its access methods, or an access method alone, until all of it is issued.
//!
//! A poll reads the grant, then its access methods, page by page. The wait is done when `rules::access` says that the phase is `issued`: every access
//! method that was asked for is there and issued, and nothing of it is pending. What only troubles it, the advice says.
//!
//! The verdict `failed` (an error that Seam does not try again), the phases `removing` and `over` end the wait in vain. What a person has to do (write a card
//! with an encoder, bring a lock back) may be done while the wait lasts, so it is told by progress, and ends the wait only with
//! `stopWhen: 'needs_action'`.
//!
//! # A start after the end of the wait
//!
//! No source says when before its start a PIN counts as issued, and a PIN by an algorithm is there at once. So a start that lies after the end of the
//! wait proves nothing by itself. But Seam itself says of an access code that it waits, and until when (`deferring_creation`, `scheduled_at`). So the access codes are listed
//! where that can matter. Where Seam puts one off until after the end of the wait, and two looks in a row find the access method not issued all the
//! same, the wait ends with `due_later`. Where codes cannot be listed, it goes on.

use alloc::string::String;
use alloc::vec::Vec;

use crate::error::Error;
use crate::flow::access_code_wait::awaited::{Awaited, InVain};
use crate::flow::access_code_wait::reports::{Progress, Reason, WaitError, Waited};
use crate::flow::access_code_wait::{LIST, Wait, WaitStep, stops_for_action};
use crate::flow::failure::{Failure, Outcome};
use crate::flow::pages::MOST_PAGES;
use crate::flow::{Answer, Event, Flow, Moment};
use crate::rules::access::timeline::access_of;
use crate::rules::access::{Access, AccessDiagnosis, AccessPhase, diagnose_access};
use crate::rules::diagnosis::advice::{Actor, Subject};
use crate::rules::diagnosis::{Summary, Verdict};
use crate::rules::lifecycle::instant;
use crate::schema::record::Record;
use crate::schema::value::Value;
use crate::text::concat;

/// The endpoints, by their paths: the modules of waits are built without what `api` says of them.
const GET_GRANT: &str = "/access_grants/get";
const GET_METHOD: &str = "/access_methods/get";
const LIST_METHODS: &str = "/access_methods/list";

static GRANT: Awaited = Awaited {
    title: "access grant",
    id: "access_grant_id",
    get: GET_GRANT,
    subject: Subject::Access,
    summary,
};

static METHOD: Awaited = Awaited {
    title: "access method",
    id: "access_method_id",
    get: GET_METHOD,
    subject: Subject::Access,
    summary,
};

/// What is waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Awaits {
    /// An access grant, with all its access methods.
    Grant,
    /// One access method.
    Method,
}

/// A wait until access is issued.
pub struct WaitUntilIssued {
    wait: Wait,
    awaits: Awaits,
    /// Whether the wait ends where somebody has to act.
    stops_for_action: bool,
    /// The grant of this poll, as JSON; empty before that, and where there is none.
    grant: String,
    /// The items of the lists of access methods of this poll, as JSON with commas between.
    methods: String,
    /// How many pages of access methods this poll has read.
    pages: usize,
    date: Option<f64>,
    /// Whether the last look found a code put off until after the end of the wait.
    was_put_off: bool,
    /// Whether the codes are worth a look: they may be put off for so long.
    looks_at_codes: bool,
}

impl WaitUntilIssued {
    /// A wait by options as callers wrote them, in JSON.
    ///
    /// # Errors
    /// [`Error::InvalidOptions`] where an option is unknown or out of range, [`Error::Arguments`] where the ID is empty.
    pub fn new(awaits: Awaits, id: &str, options: &str) -> Result<Self, Error> {
        let awaited = match awaits {
            Awaits::Grant => &GRANT,
            Awaits::Method => &METHOD,
        };
        let (wait, options) = Wait::new(awaited, id, options, &["stopWhen"], "issued")?;
        Ok(Self {
            wait,
            awaits,
            stops_for_action: stops_for_action(&options)?,
            grant: String::new(),
            methods: String::new(),
            pages: 0,
            date: None,
            was_put_off: false,
            looks_at_codes: true,
        })
    }

    fn found(&mut self, answer: Answer<'_>, moment: Moment) -> WaitStep {
        let found = Value::read(answer.value).unwrap_or(Value::Null);
        if !self.wait.is_about(&found) {
            return self.wait.go_on(moment);
        }
        self.date = answer.date;
        self.methods.clear();
        self.pages = 0;
        if self.awaits == Awaits::Grant {
            self.grant = answer.value.into();
            return self.wait.list(LIST_METHODS, None, moment);
        }
        self.methods = answer.value.into();
        self.decide(moment)
    }

    /// Takes in a page of the access methods of the grant.
    fn listed(&mut self, answer: Answer<'_>, moment: Moment) -> WaitStep {
        let items = answer
            .value
            .trim()
            .strip_prefix('[')
            .and_then(|rest| rest.strip_suffix(']'));
        let items = items.unwrap_or_default().trim();
        if !items.is_empty() {
            let comma = if self.methods.is_empty() { "" } else { "," };
            self.methods = concat(&[&self.methods, comma, items]);
        }
        self.date = answer.date.or(self.date);
        self.pages += 1;
        match answer.next_page {
            Some(cursor) if self.pages < MOST_PAGES => self.wait.list(LIST_METHODS, Some(cursor), moment),
            _ => self.decide(moment),
        }
    }

    fn decide(&mut self, moment: Moment) -> WaitStep {
        let mut seen = Record::new();
        if self.awaits == Awaits::Grant {
            seen.json("access_grant", &self.grant);
        }
        seen.json("access_methods", &concat(&["[", &self.methods, "]"]));
        let text = seen.finish();
        let seen = Value::read(&text).unwrap_or(Value::Null);
        let access = seen_access(&seen);
        let parts = core::iter::once(access.grant).chain(access.methods.unwrap_or_default());
        self.wait.see(&text, parts, self.date, moment);
        let now = self.wait.now(moment);
        let diagnosis = diagnose_access(access, now);
        if matches!(
            diagnosis.verdict,
            Verdict::Failed | Verdict::Expired | Verdict::Removing
        ) {
            return self.wait.fail(Reason::Failed, &diagnosis, now);
        }
        if diagnosis.phase == AccessPhase::Issued {
            return self.wait.done(true);
        }
        if self.stops_for_action && matches!(diagnosis.actor, Some(Actor::User | Actor::ChangeInput)) {
            return self.wait.fail(Reason::NeedsAction, &diagnosis, now);
        }
        if self.may_be_put_off(&diagnosis, moment) {
            return self.wait.list(LIST, None, moment);
        }
        self.was_put_off = false;
        self.wait.go_on(moment)
    }

    /// Whether a code that is not issued may be put off until after the end of the wait.
    fn may_be_put_off(&self, diagnosis: &AccessDiagnosis<'_>, moment: Moment) -> bool {
        let mut methods = diagnosis.methods.iter();
        let has_code = methods.any(|method| method.mode == "code" && method.phase == AccessPhase::Issuing);
        let starts_in_time = match self.awaits {
            Awaits::Grant => diagnosis
                .starts_at
                .and_then(|start| self.wait.comes_in_time(start, moment)),
            // A method does not say when it starts.
            Awaits::Method => Some(false),
        };
        self.looks_at_codes && has_code && starts_in_time == Some(false)
    }

    /// Takes in the codes of what is waited for.
    fn codes_listed(&mut self, answer: Answer<'_>, moment: Moment) -> WaitStep {
        let codes = Value::read(answer.value).unwrap_or(Value::Null);
        let put_off = codes
            .items()
            .iter()
            .flat_map(|code| code.get("pending_mutations").items());
        let put_off = put_off.filter(|item| item.get("mutation_code").text() == Some("deferring_creation"));
        let due: Vec<i64> = put_off.filter_map(|item| instant(item, "scheduled_at")).collect();
        let due_at = due.iter().copied().max();
        let is_late = due_at.and_then(|at| self.wait.comes_in_time(at, moment)) == Some(false);
        let was_late = core::mem::replace(&mut self.was_put_off, is_late);
        if !is_late && !codes.items().is_empty() {
            self.looks_at_codes = self.awaits == Awaits::Grant;
        }
        if !(is_late && was_late) {
            return self.wait.go_on(moment);
        }
        self.fail_as_seen(Reason::DueLater, due_at)
    }

    fn fail_as_seen(&mut self, reason: Reason, due_at: Option<i64>) -> WaitStep {
        let Some(seen) = self.wait.seen.clone() else {
            return self.wait.cancel();
        };
        let value = Value::read(&seen.code.0).unwrap_or(Value::Null);
        let diagnosis = diagnose_access(seen_access(&value), seen.now);
        let in_vain = InVain {
            due_at,
            ..InVain::from(&diagnosis)
        };
        self.wait.fail(reason, in_vain, seen.now)
    }

    fn failed(&mut self, path: &'static str, failure: &Failure, moment: Moment) -> WaitStep {
        let is_over = matches!(failure.outcome, Outcome::Canceled | Outcome::OutOfTime);
        if path == LIST && !is_over {
            // What cannot be listed says nothing.
            self.was_put_off = false;
            self.wait.leave_alone(failure);
            return self.wait.go_on(moment);
        }
        if failure.is_unknown_object() {
            if path == LIST_METHODS {
                // The grant went between the two calls: the next poll says so.
                return self.wait.go_on(moment);
            }
            if self.wait.seen.is_some() {
                return self.fail_as_seen(Reason::Deleted, None);
            }
        }
        match self.wait.miss(path, failure, moment) {
            Some(step) => step,
            None => self.wait.go_on(moment),
        }
    }
}

impl Flow for WaitUntilIssued {
    type Progress = Progress;
    type Output = Waited;
    type Error = WaitError;

    fn next(&mut self, event: Event<'_>, moment: Moment) -> WaitStep {
        let (Event::Answered(_) | Event::Failed(_)) = event else {
            return self.wait.next(event, moment);
        };
        match (event, self.wait.heard(moment)) {
            (Event::Answered(answer), Some(LIST_METHODS)) => self.listed(answer, moment),
            (Event::Answered(answer), Some(LIST)) => self.codes_listed(answer, moment),
            (Event::Answered(answer), Some(_)) => self.found(answer, moment),
            (Event::Failed(failure), Some(path)) => self.failed(path, failure, moment),
            _ => self.wait.cancel(),
        }
    }
}

impl<'d, 'a> From<&'d AccessDiagnosis<'a>> for InVain<'d, 'a> {
    fn from(diagnosis: &'d AccessDiagnosis<'a>) -> Self {
        Self {
            summary: diagnosis.summary,
            is_disabled: false,
            due_at: diagnosis.starts_at,
            actor: diagnosis.actor,
            advice: diagnosis.advice.iter().map(|item| &item.advice).collect(),
        }
    }
}

/// The grant and the access methods that a wait has seen.
pub(crate) fn seen_access<'a>(seen: &'a Value<'a>) -> Access<'a> {
    let access = access_of(seen.get("access_grant"), &Value::Null, seen.get("access_methods"));
    Access {
        methods: Some(access.methods.unwrap_or_default()),
        ..access
    }
}

fn summary(seen: &Value<'_>, now: i64) -> Summary {
    diagnose_access(seen_access(seen), now).summary
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::{access_grants, access_methods};

    #[test]
    fn calls_endpoints_that_there_are() {
        assert_eq!(GET_GRANT, access_grants::GET.path);
        assert_eq!(
            [GET_METHOD, LIST_METHODS],
            [access_methods::GET.path, access_methods::LIST.path]
        );
    }
}
