//! What the npm package asks about codes and devices that there are: one function, text in and out. A module of its own, which only
//! those carry who ask (docs/design.md, 1.6). Decides nothing: `rules::diagnosis` and `rules::timeline` do.

use alloc::string::String;

use wasm_bindgen::prelude::*;

use crate::rules::civil::written;
use crate::rules::diagnosis::advice::Advice;
use crate::rules::diagnosis::diagnose;
use crate::rules::lifecycle::Answer;
use crate::rules::timeline::{Step, timeline};
use crate::schema::record::Record;
use crate::schema::value::Value;

/// Answers a question about a JSON object. The answer is a JSON object.
///
/// | Question | Object | Answer |
/// |---|---|---|
/// | `diagnose` | `{ subject, now }` | a `Diagnosis` as the facade describes it |
/// | `timeline` | `{ subject, device, now }` | an `AccessCodeTimeline` as the facade describes it |
///
/// `now` is in ms since 1970; a `device` that is absent is not known. Instants in answers are RFC 3339.
#[wasm_bindgen]
#[must_use]
pub fn status(question: &str, text: &str) -> String {
    // The facade wrote the text by `JSON.stringify`, so it is JSON.
    let asked = Value::read(text).unwrap_or(Value::Null);
    let subject = asked.get("subject");
    let now = asked.get("now").number().unwrap_or_default() as i64;
    match question {
        "diagnose" => diagnosed(subject, now),
        "timeline" => timed(subject, asked.get("device"), now),
        _ => Record::new(),
    }
    .finish()
}

fn diagnosed(subject: &Value<'_>, now: i64) -> Record {
    let diagnosis = diagnose(subject, now);
    let mut record = Record::new();
    record.text("verdict", diagnosis.verdict.as_str());
    record.text("summary", diagnosis.summary);
    record.text("phase", diagnosis.phase.as_str());
    match diagnosis.is_on_lock {
        Answer::Yes => record.boolean("isOnLock", true),
        Answer::No => record.boolean("isOnLock", false),
        Answer::Unknown => {}
    }
    instant(&mut record, "dueAt", diagnosis.due_at);
    record.boolean("canPullBackupCode", diagnosis.can_pull_backup_code);
    record.boolean("retriedBySeam", diagnosis.retried_by_seam);
    if let Some(actor) = diagnosis.actor {
        record.text("actor", actor.as_str());
    }
    record.records("advice", diagnosis.advice.iter().map(advice));
    record
}

fn advice(advice: &Advice<'_>) -> Record {
    let mut record = Record::new();
    record.text("code", advice.code);
    record.text("scope", advice.scope.as_str());
    record.boolean("known", advice.known);
    record.text("cause", advice.cause);
    record.text("action", advice.action);
    record.text("actor", advice.actor.as_str());
    record.boolean("transient", advice.transient);
    for (name, text) in [("message", advice.message), ("createdAt", advice.created_at)] {
        if let Some(text) = text {
            record.text(name, text);
        }
    }
    record
}

fn timed(subject: &Value<'_>, device: &Value<'_>, now: i64) -> Record {
    let timeline = timeline(subject, device, now);
    let mut record = Record::new();
    record.text("scheduling", timeline.scheduling.as_str());
    record.records("steps", timeline.steps.iter().map(step));
    record.text("phase", timeline.phase.as_str());
    if let Some(next) = &timeline.next {
        record.record("next", step(next));
    }
    record.text("expect", timeline.expect);
    instant(&mut record, "worryAfter", timeline.worry_after);
    if let Some(worry) = timeline.worry {
        record.text("worry", worry);
    }
    record
}

fn step(step: &Step) -> Record {
    let mut record = Record::new();
    record.text("name", step.name.as_str());
    instant(&mut record, "at", step.at);
    record
}

/// Writes an instant, where there is one.
fn instant(record: &mut Record, name: &str, instant: Option<i64>) {
    if let Some(text) = instant.and_then(written) {
        record.text(name, &text);
    }
}
