//! The typed models that Rust callers get: every reply fixture goes in and comes out equal, what is not listed is kept, and no secret
//! shows in `Debug`.

use seam_edge::model::{
    AccessCode, AccessCodeError, AccessCodeStatus, AccessCodeWarning, AccessGrant, AccessGrantBatch,
    AccessMethod, AccessMethodBatch, AcsAccessGroup, AcsCredential, AcsEncoder, AcsEntrance, AcsSystem,
    AcsUser, Action, ActionAttempt, ActionAttemptStatus, CameraLiveViewAnswer, CameraLiveViewSession,
    ClientSession, ClimatePreset, ConnectWebview, ConnectedAccount, CustomerPortal, Device, DeviceBattery,
    DeviceError, DeviceProperties, DeviceProvider, DoorActionResult, GeneratedCode, InstantKey, Media,
    NoiseThreshold, Pagination, PendingMutation, Phone, SeamEvent, SeamEventType, Space, SpaceBatch,
    ThermostatDailyProgram, ThermostatSchedule, UnmanagedAccessCode, UnmanagedAccessGrant,
    UnmanagedAccessMethod, UnmanagedDevice, UnmanagedUserIdentity, UserIdentity, Webhook, Workspace,
};
use seam_edge::schema::{Schema, Type, check};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::endpoints;
use crate::fixtures::reply;
use crate::samples;

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

