//! `/access_grants/**` (docs/api-facts.md#other-endpoints): grants people access to devices, entrances and spaces, whatever the lock.
//! Holds no resource: what replies hold is in `model`.

use alloc::vec::Vec;

use chrono::{DateTime, FixedOffset};

use crate::api::{Endpoint, Namespace, Returns};
use crate::model::{AccessGrant, AccessGrantBatch, AccessMethodMode};
use crate::schema::{names, object, summarized};

pub mod unmanaged;

/// Grants people access to devices, entrances and spaces, whatever the lock.
#[summarized]
pub const NAMESPACE: Namespace = Namespace {
    path: "access_grants",
    endpoints: &[
        &CREATE,
        &UPDATE,
        &DELETE,
        &GET,
        &LIST,
        &GET_RELATED,
        &REQUEST_ACCESS_METHODS,
    ],
    children: &[&unmanaged::NAMESPACE],
};

/// Grants somebody access to devices, entrances or spaces, with a PIN, a card or a mobile key. The keys are made afterwards: an access method says when it is issued.
#[summarized]
pub const CREATE: Endpoint<CreateParameters, AccessGrant> = Endpoint {
    path: "/access_grants/create",
    reply: Returns::value("access_grant"),
    repeatable: false,
};

/// Changes the name or the times of an access grant. What is left out stays as it is.
#[summarized]
pub const UPDATE: Endpoint<UpdateParameters, ()> = Endpoint {
    path: "/access_grants/update",
    reply: Returns::NOTHING,
    // A repeat could undo what someone else changed in between.
    repeatable: false,
};

/// Deletes an access grant, and with it its access methods: they open nothing any more.
#[summarized]
pub const DELETE: Endpoint<DeleteParameters, ()> = Endpoint {
    path: "/access_grants/delete",
    reply: Returns::NOTHING,
    // IDs are never used again, so a repeat finds nothing at worst.
    repeatable: true,
};

/// Reads one access grant, by its ID or your own key.
#[summarized]
pub const GET: Endpoint<GetParameters, AccessGrant> = Endpoint {
    path: "/access_grants/get",
    reply: Returns::value("access_grant"),
    repeatable: true,
};

/// Lists access grants, in pages.
#[summarized]
pub const LIST: Endpoint<ListParameters, Vec<AccessGrant>> = Endpoint {
    path: "/access_grants/list",
    reply: Returns::pages("access_grants"),
    repeatable: true,
};

/// Reads access grants with what belongs to them: access methods, devices, entrances, spaces and more.
#[summarized]
pub const GET_RELATED: Endpoint<GetRelatedParameters, AccessGrantBatch> = Endpoint {
    path: "/access_grants/get_related",
    reply: Returns::value("batch"),
    repeatable: true,
};

/// Asks for more ways in for an access grant that is there already.
#[summarized]
pub const REQUEST_ACCESS_METHODS: Endpoint<RequestAccessMethodsParameters, AccessGrant> = Endpoint {
    path: "/access_grants/request_access_methods",
    reply: Returns::value("access_grant"),
    repeatable: false,
};

/// What `create` takes.
#[object(name = "AccessGrantsCreateParameters", ordered(starts_at, ends_at))]
pub struct CreateParameters {
    /// The ways in which the grant is to let somebody in; each makes one access method per system.
    pub requested_access_methods: Vec<AccessMethodRequest>,
    /// Your own key of the access grant.
    #[field(min_length = 1)]
    pub access_grant_key: Option<String>,
    /// IDs of the entrances.
    pub acs_entrance_ids: Option<Vec<String>>,
    /// ID of the customization profile, which says how it looks.
    pub customization_profile_id: Option<String>,
    /// IDs of the devices.
    pub device_ids: Option<Vec<String>>,
    /// Date-time from which it holds, RFC 3339 with a zone.
    pub starts_at: Option<DateTime<FixedOffset>>,
    /// Date-time until which it holds, RFC 3339 with a zone, after `starts_at`.
    #[field(nullable, optional)]
    pub ends_at: Option<DateTime<FixedOffset>>,
    /// A space to make.
    #[field(deprecated = "make a space first, and use `space_ids`")]
    pub location: Option<NewAccessGrantLocation>,
    /// IDs of the spaces.
    #[field(deprecated = "use `space_ids`")]
    pub location_ids: Option<Vec<String>>,
    /// Name, for people.
    #[field(nullable, optional)]
    pub name: Option<String>,
    /// Your own key of the reservation.
    #[field(min_length = 1)]
    pub reservation_key: Option<String>,
    /// IDs of the spaces.
    pub space_ids: Option<Vec<String>>,
    /// Your own keys of the spaces.
    #[field(min_length = 1)]
    pub space_keys: Option<Vec<String>>,
    /// A user identity to make, for whom the access is.
    pub user_identity: Option<NewUserIdentity>,
    /// ID of the user identity.
    pub user_identity_id: Option<String>,
}

