//! Waits for a code whose `status` is not listed: nobody knows whether the lock has it, so they go on.

use serde_json::json;

use crate::random::Random;
use crate::virtual_time::{Served, World, run};
use crate::waits::{GET, code, error, removed, set, times, wait_with, word};

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
    let mut polls = 0;
    let run = run(
        &mut set("{\"pollingInterval\":1000}"),
        &mut World::default(),
        &mut Random::new(1),
        |call, _, _| match call.path {
            GET => {
                polls += 1;
                let twice = json!({ "errors": error("duplicate_code_on_device") });
                Ok(Served::value(code(if polls == 1 {
                    twice
                } else {
                    json!({ "status": "set" })
                })))
            }
            _ => {
                let other = code(json!({ "access_code_id": "b", "status": "deleted" }));
                Ok(Served::value(format!("[{other}]")))
            }
        },
    );
    assert_eq!((word(&run), polls), ("done", 2));
}
