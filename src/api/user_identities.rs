//! `/user_identities/**` (docs/api-facts.md#other-endpoints): makes, changes, finds and removes user identities: the people who get in.
//! Holds no resource: what replies hold is in `model`.

use alloc::vec::Vec;

use chrono::{DateTime, FixedOffset};

use crate::api::{Endpoint, Namespace, Returns};
use crate::model::{AcsEntrance, AcsSystem, AcsUser, Device, InstantKey, UserIdentity};
use crate::schema::{object, summarized};

pub mod unmanaged;

/// Makes, changes, finds and removes user identities: the people who get in.
#[summarized]
pub const NAMESPACE: Namespace = Namespace {
    path: "user_identities",
    endpoints: &[
        &CREATE,
        &UPDATE,
        &DELETE,
        &GET,
        &LIST,
        &ADD_ACS_USER,
        &GENERATE_INSTANT_KEY,
        &GRANT_ACCESS_TO_DEVICE,
        &LIST_ACCESSIBLE_DEVICES,
        &LIST_ACCESSIBLE_ENTRANCES,
        &LIST_ACS_SYSTEMS,
        &LIST_ACS_USERS,
        &MERGE,
        &REMOVE_ACS_USER,
        &REVOKE_ACCESS_TO_DEVICE,
    ],
    children: &[&unmanaged::NAMESPACE],
};

/// Makes a user identity: a person who gets in.
#[summarized]
pub const CREATE: Endpoint<CreateParameters, UserIdentity> = Endpoint {
    path: "/user_identities/create",
    reply: Returns::value("user_identity"),
    repeatable: false,
};

/// Changes a user identity. What is left out stays as it is.
#[summarized]
pub const UPDATE: Endpoint<UpdateParameters, ()> = Endpoint {
    path: "/user_identities/update",
    reply: Returns::NOTHING,
    // A repeat could undo what someone else changed in between.
    repeatable: false,
};

/// Deletes a user identity, with its access grants and credentials.
#[summarized]
pub const DELETE: Endpoint<DeleteParameters, ()> = Endpoint {
    path: "/user_identities/delete",
    reply: Returns::NOTHING,
    // IDs are never used again, so a repeat finds nothing at worst.
    repeatable: true,
};

/// Reads one user identity, by its ID or your own key.
#[summarized]
pub const GET: Endpoint<GetParameters, UserIdentity> = Endpoint {
    path: "/user_identities/get",
    reply: Returns::value("user_identity"),
    repeatable: true,
};

/// Lists user identities, in pages.
#[summarized]
pub const LIST: Endpoint<ListParameters, Vec<UserIdentity>> = Endpoint {
    path: "/user_identities/list",
    reply: Returns::pages("user_identities"),
    repeatable: true,
};

/// Ties a user of an access control system to a user identity.
#[summarized]
pub const ADD_ACS_USER: Endpoint<AddAcsUserParameters, ()> = Endpoint {
    path: "/user_identities/add_acs_user",
    reply: Returns::NOTHING,
    repeatable: true,
};

/// Makes an instant key for a user identity: an address that puts the mobile key onto a phone.
#[summarized]
pub const GENERATE_INSTANT_KEY: Endpoint<GenerateInstantKeyParameters, InstantKey> = Endpoint {
    path: "/user_identities/generate_instant_key",
    reply: Returns::value("instant_key"),
    repeatable: false,
};

/// Lets a user identity use a device.
#[summarized]
pub const GRANT_ACCESS_TO_DEVICE: Endpoint<GrantAccessToDeviceParameters, ()> = Endpoint {
    path: "/user_identities/grant_access_to_device",
    reply: Returns::NOTHING,
    repeatable: true,
};

/// Lists the devices that a user identity can use.
#[summarized]
pub const LIST_ACCESSIBLE_DEVICES: Endpoint<ListAccessibleDevicesParameters, Vec<Device>> = Endpoint {
    path: "/user_identities/list_accessible_devices",
    reply: Returns::value("devices"),
    repeatable: true,
};

/// Lists the entrances that a user identity can open.
#[summarized]
pub const LIST_ACCESSIBLE_ENTRANCES: Endpoint<ListAccessibleEntrancesParameters, Vec<AcsEntrance>> =
    Endpoint {
        path: "/user_identities/list_accessible_entrances",
        reply: Returns::value("acs_entrances"),
        repeatable: true,
    };

/// Lists the access control systems that know a user identity.
#[summarized]
pub const LIST_ACS_SYSTEMS: Endpoint<ListAcsSystemsParameters, Vec<AcsSystem>> = Endpoint {
    path: "/user_identities/list_acs_systems",
    reply: Returns::value("acs_systems"),
    repeatable: true,
};

/// Lists the users of access control systems that a user identity has.
#[summarized]
pub const LIST_ACS_USERS: Endpoint<ListAcsUsersParameters, Vec<AcsUser>> = Endpoint {
    path: "/user_identities/list_acs_users",
    reply: Returns::value("acs_users"),
    repeatable: true,
};

/// Merges user identities into one. There is no way back.
#[summarized]
pub const MERGE: Endpoint<MergeParameters, ()> = Endpoint {
    path: "/user_identities/merge",
    reply: Returns::NOTHING,
    repeatable: false,
};

/// Unties a user of an access control system from a user identity.
#[summarized]
pub const REMOVE_ACS_USER: Endpoint<RemoveAcsUserParameters, ()> = Endpoint {
    path: "/user_identities/remove_acs_user",
    reply: Returns::NOTHING,
    repeatable: true,
};

