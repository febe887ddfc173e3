//! `/client_sessions/**` (docs/api-facts.md#client-session and #other-endpoints): the endpoints through which a client becomes a user's.
//! What is done with the session's token is the client's.

use alloc::vec::Vec;

use chrono::{DateTime, FixedOffset};

use crate::api::{Endpoint, Namespace, Returns};
use crate::model::ClientSession;
use crate::schema::{object, summarized};

/// Gives browsers and apps a token of their own, limited to one user's devices.
#[summarized]
pub const NAMESPACE: Namespace = Namespace {
    path: "client_sessions",
    endpoints: &[
        &CREATE,
        &GET_OR_CREATE,
        &GET,
        &LIST,
        &GRANT_ACCESS,
        &REVOKE,
        &DELETE,
    ],
    children: &[],
};

/// Creates a client session. Its token is for the user's browser or app.
#[summarized]
pub const CREATE: Endpoint<CreateParameters, ClientSession> = Endpoint {
    path: "/client_sessions/create",
    reply: Returns::value("client_session"),
    repeatable: false,
};

/// Gives the client session that has these properties, creating it where there is none. Takes a publishable key.
#[summarized]
pub const GET_OR_CREATE: Endpoint<GetOrCreateParameters, ClientSession> = Endpoint {
    path: "/client_sessions/get_or_create",
    reply: Returns::value("client_session"),
    repeatable: true,
};

/// Reads one client session: the caller's own where nothing is given.
#[summarized]
pub const GET: Endpoint<GetParameters, ClientSession> = Endpoint {
    path: "/client_sessions/get",
    reply: Returns::value("client_session"),
    repeatable: true,
};

/// Lists client sessions. Not in pages.
#[summarized]
pub const LIST: Endpoint<ListParameters, Vec<ClientSession>> = Endpoint {
    path: "/client_sessions/list",
    reply: Returns::value("client_sessions"),
    repeatable: true,
};

/// Lets a client session reach more accounts, Connect Webviews and user identities.
#[summarized]
pub const GRANT_ACCESS: Endpoint<GrantAccessParameters, ()> = Endpoint {
    path: "/client_sessions/grant_access",
    reply: Returns::NOTHING,
    repeatable: false,
};

/// Ends a client session: its token no longer works. The session can still be read.
#[summarized]
pub const REVOKE: Endpoint<RevokeParameters, ()> = Endpoint {
    path: "/client_sessions/revoke",
    reply: Returns::NOTHING,
    repeatable: false,
};

/// Deletes a client session.
#[summarized]
pub const DELETE: Endpoint<DeleteParameters, ()> = Endpoint {
    path: "/client_sessions/delete",
    reply: Returns::NOTHING,
    // IDs are never used again, so a repeat finds nothing at worst.
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
    #[field(min_length = 1)]
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
    #[field(secret, min_length = 1)]
    pub user_identifier_key: Option<String>,
}

/// What `list` takes. Every filter narrows.
#[object(name = "ClientSessionsListParameters")]
pub struct ListParameters {
    /// ID of the client session.
    #[field(min_length = 1)]
    pub client_session_id: Option<String>,
    /// Your own key of the user that the sessions are for.
    #[field(secret, min_length = 1)]
    pub user_identifier_key: Option<String>,
    /// Whether to list only sessions without a key of a user.
    pub without_user_identifier_key: Option<bool>,
    /// ID of a Connect Webview that the sessions reach; null for sessions that reach none.
    #[field(nullable, optional)]
    pub connect_webview_id: Option<String>,
    /// ID of the user identity that the sessions act for; null for sessions that act for none.
    #[field(nullable, optional)]
    pub user_identity_id: Option<String>,
}

/// What `grant_access` takes: which session, by its ID or its user's key, and what it is to reach.
#[object(
    name = "ClientSessionsGrantAccessParameters",
    at_least_one(
        client_session_id,
        connect_webview_ids,
        connected_account_ids,
        user_identifier_key,
        user_identity_id,
        user_identity_ids
    )
)]
pub struct GrantAccessParameters {
    /// ID of the client session.
    pub client_session_id: Option<String>,
    /// Your own key of the user that the session is for.
    #[field(secret, min_length = 1)]
    pub user_identifier_key: Option<String>,
    /// IDs of the connected accounts that the session is to reach.
    pub connected_account_ids: Option<Vec<String>>,
    /// IDs of the Connect Webviews that the session is to reach.
    pub connect_webview_ids: Option<Vec<String>>,
    /// ID of the user identity that the session is to act for.
    pub user_identity_id: Option<String>,
    /// ID of the user identity that the session is to act for, as the one item of a list.
    #[field(min_items = 1, max_items = 1, deprecated = "use `user_identity_id`")]
    pub user_identity_ids: Option<Vec<String>>,
}

/// What `revoke` takes.
#[object(name = "ClientSessionsRevokeParameters")]
pub struct RevokeParameters {
    /// ID of the client session.
    pub client_session_id: String,
}

/// What `delete` takes.
#[object(name = "ClientSessionsDeleteParameters")]
pub struct DeleteParameters {
    /// ID of the client session.
    pub client_session_id: String,
}
