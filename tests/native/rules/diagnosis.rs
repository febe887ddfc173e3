//! Runs the cases of diagnoses.json. It holds `{ now, subjects, cases }`; a case `{ name, of, subject, now?, diagnosis, advice }`.
//!
//! A case's subject is laid over the one that `of` names, a null taking a key away. Its `diagnosis` is verdict, phase, whether it is on the lock
//! and actor (`-` for none), then what of `retried`, `backup` and `due=<instant>` holds; its `advice` the scope, code and actor of
//! each, in their order, with `unknown` where the table does not have the code.

use std::fs;

use seam_edge::model::{
    AccessCodeError, AccessCodeWarning, ConnectedAccountError, ConnectedAccountWarning, DeviceError,
    DeviceWarning,
};
use seam_edge::rules::civil::written;
use seam_edge::rules::diagnosis::advice::{
    Advice, Row, Scope, Subject, TABLE, UNKNOWN_ERROR, UNKNOWN_WARNING, find,
};
use seam_edge::rules::diagnosis::{Diagnosis, diagnose};
use seam_edge::schema::date_time::milliseconds;
use seam_edge::schema::value::Value;
use serde_json::{Value as Json, json};

use crate::subjects::{data, read, subject};

#[test]
fn every_case_gives_its_diagnosis() {
    let file = data("diagnoses.json");
    let mut wrong = Vec::new();
    let cases = file["cases"].as_array().unwrap();
    for case in cases {
        let text = subject(&file, case).to_string();
        let now = case.get("now").unwrap_or(&file["now"]).as_str().unwrap();
        let value = read(&text);
        let found = diagnose(&value, milliseconds(now).unwrap());
        let expected = (
            case["diagnosis"].as_str().unwrap().to_owned(),
            case["advice"].clone(),
        );
        let found = (
            in_one_line(&found),
            Json::from(found.advice.iter().map(advice_in_one_line).collect::<Vec<_>>()),
        );
        if expected != found {
            wrong.push(format!(
                "{}\n  expected {expected:?}\n  found    {found:?}",
                case["name"]
            ));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {} cases:\n{}",
        wrong.len(),
        cases.len(),
        wrong.join("\n")
    );
}

fn in_one_line(diagnosis: &Diagnosis<'_>) -> String {
    let actor = diagnosis.actor.map_or("-", |actor| actor.as_str());
    let mut line = [
        diagnosis.verdict.as_str(),
        diagnosis.phase.as_str(),
        diagnosis.is_on_lock.as_str(),
        actor,
    ]
    .join(" ");
    if diagnosis.retried_by_seam {
        line.push_str(" retried");
    }
    if diagnosis.can_pull_backup_code {
        line.push_str(" backup");
    }
    if let Some(due) = diagnosis.due_at.and_then(written) {
        line.push_str(&format!(" due={due}"));
    }
    line
}

fn advice_in_one_line(advice: &Advice<'_>) -> String {
    let known = if advice.known { "" } else { " unknown" };
    [
        advice.scope.as_str(),
        " ",
        advice.code,
        " ",
        advice.actor.as_str(),
        known,
    ]
    .concat()
}

#[test]
fn advice_carries_what_the_server_said() {
    let text = json!({
        "access_code_id": "code1",
        "errors": [{ "error_code": "device_disconnected", "message": "Offline.", "created_at": "2026-06-01T11:00:00.1Z" }],
        "warnings": [{ "warning_code": "made_up" }],
    })
    .to_string();
    let value = read(&text);
    let found = diagnose(&value, 0);
    let [offline, made_up] = &found.advice[..] else {
        panic!("{found:?}");
    };
    assert_eq!(
        (offline.message, offline.created_at),
        (Some("Offline."), Some("2026-06-01T11:00:00.1Z"))
    );
    let row = find(Subject::AccessCode, Scope::Error, "device_disconnected").unwrap();
    assert_eq!(
        (offline.cause, offline.action, offline.transient),
        (row.cause, row.action, row.transient)
    );
    assert_eq!((made_up.message, made_up.created_at), (None, None));
    assert_eq!(
        (made_up.cause, made_up.action),
        (UNKNOWN_WARNING.cause, UNKNOWN_WARNING.action)
    );
}

#[test]
fn every_code_of_the_models_has_advice() {
    for names in [
        AccessCodeError::NAMES,
        DeviceError::NAMES,
        ConnectedAccountError::NAMES,
    ] {
        for name in names {
            assert!(
                find(Subject::AccessCode, Scope::Error, name).is_some(),
                "the error `{name}` has no advice"
            );
        }
    }
    for names in [
        AccessCodeWarning::NAMES,
        DeviceWarning::NAMES,
        ConnectedAccountWarning::NAMES,
    ] {
        for name in names {
            assert!(
                find(Subject::AccessCode, Scope::Warning, name).is_some(),
                "the warning `{name}` has no advice"
            );
        }
    }
}

/// `verdicts_by_code.json` holds, by groups, what each code of the models does to a code that is set, being set or being removed, and to
/// a device.
#[test]
fn each_code_alone_gives_its_verdict() {
    let file = data("verdicts_by_code.json");
    let mut seen = Vec::new();
    for group in file["groups"].as_array().unwrap() {
        for name in group["codes"].as_array().unwrap() {
            let (scope, code) = name.as_str().unwrap().split_once(' ').unwrap();
            seen.push((scope, code));
            let item = json!([{ (format!("{scope}_code")): code }]);
            for (key, mut subject) in [
                ("set", json!({ "access_code_id": "code1", "status": "set" })),
                (
                    "setting",
                    json!({ "access_code_id": "code1", "status": "setting" }),
                ),
                (
                    "removing",
                    json!({ "access_code_id": "code1", "status": "removing" }),
                ),
                (
                    "device",
                    json!({ "device_id": "device1", "properties": {}, "can_program_online_access_codes": true }),
                ),
            ] {
                subject[format!("{scope}s")] = item.clone();
                let text = subject.to_string();
                let found = diagnose(&read(&text), 0).verdict;
                assert_eq!(
                    found.as_str(),
                    group[key],
                    "the {scope} `{code}` of what is {key}"
                );
            }
        }
    }
    for row in TABLE {
        for code in row.codes.split_whitespace() {
            let scopes = row
                .scope
                .map_or(vec!["error", "warning"], |scope| vec![scope.as_str()]);
            let is_listed = |scope: &&str| seen.contains(&(*scope, code));
            assert!(scopes.iter().any(is_listed), "no group has `{code}`");
        }
    }
}

/// troubleshooting.json holds the table of Seam's guides (docs/api-facts.md#what-to-do-about-an-error): each row's codes with
/// their scopes, who may act and what is not transient.
#[test]
fn every_code_of_the_troubleshooting_table_has_such_advice() {
    for row in data("troubleshooting.json")["rows"].as_array().unwrap() {
        for code in row["codes"].as_array().unwrap() {
            let (scope, name) = code.as_str().unwrap().split_once(' ').unwrap();
            let scope = if scope == "error" {
                Scope::Error
            } else {
                Scope::Warning
            };
            let found =
                find(Subject::AccessCode, scope, name).unwrap_or_else(|| panic!("`{name}` has no advice"));
            let actors: Vec<_> = row["actors"].as_array().unwrap().iter().collect();
            assert!(
                actors.contains(&&json!(found.actor.as_str())),
                "`{name}`: {:?} is none of {actors:?}",
                found.actor
            );
            if let Some(transient) = row["transient"].as_bool() {
                assert_eq!(found.transient, transient, "`{name}`");
            }
        }
    }
}

#[test]
fn the_table_is_in_order() {
    let mut seen = Vec::new();
    for row in TABLE.iter().chain([&UNKNOWN_ERROR, &UNKNOWN_WARNING]) {
        is_well_written(row);
        for code in row.codes.split_whitespace() {
            for scope in [Scope::Error, Scope::Warning] {
                if row.scope.is_none_or(|of_row| of_row == scope) {
                    let key = (scope.as_str(), code);
                    assert!(!seen.contains(&key), "{key:?} has two rows");
                    seen.push(key);
                    assert_eq!(
                        find(Subject::AccessCode, scope, code).map(|found| found.cause),
                        Some(row.cause)
                    );
                }
            }
        }
        assert_eq!(
            row.codes.split_whitespace().collect::<Vec<_>>().join(" "),
            row.codes
        );
    }
    assert!(find(Subject::AccessCode, Scope::Error, "").is_none());
    assert!(find(Subject::AccessCode, Scope::Error, "being_deleted").is_none());
    assert!(find(Subject::AccessCode, Scope::Warning, "device_removed").is_none());
}

fn is_well_written(row: &Row) {
    for (text, longest) in [(row.cause, 90), (row.action, 110)] {
        assert!(text.ends_with('.') && !text.contains('\n'), "{text}");
        assert!(
            text.starts_with(|first: char| first.is_ascii_uppercase()),
            "{text}"
        );
        assert!(text.len() <= longest, "{} characters: {text}", text.len());
    }
}

#[test]
fn the_replies_of_the_fixtures_are_diagnosed() {
    let directory = concat!(env!("CARGO_MANIFEST_DIR"), "/../cases/replies");
    let mut count = 0;
    for entry in fs::read_dir(directory).unwrap() {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        let reply = read(&text);
        for (key, value) in reply.members() {
            let several = ["access_codes", "devices", "locks"].contains(&&**key);
            let one = ["access_code", "backup_access_code", "device", "lock"].contains(&&**key);
            let subjects = if one {
                std::slice::from_ref(value)
            } else {
                value.items()
            };
            for subject in subjects.iter().filter(|_| several || one) {
                let found = diagnose(subject, milliseconds("2026-03-02T00:00:00Z").unwrap());
                let told = |key| subject.get(key).items().len();
                assert_eq!(found.advice.len(), told("errors") + told("warnings"));
                assert!(found.advice.iter().all(|item| item.known), "{:?}", found.advice);
                assert_ne!(found.verdict.as_str(), "unknown", "{}", found.summary.text());
                count += 1;
            }
        }
    }
    assert!(count > 10, "{count} subjects");
}

#[test]
fn summaries_tell_verdicts_apart() {
    let file = data("diagnoses.json");
    let mut lines: Vec<(String, &'static str)> = Vec::new();
    for case in file["cases"].as_array().unwrap() {
        let text = subject(&file, case).to_string();
        let now = case.get("now").unwrap_or(&file["now"]).as_str().unwrap();
        let value: Value<'_> = read(&text);
        let found = diagnose(&value, milliseconds(now).unwrap());
        lines.push((found.verdict.as_str().to_owned(), found.summary.text()));
        if let Some(summary) = case.get("summary") {
            assert_eq!(
                found.summary.text(),
                summary.as_str().unwrap(),
                "{}",
                case["name"]
            );
        }
    }
    for (verdict, summary) in &lines {
        let others = lines.iter().filter(|(_, other)| other == summary);
        assert!(others.clone().all(|(other, _)| other == verdict), "{summary}");
    }
}
