//! How far access grants and access methods are, and what is the matter with them; their timelines; advice for each error and warning of the models.

use seam_edge::model::{AccessGrantError, AccessGrantWarning, AccessMethodError, AccessMethodWarning};
use seam_edge::rules::access::advice::TABLE;
use seam_edge::rules::access::timeline::{access_of, access_timeline};
use seam_edge::rules::access::{AccessDiagnosis, diagnose_access};
use seam_edge::rules::civil::written;
use seam_edge::rules::diagnosis::advice::{Scope, Subject, find, known_codes};
use seam_edge::schema::value::Value;
use serde_json::{Value as Json, json};

use crate::subjects::read;

/// 2026-06-01T12:00:00Z.
const NOON: i64 = 1_780_315_200_000;
const HOUR: i64 = 3_600_000;

fn at(from_noon: i64) -> String {
    written(NOON + from_noon).unwrap()
}

fn changed(mut whole: Json, changes: &Json) -> Json {
    for (key, value) in changes.as_object().unwrap() {
        whole[key] = value.clone();
    }
    whole
}

fn grant(changes: &Json) -> Json {
    let grant = json!({
        "access_grant_id": "g", "access_method_ids": ["m"], "starts_at": at(-HOUR), "ends_at": at(24 * HOUR),
        "created_at": at(-60_000), "requested_access_methods": [{ "created_access_method_ids": ["m"] }],
        "errors": [], "warnings": [], "pending_mutations": [],
    });
    changed(grant, changes)
}

fn method(changes: &Json) -> Json {
    let method = json!({
        "access_method_id": "m", "mode": "code", "is_issued": false, "issued_at": null, "created_at": at(-60_000),
        "errors": [], "warnings": [], "pending_mutations": [],
    });
    changed(method, changes)
}

