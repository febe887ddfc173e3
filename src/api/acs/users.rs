//! `/acs/users/**` (docs/api-facts.md#other-endpoints): makes, changes, finds and removes the users of access control systems.
//! Holds no resource: what replies hold is in `model`.

use alloc::vec::Vec;

use chrono::{DateTime, FixedOffset};

use crate::api::{Endpoint, Namespace, Returns};
use crate::model::{AcsEntrance, AcsUser};
use crate::schema::{object, summarized};

/// Makes, changes, finds and removes the users of access control systems.
#[summarized]
pub const NAMESPACE: Namespace = Namespace {
    path: "acs/users",
    endpoints: &[
        &CREATE,
        &UPDATE,
        &DELETE,
        &GET,
        &LIST,
        &ADD_TO_ACCESS_GROUP,
        &LIST_ACCESSIBLE_ENTRANCES,
        &REMOVE_FROM_ACCESS_GROUP,
        &REVOKE_ACCESS_TO_ALL_ENTRANCES,
        &SUSPEND,
        &UNSUSPEND,
    ],
    children: &[],
};

/// Makes a user of an access control system.
#[summarized]
pub const CREATE: Endpoint<CreateParameters, AcsUser> = Endpoint {
    path: "/acs/users/create",
    reply: Returns::value("acs_user"),
    repeatable: false,
};

/// Changes a user of an access control system. What is left out stays as it is.
#[summarized]
pub const UPDATE: Endpoint<UpdateParameters, ()> = Endpoint {
    path: "/acs/users/update",
    reply: Returns::NOTHING,
    // A repeat could undo what someone else changed in between.
    repeatable: false,
};

/// Deletes a user of an access control system, and with it its credentials.
#[summarized]
pub const DELETE: Endpoint<DeleteParameters, ()> = Endpoint {
    path: "/acs/users/delete",
    reply: Returns::NOTHING,
    // IDs are never used again, so a repeat finds nothing at worst.
    repeatable: true,
};

/// Reads one user of an access control system.
#[summarized]
pub const GET: Endpoint<GetParameters, AcsUser> = Endpoint {
    path: "/acs/users/get",
    reply: Returns::value("acs_user"),
    repeatable: true,
};

/// Lists users of access control systems, in pages.
#[summarized]
pub const LIST: Endpoint<ListParameters, Vec<AcsUser>> = Endpoint {
    path: "/acs/users/list",
    reply: Returns::pages("acs_users"),
    repeatable: true,
};

/// Adds a user to an access group: the user gets in where the group does.
#[summarized]
pub const ADD_TO_ACCESS_GROUP: Endpoint<AddToAccessGroupParameters, ()> = Endpoint {
    path: "/acs/users/add_to_access_group",
    reply: Returns::NOTHING,
    repeatable: true,
};

/// Lists the entrances that a user can open.
#[summarized]
pub const LIST_ACCESSIBLE_ENTRANCES: Endpoint<ListAccessibleEntrancesParameters, Vec<AcsEntrance>> =
    Endpoint {
        path: "/acs/users/list_accessible_entrances",
        reply: Returns::value("acs_entrances"),
        repeatable: true,
    };

/// Removes a user from an access group.
#[summarized]
pub const REMOVE_FROM_ACCESS_GROUP: Endpoint<RemoveFromAccessGroupParameters, ()> = Endpoint {
    path: "/acs/users/remove_from_access_group",
    reply: Returns::NOTHING,
    repeatable: true,
};

/// Takes all entrances away from a user.
#[summarized]
pub const REVOKE_ACCESS_TO_ALL_ENTRANCES: Endpoint<RevokeAccessToAllEntrancesParameters, ()> = Endpoint {
    path: "/acs/users/revoke_access_to_all_entrances",
    reply: Returns::NOTHING,
    repeatable: false,
};

/// Suspends a user: no entrance opens until `unsuspend`.
#[summarized]
pub const SUSPEND: Endpoint<SuspendParameters, ()> = Endpoint {
    path: "/acs/users/suspend",
    reply: Returns::NOTHING,
    repeatable: false,
};

/// Lets a suspended user in again.
#[summarized]
pub const UNSUSPEND: Endpoint<UnsuspendParameters, ()> = Endpoint {
    path: "/acs/users/unsuspend",
    reply: Returns::NOTHING,
    repeatable: false,
};

/// What `create` takes.
#[object(name = "AcsUsersCreateParameters")]
pub struct CreateParameters {
    /// ID of the access control system.
    pub acs_system_id: String,
    /// Full name.
    pub full_name: String,
    /// When the user can get in.
    pub access_schedule: Option<AcsAccessScheduleParameters>,
    /// IDs of the access groups.
    pub acs_access_group_ids: Option<Vec<String>>,
    /// Email address.
    #[field(secret, deprecated = "use `email_address`")]
    pub email: Option<String>,
    /// Email address.
    #[field(secret)]
    pub email_address: Option<String>,
    /// Phone number in the form E.164, as `+15555550100`.
    #[field(secret)]
    pub phone_number: Option<String>,
    /// ID of the user identity.
    pub user_identity_id: Option<String>,
}

