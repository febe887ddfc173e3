//! `ensureAccessCode` where the server answers with another code than the one that it was asked about, or does not keep the key of what it has
//! created: none of that is a success. And where a list does not end.

use seam_edge::flow::Ended;
use seam_edge::flow::ensure_access_code::EnsureError;
use seam_edge::flow::ensure_access_code::{Conflict, EnsureAccessCode};
use seam_edge::flow::pages::{MOST_PAGES, endless};
use serde_json::{Value, json};

use crate::ensured::{CREATE, GET, LIST, by_key, by_pin, code, conflict, count, ensure, not_found};
use crate::virtual_time::Served;

fn properties(conflict: &Conflict) -> Vec<&'static str> {
    conflict.differences.iter().map(|each| each.property).collect()
}

/// What a server does that finds nothing, and answers a create with this.
fn created(mut flow: EnsureAccessCode, changes: Value) -> crate::ensured::Ensured {
    ensure(&mut flow, |call| match call.path {
        CREATE => Ok(Served::value(code(changes.clone()).to_string())),
        GET => Err(not_found()),
        _ => Ok(Served::value("[]")),
    })
}

fn found(changes: Value) -> crate::ensured::Ensured {
    ensure(&mut by_pin(), |call| match call.path {
        GET => Ok(Served::value(code(changes.clone()).to_string())),
        path => panic!("{path}"),
    })
}

fn updating(from: &str, to: &str) -> Value {
    json!([{ "mutation_code": "updating_code", "from": { "code": from }, "to": { "code": to } }])
}

/// Whether there is another PIN or another device, in which properties.
fn others() -> Vec<(Value, Vec<&'static str>)> {
    vec![
        (json!({ "code": "1357" }), vec!["code"]),
        (json!({ "device_id": "d2" }), vec!["device_id"]),
        (
            json!({ "code": "1357", "device_id": "d2" }),
            vec!["device_id", "code"],
        ),
        (
            json!({ "pending_mutations": updating("4829", "1357") }),
            vec!["code"],
        ),
    ]
}

/// Codes that are the wanted one, whatever they look like.
fn same() -> Vec<Value> {
    vec![
        json!({}),
        json!({ "code": null, "is_waiting_for_code_assignment": true, "status": "setting" }),
        json!({ "device_id": "D1" }),
        json!({ "code": "1357", "pending_mutations": updating("1357", "4829") }),
        json!({ "code": "4829", "pending_mutations": updating("1357", "4829") }),
        json!({ "pulled_backup_access_code_id": "b1" }),
    ]
}

#[test]
fn one_that_is_found_with_another_pin_or_on_another_device_is_a_conflict() {
    for (changes, expected) in others() {
        let run = found(changes.clone());
        let conflict = conflict(&run);
        assert_eq!(properties(conflict), expected, "{changes}");
        assert!(!conflict.is_new);
        let message = conflict.message();
        assert!(
            message.starts_with("there is another access code already, `a1`: "),
            "{message}"
        );
        let shown = format!("{message} {:?}", conflict.differences);
        assert!(!shown.contains("4829") && !shown.contains("1357"), "{shown}");
    }
    for changes in same() {
        assert!(found(changes.clone()).end.is_ok(), "{changes}");
    }
}

#[test]
fn so_is_one_that_is_created_so() {
    for (changes, expected) in others() {
        let run = created(by_pin(), changes.clone());
        let conflict = conflict(&run);
        assert_eq!(
            (properties(conflict), conflict.is_new),
            (expected, true),
            "{changes}"
        );
        assert_eq!(count(&run, CREATE), 1);
        let message = conflict.message();
        assert!(
            message.starts_with("access code `a1` was created, but not as asked for: "),
            "{message}"
        );
        assert!(
            !message.contains("4829") && !message.contains("1357"),
            "{message}"
        );
    }
    for changes in same() {
        assert!(created(by_pin(), changes.clone()).end.is_ok(), "{changes}");
    }
    // By a key, the PIN is Seam's to choose, but not the device.
    let key = json!({ "common_code_key": "ensure:d1:17", "code": "1357" });
    assert!(created(by_key(), key.clone()).end.is_ok());
    let mut elsewhere = key;
    elsewhere["device_id"] = json!("d2");
    assert_eq!(properties(conflict(&created(by_key(), elsewhere))), ["device_id"]);
}

