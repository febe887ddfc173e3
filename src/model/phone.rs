//! `phone`: a phone that holds mobile keys (docs/api-facts.md#other-endpoints).
//! Holds what servers reply; what callers give is with the parameters.

use alloc::collections::BTreeMap;
use alloc::string::String;

use chrono::{DateTime, Utc};

use crate::model::{AssaAbloyCredentialServiceMetadata, SaltoSpaceCredentialServiceMetadata};
use crate::schema::{Value, names, object};

/// A phone that holds mobile keys.
#[object]
pub struct Phone {
    /// ID of the phone.
    #[field(load_bearing)]
    pub device_id: String,
    /// ID of the workspace.
    pub workspace_id: String,
    /// Your own keys and values: strings and booleans.
    #[field(required, typescript = "Record<string, string | boolean>")]
    pub custom_metadata: Option<BTreeMap<String, Value>>,
    /// Kind of the phone.
    pub device_type: PhoneType,
    /// Name to show to people.
    pub display_name: String,
    /// Name that was given to it.
    pub nickname: Option<String>,
    /// What only the services of mobile keys know of it.
    pub properties: PhoneProperties,
    /// What keeps it from working.
    pub errors: Vec<PhoneError>,
    /// What may trouble it.
    pub warnings: Vec<PhoneWarning>,
    /// Date-time at which it was made, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
}

/// Kind of a phone.
#[names]
pub enum PhoneType {
    IosPhone,
    AndroidPhone,
}

/// What only the services of mobile keys know of a phone.
#[object]
pub struct PhoneProperties {
    /// What only the ASSA ABLOY credential service knows.
    pub assa_abloy_credential_service_metadata: Option<AssaAbloyCredentialServiceMetadata>,
    /// What only the Salto Space credential service knows.
    pub salto_space_credential_service_metadata: Option<SaltoSpaceCredentialServiceMetadata>,
}

/// What keeps it from working.
#[object]
pub struct PhoneError {
    /// Name of what went wrong; an open set.
    pub error_code: String,
    /// What is going on, for people; free text.
    pub message: String,
    /// Date-time at which it was made, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
}

/// What may trouble it.
#[object]
pub struct PhoneWarning {
    /// Name of what it is; an open set.
    pub warning_code: String,
    /// What is going on, for people; free text.
    pub message: String,
    /// Date-time at which it was made, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
}
