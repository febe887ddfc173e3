//! What `Debug` shows of flows, of what they are told and of what they answer: never a PIN, which may stand in any text of the server's or of the
//! caller's. Neither do resources, in what stands beside the PIN.

use seam_edge::client::config::CallSettings;
use seam_edge::error::Error;
use seam_edge::flow::action_attempt::{ActionAttemptFlow, Patience};
use seam_edge::flow::ensure_access_code::EnsureAccessCode;
use seam_edge::flow::pages::{PagesFlow, next_page};
use seam_edge::flow::watch_events::{Notice, WatchEvents};
use seam_edge::flow::{Answer, Call, Event, Flow, Moment, Step};
use seam_edge::model::{AccessCode, UnmanagedAccessCode};
use serde_json::{Value, json};

const PIN: &str = "482913";

const NOW: Moment = Moment {
    elapsed: 0.0,
    wall: 1_780_315_200_000.0,
    random: 0.5,
};

/// Answers what both forms of `Debug` show.
fn shown(value: &dyn std::fmt::Debug) -> String {
    let text = format!("{value:?}\n{value:#?}");
    assert!(!text.contains(PIN), "shows the PIN: {text}");
    text
}

fn answered(value: &str) -> Event<'_> {
    page(value, Some(PIN))
}

fn page<'a>(value: &'a str, next_page: Option<&'a str>) -> Event<'a> {
    Event::Answered(Answer {
        value,
        next_page,
        date: None,
    })
}

#[test]
fn calls_and_answers_show_lengths() {
    let parameters = json!({ "code": PIN }).to_string();
    let call = Call {
        path: "/access_codes/create",
        parameters: parameters.clone(),
        within: None,
    };
    assert!(
        shown(&call).contains("Call { path: \"/access_codes/create\", parameters: 17 bytes, within: None }")
    );
    assert!(shown(&Step::<(), String, Error>::Call(call)).starts_with("Call(Call { path"));
    assert!(shown(&answered(&parameters)).contains("value: 17 bytes, next_page: Some(6 bytes)"));
    assert!(shown(&Notice::Event(parameters)).starts_with("Event(17 bytes)"));
    let body = json!({ "pagination": { "has_next_page": true, "next_page_cursor": PIN } }).to_string();
    assert!(shown(&next_page(&body)).starts_with("At(6 bytes)"));
}

#[test]
fn flows_show_no_text_of_theirs() {
    let mut pages = PagesFlow::new("/access_codes/list");
    shown(&pages.next(Event::Started, NOW));
    shown(&pages.next(answered("[]"), NOW));
    shown(&pages);
    shown(&pages.next(Event::Told, NOW));
    shown(&pages);

    let attempt = json!({ "action_attempt_id": "a", "status": "success", "result": { "code": PIN } });
    let mut flow = ActionAttemptFlow::new(attempt.to_string(), Patience::read("{}").unwrap());
    shown(&flow);
    shown(&flow.next(Event::Started, NOW));

    let parameters = json!({ "device_id": "d", "code": PIN }).to_string();
    let mut ensured = EnsureAccessCode::new(&parameters, "{}").unwrap();
    shown(&ensured.next(Event::Started, NOW));
    let step = ensured.next(page(&code().to_string(), None), NOW);
    assert!(shown(&step).starts_with("Done(..)"), "{step:?}");

    let mut watch = WatchEvents::new("{}", r#"{"since":"2026-06-01T00:00:00Z"}"#).unwrap();
    shown(&watch.next(Event::Started, NOW));
    let event = |id| json!({ "event_id": id, "code": PIN, "created_at": "2026-06-01T10:00:00Z" });
    let events = json!([event("e1"), event("e2")]).to_string();
    let step = watch.next(answered(&events), NOW);
    assert!(shown(&step).starts_with("Tell(Event("), "{step:?}");
    shown(&watch);
}

#[test]
fn settings_of_a_call_show_no_token() {
    let settings = r#"{"headers":{"authorization":"Bearer 482913"}}"#;
    let text = shown(&CallSettings::read(settings, &CallSettings::DEFAULT).unwrap());
    assert!(text.contains("authorization"), "{text}");
}

fn code() -> Value {
    json!({
        "access_code_id": "a", "device_id": "d", "code": PIN, "name": format!("Guest\n{PIN}"), "type": "ongoing", "status": "set",
        "is_managed": true, "created_at": "2026-06-01T00:00:00Z", "workspace_id": "w",
        "errors": [{ "error_code": "provider_issue", "message": format!("not {PIN}"), "is_access_code_error": true }],
        "warnings": [], "common_code_key": null,
    })
}

#[test]
fn resources_show_no_pin_beside_the_one_that_they_hide() {
    let code: AccessCode = serde_json::from_value(code()).unwrap();
    let text = shown(&code);
    assert!(text.contains("Guest\\n[redacted]"), "{text}");
    assert!(text.contains("not [redacted]"), "{text}");

    let mut unmanaged = serde_json::to_value(&code).unwrap();
    unmanaged["is_managed"] = json!(false);
    unmanaged["name"] = json!(format!("{PIN} of ours"));
    if let Ok(code) = serde_json::from_value::<UnmanagedAccessCode>(unmanaged) {
        assert!(shown(&code).contains("[redacted] of ours"));
    } else {
        panic!("an unmanaged code");
    }
}
