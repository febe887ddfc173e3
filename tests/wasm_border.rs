//! The border, in JavaScript's hands: what the core answers, and the client of Rust applications against the official fake server.
//! Runs as wasm under Node (`wasm-pack test --node`), where `SEAM_EDGE_FAKE_URL` names the server, and in browsers and their
//! workers (`scripts/test/browser-border.mjs`), where a file does that the test runner serves: there are no variables.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that panics has failed"
)]

use seam_edge::api::{access_codes, devices};
use seam_edge::client::config::Config;
use seam_edge::client::typed::TypedClient;
use seam_edge::error::{Error, TransportCode};
use seam_edge::model::{AccessCode, AccessCodeType, Device};
use seam_edge::wasm::decide;
use seam_edge::wasm::gloo_host::GlooHost;
use serde_json::{Value, json};
use tsify::Tsify;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

const OPTIONS: &str = r#"{"apiKey":"seam_apikey1_token","endpoint":"https://example.test/"}"#;
const GET: &str = r#"["/things/get",1,["o",[["l","thing_id","name"]],"thing_id",0,"t","name",0,"t"],"value","thing",5,["o",[],"thing_id",5,"t","at",0,"d"]]"#;

#[wasm_bindgen(inline_js = "
    export async function fakeSeamUrl() {
        const variables = globalThis.process?.env
        if (variables !== undefined) return variables.SEAM_EDGE_FAKE_URL
        return (await (await fetch('/target/fake-seam-url.txt')).text()).trim()
    }
")]
extern "C" {
    #[wasm_bindgen(js_name = fakeSeamUrl)]
    async fn fake_seam_url() -> JsValue;
}

/// Asks about a client with these options, outside of a browser.
fn ask(options: &str, words: &[&str], text: &str) -> Value {
    let (word, rest) = words.split_first().unwrap();
    let question = [&[*word, options, "{}", "0"], rest].concat();
    serde_json::from_str(&decide(&question.join("\n"), text)).unwrap()
}

fn declare(literal: &str) -> String {
    let answer: Value = serde_json::from_str(&decide("declare", literal)).unwrap();
    answer["number"].to_string()
}

async fn client() -> TypedClient<GlooHost> {
    let endpoint = fake_seam_url().await.as_string().unwrap();
    let options = json!({ "apiKey": "seam_apikey1_token", "endpoint": endpoint });
    TypedClient::new(GlooHost, Config::read(&options.to_string(), "{}", false).unwrap())
}

