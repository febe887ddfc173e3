//! `ensureAccessCode` by a key, step by step: how it knows a code, how long it looks for a late one, and what it returns of several.

use seam_edge::flow::failure::Failure;
use seam_edge::flow::{Event, Step};
use serde_json::json;

use crate::ensuring::{CREATE, LIST, Told, by_key, code, keyed, lost, refused};

#[test]
fn knows_a_code_by_its_key() {
    let mut told = by_key();
    assert_eq!(told.parameters(), json!({ "device_id": "d1" }));
    told.answer(LIST, json!([code(&json!({ "common_code_key": "ensure:d1:18" }))]));
    assert_eq!(
        told.parameters(),
        json!({ "device_id": "d1", "common_code_key": "ensure:d1:17" })
    );
    let made = keyed("a2", "2030-02-02T00:00:00Z");
    told.answer(CREATE, made.clone()).answer(LIST, json!([made]));
    assert_eq!(told.done(), made);
    assert_eq!(told.steps, ["list", "create", "list"]);
    assert!(!told.flow.in_doubt());

    let own = json!({ "device_id": "d1", "common_code_key": "house-4" });
    let mut told = Told::new(own.clone(), json!({}));
    told.answer(LIST, json!([]));
    assert_eq!(told.parameters(), own);
}

#[test]
fn returns_the_oldest_of_one_key() {
    let codes = json!([
        keyed("a3", "2030-02-02T00:00:00.2Z"),
        keyed("a2", "2030-02-02T00:00:00.1Z"),
        code(
            &json!({ "device_id": "d2", "common_code_key": "ensure:d1:17", "created_at": "2030-01-01T00:00:00Z" })
        ),
    ]);
    let mut told = by_key();
    told.page(LIST, codes.clone(), Some("2"));
    told.answer(LIST, json!([keyed("a4", "2030-02-02T00:00:01Z")]));
    assert_eq!(told.done()["access_code_id"], "a2");
    // Also where it was made while this one was created.
    let mut told = by_key();
    told.answer(LIST, json!([]))
        .answer(CREATE, keyed("a4", "2030-02-03T00:00:00Z"))
        .answer(LIST, codes);
    assert_eq!(told.done()["access_code_id"], "a2");
}

#[test]
fn returns_what_it_has_made_where_it_cannot_look_any_more() {
    let made = keyed("a2", "2030-02-02T00:00:00Z");
    let mut told = by_key();
    told.answer(LIST, json!([]))
        .answer(CREATE, made.clone())
        .fail(LIST, &refused(400, "x"));
    assert_eq!(told.done(), made);
    assert!(told.flow.in_doubt());
    // Whoever gives up by then gets it too.
    let mut told = by_key();
    told.answer(LIST, json!([]))
        .answer(CREATE, made.clone())
        .hear(Event::Canceled);
    assert_eq!(told.done(), made);
    // A code that the list does not show yet must not be created again.
    let mut told = by_key();
    told.answer(LIST, json!([]))
        .answer(CREATE, made.clone())
        .answer(LIST, json!([]));
    assert_eq!(told.done(), made);
    assert!(told.flow.in_doubt());
}

#[test]
fn looks_for_a_late_code_for_15_seconds() {
    let mut told = by_key();
    told.answer(LIST, json!([])).fail(CREATE, &lost());
    while matches!(told.next, Step::Sleep(_)) {
        told.sleep().answer(LIST, json!([]));
    }
    assert_eq!(
        told.steps,
        [
            "list", "create", "1000", "list", "1000", "list", "1500", "list", "2250", "list", "3375", "list",
            "4000", "list", "1875", "list", "create"
        ]
    );
    let pauses = told.steps.iter().filter_map(|step| step.parse::<u32>().ok());
    assert_eq!(pauses.sum::<u32>(), 15_000);
}

#[test]
fn an_earlier_doubt_is_cleared_before_anything_is_created() {
    let parameters = json!({ "device_id": "d1" });
    let mut told = Told::in_doubt(parameters.clone(), json!({ "key": "17", "maxRetries": 0 }), true);
    told.answer(LIST, json!([]))
        .sleep()
        .answer(LIST, json!([keyed("a2", "2030-02-02T00:00:00Z")]));
    told.done();
    assert!(!told.flow.in_doubt());
    let mut told = Told::in_doubt(parameters, json!({ "key": "17", "maxRetries": 0 }), true);
    told.answer(LIST, json!([]));
    while matches!(told.next, Step::Sleep(_)) {
        assert!(told.flow.in_doubt());
        told.sleep().answer(LIST, json!([]));
    }
    told.fail(CREATE, &refused(400, "x")).assert_failed(CREATE);
    assert!(!told.flow.in_doubt());
}

#[test]
fn a_failure_that_heals_does_not_end_a_long_search() {
    let mut told = by_key();
    told.answer(LIST, json!([])).fail(CREATE, &lost()).sleep();
    told.fail(LIST, &refused(503, ""))
        .sleep()
        .answer(LIST, json!([keyed("a2", "2030-02-02T00:00:00Z")]));
    told.done();
    // The last one does: whether there is a code is not known.
    let mut told = by_key();
    told.answer(LIST, json!([])).fail(CREATE, &lost());
    while matches!(told.next, Step::Sleep(_)) {
        told.sleep().fail(LIST, &refused(503, ""));
    }
    told.assert_failed(LIST);
    assert!(told.flow.in_doubt());
    // So does a server that wants to be left alone for longer.
    let mut told = by_key();
    told.answer(LIST, json!([])).fail(CREATE, &lost()).sleep();
    let busy = Failure {
        retry_after: 20_000.0,
        ..refused(429, "x")
    };
    told.fail(LIST, &busy).assert_failed(LIST);
}

#[test]
fn a_cursor_that_comes_again_ends_the_list() {
    let mut told = by_key();
    told.page(LIST, json!([]), Some("same"))
        .page(LIST, json!([]), Some("same"));
    assert_eq!(told.steps, ["list", "list", "create"]);
}
