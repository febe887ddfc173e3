//! `/phones/**` (docs/api-facts.md#other-endpoints): finds the phones that hold mobile keys.
//! Holds no resource: what replies hold is in `model`.

use alloc::vec::Vec;

use crate::api::{Endpoint, Namespace, Returns};
use crate::model::Phone;
use crate::schema::{object, summarized};

pub mod simulate;

/// Finds the phones that hold mobile keys.
#[summarized]
pub const NAMESPACE: Namespace = Namespace {
    path: "phones",
    endpoints: &[&GET, &LIST, &DEACTIVATE],
    children: &[&simulate::NAMESPACE],
};

/// Reads one phone.
#[summarized]
pub const GET: Endpoint<GetParameters, Phone> = Endpoint {
    path: "/phones/get",
    reply: Returns::value("phone"),
    repeatable: true,
};

/// Lists phones.
#[summarized]
pub const LIST: Endpoint<ListParameters, Vec<Phone>> = Endpoint {
    path: "/phones/list",
    reply: Returns::value("phones"),
    repeatable: true,
};

/// Deactivates a phone: its mobile keys no longer open anything.
#[summarized]
pub const DEACTIVATE: Endpoint<DeactivateParameters, ()> = Endpoint {
    path: "/phones/deactivate",
    reply: Returns::NOTHING,
    repeatable: true,
};

/// What `get` takes.
#[object(name = "PhonesGetParameters")]
pub struct GetParameters {
    /// ID of the device.
    pub device_id: String,
}

/// What `list` takes.
#[object(name = "PhonesListParameters")]
pub struct ListParameters {
    /// ID of the credential.
    pub acs_credential_id: Option<String>,
    /// ID of the user identity that owns the phones.
    pub owner_user_identity_id: Option<String>,
}

/// What `deactivate` takes.
#[object(name = "PhonesDeactivateParameters")]
pub struct DeactivateParameters {
    /// ID of the device.
    pub device_id: String,
}
