//! A wait ends where only other input can help, and goes on where the same input may still do.

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
