//! `/acs/systems/**` (docs/api-facts.md#other-endpoints): finds access control systems.
//! Holds no resource: what replies hold is in `model`.

use alloc::vec::Vec;

use crate::api::{Endpoint, Namespace, Returns};
use crate::model::AcsSystem;
use crate::schema::{object, summarized};

/// Finds access control systems.
#[summarized]
pub const NAMESPACE: Namespace = Namespace {
    path: "acs/systems",
    endpoints: &[
        &GET,
        &LIST,
        &LIST_COMPATIBLE_CREDENTIAL_MANAGER_ACS_SYSTEMS,
        &REPORT_DEVICES,
    ],
    children: &[],
};

/// Reads one access control system.
#[summarized]
pub const GET: Endpoint<GetParameters, AcsSystem> = Endpoint {
    path: "/acs/systems/get",
    reply: Returns::value("acs_system"),
    repeatable: true,
};

/// Lists access control systems.
#[summarized]
pub const LIST: Endpoint<ListParameters, Vec<AcsSystem>> = Endpoint {
    path: "/acs/systems/list",
    reply: Returns::value("acs_systems"),
    repeatable: true,
};

/// Lists the systems that can manage the credentials of an access control system.
#[summarized]
pub const LIST_COMPATIBLE_CREDENTIAL_MANAGER_ACS_SYSTEMS: Endpoint<
    ListCompatibleCredentialManagerAcsSystemsParameters,
    Vec<AcsSystem>,
> = Endpoint {
    path: "/acs/systems/list_compatible_credential_manager_acs_systems",
    reply: Returns::value("acs_systems"),
    repeatable: true,
};

/// Tells Seam which encoders and entrances an access control system has, where its provider does not.
#[summarized]
pub const REPORT_DEVICES: Endpoint<ReportDevicesParameters, ()> = Endpoint {
    path: "/acs/systems/report_devices",
    reply: Returns::NOTHING,
    repeatable: false,
};

/// What `get` takes.
#[object(name = "AcsSystemsGetParameters")]
pub struct GetParameters {
    /// ID of the access control system.
    pub acs_system_id: String,
}

/// What `list` takes.
#[object(name = "AcsSystemsListParameters")]
pub struct ListParameters {
    /// ID of the connected account.
    pub connected_account_id: Option<String>,
    /// Your own key of the customer.
    #[field(min_length = 1)]
    pub customer_key: Option<String>,
    /// Part of a name, an ID or another text of it.
    #[field(secret, min_length = 1)]
    pub search: Option<String>,
}

/// What `list_compatible_credential_manager_acs_systems` takes.
#[object(name = "AcsSystemsListCompatibleCredentialManagerAcsSystemsParameters")]
pub struct ListCompatibleCredentialManagerAcsSystemsParameters {
    /// ID of the access control system.
    pub acs_system_id: String,
}

/// What `report_devices` takes.
#[object(name = "AcsSystemsReportDevicesParameters")]
pub struct ReportDevicesParameters {
    /// ID of the access control system.
    pub acs_system_id: String,
    /// Encoders of the system.
    pub acs_encoders: Option<Vec<ReportedAcsEncoder>>,
    /// Entrances of the system.
    pub acs_entrances: Option<Vec<ReportedAcsEntrance>>,
}

/// An encoder that Seam is told of.
#[object]
pub struct ReportedAcsEncoder {
    /// What only Hotek knows.
    pub hotek_metadata: Option<ReportedHotekEncoder>,
    /// Whether it has been removed.
    pub is_removed: Option<bool>,
}

/// What Hotek knows of an encoder.
#[object]
pub struct ReportedHotekEncoder {
    /// Number of the encoder.
    pub encoder_number: Option<String>,
}

/// An entrance that Seam is told of.
#[object]
pub struct ReportedAcsEntrance {
    /// What only Hotek knows.
    pub hotek_metadata: Option<ReportedHotekEntrance>,
    /// Whether it has been removed.
    pub is_removed: Option<bool>,
}

/// What Hotek knows of an entrance.
#[object]
pub struct ReportedHotekEntrance {
    /// Name of the common area.
    pub common_area_name: Option<String>,
    /// Number of the common area.
    pub common_area_number: Option<String>,
    /// Number of the room.
    pub room_number: Option<String>,
}
