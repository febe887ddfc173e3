//! Waits for a code whose `status` is not listed: nobody knows whether the lock has it, so they go on.

use serde_json::json;

use crate::virtual_time::World;
use crate::waits::{beside_at_first, code, removed, set, times, wait_with, word};

#[test]
fn a_code_with_an_unlisted_status_is_not_on_the_lock_for_sure() {
    for status in ["failed", "expired", "deleted", ""] {
        let answers = vec![
            Ok(code(json!({ "status": status }))),
            Ok(code(json!({ "status": "set" }))),
        ];
        let run = wait_with(set("{\"pollingInterval\":1000}"), &mut World::default(), answers);
        assert_eq!(
            (word(&run), times(&run)),
            ("done", vec![0.0, 1_000.0]),
            "{status}"
        );
    }
}

#[test]
fn nor_is_it_off_the_lock_when_its_time_is_over() {
    let over = |status| {
        code(json!({ "status": status, "type": "time_bound",
            "starts_at": "2026-05-01T12:00:00.000Z", "ends_at": "2026-05-02T12:00:00.000Z" }))
    };
    for status in ["failed", "expired", "deleted", ""] {
        let answers = vec![Ok(over(status)), Ok(over("unset"))];
        let run = wait_with(
            removed("{\"pollingInterval\":1000}"),
            &mut World::default(),
            answers,
        );
        assert_eq!(
            (word(&run), times(&run)),
            ("done", vec![0.0, 1_000.0]),
            "{status}"
        );
    }
}

#[test]
fn another_code_with_the_pin_may_be_leaving() {
    let other = json!({ "access_code_id": "b", "status": "deleted" });
    assert_eq!(beside_at_first(other), ("done", 2));
}
