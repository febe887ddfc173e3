//! What ends `waitUntilIssued`, poll by poll, and what it says.

use seam_edge::flow::Ended;
use seam_edge::flow::access_code_wait::reports::WaitError;
use seam_edge::flow::failure::{Failure, Outcome};
use seam_edge::flow::wait_until_issued::{Awaits, WaitUntilIssued};
use serde_json::{Value, json};

use crate::random::Random;
use crate::virtual_time::{Served, World, failed, run, unknown};
use crate::waits::{HOUR, PIN, Waiting, instant, message, refused, word};

pub(crate) const GET: &str = "/access_grants/get";
pub(crate) const LIST: &str = "/access_methods/list";
const GET_METHOD: &str = "/access_methods/get";
pub(crate) const CODES: &str = "/access_codes/list";

fn changed(mut whole: Value, changes: &Value) -> Value {
    for (key, value) in changes.as_object().unwrap() {
        whole[key] = value.clone();
    }
    whole
}

/// A grant with one access method as the API answers with it, changed.
pub(crate) fn grant(changes: &Value) -> Value {
    let grant = json!({
        "access_grant_id": "g1", "access_method_ids": ["m1"], "starts_at": "2026-06-01T11:00:00.000Z", "ends_at": null,
        "created_at": "2026-06-01T11:59:00.000Z", "errors": [], "warnings": [], "pending_mutations": [],
        "requested_access_methods": [{ "mode": "code", "created_access_method_ids": ["m1"] }],
    });
    changed(grant, changes)
}

/// An access method that is on its way, changed.
pub(crate) fn method(changes: &Value) -> Value {
    let method = json!({
        "access_method_id": "m1", "mode": "code", "code": PIN, "is_issued": false, "issued_at": null, "errors": [],
        "warnings": [], "pending_mutations": [], "created_at": "2026-06-01T11:59:00.000Z",
    });
    changed(method, changes)
}

pub(crate) fn issued() -> Value {
    method(&json!({ "is_issued": true, "issued_at": "2026-06-01T11:59:30.000Z" }))
}

pub(crate) fn of_grant(options: &str) -> WaitUntilIssued {
    WaitUntilIssued::new(Awaits::Grant, "g1", options).unwrap()
}

pub(crate) fn of_method(options: &str) -> WaitUntilIssued {
    WaitUntilIssued::new(Awaits::Method, "m1", options).unwrap()
}

pub(crate) type Look = Result<(Value, Vec<Value>), Failure>;

/// Runs a wait that finds this grant with these methods, poll by poll, and these access codes.
pub(crate) fn wait_with(
    mut flow: WaitUntilIssued,
    world: &mut World,
    looks: Vec<Look>,
    codes: &Value,
) -> Waiting {
    let mut looks = looks.into_iter();
    let mut methods = Vec::new();
    run(&mut flow, world, &mut Random::new(1), |call, _, _| {
        let value = match call.path {
            CODES => codes.to_string(),
            LIST => Value::from(methods.clone()).to_string(),
            path => {
                let (grant, found) = looks.next().expect("one answer more")?;
                methods = found;
                if path == GET {
                    grant.to_string()
                } else {
                    methods[0].to_string()
                }
            }
        };
        Ok(Served::value(value))
    })
}

/// What becomes of the first look.
fn outcome(flow: WaitUntilIssued, grant: Value, methods: Vec<Value>) -> String {
    let looks = vec![Ok((grant, methods)), Err(refused(401))];
    let run = wait_with(flow, &mut World::default(), looks, &json!([]));
    match run.told.is_empty() {
        true => word(&run).to_owned(),
        false => "goes on".to_owned(),
    }
}

