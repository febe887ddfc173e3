//! The border, in JavaScript's hands: what the core answers. Runs as wasm under Node and in browsers and their workers, as host.rs does.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that panics has failed"
)]

use seam_edge_wasm::core;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

const OPTIONS: &str = r#"{"apiKey":"seam_apikey1_token","endpoint":"https://example.test/"}"#;
/// An endpoint as schema data, in the words of src/schema/literal.rs; `_` is an empty one.
const GET: &str =
    "/things/get 1 o l,thing_id,name _ thing_id 0 t name 0 t _ value thing 5 o _ thing_id 5 t at 0 d _";

/// Asks the core.
fn ask(words: &[&str], text: &str) -> Value {
    serde_json::from_str(&core(&words.join("\n"), text)).unwrap()
}

/// Asks about a client with these options, outside of a browser.
fn about(question: &str, options: &str, text: &str) -> Value {
    ask(&[question, options, "{}", "0"], text)
}

fn declare(literal: &str) -> String {
    declare_as("declare", literal)
}

fn declare_as(question: &str, literal: &str) -> String {
    let words = literal
        .split(' ')
        .map(|word| word.trim_matches('_').replace(',', " "));
    ask(&[question], &words.collect::<Vec<_>>().join("\n"))["number"].to_string()
}

fn settings() -> String {
    about("client", OPTIONS, "")["settings"]
        .as_str()
        .unwrap()
        .to_owned()
}

/// Starts a call of an endpoint.
fn start(endpoint: &str, options: &str, parameters: &str) -> Value {
    ask(&["call", &settings(), endpoint, options], parameters)
}

