//! `/spaces/**` (docs/api-facts.md#other-endpoints): groups devices and entrances into spaces, such as homes, rooms and floors.
//! Holds no resource: what replies hold is in `model`.

use alloc::vec::Vec;

use crate::api::{Endpoint, Namespace, Returns};
use crate::model::{Space, SpaceBatch, SpaceCustomerData};
use crate::schema::{names, object, summarized};

/// Groups devices and entrances into spaces, such as homes, rooms and floors.
#[summarized]
pub const NAMESPACE: Namespace = Namespace {
    path: "spaces",
    endpoints: &[
        &CREATE,
        &UPDATE,
        &DELETE,
        &GET,
        &LIST,
        &ADD_ACS_ENTRANCES,
        &ADD_CONNECTED_ACCOUNT,
        &ADD_DEVICES,
        &GET_RELATED,
        &REMOVE_ACS_ENTRANCES,
        &REMOVE_CONNECTED_ACCOUNT,
        &REMOVE_DEVICES,
    ],
    children: &[],
};

/// Makes a space: a home, a room, a floor, with the devices and entrances in it.
#[summarized]
pub const CREATE: Endpoint<CreateParameters, Space> = Endpoint {
    path: "/spaces/create",
    reply: Returns::value("space"),
    repeatable: false,
};

/// Changes a space. What is left out stays as it is.
#[summarized]
pub const UPDATE: Endpoint<UpdateParameters, Space> = Endpoint {
    path: "/spaces/update",
    reply: Returns::value("space"),
    // A repeat could undo what someone else changed in between.
    repeatable: false,
};

/// Deletes a space. Devices and entrances stay.
#[summarized]
pub const DELETE: Endpoint<DeleteParameters, ()> = Endpoint {
    path: "/spaces/delete",
    reply: Returns::NOTHING,
    // IDs are never used again, so a repeat finds nothing at worst.
    repeatable: true,
};

/// Reads one space, by its ID or your own key.
#[summarized]
pub const GET: Endpoint<GetParameters, Space> = Endpoint {
    path: "/spaces/get",
    reply: Returns::value("space"),
    repeatable: true,
};

/// Lists spaces, in pages.
#[summarized]
pub const LIST: Endpoint<ListParameters, Vec<Space>> = Endpoint {
    path: "/spaces/list",
    reply: Returns::pages("spaces"),
    repeatable: true,
};

/// Adds entrances to a space.
#[summarized]
pub const ADD_ACS_ENTRANCES: Endpoint<AddAcsEntrancesParameters, ()> = Endpoint {
    path: "/spaces/add_acs_entrances",
    reply: Returns::NOTHING,
    repeatable: true,
};

/// Adds all devices of a connected account to a space.
#[summarized]
pub const ADD_CONNECTED_ACCOUNT: Endpoint<AddConnectedAccountParameters, ()> = Endpoint {
    path: "/spaces/add_connected_account",
    reply: Returns::NOTHING,
    repeatable: true,
};

/// Adds devices to a space.
#[summarized]
pub const ADD_DEVICES: Endpoint<AddDevicesParameters, ()> = Endpoint {
    path: "/spaces/add_devices",
    reply: Returns::NOTHING,
    repeatable: true,
};

/// Reads spaces with what belongs to them: devices, entrances, access methods and more.
#[summarized]
pub const GET_RELATED: Endpoint<GetRelatedParameters, SpaceBatch> = Endpoint {
    path: "/spaces/get_related",
    reply: Returns::value("batch"),
    repeatable: true,
};

/// Takes entrances out of a space.
#[summarized]
pub const REMOVE_ACS_ENTRANCES: Endpoint<RemoveAcsEntrancesParameters, ()> = Endpoint {
    path: "/spaces/remove_acs_entrances",
    reply: Returns::NOTHING,
    repeatable: true,
};

/// Takes all devices of a connected account out of a space.
#[summarized]
pub const REMOVE_CONNECTED_ACCOUNT: Endpoint<RemoveConnectedAccountParameters, ()> = Endpoint {
    path: "/spaces/remove_connected_account",
    reply: Returns::NOTHING,
    repeatable: true,
};

/// Takes devices out of a space.
#[summarized]
pub const REMOVE_DEVICES: Endpoint<RemoveDevicesParameters, ()> = Endpoint {
    path: "/spaces/remove_devices",
    reply: Returns::NOTHING,
    repeatable: true,
};

/// What `create` takes.
#[object(name = "SpacesCreateParameters")]
pub struct CreateParameters {
    /// Name, for people.
    pub name: String,
    /// IDs of the entrances.
    pub acs_entrance_ids: Option<Vec<String>>,
    /// IDs of the connected accounts.
    pub connected_account_ids: Option<Vec<String>>,
    /// What you know of the space for its guests.
    pub customer_data: Option<SpaceCustomerData>,
    /// Your own key of the customer.
    #[field(min_length = 1)]
    pub customer_key: Option<String>,
    /// IDs of the devices.
    pub device_ids: Option<Vec<String>>,
    /// Your own key of the space.
    #[field(min_length = 1)]
    pub space_key: Option<String>,
}

