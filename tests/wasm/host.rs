//! The client of Rust applications that run as wasm, against the official fake server, and their models on the way to JavaScript.
//! Runs as wasm under Node (`scripts/test/files.mjs`), where `SEAM_EDGE_FAKE_URL` names the server, and in browsers and their
//! workers (`scripts/test/browser-border.mjs`), where a file does that the test runner serves: there are no variables.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that panics has failed"
)]

use std::future::poll_fn;
use std::pin::Pin;

use seam_edge::api::{access_codes, devices, events, locks};
use seam_edge::client::Client;
use seam_edge::client::config::Config;
use seam_edge::client::typed::{Stream, Until, WaitFailure, WaitOptions, WatchOptions};
use seam_edge::error::{Error, TransportCode};
use seam_edge::flow::action_attempt::Patience;
use seam_edge::host::GlooHost;
use seam_edge::model::{AccessCode, AccessCodeType};
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

async fn client() -> Client<GlooHost> {
    let endpoint = fake_seam_url().await.as_string().unwrap();
    let options = json!({ "apiKey": "seam_apikey1_token", "endpoint": endpoint });
    Client::new(GlooHost, Config::read(&options.to_string(), "{}", false).unwrap())
}

fn device(id: &str) -> devices::GetParameters {
    devices::GetParameters {
        device_id: Some(id.to_owned()),
        ..Default::default()
    }
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
    let made = client.call(&access_codes::CREATE, &parameters).await.unwrap();
    assert_eq!(made.kind, AccessCodeType::Ongoing);

    let id = access_codes::GetParameters {
        access_code_id: Some(made.access_code_id.clone()),
        ..Default::default()
    };
    let found = client.call(&access_codes::GET, &id).await.unwrap();
    assert_eq!(found.code.as_deref(), Some("2468"));
    let gone = access_codes::DeleteParameters {
        access_code_id: made.access_code_id,
        ..Default::default()
    };
    let () = client.call(&access_codes::DELETE, &gone).await.unwrap();
    let gone = client.call(&access_codes::GET, &id).await;
    assert!(matches!(gone, Err(Error::Api(error)) if error.status == 404));

    let device = client
        .call(&devices::GET, &device("august_device_1"))
        .await
        .unwrap();
    assert_eq!(device.can_program_online_access_codes, Some(true));
}

#[wasm_bindgen_test]
async fn a_pin_that_no_lock_takes_is_never_sent() {
    let parameters = access_codes::CreateParameters {
        device_id: "august_device_1".to_owned(),
        code: Some("12".to_owned()),
        ..Default::default()
    };
    let refused = client().await.call(&access_codes::CREATE, &parameters).await;
    assert!(matches!(refused, Err(Error::Validation { .. })));
}

#[wasm_bindgen_test]
async fn a_server_that_is_not_there_is_a_transport_error() {
    let options = json!({ "apiKey": "seam_k", "endpoint": "http://127.0.0.1:9", "maxRetries": 0 });
    let client = Client::new(GlooHost, Config::read(&options.to_string(), "{}", false).unwrap());
    let failed = client.call(&devices::GET, &device("a")).await;
    assert!(matches!(failed, Err(Error::Transport(error)) if error.code == TransportCode::Network));
}

/// The next item of a stream.
async fn next<T>(stream: &mut (impl Stream<Item = T> + Unpin)) -> Option<T> {
    poll_fn(|context| Pin::new(&mut *stream).poll_next(context)).await
}

#[wasm_bindgen_test]
async fn a_rust_application_walks_pages() {
    let client = client().await;
    let parameters = devices::ListParameters {
        limit: Some(2),
        ..Default::default()
    };
    let all = client
        .call(&devices::LIST, &devices::ListParameters::default())
        .await
        .unwrap();
    let mut pages = client.pages(&devices::LIST, &parameters);
    let mut ids = Vec::new();
    while let Some(page) = next(&mut pages).await {
        let page = page.unwrap();
        assert!(page.len() <= 2);
        ids.extend(page.into_iter().map(|device| device.device_id));
    }
    let expected: Vec<String> = all.into_iter().map(|device| device.device_id).collect();
    assert_eq!(ids, expected);
}

#[wasm_bindgen_test]
async fn a_rust_application_waits_for_an_action_attempt() {
    let client = client().await;
    let parameters = locks::LockDoorParameters {
        device_id: "august_device_1".to_owned(),
        ..Default::default()
    };
    let attempt = client.call(&locks::LOCK_DOOR, &parameters).await.unwrap();
    let patience = Patience {
        polling_interval: 50.0,
        ..Default::default()
    };
    assert!(client.wait_for(&attempt, patience).await.is_ok());
}

#[wasm_bindgen_test]
async fn a_rust_application_ensures_a_code_and_waits_for_it() {
    let client = client().await;
    let parameters = access_codes::CreateParameters {
        device_id: "august_device_1".to_owned(),
        code: Some("8642".to_owned()),
        ..Default::default()
    };
    let made = client.ensure(&parameters, None).await.unwrap();
    let found = client.ensure(&parameters, None).await.unwrap();
    assert_eq!(made.access_code_id, found.access_code_id);

    // Nobody moves the codes of the fake along, so one poll is all that can be waited for.
    let options = WaitOptions {
        max_wait: 0.0,
        ..Default::default()
    };
    let id = made.access_code_id;
    let waited = client.wait_until_set(&id, Until::Set, options, |_| ()).await;
    assert!(
        matches!(waited, Ok(_) | Err(WaitFailure::TimedOut { .. })),
        "{waited:?}"
    );

    let parameters = access_codes::DeleteParameters {
        access_code_id: id.clone(),
        ..Default::default()
    };
    client.call(&access_codes::DELETE, &parameters).await.unwrap();
    let removed = client
        .wait_until_removed(&id, WaitOptions::default(), |_| ())
        .await
        .unwrap();
    assert!(removed.seen.is_none());
}

#[wasm_bindgen_test]
async fn a_rust_application_watches_events() {
    let client = client().await;
    let options = WatchOptions {
        since: Some("2020-01-01T00:00:00Z".parse().unwrap()),
        ..Default::default()
    };
    let filter = events::ListParameters::default();
    let mut watch = client.watch(&filter, options, |_| ()).unwrap();
    assert!(next(&mut watch).await.unwrap().is_ok());
    assert!(!watch.cursor().is_empty());
}
