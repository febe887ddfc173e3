//! `/acs/access_groups/**` (docs/api-facts.md#other-endpoints): finds the groups of access control systems, and who is in them.
//! Holds no resource: what replies hold is in `model`.

use alloc::vec::Vec;

use crate::api::{Endpoint, Namespace, Returns};
use crate::model::{AcsAccessGroup, AcsEntrance, AcsUser};
use crate::schema::{object, summarized};

/// Finds the groups of access control systems, and who is in them.
#[summarized]
pub const NAMESPACE: Namespace = Namespace {
    path: "acs/access_groups",
    endpoints: &[
        &DELETE,
        &GET,
        &LIST,
        &ADD_USER,
        &LIST_ACCESSIBLE_ENTRANCES,
        &LIST_USERS,
        &REMOVE_USER,
    ],
    children: &[],
};

/// Deletes an access group.
#[summarized]
pub const DELETE: Endpoint<DeleteParameters, ()> = Endpoint {
    path: "/acs/access_groups/delete",
    reply: Returns::NOTHING,
    // IDs are never used again, so a repeat finds nothing at worst.
    repeatable: true,
};

/// Reads one access group.
#[summarized]
pub const GET: Endpoint<GetParameters, AcsAccessGroup> = Endpoint {
    path: "/acs/access_groups/get",
    reply: Returns::value("acs_access_group"),
    repeatable: true,
};

/// Lists access groups.
#[summarized]
pub const LIST: Endpoint<ListParameters, Vec<AcsAccessGroup>> = Endpoint {
    path: "/acs/access_groups/list",
    reply: Returns::value("acs_access_groups"),
    repeatable: true,
};

/// Adds a user to an access group: the user gets in where the group does.
#[summarized]
pub const ADD_USER: Endpoint<AddUserParameters, ()> = Endpoint {
    path: "/acs/access_groups/add_user",
    reply: Returns::NOTHING,
    repeatable: true,
};

/// Lists the entrances that an access group opens.
#[summarized]
pub const LIST_ACCESSIBLE_ENTRANCES: Endpoint<ListAccessibleEntrancesParameters, Vec<AcsEntrance>> =
    Endpoint {
        path: "/acs/access_groups/list_accessible_entrances",
        reply: Returns::value("acs_entrances"),
        repeatable: true,
    };

/// Lists the users in an access group.
#[summarized]
pub const LIST_USERS: Endpoint<ListUsersParameters, Vec<AcsUser>> = Endpoint {
    path: "/acs/access_groups/list_users",
    reply: Returns::value("acs_users"),
    repeatable: true,
};

/// Removes a user from an access group.
#[summarized]
pub const REMOVE_USER: Endpoint<RemoveUserParameters, ()> = Endpoint {
    path: "/acs/access_groups/remove_user",
    reply: Returns::NOTHING,
    repeatable: true,
};

/// What `delete` takes.
#[object(name = "AcsAccessGroupsDeleteParameters")]
pub struct DeleteParameters {
    /// ID of the access group.
    pub acs_access_group_id: String,
}

/// What `get` takes.
#[object(name = "AcsAccessGroupsGetParameters")]
pub struct GetParameters {
    /// ID of the access group.
    pub acs_access_group_id: String,
}

/// What `list` takes.
#[object(name = "AcsAccessGroupsListParameters")]
pub struct ListParameters {
    /// ID of the access control system.
    pub acs_system_id: Option<String>,
    /// ID of the user of the access control system.
    pub acs_user_id: Option<String>,
    /// Part of a name, an ID or another text of it.
    #[field(secret, min_length = 1)]
    pub search: Option<String>,
    /// ID of the user identity.
    pub user_identity_id: Option<String>,
}

/// What `add_user` takes.
#[object(name = "AcsAccessGroupsAddUserParameters")]
pub struct AddUserParameters {
    /// ID of the access group.
    pub acs_access_group_id: String,
    /// ID of the user of the access control system.
    pub acs_user_id: Option<String>,
    /// ID of the user identity.
    pub user_identity_id: Option<String>,
}

/// What `list_accessible_entrances` takes.
#[object(name = "AcsAccessGroupsListAccessibleEntrancesParameters")]
pub struct ListAccessibleEntrancesParameters {
    /// ID of the access group.
    pub acs_access_group_id: String,
}

/// What `list_users` takes.
#[object(name = "AcsAccessGroupsListUsersParameters")]
pub struct ListUsersParameters {
    /// ID of the access group.
    pub acs_access_group_id: String,
}

/// What `remove_user` takes.
#[object(name = "AcsAccessGroupsRemoveUserParameters")]
pub struct RemoveUserParameters {
    /// ID of the access group.
    pub acs_access_group_id: String,
    /// ID of the user of the access control system.
    pub acs_user_id: Option<String>,
    /// ID of the user identity.
    pub user_identity_id: Option<String>,
}
