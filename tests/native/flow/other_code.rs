//! Waits where the server answers with another code than the one that is waited for.

use serde_json::json;

use crate::virtual_time::World;
use crate::waits::{beside_at_first, code, refused, removed, set, times, wait_with, word};

#[test]
fn another_code_on_its_lock_says_nothing() {
    let answers = vec![
        Ok(code(json!({ "access_code_id": "a2", "status": "set" }))),
        Ok(code(json!({ "access_code_id": "A1", "status": "set" }))),
    ];
    let run = wait_with(set("{\"pollingInterval\":1000}"), &mut World::default(), answers);
    assert_eq!((word(&run), times(&run)), ("done", vec![0.0, 1_000.0]));
    assert!(run.end.unwrap().seen.unwrap().code.0.contains("\"A1\""));
}

#[test]
fn another_code_off_its_lock_says_nothing() {
    let over = |id: &str| {
        Ok(code(
            json!({ "access_code_id": id, "status": "unset", "type": "time_bound",
            "starts_at": "2026-05-01T12:00:00.000Z", "ends_at": "2026-05-02T12:00:00.000Z" }),
        ))
    };
    let answers = vec![over("a2"), Err(refused(503)), over("a1")];
    let run = wait_with(
        removed("{\"pollingInterval\":1000}"),
        &mut World::default(),
        answers,
    );
    assert_eq!((word(&run), times(&run)), ("done", vec![0.0, 1_000.0, 2_000.0]));
}

#[test]
fn a_code_with_the_pin_on_another_lock_is_in_nobodys_way() {
    let other = json!({ "access_code_id": "b", "device_id": "d2", "status": "set" });
    assert_eq!(beside_at_first(other), ("done", 2));
}
