//! `/acs/encoders/**` (docs/api-facts.md#other-endpoints): reads and writes cards.
//! Holds no resource: what replies hold is in `model`.

use alloc::vec::Vec;

use crate::api::{Endpoint, Namespace, Returns};
use crate::model::{AcsEncoder, ActionAttempt};
use crate::schema::{object, summarized};

pub mod simulate;

/// Reads and writes cards.
#[summarized]
pub const NAMESPACE: Namespace = Namespace {
    path: "acs/encoders",
    endpoints: &[
        &GET,
        &LIST,
        &ENCODE_CREDENTIAL,
        &SCAN_CREDENTIAL,
        &SCAN_TO_ASSIGN_CREDENTIAL,
    ],
    children: &[&simulate::NAMESPACE],
};

/// Reads one encoder.
#[summarized]
pub const GET: Endpoint<GetParameters, AcsEncoder> = Endpoint {
    path: "/acs/encoders/get",
    reply: Returns::value("acs_encoder"),
    repeatable: true,
};

/// Lists encoders, in pages.
#[summarized]
pub const LIST: Endpoint<ListParameters, Vec<AcsEncoder>> = Endpoint {
    path: "/acs/encoders/list",
    reply: Returns::pages("acs_encoders"),
    repeatable: true,
};

/// Writes a credential onto the card on an encoder.
#[summarized]
pub const ENCODE_CREDENTIAL: Endpoint<EncodeCredentialParameters, ActionAttempt> = Endpoint {
    path: "/acs/encoders/encode_credential",
    reply: Returns::value("action_attempt"),
    repeatable: false,
};

/// Reads the card on an encoder.
#[summarized]
pub const SCAN_CREDENTIAL: Endpoint<ScanCredentialParameters, ActionAttempt> = Endpoint {
    path: "/acs/encoders/scan_credential",
    reply: Returns::value("action_attempt"),
    repeatable: false,
};

/// Reads the card on an encoder and gives it to a user.
#[summarized]
pub const SCAN_TO_ASSIGN_CREDENTIAL: Endpoint<ScanToAssignCredentialParameters, ActionAttempt> = Endpoint {
    path: "/acs/encoders/scan_to_assign_credential",
    reply: Returns::value("action_attempt"),
    repeatable: false,
};

/// What `get` takes.
#[object(name = "AcsEncodersGetParameters")]
pub struct GetParameters {
    /// ID of the encoder.
    pub acs_encoder_id: String,
}

/// What `list` takes.
#[object(name = "AcsEncodersListParameters")]
pub struct ListParameters {
    /// IDs of the encoders.
    pub acs_encoder_ids: Option<Vec<String>>,
    /// ID of the access control system.
    pub acs_system_id: Option<String>,
    /// IDs of the access control systems.
    pub acs_system_ids: Option<Vec<String>>,
    /// Most items per page.
    #[field(min = 1)]
    pub limit: Option<u32>,
    /// Cursor of the page, from the page before; everything else as for the page before.
    #[field(nullable, optional)]
    pub page_cursor: Option<String>,
}

/// What `encode_credential` takes.
#[object(name = "AcsEncodersEncodeCredentialParameters")]
pub struct EncodeCredentialParameters {
    /// ID of the encoder.
    pub acs_encoder_id: String,
    /// ID of the access method.
    pub access_method_id: Option<String>,
    /// ID of the credential.
    pub acs_credential_id: Option<String>,
}

/// What `scan_credential` takes.
#[object(name = "AcsEncodersScanCredentialParameters")]
pub struct ScanCredentialParameters {
    /// ID of the encoder.
    pub acs_encoder_id: String,
    /// What only Salto KS knows.
    pub salto_ks_metadata: Option<SaltoKsScanParameters>,
}

/// What `scan_to_assign_credential` takes.
#[object(name = "AcsEncodersScanToAssignCredentialParameters")]
pub struct ScanToAssignCredentialParameters {
    /// ID of the encoder.
    pub acs_encoder_id: String,
    /// ID of the user of the access control system.
    pub acs_user_id: Option<String>,
    /// What only Salto KS knows.
    pub salto_ks_metadata: Option<SaltoKsScanParameters>,
    /// ID of the user identity.
    pub user_identity_id: Option<String>,
}

/// What only Salto KS takes for a scan.
#[object]
pub struct SaltoKsScanParameters {
    /// Whether a tag that Salto does not know yet is detected.
    pub detect_new_tags: Option<bool>,
}
