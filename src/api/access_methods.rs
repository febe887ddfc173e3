//! `/access_methods/**` (docs/api-facts.md#other-endpoints): finds the PINs, cards and mobile keys of access grants, issues and removes them.
//! Holds no resource: what replies hold is in `model`.

use alloc::vec::Vec;

use crate::api::{Endpoint, Namespace, Returns};
use crate::model::{AccessMethod, AccessMethodBatch, ActionAttempt};
use crate::schema::{names, object, summarized};

pub mod unmanaged;

/// Finds the PINs, cards and mobile keys of access grants, issues and removes them.
#[summarized]
pub const NAMESPACE: Namespace = Namespace {
    path: "access_methods",
    endpoints: &[
        &DELETE,
        &GET,
        &LIST,
        &ASSIGN_CARD,
        &ENCODE,
        &GET_RELATED,
        &UNLOCK_DOOR,
    ],
    children: &[&unmanaged::NAMESPACE],
};

/// Deletes an access method, or all of an access grant or a reservation: they open nothing any more.
#[summarized]
pub const DELETE: Endpoint<DeleteParameters, ()> = Endpoint {
    path: "/access_methods/delete",
    reply: Returns::NOTHING,
    // IDs are never used again, so a repeat finds nothing at worst.
    repeatable: true,
};

/// Reads one access method: the PIN, or the address of the mobile key.
#[summarized]
pub const GET: Endpoint<GetParameters, AccessMethod> = Endpoint {
    path: "/access_methods/get",
    reply: Returns::value("access_method"),
    repeatable: true,
};

/// Lists access methods, in pages. At least one filter is needed.
#[summarized]
pub const LIST: Endpoint<ListParameters, Vec<AccessMethod>> = Endpoint {
    path: "/access_methods/list",
    reply: Returns::pages("access_methods"),
    repeatable: true,
};

/// Gives a card that is known already to an access method.
#[summarized]
pub const ASSIGN_CARD: Endpoint<AssignCardParameters, ActionAttempt> = Endpoint {
    path: "/access_methods/assign_card",
    reply: Returns::value("action_attempt"),
    repeatable: false,
};

/// Writes an access method onto the card on an encoder.
#[summarized]
pub const ENCODE: Endpoint<EncodeParameters, ActionAttempt> = Endpoint {
    path: "/access_methods/encode",
    reply: Returns::value("action_attempt"),
    repeatable: false,
};

/// Reads access methods with what belongs to them: access grants, devices, entrances, instant keys and more.
#[summarized]
pub const GET_RELATED: Endpoint<GetRelatedParameters, AccessMethodBatch> = Endpoint {
    path: "/access_methods/get_related",
    reply: Returns::value("batch"),
    repeatable: true,
};

/// Unlocks an entrance from afar, with an access method that opens it.
#[summarized]
pub const UNLOCK_DOOR: Endpoint<UnlockDoorParameters, ActionAttempt> = Endpoint {
    path: "/access_methods/unlock_door",
    reply: Returns::value("action_attempt"),
    repeatable: false,
};

/// What `delete` takes.
#[object(
    name = "AccessMethodsDeleteParameters",
    at_least_one(access_grant_id, access_method_id, reservation_key)
)]
pub struct DeleteParameters {
    /// ID of the access grant.
    pub access_grant_id: Option<String>,
    /// ID of the access method.
    pub access_method_id: Option<String>,
    /// Your own key of the reservation.
    #[field(min_length = 1)]
    pub reservation_key: Option<String>,
}

/// What `get` takes.
#[object(name = "AccessMethodsGetParameters")]
pub struct GetParameters {
    /// ID of the access method.
    pub access_method_id: String,
}

/// What `list` takes.
#[object(
    name = "AccessMethodsListParameters",
    at_least_one(
        access_code_id,
        access_grant_id,
        access_grant_key,
        acs_entrance_id,
        device_id,
        space_id
    )
)]
pub struct ListParameters {
    /// ID of the access code.
    pub access_code_id: Option<String>,
    /// ID of the access grant.
    pub access_grant_id: Option<String>,
    /// Your own key of the access grant.
    #[field(min_length = 1)]
    pub access_grant_key: Option<String>,
    /// ID of the entrance.
    pub acs_entrance_id: Option<String>,
    /// ID of the device.
    pub device_id: Option<String>,
    /// ID of the space.
    pub space_id: Option<String>,
    /// Most items per page.
    #[field(min = 1)]
    pub limit: Option<u32>,
    /// Cursor of the page, from the page before; everything else as for the page before.
    #[field(nullable, optional)]
    pub page_cursor: Option<String>,
}

/// What `assign_card` takes.
#[object(name = "AccessMethodsAssignCardParameters")]
pub struct AssignCardParameters {
    /// ID of the access method.
    pub access_method_id: String,
    /// Number of the card.
    #[field(secret)]
    pub card_number: String,
}

/// What `encode` takes.
#[object(name = "AccessMethodsEncodeParameters")]
pub struct EncodeParameters {
    /// ID of the access method.
    pub access_method_id: String,
    /// ID of the encoder.
    pub acs_encoder_id: String,
}

/// What `get_related` takes.
#[object(name = "AccessMethodsGetRelatedParameters")]
pub struct GetRelatedParameters {
    /// IDs of the access methods.
    pub access_method_ids: Vec<String>,
    /// Kinds of resources to leave out.
    pub exclude: Option<Vec<AccessMethodRelatedKind>>,
    /// Kinds of resources to give; all unless given.
    pub include: Option<Vec<AccessMethodRelatedKind>>,
}

/// What `unlock_door` takes.
#[object(name = "AccessMethodsUnlockDoorParameters")]
pub struct UnlockDoorParameters {
    /// ID of the access method.
    pub access_method_id: String,
    /// ID of the entrance.
    pub acs_entrance_id: String,
}

/// Kind of resource that belongs to access methods.
#[names(closed)]
pub enum AccessMethodRelatedKind {
    Spaces,
    Devices,
    AcsEntrances,
    AccessGrants,
    AccessMethods,
    InstantKeys,
    ClientSessions,
    AcsCredentials,
}
