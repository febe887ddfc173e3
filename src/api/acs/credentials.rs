//! `/acs/credentials/**` (docs/api-facts.md#other-endpoints): makes, changes, finds and removes the credentials of access control systems.
//! Holds no resource: what replies hold is in `model`.

use alloc::vec::Vec;

use chrono::{DateTime, FixedOffset};

use crate::api::{Endpoint, Namespace, Returns};
use crate::model::{AccessMethodMode, AcsCredential, AcsEntrance, VisionlineCardFunctionType};
use crate::schema::{names, object, summarized};

/// Makes, changes, finds and removes the credentials of access control systems.
#[summarized]
pub const NAMESPACE: Namespace = Namespace {
    path: "acs/credentials",
    endpoints: &[
        &CREATE,
        &UPDATE,
        &DELETE,
        &GET,
        &LIST,
        &ASSIGN,
        &LIST_ACCESSIBLE_ENTRANCES,
        &UNASSIGN,
    ],
    children: &[],
};

/// Makes a credential for a user: a card, a PIN or a mobile key.
#[summarized]
pub const CREATE: Endpoint<CreateParameters, AcsCredential> = Endpoint {
    path: "/acs/credentials/create",
    reply: Returns::value("acs_credential"),
    repeatable: false,
};

/// Changes the PIN or the end of a credential. What is left out stays as it is.
#[summarized]
pub const UPDATE: Endpoint<UpdateParameters, ()> = Endpoint {
    path: "/acs/credentials/update",
    reply: Returns::NOTHING,
    // A repeat could undo what someone else changed in between.
    repeatable: false,
};

/// Deletes a credential: it opens nothing any more.
#[summarized]
pub const DELETE: Endpoint<DeleteParameters, ()> = Endpoint {
    path: "/acs/credentials/delete",
    reply: Returns::NOTHING,
    // IDs are never used again, so a repeat finds nothing at worst.
    repeatable: true,
};

/// Reads one credential.
#[summarized]
pub const GET: Endpoint<GetParameters, AcsCredential> = Endpoint {
    path: "/acs/credentials/get",
    reply: Returns::value("acs_credential"),
    repeatable: true,
};

/// Lists credentials, in pages.
#[summarized]
pub const LIST: Endpoint<ListParameters, Vec<AcsCredential>> = Endpoint {
    path: "/acs/credentials/list",
    reply: Returns::pages("acs_credentials"),
    repeatable: true,
};

/// Gives a credential to a user.
#[summarized]
pub const ASSIGN: Endpoint<AssignParameters, ()> = Endpoint {
    path: "/acs/credentials/assign",
    reply: Returns::NOTHING,
    // A repeat could undo what someone else changed in between.
    repeatable: false,
};

/// Lists the entrances that a credential opens.
#[summarized]
pub const LIST_ACCESSIBLE_ENTRANCES: Endpoint<ListAccessibleEntrancesParameters, Vec<AcsEntrance>> =
    Endpoint {
        path: "/acs/credentials/list_accessible_entrances",
        reply: Returns::value("acs_entrances"),
        repeatable: true,
    };

/// Takes a credential away from its user.
#[summarized]
pub const UNASSIGN: Endpoint<UnassignParameters, ()> = Endpoint {
    path: "/acs/credentials/unassign",
    reply: Returns::NOTHING,
    // A repeat could undo what someone else changed in between.
    repeatable: false,
};

/// What `create` takes.
#[object(name = "AcsCredentialsCreateParameters", ordered(starts_at, ends_at))]
pub struct CreateParameters {
    /// How it opens.
    #[field(listed)]
    pub access_method: AccessMethodMode,
    /// ID of the access control system.
    pub acs_system_id: Option<String>,
    /// ID of the user of the access control system.
    pub acs_user_id: Option<String>,
    /// IDs of the entrances that it opens.
    pub allowed_acs_entrance_ids: Option<Vec<String>>,
    /// What only ASSA ABLOY Vostio knows.
    pub assa_abloy_vostio_metadata: Option<VostioCredentialParameters>,
    /// The PIN, digits only.
    #[field(secret, digits)]
    pub code: Option<String>,
    /// ID of the access control system that manages credentials.
    pub credential_manager_acs_system_id: Option<String>,
    /// Date-time from which it holds, RFC 3339 with a zone.
    #[field(typescript = "string | { toJSON(): string }")]
    pub starts_at: Option<DateTime<FixedOffset>>,
    /// Date-time until which it holds, RFC 3339 with a zone, after `starts_at`.
    #[field(typescript = "string | { toJSON(): string }")]
    pub ends_at: Option<DateTime<FixedOffset>>,
    /// Whether it opens from several phones.
    pub is_multi_phone_sync_credential: Option<bool>,
    /// What only Salto Space knows.
    pub salto_space_metadata: Option<SaltoSpaceCredentialParameters>,
    /// ID of the user identity.
    pub user_identity_id: Option<String>,
    /// What only Visionline knows.
    pub visionline_metadata: Option<VisionlineCredentialParameters>,
    /// What only Hotek knows; undocumented.
    pub hotek_metadata: Option<HotekCredentialParameters>,
}

