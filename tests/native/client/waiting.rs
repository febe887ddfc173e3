//! What Rust applications wait for: codes on and off their locks, one code however often it is asked for, events. Only what the client adds to
//! the flows: typed options, results and errors, the queue, the stream. What the flows decide is tested in tests/native/flow.

use std::future::Future;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

use seam_edge::api::access_codes::CreateParameters;
use seam_edge::api::events;
use seam_edge::client::Client;
use seam_edge::client::host::SendFailure;
use seam_edge::client::typed::{
    AnyAccessCode, EnsureFailure, Stream, Until, WaitFailure, WaitOptions, WatchOptions,
};
use seam_edge::error::{Error, TransportCode};
use seam_edge::flow::access_code_wait::reports::Reason;
use seam_edge::model::{AccessCodeStatus, SeamEvent};
use seam_edge::rules::diagnosis::Verdict;
use serde_json::{Value, json};

use crate::config;
use crate::scripted::{Outcome, Scripted, answered, finished};
use crate::typed::client;

const ID: &str = "e7b1c5d2-48a0-4f93-a6d7-1c92b03f58e4";

fn code(changes: Value) -> Value {
    let mut code = json!({
        "access_code_id": ID, "workspace_id": "w", "device_id": "front-door", "name": "Guest", "code": "1357", "type": "ongoing",
        "status": "setting", "is_managed": true, "created_at": "2026-01-01T00:00:00Z", "common_code_key": null,
        "is_external_modification_allowed": false, "is_one_time_use": false, "is_offline_access_code": false,
        "is_backup_access_code_available": false, "is_backup": false, "is_scheduled_on_device": false,
        "is_waiting_for_code_assignment": false, "errors": [], "warnings": [], "pending_mutations": [], "starts_at": null, "ends_at": null,
    });
    for (key, value) in changes.as_object().unwrap() {
        code[key] = value.clone();
    }
    code
}

fn found(changes: Value) -> Outcome {
    answered(200, &json!({ "access_code": code(changes) }).to_string())
}

fn unknown() -> Outcome {
    let error = json!({ "type": "access_code_not_found", "message": "There is none." });
    answered(404, &json!({ "error": error, "ok": false }).to_string())
}

fn no_codes() -> Outcome {
    let pagination = json!({ "has_next_page": false, "next_page_cursor": null, "next_page_url": null });
    answered(
        200,
        &json!({ "access_codes": [], "pagination": pagination }).to_string(),
    )
}

