//! What ends `waitUntilRemoved`, poll by poll.

use seam_edge::flow::failure::Outcome;
use serde_json::{Value, json};

use crate::virtual_time::{World, failed, unknown};
use crate::waits::{GET, HOUR, UNMANAGED, code, error, instant, refused, removed, wait_with, word};

#[test]
fn removal_ends_with_the_code_off_the_lock() {
    let world = World::default();
    let over = |changes: Value| {
        let mut over = json!({ "type": "time_bound", "status": "unset",
            "starts_at": instant(&world, -2 * HOUR), "ends_at": instant(&world, -HOUR) });
        for (key, value) in changes.as_object().unwrap() {
            over[key] = value.clone();
        }
        Ok(code(over))
    };
    let end = |answers| {
        let run = wait_with(removed("{}"), &mut World::default(), answers);
        (
            word(&run),
            run.told.len(),
            matches!(&run.end, Ok(waited) if waited.checked),
        )
    };
    let gone = || Err(unknown("access_code_not_found"));
    let removing = || Ok(code(json!({ "status": "removing" })));
    assert_eq!(
        end(vec![gone(), Err(unknown("access_code_not_found"))]),
        ("done", 0, true)
    );
    // A server without the endpoint has a 404 of its own.
    assert_eq!(
        end(vec![removing(), gone(), Err(refused(404))]),
        ("done", 1, true)
    );
    assert_eq!(end(vec![over(json!({}))]), ("done", 0, true));
    assert_eq!(end(vec![over(json!({ "status": null }))]), ("done", 0, true));
    assert_eq!(
        end(vec![over(json!({ "status": "setting" })), over(json!({}))]),
        ("done", 1, true)
    );
    for status in ["unset", "setting"] {
        for name in [
            "failed_to_remove_from_device",
            "failed_to_expire",
            "failed_to_remove",
            "failed_to_delete",
        ] {
            let failing = || over(json!({ "status": status, "errors": error(name) }));
            assert_eq!(
                end(vec![failing(), failing(), over(json!({}))]),
                ("done", 2, true)
            );
        }
    }
    let failing = || {
        Ok(code(
            json!({ "status": "removing", "errors": error("failed_to_remove_from_device") }),
        ))
    };
    assert_eq!(
        end(vec![failing(), failing(), gone(), Err(refused(404))]),
        ("done", 2, true)
    );
    let set = || Ok(code(json!({ "status": "set" })));
    assert_eq!(
        end(vec![set(), set(), removing(), gone(), Err(refused(404))]),
        ("done", 3, true)
    );
    let lost = Ok(code(
        json!({ "status": "removing", "errors": error("device_removed") }),
    ));
    assert_eq!(end(vec![lost]), ("failed", 0, false));
    let unmanaged = || Ok(code(json!({ "status": "set", "is_managed": false })));
    let handed_over = vec![
        gone(),
        unmanaged(),
        gone(),
        unmanaged(),
        gone(),
        Err(refused(404)),
    ];
    assert_eq!(end(handed_over), ("done", 2, true));
    assert_eq!(end(vec![Err(refused(404))]), (GET, 0, false));
    assert_eq!(end(vec![Err(unknown("workspace_not_found"))]), (GET, 0, false));
    assert_eq!(end(vec![gone(), Err(refused(401))]), (UNMANAGED, 0, false));
}

#[test]
fn removal_that_cannot_be_checked_takes_three_polls_without_an_answer() {
    let gone = || Err(unknown("access_code_not_found"));
    let hidden = || Err(failed(Outcome::NoAnswer, 0.0));
    let end = |answers| {
        let run = wait_with(removed("{\"maxWait\":60000}"), &mut World::default(), answers);
        let checked = run.end.as_ref().ok().map(|waited| waited.checked);
        (word(&run), run.told.len(), checked)
    };
    let three = vec![gone(), hidden(), gone(), hidden(), gone(), hidden()];
    assert_eq!(end(three), ("done", 2, Some(false)));
    // Anything else in between, and it takes three more.
    for other in [
        failed(Outcome::Timeout, 0.0),
        refused(429),
        refused(503),
        failed(Outcome::Unreadable, 0.0),
    ] {
        let mut answers = vec![gone(), hidden(), gone(), hidden(), gone(), Err(other)];
        answers.extend([gone(), hidden(), gone(), hidden(), gone(), hidden()]);
        assert_eq!(end(answers), ("done", 5, Some(false)));
        let mut answers = vec![gone(), hidden(), gone(), hidden(), Err(refused(500))];
        answers.extend([gone(), hidden(), gone(), Err(refused(404))]);
        assert_eq!(end(answers), ("done", 4, Some(true)));
    }
    let never = std::iter::repeat_with(|| [gone(), Err(failed(Outcome::Timeout, 0.0))]);
    assert_eq!(end(never.take(40).flatten().collect()).0, "timed_out");
}
