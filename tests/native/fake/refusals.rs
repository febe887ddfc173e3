//! What the fake refuses, with the status and the type that the API has.

use seam_edge::fake::{Disturbance, LockControl, NetworkFault, NewDevice, Request};
use serde_json::{Value, json};

use crate::calls::{HOUR, Seam, after};

fn refusal(reply: (u16, Value)) -> (u16, String) {
    let kind = reply.1["error"]["type"].as_str().unwrap_or("nothing").to_owned();
    (reply.0, kind)
}

#[test]
fn each_kind_of_caller_is_told_apart() {
    let seam = Seam::with("august");
    let session = seam.call("/client_sessions/create", json!({ "user_identifier_key": "u" }));
    let session = session["client_session"].clone();
    let token = session["token"].as_str().unwrap().to_owned();
    let (personal, key, publishable, workspace) = {
        let fake = seam.fake.borrow();
        (
            fake.personal_access_token().to_owned(),
            fake.api_key().to_owned(),
            fake.publishable_key().to_owned(),
            fake.workspace_id().to_owned(),
        )
    };
    let bearer = |token: &str| ("authorization".to_owned(), format!("Bearer {token}"));
    let header = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let in_workspace = header("seam-workspace", &workspace);
    let cases = [
        ("/devices/list", vec![], (401, "unauthorized")),
        (
            "/devices/list",
            vec![header("Authorization", "")],
            (401, "unauthorized"),
        ),
        (
            "/devices/list",
            vec![bearer("seam_unknown")],
            (401, "unauthorized"),
        ),
        (
            "/devices/list",
            vec![bearer("eyJhbGciOi")],
            (400, "missing_workspace_id"),
        ),
        ("/devices/list", vec![bearer(&key)], (200, "nothing")),
        ("/devices/list", vec![bearer(&token)], (200, "nothing")),
        (
            "/devices/list",
            vec![header("client-session-token", &token)],
            (200, "nothing"),
        ),
        (
            "/devices/list",
            vec![header("client-session-token", "x")],
            (400, "invalid_client_session_token"),
        ),
        (
            "/devices/list",
            vec![bearer("seam_cst1_unknown")],
            (401, "unauthorized"),
        ),
        (
            "/webhooks/list",
            vec![bearer(&token)],
            (401, "client_session_token_used_for_api_key"),
        ),
        (
            "/devices/list",
            vec![bearer(&personal)],
            (400, "missing_workspace_id"),
        ),
        (
            "/devices/list",
            vec![bearer(&personal), in_workspace.clone()],
            (200, "nothing"),
        ),
        (
            "/devices/list",
            vec![bearer(&personal), header("seam-workspace", "x")],
            (401, "unauthorized"),
        ),
        (
            "/devices/list",
            vec![bearer("seam_at1_unknown"), in_workspace],
            (401, "unauthorized"),
        ),
        ("/workspaces/list", vec![bearer(&personal)], (200, "nothing")),
        ("/workspaces/create", vec![bearer(&key)], (401, "unauthorized")),
        (
            "/devices/list",
            vec![header("seam-publishable-key", &publishable)],
            (401, "unauthorized"),
        ),
        (
            "/client_sessions/create",
            vec![header("seam-publishable-key", &publishable), bearer(&key)],
            (400, "token_auth_not_accepted"),
        ),
    ];
    for (path, headers, (status, kind)) in cases {
        let parameters = match path {
            "/workspaces/create" => json!({ "name": "Second" }),
            _ => json!({}),
        };
        let asked = refusal(seam.ask(path, &headers, &parameters));
        assert_eq!(
            asked,
            (status, kind.to_owned()),
            "{path} {:?}",
            headers.first().map(|it| &it.0)
        );
    }
    let publishable = [header("seam-publishable-key", &publishable)];
    let ask = |parameters| refusal(seam.ask("/client_sessions/get_or_create", &publishable, &parameters));
    assert_eq!(ask(json!({})).1, "publishable_key_requires_user_identifier_key");
    assert_eq!(ask(json!({ "user_identifier_key": "u" })).0, 200);
    let too_much = json!({ "user_identifier_key": "u", "connected_account_ids": ["a"] });
    assert_eq!(
        ask(too_much),
        (403, "publishable_keys_must_create_empty_client_sessions".into())
    );

    seam.call(
        "/client_sessions/revoke",
        json!({ "client_session_id": session["client_session_id"] }),
    );
    let revoked = refusal(seam.ask("/devices/list", &[bearer(&token)], &json!({})));
    assert_eq!(revoked, (401, "client_session_revoked".into()));
    let brief = json!({ "user_identifier_key": "v", "expires_at": after(HOUR) });
    let brief = seam.call("/client_sessions/create", brief)["client_session"]["token"].clone();
    let brief = bearer(brief.as_str().unwrap());
    assert_eq!(
        seam.ask("/devices/list", std::slice::from_ref(&brief), &json!({}))
            .0,
        200
    );
    seam.advance(HOUR);
    assert_eq!(
        refusal(seam.ask("/devices/list", &[brief], &json!({}))).1,
        "client_session_expired"
    );
}

