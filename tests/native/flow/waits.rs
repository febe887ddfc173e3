//! Waits for access codes whose server answers as it is told: what their tests share.

use seam_edge::flow::access_code_wait::reports::{Progress, WaitError, Waited};
use seam_edge::flow::failure::{Failure, Outcome};
use seam_edge::flow::wait_until_removed::WaitUntilRemoved;
use seam_edge::flow::wait_until_set::WaitUntilSet;
use seam_edge::flow::{Ended, Flow};
use serde_json::{Value, json};

use crate::random::Random;
use crate::virtual_time::{Run, Served, World, failed, run};

pub(crate) type Waiting = Run<Progress, Waited, WaitError>;

pub(crate) const GET: &str = "/access_codes/get";
pub(crate) const UNMANAGED: &str = "/access_codes/unmanaged/get";
pub(crate) const PIN: &str = "4829";
pub(crate) const HOUR: i64 = 3_600_000;

pub(crate) fn instant(world: &World, from_now: i64) -> String {
    at(world.epoch as i64 + from_now)
}

pub(crate) fn at(milliseconds: i64) -> String {
    seam_edge::rules::civil::written(milliseconds).unwrap()
}

/// A code as the API answers with it, changed; what is null is left out.
pub(crate) fn code(changes: Value) -> String {
    let mut code = json!({
        "access_code_id": "a1", "device_id": "d1", "code": PIN, "name": "Guest", "type": "ongoing",
        "is_managed": true, "created_at": "2026-06-01T11:59:00.000Z", "errors": [], "warnings": [],
        "pending_mutations": [], "status": "setting"
    });
    for (key, value) in changes.as_object().unwrap() {
        code[key] = value.clone();
    }
    code.as_object_mut().unwrap().retain(|_, value| !value.is_null());
    code.to_string()
}

pub(crate) fn error(error_code: &str) -> Value {
    json!([{ "error_code": error_code, "message": format!("About {PIN}."), "is_access_code_error": true }])
}

pub(crate) type Answers = Vec<Result<String, Failure>>;

/// Runs a wait whose server answers in this order to `get` and `unmanaged/get`, and with nothing to lists.
pub(crate) fn wait_with<F>(mut flow: F, world: &mut World, answers: Answers) -> Waiting
where
    F: Flow<Progress = Progress, Output = Waited, Error = WaitError>,
{
    let mut answers = answers.into_iter();
    run(&mut flow, world, &mut Random::new(1), |call, _, _| {
        if call.path.ends_with("/list") {
            return Ok(Served::value("[]"));
        }
        answers.next().expect("one answer more").map(Served::value)
    })
}

/// What becomes of a wait for a code whose PIN is twice on its lock at the first poll, and which is set at the second, where lists show this
/// other code; and how often it polled.
pub(crate) fn beside_at_first(other: Value) -> (&'static str, usize) {
    let list = format!("[{}]", code(other));
    let mut polls = 0;
    let run = run(
        &mut set("{\"pollingInterval\":1000}"),
        &mut World::default(),
        &mut Random::new(1),
        |call, _, _| {
            if call.path != GET {
                return Ok(Served::value(&*list));
            }
            polls += 1;
            Ok(Served::value(code(match polls {
                1 => json!({ "errors": error("duplicate_code_on_device") }),
                _ => json!({ "status": "set" }),
            })))
        },
    );
    (word(&run), polls)
}

pub(crate) fn set(options: &str) -> WaitUntilSet {
    WaitUntilSet::new("a1", options).unwrap()
}

pub(crate) fn removed(options: &str) -> WaitUntilRemoved {
    WaitUntilRemoved::new("a1", options).unwrap()
}

pub(crate) fn times(run: &Waiting) -> Vec<f64> {
    run.calls.iter().map(|made| made.at.round()).collect()
}

pub(crate) fn word(run: &Waiting) -> &'static str {
    match &run.end {
        Ok(_) => "done",
        Err(Ended::Own(WaitError::Failed { reason, .. })) => reason.as_str(),
        Err(Ended::Own(WaitError::TimedOut { .. })) => "timed_out",
        Err(Ended::Call(path)) => path,
        Err(Ended::Canceled) => "canceled",
    }
}

pub(crate) fn message(run: &Waiting) -> &str {
    match &run.end {
        Err(Ended::Own(WaitError::Failed { message, .. } | WaitError::TimedOut { message, .. })) => message,
        other => panic!("{other:?}"),
    }
}

pub(crate) fn refused(status: u16) -> Failure {
    failed(Outcome::Refused { status }, 0.0)
}
