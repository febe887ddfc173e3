//! What ends `waitUntilSet`, poll by poll, and what it says.

use seam_edge::error::Error;
use seam_edge::flow::Ended;
use seam_edge::flow::access_code_wait::reports::{Reason, WaitError};
use seam_edge::flow::failure::Outcome;
use seam_edge::flow::wait_until_removed::WaitUntilRemoved;
use seam_edge::flow::wait_until_set::WaitUntilSet;
use serde_json::{Value, json};

use crate::random::Random;
use crate::virtual_time::{Served, World, failed, run, unknown};
use crate::waits::{
    Answers, GET, HOUR, PIN, code, error, instant, message, refused, set, times, wait_with, word,
};

#[test]
fn a_poll_decides_by_what_the_server_says() {
    let world = World::default();
    let from_now = |time| instant(&world, time);
    let merged = |parts: &[&Value]| {
        let mut whole = json!({});
        for part in parts {
            for (key, value) in part.as_object().unwrap() {
                whole[key] = value.clone();
            }
        }
        whole
    };
    let window = json!({ "type": "time_bound", "starts_at": from_now(-HOUR), "ends_at": from_now(HOUR) });
    let later =
        json!({ "type": "time_bound", "starts_at": from_now(24 * HOUR), "ends_at": from_now(48 * HOUR) });
    let over = json!({ "type": "time_bound", "starts_at": from_now(-2 * HOUR), "ends_at": from_now(-HOUR) });
    let newest = json!({ "status": null, "display_status": "Active" });
    let pending = |mutation: &str| json!({ "pending_mutations": [{ "mutation_code": mutation, "message": "m", "created_at": from_now(0) }] });
    let with = |error_code: &str| json!({ "errors": error(error_code) });
    let warned = |warning: &str| json!({ "warnings": [{ "warning_code": warning, "message": "m" }] });
    let status = |status: &str| json!({ "status": status });
    let cases: &[(Value, &str)] = &[
        (status("set"), "done"),
        (
            merged(&[&status("set"), &warned("third_party_integration_detected")]),
            "done",
        ),
        (merged(&[&status("set"), &with("an_error_of_tomorrow")]), "done"),
        (merged(&[&later, &status("set")]), "done"),
        (
            merged(&[&status("set"), &with("code_constraints_violated")]),
            "failed",
        ),
        (merged(&[&status("set"), &with("access_code_inactive")]), "failed"),
        (
            merged(&[&status("set"), &warned("ultraloq_access_code_disabled")]),
            "failed",
        ),
        (merged(&[&status("set"), &pending("updating_code")]), "goes on"),
        (merged(&[&status("set"), &pending("updating_name")]), "done"),
        (
            json!({ "status": "set", "is_waiting_for_code_assignment": true }),
            "goes on",
        ),
        (status("setting"), "goes on"),
        (warned("delay_in_setting_on_device"), "goes on"),
        (with("failed_to_set_on_device"), "goes on"),
        (with("an_error_of_tomorrow"), "goes on"),
        (with("device_disconnected"), "goes on"),
        (with("duplicate_code_on_device"), "goes on"),
        (with("code_constraints_violated"), "failed"),
        (with("device_removed"), "failed"),
        (merged(&[&window, &status("unset")]), "goes on"),
        (merged(&[&later, &status("unset")]), "due_later"),
        (json!({ "pending_mutations": null }), "goes on"),
        (status("removing"), "failed"),
        (merged(&[&status("set"), &warned("being_deleted")]), "failed"),
        (merged(&[&over, &status("unset")]), "failed"),
        (status("unknown"), "goes on"),
        (status("glowing"), "goes on"),
        (newest.clone(), "done"),
        (merged(&[&newest, &window]), "done"),
        (merged(&[&newest, &pending("creating")]), "goes on"),
        (
            merged(&[&newest, &later, &pending("deferring_creation")]),
            "due_later",
        ),
        (merged(&[&newest, &pending("deleting")]), "failed"),
        (merged(&[&newest, &with("failed_to_issue")]), "goes on"),
        (merged(&[&newest, &later]), "due_later"),
        (
            merged(&[
                &later,
                &json!({ "status": "unset", "is_scheduled_on_device": true }),
            ]),
            "due_later",
        ),
    ];
    for (changes, expected) in cases {
        let text = code(changes.clone());
        let run = wait_with(
            set("{}"),
            &mut World::default(),
            vec![Ok(text.clone()), Err(refused(401))],
        );
        let outcome = if run.told.is_empty() {
            word(&run)
        } else {
            "goes on"
        };
        assert_eq!(outcome, *expected, "{changes}");
        if let Err(Ended::Own(WaitError::Failed { message, seen, .. })) = &run.end {
            assert_eq!(seen.code.0, text);
            assert!(!message.contains(PIN) && !message.contains('\n'), "{message}");
        }
    }
}

