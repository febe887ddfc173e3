//! The module `status`: diagnoses and timelines of codes, devices, access grants and access methods that there are, and the flows that wait for them and
//! ensure codes. One function, text in and out; what it says of access is written by `access`.
//! Decides nothing: `rules` and `flow` do.

use alloc::string::String;

use wasm_bindgen::prelude::*;

use crate::access;
use crate::flows::{Flows, Heard, Written, take_step, words};
use crate::{fault, options};
use seam_edge::error::Error;
use seam_edge::flow::access_code_wait::reports::{Progress, Seen, WaitError, Waited, Warning};
use seam_edge::flow::ensure_access_code::EnsureAccessCode;
use seam_edge::flow::wait_until_issued::{Awaits, WaitUntilIssued};
use seam_edge::flow::wait_until_removed::WaitUntilRemoved;
use seam_edge::flow::wait_until_set::WaitUntilSet;
use seam_edge::flow::{self, Event, Flow, Moment};
use seam_edge::options::known::STATUS;
use seam_edge::redaction::{Secrets, pins_of};
use seam_edge::rules::civil::written;
use seam_edge::rules::diagnosis::advice::Advice;
use seam_edge::rules::diagnosis::diagnose;
use seam_edge::rules::lifecycle::{Answer, Phase};
use seam_edge::rules::timeline::{Expectation, Step, Timeline, Worry, timeline};
use seam_edge::schema::misspelling::nearest;
use seam_edge::schema::record::Record;
use seam_edge::schema::value::Value;
use seam_edge::text::each_part;

/// A flow over calls.
enum StatusFlow {
    Wait(Wait),
    Ensure(EnsureAccessCode),
}

/// A wait: one type, so that their steps are written once.
enum Wait {
    Set(WaitUntilSet),
    Removed(WaitUntilRemoved),
    Issued(WaitUntilIssued),
}

impl Flow for Wait {
    type Progress = Progress;
    type Output = Waited;
    type Error = WaitError;

    fn next(&mut self, event: Event<'_>, moment: Moment) -> flow::Step<Progress, Waited, WaitError> {
        match self {
            Self::Set(flow) => flow.next(event, moment),
            Self::Removed(flow) => flow.next(event, moment),
            Self::Issued(flow) => flow.next(event, moment),
        }
    }
}

static FLOWS: Flows<StatusFlow> = Flows::new();

/// Answers a question, whose words are lines, about a text. The answer is a JSON object; where something is wrong, `{ fault }`.
///
/// | Words | Text | Answer |
/// |---|---|---|
/// | `diagnose` | `{ subject, now }` | a `Diagnosis` as the facade describes it |
/// | `timeline` | `{ subject, device, now }` | an `AccessCodeTimeline` as the facade describes it |
/// | `diagnose_access` | `{ subject, grant, methods, now }` | an `AccessDiagnosis` as the facade describes it |
/// | `access_timeline` | the same | an `AccessTimeline` as the facade describes it |
/// | `options`, a function, the names of its options | | `{}` |
/// | `start`, `wait_until_set`, options | the ID of a code | `{ number }` of a flow |
/// | `start`, `wait_until_removed`, options | the ID of a code | the same |
/// | `start`, `wait_until_grant_issued`, options | the ID of a grant | the same |
/// | `start`, `wait_until_method_issued`, options | the ID of an access method | the same |
/// | `start`, `ensure_access_code`, options | the parameters of `create` | `{ number, identity }` of a flow; see `ensure_access_code.rs` |
/// | `next`, flow, …; `end`, flow | | see `flows.rs` |
///
/// `now` is in ms since 1970; a `device` that is absent is not known. Instants in answers are RFC 3339. Options are a JSON object.
///
/// A wait tells `{ phase, attempt, nextPollIn, warnings, accessCode, diagnosis, failedPath }`, is done with `{ checked, accessCode }`, and
/// fails with `{ why: 'failed', reason, message, accessCode, diagnosis }` or `{ why: 'timed_out', message, accessCode, diagnosis, failedPath }`.
/// In place of `accessCode` a wait until access is issued has `accessGrant`, unless it is for a method alone, and `accessMethods`.
/// What is not known is absent. `failedPath` is that of the call of the last poll that failed.
#[wasm_bindgen]
#[must_use]
pub fn status(question: &str, text: &str) -> String {
    answer(question, text).map_or_else(|error| fault::answer(&error), Record::finish)
}

