//! `/user_identities/unmanaged/**` (docs/api-facts.md#other-endpoints): finds user identities that Seam did not create, and takes them over.
//! Holds no resource: what replies hold is in `model`.

use alloc::vec::Vec;

use chrono::{DateTime, FixedOffset};

use crate::api::{Endpoint, Namespace, Returns};
use crate::model::UnmanagedUserIdentity;
use crate::schema::{True, object, summarized};

/// Finds user identities that Seam did not create, and takes them over.
#[summarized]
pub const NAMESPACE: Namespace = Namespace {
    path: "user_identities/unmanaged",
    endpoints: &[&UPDATE, &GET, &LIST],
    children: &[],
};

/// Lets Seam manage a user identity that it did not create.
#[summarized]
pub const UPDATE: Endpoint<UpdateParameters, ()> = Endpoint {
    path: "/user_identities/unmanaged/update",
    reply: Returns::NOTHING,
    // A repeat could undo what someone else changed in between.
    repeatable: false,
};

/// Reads one unmanaged user identity.
#[summarized]
pub const GET: Endpoint<GetParameters, UnmanagedUserIdentity> = Endpoint {
    path: "/user_identities/unmanaged/get",
    reply: Returns::value("user_identity"),
    repeatable: true,
};

/// Lists unmanaged user identities, in pages.
#[summarized]
pub const LIST: Endpoint<ListParameters, Vec<UnmanagedUserIdentity>> = Endpoint {
    path: "/user_identities/unmanaged/list",
    reply: Returns::pages("user_identities"),
    repeatable: true,
};

/// What `update` takes.
#[object(name = "UserIdentitiesUnmanagedUpdateParameters")]
pub struct UpdateParameters {
    /// True: Seam manages it from now on.
    pub is_managed: True,
    /// ID of the user identity.
    pub user_identity_id: String,
    /// Your own key of the user identity.
    #[field(min_length = 1)]
    pub user_identity_key: Option<String>,
}

/// What `get` takes.
#[object(name = "UserIdentitiesUnmanagedGetParameters")]
pub struct GetParameters {
    /// ID of the user identity.
    pub user_identity_id: String,
}

/// What `list` takes.
#[object(name = "UserIdentitiesUnmanagedListParameters")]
pub struct ListParameters {
    /// Date-time before which they were made, RFC 3339 with a zone.
    #[field(typescript = "string | { toJSON(): string }")]
    pub created_before: Option<DateTime<FixedOffset>>,
    /// Part of a name, an ID or another text of it.
    #[field(secret, min_length = 1)]
    pub search: Option<String>,
    /// Most items per page.
    #[field(min = 1)]
    pub limit: Option<u32>,
    /// Cursor of the page, from the page before; everything else as for the page before.
    #[field(nullable, optional)]
    pub page_cursor: Option<String>,
}