/// The place of a variant is no name of it.
#[test]
fn a_number_is_no_code() {
    fn code_of<T: DeserializeOwned>(tag: &str, number: u32, code: fn(&T) -> &str) -> String {
        code(&serde_json::from_value(json!({ tag: number, "message": "m" })).unwrap()).to_owned()
    }
    for number in [0, 3] {
        let codes = [
            code_of("error_code", number, AccessCodeError::error_code),
            code_of("warning_code", number, AccessCodeWarning::warning_code),
            code_of("error_code", number, DeviceError::error_code),
            code_of("mutation_code", number, PendingMutation::mutation_code),
            code_of("event_type", number, SeamEvent::event_type),
        ];
        assert_eq!(codes, [""; 5].map(ToOwned::to_owned));
        let attempt = json!({ "action_attempt_id": "a", "action_type": number, "status": "pending", "result": null, "error": null });
        let attempt: ActionAttempt = serde_json::from_value(attempt).unwrap();
        assert_eq!(attempt.action.action_type(), "");
    }
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
            (false, "access_grant") => round_trip::<AccessGrant>(value),
            (false, "access_grants") => round_trip::<Vec<AccessGrant>>(value),
            (true, "access_grant") => round_trip::<UnmanagedAccessGrant>(value),
            (true, "access_grants") => round_trip::<Vec<UnmanagedAccessGrant>>(value),
            (false, "access_method") => round_trip::<AccessMethod>(value),
            (false, "access_methods") => round_trip::<Vec<AccessMethod>>(value),
            (true, "access_method") => round_trip::<UnmanagedAccessMethod>(value),
            (true, "access_methods") => round_trip::<Vec<UnmanagedAccessMethod>>(value),
            (false, "user_identity") => round_trip::<UserIdentity>(value),
            (false, "user_identities") => round_trip::<Vec<UserIdentity>>(value),
            (true, "user_identity") => round_trip::<UnmanagedUserIdentity>(value),
            (true, "user_identities") => round_trip::<Vec<UnmanagedUserIdentity>>(value),
            (_, "acs_access_group") => round_trip::<AcsAccessGroup>(value),
            (_, "acs_access_groups") => round_trip::<Vec<AcsAccessGroup>>(value),
            (_, "acs_credential") => round_trip::<AcsCredential>(value),
            (_, "acs_credentials") => round_trip::<Vec<AcsCredential>>(value),
            (_, "acs_encoder") => round_trip::<AcsEncoder>(value),
            (_, "acs_encoders") => round_trip::<Vec<AcsEncoder>>(value),
            (_, "acs_entrance") => round_trip::<AcsEntrance>(value),
            (_, "acs_entrances") => round_trip::<Vec<AcsEntrance>>(value),
            (_, "acs_system") => round_trip::<AcsSystem>(value),
            (_, "acs_systems") => round_trip::<Vec<AcsSystem>>(value),
            (_, "acs_user") => round_trip::<AcsUser>(value),
            (_, "acs_users") => round_trip::<Vec<AcsUser>>(value),
            (_, "batch") if name.starts_with("access_grants") => round_trip::<AccessGrantBatch>(value),
            (_, "batch") if name.starts_with("access_methods") => round_trip::<AccessMethodBatch>(value),
            (_, "batch") => round_trip::<SpaceBatch>(value),
            (_, "camera_live_view_answer") => round_trip::<CameraLiveViewAnswer>(value),
            (_, "camera_live_view_session") => round_trip::<CameraLiveViewSession>(value),
            (_, "customer_portal") => round_trip::<CustomerPortal>(value),
            (_, "instant_key") => round_trip::<InstantKey>(value),
            (_, "instant_keys") => round_trip::<Vec<InstantKey>>(value),
            (_, "media") => round_trip::<Media>(value),
            (_, "noise_threshold") => round_trip::<NoiseThreshold>(value),
            (_, "noise_thresholds") => round_trip::<Vec<NoiseThreshold>>(value),
            (_, "phone") => round_trip::<Phone>(value),
            (_, "phones") => round_trip::<Vec<Phone>>(value),
            (_, "space") => round_trip::<Space>(value),
            (_, "spaces") => round_trip::<Vec<Space>>(value),
            (_, "thermostat_daily_program") => round_trip::<ThermostatDailyProgram>(value),
            (_, "thermostat_schedule") => round_trip::<ThermostatSchedule>(value),
            (_, "thermostat_schedules") => round_trip::<Vec<ThermostatSchedule>>(value),
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
            (_, "client_sessions") => round_trip::<Vec<ClientSession>>(value),
            (_, "connect_webview") => round_trip::<ConnectWebview>(value),
            (_, "connect_webviews") => round_trip::<Vec<ConnectWebview>>(value),
            (_, "connected_account") => round_trip::<ConnectedAccount>(value),
            (_, "connected_accounts") => round_trip::<Vec<ConnectedAccount>>(value),
            (_, "webhook") => round_trip::<Webhook>(value),
            (_, "webhooks") => round_trip::<Vec<Webhook>>(value),
            (_, "workspace") => round_trip::<Workspace>(value),
            (_, "workspaces") => round_trip::<Vec<Workspace>>(value),
            (_, "event") => round_trip::<SeamEvent>(value),
            (_, "events") => round_trip::<Vec<SeamEvent>>(value),
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
        ("connect_webviews.get", "connect_webview"),
        ("connected_accounts.get", "connected_account"),
        ("webhooks.get", "webhook"),
        ("workspaces.get", "workspace"),
        ("access_grants.get", "access_grant"),
        ("access_grants.unmanaged.get", "access_grant"),
        ("access_methods.get", "access_method"),
        ("access_methods.unmanaged.get", "access_method"),
        ("acs.access_groups.get", "acs_access_group"),
        ("acs.credentials.get", "acs_credential"),
        ("acs.encoders.get", "acs_encoder"),
        ("acs.entrances.get", "acs_entrance"),
        ("acs.systems.get", "acs_system"),
        ("acs.users.get", "acs_user"),
        ("instant_keys.get", "instant_key"),
        ("media.get", "media"),
        ("noise_sensors.noise_thresholds.get", "noise_threshold"),
        ("phones.get", "phone"),
        ("spaces.get", "space"),
        ("user_identities.get", "user_identity"),
        ("user_identities.unmanaged.get", "user_identity"),
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
    assert_eq!(
        code.status,
        Some(AccessCodeStatus::Unlisted("thawing".to_owned()))
    );
    assert!(matches!(code.errors[0], AccessCodeError::Unlisted(_)));
    assert_eq!(code.errors[0].error_code(), "keypad_frozen");
    let mutations = code.pending_mutations.as_deref().unwrap();
    assert_eq!(mutations[0].mutation_code(), "defrosting");
    assert!(matches!(mutations[0], PendingMutation::Unlisted(_)));
    let (written, read) = round_trip::<AccessCode>(&value);
    assert_eq!(written, read);
    assert!(!format!("{code:?}").contains("1357"), "{code:?}");
}

