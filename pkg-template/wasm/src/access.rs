//! What the module `status` says of access grants and access methods. Decides nothing: `rules::access` does.

use alloc::string::String;
use alloc::vec::Vec;

use crate::status::{advice, foreseen, instant};
use seam_edge::flow::access_code_wait::reports::Seen;
use seam_edge::redaction::{Secrets, pins_of};
use seam_edge::rules::access::timeline::{access_of, access_timeline};
use seam_edge::rules::access::{Access, MethodState, Pending, diagnose_access};
use seam_edge::schema::record::Record;
use seam_edge::schema::value::Value;

/// What is said of an access grant or an access method, by a text `{ subject, grant, methods, now }`.
pub(crate) fn about(text: &str, answer: impl Fn(Access<'_>, i64) -> Record) -> Record {
    // The facade wrote the text by `JSON.stringify`, so it is JSON.
    let asked = Value::read(text).unwrap_or(Value::Null);
    let now = asked.get("now").number().unwrap_or_default() as i64;
    let access = access_of(asked.get("subject"), asked.get("grant"), asked.get("methods"));
    answer(access, now)
}

/// Writes the grant and the access methods that a wait has seen.
pub(crate) fn seen(seen: &Seen, step: &mut Record) {
    let found = |key| seam_edge::schema::json::find(&seen.code.0, key);
    if let Some(grant) = found("access_grant") {
        step.json("accessGrant", grant);
    }
    step.json("accessMethods", found("access_methods").unwrap_or("[]"));
}

/// Writes what was the matter with them; answers how far they were.
pub(crate) fn diagnosis_of(seen: &Seen, step: &mut Record) -> &'static str {
    let value = Value::read(&seen.code.0).unwrap_or(Value::Null);
    let access = Access {
        grant: value.get("access_grant"),
        methods: Some(value.get("access_methods").items()),
    };
    step.record("diagnosis", diagnosed(access, seen.now));
    diagnose_access(access, seen.now).phase.as_str()
}

pub(crate) fn diagnosed(access: Access<'_>, now: i64) -> Record {
    let diagnosis = diagnose_access(access, now);
    let mut record = Record::new();
    record.text("verdict", diagnosis.verdict.as_str());
    record.text("summary", diagnosis.summary.text());
    record.text("summaryCode", diagnosis.summary.as_str());
    record.text("phase", diagnosis.phase.as_str());
    instant(&mut record, "startsAt", diagnosis.starts_at);
    instant(&mut record, "endsAt", diagnosis.ends_at);
    record.boolean("retriedBySeam", diagnosis.retried_by_seam);
    if let Some(actor) = diagnosis.actor {
        record.text("actor", actor.as_str());
    }
    record.records("accessMethods", diagnosis.methods.iter().map(method));
    record.records("pending", diagnosis.pending.iter().map(pending));
    record.texts(
        "uncoveredDeviceIds",
        diagnosis.uncovered_device_ids.iter().copied(),
    );
    // A message may quote a PIN.
    let all = core::iter::once(access.grant).chain(access.methods.unwrap_or_default());
    let secrets: Vec<String> = all.flat_map(pins_of).collect();
    let secrets = Secrets::of(&secrets);
    let said = diagnosis.advice.iter().map(|item| {
        let mut record = advice(&item.advice, &secrets);
        of_method(item.access_method_id, &mut record);
        record
    });
    record.records("advice", said);
    record
}

pub(crate) fn timed(access: Access<'_>, now: i64) -> Record {
    let timeline = access_timeline(access, now);
    let mut record = Record::new();
    record.text("phase", timeline.phase.as_str());
    let worry = timeline.worry_after.zip(timeline.worry);
    foreseen(
        &timeline.steps,
        timeline.next,
        timeline.expect,
        worry,
        &mut record,
    );
    record
}

fn method(method: &MethodState<'_>) -> Record {
    let mut record = Record::new();
    record.text("accessMethodId", method.access_method_id);
    record.text("mode", method.mode);
    record.text("phase", method.phase.as_str());
    record
}

fn pending(pending: &Pending<'_>) -> Record {
    let mut record = Record::new();
    record.text("code", pending.code);
    of_method(pending.access_method_id, &mut record);
    if let Some(created_at) = pending.created_at {
        record.text("createdAt", created_at);
    }
    record
}

fn of_method(access_method_id: Option<&str>, record: &mut Record) {
    if let Some(id) = access_method_id {
        record.text("accessMethodId", id);
    }
}
