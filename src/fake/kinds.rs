//! The kinds of resources that the fake keeps, as data: adding one is a line.

use core::ptr;

/// A kind of resource.
#[derive(Debug)]
pub(super) struct Kind {
    /// The key of its ID.
    pub(super) id: &'static str,
    /// What messages call it.
    pub(super) title: &'static str,
    /// `error.type` where there is none of an ID.
    pub(super) not_found: &'static str,
}

impl PartialEq for Kind {
    fn eq(&self, other: &Self) -> bool {
        ptr::eq(self, other)
    }
}

macro_rules! kinds {
    ($($name:ident = $id:literal, $title:literal, $not_found:literal;)*) => {$(
        pub(super) static $name: Kind = Kind { id: $id, title: $title, not_found: $not_found };
    )*};
}

kinds! {
    ACCESS_GRANT = "access_grant_id", "Access grant", "access_grant_not_found";
    ACCESS_METHOD = "access_method_id", "Access method", "access_method_not_found";
    SPACE = "space_id", "Space", "space_not_found";
    USER_IDENTITY = "user_identity_id", "User identity", "user_identity_not_found";
    ACCESS_CODE = "access_code_id", "Access code", "access_code_not_found";
    UNMANAGED_ACCESS_CODE = "access_code_id", "Unmanaged access code", "access_code_not_found";
    DEVICE = "device_id", "Device", "device_not_found";
    UNMANAGED_DEVICE = "device_id", "Unmanaged device", "device_not_found";
    ACTION_ATTEMPT = "action_attempt_id", "Action attempt", "action_attempt_not_found";
    CLIENT_SESSION = "client_session_id", "Client session", "client_session_not_found";
    CONNECT_WEBVIEW = "connect_webview_id", "Connect Webview", "connect_webview_not_found";
    CONNECTED_ACCOUNT = "connected_account_id", "Connected account", "connected_account_not_found";
    EVENT = "event_id", "Event", "event_not_found";
    WEBHOOK = "webhook_id", "Webhook", "webhook_not_found";
    WORKSPACE = "workspace_id", "Workspace", "workspace_not_found";
}
