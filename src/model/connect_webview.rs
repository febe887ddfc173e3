//! `connect_webview`: the page on which a user connects an account (docs/api-facts.md#workspaces-and-accounts).
//! Its URL lets whoever has it in: it is described here and shown nowhere.

use alloc::collections::BTreeMap;
use alloc::string::String;

use chrono::{DateTime, Utc};

use crate::model::ProviderCapability;
use crate::schema::{Value, names, object};

/// A page on which one user logs in to one account, once, and so lets Seam reach its devices.
#[object]
pub struct ConnectWebview {
    /// ID of the Connect Webview.
    #[field(load_bearing)]
    pub connect_webview_id: String,
    /// ID of the workspace that owns the Connect Webview.
    #[field(load_bearing)]
    pub workspace_id: String,
    /// ID of the account that was connected; null until it is.
    #[field(load_bearing, nullable)]
    pub connected_account_id: Option<String>,
    /// How far the user has come.
    #[field(load_bearing)]
    pub status: ConnectWebviewStatus,
    /// URL of the page, to open or embed for the user. It carries a token: give it to this user alone and do not log it.
    #[field(secret)]
    pub url: String,
    /// Whether the user has logged in.
    #[field(required)]
    pub login_successful: Option<bool>,
    /// Provider that the user has chosen; null until then.
    #[field(nullable, left_out)]
    pub selected_provider: Option<String>,
    /// Date-time at which the user has let Seam in, RFC 3339; null until then.
    #[field(nullable, left_out)]
    pub authorized_at: Option<DateTime<Utc>>,
    /// Date-time at which it was created, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
    /// Providers among which the user can choose.
    pub accepted_providers: Vec<String>,
    /// Whether the user can choose any provider.
    #[field(required)]
    pub any_provider_allowed: Option<bool>,
    /// Kinds of devices that are taken over from the account.
    pub accepted_capabilities: Vec<ProviderCapability>,
    /// Whether and how the user chooses among the account's devices.
    pub device_selection_mode: DeviceSelectionMode,
    /// Whether devices that are found in the account become managed by themselves.
    #[field(required)]
    pub automatically_manage_new_devices: Option<bool>,
    /// Whether the Connect Webview is complete only when all devices of the account are there.
    #[field(required)]
    pub wait_for_device_creation: Option<bool>,
    /// URL to which the user goes in the end; null where there is none.
    #[field(nullable)]
    pub custom_redirect_url: Option<String>,
    /// URL to which the user goes after an error; null for `custom_redirect_url`.
    #[field(nullable)]
    pub custom_redirect_failure_url: Option<String>,
    /// Your own keys and values: strings and booleans. The connected account gets them too.
    #[field(typescript = "Record<string, string | boolean>")]
    pub custom_metadata: BTreeMap<String, Value>,
    /// Key of the customer that the account is to belong to.
    pub customer_key: Option<String>,
    /// Never used.
    #[field(deprecated = "never used; do without")]
    pub accepted_devices: Option<Vec<String>>,
    /// Never used.
    #[field(deprecated = "never used; do without")]
    pub any_device_allowed: Option<bool>,
}

/// How far the user of a Connect Webview has come.
#[names]
pub enum ConnectWebviewStatus {
    Pending,
    Failed,
    Authorized,
}

/// Whether and how the user of a Connect Webview chooses among the account's devices.
#[names]
pub enum DeviceSelectionMode {
    None,
    Single,
    Multiple,
}