/// What a diagnosis of a grant and its methods at noon says, given to `look`.
fn diagnosed<T>(grant: &Json, methods: &Json, look: impl FnOnce(&AccessDiagnosis<'_>) -> T) -> T {
    let (grant, methods) = (grant.to_string(), methods.to_string());
    let (grant, methods) = (read(&grant), read(&methods));
    look(&diagnose_access(access_of(&grant, &Value::Null, &methods), NOON))
}

/// Verdict, phase, summary and actor, then what holds of it.
fn line(diagnosis: &AccessDiagnosis<'_>) -> String {
    let actor = diagnosis.actor.map_or("-", |actor| actor.as_str());
    let retried = if diagnosis.retried_by_seam { " retried" } else { "" };
    let (verdict, phase) = (diagnosis.verdict.as_str(), diagnosis.phase.as_str());
    format!(
        "{verdict} {phase} {} {actor}{retried}",
        diagnosis.summary.as_str()
    )
}

#[test]
fn every_case_gives_its_diagnosis() {
    let nothing = json!({});
    let issued = |changes: &Json| {
        changed(
            method(&json!({ "is_issued": true, "issued_at": at(-1) })),
            changes,
        )
    };
    let error =
        |code: &str| json!({ "errors": [{ "error_code": code, "message": "m", "created_at": at(-5) }] });
    let warning =
        |code: &str| json!({ "warnings": [{ "warning_code": code, "message": "m", "created_at": at(-5) }] });
    let pending =
        |code: &str| json!({ "pending_mutations": [{ "mutation_code": code, "created_at": at(-5) }] });
    let card = |changes: &Json| {
        changed(
            method(&json!({ "mode": "card", "is_encoding_required": true })),
            changes,
        )
    };
    let old = json!({ "created_at": at(-2 * HOUR) });
    let cases = [
        (
            grant(&nothing),
            json!([issued(&nothing)]),
            "active issued issued -",
        ),
        (
            grant(&json!({ "starts_at": at(HOUR) })),
            json!([issued(&nothing)]),
            "scheduled issued issued_before_start -",
        ),
        (
            grant(&nothing),
            json!([method(&nothing)]),
            "programming issuing being_issued wait retried",
        ),
        (
            grant(&old),
            json!([method(&old)]),
            "attention issuing access_late inspect retried",
        ),
        (
            grant(&json!({ "access_method_ids": [] })),
            json!([]),
            "programming requested methods_to_come wait retried",
        ),
        (
            grant(&nothing),
            json!([]),
            "programming requested methods_to_come wait retried",
        ),
        (
            grant(&json!({ "access_method_ids": [], "requested_access_methods": [] })),
            json!([]),
            "failed requested nothing_requested change_input",
        ),
        (
            grant(&nothing),
            json!([card(&nothing)]),
            "attention needs_encoding needs_encoding user",
        ),
        (
            grant(&nothing),
            json!([card(&json!({ "is_ready_for_encoding": false }))]),
            "programming issuing being_issued wait retried",
        ),
        (
            grant(&nothing),
            json!([method(&json!({ "is_assignment_required": true }))]),
            "attention needs_assignment needs_assignment user",
        ),
        (
            grant(&error("cannot_create_requested_access_methods")),
            json!([issued(&nothing)]),
            "failed requested not_created change_input",
        ),
        (
            grant(&nothing),
            json!([method(&error("failed_to_issue"))]),
            "attention issuing access_hindered user retried",
        ),
        (
            grant(&nothing),
            json!([method(&warning("delay_in_issuing"))]),
            "attention issuing access_hindered wait retried",
        ),
        (
            grant(&nothing),
            json!([issued(&warning("delay_in_issuing"))]),
            "active issued issued wait",
        ),
        (
            grant(&nothing),
            json!([issued(&pending("updating_access_times"))]),
            "programming updating access_changing wait retried",
        ),
        (
            grant(&nothing),
            json!([issued(&pending("revoking_access"))]),
            "active issued issued -",
        ),
        (
            grant(&pending("updating_spaces")),
            json!([issued(&nothing)]),
            "programming updating access_changing wait retried",
        ),
        (
            grant(&warning("underprovisioned_access")),
            json!([issued(&nothing)]),
            "programming updating access_changing wait retried",
        ),
        (
            grant(&warning("overprovisioned_access")),
            json!([issued(&nothing)]),
            "attention issued still_opens user",
        ),
        (
            grant(&warning("device_does_not_support_access_codes")),
            json!([issued(&nothing)]),
            "attention issued access_troubled change_input",
        ),
        (
            grant(&warning("requested_code_unavailable")),
            json!([issued(&nothing)]),
            "active issued issued inspect",
        ),
        (
            grant(&warning("being_deleted")),
            json!([issued(&nothing)]),
            "removing removing access_leaving wait retried",
        ),
        (
            grant(&json!({ "ends_at": at(-1) })),
            json!([issued(&nothing)]),
            "expired over access_over -",
        ),
        (
            grant(&error("an_error_of_tomorrow")),
            json!([method(&nothing)]),
            "attention issuing access_hindered inspect retried",
        ),
        (
            grant(&nothing),
            Json::Null,
            "unknown unknown access_not_known inspect",
        ),
        (issued(&nothing), Json::Null, "active issued issued -"),
        (
            json!({}),
            Json::Null,
            "unknown unknown neither_grant_nor_method inspect",
        ),
    ];
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(grant, methods, expected)| {
            let found = diagnosed(grant, methods, line);
            (found != *expected)
                .then(|| format!("{grant} {methods}\n  expected {expected}\n  found    {found}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn says_what_is_pending_and_which_devices_are_left_out() {
    let of = |devices: Json| json!({ "device_ids": devices });
    let grant = grant(&json!({
        "errors": [{ "error_code": "cannot_create_requested_access_methods", "missing_device_ids": ["d1", "d2"] }],
        "warnings": [
            { "warning_code": "device_time_constraints_violated", "device_id": "d3" },
            { "warning_code": "requested_code_unavailable", "device_id": "d9" },
        ],
    }));
    let method = method(&json!({ "pending_mutations": [
        { "mutation_code": "provisioning_access", "created_at": at(0), "from": of(json!(["d4"])), "to": of(json!(["d4", "d5", "d1"])) },
        { "mutation_code": "revoking_access", "from": of(json!(["d6"])), "to": of(json!([])) },
    ] }));
    diagnosed(&grant, &json!([method]), |found| {
        assert_eq!(found.uncovered_device_ids, ["d1", "d2", "d3", "d5"]);
        let pending: Vec<_> = found
            .pending
            .iter()
            .map(|one| (one.code, one.access_method_id, one.created_at))
            .collect();
        let now = at(0);
        assert_eq!(
            pending,
            [
                ("provisioning_access", Some("m"), Some(&*now)),
                ("revoking_access", Some("m"), None)
            ]
        );
        let whose: Vec<_> = found
            .advice
            .iter()
            .map(|item| (item.advice.code, item.access_method_id))
            .collect();
        assert_eq!(whose.len(), 3);
        assert!(whose.iter().all(|(_, method)| method.is_none()));
        assert_eq!(
            (found.starts_at, found.ends_at),
            (Some(NOON - HOUR), Some(NOON + 24 * HOUR))
        );
    });
}

#[test]
fn every_code_of_the_models_has_advice_and_the_table_no_other() {
    let of_models = [
        (
            Scope::Error,
            [AccessGrantError::NAMES, AccessMethodError::NAMES].concat(),
        ),
        (
            Scope::Warning,
            [AccessGrantWarning::NAMES, AccessMethodWarning::NAMES].concat(),
        ),
    ];
    for (scope, names) in of_models {
        for name in &names {
            assert!(
                find(Subject::Access, scope, name).is_some(),
                "`{name}` has no advice"
            );
        }
        for code in known_codes(Subject::Access, scope) {
            assert!(names.contains(&code), "`{code}` is of no model");
        }
    }
    for row in TABLE {
        for line in [row.cause, row.action] {
            assert!(
                line.ends_with('.') && !line.contains('\n') && !line.contains("  "),
                "{line}"
            );
        }
    }
}

/// The steps of a timeline, with what is next, expected and a worry.
fn times(subject: &Json, grant: &Json, methods: &Json) -> String {
    let texts = [subject.to_string(), grant.to_string(), methods.to_string()];
    let [subject, grant, methods] = texts.each_ref().map(|text| read(text));
    let found = access_timeline(access_of(&subject, &grant, &methods), NOON);
    let hours = |at: Option<i64>| {
        at.map_or("?".to_owned(), |at| {
            format!("{:+.2}", (at - NOON) as f64 / HOUR as f64)
        })
    };
    let steps: Vec<String> = found
        .steps
        .iter()
        .map(|step| format!("{}{}", step.name.as_str(), hours(step.at)))
        .collect();
    let next = found.next.map_or("-", |step| step.name.as_str());
    let worry = found.worry.map_or("-", |worry| worry.as_str());
    format!(
        "{} next={next} {} {worry}{}",
        steps.join(" "),
        found.expect.as_str(),
        hours(found.worry_after)
    )
}

#[test]
fn a_timeline_says_what_comes_next_and_when_to_worry() {
    let nothing = json!({});
    let issued = method(&json!({ "is_issued": true, "issued_at": at(-30_000) }));
    let early = grant(&json!({ "starts_at": at(2 * HOUR) }));
    let cases = [
        (
            &early,
            json!([method(&nothing)]),
            "creation-0.02 issuing? active+2.00 removal+24.00 next=issuing issued_by_seam not_issued+2.00",
        ),
        (
            &early,
            json!([issued]),
            "creation-0.02 issuing-0.01 active+2.00 removal+24.00 next=active opens_from_start still_there+24.25",
        ),
        (
            &grant(&nothing),
            json!([issued]),
            "creation-0.02 issuing-0.01 active-0.01 removal+24.00 next=removal access_until_end still_there+24.25",
        ),
        (
            &grant(&json!({ "ends_at": null })),
            json!([issued]),
            "creation-0.02 issuing-0.01 active-0.01 next=- opens_until_deleted -?",
        ),
        (
            &grant(&json!({ "ends_at": at(-1) })),
            json!([issued]),
            "creation-0.02 issuing-0.01 active-0.01 removal-0.00 next=- nothing -?",
        ),
        (
            &grant(&json!({ "warnings": [{ "warning_code": "being_deleted", "created_at": at(0) }] })),
            json!([issued]),
            "creation-0.02 issuing? active-1.00 removal? next=removal access_removed still_there+0.25",
        ),
        (
            &grant(&nothing),
            json!([method(&json!({ "is_encoding_required": true }))]),
            "creation-0.02 issuing? active-1.00 removal+24.00 next=issuing issued_by_person not_issued+0.23",
        ),
    ];
    for (grant, methods, expected) in cases {
        assert_eq!(times(grant, &Json::Null, &methods), expected);
    }
    assert_eq!(
        times(&issued, &Json::Null, &Json::Null),
        "creation-0.02 issuing-0.01 next=- opens_until_deleted -?"
    );
    assert_eq!(
        times(&issued, &grant(&nothing), &Json::Null),
        "creation-0.02 issuing-0.01 active-0.01 removal+24.00 next=removal access_until_end still_there+24.25"
    );
}