#[wasm_bindgen_test]
fn options_are_answered_or_refused() {
    let client = about("client", OPTIONS, "");
    assert_eq!(client["endpoint"], "https://example.test");
    assert_eq!(client["warnings"], json!([]));
    assert_eq!(client["headers"]["authorization"], "Bearer seam_apikey1_token");
    assert_eq!(client["headers"]["seam-sdk-name"], "seam-edge");
    assert_eq!(client["init"], json!({ "method": "POST", "redirect": "manual" }));

    let of_another = r#"{"client":true,"endpoint":"https://example.test"}"#;
    let headers = &about("client", of_another, "")["headers"];
    assert!(headers.get("authorization").is_none());
    let session = r#"{"clientSessionToken":"seam_cst1"}"#;
    let updated = about("update", session, "seam_cst2");
    assert_eq!(updated["headers"]["client-session-token"], "seam_cst2");

    let refused = about("client", r#"{"apiKey":"seam_pk1_token"}"#, "");
    assert_eq!(refused["fault"]["kind"], "invalid_token");
    assert!(!refused.to_string().contains("seam_pk1_token"));
}

#[wasm_bindgen_test]
fn a_call_starts_with_its_own_options() {
    let thing = declare(GET);
    let refused = start(&thing, r#"{"headers":{"X-A":1}}"#, r#"{"thing_id":"a"}"#);
    assert_eq!(refused["fault"]["kind"], "invalid_options");

    let plain = start(&thing, "", r#"{"thing_id":"a"}"#);
    assert_eq!(plain["timeout"], 30_000);
    assert!(plain.get("headers").is_none());
    let own = start(
        &thing,
        r#"{"timeout":5,"headers":{"X-A":"b"}}"#,
        r#"{"thing_id":"a"}"#,
    );
    assert_eq!(own["timeout"], 5);
    // All headers come with the options, so that one can be taken away.
    assert!(own["headers"].get("authorization").is_none());
    assert_eq!(own["headers"]["x-a"], "b");
    assert_eq!(own["headers"]["seam-sdk-name"], "seam-edge");
    for step in [plain, own] {
        ask(&["end", &step["call"].to_string()], "");
    }
}

#[wasm_bindgen_test]
fn parameters_are_refused_before_anything_is_sent() {
    let thing = declare(GET);
    let fault = |parameters| start(&thing, "", parameters)["fault"].clone();
    assert_eq!(fault("")["message"], "Parameters are required for /things/get");
    assert_eq!(
        fault("[]")["message"],
        "Parameters for /things/get must be an object"
    );
    assert_eq!(
        fault("{}")["message"],
        "At least one parameter is required for /things/get: one of `thing_id`, `name` is needed"
    );
    let issues = &fault(r#"{"thing_id":1,"thingid":"b"}"#)["issues"];
    assert_eq!(issues[0]["code"], "wrong_type");
    assert_eq!(issues[1]["help"], "did you mean `thing_id`?");
    let check = |parameters| ask(&["check", &settings(), &thing, ""], parameters);
    assert_eq!(check(r#"{"thing_id":"a"}"#), json!({}));
    assert_eq!(check("{}")["fault"]["kind"], "type_error");
}

#[wasm_bindgen_test]
fn a_call_goes_on_until_its_answer_counts() {
    let thing = declare(GET);
    let begin = || start(&thing, "", r#"{"thing_id":"a"}"#)["call"].to_string();
    let answered = |flow: &str, status, asked, text: &str| {
        ask(
            &[
                "next",
                flow,
                "",
                "",
                "0",
                "answered",
                status,
                "application/json",
                asked,
            ],
            text,
        )
    };
    let flow = begin();
    assert_eq!(answered(&flow, "503", "0", ""), json!({ "sleep": 200 }));
    assert_eq!(ask(&["next", &flow, "", "", "0", "slept"], ""), json!({}));
    assert_eq!(answered(&flow, "503", "1500", ""), json!({ "sleep": 1500 }));
    assert_eq!(ask(&["next", &flow, "", "", "0", "slept"], ""), json!({}));
    let thing_is_there = answered(&flow, "200", "0", r#"{"thing":{"thing_id":"a"},"new":1}"#);
    assert_eq!(thing_is_there, json!({ "key": "thing" }));
    // A call that has ended is gone.
    assert_eq!(answered(&flow, "200", "0", "{}")["fault"]["kind"], "error");

    let late = answered(&begin(), "200", "0", r#"{"thing":{"thing_id":"a","at":"soon"}}"#);
    assert_eq!(late["issues"][0]["path"], "thing.at");
    let wrong = answered(&begin(), "200", "0", r#"{"thing":{"thing_id":1}}"#);
    assert_eq!(wrong["fault"]["kind"], "invalid_response");
    assert_eq!(
        answered(&begin(), "401", "0", "")["fault"]["kind"],
        "unauthorized"
    );
    let flow = begin();
    assert_eq!(
        ask(&["next", &flow, "", "", "0", "failed", "network"], ""),
        json!({ "sleep": 200 })
    );
    let canceled = ask(&["next", &flow, "", "", "0", "failed", "canceled"], "");
    assert_eq!(canceled["fault"]["code"], "ERR_CANCELED");
}

#[wasm_bindgen_test]
fn a_call_that_is_abandoned_leaves_nothing_behind() {
    let thing = declare(GET);
    let flow = start(&thing, "", r#"{"thing_id":"a"}"#)["call"].to_string();
    assert_eq!(ask(&["end", &flow], ""), json!({}));
    assert_eq!(ask(&["end", &flow], ""), json!({}));
    assert_eq!(
        ask(&["next", &flow, "", "", "0", "slept"], "")["fault"]["kind"],
        "error"
    );
    // The lowest number that nothing has any more.
    assert_eq!(ask(&["start", "{}"], ""), json!({ "number": 0 }));
}

#[wasm_bindgen_test]
fn an_error_tells_what_the_api_said_without_the_pin() {
    let create = declare("/things/create 0 o _ code 8 t _ empty");
    let body = r#"{"error":{"type":"duplicate","message":"4829 is taken","n":4829}}"#;
    let flow = start(&create, "", r#"{"code":"4829"}"#)["call"].to_string();
    let fault = ask(
        &[
            "next",
            &flow,
            "",
            "",
            "0",
            "answered",
            "409",
            "application/json",
            "0",
        ],
        body,
    )["fault"]
        .clone();
    assert_eq!(fault["message"], "[redacted] is taken");
    assert!(!fault.to_string().contains("4829"));
    let other = |status| {
        ask(
            &["error", &create, status, "application/json", r#"{"code":"4829"}"#],
            body,
        )
    };
    assert_eq!(other("409")["fault"]["kind"], "api");
    assert!(!other("409").to_string().contains("4829"));
    assert_eq!(
        ask(&["error", &create, "502", "text/html", "{}"], "<p>"),
        json!({})
    );
}

#[wasm_bindgen_test]
fn a_value_is_checked_by_its_type() {
    let kind = declare("_ 0 o _ _ value value 0 o _ thing_id 5 t _");
    let issues = |value: &str| ask(&["check_value", &kind, "parameters"], value)["issues"].clone();
    assert_eq!(issues(r#"{"thing_id":"a"}"#), json!([]));
    assert_eq!(issues(r#"{"thing_id":1}"#)[0]["path"], "thing_id");
    assert_eq!(issues("")[0]["code"], "missing");
    assert_eq!(issues("4")[0]["code"], "wrong_type");
}

#[wasm_bindgen_test]
fn an_endpoint_that_was_never_declared_is_a_fault() {
    assert_eq!(start("9999", "", "{}")["fault"]["kind"], "error");
    let broken = declare("/things/get 1");
    assert_eq!(start(&broken, "", "{}")["fault"]["kind"], "error");
}

#[wasm_bindgen_test]
fn a_question_that_is_none_changes_nothing() {
    assert_eq!(about("updat", OPTIONS, "seam_cst2")["fault"]["kind"], "error");
    assert_eq!(about("update", OPTIONS, "seam_cst2")["fault"]["kind"], "error");
    assert_eq!(about("client", OPTIONS, "")["endpoint"], "https://example.test");
}