fn answer(question: &str, text: &str) -> Result<Record, Error> {
    let words = words(question);
    let [name, first, second, ..] = words;
    match name {
        "diagnose" => Ok(about(text, |subject, _, now| diagnosed(subject, now))),
        "timeline" => Ok(about(text, timed)),
        "diagnose_access" => Ok(access::about(text, access::diagnosed)),
        "access_timeline" => Ok(access::about(text, access::timed)),
        "options" => {
            let mut names = each_part(question, b'\n');
            names.next();
            Ok(options::answer(STATUS, &mut names, nearest))
        }
        "next" => FLOWS.step(first, |flow| {
            let heard = Heard::of(&words, text);
            match flow {
                StatusFlow::Wait(flow) => take_step(flow, &heard),
                StatusFlow::Ensure(flow) => take_step(flow, &heard),
            }
        }),
        "start" => start(first, second, text),
        "end" => {
            FLOWS.end(first);
            Ok(Record::new())
        }
        _ => Err(fault::unknown()),
    }
}

fn start(name: &str, options: &str, text: &str) -> Result<Record, Error> {
    let mut started = Record::new();
    let flow = match name {
        "wait_until_set" => StatusFlow::Wait(Wait::Set(WaitUntilSet::new(text, options)?)),
        "wait_until_removed" => StatusFlow::Wait(Wait::Removed(WaitUntilRemoved::new(text, options)?)),
        "wait_until_grant_issued" => issued(Awaits::Grant, text, options)?,
        "wait_until_method_issued" => issued(Awaits::Method, text, options)?,
        _ => {
            let flow = EnsureAccessCode::new(text, options)?;
            started.text("identity", flow.identity());
            StatusFlow::Ensure(flow)
        }
    };
    started.number("number", FLOWS.keep(flow));
    Ok(started)
}

fn issued(awaits: Awaits, id: &str, options: &str) -> Result<StatusFlow, Error> {
    let flow = WaitUntilIssued::new(awaits, id, options)?;
    Ok(StatusFlow::Wait(Wait::Issued(flow)))
}

fn about(text: &str, answer: impl Fn(&Value<'_>, &Value<'_>, i64) -> Record) -> Record {
    // The facade wrote the text by `JSON.stringify`, so it is JSON.
    let asked = Value::read(text).unwrap_or(Value::Null);
    let now = asked.get("now").number().unwrap_or_default() as i64;
    answer(asked.get("subject"), asked.get("device"), now)
}

impl Written for Wait {
    fn progress(&self, progress: Progress, step: &mut Record) {
        let phase = self.seen(progress.seen.as_ref(), step);
        step.text("phase", phase);
        step.number("attempt", f64::from(progress.attempt));
        step.number("nextPollIn", progress.next_poll_in);
        let warnings = progress.warnings.iter().map(Warning::advice);
        // Their messages hold no PIN.
        let none = Secrets::of(&[]);
        step.records("warnings", warnings.map(|warning| advice(&warning, &none)));
        failed_path(progress.failed, step);
    }

    fn done(&self, waited: Waited, step: &mut Record) {
        match (self, &waited.seen) {
            (Self::Issued(_), Some(seen)) => access::seen(seen, step),
            (_, Some(seen)) => step.json("accessCode", &seen.code.0),
            _ => {}
        }
        step.boolean("checked", waited.checked);
    }

    fn fail(&self, error: WaitError, step: &mut Record) {
        let (why, message, last) = match error {
            WaitError::Failed {
                reason,
                message,
                seen,
            } => {
                step.text("reason", reason.as_str());
                ("failed", message, Some(seen))
            }
            WaitError::TimedOut {
                message,
                seen,
                failed,
            } => {
                failed_path(failed, step);
                ("timed_out", message, seen)
            }
        };
        step.text("why", why);
        step.text("message", &message);
        self.seen(last.as_ref(), step);
    }
}