#[test]
fn a_schedule_on_the_lock_is_enough_where_it_is_wanted() {
    let world = World::default();
    let days = |start: i64| {
        json!({ "type": "time_bound", "status": "unset", "starts_at": instant(&world, start * 24 * HOUR),
            "ends_at": instant(&world, (start + 1) * 24 * HOUR) })
    };
    let outcome = |changes: Value| {
        let answers = vec![Ok(code(changes)), Err(refused(401))];
        let run = wait_with(set("{\"until\":\"scheduled\"}"), &mut World::default(), answers);
        if run.told.is_empty() {
            word(&run)
        } else {
            "goes on"
        }
    };
    assert_eq!(outcome(days(1)), "goes on");
    assert_eq!(outcome(days(4)), "due_later");
    let mut scheduled = days(1);
    scheduled["is_scheduled_on_device"] = json!(true);
    assert_eq!(outcome(scheduled.clone()), "done");
    scheduled["errors"] = error("access_code_inactive");
    assert_eq!(outcome(scheduled), "failed");
}

#[test]
fn a_start_counts_as_later_only_by_the_servers_clock() {
    let world = World::default();
    let later = json!({ "type": "time_bound", "status": "unset",
        "starts_at": instant(&world, 300_800), "ends_at": instant(&world, HOUR) });
    for (shows_date, device_ahead, longer, expected) in [
        // The header may be a second behind, so a start just after the end may come within it.
        (true, 0.0, 0, "goes on"),
        (true, 600_000.0, 60_000, "due_later"),
        (true, -600_000.0, 60_000, "due_later"),
        (false, 600_000.0, 60_000, "goes on"),
        (false, -600_000.0, 60_000, "goes on"),
    ] {
        let mut world = World {
            shows_date,
            device_ahead,
            epoch: World::default().epoch + 900.0 - f64::from(longer),
            ..World::default()
        };
        let run = wait_with(
            set("{}"),
            &mut world,
            vec![Ok(code(later.clone())), Err(refused(401))],
        );
        let outcome = if run.told.is_empty() {
            word(&run)
        } else {
            "goes on"
        };
        assert_eq!(outcome, expected, "{shows_date} {device_ahead} {longer}");
    }
}

#[test]
fn polls_less_and_less_often_and_a_second_before_the_end() {
    let answers = std::iter::repeat_with(|| Ok(code(json!({})))).take(60).collect();
    let run = wait_with(set("{}"), &mut World::default(), answers);
    assert_eq!(word(&run), "timed_out");
    assert!((run.ended_at - 300_000.0).abs() < 1.0);
    assert!(message(&run).ends_with("is not on the lock after 300000 ms: It is on its way to the lock."));
    let times = times(&run);
    assert!((1_000.0..1_251.0).contains(&times[1]), "{times:?}");
    assert!((times.last().unwrap() - 299_000.0).abs() < 2.0, "{times:?}");
    for (index, pair) in times.windows(2).enumerate().take(times.len() - 2) {
        let least = (1_000.0 * 1.5_f64.powi(index as i32)).min(12_000.0);
        let pause = pair[1] - pair[0];
        assert!(
            pause >= least - 1.0 && pause <= least * 1.25 + 1.0,
            "{pause} after {index}"
        );
    }
    let often = "{\"maxWait\":10000,\"pollingInterval\":2000}";
    let answers = std::iter::repeat_with(|| Ok(code(json!({})))).take(60).collect();
    let run = wait_with(set(often), &mut World::default(), answers);
    assert_eq!(
        self::times(&run),
        [0.0, 2_000.0, 4_000.0, 6_000.0, 8_000.0, 9_000.0]
    );
    assert_eq!(run.calls[0].call.within, Some(10_000));
    assert_eq!(run.calls[5].call.within, Some(1_000));
    assert_eq!(run.calls[0].call.parameters, "{\"access_code_id\":\"a1\"}");
}

#[test]
fn polls_once_without_patience() {
    let run = wait_with(
        set("{\"maxWait\":0}"),
        &mut World::default(),
        vec![Ok(code(json!({})))],
    );
    assert_eq!((word(&run), run.calls.len(), run.told.len()), ("timed_out", 1, 0));
    assert_eq!(run.calls[0].call.within, None);
    let answers = vec![Ok(code(json!({ "status": "set" })))];
    assert_eq!(
        word(&wait_with(set("{\"maxWait\":0}"), &mut World::default(), answers)),
        "done"
    );
}

