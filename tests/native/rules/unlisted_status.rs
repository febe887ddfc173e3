//! A `status` that is there and not listed is no absent one: nobody knows what it says of the lock.

use seam_edge::rules::diagnosis::{Verdict, diagnose};
use seam_edge::rules::lifecycle::{Answer, Phase};
use seam_edge::rules::timeline::timeline;
use seam_edge::schema::value::Value;
use serde_json::{Value as Json, json};

use crate::subjects::read;

/// 2026-06-01T12:00:00Z.
const NOW: i64 = 1_780_315_200_000;

fn code(changes: &Json) -> String {
    let mut code = json!({
        "access_code_id": "a1", "device_id": "d1", "code": "4829", "type": "ongoing", "is_managed": true,
        "created_at": "2026-06-01T11:59:00Z", "errors": [], "warnings": [], "pending_mutations": []
    });
    for (key, value) in changes.as_object().unwrap() {
        code[key] = value.clone();
    }
    code.to_string()
}

/// Statuses of tomorrow, and what only broken servers send.
fn unlisted() -> [Json; 7] {
    ["failed", "expired", "deleted", "", "SET"]
        .map(Json::from)
        .into_iter()
        .chain([json!(5), json!({})])
        .collect::<Vec<_>>()
        .try_into()
        .unwrap()
}

#[test]
fn nobody_knows_where_it_stands() {
    let over = json!({ "type": "time_bound", "starts_at": "2026-05-01T12:00:00Z", "ends_at": "2026-05-02T12:00:00Z" });
    let updating = json!({ "pending_mutations": [{ "mutation_code": "updating_code" }] });
    let waiting = json!({ "is_scheduled_on_device": true, "pending_mutations": [{ "mutation_code": "deferring_creation" }] });
    for status in unlisted() {
        for changes in [json!({}), over.clone(), updating.clone(), waiting.clone()] {
            let mut changes = changes;
            changes["status"] = status.clone();
            let text = code(&changes);
            let value = read(&text);
            let found = diagnose(&value, NOW);
            assert_eq!(found.phase, Phase::Unknown, "{text}");
            assert_eq!(found.is_on_lock, Answer::Unknown, "{text}");
            assert_ne!(found.verdict, Verdict::Active, "{text}");
            assert_eq!(
                timeline(&value, &Value::Null, NOW).phase,
                Phase::Unknown,
                "{text}"
            );
        }
    }
}

#[test]
fn what_the_mutations_say_of_it_still_counts() {
    for (mutation, phase) in [("deleting", Phase::Removing), ("creating", Phase::Setting)] {
        let text = code(&json!({ "status": "failed", "pending_mutations": [{ "mutation_code": mutation }] }));
        assert_eq!(diagnose(&read(&text), NOW).phase, phase, "{mutation}");
    }
}

#[test]
fn one_that_is_absent_is_read_from_the_rest() {
    for changes in [json!({}), json!({ "status": null })] {
        let text = code(&changes);
        assert_eq!(diagnose(&read(&text), NOW).phase, Phase::Set, "{text}");
    }
}
