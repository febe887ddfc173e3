//! `ensureAccessCode` whose server answers by a closure: what its tests share.

use seam_edge::flow::ensure_access_code::{Conflict, EnsureAccessCode, EnsureError};
use seam_edge::flow::failure::{Failure, Outcome};
use seam_edge::flow::{Call, Ended};
use serde_json::{Value, json};

use crate::random::Random;
use crate::virtual_time::{Run, Served, World, run};

pub(crate) const CREATE: &str = "/access_codes/create";
pub(crate) const GET: &str = "/access_codes/get";
pub(crate) const LIST: &str = "/access_codes/list";

pub(crate) type Ensured = Run<std::convert::Infallible, String, EnsureError>;

pub(crate) fn by_pin() -> EnsureAccessCode {
    EnsureAccessCode::new(r#"{"device_id":"d1","code":"4829"}"#, "{}").unwrap()
}

pub(crate) fn by_key() -> EnsureAccessCode {
    EnsureAccessCode::new(r#"{"device_id":"d1"}"#, r#"{"key":"17"}"#).unwrap()
}

/// A code as the API sends it, with changes.
pub(crate) fn code(changes: Value) -> Value {
    let mut code = json!({
        "access_code_id": "a1", "device_id": "d1", "name": "Guest", "code": "4829", "type": "ongoing", "status": "set",
        "is_managed": true, "created_at": "2026-06-01T11:59:00.946242Z", "common_code_key": null, "errors": [],
        "warnings": [], "pending_mutations": [],
    });
    for (name, value) in changes.as_object().unwrap() {
        code[name] = value.clone();
    }
    code
}

pub(crate) fn ensure(
    flow: &mut EnsureAccessCode,
    mut server: impl FnMut(&Call) -> Result<Served, Failure>,
) -> Ensured {
    run(flow, &mut World::default(), &mut Random::new(1), |call, _, _| {
        server(call)
    })
}

pub(crate) fn not_found() -> Failure {
    refused(404, "access_code_not_found", 0.0)
}

pub(crate) fn refused(status: u16, code: &str, retry_after: f64) -> Failure {
    Failure {
        outcome: Outcome::Refused { status },
        code: code.into(),
        retry_after,
    }
}

/// How often a path was called.
pub(crate) fn count(run: &Ensured, path: &str) -> usize {
    run.calls.iter().filter(|made| made.call.path == path).count()
}

pub(crate) fn conflict(run: &Ensured) -> &Conflict {
    match &run.end {
        Err(Ended::Own(EnsureError::Conflict(conflict))) => conflict,
        other => panic!("no conflict: {other:?}"),
    }
}