/// What `update` takes.
#[object(name = "AcsCredentialsUpdateParameters")]
pub struct UpdateParameters {
    /// ID of the credential.
    pub acs_credential_id: String,
    /// The PIN, digits only.
    #[field(secret, digits)]
    pub code: Option<String>,
    /// Date-time until which it holds, RFC 3339 with a zone, after `starts_at`.
    #[field(typescript = "string | { toJSON(): string }")]
    pub ends_at: Option<DateTime<FixedOffset>>,
}

/// What `delete` takes.
#[object(name = "AcsCredentialsDeleteParameters")]
pub struct DeleteParameters {
    /// ID of the credential.
    pub acs_credential_id: String,
}

/// What `get` takes.
#[object(name = "AcsCredentialsGetParameters")]
pub struct GetParameters {
    /// ID of the credential.
    pub acs_credential_id: String,
}

/// What `list` takes.
#[object(name = "AcsCredentialsListParameters")]
pub struct ListParameters {
    /// ID of the access control system.
    pub acs_system_id: Option<String>,
    /// ID of the user of the access control system.
    pub acs_user_id: Option<String>,
    /// Date-time before which they were made, RFC 3339 with a zone.
    #[field(typescript = "string | { toJSON(): string }")]
    pub created_before: Option<DateTime<FixedOffset>>,
    /// Whether it opens from several phones.
    pub is_multi_phone_sync_credential: Option<bool>,
    /// Part of a name, an ID or another text of it.
    #[field(secret, min_length = 1)]
    pub search: Option<String>,
    /// ID of the user identity.
    pub user_identity_id: Option<String>,
    /// Most items per page.
    #[field(min = 1)]
    pub limit: Option<u32>,
    /// Cursor of the page, from the page before; everything else as for the page before.
    #[field(nullable, optional)]
    pub page_cursor: Option<String>,
}

/// What `assign` takes.
#[object(name = "AcsCredentialsAssignParameters")]
pub struct AssignParameters {
    /// ID of the credential.
    pub acs_credential_id: String,
    /// ID of the user of the access control system.
    pub acs_user_id: Option<String>,
    /// ID of the user identity.
    pub user_identity_id: Option<String>,
}

/// What `list_accessible_entrances` takes.
#[object(name = "AcsCredentialsListAccessibleEntrancesParameters")]
pub struct ListAccessibleEntrancesParameters {
    /// ID of the credential.
    pub acs_credential_id: String,
}

/// What `unassign` takes.
#[object(name = "AcsCredentialsUnassignParameters")]
pub struct UnassignParameters {
    /// ID of the credential.
    pub acs_credential_id: String,
    /// ID of the user of the access control system.
    pub acs_user_id: Option<String>,
    /// ID of the user identity.
    pub user_identity_id: Option<String>,
}

/// What only ASSA ABLOY Vostio takes for a credential.
#[object]
pub struct VostioCredentialParameters {
    /// Whether it joins the cards that open the same doors already, instead of replacing them.
    pub auto_join: Option<bool>,
    /// Whether it joins the cards of all guest entrances.
    pub join_all_guest_acs_entrances: Option<bool>,
    /// Whether it replaces the cards of all guest entrances.
    pub override_all_guest_acs_entrances: Option<bool>,
    /// IDs of the guest entrances whose cards it replaces.
    pub override_guest_acs_entrance_ids: Option<Vec<String>>,
}

/// What only Salto Space takes for a credential.
#[object]
pub struct SaltoSpaceCredentialParameters {
    /// Whether a new key is assigned first.
    pub assign_new_key: Option<bool>,
}

/// What only Visionline takes for a credential.
#[object]
pub struct VisionlineCredentialParameters {
    /// Whether it joins the cards that open the same doors already, instead of replacing them.
    pub auto_join: Option<bool>,
    /// Format of the card.
    pub card_format: Option<VisionlineCredentialFormat>,
    /// Whom the card is for.
    #[field(listed)]
    pub card_function_type: Option<VisionlineCardFunctionType>,
    /// IDs of the credentials that it joins.
    pub joiner_acs_credential_ids: Option<Vec<String>>,
    /// Whether it replaces the cards that open the same doors.
    pub r#override: Option<bool>,
}

/// What only Hotek takes for a credential; undocumented.
#[object]
pub struct HotekCredentialParameters {
    /// Whether it joins the cards that open the same doors already, instead of replacing them.
    pub auto_join: Option<bool>,
    /// Whether it replaces the cards that open the same doors.
    pub r#override: Option<bool>,
}

/// Format of a Visionline card.
#[names(closed)]
pub enum VisionlineCredentialFormat {
    #[name("TLCode")]
    TlCode,
    Rfid48,
}
