//! What `ensureAccessCode` decides, step by step: which calls it makes, what it takes for the wanted code, what ends it. By a key:
//! `ensure_by_key`.

use seam_edge::flow::ensure_access_code::EnsureAccessCode;
use seam_edge::flow::failure::Outcome;
use seam_edge::schema::json::find;
use serde_json::{Value, json};

use crate::ensuring::{
    CREATE, GET, LIST, Told, UNMANAGED, by_key, by_pin, by_pin_of, code, ended_as, lost, refused,
};

#[test]
fn creates_what_is_not_there_and_returns_what_is() {
    let mut told = by_pin_of(json!({}));
    assert_eq!(told.parameters(), by_pin());
    told.fail(GET, &refused(404, "access_code_not_found"));
    assert_eq!(told.parameters(), json!({ "device_id": "d1" }));
    told.answer(UNMANAGED, json!([]));
    assert_eq!(told.parameters(), by_pin());
    assert!(told.flow.in_doubt());
    told.answer(CREATE, code(&json!({ "name": "made" })));
    assert_eq!(told.done()["name"], "made");
    assert!(!told.flow.in_doubt());

    let mut told = by_pin_of(json!({}));
    told.answer(GET, code(&json!({ "name": "found" })));
    assert_eq!(told.done()["name"], "found");
}

#[test]
fn tells_the_wanted_code_from_others() {
    let table = include_str!("../../cases/status/ensure-differences.json");
    let cases: Vec<(String, Value, Value, Vec<String>)> = serde_json::from_str(table).unwrap();
    for (name, mut wanted, existing, expected) in cases {
        wanted["device_id"] = json!("d1");
        wanted["code"] = json!("4829");
        let existing = code(&existing);
        let mut told = Told::new(wanted, Value::Null);
        told.answer(GET, existing.clone());
        if expected.is_empty() {
            assert_eq!(told.done(), existing, "{name}");
            continue;
        }
        let conflict = told.conflict();
        let properties: Vec<_> = conflict.differences.iter().map(|each| each.property).collect();
        assert_eq!(properties, expected, "{name}");
        assert_eq!(find(&conflict.access_code, "code"), Some("\"4829\""));
        let message = conflict.message();
        for property in properties {
            assert!(message.contains(&format!("`{property}` is `")), "{message}");
        }
        assert!(!message.contains("4829") && !message.contains('\n'), "{message}");
    }
}

#[test]
fn shows_no_pin_in_a_conflict() {
    let wanted = json!({ "device_id": "d1", "code": "4829", "name": "Gate 4829" });
    let mut told = Told::new(wanted, json!({}));
    told.answer(GET, code(&json!({ "name": "Door\n4829" })));
    let [difference] = &told.conflict().differences[..] else {
        panic!("one difference")
    };
    assert_eq!(difference.expected, "\"Gate [redacted]\"");
    assert_eq!(difference.actual, "\"Door\\u000a[redacted]\"");
    assert_eq!(
        told.conflict().message(),
        "there is another access code already, `a1`: `name` is `Door [redacted]`, expected `Gate [redacted]`"
    );
    assert!(!format!("{:?}", told.next).contains("4829"));

    // A year that reads like the PIN is shown.
    let wanted = json!({ "device_id": "d1", "code": "2031", "ends_at": "2031-05-03T10:00:00Z" });
    let mut told = Told::new(wanted, json!({}));
    told.answer(
        GET,
        code(&json!({ "code": "2031", "type": "time_bound", "ends_at": "2031-06-03T10:00:00Z" })),
    );
    assert_eq!(told.conflict().differences[0].actual, "\"2031-06-03T10:00:00Z\"");
}

#[test]
fn what_is_over_is_in_nobodys_way_by_the_servers_clock() {
    let over = code(&json!({
        "type": "time_bound", "status": "unset",
        "starts_at": "2030-05-01T00:00:00Z", "ends_at": "2030-05-31T23:59:00Z",
    }));
    let mut told = by_pin_of(json!({}));
    told.answer(GET, over.clone());
    assert_eq!(told.steps, ["get", "create"]);
    // Where the clock is hidden, nothing says that it is over.
    let mut told = by_pin_of(json!({}));
    told.date = None;
    told.answer(GET, over.clone());
    assert_eq!(told.conflict().differences[0].property, "type");
    // Unless it shows by what the server has created since.
    let mut over = over;
    over["common_code_key"] = json!("ensure:d1:17");
    let mut told = by_key();
    told.date = None;
    told.answer(
        LIST,
        json!([code(&json!({ "created_at": "2030-06-01T00:00:00Z" })), over]),
    );
    assert_eq!(told.steps, ["list", "create"]);
}

#[test]
fn one_that_seam_has_not_set_is_a_conflict() {
    let mut told = by_pin_of(json!({}));
    let unmanaged = |device: &str| code(&json!({ "is_managed": false, "device_id": device }));
    told.fail(GET, &refused(404, "access_code_not_found"));
    told.page(UNMANAGED, json!([unmanaged("d2")]), Some("more"));
    assert_eq!(
        told.parameters(),
        json!({ "device_id": "d1", "page_cursor": "more" })
    );
    told.answer(UNMANAGED, json!([unmanaged("d1")]));
    assert_eq!(told.conflict().differences[0].property, "is_managed");
}

#[test]
fn looks_again_where_a_create_may_have_worked() {
    for failure in [
        lost(),
        ended_as(Outcome::Timeout),
        ended_as(Outcome::Unreadable),
        refused(408, "x"),
        refused(425, ""),
        refused(503, ""),
    ] {
        let mut told = by_pin_of(json!({}));
        told.nothing()
            .fail(CREATE, &failure)
            .sleep()
            .answer(GET, code(&json!({})));
        told.done();
        assert_eq!(told.steps, ["get", "unmanaged/list", "create", "1000", "get"]);
        assert!(!told.flow.in_doubt());
    }
}