#[test]
fn waits_for_ever_where_it_is_told_to() {
    let mut answers: Answers = std::iter::repeat_with(|| Ok(code(json!({})))).take(500).collect();
    answers.push(Ok(code(json!({ "status": "set" }))));
    let run = wait_with(set("{\"maxWait\":\"Infinity\"}"), &mut World::default(), answers);
    assert_eq!(word(&run), "done");
    assert_eq!(run.calls[0].call.within, None);
}

#[test]
fn trouble_that_may_heal_does_not_end_it_and_any_other_does() {
    for trouble in [
        failed(Outcome::NoAnswer, 0.0),
        failed(Outcome::Timeout, 0.0),
        failed(Outcome::Unreadable, 0.0),
        refused(500),
        refused(503),
        refused(408),
    ] {
        let answers = vec![
            Ok(code(json!({}))),
            Err(trouble.clone()),
            Err(trouble),
            Ok(code(json!({ "status": "set" }))),
        ];
        let run = wait_with(set("{}"), &mut World::default(), answers);
        assert_eq!(word(&run), "done");
        let failed: Vec<_> = run
            .told
            .iter()
            .map(|(_, told)| (told.attempt, told.failed))
            .collect();
        assert_eq!(failed, [(1, None), (2, Some(GET)), (3, Some(GET))]);
    }
    for trouble in [
        refused(401),
        refused(400),
        refused(403),
        refused(404),
        unknown("workspace_not_found"),
        failed(Outcome::NotAsDescribed, 0.0),
    ] {
        let run = wait_with(
            set("{}"),
            &mut World::default(),
            vec![Ok(code(json!({}))), Err(trouble)],
        );
        assert_eq!((word(&run), run.calls.len()), (GET, 2));
    }
    let run = wait_with(
        set("{}"),
        &mut World::default(),
        vec![Err(unknown("access_code_not_found"))],
    );
    assert_eq!((word(&run), run.calls.len()), (GET, 1));
}

#[test]
fn time_that_is_over_says_what_was_seen_and_what_failed() {
    let mut answers = vec![Ok(code(json!({})))];
    answers.extend(std::iter::repeat_with(|| Err(failed(Outcome::NoAnswer, 0.0))).take(100));
    let run = wait_with(set("{\"maxWait\":5000}"), &mut World::default(), answers);
    let Err(Ended::Own(WaitError::TimedOut {
        seen, failed: path, ..
    })) = &run.end
    else {
        panic!("{:?}", run.end)
    };
    assert!(seen.is_some());
    assert_eq!(*path, Some(GET));
    let answers = std::iter::repeat_with(|| Err(failed(Outcome::Timeout, 0.0)))
        .take(100)
        .collect();
    let run = wait_with(set("{\"maxWait\":5000}"), &mut World::default(), answers);
    assert!(message(&run).ends_with("after 5000 ms"), "{}", message(&run));
}

#[test]
fn a_server_is_left_alone_for_as_long_as_it_wants() {
    for (status, retry_after, expected) in [
        (429, 90_000.0, 90_000.0),
        (503, 90_000.0, 90_000.0),
        (429, 0.0, 15_000.0),
    ] {
        let trouble = failed(Outcome::Refused { status }, retry_after);
        let answers = vec![Err(trouble), Ok(code(json!({ "status": "set" })))];
        let run = wait_with(set("{\"pollingInterval\":5}"), &mut World::default(), answers);
        assert_eq!(run.pauses, [expected]);
    }
}

#[test]
fn a_deleted_code_is_told_from_one_that_never_was() {
    let answers = vec![Ok(code(json!({}))), Err(unknown("access_code_not_found"))];
    let run = wait_with(set("{}"), &mut World::default(), answers);
    assert_eq!(word(&run), "deleted");
    assert!(message(&run).ends_with("`a1` was deleted while it was waited for"));
}

#[test]
fn messages_have_one_line() {
    let flow = WaitUntilSet::new("a\n1", "{}").unwrap();
    let refused = json!({ "access_code_id": "a\n1", "errors": error("code_constraints_violated") });
    let run = wait_with(flow, &mut World::default(), vec![Ok(code(refused))]);
    assert!(message(&run).starts_with("access code `a 1` does not"));
}