/// What `update` takes.
#[object(
    name = "AcsUsersUpdateParameters",
    at_least_one(
        access_schedule,
        acs_system_id,
        acs_user_id,
        email,
        email_address,
        full_name,
        hid_acs_system_id,
        phone_number,
        user_identity_id
    )
)]
pub struct UpdateParameters {
    /// When the user can get in.
    #[field(nullable, optional)]
    pub access_schedule: Option<AcsAccessScheduleParameters>,
    /// ID of the access control system.
    pub acs_system_id: Option<String>,
    /// ID of the user of the access control system.
    pub acs_user_id: Option<String>,
    /// Email address.
    #[field(secret, deprecated = "use `email_address`")]
    pub email: Option<String>,
    /// Email address.
    #[field(secret)]
    pub email_address: Option<String>,
    /// Full name.
    #[field(min_length = 1)]
    pub full_name: Option<String>,
    /// ID of the HID system.
    pub hid_acs_system_id: Option<String>,
    /// Phone number in the form E.164, as `+15555550100`.
    #[field(secret)]
    pub phone_number: Option<String>,
    /// ID of the user identity.
    pub user_identity_id: Option<String>,
}

/// What `delete` takes.
#[object(
    name = "AcsUsersDeleteParameters",
    at_least_one(acs_system_id, acs_user_id, user_identity_id)
)]
pub struct DeleteParameters {
    /// ID of the access control system.
    pub acs_system_id: Option<String>,
    /// ID of the user of the access control system.
    pub acs_user_id: Option<String>,
    /// ID of the user identity.
    pub user_identity_id: Option<String>,
}

/// What `get` takes.
#[object(
    name = "AcsUsersGetParameters",
    at_least_one(acs_system_id, acs_user_id, user_identity_id)
)]
pub struct GetParameters {
    /// ID of the access control system.
    pub acs_system_id: Option<String>,
    /// ID of the user of the access control system.
    pub acs_user_id: Option<String>,
    /// ID of the user identity.
    pub user_identity_id: Option<String>,
}

/// What `list` takes.
#[object(name = "AcsUsersListParameters")]
pub struct ListParameters {
    /// ID of the access control system.
    pub acs_system_id: Option<String>,
    /// Date-time before which they were made, RFC 3339 with a zone.
    #[field(typescript = "string | { toJSON(): string }")]
    pub created_before: Option<DateTime<FixedOffset>>,
    /// Part of a name, an ID or another text of it.
    #[field(secret, min_length = 1)]
    pub search: Option<String>,
    /// Email address of the user identity.
    #[field(secret, nullable, optional)]
    pub user_identity_email_address: Option<String>,
    /// ID of the user identity.
    pub user_identity_id: Option<String>,
    /// Phone number of the user identity.
    #[field(secret, nullable, optional)]
    pub user_identity_phone_number: Option<String>,
    /// Most items per page.
    #[field(min = 1)]
    pub limit: Option<u32>,
    /// Cursor of the page, from the page before; everything else as for the page before.
    #[field(nullable, optional)]
    pub page_cursor: Option<String>,
}

/// What `add_to_access_group` takes.
#[object(name = "AcsUsersAddToAccessGroupParameters")]
pub struct AddToAccessGroupParameters {
    /// ID of the access group.
    pub acs_access_group_id: String,
    /// ID of the user of the access control system.
    pub acs_user_id: String,
}

/// What `list_accessible_entrances` takes.
#[object(
    name = "AcsUsersListAccessibleEntrancesParameters",
    at_least_one(acs_system_id, acs_user_id, user_identity_id)
)]
pub struct ListAccessibleEntrancesParameters {
    /// ID of the access control system.
    pub acs_system_id: Option<String>,
    /// ID of the user of the access control system.
    pub acs_user_id: Option<String>,
    /// ID of the user identity.
    pub user_identity_id: Option<String>,
}

/// What `remove_from_access_group` takes.
#[object(name = "AcsUsersRemoveFromAccessGroupParameters")]
pub struct RemoveFromAccessGroupParameters {
    /// ID of the access group.
    pub acs_access_group_id: String,
    /// ID of the user of the access control system.
    pub acs_user_id: Option<String>,
    /// ID of the user identity.
    pub user_identity_id: Option<String>,
}

/// What `revoke_access_to_all_entrances` takes.
#[object(
    name = "AcsUsersRevokeAccessToAllEntrancesParameters",
    at_least_one(acs_system_id, acs_user_id, user_identity_id)
)]
pub struct RevokeAccessToAllEntrancesParameters {
    /// ID of the access control system.
    pub acs_system_id: Option<String>,
    /// ID of the user of the access control system.
    pub acs_user_id: Option<String>,
    /// ID of the user identity.
    pub user_identity_id: Option<String>,
}

/// What `suspend` takes.
#[object(
    name = "AcsUsersSuspendParameters",
    at_least_one(acs_system_id, acs_user_id, user_identity_id)
)]
pub struct SuspendParameters {
    /// ID of the access control system.
    pub acs_system_id: Option<String>,
    /// ID of the user of the access control system.
    pub acs_user_id: Option<String>,
    /// ID of the user identity.
    pub user_identity_id: Option<String>,
}

/// What `unsuspend` takes.
#[object(
    name = "AcsUsersUnsuspendParameters",
    at_least_one(acs_system_id, acs_user_id, user_identity_id)
)]
pub struct UnsuspendParameters {
    /// ID of the access control system.
    pub acs_system_id: Option<String>,
    /// ID of the user of the access control system.
    pub acs_user_id: Option<String>,
    /// ID of the user identity.
    pub user_identity_id: Option<String>,
}

/// When a user of an access control system can get in.
#[object(ordered(starts_at, ends_at))]
pub struct AcsAccessScheduleParameters {
    /// Date-time from which it holds, RFC 3339 with a zone.
    #[field(typescript = "string | { toJSON(): string }")]
    pub starts_at: Option<DateTime<FixedOffset>>,
    /// Date-time until which it holds, RFC 3339 with a zone, after `starts_at`.
    #[field(nullable, optional, typescript = "string | { toJSON(): string }")]
    pub ends_at: Option<DateTime<FixedOffset>>,
}
