//! Breaks every field of every reply, through every variant of every union, and expects exactly that issue: an error where a door
//! depends on the field, else a warning. What a server may add tomorrow must give none.

use std::collections::BTreeSet;

use seam_edge::schema::issue::{Code, Severity};
use seam_edge::schema::{Field, Flags, Type, check, literal};
use serde_json::{Value, json};

use crate::breakages::{UNLISTED, accepts_null, out_of_bounds, wrong_kinds};
use crate::walk::{self, ItemSite, ObjectSite, Site};
use crate::{Verdict, endpoints, error, join, verdicts};

/// What an endpoint answers, and how many replies have been judged.
struct Subject {
    name: String,
    fields: Vec<Field>,
    judged: usize,
}

impl Subject {
    fn expect(&mut self, reply: &Value, expected: Option<Verdict>) {
        let findings = check::reply(&reply.to_string(), &self.fields).unwrap();
        let expected: Vec<_> = expected.into_iter().collect();
        assert_eq!(verdicts(&findings), expected, "{} given {reply}", self.name);
        self.judged += 1;
    }
}

fn severity(flags: Flags) -> Severity {
    if flags.load_bearing() {
        Severity::Error
    } else {
        Severity::Warning
    }
}

#[test]
fn every_wrong_field_gives_its_issue_and_no_other() {
    // A resource has a thousand ways of being wrong; once each is enough, however many endpoints answer with it.
    let mut judged = BTreeSet::new();
    for (name, endpoint) in endpoints() {
        let fields = endpoint.reply.fields();
        let described: Vec<_> = fields
            .iter()
            .map(|field| literal::field(field, &|_| None))
            .collect();
        if !judged.insert(described) {
            continue;
        }
        let mut subject = Subject {
            name,
            fields: fields.to_vec(),
            judged: 0,
        };
        // What a batch holds is broken in the replies of its own endpoints.
        let batch = subject.name.ends_with(".get_related");
        walk::document(fields, &[], &mut |site| match site {
            Site::Object(site) if !batch || !site.path.contains('.') => break_object(&mut subject, &site),
            Site::Item(site) if !batch || !site.path.contains("].") => break_item(&mut subject, &site),
            _ => {}
        });
        assert!(
            fields.is_empty() || subject.judged > 10,
            "{}: {}",
            subject.name,
            subject.judged
        );
    }
}

fn break_object(subject: &mut Subject, site: &ObjectSite<'_>) {
    subject.expect(&site.edited(|_| ()).1, None);
    let (_, extended) = site.edited(|object| {
        object.insert("key_of_tomorrow".to_owned(), json!([1, { "a": null }]));
    });
    subject.expect(&extended, None);
    for field in site.fields {
        break_key(subject, site, field);
    }
    if let Some((tag, flags)) = site.tag {
        break_tag(subject, site, tag, flags);
    }
}

fn break_key(subject: &mut Subject, site: &ObjectSite<'_>, field: &Field) {
    let path = join(site.path, field.name);
    let mut expect = |value: Option<Value>, code: Option<Code>| {
        let (_, document) = site.edited(|object| match value {
            Some(value) => drop(object.insert(field.name.to_owned(), value)),
            None => drop(object.remove(field.name)),
        });
        subject.expect(
            &document,
            code.map(|code| (path.clone(), code, severity(field.flags))),
        );
    };
    expect(None, field.flags.required().then_some(Code::Missing));
    let null_passes = field.flags.nullable() || accepts_null(field.kind);
    expect(Some(Value::Null), (!null_passes).then_some(Code::WrongType));
    for value in wrong_kinds(field.kind) {
        expect(Some(value), Some(Code::WrongType));
    }
    for (value, code) in out_of_bounds(field.kind) {
        expect(Some(value), Some(code));
    }
    if let Type::OpenNames(_) = field.kind {
        expect(Some(json!(UNLISTED)), None);
    }
}