#[test]
fn progress_keeps_warnings_that_are_gone_and_shows_no_pin() {
    let slow = json!({ "warnings": [{ "warning_code": "delay_in_setting_on_device",
        "message": format!("The PIN {PIN} is slow.") }] });
    let answers = vec![
        Ok(code(slow)),
        Ok(code(json!({}))),
        Ok(code(json!({ "status": "set" }))),
    ];
    let run = wait_with(set("{\"pollingInterval\":5}"), &mut World::default(), answers);
    assert_eq!(run.told.len(), 2);
    for (_, told) in &run.told {
        assert!((told.next_poll_in - 5.0).abs() < f64::EPSILON);
        assert_eq!(told.warnings.len(), 1);
        assert_eq!(
            told.warnings[0].advice().message,
            Some("The PIN [redacted] is slow.")
        );
        assert!(told.warnings[0].advice().known);
        assert!(!format!("{told:?}").contains(PIN));
    }
}

#[test]
fn messages_say_what_is_most_urgent() {
    let mut errors = error("failed_to_set_on_device");
    let last = error("code_constraints_violated")[0].clone();
    errors.as_array_mut().unwrap().push(last);
    let answers = vec![Ok(code(json!({ "errors": errors })))];
    let run = wait_with(set("{}"), &mut World::default(), answers);
    let start = "access code `a1` does not get on the lock: ";
    assert!(message(&run).starts_with(start), "{}", message(&run));
    assert!(message(&run).ends_with("Check them against the device's properties and update the code."));
    let errors = json!({ "status": "set", "errors": error("access_code_inactive") });
    let run = wait_with(set("{}"), &mut World::default(), vec![Ok(code(errors))]);
    assert!(message(&run).contains("is disabled: "), "{}", message(&run));
    assert!(message(&run).contains("Have it enabled in the provider's app"));
}

#[test]
fn after_a_freeze_there_is_one_more_poll() {
    for (status, expected) in [("set", "done"), ("setting", "timed_out")] {
        let mut world = World::default();
        world.network.freezes = 1.0;
        world.network.longest_freeze = 3_600_000.0;
        // Only the first pause is frozen.
        world.network.calm_from = 6_000.0;
        let mut polls = 0;
        let mut flow = set("{\"maxWait\":20000,\"pollingInterval\":5000}");
        let mut random = Random::new(5);
        let run = run(&mut flow, &mut world, &mut random, |_, _, _| {
            polls += 1;
            Ok(Served::value(code(
                json!({ "status": if polls == 1 { "setting" } else { status } }),
            )))
        });
        assert!(run.ended_at > 21_000.0, "no freeze: {run:?}");
        assert_eq!((word(&run), run.calls.len()), (expected, 2));
        assert_eq!(run.calls[1].call.within, Some(10_000));
    }
}

#[test]
fn options_and_ids_that_cannot_be_used_are_refused() {
    for (options, expected) in [
        (
            "{\"maxWait\":-1}",
            "The maxWait option must not be negative, got -1",
        ),
        (
            "{\"maxWait\":\"NaN\"}",
            "The maxWait option must not be negative, got NaN",
        ),
        ("{\"maxWait\":\"5\"}", "maxWait"),
        (
            "{\"pollingInterval\":\"NaN\"}",
            "must be greater than zero, got NaN",
        ),
        (
            "{\"pollingInterval\":0}",
            "The pollingInterval option must be greater than zero, got 0",
        ),
        (
            "{\"until\":\"soon\"}",
            "The until option must be 'set' or 'scheduled'",
        ),
        ("{\"until\":5}", "The until option must be 'set' or 'scheduled'"),
        ("{\"onProgress\":\"log\"}", "onProgress"),
        ("{\"maxwait\":5}", "did you mean `maxWait`?"),
        ("{\"interval\":5}", "unknown option `interval`"),
    ] {
        let Err(Error::InvalidOptions(message)) = WaitUntilSet::new("a1", options) else {
            panic!("{options}")
        };
        assert!(message.contains(expected), "{message}");
    }
    assert!(WaitUntilSet::new("a1", "{\"onProgress\":\"function\",\"headers\":{}}").is_ok());
    assert!(WaitUntilSet::new("a1", "null").is_ok());
    assert!(WaitUntilRemoved::new("a1", "{\"maxWait\":null,\"pollingInterval\":null}").is_ok());
    assert!(WaitUntilRemoved::new("a1", "{\"until\":\"set\"}").is_err());
    assert!(matches!(WaitUntilSet::new("", "{}"), Err(Error::Arguments(_))));
    assert_eq!(Reason::DueLater.as_str(), "due_later");
}
