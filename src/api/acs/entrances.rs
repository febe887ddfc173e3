//! `/acs/entrances/**` (docs/api-facts.md#other-endpoints): finds the entrances of access control systems, and opens them.
//! Holds no resource: what replies hold is in `model`.

use alloc::vec::Vec;

use crate::api::{Endpoint, Namespace, Returns};
use crate::model::{AcsCredential, AcsEntrance, ActionAttempt};
use crate::schema::{names, object, summarized};

/// Finds the entrances of access control systems, and opens them.
#[summarized]
pub const NAMESPACE: Namespace = Namespace {
    path: "acs/entrances",
    endpoints: &[&GET, &LIST, &GRANT_ACCESS, &LIST_CREDENTIALS_WITH_ACCESS, &UNLOCK],
    children: &[],
};

/// Reads one entrance.
#[summarized]
pub const GET: Endpoint<GetParameters, AcsEntrance> = Endpoint {
    path: "/acs/entrances/get",
    reply: Returns::value("acs_entrance"),
    repeatable: true,
};

/// Lists entrances, in pages.
#[summarized]
pub const LIST: Endpoint<ListParameters, Vec<AcsEntrance>> = Endpoint {
    path: "/acs/entrances/list",
    reply: Returns::pages("acs_entrances"),
    repeatable: true,
};

/// Lets a user in through an entrance.
#[summarized]
pub const GRANT_ACCESS: Endpoint<GrantAccessParameters, ()> = Endpoint {
    path: "/acs/entrances/grant_access",
    reply: Returns::NOTHING,
    repeatable: false,
};

/// Lists the credentials that open an entrance.
#[summarized]
pub const LIST_CREDENTIALS_WITH_ACCESS: Endpoint<ListCredentialsWithAccessParameters, Vec<AcsCredential>> =
    Endpoint {
        path: "/acs/entrances/list_credentials_with_access",
        reply: Returns::value("acs_credentials"),
        repeatable: true,
    };

/// Unlocks an entrance from afar, with a credential that opens it.
#[summarized]
pub const UNLOCK: Endpoint<UnlockParameters, ActionAttempt> = Endpoint {
    path: "/acs/entrances/unlock",
    reply: Returns::value("action_attempt"),
    repeatable: false,
};

/// What `get` takes.
#[object(name = "AcsEntrancesGetParameters")]
pub struct GetParameters {
    /// ID of the entrance.
    pub acs_entrance_id: String,
}

/// What `list` takes.
#[object(name = "AcsEntrancesListParameters")]
pub struct ListParameters {
    /// ID of the access method.
    pub access_method_id: Option<String>,
    /// ID of the credential.
    pub acs_credential_id: Option<String>,
    /// IDs of the entrances.
    pub acs_entrance_ids: Option<Vec<String>>,
    /// ID of the access control system.
    pub acs_system_id: Option<String>,
    /// ID of the connected account.
    pub connected_account_id: Option<String>,
    /// Your own key of the customer.
    #[field(min_length = 1)]
    pub customer_key: Option<String>,
    /// ID of the space.
    #[field(nullable, optional, deprecated = "use `space_id`")]
    pub location_id: Option<String>,
    /// Part of a name, an ID or another text of it.
    #[field(secret, min_length = 1)]
    pub search: Option<String>,
    /// ID of the space.
    pub space_id: Option<String>,
    /// Most items per page.
    #[field(min = 1)]
    pub limit: Option<u32>,
    /// Cursor of the page, from the page before; everything else as for the page before.
    #[field(nullable, optional)]
    pub page_cursor: Option<String>,
}

/// What `grant_access` takes.
#[object(name = "AcsEntrancesGrantAccessParameters")]
pub struct GrantAccessParameters {
    /// ID of the entrance.
    pub acs_entrance_id: String,
    /// ID of the user of the access control system.
    pub acs_user_id: Option<String>,
    /// ID of the user identity.
    pub user_identity_id: Option<String>,
}

/// What `list_credentials_with_access` takes.
#[object(name = "AcsEntrancesListCredentialsWithAccessParameters")]
pub struct ListCredentialsWithAccessParameters {
    /// ID of the entrance.
    pub acs_entrance_id: String,
    /// Conditions that the credentials meet; internal to the API.
    pub include_if: Option<Vec<CredentialCondition>>,
}

/// What `unlock` takes.
#[object(name = "AcsEntrancesUnlockParameters")]
pub struct UnlockParameters {
    /// ID of the credential.
    pub acs_credential_id: String,
    /// ID of the entrance.
    pub acs_entrance_id: String,
}

/// Condition that credentials meet.
#[names(closed)]
pub enum CredentialCondition {
    #[name("visionline_metadata.is_valid")]
    VisionlineMetadataIsValid,
}