#[test]
fn a_poll_decides_by_what_the_server_says() {
    let nothing = json!({});
    let error =
        |code: &str| json!({ "errors": [{ "error_code": code, "message": format!("About {PIN}.") }] });
    let warning = |code: &str| json!({ "warnings": [{ "warning_code": code, "message": "m" }] });
    let pending = |code: &str| json!({ "pending_mutations": [{ "mutation_code": code, "message": "m" }] });
    let on = issued().as_object().unwrap().clone();
    let but = |changes: Value| changed(Value::from(on.clone()), &changes);
    let world = World::default();
    let over = json!({ "ends_at": instant(&world, -HOUR) });
    let two = json!({ "access_method_ids": ["m1", "m2"], "requested_access_methods": [
        { "created_access_method_ids": ["m1"] }, { "created_access_method_ids": ["m2"] },
    ] });
    let second = |is_issued: bool| but(json!({ "access_method_id": "m2", "is_issued": is_issued }));
    let cases: Vec<(Value, Vec<Value>, &str)> = vec![
        (nothing.clone(), vec![issued()], "done"),
        (nothing.clone(), vec![method(&nothing)], "goes on"),
        // All of them, or none.
        (two.clone(), vec![issued(), second(true)], "done"),
        (two.clone(), vec![issued(), second(false)], "goes on"),
        (two.clone(), vec![issued()], "goes on"),
        (nothing.clone(), vec![issued(), second(false)], "goes on"),
        (json!({ "access_method_ids": [] }), vec![], "goes on"),
        (
            json!({ "requested_access_methods": [{ "created_access_method_ids": ["m1"] }, { "created_access_method_ids": [] }] }),
            vec![issued()],
            "goes on",
        ),
        (
            json!({ "access_method_ids": [], "requested_access_methods": [] }),
            vec![],
            "failed",
        ),
        // What heals.
        (
            nothing.clone(),
            vec![method(&error("failed_to_issue"))],
            "goes on",
        ),
        (
            nothing.clone(),
            vec![method(&error("access_not_provisioned"))],
            "goes on",
        ),
        (
            nothing.clone(),
            vec![method(&error("an_error_of_tomorrow"))],
            "goes on",
        ),
        (
            nothing.clone(),
            vec![method(&warning("delay_in_issuing"))],
            "goes on",
        ),
        (
            nothing.clone(),
            vec![method(&warning("user_identity_missing_email_address"))],
            "goes on",
        ),
        (
            warning("device_time_constraints_violated"),
            vec![method(&nothing)],
            "goes on",
        ),
        (nothing.clone(), vec![but(error("failed_to_issue"))], "goes on"),
        // What does not.
        (
            error("cannot_create_requested_access_methods"),
            vec![method(&nothing)],
            "failed",
        ),
        (
            error("cannot_create_requested_access_methods"),
            vec![issued()],
            "failed",
        ),
        (
            changed(
                error("cannot_create_requested_access_methods"),
                &pending("updating_spaces"),
            ),
            vec![method(&nothing)],
            "goes on",
        ),
        (over, vec![method(&nothing)], "failed"),
        (warning("being_deleted"), vec![issued()], "failed"),
        (nothing.clone(), vec![but(warning("being_deleted"))], "failed"),
        // A person.
        (
            nothing.clone(),
            vec![method(&json!({ "mode": "card", "is_encoding_required": true }))],
            "goes on",
        ),
        // Issued, and not all of it.
        (warning("underprovisioned_access"), vec![issued()], "goes on"),
        (warning("updating_access_times"), vec![issued()], "goes on"),
        (pending("updating_access_times"), vec![issued()], "goes on"),
        (
            nothing.clone(),
            vec![but(pending("provisioning_access"))],
            "goes on",
        ),
        (
            nothing.clone(),
            vec![but(pending("waiting_for_access_on_acs_system"))],
            "goes on",
        ),
        (
            nothing.clone(),
            vec![but(pending("a_mutation_of_tomorrow"))],
            "goes on",
        ),
        (nothing.clone(), vec![but(pending("revoking_access"))], "done"),
        (warning("overprovisioned_access"), vec![issued()], "done"),
        (warning("requested_code_unavailable"), vec![issued()], "done"),
        (
            nothing.clone(),
            vec![but(warning("pulled_backup_access_code"))],
            "done",
        ),
        (nothing.clone(), vec![but(warning("delay_in_issuing"))], "done"),
        // Older and newer servers.
        (
            json!({ "requested_access_methods": null, "access_method_ids": null }),
            vec![issued()],
            "done",
        ),
        (
            nothing.clone(),
            vec![json!({ "access_method_id": "m1" })],
            "goes on",
        ),
        (json!({ "access_grant_id": "g2" }), vec![issued()], "goes on"),
    ];
    for (changes, methods, expected) in cases {
        let about = format!("{changes} {methods:?}");
        assert_eq!(
            outcome(of_grant("{}"), grant(&changes), methods),
            expected,
            "{about}"
        );
    }
    for (changes, expected) in [
        (issued(), "done"),
        (method(&nothing), "goes on"),
        (but(warning("being_deleted")), "failed"),
        (but(pending("updating_access_times")), "goes on"),
    ] {
        assert_eq!(
            outcome(of_method("{}"), json!({}), vec![changes.clone()]),
            expected,
            "{changes}"
        );
    }
}

