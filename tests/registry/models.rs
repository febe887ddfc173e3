//! The typed models that Rust callers get: every reply fixture goes in and comes out equal, what is not listed is kept, and no secret
//! shows in `Debug`.

use seam_edge::model::{
    AccessCode, AccessCodeError, AccessCodeStatus, ActionAttempt, ClientSession, Device, DeviceProvider,
    GeneratedCode, Pagination, PendingMutation, UnmanagedAccessCode, UnmanagedDevice,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::endpoints;
use crate::fixtures::reply;

/// JSON has one kind of number: `4` and `4.0` are the same.
fn with_plain_numbers(value: Value) -> Value {
    match value {
        Value::Number(number) => json!(number.as_f64()),
        Value::Array(items) => items.into_iter().map(with_plain_numbers).collect(),
        Value::Object(object) => object
            .into_iter()
            .map(|(key, value)| (key, with_plain_numbers(value)))
            .collect(),
        other => other,
    }
}

fn round_trip<T: DeserializeOwned + Serialize>(value: &Value) -> (Value, Value) {
    let model: T = serde_json::from_value(value.clone()).unwrap();
    let written = serde_json::to_value(&model).unwrap();
    (with_plain_numbers(written), with_plain_numbers(value.clone()))
}

#[test]
fn replies_go_through_the_models_unchanged() {
    for (name, endpoint) in endpoints() {
        let Some(key) = endpoint.reply.key() else {
            continue;
        };
        let reply = reply(&name);
        let value = reply
            .get(key)
            .or_else(|| reply.get("backup_access_code"))
            .unwrap();
        let (written, read) = match (name.contains("manage"), key) {
            (false, "access_code") => round_trip::<AccessCode>(value),
            (false, "access_codes") => round_trip::<Vec<AccessCode>>(value),
            (true, "access_code") => round_trip::<UnmanagedAccessCode>(value),
            (true, "access_codes") => round_trip::<Vec<UnmanagedAccessCode>>(value),
            (_, "generated_code") => round_trip::<GeneratedCode>(value),
            (false, "device") => round_trip::<Device>(value),
            (false, "devices") => round_trip::<Vec<Device>>(value),
            (true, "device") => round_trip::<UnmanagedDevice>(value),
            (true, "devices") => round_trip::<Vec<UnmanagedDevice>>(value),
            (_, "device_providers") => round_trip::<Vec<DeviceProvider>>(value),
            (_, "action_attempt") => round_trip::<ActionAttempt>(value),
            (_, "action_attempts") => round_trip::<Vec<ActionAttempt>>(value),
            (_, "client_session") => round_trip::<ClientSession>(value),
            _ => panic!("{name}: no model for `{key}`"),
        };
        assert_eq!(written, read, "{name}");
        if let Some(pagination) = reply.get("pagination") {
            let (written, read) = round_trip::<Pagination>(pagination);
            assert_eq!(written, read, "{name}");
        }
    }
}

#[test]
fn the_full_fixtures_have_every_field_of_their_model() {
    let full = [
        ("access_codes.get", "access_code"),
        ("access_codes.unmanaged.get", "access_code"),
        ("devices.get", "device"),
        ("devices.unmanaged.get", "device"),
        ("client_sessions.get", "client_session"),
    ];
    for (name, key) in full {
        let (_, endpoint) = endpoints().into_iter().find(|(other, _)| other == name).unwrap();
        let seam_edge::schema::Type::Object(object) = endpoint.reply.fields()[0].kind else {
            panic!("{name} replies with no object");
        };
        let reply = reply(name);
        for field in object.fields {
            assert!(
                reply[key].get(field.name).is_some_and(|value| !value.is_null()),
                "{name}: {}",
                field.name
            );
            let seam_edge::schema::Type::Object(inner) = field.kind else {
                continue;
            };
            for inner in inner.fields {
                assert!(
                    reply[key][field.name].get(inner.name).is_some(),
                    "{name}: {}",
                    inner.name
                );
            }
        }
    }
}

#[test]
fn what_is_not_listed_is_kept() {
    let mut value = reply("access_codes.get")["access_code"].clone();
    let error = json!({ "error_code": "keypad_frozen", "message": "It is cold.", "degrees": -20 });
    let mutation = json!({ "mutation_code": "defrosting", "to": { "code": "1357" } });
    value["status"] = json!("thawing");
    value["errors"] = json!([error]);
    value["pending_mutations"] = json!([mutation]);
    let code: AccessCode = serde_json::from_value(value.clone()).unwrap();
    assert_eq!(code.status, AccessCodeStatus::Unlisted("thawing".to_owned()));
    assert!(matches!(code.errors[0], AccessCodeError::Unlisted(_)));
    assert_eq!(code.errors[0].error_code(), "keypad_frozen");
    assert_eq!(code.pending_mutations[0].mutation_code(), "defrosting");
    assert!(matches!(code.pending_mutations[0], PendingMutation::Unlisted(_)));
    let (written, read) = round_trip::<AccessCode>(&value);
    assert_eq!(written, read);
    assert!(!format!("{code:?}").contains("1357"), "{code:?}");
}

#[test]
fn debug_shows_no_secret() {
    let code: AccessCode = serde_json::from_value(reply("access_codes.get")["access_code"].clone()).unwrap();
    let text = format!("{code:?}");
    assert!(
        text.contains("access_code_id") && text.contains("[redacted]"),
        "{text}"
    );
    assert!(!text.contains("1357") && !text.contains("1359"), "{text}");

    let codes: Vec<UnmanagedAccessCode> =
        serde_json::from_value(reply("access_codes.unmanaged.list")["access_codes"].clone()).unwrap();
    assert!(!format!("{codes:?}").contains("9753"));

    let attempts: Vec<ActionAttempt> =
        serde_json::from_value(reply("action_attempts.list")["action_attempts"].clone()).unwrap();
    assert!(!format!("{attempts:?}").contains("1357"));

    let session: ClientSession =
        serde_json::from_value(reply("client_sessions.get")["client_session"].clone()).unwrap();
    let text = format!("{session:?}");
    assert!(!text.contains("seam_cst") && !text.contains("6a0d1c7e"), "{text}");
}