/// No longer lets a user identity use a device.
#[summarized]
pub const REVOKE_ACCESS_TO_DEVICE: Endpoint<RevokeAccessToDeviceParameters, ()> = Endpoint {
    path: "/user_identities/revoke_access_to_device",
    reply: Returns::NOTHING,
    repeatable: true,
};

/// What `create` takes.
#[object(name = "UserIdentitiesCreateParameters")]
pub struct CreateParameters {
    /// IDs of the access control systems.
    pub acs_system_ids: Option<Vec<String>>,
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
    /// Your own key of the customer.
    #[field(min_length = 1)]
    pub customer_key: Option<String>,
}

/// What `update` takes.
#[object(name = "UserIdentitiesUpdateParameters")]
pub struct UpdateParameters {
    /// ID of the user identity.
    pub user_identity_id: String,
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

/// What `delete` takes.
#[object(name = "UserIdentitiesDeleteParameters")]
pub struct DeleteParameters {
    /// ID of the user identity.
    pub user_identity_id: String,
}

/// What `get` takes.
#[object(
    name = "UserIdentitiesGetParameters",
    at_least_one(user_identity_id, user_identity_key)
)]
pub struct GetParameters {
    /// ID of the user identity.
    pub user_identity_id: Option<String>,
    /// Your own key of the user identity.
    #[field(min_length = 1)]
    pub user_identity_key: Option<String>,
}

/// What `list` takes.
#[object(name = "UserIdentitiesListParameters")]
pub struct ListParameters {
    /// Date-time before which they were made, RFC 3339 with a zone.
    #[field(typescript = "string | { toJSON(): string }")]
    pub created_before: Option<DateTime<FixedOffset>>,
    /// ID of the access control system that manages credentials.
    pub credential_manager_acs_system_id: Option<String>,
    /// Part of a name, an ID or another text of it.
    #[field(secret, min_length = 1)]
    pub search: Option<String>,
    /// IDs of the user identities.
    pub user_identity_ids: Option<Vec<String>>,
    /// Most items per page.
    #[field(min = 1)]
    pub limit: Option<u32>,
    /// Cursor of the page, from the page before; everything else as for the page before.
    #[field(nullable, optional)]
    pub page_cursor: Option<String>,
}

/// What `add_acs_user` takes.
#[object(name = "UserIdentitiesAddAcsUserParameters")]
pub struct AddAcsUserParameters {
    /// ID of the user of the access control system.
    pub acs_user_id: String,
    /// ID of the user identity.
    pub user_identity_id: Option<String>,
    /// Your own key of the user identity.
    #[field(min_length = 1)]
    pub user_identity_key: Option<String>,
}

/// What `generate_instant_key` takes.
#[object(name = "UserIdentitiesGenerateInstantKeyParameters")]
pub struct GenerateInstantKeyParameters {
    /// ID of the user identity.
    pub user_identity_id: String,
    /// ID of the customization profile, which says how it looks.
    pub customization_profile_id: Option<String>,
    /// How often the key can be used; once unless given.
    #[field(min = 1)]
    pub max_use_count: Option<u32>,
}

/// What `grant_access_to_device` takes.
#[object(name = "UserIdentitiesGrantAccessToDeviceParameters")]
pub struct GrantAccessToDeviceParameters {
    /// ID of the device.
    pub device_id: String,
    /// ID of the user identity.
    pub user_identity_id: String,
}

/// What `list_accessible_devices` takes.
#[object(name = "UserIdentitiesListAccessibleDevicesParameters")]
pub struct ListAccessibleDevicesParameters {
    /// ID of the user identity.
    pub user_identity_id: String,
}

/// What `list_accessible_entrances` takes.
#[object(name = "UserIdentitiesListAccessibleEntrancesParameters")]
pub struct ListAccessibleEntrancesParameters {
    /// ID of the user identity.
    pub user_identity_id: String,
}

/// What `list_acs_systems` takes.
#[object(name = "UserIdentitiesListAcsSystemsParameters")]
pub struct ListAcsSystemsParameters {
    /// ID of the user identity.
    pub user_identity_id: String,
}

/// What `list_acs_users` takes.
#[object(name = "UserIdentitiesListAcsUsersParameters")]
pub struct ListAcsUsersParameters {
    /// ID of the user identity.
    pub user_identity_id: String,
}

/// What `merge` takes.
#[object(
    name = "UserIdentitiesMergeParameters",
    at_least_one(
        merged_user_identity_ids,
        merged_user_identity_keys,
        user_identity_id,
        user_identity_key
    )
)]
pub struct MergeParameters {
    /// IDs of the user identities that were merged into this one.
    #[field(min_items = 1, max_items = 20)]
    pub merged_user_identity_ids: Option<Vec<String>>,
    /// Your own keys of the user identities that were merged into this one.
    #[field(min_items = 1, max_items = 20, min_length = 1)]
    pub merged_user_identity_keys: Option<Vec<String>>,
    /// ID of the user identity.
    pub user_identity_id: Option<String>,
    /// Your own key of the user identity.
    #[field(min_length = 1)]
    pub user_identity_key: Option<String>,
}

/// What `remove_acs_user` takes.
#[object(name = "UserIdentitiesRemoveAcsUserParameters")]
pub struct RemoveAcsUserParameters {
    /// ID of the user of the access control system.
    pub acs_user_id: String,
    /// ID of the user identity.
    pub user_identity_id: String,
}

/// What `revoke_access_to_device` takes.
#[object(name = "UserIdentitiesRevokeAccessToDeviceParameters")]
pub struct RevokeAccessToDeviceParameters {
    /// ID of the device.
    pub device_id: String,
    /// ID of the user identity.
    pub user_identity_id: String,
}
