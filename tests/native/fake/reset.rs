//! `/workspaces/reset_sandbox`: what is left of a workspace, and whose it is.

use seam_edge::fake::NewDevice;
use serde_json::{Value, json};

use crate::calls::{MINUTE, Seam};

/// How many items a list has.
fn count(seam: &Seam, path: &str, list: &str) -> usize {
    let parameters = match path {
        "/events/list" => json!({ "since": "2025-01-01T00:00:00Z" }),
        "/access_codes/list" => json!({ "device_id": seam.device_id }),
        _ => json!({}),
    };
    seam.call(path, parameters)[list].as_array().unwrap().len()
}

#[test]
fn what_came_through_the_api_is_gone_and_what_the_test_added_is_there() {
    let seam = Seam::with("august");
    let new = NewDevice {
        brand: "yale".to_owned(),
        ..NewDevice::default()
    };
    let unmanaged = seam.fake.borrow_mut().add_device(new).unwrap();
    seam.call(
        "/devices/update",
        json!({ "device_id": unmanaged, "is_managed": false }),
    );
    seam.create(json!({ "code": "8215" }));
    seam.call("/webhooks/create", json!({ "url": "https://app.test/" }));
    seam.call("/connect_webviews/create", json!({}));
    let session = seam.call(
        "/client_sessions/create",
        json!({ "user_identifier_key": "john" }),
    );
    seam.advance(MINUTE);
    seam.fake.borrow_mut().delay_events(1000);
    let device_id = seam.device_id.clone();
    assert!(seam.fake.borrow_mut().enter(&device_id, "8215").unwrap());

    let reply = seam.call("/workspaces/reset_sandbox", json!({}));
    assert_eq!(reply["action_attempt"]["action_type"], "RESET_SANDBOX_WORKSPACE");
    seam.advance(MINUTE);
    for (path, list, left) in [
        ("/access_codes/list", "access_codes", 0),
        ("/client_sessions/list", "client_sessions", 0),
        ("/connect_webviews/list", "connect_webviews", 0),
        ("/webhooks/list", "webhooks", 0),
        ("/events/list", "events", 0),
        ("/connected_accounts/list", "connected_accounts", 2),
        ("/devices/list", "devices", 2),
        ("/devices/unmanaged/list", "devices", 0),
    ] {
        assert_eq!(count(&seam, path, list), left, "{path}");
    }
    assert!(!seam.fake.borrow_mut().enter(&device_id, "8215").unwrap());
    let token = session["client_session"]["token"].as_str().unwrap();
    let bearer = [("authorization".to_owned(), format!("Bearer {token}"))];
    assert_eq!(seam.ask("/devices/list", &bearer, &json!({})).0, 401);
    let attempt = &reply["action_attempt"]["action_attempt_id"];
    let attempt = seam.call("/action_attempts/get", json!({ "action_attempt_id": attempt }));
    assert_eq!(attempt["action_attempt"]["status"], "success");
}

#[test]
fn another_workspace_stays_as_it_is_and_production_is_never_reset() {
    let seam = Seam::with("august");
    let code = seam.create(json!({}));
    let person = |workspace: &Value| {
        let token = seam.fake.borrow().personal_access_token().to_owned();
        vec![
            ("authorization".to_owned(), format!("Bearer {token}")),
            (
                "seam-workspace".to_owned(),
                workspace.as_str().unwrap_or_default().to_owned(),
            ),
        ]
    };
    for (is_sandbox, status, refusal) in [(true, 200, ""), (false, 400, "workspace_not_sandbox")] {
        let parameters = json!({ "name": "Another", "is_sandbox": is_sandbox });
        let (_, reply) = seam.ask("/workspaces/create", &person(&Value::Null), &parameters);
        let headers = person(&reply["workspace"]["workspace_id"]);
        let (answered, reply) = seam.ask("/workspaces/reset_sandbox", &headers, &json!({}));
        assert_eq!(answered, status, "{reply}");
        assert_eq!(reply["error"]["type"].as_str().unwrap_or_default(), refusal);
    }
    seam.call("/access_codes/get", json!({ "access_code_id": code }));
}