#[test]
fn a_client_session_sees_the_devices_of_its_accounts_alone() {
    let seam = Seam::with("august");
    let other = NewDevice {
        brand: "nuki".into(),
        ..NewDevice::default()
    };
    let other = seam.fake.borrow_mut().add_device(other).unwrap();
    let account =
        seam.call("/devices/get", json!({ "device_id": seam.device_id }))["device"]["connected_account_id"]
            .clone();
    let session = json!({ "user_identifier_key": "u", "connected_account_ids": [account] });
    let session = seam.call("/client_sessions/create", session)["client_session"].clone();
    assert_eq!(session["device_count"], 1);
    let bearer = [(
        "authorization".to_owned(),
        format!("Bearer {}", session["token"].as_str().unwrap()),
    )];
    let devices = seam.ask("/devices/list", &bearer, &json!({})).1["devices"].clone();
    assert_eq!(devices.as_array().unwrap().len(), 1);
    assert_eq!(devices[0]["device_id"], json!(seam.device_id));
    let create = |device_id: &str| {
        refusal(seam.ask(
            "/access_codes/create",
            &bearer,
            &json!({ "device_id": device_id }),
        ))
    };
    assert_eq!(create(&seam.device_id).0, 200);
    assert_eq!(create(&other), (404, "device_not_found".into()));
}

#[test]
fn a_workspace_sees_nothing_of_another() {
    let seam = Seam::with("august");
    let id = seam.create(json!({}));
    let personal = format!("Bearer {}", seam.fake.borrow().personal_access_token());
    let mut headers = vec![("authorization".to_owned(), personal)];
    let second = seam
        .ask("/workspaces/create", &headers, &json!({ "name": "Second" }))
        .1;
    let second = second["workspace"]["workspace_id"].as_str().unwrap().to_owned();
    headers.push(("seam-workspace".to_owned(), second));
    let ask = |path: &str, parameters| refusal(seam.ask(path, &headers, &parameters));
    assert_eq!(
        ask("/access_codes/get", json!({ "access_code_id": id })),
        (404, "not_found".into())
    );
    assert_eq!(
        ask("/access_codes/create", json!({ "device_id": seam.device_id })).1,
        "device_not_found"
    );
    let listed = seam.ask("/devices/list", &headers, &json!({})).1;
    assert_eq!(listed["devices"], json!([]));
}

#[test]
fn what_a_lock_does_not_accept_is_refused() {
    let nuki = Seam::with("nuki");
    let refused = |seam: &Seam, mut parameters: Value| {
        parameters["device_id"] = json!(seam.device_id);
        seam.refused("/access_codes/create", parameters)
    };
    let invalid = (400, "invalid_input".to_owned());
    for code in ["402845", "124578", "4157"] {
        assert_eq!(refused(&nuki, json!({ "code": code })), invalid, "{code}");
    }
    assert_eq!(
        refused(&Seam::with("salto_ks"), json!({ "code": "402845" })),
        invalid
    );
    assert_eq!(
        refused(
            &nuki,
            json!({ "starts_at": after(HOUR), "ends_at": after(-HOUR) })
        ),
        invalid
    );
    assert_eq!(
        refused(
            &nuki,
            json!({ "starts_at": after(-2 * HOUR), "ends_at": after(-HOUR) })
        ),
        invalid
    );
    assert_eq!(refused(&nuki, json!({ "starts_at": after(HOUR) })), invalid);
    let first = nuki.create(json!({ "code": "457891" }));
    assert_eq!(
        refused(&nuki, json!({ "code": "457891" })),
        (409, "duplicate_access_code".into())
    );
    let change = json!({ "access_code_id": first, "code": "007007" });
    assert_eq!(nuki.refused("/access_codes/update", change), invalid);
    // A message tells no PIN.
    let (_, body) = nuki.ask(
        "/access_codes/create",
        &nuki.headers(),
        &json!({ "device_id": nuki.device_id, "code": "457891" }),
    );
    assert!(!body.to_string().contains("457891"), "{body}");
}