#[test]
fn what_a_person_has_to_do_ends_it_where_that_is_wanted() {
    let stop = "{\"stopWhen\":\"needs_action\"}";
    let card = |changes: Value| {
        changed(
            method(&json!({ "mode": "card", "is_encoding_required": true })),
            &changes,
        )
    };
    for (of_grant_changes, found, expected) in [
        (json!({}), card(json!({})), "needs_action"),
        (
            json!({}),
            card(json!({ "is_ready_for_encoding": false })),
            "goes on",
        ),
        (
            json!({}),
            method(&json!({ "is_assignment_required": true })),
            "needs_action",
        ),
        (
            json!({}),
            method(&json!({ "is_assignment_required": true, "is_ready_for_assignment": false })),
            "goes on",
        ),
        (
            json!({}),
            method(&json!({ "errors": [{ "error_code": "failed_to_issue" }] })),
            "needs_action",
        ),
        (
            json!({ "warnings": [{ "warning_code": "device_does_not_support_access_codes" }] }),
            method(&json!({})),
            "needs_action",
        ),
        (
            json!({}),
            method(&json!({ "warnings": [{ "warning_code": "delay_in_issuing" }] })),
            "goes on",
        ),
    ] {
        let about = format!("{of_grant_changes} {found}");
        assert_eq!(
            outcome(of_grant(stop), grant(&of_grant_changes), vec![found]),
            expected,
            "{about}"
        );
    }
    let looks = vec![Ok((grant(&json!({})), vec![card(json!({}))]))];
    let run = wait_with(of_grant(stop), &mut World::default(), looks, &json!([]));
    let start = "access grant `g1` does not get issued until somebody acts: Somebody has to write its card with an encoder.";
    assert!(message(&run).starts_with(start), "{}", message(&run));
}

