//! Who gets in besides owners: people with a console session, and users of an app with what belongs to them.

use serde_json::{Value, json};

use crate::calls::Seam;

fn bearer(token: &str) -> Vec<(String, String)> {
    vec![("authorization".to_owned(), format!("Bearer {token}"))]
}

/// The headers of a new client session of a user.
fn session(seam: &Seam, user: &str) -> Vec<(String, String)> {
    let reply = seam.call("/client_sessions/create", json!({ "user_identifier_key": user }));
    bearer(reply["client_session"]["token"].as_str().unwrap())
}

fn webview(seam: &Seam, headers: &[(String, String)]) -> Value {
    let (status, reply) = seam.ask("/connect_webviews/create", headers, &json!({}));
    assert_eq!(status, 200, "{reply}");
    reply["connect_webview"]["connect_webview_id"].clone()
}

#[test]
fn a_console_session_opens_what_a_personal_access_token_does() {
    let seam = Seam::with("august");
    let token = seam.fake.borrow().console_session_token().to_owned();
    assert!(token.starts_with("ey"));
    let workspace = (
        "seam-workspace".to_owned(),
        seam.fake.borrow().workspace_id().to_owned(),
    );
    let ask = |headers: &[(String, String)], path: &str| {
        let (status, reply) = seam.ask(path, headers, &json!({}));
        (
            status,
            reply["error"]["type"].as_str().unwrap_or_default().to_owned(),
        )
    };
    let without = bearer(&token);
    let within = [without.clone(), vec![workspace.clone()]].concat();
    assert_eq!(ask(&within, "/devices/list"), (200, String::new()));
    assert_eq!(ask(&without, "/workspaces/list"), (200, String::new()));
    let missing = (400, "missing_workspace_id".to_owned());
    assert_eq!(ask(&without, "/devices/list"), missing);
    let unknown = [bearer("eyJhbGciOiJub25lIn0.e30.unknown"), vec![workspace]].concat();
    assert_eq!(ask(&unknown, "/devices/list"), (401, "unauthorized".to_owned()));
}

#[test]
fn a_connect_webview_is_the_users_who_asked_for_it() {
    let seam = Seam::with("august");
    let (john, jane) = (session(&seam, "john"), session(&seam, "jane"));
    let (of_john, of_jane) = (webview(&seam, &john), webview(&seam, &jane));
    webview(&seam, &seam.headers());
    let listed = |filter: Value| -> Vec<Value> {
        let reply = seam.call("/connect_webviews/list", filter);
        let webviews = reply["connect_webviews"].as_array().unwrap();
        webviews
            .iter()
            .map(|one| one["connect_webview_id"].clone())
            .collect()
    };
    assert_eq!(listed(json!({})).len(), 3);
    assert_eq!(
        listed(json!({ "user_identifier_key": "john" })),
        std::slice::from_ref(&of_john)
    );
    assert_eq!(
        listed(json!({ "user_identifier_key": "nobody" })),
        [] as [Value; 0]
    );
    assert_eq!(listed(json!({ "search": of_jane })), [of_jane]);

    let account = seam
        .fake
        .borrow_mut()
        .complete_connect_webview(of_john.as_str().unwrap(), "yale");
    let account = json!({ "connected_account_id": account.unwrap() });
    let seen = |headers: &[(String, String)]| seam.ask("/connected_accounts/get", headers, &account).0;
    assert_eq!((seen(&john), seen(&jane)), (200, 404));
}