#[wasm_bindgen_test]
fn options_are_answered_or_refused() {
    let about = ask(OPTIONS, &["about"], "");
    assert_eq!(about["endpoint"], "https://example.test");
    assert_eq!(about["warnings"], json!([]));
    assert_eq!(about["headers"]["authorization"], "Bearer seam_apikey1_token");
    assert_eq!(about["headers"]["seam-sdk-name"], "seam-edge");

    let of_another = r#"{"client":true,"endpoint":"https://example.test"}"#;
    let headers = &ask(of_another, &["about"], "")["headers"];
    assert!(headers.get("authorization").is_none());
    let session = r#"{"clientSessionToken":"seam_cst1"}"#;
    let updated = ask(session, &["update"], "seam_cst2");
    assert_eq!(updated["headers"]["client-session-token"], "seam_cst2");

    let refused = ask(r#"{"apiKey":"seam_pk1_token"}"#, &["about"], "");
    assert_eq!(refused["fault"]["kind"], "invalid_token");
    assert!(!refused.to_string().contains("seam_pk1_token"));
}

#[wasm_bindgen_test]
fn a_call_is_prepared_with_everything_but_body_and_signal() {
    let thing = declare(GET);
    let refused = ask(
        OPTIONS,
        &["prepare", &thing, r#"{"headers":{"X-A":1}}"#],
        r#"{"thing_id":"a"}"#,
    );
    assert_eq!(refused["fault"]["kind"], "invalid_options");

    let prepared = ask(
        OPTIONS,
        &["prepare", &thing, r#"{"timeout":5,"headers":{"X-A":"b"}}"#],
        r#"{"thing_id":"a"}"#,
    );
    assert_eq!(prepared["url"], "https://example.test/things/get");
    assert_eq!(prepared["timeout"], 5);
    assert_eq!(prepared["init"]["method"], "POST");
    assert_eq!(prepared["init"]["redirect"], "manual");
    // All headers come with the options, so that one can be taken away.
    assert_eq!(prepared["init"]["headers"]["authorization"], Value::Null);
    assert_eq!(prepared["init"]["headers"]["x-a"], "b");
    assert_eq!(prepared["init"]["headers"]["seam-sdk-name"], "seam-edge");
    assert!(prepared["init"].get("credentials").is_none());
}

#[wasm_bindgen_test]
fn parameters_are_refused_before_anything_is_sent() {
    let thing = declare(GET);
    let fault = |parameters| ask(OPTIONS, &["prepare", &thing, "{}"], parameters)["fault"].clone();
    assert_eq!(fault("")["message"], "Parameters are required for /things/get");
    assert_eq!(
        fault("[]")["message"],
        "Parameters for /things/get must be an object"
    );
    assert_eq!(
        fault("{}")["message"],
        "At least one parameter is required for /things/get"
    );
    let issues = &fault(r#"{"thing_id":1,"thingid":"b"}"#)["issues"];
    assert_eq!(issues[0]["code"], "wrong_type");
    assert_eq!(issues[1]["help"], "did you mean `thing_id`?");
}

#[wasm_bindgen_test]
fn answers_are_judged() {
    let thing = declare(GET);
    let judge = |outcome, text: &str| {
        ask(
            OPTIONS,
            &["judge", &thing, "{}", outcome, "application/json"],
            text,
        )
    };
    assert_eq!(
        judge("200", r#"{"thing":{"thing_id":"a"},"new":1}"#),
        json!({ "key": "thing" })
    );
    let ornament = judge("200", r#"{"thing":{"thing_id":"a","at":"soon"}}"#);
    assert_eq!(ornament["issues"][0]["path"], "thing.at");
    assert_eq!(
        judge("200", r#"{"thing":{"thing_id":1}}"#)["fault"]["kind"],
        "invalid_response"
    );
    assert_eq!(judge("401", "")["fault"]["kind"], "unauthorized");
    assert_eq!(judge("-2", "")["fault"]["code"], "ETIMEDOUT");
    let retry = |outcome, asked| ask(OPTIONS, &["retry", &thing, "{}", "1", outcome, asked, "0"], "");
    assert_eq!(retry("503", "0"), json!({ "pause": 200 }));
    assert_eq!(retry("503", "1500"), json!({ "pause": 1500 }));
    assert_eq!(retry("-1", "0"), json!({ "pause": 200 }));
    assert_eq!(retry("404", "0"), json!({}));
}

#[wasm_bindgen_test]
fn an_endpoint_that_was_never_declared_is_a_fault() {
    assert_eq!(
        ask(OPTIONS, &["prepare", "9999", "{}"], "{}")["fault"]["kind"],
        "error"
    );
    let broken = declare("[\"/things/get\",");
    assert_eq!(
        ask(OPTIONS, &["prepare", &broken, "{}"], "{}")["fault"]["kind"],
        "error"
    );
}

#[wasm_bindgen_test]
fn a_question_that_is_none_changes_nothing() {
    assert_eq!(ask(OPTIONS, &["updat"], "seam_cst2")["fault"]["kind"], "error");
    assert_eq!(ask(OPTIONS, &["update"], "seam_cst2")["fault"]["kind"], "error");
    assert_eq!(ask(OPTIONS, &["about"], "")["endpoint"], "https://example.test");
}

#[wasm_bindgen_test]
fn models_cross_the_border_of_applications() {
    let sent: AccessCode =
        serde_json::from_value(json!({ "access_code_id": "a", "type": "ongoing", "code": null })).unwrap();
    let received = sent.into_ts().unwrap().to_rust().unwrap();
    assert_eq!(received, sent);
}

#[wasm_bindgen_test]
async fn a_rust_application_creates_finds_and_removes_a_code() {
    let client = client().await;
    let parameters = access_codes::CreateParameters {
        device_id: "august_device_1".to_owned(),
        code: Some("2468".to_owned()),
        ..Default::default()
    };
    let made: AccessCode = client.call(&access_codes::CREATE, &parameters).await.unwrap();
    assert_eq!(made.kind, AccessCodeType::Ongoing);

    let id = json!({ "access_code_id": made.access_code_id });
    let found: AccessCode = client.call(&access_codes::GET, &id).await.unwrap();
    assert_eq!(found.code.as_deref(), Some("2468"));
    let () = client.call(&access_codes::DELETE, &id).await.unwrap();
    let gone = client.call::<_, AccessCode>(&access_codes::GET, &id).await;
    assert!(matches!(gone, Err(Error::Api(error)) if error.status == 404));

    let device: Device = client
        .call(&devices::GET, &json!({ "device_id": "august_device_1" }))
        .await
        .unwrap();
    assert_eq!(device.can_program_online_access_codes, Some(true));
}

#[wasm_bindgen_test]
async fn a_pin_that_no_lock_takes_is_never_sent() {
    let parameters = json!({ "device_id": "august_device_1", "code": "12" });
    let refused = client()
        .await
        .call::<_, AccessCode>(&access_codes::CREATE, &parameters)
        .await;
    assert!(matches!(refused, Err(Error::Validation { .. })));
}

#[wasm_bindgen_test]
async fn a_server_that_is_not_there_is_a_transport_error() {
    let options = json!({ "apiKey": "seam_k", "endpoint": "http://127.0.0.1:9", "maxRetries": 0 });
    let client = TypedClient::new(GlooHost, Config::read(&options.to_string(), "{}", false).unwrap());
    let failed = client
        .call::<_, Device>(&devices::GET, &json!({ "device_id": "a" }))
        .await;
    assert!(matches!(failed, Err(Error::Transport(error)) if error.code == TransportCode::Network));
}