fn break_tag(subject: &mut Subject, site: &ObjectSite<'_>, tag: &str, flags: Flags) {
    let path = join(site.path, tag);
    let mut expect = |value: Option<Value>, expected: Option<Verdict>| {
        let (_, document) = site.edited(|object| match value {
            Some(value) => drop(object.insert(tag.to_owned(), value)),
            None => drop(object.remove(tag)),
        });
        subject.expect(&document, expected);
    };
    // Without its tag an object cannot be told from its siblings, which is as bad as any other wrong value of the field.
    for value in [
        None,
        Some(json!(null)),
        Some(json!(true)),
        Some(json!(7)),
        Some(json!([])),
        Some(json!({})),
    ] {
        expect(value, Some((path.clone(), Code::WrongType, severity(flags))));
    }
}

fn break_item(subject: &mut Subject, site: &ItemSite<'_>) {
    let mut expect = |value: Value, code: Option<Code>| {
        let expected = code.map(|code| (site.path.to_owned(), code, severity(site.flags)));
        subject.expect(&site.with(value), expected);
    };
    expect(Value::Null, (!accepts_null(site.kind)).then_some(Code::WrongType));
    for value in wrong_kinds(site.kind) {
        expect(value, Some(Code::WrongType));
    }
    for (value, code) in out_of_bounds(site.kind) {
        expect(value, Some(code));
    }
    if let Type::OpenNames(_) = site.kind {
        expect(json!(UNLISTED), None);
    }
}

#[test]
fn waiting_can_rely_on_every_action_attempt_listed_or_not() {
    let (_, endpoint) = endpoints()
        .into_iter()
        .find(|(name, _)| name == "action_attempts.get")
        .unwrap();
    let fields = endpoint.reply.fields();
    let judge = |attempt: Value| {
        let reply = json!({ "action_attempt": attempt }).to_string();
        verdicts(&check::reply(&reply, fields).unwrap())
    };
    for action in ["LOCK_DOOR", "SCAN_CREDENTIAL", UNLISTED] {
        for status in ["pending", "success", "error", UNLISTED] {
            let attempt = json!({ "action_attempt_id": "a", "action_type": action, "status": status, "result": null, "error": null });
            assert_eq!(judge(attempt.clone()), [], "{attempt}");
            for (key, wrong, code) in [
                ("action_attempt_id", json!(null), Code::WrongType),
                ("action_type", json!(7), Code::WrongType),
                ("status", json!({}), Code::WrongType),
            ] {
                let path = format!("action_attempt.{key}");
                let mut broken = attempt.clone();
                broken[key] = wrong;
                assert_eq!(judge(broken.clone()), [error(path.clone(), code)], "{broken}");
                broken.as_object_mut().unwrap().remove(key);
                assert_eq!(judge(broken.clone()), [error(path, Code::Missing)], "{broken}");
            }
        }
    }
}

#[test]
fn what_the_official_fake_leaves_out_is_no_issue() {
    let judge = |name: &str, key: &str, value: Value| {
        let (_, endpoint) = endpoints().into_iter().find(|(other, _)| other == name).unwrap();
        let reply = json!({ key: value }).to_string();
        verdicts(&check::reply(&reply, endpoint.reply.fields()).unwrap())
    };
    let event = json!({
        "event_id": "event1",
        "workspace_id": "seed_workspace_1",
        "created_at": "2026-03-01T15:00:00.000Z",
        "occurred_at": "2026-03-01T15:00:00.000Z",
        "connected_account_id": "john_connected_account_id",
    });
    let with = |more: Value| {
        let mut event = event.clone();
        let more = more.as_object().unwrap().clone();
        event.as_object_mut().unwrap().extend(more);
        event
    };
    let events = json!([
        with(json!({ "event_type": "access_code.deleted", "access_code_id": "access_code1" })),
        with(json!({ "event_type": "lock.locked", "device_id": "august_device_1" })),
        with(json!({ "event_type": "lock.unlocked", "device_id": "august_device_1" })),
    ]);
    assert_eq!(judge("events.list", "events", events), []);
    let session = json!({
        "client_session_id": "cst2",
        "workspace_id": "seed_workspace_1",
        "token": "seam_cst1cst2",
        "connected_account_ids": [],
        "connect_webview_ids": [],
        "user_identity_ids": [],
        "created_at": "2026-03-01T15:00:00.000Z",
        "expires_at": "2027-03-01T15:00:00.000Z",
    });
    assert_eq!(judge("client_sessions.create", "client_session", session), []);
}