/// What a model says though nothing was said to it. A text or a list that is empty says nothing, and two models say by their type who manages.
fn made_up(written: &Value) -> bool {
    match written {
        Value::Object(members) => members
            .iter()
            .any(|(name, member)| name != "is_managed" && made_up(member)),
        Value::Array(items) => !items.is_empty(),
        Value::String(text) => !text.is_empty(),
        Value::Null => false,
        Value::Bool(_) | Value::Number(_) => true,
    }
}

#[test]
fn nothing_is_made_up_of_what_is_left_out() {
    fn of<T: DeserializeOwned + Serialize>() -> Value {
        round_trip::<T>(&json!({})).0
    }
    for model in [
        of::<AccessCode>(),
        of::<UnmanagedAccessCode>(),
        of::<AccessGrant>(),
        of::<AccessGrantBatch>(),
        of::<AccessMethodBatch>(),
        of::<AcsAccessGroup>(),
        of::<AcsEncoder>(),
        of::<AcsEntrance>(),
        of::<AcsSystem>(),
        of::<AcsUser>(),
        of::<CameraLiveViewAnswer>(),
        of::<CameraLiveViewSession>(),
        of::<CustomerPortal>(),
        of::<InstantKey>(),
        of::<Media>(),
        of::<NoiseThreshold>(),
        of::<Phone>(),
        of::<Space>(),
        of::<SpaceBatch>(),
        of::<ThermostatDailyProgram>(),
        of::<UnmanagedAccessGrant>(),
        of::<UnmanagedAccessMethod>(),
        of::<UnmanagedUserIdentity>(),
        of::<UserIdentity>(),
        of::<Device>(),
        of::<UnmanagedDevice>(),
        of::<DeviceProperties>(),
        of::<GeneratedCode>(),
        of::<DeviceProvider>(),
        of::<ActionAttempt>(),
        of::<ClientSession>(),
        of::<ConnectWebview>(),
        of::<ConnectedAccount>(),
        of::<Webhook>(),
        of::<Workspace>(),
        of::<Pagination>(),
        of::<AcsCredential>(),
        of::<AccessMethod>(),
        of::<ThermostatSchedule>(),
        of::<ClimatePreset>(),
        of::<DeviceBattery>(),
    ] {
        assert!(!made_up(&model), "{model}");
    }
}

fn action_attempts() -> Vec<ActionAttempt> {
    serde_json::from_value(reply("action_attempts.list")["action_attempts"].clone()).unwrap()
}

#[test]
fn the_fixture_has_every_action_with_a_result_as_described() {
    let attempts = action_attempts();
    for name in Action::NAMES {
        let of_this = attempts
            .iter()
            .filter(|attempt| attempt.action.action_type() == *name);
        assert!(of_this.count() > 0, "{name}");
    }
    for attempt in attempts {
        assert!(!matches!(attempt.action, Action::Unlisted(_)), "{attempt:?}");
    }
}

#[test]
fn an_action_attempt_is_told_by_its_action_whatever_its_status() {
    let attempt = |action: &str, status: &str, result: Value| {
        let value = json!({ "action_attempt_id": "a", "action_type": action, "result": result, "status": status, "error": null });
        let (written, read) = round_trip::<ActionAttempt>(&value);
        assert_eq!(written, read);
        serde_json::from_value::<ActionAttempt>(value).unwrap()
    };
    let confirmed = attempt("LOCK_DOOR", "success", json!({ "was_confirmed_by_device": true }));
    let result = DoorActionResult {
        was_confirmed_by_device: Some(true),
    };
    assert_eq!(confirmed.action, Action::LockDoor(Some(result)));
    assert_eq!(confirmed.status, ActionAttemptStatus::Success);
    // The official fake gives no result even where an action succeeds.
    let silent = attempt("LOCK_DOOR", "success", Value::Null);
    assert_eq!(silent.action, Action::LockDoor(None));
    let paused = attempt("SYNC_ACCESS_CODES", "paused", Value::Null);
    assert_eq!(paused.status.as_str(), "paused");

    // What is not listed, or not as described, is kept as it came.
    for (action, result) in [
        ("OPEN_SESAME", json!({ "code": "1357" })),
        ("LOCK_DOOR", json!({ "was_confirmed_by_device": "1357" })),
    ] {
        let kept = attempt(action, "success", result);
        assert!(matches!(kept.action, Action::Unlisted(_)), "{kept:?}");
        assert_eq!(kept.action.action_type(), action);
        assert!(!format!("{kept:?}").contains("1357"), "{kept:?}");
    }
}

