//! `/connected_accounts/**` (docs/api-facts.md#workspaces-and-accounts and #other-endpoints): the endpoints about users' accounts at providers.
//! Accounts come to be in Connect Webviews; `simulate` has a file of its own.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use crate::api::{Endpoint, Namespace, Returns};
use crate::model::{ConnectedAccount, ProviderCapability};
use crate::schema::{Value, object, summarized};

pub mod simulate;

/// Finds, changes and removes users' accounts at providers.
#[summarized]
pub const NAMESPACE: Namespace = Namespace {
    path: "connected_accounts",
    endpoints: &[&UPDATE, &DELETE, &GET, &LIST, &SYNC],
    children: &[&simulate::NAMESPACE],
};

/// Changes a connected account. What is left out stays as it is.
#[summarized]
pub const UPDATE: Endpoint<UpdateParameters, ()> = Endpoint {
    path: "/connected_accounts/update",
    reply: Returns::NOTHING,
    repeatable: false,
};

/// Removes a connected account from Seam, with its devices and their access codes. The locks keep the PINs that they have.
#[summarized]
pub const DELETE: Endpoint<DeleteParameters, ()> = Endpoint {
    path: "/connected_accounts/delete",
    reply: Returns::NOTHING,
    // IDs are never used again, so a repeat finds nothing at worst.
    repeatable: true,
};

/// Reads one connected account, by its ID or its user's e-mail address.
#[summarized]
pub const GET: Endpoint<GetParameters, ConnectedAccount> = Endpoint {
    path: "/connected_accounts/get",
    reply: Returns::value("connected_account"),
    repeatable: true,
};

/// Lists connected accounts, in pages. Not for client sessions, unless they are a customer's.
#[summarized]
pub const LIST: Endpoint<ListParameters, Vec<ConnectedAccount>> = Endpoint {
    path: "/connected_accounts/list",
    reply: Returns::pages("connected_accounts"),
    repeatable: true,
};

/// Asks Seam to read the account's devices at the provider anew. What comes of it tell the account's events, errors and warnings.
#[summarized]
pub const SYNC: Endpoint<SyncParameters, ()> = Endpoint {
    path: "/connected_accounts/sync",
    reply: Returns::NOTHING,
    repeatable: false,
};

/// What `update` takes.
#[object(name = "ConnectedAccountsUpdateParameters")]
pub struct UpdateParameters {
    /// ID of the connected account.
    pub connected_account_id: String,
    /// Name for people, 1 to 255 characters.
    #[field(min_length = 1, max_length = 255)]
    pub display_name: Option<String>,
    /// Kinds of devices that are taken over from the account.
    #[field(listed)]
    pub accepted_capabilities: Option<Vec<ProviderCapability>>,
    /// Whether devices that are found in the account become managed by themselves.
    pub automatically_manage_new_devices: Option<bool>,
    /// Your own keys and values: at most 50, keys of up to 40 characters without a dot; strings of up to 500 characters and booleans.
    /// They take the place of all that were there; null removes a key.
    #[field(typescript = "Record<string, string | boolean | null>")]
    pub custom_metadata: Option<BTreeMap<String, Value>>,
    /// Key of the customer that the account, with all that belongs to it, is moved to; only if it has no customer yet.
    #[field(min_length = 1)]
    pub customer_key: Option<String>,
}

/// What `delete` takes.
#[object(name = "ConnectedAccountsDeleteParameters")]
pub struct DeleteParameters {
    /// ID of the connected account.
    pub connected_account_id: String,
    /// Whether the server waits until all is removed before it answers; internal, false unless given.
    pub sync: Option<bool>,
}

/// What `get` takes.
#[object(
    name = "ConnectedAccountsGetParameters",
    at_least_one(connected_account_id, email)
)]
pub struct GetParameters {
    /// ID of the connected account.
    pub connected_account_id: Option<String>,
    /// E-mail address of the account's user.
    #[field(secret)]
    pub email: Option<String>,
}

/// What `list` takes. Every filter narrows.
#[object(name = "ConnectedAccountsListParameters")]
pub struct ListParameters {
    /// Key of the customer that the accounts belong to.
    #[field(min_length = 1)]
    pub customer_key: Option<String>,
    /// ID of the space that the accounts are in.
    pub space_id: Option<String>,
    /// Your own key of the user that the accounts belong to.
    #[field(secret, min_length = 1)]
    pub user_identifier_key: Option<String>,
    /// Keys and values that the accounts' `custom_metadata` has; null for keys that it does not have.
    #[field(typescript = "Record<string, string | boolean | null>")]
    pub custom_metadata_has: Option<BTreeMap<String, Value>>,
    /// Part of an ID, a kind of account, a customer's key, a value of `custom_metadata`, or the user's name, e-mail address or phone number.
    #[field(secret, min_length = 1)]
    pub search: Option<String>,
    /// Most accounts per page; 11,000 unless given.
    #[field(min = 1)]
    pub limit: Option<u32>,
    /// Cursor of the page, from the page before; everything else as for the page before.
    #[field(nullable, optional)]
    pub page_cursor: Option<String>,
}

/// What `sync` takes.
#[object(name = "ConnectedAccountsSyncParameters")]
pub struct SyncParameters {
    /// ID of the connected account.
    pub connected_account_id: String,
}