#[test]
fn what_does_not_exist_is_not_found() {
    let seam = Seam::with("august");
    for (path, parameters, kind) in [
        ("/access_codes/get", json!({ "access_code_id": "x" }), "not_found"),
        (
            "/access_codes/delete",
            json!({ "access_code_id": "x" }),
            "access_code_not_found",
        ),
        (
            "/access_codes/unmanaged/get",
            json!({ "access_code_id": "x" }),
            "not_found",
        ),
        (
            "/access_codes/create",
            json!({ "device_id": "x" }),
            "device_not_found",
        ),
        ("/devices/get", json!({ "device_id": "x" }), "device_not_found"),
        (
            "/locks/lock_door",
            json!({ "device_id": "x" }),
            "device_not_found",
        ),
        (
            "/action_attempts/get",
            json!({ "action_attempt_id": "x" }),
            "action_attempt_not_found",
        ),
        ("/webhooks/get", json!({ "webhook_id": "x" }), "webhook_not_found"),
        ("/no/such/path", json!({}), "not_found"),
    ] {
        assert_eq!(seam.refused(path, parameters), (404, kind.into()), "{path}");
    }
    let log = seam.fake.borrow().log().last().cloned().unwrap();
    assert_eq!(
        (log.path.as_str(), log.status, log.error.as_str()),
        ("/no/such/path", 404, "not_found")
    );
    for (path, parameters) in [
        ("/access_codes/get", json!({ "device_id": "x" })),
        (
            "/access_codes/get",
            json!({ "access_code_id": "x", "device_id": "y", "code": "1234" }),
        ),
        ("/access_codes/list", json!({ "limit": 5 })),
        ("/events/list", json!({})),
        (
            "/events/list",
            json!({ "since": after(0), "between": [after(0), after(1)] }),
        ),
        (
            "/locks/configure_auto_lock",
            json!({ "device_id": seam.device_id, "auto_lock_enabled": true }),
        ),
    ] {
        assert_eq!(
            seam.refused(path, parameters),
            (400, "invalid_input".into()),
            "{path}"
        );
    }
}

#[test]
fn methods_and_bodies_are_those_of_the_api() {
    let seam = Seam::with("august");
    let headers = seam.headers();
    let ask = |method, path: &str, body| {
        let request = Request {
            method,
            path,
            headers: &headers,
            body,
        };
        let reply = seam.fake.borrow_mut().handle(&request, 0);
        let body: Value = serde_json::from_str(&reply.body).unwrap();
        refusal((reply.status, body))
    };
    let get = format!("/devices/get?device_id={}&_strict=true", seam.device_id);
    assert_eq!(ask("GET", &get, ""), (200, "nothing".into()));
    assert_eq!(ask("DELETE", &get, ""), (405, "method_not_allowed".into()));
    assert_eq!(ask("POST", "/devices/list", "{"), (400, "invalid_input".into()));
    assert_eq!(ask("POST", "/devices/list", ""), (400, "invalid_input".into()));
}

#[test]
fn a_list_goes_on_where_its_page_ended() {
    let seam = Seam::with("august");
    let ids: Vec<String> = (0..5).map(|_| seam.create(json!({}))).collect();
    let mut parameters = json!({ "device_id": seam.device_id, "limit": 2 });
    let mut listed = Vec::new();
    loop {
        let page = seam.call("/access_codes/list", parameters.clone());
        for code in page["access_codes"].as_array().unwrap() {
            listed.push(code["access_code_id"].as_str().unwrap().to_owned());
        }
        let cursor = &page["pagination"]["next_page_cursor"];
        assert_eq!(page["pagination"]["has_next_page"], json!(!cursor.is_null()));
        if cursor.is_null() {
            break;
        }
        parameters["page_cursor"] = cursor.clone();
    }
    assert_eq!(listed, ids);
    parameters["limit"] = json!(3);
    let mismatched = seam.refused("/access_codes/list", parameters);
    assert_eq!(mismatched, (400, "mismatched_page_parameters".into()));
}

#[test]
fn misuse_of_a_control_names_it() {
    let seam = Seam::with("august");
    let mut fake = seam.fake.borrow_mut();
    let device_id = seam.device_id.clone();
    let mut misuse = |device_id: &str, control| fake.control(device_id, control).unwrap_err().to_string();
    assert!(misuse("x", LockControl::GoOffline).contains("no lock `x`"));
    assert!(misuse(&device_id, LockControl::Battery(1.5)).starts_with("battery: 1.5 "));
    let delays = LockControl::Delays {
        setting: -1,
        removing: 0,
        answering: 0,
    };
    assert!(misuse(&device_id, delays).starts_with("setting: -1 ms"));
    let change = LockControl::ChangeCode {
        access_code_id: "x".into(),
        code: "4711".into(),
    };
    let message = misuse(&device_id, change);
    assert!(
        message.contains("does not hold the access code `x`") && !message.contains("4711"),
        "{message}"
    );
    let elsewhere = Disturbance {
        fault: NetworkFault::LostBefore,
        path: Some("/thermostats/list".into()),
        times: 1,
    };
    let message = fake.disturb(elsewhere).unwrap_err().to_string();
    assert!(message.contains("`/thermostats/list`"), "{message}");
    let unknown = NewDevice {
        brand: "acme".into(),
        ..NewDevice::default()
    };
    let message = fake.add_device(unknown).unwrap_err().to_string();
    assert!(
        message.contains("`acme`") && message.contains("august"),
        "{message}"
    );
}