#[test]
fn gives_up_after_as_many_repeats_as_it_may_having_looked_once_more() {
    let mut told = by_pin_of(json!({ "maxRetries": 1 }));
    for _ in 0..2 {
        told.nothing().fail(CREATE, &lost()).sleep();
    }
    told.nothing().assert_failed(CREATE);
    assert!(told.flow.in_doubt());
    let steps: Vec<_> = told
        .steps
        .iter()
        .filter(|step| *step != "unmanaged/list")
        .collect();
    assert_eq!(steps, ["get", "create", "1000", "get", "create", "2000", "get"]);

    let mut told = by_pin_of(json!({}));
    for _ in 0..3 {
        told.nothing().fail(CREATE, &lost()).sleep();
    }
    told.nothing().assert_failed(CREATE);
}

#[test]
fn does_not_repeat_what_is_refused() {
    for failure in [
        refused(400, "invalid_input"),
        refused(401, ""),
        refused(404, "device_not_found"),
        refused(429, "too_many_requests"),
        ended_as(Outcome::NotSent),
        ended_as(Outcome::Canceled),
    ] {
        let mut told = by_pin_of(json!({}));
        told.nothing().fail(CREATE, &failure).assert_failed(CREATE);
        assert_eq!(told.flow.in_doubt(), failure.outcome == Outcome::Canceled);
    }
    // The server has acted, or somebody else has: once is enough.
    for failure in [ended_as(Outcome::NotAsDescribed), refused(307, "")] {
        let mut told = by_pin_of(json!({}));
        told.nothing()
            .fail(CREATE, &failure)
            .sleep()
            .nothing()
            .assert_failed(CREATE);
        assert!(told.flow.in_doubt());
    }
}

#[test]
fn a_duplicate_is_looked_for_once_more() {
    for failure in [
        refused(409, "duplicate_access_code"),
        refused(400, "duplicate_code"),
    ] {
        let mut told = by_pin_of(json!({}));
        told.nothing()
            .fail(CREATE, &failure)
            .answer(GET, code(&json!({})));
        told.done();
        let mut told = by_pin_of(json!({}));
        told.nothing()
            .fail(CREATE, &failure)
            .nothing()
            .assert_failed(CREATE);
        assert_eq!(told.steps.iter().filter(|step| *step == "create").count(), 1);
        assert!(!told.flow.in_doubt());
    }
}

#[test]
fn a_duplicate_that_may_be_its_own_is_looked_for_for_long() {
    let mut told = by_pin_of(json!({}));
    told.nothing().fail(CREATE, &lost()).sleep().nothing();
    told.fail(CREATE, &refused(409, "duplicate_access_code"))
        .nothing();
    for _ in 0..3 {
        told.sleep().nothing();
    }
    told.sleep().answer(GET, code(&json!({})));
    told.done();
    assert!(!told.flow.in_doubt());
}

#[test]
fn the_failure_of_a_search_ends_it() {
    for failure in [
        refused(500, "x"),
        refused(404, ""),
        refused(404, "workspace_not_found"),
        lost(),
    ] {
        by_pin_of(json!({})).fail(GET, &failure).assert_failed(GET);
        by_key().fail(LIST, &failure).assert_failed(LIST);
    }
    let mut told = by_pin_of(json!({}));
    told.fail(GET, &refused(404, "x"))
        .fail(UNMANAGED, &lost())
        .assert_failed(UNMANAGED);
}

#[test]
fn identities_are_equal_for_one_code_alone() {
    let identity = |parameters: Value, options: Value| {
        let flow = EnsureAccessCode::new(&parameters.to_string(), &options.to_string()).unwrap();
        flow.identity().to_owned()
    };
    let pin = identity(by_pin(), json!({}));
    assert_eq!(
        pin,
        identity(
            json!({ "code": "4829", "name": "x", "device_id": "d1" }),
            Value::Null
        )
    );
    assert_ne!(
        pin,
        identity(json!({ "code": "4821", "device_id": "d1" }), Value::Null)
    );
    assert_ne!(
        pin,
        identity(
            json!({ "common_code_key": "4829", "device_id": "d1" }),
            Value::Null
        )
    );
    assert_eq!(
        identity(json!({ "device_id": "d1" }), json!({ "key": "17" })),
        identity(
            json!({ "device_id": "d1", "common_code_key": "ensure:d1:17" }),
            json!({})
        ),
    );
}

#[test]
fn refuses_what_tells_no_code_from_another() {
    for (parameters, options, message) in [
        (json!({}), json!({}), "needs a `code`, or the option `key`"),
        (
            json!({}),
            json!({ "key": "" }),
            "The key option must be a string that is not empty",
        ),
        (
            json!({}),
            json!({ "key": 5 }),
            "The key option must be a string that is not empty",
        ),
        (
            json!({ "code": "4829" }),
            json!({ "key": "1" }),
            "cannot be used with `code`",
        ),
        (
            json!({ "common_code_key": "x" }),
            json!({ "key": "1" }),
            "`common_code_key`",
        ),
        (
            json!({ "code": "4829" }),
            json!({ "kye": "1" }),
            "unknown option `kye`: did you mean `key`?",
        ),
    ] {
        let mut parameters = parameters;
        parameters["device_id"] = json!("d1");
        let Err(error) = EnsureAccessCode::new(&parameters.to_string(), &options.to_string()) else {
            panic!("{parameters} {options}")
        };
        assert!(error.line().contains(message), "{}", error.line());
    }
}
