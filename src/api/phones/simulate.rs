//! `/phones/simulate/**` (docs/api-facts.md#other-endpoints): makes phones in a sandbox workspace.
//! Holds no resource: what replies hold is in `model`.

use crate::api::{Endpoint, Namespace, Returns};
use crate::model::Phone;
use crate::schema::{names, object, summarized};

/// Makes phones in a sandbox workspace.
#[summarized]
pub const NAMESPACE: Namespace = Namespace {
    path: "phones/simulate",
    endpoints: &[&CREATE_SANDBOX_PHONE],
    children: &[],
};

/// Makes a phone in a sandbox workspace.
#[summarized]
pub const CREATE_SANDBOX_PHONE: Endpoint<CreateSandboxPhoneParameters, Phone> = Endpoint {
    path: "/phones/simulate/create_sandbox_phone",
    reply: Returns::value("phone"),
    repeatable: false,
};

/// What `create_sandbox_phone` takes.
#[object(name = "PhonesSimulateCreateSandboxPhoneParameters")]
pub struct CreateSandboxPhoneParameters {
    /// ID of the user identity.
    pub user_identity_id: String,
    /// What the ASSA ABLOY credential service would know of the phone.
    pub assa_abloy_metadata: Option<SandboxPhoneAssaAbloyMetadata>,
    /// ID that your app gives to its installation on the phone.
    pub custom_sdk_installation_id: Option<String>,
    /// What the phone would tell of itself.
    pub phone_metadata: Option<SandboxPhoneMetadata>,
}

/// What the ASSA ABLOY credential service would know of a phone.
#[object]
pub struct SandboxPhoneAssaAbloyMetadata {
    /// Version of the app.
    pub application_version: Option<String>,
    /// Whether it has Bluetooth Low Energy.
    pub ble_capability: Option<bool>,
    /// Whether it can stand in for a card (HCE).
    pub hce_capability: Option<bool>,
    /// Whether it has NFC.
    pub nfc_capability: Option<bool>,
    /// Version of the Seos applet.
    pub seos_applet_version: Option<String>,
    /// ID of the Seos endpoint.
    pub seos_tsm_endpoint_id: Option<f64>,
}

/// What a phone would tell of itself.
#[object]
pub struct SandboxPhoneMetadata {
    /// Manufacturer of the phone.
    pub device_manufacturer: Option<String>,
    /// Model of the phone.
    pub device_model: Option<String>,
    /// Operating system.
    pub operating_system: Option<PhoneOperatingSystem>,
    /// Version of the operating system.
    pub os_version: Option<String>,
}

/// Operating system of a phone.
#[names(closed)]
pub enum PhoneOperatingSystem {
    Android,
    Ios,
}
