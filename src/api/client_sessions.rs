//! `/client_sessions/**` (sections 4.3 and 5 of the API's facts): the endpoints through which a client becomes a user's.
//! What is done with the session's token is the client's.

use chrono::{DateTime, FixedOffset};

use crate::api::{Endpoint, Namespace, Reply};
use crate::model::ClientSession;
use crate::schema::{ObjectSchema, Schema, object, summarized};

/// Gives browsers and apps a token of their own, limited to one user's devices.
#[summarized]
pub const NAMESPACE: Namespace = Namespace {
    path: "client_sessions",
    endpoints: &[&CREATE, &GET_OR_CREATE, &GET],
    children: &[],
};

/// Creates a client session. Its token is for the user's browser or app.
#[summarized]
pub const CREATE: Endpoint = Endpoint {
    path: "/client_sessions/create",
    parameters: CreateParameters::OBJECT,
    reply: Reply::value("client_session", ClientSession::TYPE),
    repeatable: false,
};

/// Gives the client session that has these properties, creating it where there is none. Takes a publishable key.
#[summarized]
pub const GET_OR_CREATE: Endpoint = Endpoint {
    path: "/client_sessions/get_or_create",
    parameters: GetOrCreateParameters::OBJECT,
    reply: Reply::value("client_session", ClientSession::TYPE),
    repeatable: true,
};

/// Reads one client session: the caller's own where nothing is given.
#[summarized]
pub const GET: Endpoint = Endpoint {
    path: "/client_sessions/get",
    parameters: GetParameters::OBJECT,
    reply: Reply::value("client_session", ClientSession::TYPE),
    repeatable: true,
};

/// What `create` takes.
#[object(name = "ClientSessionsCreateParameters")]
pub struct CreateParameters {
    /// Your own key of the user, as hard to guess as a random UUID: never an e-mail address, a name or a phone number.
    #[field(secret, min_length = 1)]
    pub user_identifier_key: Option<String>,
    /// IDs of the connected accounts that the session reaches.
    pub connected_account_ids: Option<Vec<String>>,
    /// IDs of the Connect Webviews that the session reaches.
    pub connect_webview_ids: Option<Vec<String>>,
    /// ID of the user identity that the session acts for.
    pub user_identity_id: Option<String>,
    /// ID of the user identity that the session acts for, as the one item of a list.
    #[field(min_items = 1, max_items = 1, deprecated = "use `user_identity_id`")]
    pub user_identity_ids: Option<Vec<String>>,
    /// Key of the customer that the session belongs to.
    pub customer_key: Option<String>,
    /// ID of the customer that the session belongs to.
    pub customer_id: Option<String>,
    /// Date-time at which the session ends, RFC 3339 with a zone; a `Date` or a `Temporal.Instant` is written so by itself.
    #[field(typescript = "string | { toJSON(): string }")]
    pub expires_at: Option<DateTime<FixedOffset>>,
}

/// What `get_or_create` takes. The end of a session that is there already is moved to `expires_at`.
#[object(name = "ClientSessionsGetOrCreateParameters")]
pub struct GetOrCreateParameters {
    /// Your own key of the user, as hard to guess as a random UUID: never an e-mail address, a name or a phone number.
    #[field(secret, min_length = 1)]
    pub user_identifier_key: Option<String>,
    /// IDs of the connected accounts that the session reaches.
    pub connected_account_ids: Option<Vec<String>>,
    /// IDs of the Connect Webviews that the session reaches.
    pub connect_webview_ids: Option<Vec<String>>,
    /// ID of the user identity that the session acts for.
    pub user_identity_id: Option<String>,
    /// ID of the user identity that the session acts for, as the one item of a list.
    #[field(min_items = 1, max_items = 1, deprecated = "use `user_identity_id`")]
    pub user_identity_ids: Option<Vec<String>>,
    /// Date-time at which the session ends, RFC 3339 with a zone; a `Date` or a `Temporal.Instant` is written so by itself.
    #[field(typescript = "string | { toJSON(): string }")]
    pub expires_at: Option<DateTime<FixedOffset>>,
}

/// What `get` takes; nothing for the session that the caller is authenticated as.
#[object(name = "ClientSessionsGetParameters")]
pub struct GetParameters {
    /// ID of the client session.
    pub client_session_id: Option<String>,
    /// Your own key of the user.
    #[field(secret)]
    pub user_identifier_key: Option<String>,
}
