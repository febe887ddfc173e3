//! `connected_account`: a user's account at a provider (docs/api-facts.md#workspaces-and-accounts).
//! Its errors and warnings have files of their own.

use alloc::collections::BTreeMap;
use alloc::string::String;

use chrono::{DateTime, Utc};

use crate::model::{ConnectedAccountError, ConnectedAccountWarning};
use crate::schema::{Value, names, object};

/// A user's account at a provider, which the user lets Seam reach.
#[object]
pub struct ConnectedAccount {
    /// ID of the connected account.
    #[field(load_bearing)]
    pub connected_account_id: String,
    /// Name for people.
    pub display_name: String,
    /// What kind of account it is, as the API writes it.
    pub account_type: Option<String>,
    /// What kind of account it is, for people.
    pub account_type_display_name: String,
    /// URL of the provider's logo.
    pub image_url: Option<String>,
    /// Date-time at which it was connected, RFC 3339.
    pub created_at: Option<DateTime<Utc>>,
    /// What keeps the account from working.
    #[field(left_out)]
    pub errors: Option<Vec<ConnectedAccountError>>,
    /// What may trouble the account or its devices.
    #[field(left_out)]
    pub warnings: Option<Vec<ConnectedAccountWarning>>,
    /// Kinds of devices that are taken over from the account.
    pub accepted_capabilities: Vec<ProviderCapability>,
    /// Whether devices that are found in the account become managed by themselves.
    #[field(required)]
    pub automatically_manage_new_devices: Option<bool>,
    /// Your own keys and values: strings and booleans.
    #[field(typescript = "Record<string, string | boolean>")]
    pub custom_metadata: BTreeMap<String, Value>,
    /// Key of the customer that the account belongs to.
    pub customer_key: Option<String>,
    /// IANA time zone of the account, as `America/Los_Angeles`.
    pub time_zone: Option<String>,
    /// When guests arrive unless a reservation says otherwise: 24-hour time, as `15:00`.
    pub default_checkin_time: Option<String>,
    /// When guests leave unless a reservation says otherwise: 24-hour time, as `11:00`.
    pub default_checkout_time: Option<String>,
    /// Platform that the iCal feed comes from, as `airbnb`; `unknown` where that cannot be told.
    pub ical_feed_origin: Option<String>,
    // Private calendars are protected by nothing but their URL.
    /// URL of the iCal feed. Whoever has it can read the calendar: do not log it.
    #[field(secret)]
    pub ical_url: Option<String>,
    /// Who the user is at the provider.
    #[field(deprecated = "use `display_name`")]
    pub user_identifier: Option<ConnectedAccountUserIdentifier>,
}

/// Who a user is at a provider.
#[object]
pub struct ConnectedAccountUserIdentifier {
    /// User name.
    #[field(secret)]
    pub username: Option<String>,
    /// E-mail address.
    #[field(secret)]
    pub email: Option<String>,
    /// Phone number.
    #[field(secret)]
    pub phone: Option<String>,
    /// URL of the provider's API.
    pub api_url: Option<String>,
    /// Whether the identifier is of this account alone.
    pub exclusive: Option<bool>,
}

/// A kind of device that can be taken over from an account.
#[names]
pub enum ProviderCapability {
    Lock,
    Thermostat,
    NoiseSensor,
    AccessControl,
    Camera,
    Speaker,
}