#[test]
fn no_message_quotes_the_wanted_pin_where_the_found_code_has_another() {
    let parameters = r#"{"device_id":"d1","code":"4829","name":"Gate 4829"}"#;
    let mut flow = EnsureAccessCode::new(parameters, "{}").unwrap();
    let run = ensure(&mut flow, |_| {
        Ok(Served::value(
            code(json!({ "code": "1357", "name": "Door 1357" })).to_string(),
        ))
    });
    let conflict = conflict(&run);
    assert_eq!(properties(conflict), ["code", "name"]);
    let shown = format!("{} {:?}", conflict.message(), conflict.differences);
    assert!(!shown.contains("4829") && !shown.contains("1357"), "{shown}");
}

#[test]
fn a_key_that_the_server_does_not_report_is_an_error() {
    for reported in [json!(null), json!("another"), json!("ENSURE:D1:17")] {
        // The list does not show the code, or shows it without the key, or cannot be read.
        for listed in 0..3 {
            let made = code(json!({ "common_code_key": reported })).to_string();
            let mut flow = by_key();
            let mut was_created = false;
            let run = ensure(&mut flow, |call| match (call.path, was_created, listed) {
                (CREATE, ..) => {
                    was_created = true;
                    Ok(Served::value(made.clone()))
                }
                (_, true, 1) => Ok(Served::value(format!("[{made}]"))),
                (_, true, 2) => Err(crate::waits::refused(500)),
                _ => Ok(Served::value("[]")),
            });
            let conflict = conflict(&run);
            assert_eq!(
                (properties(conflict), conflict.is_new),
                (vec!["common_code_key"], true)
            );
            assert_eq!(conflict.differences[0].expected, "\"ensure:d1:17\"");
            assert_eq!(conflict.differences[0].actual, reported.to_string());
            assert_eq!(
                conflict.message(),
                "access code `a1` was created, but the server does not report its `common_code_key`, so that it would not be \
                 found again: keep its ID, or ensure it by a `code`"
            );
            assert!(conflict.access_code.contains("\"a1\""));
            // It is there for sure, and looking for it would be in vain.
            assert!(!flow.in_doubt());
        }
    }
}

#[test]
fn what_the_list_says_of_the_key_counts_more() {
    let with = |key: Value| code(json!({ "common_code_key": key })).to_string();
    let key = json!("ensure:d1:17");
    for (answered, listed, is_done) in [(json!(null), key.clone(), true), (key, json!(null), false)] {
        let mut was_created = false;
        let run = ensure(&mut by_key(), |call| match (call.path, was_created) {
            (CREATE, _) => {
                was_created = true;
                Ok(Served::value(with(answered.clone())))
            }
            (_, true) => Ok(Served::value(format!("[{}]", with(listed.clone())))),
            _ => Ok(Served::value("[]")),
        });
        assert_eq!(run.end.is_ok(), is_done, "{answered} {listed}");
    }
}

#[test]
fn a_code_with_a_pin_needs_no_key() {
    let parameters = r#"{"device_id":"d1","code":"4829","common_code_key":"house-4"}"#;
    let flow = EnsureAccessCode::new(parameters, "{}").unwrap();
    assert!(created(flow, json!({})).end.is_ok());
}

#[test]
fn a_list_that_does_not_end_is_an_error() {
    let mut pages = 0;
    let mut flow = by_key();
    let run = ensure(&mut flow, |call| {
        assert_eq!(call.path, LIST);
        pages += 1;
        Ok(Served {
            value: "[]".into(),
            next_page: Some(format!("page {pages}")),
        })
    });
    assert_eq!(run.end, Err(Ended::Own(EnsureError::Endless(LIST))));
    assert_eq!(pages, MOST_PAGES);
    assert_eq!(
        endless(LIST).line(),
        "/access_codes/list: expected `pagination`, got another cursor on each of 1000 pages: the list does not end"
    );
}

#[test]
fn a_code_that_was_created_is_not_lost_by_a_list_that_does_not_end() {
    let made = code(json!({ "common_code_key": "ensure:d1:17" })).to_string();
    let (mut pages, mut was_created) = (0, false);
    let run = ensure(&mut by_key(), |call| match (call.path, was_created) {
        (CREATE, _) => {
            was_created = true;
            Ok(Served::value(made.clone()))
        }
        (_, false) => Ok(Served::value("[]")),
        _ => {
            pages += 1;
            Ok(Served {
                value: "[]".into(),
                next_page: Some(format!("page {pages}")),
            })
        }
    });
    assert_eq!((run.end, pages), (Ok(made), MOST_PAGES));
}
