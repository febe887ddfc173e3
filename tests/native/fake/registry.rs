//! Every endpoint that the fake serves, by a loop over the registry: its reply passes our own schema without an issue. An endpoint that is served
//! and has no row in `PARAMETERS` fails, and so does a row whose endpoint is not served.

use std::collections::BTreeSet;

use seam_edge::api;
use seam_edge::fake::{LockControl, NewDevice, brands};
use seam_edge::schema::check;
use serde_json::{Value, json};

use crate::calls::{HOUR, SECOND, Seam, after};

/// What each endpoint is called with; names in `$` are those of `World`.
const PARAMETERS: &[(&str, &str)] = &[
    (
        "/access_codes/create",
        r#"{"device_id":"$device","name":"Anna","code":"4071"}"#,
    ),
    (
        "/access_codes/create_multiple",
        r#"{"device_ids":["$device","$other"],"name":"Staff"}"#,
    ),
    (
        "/access_codes/update",
        r#"{"access_code_id":"$code","name":"Berta","code":"5173"}"#,
    ),
    (
        "/access_codes/update_multiple",
        r#"{"common_code_key":"shared","name":"Both"}"#,
    ),
    ("/access_codes/delete", r#"{"access_code_id":"$code"}"#),
    ("/access_codes/get", r#"{"access_code_id":"$code"}"#),
    ("/access_codes/list", r#"{"device_id":"$device"}"#),
    ("/access_codes/generate_code", r#"{"device_id":"$device"}"#),
    (
        "/access_codes/pull_backup_access_code",
        r#"{"access_code_id":"$bound"}"#,
    ),
    (
        "/access_codes/report_device_constraints",
        r#"{"device_id":"$device","min_code_length":4,"max_code_length":6}"#,
    ),
    (
        "/access_codes/simulate/create_unmanaged_access_code",
        r#"{"device_id":"$device","name":"Old","code":"9137"}"#,
    ),
    (
        "/access_codes/unmanaged/get",
        r#"{"access_code_id":"$unmanaged"}"#,
    ),
    ("/access_codes/unmanaged/list", r#"{"device_id":"$device"}"#),
    (
        "/access_codes/unmanaged/update",
        r#"{"access_code_id":"$unmanaged","is_managed":true}"#,
    ),
    (
        "/access_codes/unmanaged/convert_to_managed",
        r#"{"access_code_id":"$unmanaged"}"#,
    ),
    (
        "/access_codes/unmanaged/delete",
        r#"{"access_code_id":"$unmanaged"}"#,
    ),
    (
        "/access_grants/create",
        r#"{"user_identity":{"full_name":"Anna"},"device_ids":["$device","$other"],"requested_access_methods":[{"mode":"code"},{"mode":"card"}]}"#,
    ),
    ("/access_grants/get", r#"{"access_grant_id":"$grant"}"#),
    ("/access_grants/list", r#"{"device_id":"$device"}"#),
    (
        "/access_grants/update",
        r#"{"access_grant_id":"$grant","name":"Stay","ends_at":"2026-02-01T00:00:00Z"}"#,
    ),
    ("/access_grants/delete", r#"{"access_grant_id":"$grant"}"#),
    (
        "/access_grants/request_access_methods",
        r#"{"access_grant_id":"$grant","requested_access_methods":[{"mode":"mobile_key"}]}"#,
    ),
    (
        "/access_grants/get_related",
        r#"{"access_grant_keys":["stay 17"],"exclude":["connected_accounts"]}"#,
    ),
    (
        "/access_methods/get_related",
        r#"{"access_method_ids":["$method"]}"#,
    ),
    (
        "/access_methods/encode",
        r#"{"access_method_id":"$card","acs_encoder_id":"any"}"#,
    ),
    ("/access_methods/get", r#"{"access_method_id":"$method"}"#),
    ("/access_methods/list", r#"{"access_grant_id":"$grant"}"#),
    ("/access_methods/delete", r#"{"access_method_id":"$method"}"#),
    ("/action_attempts/get", r#"{"action_attempt_id":"$attempt"}"#),
    ("/action_attempts/list", r#"{"device_id":"$device"}"#),
    (
        "/client_sessions/create",
        r#"{"user_identifier_key":"key of a user","connected_account_ids":["$account"]}"#,
    ),
    (
        "/client_sessions/get_or_create",
        r#"{"user_identifier_key":"key of a user"}"#,
    ),
    ("/client_sessions/get", r#"{"client_session_id":"$session"}"#),
    ("/client_sessions/list", "{}"),
    (
        "/client_sessions/grant_access",
        r#"{"client_session_id":"$session","connected_account_ids":["$account"]}"#,
    ),
    ("/client_sessions/revoke", r#"{"client_session_id":"$session"}"#),
    ("/client_sessions/delete", r#"{"client_session_id":"$session"}"#),
    (
        "/connect_webviews/create",
        r#"{"accepted_providers":["august"],"custom_metadata":{"house":"12"}}"#,
    ),
    ("/connect_webviews/get", r#"{"connect_webview_id":"$webview"}"#),
    ("/connect_webviews/list", "{}"),
    ("/connect_webviews/delete", r#"{"connect_webview_id":"$webview"}"#),
    (
        "/connected_accounts/get",
        r#"{"connected_account_id":"$account"}"#,
    ),
    ("/connected_accounts/list", r#"{"limit":1}"#),
    (
        "/connected_accounts/update",
        r#"{"connected_account_id":"$account","custom_metadata":{"vip":true}}"#,
    ),
    (
        "/connected_accounts/delete",
        r#"{"connected_account_id":"$account"}"#,
    ),
    (
        "/connected_accounts/sync",
        r#"{"connected_account_id":"$account"}"#,
    ),
    (
        "/connected_accounts/simulate/disconnect",
        r#"{"connected_account_id":"$account"}"#,
    ),
    ("/devices/get", r#"{"device_id":"$device"}"#),
    ("/devices/list", "{}"),
    ("/devices/list_device_providers", "{}"),
    (
        "/devices/report_provider_metadata",
        r#"{"devices":[{"device_id":"$device","schlage_metadata":{"time_zone":"Europe/Berlin"}}]}"#,
    ),
    (
        "/devices/update",
        r#"{"device_id":"$device","name":"Front","custom_metadata":{"floor":"2"}}"#,
    ),
    ("/devices/simulate/connect", r#"{"device_id":"$device"}"#),
    ("/devices/simulate/disconnect", r#"{"device_id":"$device"}"#),
    ("/devices/simulate/connect_to_hub", r#"{"device_id":"$device"}"#),
    (
        "/devices/simulate/disconnect_from_hub",
        r#"{"device_id":"$device"}"#,
    ),
    (
        "/devices/simulate/paid_subscription",
        r#"{"device_id":"$device","is_expired":true}"#,
    ),
    ("/devices/simulate/remove", r#"{"device_id":"$device"}"#),
    ("/devices/unmanaged/get", r#"{"device_id":"$unmanaged_device"}"#),
    ("/devices/unmanaged/list", "{}"),
    (
        "/devices/unmanaged/update",
        r#"{"device_id":"$unmanaged_device","is_managed":true}"#,
    ),
    ("/events/get", r#"{"event_type":"access_code.created"}"#),
    ("/events/list", r#"{"since":"2025-01-01T00:00:00Z"}"#),
    ("/locks/get", r#"{"device_id":"$device"}"#),
    ("/locks/list", "{}"),
    ("/locks/lock_door", r#"{"device_id":"$device"}"#),
    ("/locks/unlock_door", r#"{"device_id":"$device","sync":true}"#),
    (
        "/locks/configure_auto_lock",
        r#"{"device_id":"$device","auto_lock_enabled":true,"auto_lock_delay_seconds":30}"#,
    ),
    (
        "/locks/simulate/keypad_code_entry",
        r#"{"device_id":"$device","code":"1234"}"#,
    ),
    (
        "/locks/simulate/manual_lock_via_keypad",
        r#"{"device_id":"$device"}"#,
    ),
    (
        "/spaces/create",
        r#"{"name":"Second floor","device_ids":["$device"]}"#,
    ),
    (
        "/spaces/get_related",
        r#"{"space_ids":["$space"],"include":["devices","access_methods"]}"#,
    ),
    ("/spaces/get", r#"{"space_id":"$space"}"#),
    ("/spaces/list", "{}"),
    (
        "/spaces/update",
        r#"{"space_id":"$space","name":"Roof","device_ids":["$other"]}"#,
    ),
    ("/spaces/delete", r#"{"space_id":"$space"}"#),
    (
        "/spaces/add_devices",
        r#"{"space_id":"$space","device_ids":["$other"]}"#,
    ),
    (
        "/spaces/remove_devices",
        r#"{"space_id":"$space","device_ids":["$device"]}"#,
    ),
    (
        "/user_identities/create",
        r#"{"full_name":"Berta","user_identity_key":"berta"}"#,
    ),
    ("/user_identities/get", r#"{"user_identity_id":"$user"}"#),
    ("/user_identities/list", "{}"),
    (
        "/user_identities/update",
        r#"{"user_identity_id":"$user","full_name":"Clara"}"#,
    ),
    ("/user_identities/delete", r#"{"user_identity_id":"$user"}"#),
    ("/webhooks/create", r#"{"url":"https://example.com/hook"}"#),
    ("/webhooks/get", r#"{"webhook_id":"$webhook"}"#),
    ("/webhooks/list", "{}"),
    (
        "/webhooks/update",
        r#"{"webhook_id":"$webhook","event_types":["lock.locked"]}"#,
    ),
    ("/webhooks/delete", r#"{"webhook_id":"$webhook"}"#),
    ("/workspaces/get", "{}"),
    ("/workspaces/list", "{}"),
    (
        "/workspaces/create",
        r#"{"name":"Second","company_name":"Second Ltd"}"#,
    ),
    ("/workspaces/update", r#"{"name":"Renamed"}"#),
    ("/workspaces/reset_sandbox", "{}"),
];

/// A fake in which there is one of everything, and the IDs under their names.
pub(crate) struct World {
    pub(crate) seam: Seam,
    names: Vec<(&'static str, String)>,
}

impl World {
    pub(crate) fn new() -> Self {
        let seam = Seam::with("august");
        let add = |brand: &str| {
            let new = NewDevice {
                brand: brand.to_owned(),
                ..NewDevice::default()
            };
            seam.fake.borrow_mut().add_device(new).unwrap()
        };
        let (other, unmanaged_device) = (add("schlage"), add("yale"));
        seam.call(
            "/devices/update",
            json!({ "device_id": unmanaged_device, "is_managed": false }),
        );
        let id = |path: &str, parameters: Value, pointer: &str| {
            let reply = seam.call(path, parameters);
            reply.pointer(pointer).unwrap().as_str().unwrap().to_owned()
        };
        let device = seam.device_id.clone();
        let bound = json!({
            "starts_at": after(-HOUR), "ends_at": after(50 * HOUR), "use_backup_access_code_pool": true,
            "common_code_key": "shared",
        });
        let space = id(
            "/spaces/create",
            json!({ "name": "First floor", "device_ids": [device] }),
            "/space/space_id",
        );
        let grant = seam.call(
            "/access_grants/create",
            json!({
                "user_identity": { "full_name": "Anna" }, "space_ids": [space], "access_grant_key": "stay 17",
                "requested_access_methods": [{ "mode": "code" }, { "mode": "card" }],
            }),
        )["access_grant"]
            .clone();
        // Until its card can be encoded.
        seam.advance(10 * SECOND);
        let said = |pointer: &str| grant.pointer(pointer).unwrap().as_str().unwrap().to_owned();
        let names = vec![
            ("$space", space),
            ("$grant", said("/access_grant_id")),
            ("$method", said("/access_method_ids/0")),
            ("$card", said("/access_method_ids/1")),
            ("$user", said("/user_identity_id")),
            ("$code", seam.create(json!({ "name": "Guest", "code": "8215" }))),
            ("$bound", seam.create(bound)),
            (
                "$unmanaged",
                id(
                    "/access_codes/simulate/create_unmanaged_access_code",
                    json!({ "device_id": device, "name": "Cleaner", "code": "6390" }),
                    "/access_code/access_code_id",
                ),
            ),
            (
                "$attempt",
                id(
                    "/locks/lock_door",
                    json!({ "device_id": device }),
                    "/action_attempt/action_attempt_id",
                ),
            ),
            (
                "$session",
                id(
                    "/client_sessions/create",
                    json!({ "user_identifier_key": "key of another user" }),
                    "/client_session/client_session_id",
                ),
            ),
            (
                "$webview",
                id(
                    "/connect_webviews/create",
                    json!({}),
                    "/connect_webview/connect_webview_id",
                ),
            ),
            (
                "$webhook",
                id(
                    "/webhooks/create",
                    json!({ "url": "https://example.com" }),
                    "/webhook/webhook_id",
                ),
            ),
            (
                "$account",
                id(
                    "/devices/get",
                    json!({ "device_id": device }),
                    "/device/connected_account_id",
                ),
            ),
            ("$unmanaged_device", unmanaged_device),
            ("$device", device),
            ("$other", other),
        ];
        Self { seam, names }
    }

    pub(crate) fn parameters(&self, path: &str) -> Value {
        let row = PARAMETERS.iter().find(|(other, _)| *other == path);
        let (_, text) = row.unwrap_or_else(|| panic!("{path} has no row in PARAMETERS"));
        let mut text = (*text).to_owned();
        for (name, id) in &self.names {
            text = text.replace(&format!("{name}\""), &format!("{id}\""));
        }
        assert!(!text.contains('$'), "{text}");
        serde_json::from_str(&text).unwrap()
    }

    /// What an endpoint answers to whoever may call it.
    pub(crate) fn call(&self, path: &str) -> Value {
        let mut headers = self.seam.headers();
        if path == "/workspaces/create" {
            headers[0].1 = format!("Bearer {}", self.seam.fake.borrow().personal_access_token());
        }
        let (status, reply) = self.seam.ask(path, &headers, &self.parameters(path));
        assert_eq!(status, 200, "{path}: {reply}");
        reply
    }
}

#[test]
fn every_endpoint_that_is_served_replies_as_our_schema_has_it() {
    let (served, others): (Vec<_>, Vec<_>) = api::endpoints()
        .into_iter()
        .partition(|endpoint| has_row(endpoint.path));
    // docs/guide/testing.md names what is served by what it is about, not by paths; of these it says that a part is.
    const IN_PART: [&str; 4] = ["access_grants", "access_methods", "spaces", "user_identities"];
    let subject = |path: &'static str| path.split('/').nth(1).unwrap();
    let is_about: BTreeSet<&str> = served.iter().map(|endpoint| subject(endpoint.path)).collect();
    for endpoint in &others {
        let about = subject(endpoint.path);
        assert!(
            IN_PART.contains(&about) || !is_about.contains(about),
            "{}",
            endpoint.path
        );
    }
    for endpoint in served {
        let world = World::new();
        let reply = world.call(endpoint.path);
        let findings = check::reply(&reply.to_string(), endpoint.reply.fields()).unwrap();
        assert_eq!(findings.issues, [], "{}: {reply}", endpoint.path);
        assert_eq!(reply["ok"], true, "{}", endpoint.path);
        if let Some(key) = endpoint.reply.key() {
            assert!(!reply[key].is_null(), "{}: {reply}", endpoint.path);
            assert_ne!(reply[key], json!([]), "{}", endpoint.path);
        }
    }
    let world = World::new();
    for endpoint in others {
        let (status, reply) = world.seam.ask(endpoint.path, &world.seam.headers(), &json!({}));
        assert_eq!(status, 404, "{} has no row in PARAMETERS: {reply}", endpoint.path);
    }
    let known: BTreeSet<&str> = api::endpoints().iter().map(|endpoint| endpoint.path).collect();
    let rows: BTreeSet<&str> = PARAMETERS.iter().map(|(path, _)| *path).collect();
    assert!(rows.is_subset(&known), "{rows:?}");
}

fn has_row(path: &str) -> bool {
    PARAMETERS.iter().any(|(other, _)| *other == path)
}

#[test]
fn replies_pass_at_every_step_of_a_life_with_every_trouble() {
    let pass = |seam: &Seam, path: &str, parameters: Value| {
        let reply = seam.call(path, parameters);
        let fields = api::endpoint(path).unwrap().reply.fields();
        let findings = check::reply(&reply.to_string(), fields).unwrap();
        assert_eq!(findings.issues, [], "{path}: {reply}");
    };
    for brand in brands() {
        let seam = Seam::with(brand.name);
        seam.create(json!({}));
        seam.create(json!({ "starts_at": after(HOUR), "ends_at": after(3 * HOUR) }));
        let troubles = [
            LockControl::GoOffline,
            LockControl::GoOnline,
            LockControl::Slots(0),
            LockControl::RefuseCodes,
            LockControl::Battery(0.05),
            LockControl::LoseHub,
            LockControl::FindHub,
        ];
        for trouble in troubles {
            seam.fake.borrow_mut().control(&seam.device_id, trouble).unwrap();
            for _ in 0..8 {
                seam.advance(HOUR / 8);
                pass(
                    &seam,
                    "/access_codes/list",
                    json!({ "device_id": seam.device_id }),
                );
                pass(&seam, "/devices/list", json!({}));
            }
        }
        pass(&seam, "/events/list", json!({ "since": after(-1) }));
        pass(&seam, "/action_attempts/list", json!({}));
        pass(&seam, "/connected_accounts/list", json!({}));
    }
}