/// What `update` takes.
#[object(name = "SpacesUpdateParameters")]
pub struct UpdateParameters {
    /// IDs of the entrances.
    pub acs_entrance_ids: Option<Vec<String>>,
    /// What you know of the space for its guests.
    pub customer_data: Option<SpaceCustomerData>,
    /// IDs of the devices.
    pub device_ids: Option<Vec<String>>,
    /// Name, for people.
    pub name: Option<String>,
    /// ID of the space.
    pub space_id: Option<String>,
    /// Your own key of the space.
    #[field(min_length = 1)]
    pub space_key: Option<String>,
    /// ID of the space that this one is in; undocumented.
    pub parent_space_id: Option<String>,
    /// Your own key of the space that this one is in; undocumented.
    #[field(min_length = 1)]
    pub parent_space_key: Option<String>,
}

/// What `delete` takes.
#[object(name = "SpacesDeleteParameters")]
pub struct DeleteParameters {
    /// ID of the space.
    pub space_id: String,
}

/// What `get` takes.
#[object(name = "SpacesGetParameters", at_least_one(space_id, space_key))]
pub struct GetParameters {
    /// ID of the space.
    pub space_id: Option<String>,
    /// Your own key of the space.
    #[field(min_length = 1)]
    pub space_key: Option<String>,
}

/// What `list` takes.
#[object(name = "SpacesListParameters")]
pub struct ListParameters {
    /// Your own key of the customer.
    #[field(min_length = 1)]
    pub customer_key: Option<String>,
    /// Part of a name, an ID or another text of it.
    #[field(secret, min_length = 1)]
    pub search: Option<String>,
    /// Your own key of the space.
    #[field(min_length = 1)]
    pub space_key: Option<String>,
    /// ID of the connected account; undocumented.
    pub connected_account_id: Option<String>,
    /// ID of the space that this one is in; undocumented.
    pub parent_space_id: Option<String>,
    /// Your own key of the space that this one is in; undocumented.
    #[field(min_length = 1)]
    pub parent_space_key: Option<String>,
    /// Most items per page.
    #[field(min = 1)]
    pub limit: Option<u32>,
    /// Cursor of the page, from the page before; everything else as for the page before.
    #[field(nullable, optional)]
    pub page_cursor: Option<String>,
}

/// What `add_acs_entrances` takes.
#[object(name = "SpacesAddAcsEntrancesParameters")]
pub struct AddAcsEntrancesParameters {
    /// IDs of the entrances.
    #[field(min_items = 1)]
    pub acs_entrance_ids: Vec<String>,
    /// ID of the space.
    pub space_id: String,
}

/// What `add_connected_account` takes.
#[object(name = "SpacesAddConnectedAccountParameters")]
pub struct AddConnectedAccountParameters {
    /// ID of the connected account.
    pub connected_account_id: String,
    /// ID of the space.
    pub space_id: String,
}

/// What `add_devices` takes.
#[object(name = "SpacesAddDevicesParameters")]
pub struct AddDevicesParameters {
    /// IDs of the devices.
    #[field(min_items = 1)]
    pub device_ids: Vec<String>,
    /// ID of the space.
    pub space_id: String,
}

/// What `get_related` takes.
#[object(
    name = "SpacesGetRelatedParameters",
    at_least_one(exclude, include, space_ids, space_keys)
)]
pub struct GetRelatedParameters {
    /// Kinds of resources to leave out.
    pub exclude: Option<Vec<SpaceRelatedKind>>,
    /// Kinds of resources to give; all unless given.
    pub include: Option<Vec<SpaceRelatedKind>>,
    /// IDs of the spaces.
    pub space_ids: Option<Vec<String>>,
    /// Your own keys of the spaces.
    #[field(min_length = 1)]
    pub space_keys: Option<Vec<String>>,
}

/// What `remove_acs_entrances` takes.
#[object(name = "SpacesRemoveAcsEntrancesParameters")]
pub struct RemoveAcsEntrancesParameters {
    /// IDs of the entrances.
    pub acs_entrance_ids: Vec<String>,
    /// ID of the space.
    pub space_id: String,
}

/// What `remove_connected_account` takes.
#[object(name = "SpacesRemoveConnectedAccountParameters")]
pub struct RemoveConnectedAccountParameters {
    /// ID of the connected account.
    pub connected_account_id: String,
    /// ID of the space.
    pub space_id: String,
}

/// What `remove_devices` takes.
#[object(name = "SpacesRemoveDevicesParameters")]
pub struct RemoveDevicesParameters {
    /// IDs of the devices.
    pub device_ids: Vec<String>,
    /// ID of the space.
    pub space_id: String,
}

/// Kind of resource that belongs to spaces.
#[names(closed)]
pub enum SpaceRelatedKind {
    Spaces,
    Devices,
    AcsEntrances,
    ConnectedAccounts,
    AcsSystems,
    AccessMethods,
}
