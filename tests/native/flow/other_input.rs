//! A wait ends where only other input can help, and goes on where the same input may still do.

use seam_edge::flow::wait_until_set::WaitUntilSet;
use serde_json::json;

use crate::virtual_time::World;
use crate::waits::{GET, code, error, message, set, times, wait_with, word};

#[test]
fn what_only_other_input_can_help_ends_a_wait() {
    for error_code in [
        "duplicate_code_attempt_prevented",
        "kwikset_unable_to_confirm_code",
        "dormakaba_oracode_no_valid_user_level",
        "dormakaba_oracode_invalid_time_range",
        "code_constraints_violated",
        "igloohome_offline_access_code_no_variance_available",
    ] {
        // Also where the lock has the code as it was before a change.
        for status in ["setting", "unset", "set"] {
            let answers = vec![Ok(code(json!({ "status": status, "errors": error(error_code) })))];
            let run = wait_with(set("{}"), &mut World::default(), answers);
            assert_eq!(
                (word(&run), times(&run)),
                ("failed", vec![0.0]),
                "{error_code} {status}"
            );
            assert!(!message(&run).contains("4829"));
        }
    }
}

#[test]
fn what_the_same_input_may_get_over_does_not() {
    let warned =
        |warning_code: &str| json!({ "warnings": [{ "warning_code": warning_code, "message": "m" }] });
    for changes in [
        warned("kwikset_unable_to_confirm_code"),
        // Where no other code has the PIN, the lock has just lost it.
        json!({ "errors": error("duplicate_code_on_device") }),
        json!({ "errors": error("wyze_potential_duplicate_code") }),
        json!({ "errors": error("wyze_duplicate_code_name") }),
    ] {
        let answers = vec![Ok(code(changes.clone())), Ok(code(json!({ "status": "set" })))];
        let run = wait_with(set("{\"pollingInterval\":1000}"), &mut World::default(), answers);
        let polls = run.calls.iter().filter(|made| made.call.path == GET);
        assert_eq!((word(&run), polls.count()), ("done", 2), "{changes}");
    }
    // The lock has confirmed it after all.
    let mut confirmed = warned("kwikset_unable_to_confirm_code");
    confirmed["status"] = json!("set");
    let run = wait_with(set("{}"), &mut World::default(), vec![Ok(code(confirmed))]);
    assert_eq!(word(&run), "done");
}

#[test]
fn what_a_person_has_to_do_ends_a_wait_only_where_it_is_to() {
    let warned =
        |warning_code: &str| json!({ "warnings": [{ "warning_code": warning_code, "message": "m" }] });
    for changes in [
        json!({ "errors": error("device_offline") }),
        json!({ "errors": error("no_space_for_access_code_on_device") }),
        json!({ "errors": error("duplicate_code_on_device") }),
        warned("kwikset_unable_to_confirm_code"),
    ] {
        let stopped = vec![Ok(code(changes.clone()))];
        let run = wait_with(
            set("{\"stopWhen\":\"needs_action\"}"),
            &mut World::default(),
            stopped,
        );
        assert_eq!(
            (word(&run), times(&run)),
            ("needs_action", vec![0.0]),
            "{changes}"
        );
        assert!(
            message(&run).contains("until somebody acts: "),
            "{}",
            message(&run)
        );
        assert!(!message(&run).contains("4829"));
        let answers = vec![Ok(code(changes.clone())), Ok(code(json!({ "status": "set" })))];
        let run = wait_with(set("{\"pollingInterval\":1000}"), &mut World::default(), answers);
        assert_eq!(word(&run), "done", "{changes}");
    }
    for fine in [
        json!({}),
        json!({ "status": "unset" }),
        warned("delay_in_setting_on_device"),
    ] {
        let answers = vec![Ok(code(fine.clone())), Ok(code(json!({ "status": "set" })))];
        let run = wait_with(
            set("{\"stopWhen\":\"needs_action\"}"),
            &mut World::default(),
            answers,
        );
        assert_eq!(word(&run), "done", "{fine}");
    }
    assert!(WaitUntilSet::new("a1", "{\"stopWhen\":\"failed\"}").is_err());
}