impl Wait {
    /// Writes what was last seen and what was the matter with it; answers how far it was.
    fn seen(&self, seen: Option<&Seen>, step: &mut Record) -> &'static str {
        let Some(seen) = seen else {
            return Phase::Unknown.as_str();
        };
        if let Self::Issued(_) = self {
            access::seen(seen, step);
            return access::diagnosis_of(seen, step);
        }
        let code = Value::read(&seen.code.0).unwrap_or(Value::Null);
        step.json("accessCode", &seen.code.0);
        step.record("diagnosis", diagnosed(&code, seen.now));
        diagnose(&code, seen.now).phase.as_str()
    }
}

fn failed_path(path: Option<&str>, step: &mut Record) {
    if let Some(path) = path {
        step.text("failedPath", path);
    }
}

fn diagnosed(subject: &Value<'_>, now: i64) -> Record {
    let diagnosis = diagnose(subject, now);
    let mut record = Record::new();
    record.text("verdict", diagnosis.verdict.as_str());
    record.text("summary", diagnosis.summary.text());
    record.text("summaryCode", diagnosis.summary.as_str());
    record.text("phase", diagnosis.phase.as_str());
    match diagnosis.is_on_lock {
        Answer::Yes => record.boolean("isOnLock", true),
        Answer::No => record.boolean("isOnLock", false),
        _ => {}
    }
    instant(&mut record, "dueAt", diagnosis.due_at);
    record.boolean("canPullBackupCode", diagnosis.can_pull_backup_code);
    record.boolean("retriedBySeam", diagnosis.retried_by_seam);
    if let Some(actor) = diagnosis.actor {
        record.text("actor", actor.as_str());
    }
    // A lock's own message may quote a PIN.
    let pins = Secrets::of(&pins_of(subject));
    let all = diagnosis.advice.iter();
    record.records("advice", all.map(|item| advice(item, &pins)));
    record
}

pub(crate) fn advice(advice: &Advice<'_>, pins: &Secrets) -> Record {
    let mut record = Record::new();
    record.text("code", advice.code);
    record.text("scope", advice.scope.as_str());
    record.boolean("known", advice.known);
    record.text("cause", advice.cause);
    record.text("action", advice.action);
    record.text("actor", advice.actor.as_str());
    record.boolean("transient", advice.transient);
    if let Some(message) = advice.message {
        record.text("message", &pins.cleared(message));
    }
    if let Some(created_at) = advice.created_at {
        record.text("createdAt", created_at);
    }
    record
}

fn timed(subject: &Value<'_>, device: &Value<'_>, now: i64) -> Record {
    let timeline = timeline(subject, device, now);
    let mut record = Record::new();
    record.text("scheduling", timeline.scheduling.as_str());
    record.text("phase", timeline.phase.as_str());
    let Timeline {
        steps,
        next,
        expect,
        worry_after,
        worry,
        ..
    } = timeline;
    foreseen(&steps, next, expect, worry_after.zip(worry), &mut record);
    record
}

/// Writes the steps of something, and what to expect.
pub(crate) fn foreseen(
    steps: &[Step],
    next: Option<Step>,
    expect: Expectation,
    worry: Option<(i64, Worry)>,
    record: &mut Record,
) {
    record.records("steps", steps.iter().map(step));
    if let Some(next) = &next {
        record.record("next", step(next));
    }
    record.text("expect", expect.text());
    record.text("expectCode", expect.as_str());
    if let Some((after, worry)) = worry {
        instant(record, "worryAfter", Some(after));
        record.text("worry", worry.text());
        record.text("worryCode", worry.as_str());
    }
}

fn step(step: &Step) -> Record {
    let mut record = Record::new();
    record.text("name", step.name.as_str());
    instant(&mut record, "at", step.at);
    record
}

/// Writes an instant, where there is one.
pub(crate) fn instant(record: &mut Record, name: &str, instant: Option<i64>) {
    if let Some(text) = instant.and_then(written) {
        record.text(name, &text);
    }
}