/// What `update` takes.
#[object(
    name = "AccessGrantsUpdateParameters",
    at_least_one(access_grant_id, access_grant_key, ends_at, name, starts_at),
    ordered(starts_at, ends_at)
)]
pub struct UpdateParameters {
    /// ID of the access grant.
    pub access_grant_id: Option<String>,
    /// Your own key of the access grant.
    #[field(min_length = 1)]
    pub access_grant_key: Option<String>,
    /// Date-time from which it holds, RFC 3339 with a zone.
    #[field(typescript = "string | { toJSON(): string }")]
    pub starts_at: Option<DateTime<FixedOffset>>,
    /// Date-time until which it holds, RFC 3339 with a zone, after `starts_at`.
    #[field(nullable, optional, typescript = "string | { toJSON(): string }")]
    pub ends_at: Option<DateTime<FixedOffset>>,
    /// Name, for people.
    #[field(nullable, optional)]
    pub name: Option<String>,
}

/// What `delete` takes.
#[object(name = "AccessGrantsDeleteParameters")]
pub struct DeleteParameters {
    /// ID of the access grant.
    pub access_grant_id: String,
}

/// What `get` takes.
#[object(
    name = "AccessGrantsGetParameters",
    at_least_one(access_grant_id, access_grant_key)
)]
pub struct GetParameters {
    /// ID of the access grant.
    pub access_grant_id: Option<String>,
    /// Your own key of the access grant.
    #[field(min_length = 1)]
    pub access_grant_key: Option<String>,
}

/// What `list` takes.
#[object(name = "AccessGrantsListParameters")]
pub struct ListParameters {
    /// ID of the access code.
    pub access_code_id: Option<String>,
    /// IDs of the access grants.
    pub access_grant_ids: Option<Vec<String>>,
    /// Your own key of the access grant.
    #[field(nullable, optional, min_length = 1)]
    pub access_grant_key: Option<String>,
    /// ID of the entrance.
    pub acs_entrance_id: Option<String>,
    /// ID of the access control system.
    pub acs_system_id: Option<String>,
    /// Your own key of the customer.
    #[field(min_length = 1)]
    pub customer_key: Option<String>,
    /// ID of the device.
    pub device_id: Option<String>,
    /// ID of the space.
    #[field(deprecated = "use `space_id`")]
    pub location_id: Option<String>,
    /// Your own key of the reservation.
    #[field(min_length = 1)]
    pub reservation_key: Option<String>,
    /// Part of a name, an ID or another text of it.
    #[field(secret)]
    pub search: Option<String>,
    /// ID of the space.
    pub space_id: Option<String>,
    /// ID of the user identity.
    pub user_identity_id: Option<String>,
    /// Most items per page.
    #[field(min = 1)]
    pub limit: Option<u32>,
    /// Cursor of the page, from the page before; everything else as for the page before.
    #[field(nullable, optional)]
    pub page_cursor: Option<String>,
}

/// What `get_related` takes.
#[object(
    name = "AccessGrantsGetRelatedParameters",
    at_least_one(access_grant_ids, access_grant_keys, exclude, include)
)]
pub struct GetRelatedParameters {
    /// IDs of the access grants.
    pub access_grant_ids: Option<Vec<String>>,
    /// Your own keys of the access grants.
    #[field(min_length = 1)]
    pub access_grant_keys: Option<Vec<String>>,
    /// Kinds of resources to leave out.
    pub exclude: Option<Vec<AccessGrantRelatedKind>>,
    /// Kinds of resources to give; all unless given.
    pub include: Option<Vec<AccessGrantRelatedKind>>,
}

/// What `request_access_methods` takes.
#[object(name = "AccessGrantsRequestAccessMethodsParameters")]
pub struct RequestAccessMethodsParameters {
    /// ID of the access grant.
    pub access_grant_id: String,
    /// The ways in which the grant is to let somebody in; each makes one access method per system.
    #[field(min_items = 1)]
    pub requested_access_methods: Vec<AccessMethodRequest>,
}

/// A way in that an access grant is to have.
#[object]
pub struct AccessMethodRequest {
    /// The PIN, digits only.
    #[field(secret, digits, min_length = 4, max_length = 9)]
    pub code: Option<String>,
    /// How often the instant key can be used; mobile keys only, once unless given.
    #[field(min = 1)]
    pub instant_key_max_use_count: Option<u32>,
    /// How it opens.
    #[field(listed)]
    pub mode: Option<AccessMethodMode>,
}

/// A space to make with an access grant.
#[object]
pub struct NewAccessGrantLocation {
    /// IDs of the entrances.
    #[field(deprecated = "use `acs_entrance_ids` of the grant")]
    pub acs_entrance_ids: Option<Vec<String>>,
    /// IDs of the devices.
    #[field(deprecated = "use `device_ids` of the grant")]
    pub device_ids: Option<Vec<String>>,
    /// Name, for people.
    pub name: Option<String>,
}

/// A user identity to make with an access grant.
#[object]
pub struct NewUserIdentity {
    /// Email address.
    #[field(secret, nullable, optional)]
    pub email_address: Option<String>,
    /// Full name.
    #[field(nullable, optional, min_length = 1)]
    pub full_name: Option<String>,
    /// Phone number in the form E.164, as `+15555550100`.
    #[field(secret, nullable, optional)]
    pub phone_number: Option<String>,
    /// Your own key of the user identity.
    #[field(nullable, optional, min_length = 1)]
    pub user_identity_key: Option<String>,
}

/// Kind of resource that belongs to access grants.
#[names(closed)]
pub enum AccessGrantRelatedKind {
    Spaces,
    Devices,
    AcsEntrances,
    ConnectedAccounts,
    AcsSystems,
    UserIdentities,
    AcsAccessGroups,
    AccessMethods,
}
