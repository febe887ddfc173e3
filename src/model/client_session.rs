//! `client_session`: what lets a browser act for one of your users (docs/api-facts.md#client-session).
//! Its token is a credential: it is described here and shown nowhere.

use chrono::{DateTime, Utc};

use crate::schema::object;

/// A session with which a user's browser or app may call the API, limited to the accounts and devices that it was given.
#[object]
pub struct ClientSession {
    /// ID of the client session.
    #[field(load_bearing)]
    pub client_session_id: String,
    /// ID of the workspace that owns the session.
    #[field(load_bearing)]
    pub workspace_id: String,
    /// The token that authenticates as this session; starts with `seam_cst`. Browsers may hold it; nobody should log it.
    // Load-bearing although no door hangs on it: `fromPublishableKey` would go on with a wrong one.
    #[field(load_bearing, secret)]
    pub token: String,
    /// Your own key of the user, as hard to guess as a random UUID; null where the session has none.
    #[field(nullable, left_out, secret)]
    pub user_identifier_key: Option<String>,
    /// How many devices the session reaches.
    #[field(left_out)]
    pub device_count: Option<u32>,
    /// IDs of the connected accounts that the session reaches.
    pub connected_account_ids: Vec<String>,
    /// IDs of the Connect Webviews that the session reaches.
    pub connect_webview_ids: Vec<String>,
    /// IDs of the user identities that the session acts for.
    #[field(deprecated = "use `user_identity_id`")]
    pub user_identity_ids: Vec<String>,
    /// ID of the user identity that the session acts for.
    pub user_identity_id: Option<String>,
    /// Key of the customer that the session belongs to.
    pub customer_key: Option<String>,
    /// Date-time at which the session was created, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
    /// Date-time at which the session ends, RFC 3339.
    #[field(required)]
    pub expires_at: Option<DateTime<Utc>>,
}
