//! `/access_grants/unmanaged/**` (docs/api-facts.md#other-endpoints): finds access grants that Seam did not create, and takes them over.
//! Holds no resource: what replies hold is in `model`.

use alloc::vec::Vec;

use crate::api::{Endpoint, Namespace, Returns};
use crate::model::UnmanagedAccessGrant;
use crate::schema::{True, object, summarized};

/// Finds access grants that Seam did not create, and takes them over.
#[summarized]
pub const NAMESPACE: Namespace = Namespace {
    path: "access_grants/unmanaged",
    endpoints: &[&UPDATE, &GET, &LIST],
    children: &[],
};

/// Lets Seam manage an access grant that it did not create.
#[summarized]
pub const UPDATE: Endpoint<UpdateParameters, ()> = Endpoint {
    path: "/access_grants/unmanaged/update",
    reply: Returns::NOTHING,
    // A repeat could undo what someone else changed in between.
    repeatable: false,
};

/// Reads one unmanaged access grant.
#[summarized]
pub const GET: Endpoint<GetParameters, UnmanagedAccessGrant> = Endpoint {
    path: "/access_grants/unmanaged/get",
    reply: Returns::value("access_grant"),
    repeatable: true,
};

/// Lists unmanaged access grants, in pages.
#[summarized]
pub const LIST: Endpoint<ListParameters, Vec<UnmanagedAccessGrant>> = Endpoint {
    path: "/access_grants/unmanaged/list",
    reply: Returns::pages("access_grants"),
    repeatable: true,
};

/// What `update` takes.
#[object(name = "AccessGrantsUnmanagedUpdateParameters")]
pub struct UpdateParameters {
    /// ID of the access grant.
    pub access_grant_id: String,
    /// True: Seam manages it from now on.
    pub is_managed: True,
    /// Your own key of the access grant.
    #[field(min_length = 1)]
    pub access_grant_key: Option<String>,
}

/// What `get` takes.
#[object(name = "AccessGrantsUnmanagedGetParameters")]
pub struct GetParameters {
    /// ID of the access grant.
    pub access_grant_id: String,
}

/// What `list` takes.
#[object(name = "AccessGrantsUnmanagedListParameters")]
pub struct ListParameters {
    /// ID of the entrance.
    pub acs_entrance_id: Option<String>,
    /// ID of the access control system.
    pub acs_system_id: Option<String>,
    /// Your own key of the reservation.
    #[field(min_length = 1)]
    pub reservation_key: Option<String>,
    /// ID of the user identity.
    pub user_identity_id: Option<String>,
    /// Most items per page.
    #[field(min = 1)]
    pub limit: Option<u32>,
    /// Cursor of the page, from the page before; everything else as for the page before.
    #[field(nullable, optional)]
    pub page_cursor: Option<String>,
}
