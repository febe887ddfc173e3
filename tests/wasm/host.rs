//! The client of Rust applications that run as wasm, against the official fake server, and their models on the way to JavaScript.
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
use seam_edge::host::GlooHost;
use seam_edge::model::{AccessCode, AccessCodeType, Device};
use serde_json::json;
use tsify::Tsify;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

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

async fn client() -> TypedClient<GlooHost> {
    let endpoint = fake_seam_url().await.as_string().unwrap();
    let options = json!({ "apiKey": "seam_apikey1_token", "endpoint": endpoint });
    TypedClient::new(GlooHost, Config::read(&options.to_string(), "{}", false).unwrap())
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
