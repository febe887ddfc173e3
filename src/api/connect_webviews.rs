//! `/connect_webviews/**` (docs/api-facts.md#workspaces-and-accounts and #other-endpoints): the endpoints about the pages on which users
//! connect accounts. What comes of them is a connected account, which has endpoints of its own.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use crate::api::{Endpoint, Namespace, Returns};
use crate::model::{
    ConnectWebview, DeviceProviderName, DeviceSelectionMode, ProviderCapability, ProviderCategory,
};
use crate::schema::{Value, object, summarized};

/// Makes pages on which users connect their accounts.
#[summarized]
pub const NAMESPACE: Namespace = Namespace {
    path: "connect_webviews",
    endpoints: &[&CREATE, &DELETE, &GET, &LIST],
    children: &[],
};

/// Creates a Connect Webview: one for each user and login. Open its URL for the user, then read it until its status tells.
#[summarized]
pub const CREATE: Endpoint<CreateParameters, ConnectWebview> = Endpoint {
    path: "/connect_webviews/create",
    reply: Returns::value("connect_webview"),
    repeatable: false,
};

/// Deletes a Connect Webview. Those that are done with need not be deleted.
#[summarized]
pub const DELETE: Endpoint<DeleteParameters, ()> = Endpoint {
    path: "/connect_webviews/delete",
    reply: Returns::NOTHING,
    // IDs are never used again, so a repeat finds nothing at worst.
    repeatable: true,
};

/// Reads one Connect Webview.
#[summarized]
pub const GET: Endpoint<GetParameters, ConnectWebview> = Endpoint {
    path: "/connect_webviews/get",
    reply: Returns::value("connect_webview"),
    repeatable: true,
};

/// Lists Connect Webviews, in pages.
#[summarized]
pub const LIST: Endpoint<ListParameters, Vec<ConnectWebview>> = Endpoint {
    path: "/connect_webviews/list",
    reply: Returns::pages("connect_webviews"),
    repeatable: true,
};

/// What `create` takes.
#[object(name = "ConnectWebviewsCreateParameters")]
pub struct CreateParameters {
    /// Providers among which the user can choose; rather than `provider_category`.
    #[field(listed)]
    pub accepted_providers: Option<Vec<DeviceProviderName>>,
    /// Category of the providers among which the user can choose; rather than `accepted_providers`.
    #[field(listed)]
    pub provider_category: Option<ProviderCategory>,
    /// Providers among which the user cannot choose.
    pub excluded_providers: Option<Vec<String>>,
    /// Kinds of devices that are taken over from the account; those that go with its provider unless given.
    #[field(listed)]
    pub accepted_capabilities: Option<Vec<ProviderCapability>>,
    /// Whether devices that are found in the account become managed by themselves.
    pub automatically_manage_new_devices: Option<bool>,
    /// Whether the Connect Webview is complete only when all devices of the account are there; false unless given.
    pub wait_for_device_creation: Option<bool>,
    /// URL to which the user goes in the end.
    pub custom_redirect_url: Option<String>,
    /// URL to which the user goes after an error; `custom_redirect_url` unless given.
    pub custom_redirect_failure_url: Option<String>,
    /// Your own keys and values, which the connected account gets too: at most 50, keys of up to 40 characters without a dot; strings
    /// of up to 500 characters and booleans; null removes a key.
    #[field(typescript = "Record<string, string | boolean | null>")]
    pub custom_metadata: Option<BTreeMap<String, Value>>,
    /// Key of the customer that the account, with all that belongs to it, is to belong to.
    #[field(min_length = 1)]
    pub customer_key: Option<String>,
    /// Whether and how the user chooses among the account's devices.
    #[field(listed, deprecated = "Seam does not support it; leave it out")]
    pub device_selection_mode: Option<DeviceSelectionMode>,
}

/// What `delete` takes.
#[object(name = "ConnectWebviewsDeleteParameters")]
pub struct DeleteParameters {
    /// ID of the Connect Webview.
    pub connect_webview_id: String,
}

/// What `get` takes.
#[object(name = "ConnectWebviewsGetParameters")]
pub struct GetParameters {
    /// ID of the Connect Webview.
    pub connect_webview_id: String,
}

/// What `list` takes. Every filter narrows.
#[object(name = "ConnectWebviewsListParameters")]
pub struct ListParameters {
    /// Key of the customer that the accounts are to belong to.
    #[field(min_length = 1)]
    pub customer_key: Option<String>,
    /// Your own key of the user whom the Connect Webviews are for.
    #[field(secret, min_length = 1)]
    pub user_identifier_key: Option<String>,
    /// Keys and values that the Connect Webviews' `custom_metadata` has; null for keys that it does not have.
    #[field(typescript = "Record<string, string | boolean | null>")]
    pub custom_metadata_has: Option<BTreeMap<String, Value>>,
    /// Part of an ID, a provider, a value of `custom_metadata` or a customer's key.
    #[field(secret, min_length = 1)]
    pub search: Option<String>,
    /// Most Connect Webviews per page; 500 unless given.
    #[field(min = 1)]
    pub limit: Option<u32>,
    /// Cursor of the page, from the page before; everything else as for the page before.
    #[field(nullable, optional)]
    pub page_cursor: Option<String>,
}