#[test]
fn reads_the_grant_then_its_access_methods_page_by_page() {
    let mut flow = of_grant("{}");
    let mut pages = vec![("[]", None), ("[]", Some("c2")), ("[]", Some("c1"))];
    let text = json!([issued()]).to_string();
    let run = run(
        &mut flow,
        &mut World::default(),
        &mut Random::new(1),
        |call, _, _| {
            if call.path == GET {
                return Ok(Served::value(grant(&json!({})).to_string()));
            }
            let (_, next) = pages.pop().unwrap();
            let value = if next.is_none() {
                text.clone()
            } else {
                "[ ]".into()
            };
            Ok(Served {
                value,
                next_page: next.map(Into::into),
            })
        },
    );
    assert_eq!(word(&run), "done");
    let made: Vec<_> = run
        .calls
        .iter()
        .map(|made| (made.call.path, made.call.parameters.as_str()))
        .collect();
    assert_eq!(
        made,
        [
            (GET, r#"{"access_grant_id":"g1"}"#),
            (LIST, r#"{"access_grant_id":"g1"}"#),
            (LIST, r#"{"access_grant_id":"g1","page_cursor":"c1"}"#),
            (LIST, r#"{"access_grant_id":"g1","page_cursor":"c2"}"#),
        ]
    );
    let Ok(waited) = &run.end else {
        panic!("{:?}", run.end)
    };
    let seen: Value = serde_json::from_str(&waited.seen.as_ref().unwrap().code.0).unwrap();
    assert_eq!(
        seen,
        json!({ "access_grant": grant(&json!({})), "access_methods": [issued()] })
    );
}

#[test]
fn a_list_that_never_ends_is_left_after_a_thousand_pages() {
    let mut polls = 0;
    let run = run(
        &mut of_grant("{}"),
        &mut World::default(),
        &mut Random::new(1),
        |call, _, _| {
            if call.path == GET {
                polls += 1;
                return Ok(Served::value(grant(&json!({})).to_string()));
            }
            // The next poll begins anew, and finds the method on its second page.
            let is_found = polls == 2 && call.parameters.contains("page_cursor");
            let found = if is_found { json!([issued()]) } else { json!([]) };
            Ok(Served {
                value: found.to_string(),
                next_page: (!is_found).then(|| "c".into()),
            })
        },
    );
    assert_eq!((word(&run), polls), ("done", 2));
    assert_eq!(run.calls.len(), 1 + 1_000 + 1 + 2);
}

#[test]
fn trouble_that_may_heal_does_not_end_it_and_any_other_does() {
    for path in [GET, LIST] {
        for (trouble, expected) in [
            (failed(Outcome::NoAnswer, 0.0), "done"),
            (failed(Outcome::Timeout, 0.0), "done"),
            (refused(503), "done"),
            (refused(429), "done"),
            (refused(401), path),
            (refused(400), path),
            (failed(Outcome::NotAsDescribed, 0.0), path),
        ] {
            let mut left = 2;
            let run = run(
                &mut of_grant("{}"),
                &mut World::default(),
                &mut Random::new(1),
                |call, _, _| {
                    if call.path == path && left > 0 {
                        left -= 1;
                        return Err(trouble.clone());
                    }
                    let value = if call.path == GET {
                        grant(&json!({}))
                    } else {
                        json!([issued()])
                    };
                    Ok(Served::value(value.to_string()))
                },
            );
            assert_eq!(word(&run), expected, "{path} {trouble:?}");
            let failed: Vec<_> = run.told.iter().map(|(_, told)| told.failed).collect();
            assert!(failed.iter().all(|failed| *failed == Some(path)), "{failed:?}");
        }
    }
}

#[test]
fn a_deleted_grant_is_told_from_one_that_never_was() {
    let gone = || Err(unknown("access_grant_not_found"));
    let looks = vec![Ok((grant(&json!({})), vec![method(&json!({}))])), gone()];
    let run = wait_with(of_grant("{}"), &mut World::default(), looks, &json!([]));
    assert_eq!(word(&run), "deleted");
    assert!(
        message(&run).ends_with("access grant `g1` was deleted while it was waited for"),
        "{}",
        message(&run)
    );
    let run = wait_with(of_grant("{}"), &mut World::default(), vec![gone()], &json!([]));
    assert_eq!((word(&run), run.calls.len()), (GET, 1));
    // It goes between the two calls of a poll.
    let mut gets = 0;
    let run = self::run(
        &mut of_grant("{}"),
        &mut World::default(),
        &mut Random::new(1),
        |call, _, _| {
            gets += u32::from(call.path == GET);
            match (call.path, gets) {
                (GET, 1 | 2) => Ok(Served::value(grant(&json!({})).to_string())),
                (LIST, 1) => Ok(Served::value(json!([method(&json!({}))]).to_string())),
                _ => Err(unknown("access_grant_not_found")),
            }
        },
    );
    assert_eq!((word(&run), gets), ("deleted", 3));
}

#[test]
fn time_that_is_over_says_how_far_it_was() {
    let looks = std::iter::repeat_with(|| Ok((grant(&json!({})), vec![method(&json!({}))])))
        .take(100)
        .collect();
    let run = wait_with(
        of_grant("{\"maxWait\":9000}"),
        &mut World::default(),
        looks,
        &json!([]),
    );
    assert_eq!((word(&run), run.ended_at.round()), ("timed_out", 9_000.0));
    assert!(
        message(&run).ends_with("access grant `g1` is not issued after 9000 ms: It is being issued."),
        "{}",
        message(&run)
    );
    let Err(Ended::Own(WaitError::TimedOut { seen, .. })) = &run.end else {
        panic!("{:?}", run.end)
    };
    assert!(!format!("{seen:?}").contains(PIN));
    let world = &mut World {
        cancel_at: Some(2_500.0),
        ..World::default()
    };
    let looks = std::iter::repeat_with(|| Ok((grant(&json!({})), vec![method(&json!({}))])))
        .take(100)
        .collect();
    let run = wait_with(of_grant("{}"), world, looks, &json!([]));
    assert_eq!((word(&run), run.ended_at.round()), ("canceled", 2_500.0));
}

#[test]
fn progress_keeps_warnings_of_both_and_shows_no_secret() {
    let url = "https://ik.seam.co/secret-of-a-guest";
    let slow = method(&json!({ "instant_key_url": url, "warnings": [
        { "warning_code": "delay_in_issuing", "message": format!("{url} with {PIN} is slow.") },
    ] }));
    let other = grant(&json!({ "warnings": [
        { "warning_code": "requested_code_unavailable", "new_code": "7777", "original_code": "8888", "message": "7777 for 8888." },
    ] }));
    let looks = vec![
        Ok((other, vec![slow])),
        Ok((grant(&json!({})), vec![method(&json!({}))])),
        Ok((grant(&json!({})), vec![issued()])),
    ];
    let run = wait_with(of_grant("{}"), &mut World::default(), looks, &json!([]));
    let (_, last) = run.told.last().unwrap();
    let messages: Vec<_> = last
        .warnings
        .iter()
        .map(|warning| warning.advice().message.unwrap().to_owned())
        .collect();
    assert_eq!(
        messages,
        [
            "[redacted] for [redacted].",
            "[redacted] with [redacted] is slow."
        ]
    );
    assert!(last.warnings.iter().all(|warning| warning.advice().known));
    assert!(
        last.warnings[0]
            .advice()
            .action
            .contains("the PIN that the access method has now")
    );
}

#[test]
fn options_and_ids_are_refused_by_name() {
    let refused = |awaits, id, options| {
        WaitUntilIssued::new(awaits, id, options)
            .map(|_| ())
            .unwrap_err()
            .to_string()
    };
    assert!(refused(Awaits::Grant, "g1", "{\"until\":\"set\"}").contains("unknown option `until`"));
    assert!(
        refused(Awaits::Grant, "g1", "{\"stopWhen\":\"x\"}")
            .contains("stopWhen option must be 'needs_action'")
    );
    assert_eq!(
        refused(Awaits::Grant, "", "{}"),
        "expected an access grant or its `access_grant_id`"
    );
    assert_eq!(
        refused(Awaits::Method, "", "{}"),
        "expected an access method or its `access_method_id`"
    );
    let run = wait_with(
        of_method("{}"),
        &mut World::default(),
        vec![Err(unknown("access_method_not_found"))],
        &json!([]),
    );
    assert_eq!(word(&run), GET_METHOD);
}