#[test]
fn every_listed_event_type_reads_as_its_variant() {
    let Type::Union(union) = SeamEvent::TYPE else {
        panic!("events are told apart by their type");
    };
    let mut found = Vec::new();
    let fields = endpoints().into_iter().find(|(name, _)| name == "events.get");
    let fields = fields.unwrap().1.reply.fields();
    for variant in union.variants {
        for &name in variant.names {
            let sample = samples::tagged(union.tag, name, variant.object);
            let reply = json!({ "event": sample });
            assert_eq!(
                check::reply(&reply.to_string(), fields).unwrap().issues,
                [],
                "{name}"
            );
            let event: SeamEvent = serde_json::from_value(reply["event"].clone()).unwrap();
            assert!(!matches!(event, SeamEvent::Unlisted(_)), "{name}: {event:?}");
            assert_eq!(event.event_type(), name);
            found.push(name);
        }
    }
    assert_eq!(sorted(&found), sorted(SeamEvent::NAMES));
    assert_eq!(SeamEventType::NAMES, SeamEvent::NAMES);
}

#[test]
fn the_list_of_events_has_one_of_each_shape() {
    let Type::Union(union) = SeamEvent::TYPE else {
        panic!("events are told apart by their type");
    };
    let reply = reply("events.list");
    let events = reply["events"].as_array().unwrap();
    for variant in union.variants {
        let found = events
            .iter()
            .find(|event| variant.names.contains(&event["event_type"].as_str().unwrap()));
        let event = found.unwrap_or_else(|| panic!("no event is a {}", variant.names[0]));
        for field in variant.object.fields {
            assert!(
                event.get(field.name).is_some(),
                "{}: {}",
                variant.names[0],
                field.name
            );
        }
    }
}

fn sorted<'a>(names: &[&'a str]) -> Vec<&'a str> {
    let mut names = names.to_vec();
    names.sort_unstable();
    names
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

    let text = format!("{:?}", action_attempts());
    assert!(
        text.contains("AcsCredential") && text.contains("AccessMethod"),
        "{text}"
    );
    for secret in ["1357", "1359", "164738211", "seam_cst", "6a0d1c7e"] {
        assert!(!text.contains(secret), "{text}");
    }

    let events: Vec<SeamEvent> = serde_json::from_value(reply("events.list")["events"].clone()).unwrap();
    let text = format!("{events:?}");
    assert!(!text.contains("135790") && !text.contains("246802"), "{text}");

    let session: ClientSession =
        serde_json::from_value(reply("client_sessions.get")["client_session"].clone()).unwrap();
    let text = format!("{session:?}");
    assert!(!text.contains("seam_cst") && !text.contains("6a0d1c7e"), "{text}");

    let webhook: Webhook = serde_json::from_value(reply("webhooks.get")["webhook"].clone()).unwrap();
    assert!(!format!("{webhook:?}").contains("whsec_"), "{webhook:?}");

    let webview: ConnectWebview =
        serde_json::from_value(reply("connect_webviews.get")["connect_webview"].clone()).unwrap();
    assert!(!format!("{webview:?}").contains("auth_token"), "{webview:?}");

    let account: ConnectedAccount =
        serde_json::from_value(reply("connected_accounts.get")["connected_account"].clone()).unwrap();
    assert!(!format!("{account:?}").contains("calendar.ics"), "{account:?}");
}
