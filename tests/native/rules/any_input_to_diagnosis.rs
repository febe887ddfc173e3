//! Properties of the diagnosis and of the timeline over random JSON: objects made of the keys and words that the rules look at, and of anything.

use proptest::prelude::*;
use seam_edge::rules::civil::written;
use seam_edge::rules::diagnosis::advice::Actor;
use seam_edge::rules::diagnosis::diagnose;
use seam_edge::rules::timeline::timeline;
use serde_json::{Map, Value as Json, json};

use crate::soak::cases;
use crate::subjects::read;

/// The keys that the rules look at.
const KEYS: &[&str] = &[
    "access_code_id",
    "device_id",
    "device_type",
    "type",
    "status",
    "is_managed",
    "created_at",
    "starts_at",
    "ends_at",
    "scheduled_at",
    "is_scheduled_on_device",
    "is_offline_access_code",
    "use_offline_access_code",
    "is_one_time_use",
    "prefer_native_scheduling",
    "is_backup",
    "is_backup_access_code_available",
    "pulled_backup_access_code_id",
    "is_waiting_for_code_assignment",
    "errors",
    "warnings",
    "pending_mutations",
    "error_code",
    "warning_code",
    "mutation_code",
    "properties",
    "online",
    "capabilities_supported",
    "can_program_online_access_codes",
    "can_program_offline_access_codes",
    "message",
];

/// Words that mean something to them somewhere.
const WORDS: &[&str] = &[
    "time_bound",
    "ongoing",
    "set",
    "unset",
    "setting",
    "removing",
    "unknown",
    "creating",
    "deferring_creation",
    "deleting",
    "updating_code",
    "updating_time_frame",
    "device_removed",
    "device_disconnected",
    "failed_to_remove",
    "failed_to_delete",
    "failed_to_set_on_device",
    "code_constraints_violated",
    "delay_in_issuing",
    "being_deleted",
    "igloo_algopin_must_be_used_within_24_hours",
    "access_code",
    "igloohome_lock",
    "lockly_lock",
    "0000-01-01T00:00:00Z",
    "1970-01-01T00:00:00.001Z",
    "2026-06-01T12:00:00Z",
    "9999-12-31T23:59:59.999Z",
    "5829",
    "line\nline",
];

fn any_json() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        any::<f64>().prop_map(Json::from),
        "\\PC{0,8}".prop_map(Json::from),
        prop::sample::select(WORDS).prop_map(Json::from),
    ];
    leaf.prop_recursive(4, 64, 8, |inner| {
        let key = prop_oneof![
            9 => prop::sample::select(KEYS).prop_map(str::to_owned),
            1 => "\\PC{0,8}",
        ];
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Json::from),
            prop::collection::vec((key, inner), 0..12)
                .prop_map(|members| Json::Object(members.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

/// Codes of which only what counts is random.
fn any_code() -> impl Strategy<Value = Json> {
    let word = || prop::sample::select(WORDS).prop_map(Json::from);
    let items = |key: &'static str| {
        let item = prop::sample::select(WORDS)
            .prop_map(move |word| json!({ key: word, "created_at": "2026-06-01T12:00:00Z" }));
        prop::collection::vec(item, 0..3)
    };
    let flag = || prop_oneof![Just(Json::Null), any::<bool>().prop_map(Json::from)];
    (
        (word(), word(), word(), word()),
        (items("error_code"), items("warning_code"), items("mutation_code")),
        (flag(), flag(), flag(), flag()),
    )
        .prop_map(|((kind, status, start, end), (errors, warnings, mutations), flags)| {
            json!({
                "access_code_id": "code1", "type": kind, "status": status, "starts_at": start, "ends_at": end,
                "errors": errors, "warnings": warnings, "pending_mutations": mutations,
                "is_managed": flags.0, "is_scheduled_on_device": flags.1, "is_offline_access_code": flags.2,
                "is_backup_access_code_available": flags.3,
            })
        })
}

fn is_one_line(text: &str) -> bool {
    !text.is_empty() && !text.contains('\n') && text.ends_with('.')
}

proptest! {
    #![proptest_config(cases(1_000))]

    #[test]
    fn anything_gets_a_verdict_and_a_timeline(
        subject in prop_oneof![any_json(), any_code()],
        device in any_json(),
        now in prop_oneof![any::<i64>(), 0..2_000_000_000_000_i64],
    ) {
        let (subject, device) = (subject.to_string(), device.to_string());
        let (subject, device) = (read(&subject), read(&device));
        let diagnosis = diagnose(&subject, now);
        prop_assert!(!diagnosis.verdict.as_str().is_empty());
        prop_assert!(is_one_line(diagnosis.summary.text()));
        for advice in &diagnosis.advice {
            prop_assert!(is_one_line(advice.cause) && is_one_line(advice.action));
        }
        let timeline = timeline(&subject, &device, now);
        prop_assert!(is_one_line(timeline.expect.text()) && timeline.worry.is_none_or(|worry| is_one_line(worry.text())));
        prop_assert_eq!(timeline.worry.is_some(), timeline.worry_after.is_some());
        prop_assert!(timeline.next.is_none_or(|next| timeline.steps.contains(&next)));
    }

    #[test]
    fn what_is_told_of_a_code_agrees(code in any_code(), now in 1_700_000_000_000..1_900_000_000_000_i64) {
        let text = code.to_string();
        let value = read(&text);
        let found = diagnose(&value, now);
        let (verdict, phase, on_lock) = (found.verdict.as_str(), found.phase.as_str(), found.is_on_lock.as_str());
        // Nobody is told that a code opens which is not on the lock, or that it has left the lock while it may still open it.
        if verdict == "active" {
            prop_assert_eq!((phase, on_lock), ("set", "yes"));
        }
        if phase == "set" {
            prop_assert!(matches!(verdict, "active" | "scheduled" | "attention"), "{}", verdict);
        }
        if verdict == "expired" {
            prop_assert_ne!(on_lock, "yes");
        }
        if matches!(verdict, "active" | "expired" | "failed") {
            prop_assert!(!found.retried_by_seam);
        }
        if let Some(end) = found.due_at {
            prop_assert!(written(end).is_some());
        }
        // What has happened is not undone by the clock: a minute later nothing is better.
        let later = diagnose(&value, now + 60_000);
        if verdict == "expired" {
            prop_assert_eq!(later.verdict.as_str(), "expired");
        }
        // Whoever is named has advice to follow, but for those who look and those who wait.
        let named = found.actor.filter(|actor| matches!(actor, Actor::User | Actor::ChangeInput));
        if let Some(actor) = named {
            prop_assert!(found.advice.iter().any(|item| item.actor == actor));
        }
        // Both tell the same phase, but for what a timeline knows of the end of one-time codes.
        let timeline = timeline(&value, &read("{}"), now);
        prop_assert_eq!(timeline.phase.as_str(), phase);
    }
}