#[test]
fn a_refusal_that_breaks_off_is_asked_for_again() {
    let broken = || answered(404, r#"{"error":{"type":"access_code_no"#);
    for endings in [
        vec![broken(), unknown(), unknown()],
        // The code may be there unmanaged.
        vec![unknown(), broken(), unknown(), unknown()],
    ] {
        let host = Scripted::new(endings);
        let removed =
            finished(Client::new(&host, config()).wait_until_removed(ID, WaitOptions::default(), |_| {}));
        assert!(removed.unwrap().checked);
    }
    // A page of something else is whole: nobody will say anything else there.
    let host = Scripted::new([answered(404, "<p>Not found")]);
    let refused =
        finished(Client::new(&host, config()).wait_until_removed(ID, WaitOptions::default(), |_| {}));
    assert!(
        matches!(refused, Err(WaitFailure::Call(Error::Transport(_)))),
        "{refused:?}"
    );
}

#[test]
fn whoever_gives_up_once_the_code_is_made_has_it() {
    let parameters = CreateParameters {
        device_id: "front-door".to_owned(),
        ..Default::default()
    };
    let created = || found(json!({ "common_code_key": "ensure:front-door:booking-7" }));
    let ensure = |outcomes: Vec<Outcome>| {
        let host = Scripted::new(outcomes);
        finished(Client::new(&host, config()).ensure(&parameters, Some("booking-7")))
    };
    // While it looks whether there is an older one.
    let made = ensure(vec![no_codes(), created(), Err(SendFailure::Canceled)]);
    assert_eq!(made.unwrap().access_code_id, ID);
    for outcomes in [
        vec![Err(SendFailure::Canceled)],
        vec![no_codes(), Err(SendFailure::Canceled)],
    ] {
        let canceled = ensure(outcomes);
        let Err(EnsureFailure::Call(Error::Transport(error))) = &canceled else {
            panic!("{canceled:?}");
        };
        assert_eq!(error.code, TransportCode::Canceled);
    }
}

#[test]
fn a_code_is_waited_for_until_it_is_on_its_lock() {
    let host = Scripted::new([
        found(json!({})),
        answered(404, "a proxy's"),
        found(json!({ "status": "set" })),
    ]);
    let waiting = Client::new(&host, config());
    let mut told = Vec::new();
    let options = WaitOptions {
        polling_interval: Some(2_000.0),
        ..Default::default()
    };
    let wait = waiting.wait_until_set(ID, Until::Scheduled, options, |progress| told.push(progress));
    // A page of a proxy is no answer of Seam's, and heals as little.
    let failed = finished(wait).unwrap_err();
    assert!(
        matches!(failed, WaitFailure::Call(Error::Transport(_))),
        "{failed}"
    );

    let host = Scripted::new([
        found(json!({})),
        answered(408, ""),
        found(json!({ "status": "set" })),
    ]);
    let waiting = Client::new(&host, config());
    told.clear();
    let wait = waiting.wait_until_set(ID, Until::Set, options, |progress| told.push(progress));
    let code = finished(wait).unwrap();
    assert_eq!(
        (code.status, code.code.as_deref()),
        (Some(AccessCodeStatus::Set), Some("1357"))
    );
    assert_eq!(host.slept(), [2_000, 2_000]);
    assert_eq!((told[0].attempt, told[1].attempt), (1, 2));
    assert_eq!(told[0].error, None);
    assert!(
        matches!(&told[1].error, Some(Error::Transport(error)) if error.code == TransportCode::BadRequest)
    );
    let seen = told[1].seen.as_ref().unwrap();
    assert!(matches!(seen.access_code(), Ok(AnyAccessCode::Managed(code)) if code.access_code_id == ID));
    assert_eq!(seen.diagnose(|diagnosis| diagnosis.verdict), Verdict::Programming);
    assert!(!format!("{told:?}").contains("1357"));
}

#[test]
fn a_wait_ends_in_vain_or_with_its_time() {
    let removing = client([found(json!({ "status": "removing" }))]);
    let failed = finished(removing.wait_until_set(ID, Until::Set, WaitOptions::default(), |_| ()));
    let Err(WaitFailure::InVain {
        reason,
        message,
        seen,
    }) = failed
    else {
        panic!("{failed:?}");
    };
    assert_eq!(reason, Reason::Failed);
    assert!(message.contains(ID), "{message}");
    assert!(seen.access_code().is_ok());

    let options = WaitOptions {
        max_wait: 0.0,
        ..Default::default()
    };
    let setting = client([found(json!({}))]);
    let failed = finished(setting.wait_until_set(ID, Until::Set, options, |_| ()));
    assert!(matches!(
        failed,
        Err(WaitFailure::TimedOut {
            seen: Some(_),
            error: None,
            ..
        })
    ));
    // Nothing answers: the time of the last call is that of the wait.
    let silent = client([]);
    let options = WaitOptions {
        max_wait: 5_000.0,
        ..Default::default()
    };
    let failed = finished(silent.wait_until_removed(ID, options, |_| ()));
    assert!(matches!(failed, Err(WaitFailure::TimedOut { seen: None, .. })));
}

#[test]
fn options_out_of_range_are_refused_before_anything_is_sent() {
    for (max_wait, polling_interval) in [
        (-1.0, None),
        (f64::NAN, None),
        (1.0, Some(0.0)),
        (1.0, Some(-1.0)),
    ] {
        let options = WaitOptions {
            max_wait,
            polling_interval,
            stops_for_action: false,
        };
        let refused = finished(client([]).wait_until_set(ID, Until::Set, options, |_| ()));
        assert!(
            matches!(refused, Err(WaitFailure::Call(Error::InvalidOptions(_)))),
            "{refused:?}"
        );
    }
    let refused = finished(client([]).wait_until_removed("", WaitOptions::default(), |_| ()));
    assert!(matches!(refused, Err(WaitFailure::Call(Error::Arguments(_)))));
    let forever = WaitOptions {
        max_wait: f64::INFINITY,
        ..Default::default()
    };
    let set = client([found(json!({ "status": "set" }))]);
    assert!(finished(set.wait_until_set(ID, Until::Set, forever, |_| ())).is_ok());
}

#[test]
fn a_code_is_waited_for_until_it_is_off_its_lock() {
    let gone = client([found(json!({ "status": "removing" })), unknown(), unknown()]);
    let removed = finished(gone.wait_until_removed(ID, WaitOptions::default(), |_| ())).unwrap();
    assert!(removed.checked);
    assert!(removed.seen.unwrap().access_code().is_ok());
    let never = client([unknown(), unknown()]);
    let removed = finished(never.wait_until_removed(ID, WaitOptions::default(), |_| ())).unwrap();
    assert_eq!(removed.seen, None);
}

fn wanted() -> CreateParameters {
    CreateParameters {
        device_id: "front-door".to_owned(),
        code: Some("1357".to_owned()),
        ..Default::default()
    }
}

#[test]
fn the_code_that_is_there_is_returned_and_else_a_new_one() {
    let there = client([found(json!({}))]);
    assert_eq!(
        finished(there.ensure(&wanted(), None)).unwrap().access_code_id,
        ID
    );

    let host = Scripted::new([unknown(), no_codes(), found(json!({}))]);
    let made = finished(Client::new(&host, config()).ensure(&wanted(), None)).unwrap();
    assert_eq!(made.access_code_id, ID);
    assert!(host.sent()[2].url.ends_with("/access_codes/create"));

    let other = client([found(json!({ "name": "Someone else" }))]);
    let parameters = CreateParameters {
        name: Some("Guest".to_owned()),
        ..wanted()
    };
    let conflict = finished(other.ensure(&parameters, None));
    let Err(EnsureFailure::Conflict(conflict)) = conflict else {
        panic!("{conflict:?}");
    };
    assert_eq!(conflict.differences[0].property, "name");
}

#[test]
fn what_cannot_be_ensured_is_refused_before_anything_is_sent() {
    let nameless = CreateParameters {
        code: None,
        ..wanted()
    };
    let refused = finished(client([]).ensure(&nameless, None));
    assert!(matches!(
        refused,
        Err(EnsureFailure::Call(Error::InvalidOptions(_)))
    ));
    let refused = finished(client([]).ensure(&wanted(), Some("booking")));
    assert!(matches!(
        refused,
        Err(EnsureFailure::Call(Error::InvalidOptions(_)))
    ));
    let short = CreateParameters {
        code: Some("12".to_owned()),
        ..wanted()
    };
    let refused = finished(client([]).ensure(&short, None));
    assert!(matches!(
        refused,
        Err(EnsureFailure::Call(Error::Validation { .. }))
    ));
}

fn poll<T>(future: &mut Pin<Box<impl Future<Output = T>>>) -> Poll<T> {
    future.as_mut().poll(&mut Context::from_waker(Waker::noop()))
}

#[test]
fn two_that_want_the_same_code_come_one_after_another() {
    let host = Scripted::new([unknown(), no_codes()]);
    let client = Client::new(&host, config());
    let mut wanted_with_name = wanted();
    wanted_with_name.name = Some("Guest".to_owned());
    let other_lock = CreateParameters {
        device_id: "back-door".to_owned(),
        ..wanted()
    };
    let (wanted, other) = (wanted(), wanted_with_name);
    let mut first = Box::pin(client.ensure(&wanted, None));
    let mut second = Box::pin(client.ensure(&other, None));
    let mut abandoned = Box::pin(client.ensure(&wanted, None));
    let mut elsewhere = Box::pin(client.ensure(&other_lock, None));
    assert!(poll(&mut first).is_pending(), "its create is not answered");
    assert!(poll(&mut abandoned).is_pending() && poll(&mut second).is_pending());
    assert_eq!(host.sent().len(), 3, "nothing is sent for those who wait");
    assert!(poll(&mut elsewhere).is_pending());
    assert_eq!(host.sent().len(), 4, "another lock is another matter");
    drop(abandoned);
    // Whoever gives up does not hold up the next one, who learns that a create was on its way.
    drop(first);
    host.answer(found(json!({})));
    assert!(matches!(poll(&mut second), Poll::Ready(Ok(code)) if code.access_code_id == ID));
    assert_eq!(host.sent().len(), 5);
}

#[test]
fn one_that_fails_lets_the_next_one_go_on() {
    let host = Scripted::new([answered(400, "no"), found(json!({}))]);
    let client = Client::new(&host, config());
    let failed = finished(client.ensure(&wanted(), None));
    assert!(matches!(failed, Err(EnsureFailure::Call(Error::Transport(_)))));
    assert!(finished(client.ensure(&wanted(), None)).is_ok());
}

fn event(id: &str, second: u32) -> Value {
    json!({
        "event_id": id, "event_type": "access_code.set_on_device", "workspace_id": "w", "created_at": format!("2026-01-01T00:00:{second:02}Z"),
        "occurred_at": format!("2026-01-01T00:00:{second:02}Z"), "access_code_id": ID, "device_id": "front-door",
        "connected_account_id": "a", "code": "1357",
    })
}

fn listed(events: &[Value]) -> Outcome {
    answered(200, &json!({ "events": events }).to_string())
}

/// As many items of a stream as come without anybody waiting.
fn items<T>(stream: &mut (impl Stream<Item = T> + Unpin), most: usize) -> Vec<T> {
    let mut items = Vec::new();
    while items.len() < most {
        match pin!(&mut *stream).poll_next(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(Some(item)) => items.push(item),
            Poll::Ready(None) | Poll::Pending => break,
        }
    }
    items
}

fn ids(events: Vec<Result<SeamEvent, Error>>) -> Vec<String> {
    let id = |event: Result<SeamEvent, Error>| {
        let event = serde_json::to_value(event.unwrap()).unwrap();
        event["event_id"].as_str().unwrap().to_owned()
    };
    events.into_iter().map(id).collect()
}

#[test]
fn events_come_as_a_stream_that_goes_on_from_its_cursor() {
    let filter = events::ListParameters {
        device_id: Some("front-door".to_owned()),
        ..Default::default()
    };
    let since = WatchOptions {
        since: Some("2026-01-01T00:00:00Z".parse().unwrap()),
        ..Default::default()
    };
    let host = Scripted::new([
        listed(&[event("b", 2), event("a", 1)]),
        Err(SendFailure::Network),
        Err(SendFailure::Network),
        Err(SendFailure::Network),
        listed(&[event("b", 2), event("c", 3)]),
    ]);
    let client = Client::new(&host, config());
    let mut failures = Vec::new();
    let mut watch = client
        .watch(&filter, since, |failing| failures.push(failing))
        .unwrap();
    assert!(host.sent().is_empty(), "nothing is sent before it is wanted");
    assert_eq!(ids(items(&mut watch, 1)), ["a"]);
    let cursor = watch.cursor();
    assert_eq!(ids(items(&mut watch, 9)), ["b", "c"]);
    drop(watch);
    assert_eq!(failures.len(), 1);
    assert_eq!(failures[0].failures, 1);
    assert!(matches!(&failures[0].error, Error::Transport(error) if error.code == TransportCode::Network));

    let again = WatchOptions {
        cursor: Some(cursor),
        ..Default::default()
    };
    host.answer(listed(&[event("a", 1), event("b", 2), event("c", 3)]));
    host.answer(answered(400, "no"));
    let mut watch = client.watch(&filter, again, |_| ()).unwrap();
    assert_eq!(ids(items(&mut watch, 2)), ["b", "c"]);
    let mut rest = items(&mut watch, 9);
    assert!(matches!(rest.pop(), Some(Err(Error::Transport(_)))));
    assert!(rest.is_empty());
    let ended = pin!(&mut watch).poll_next(&mut Context::from_waker(Waker::noop()));
    assert!(
        matches!(ended, Poll::Ready(None)),
        "a call that failed for good ends it"
    );
}

#[test]
fn an_event_that_does_not_fit_its_type_comes_as_it_is() {
    let mut odd = event("a", 1);
    odd["connected_account_custom_metadata"] = json!("none");
    let host = Scripted::new([listed(&[odd, event("b", 2)])]);
    let client = Client::new(&host, config());
    let since = WatchOptions {
        since: Some("2026-01-01T00:00:00Z".parse().unwrap()),
        ..Default::default()
    };
    let filter = events::ListParameters::default();
    let mut watch = client.watch(&filter, since, |_| ()).unwrap();
    let came = items(&mut watch, 9);
    assert!(
        matches!(
            came.as_slice(),
            [
                Ok(SeamEvent::Unlisted(_)),
                Ok(SeamEvent::AccessCodeSetOnDevice(_))
            ]
        ),
        "{came:?}"
    );
}

#[test]
fn what_cannot_be_watched_is_refused() {
    let client = client([]);
    let filter = events::ListParameters {
        limit: Some(5),
        ..Default::default()
    };
    let refused = client.watch(&filter, WatchOptions::default(), |_| ()).map(drop);
    assert!(matches!(refused, Err(Error::InvalidOptions(_))));
    let options = WatchOptions {
        polling_interval: 0.0,
        ..Default::default()
    };
    let refused = client
        .watch(&events::ListParameters::default(), options, |_| ())
        .map(drop);
    assert!(matches!(refused, Err(Error::InvalidOptions(_))));
}
