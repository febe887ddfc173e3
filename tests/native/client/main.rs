//! The client without a network: what every endpoint sends and how every recorded reply is judged, and the loop around them, played
//! against a host whose answers are written down beforehand.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may panic: that is how it fails"
)]

mod configs;
mod ensure_repeats;
mod scripted;
mod typed;
mod waiting;

use scripted::{Scripted, answered, finished};
use seam_edge::api::{Declaration, access_codes, endpoints};
use seam_edge::client::call::call;
use seam_edge::client::config::{CallSettings, Config};
use seam_edge::client::host::SendFailure;
use seam_edge::error::{ApiErrorKind, Error, TransportCode};
use serde_json::{Value, json};

fn config() -> Config {
    let options = r#"{"clientSessionToken":"seam_cst1_token","endpoint":"https://example.test"}"#;
    Config::read(options, "{}", true).unwrap()
}

fn settings() -> CallSettings {
    config().defaults
}

fn fixture(kind: &str, endpoint: &Declaration) -> Value {
    let name = endpoint.path.trim_start_matches('/').replace('/', ".");
    let path = format!("{}/../cases/{kind}/{name}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

#[test]
fn every_endpoint_sends_its_golden_request_and_takes_its_recorded_reply() {
    for endpoint in endpoints() {
        let request = fixture("requests", endpoint);
        let reply = fixture("replies", endpoint).to_string();
        let host = Scripted::new([answered(200, &reply)]);
        let parameters = request["parameters"].to_string();
        let answer = finished(call(&host, &config(), endpoint, Some(&parameters), &settings()))
            .unwrap_or_else(|error| panic!("{}: {error}", endpoint.path));

        assert!(answer.issues.is_empty(), "{}: {:?}", endpoint.path, answer.issues);
        let sent = host.sent();
        assert_eq!(sent.len(), 1);
        assert_eq!(sent[0].url, format!("https://example.test{}", endpoint.path));
        assert_eq!(sent[0].body, parameters);
        assert!(sent[0].with_credentials);
        let header = |name: &str| {
            let found = sent[0].headers.iter().filter(|(other, _)| other == name);
            found.map(|(_, value)| value.as_str()).collect::<Vec<_>>()
        };
        assert_eq!(header("authorization"), ["Bearer seam_cst1_token"]);
        assert_eq!(header("client-session-token"), ["seam_cst1_token"]);
        assert_eq!(header("content-type"), ["application/json"]);
        assert_eq!(header("seam-sdk-name"), ["seam-edge"]);
    }
}

#[test]
fn only_what_may_be_repeated_is_sent_again() {
    for endpoint in endpoints() {
        let parameters = fixture("requests", endpoint)["parameters"].to_string();
        let reply = fixture("replies", endpoint).to_string();
        let host = Scripted::new([
            Err(SendFailure::Network),
            answered(503, ""),
            answered(200, &reply),
        ]);
        let result = finished(call(&host, &config(), endpoint, Some(&parameters), &settings()));
        assert_eq!(result.is_ok(), endpoint.repeatable, "{}", endpoint.path);
        assert_eq!(
            host.sent().len(),
            if endpoint.repeatable { 3 } else { 1 },
            "{}",
            endpoint.path
        );
        assert_eq!(
            host.slept(),
            if endpoint.repeatable {
                vec![220, 440]
            } else {
                vec![]
            }
        );
    }
}

#[test]
fn a_create_is_sent_again_only_where_the_server_refused_to_act() {
    let created = fixture("replies", &access_codes::CREATE).to_string();
    let host = Scripted::new([answered(429, ""), answered(200, &created)]);
    let parameters = Some(r#"{"device_id":"a"}"#);
    assert!(
        finished(call(
            &host,
            &config(),
            &access_codes::CREATE,
            parameters,
            &settings()
        ))
        .is_ok()
    );
    assert_eq!(host.sent().len(), 2);
}

#[test]
fn errors_are_distinguished() {
    let envelope =
        |code: &str| json!({ "error": { "type": code, "message": "said" }, "ok": false }).to_string();
    let failure = |status, body: &str| {
        let host = Scripted::new([answered(status, body)]);
        let settings = CallSettings {
            max_retries: 0,
            ..settings()
        };
        let parameters = Some(r#"{"access_code_id":"a"}"#);
        let result = finished(call(&host, &config(), &access_codes::GET, parameters, &settings));
        result.map(drop).unwrap_err()
    };
    for (status, body, kind) in [
        (401, "not JSON".to_owned(), ApiErrorKind::Unauthorized),
        (
            401,
            envelope("client_session_expired"),
            ApiErrorKind::Unauthorized,
        ),
        (400, envelope("invalid_input"), ApiErrorKind::InvalidInput),
        (404, envelope("access_code_not_found"), ApiErrorKind::Other),
        (500, envelope("internal"), ApiErrorKind::Other),
    ] {
        let Error::Api(error) = failure(status, &body) else {
            panic!("{status} {body}");
        };
        assert!(!format!("{error:?}").contains("\"ok\""), "the body is not shown");
        assert_eq!(
            (error.kind, error.status, error.request_id.as_str()),
            (kind, status, "request1")
        );
    }
    for (status, body, code) in [
        (404, "404", TransportCode::BadRequest),
        (503, "", TransportCode::BadResponse),
        (302, "", TransportCode::BadResponse),
        (
            500,
            r#"{"error":{"type":"internal","message":"cut o"#,
            TransportCode::BadResponse,
        ),
    ] {
        let Error::Transport(error) = failure(status, body) else {
            panic!("{status} {body}");
        };
        assert_eq!(error.code, code);
    }
    for body in [
        "",
        "[]",
        "null",
        "{\"access_code\":",
        "{\"ok\":true}",
        "{\"access_code\":{\"code\":5}}",
    ] {
        assert!(matches!(failure(200, body), Error::InvalidResponse(_)), "{body}");
    }
}

#[test]
fn the_pin_that_a_server_quotes_is_not_shown() {
    let body = r#"{"error":{"type":"duplicate_1357","message":"1357 is taken"},"ok":false}"#;
    let host = Scripted::new([answered(409, body)]);
    let parameters = Some(r#"{"device_id":"a","code":"1357"}"#);
    let result = finished(call(
        &host,
        &config(),
        &access_codes::CREATE,
        parameters,
        &settings(),
    ));
    let error = result.map(drop).unwrap_err();
    assert_eq!(error.to_string(), "[redacted] is taken");
    assert!(!format!("{error:?}").contains("1357"));
}

#[test]
fn a_spare_code_is_taken_from_whichever_key_holds_it() {
    for key in ["access_code", "backup_access_code"] {
        let code = fixture("replies", &access_codes::GET)["access_code"].clone();
        let host = Scripted::new([answered(200, &json!({ key: code, "ok": true }).to_string())]);
        let parameters = Some(r#"{"access_code_id":"a"}"#);
        let endpoint = &access_codes::PULL_BACKUP_ACCESS_CODE;
        let answer = finished(call(&host, &config(), endpoint, parameters, &settings())).unwrap();
        assert_eq!(answer.key, Some(key));
    }
}
