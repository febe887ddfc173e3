//! `/access_codes/unmanaged/**` (docs/api-facts.md#access-codes-endpoints): PINs that are on locks without Seam having set them.
//! Their names repeat those of managed codes; the parameters differ.

use alloc::vec::Vec;

use crate::api::{Endpoint, Namespace, Returns};
use crate::model::UnmanagedAccessCode;
use crate::schema::{object, summarized};

/// Finds the PINs that Seam has not set, takes them over and removes them.
#[summarized]
pub const NAMESPACE: Namespace = Namespace {
    path: "access_codes/unmanaged",
    endpoints: &[&GET, &LIST, &UPDATE, &CONVERT_TO_MANAGED, &DELETE],
    children: &[],
};

/// Reads one unmanaged access code, by its ID or by device and PIN.
#[summarized]
pub const GET: Endpoint<GetParameters, UnmanagedAccessCode> = Endpoint {
    path: "/access_codes/unmanaged/get",
    reply: Returns::value("access_code"),
    repeatable: true,
};

/// Lists the unmanaged access codes of a device, in pages.
#[summarized]
pub const LIST: Endpoint<ListParameters, Vec<UnmanagedAccessCode>> = Endpoint {
    path: "/access_codes/unmanaged/list",
    reply: Returns::pages("access_codes"),
    repeatable: true,
};

/// Changes an unmanaged access code; the one change there is makes it managed.
#[summarized]
pub const UPDATE: Endpoint<UpdateParameters, ()> = Endpoint {
    path: "/access_codes/unmanaged/update",
    reply: Returns::NOTHING,
    repeatable: false,
};

/// Makes an unmanaged access code a managed one, with its PIN and its time frame.
#[summarized]
pub const CONVERT_TO_MANAGED: Endpoint<ConvertToManagedParameters, ()> = Endpoint {
    path: "/access_codes/unmanaged/convert_to_managed",
    reply: Returns::NOTHING,
    repeatable: false,
};

/// Deletes an unmanaged access code from its lock.
#[summarized]
pub const DELETE: Endpoint<DeleteParameters, ()> = Endpoint {
    path: "/access_codes/unmanaged/delete",
    reply: Returns::NOTHING,
    // IDs are never used again, so a repeat finds nothing at worst.
    repeatable: true,
};

/// What `get` takes: `access_code_id` alone, or both `device_id` and `code`.
#[object(
    name = "AccessCodesUnmanagedGetParameters",
    at_least_one(access_code_id, code, device_id)
)]
pub struct GetParameters {
    /// ID of the access code.
    pub access_code_id: Option<String>,
    /// ID of the device that holds the code; together with `code`.
    pub device_id: Option<String>,
    /// The PIN, as the lock has it: not every one is of digits; together with `device_id`.
    #[field(secret, min_length = 1)]
    pub code: Option<String>,
}

/// What `list` takes.
#[object(name = "AccessCodesUnmanagedListParameters")]
pub struct ListParameters {
    /// ID of the device that holds the codes.
    pub device_id: String,
    /// Part of a name, PIN or ID.
    #[field(secret, min_length = 1)]
    pub search: Option<String>,
    /// Your own key of the user that the codes belong to.
    #[field(secret, min_length = 1)]
    pub user_identifier_key: Option<String>,
    /// Most codes per page; 300,000 unless given.
    #[field(min = 1)]
    pub limit: Option<u32>,
    /// Cursor of the page, from the page before; everything else as for the page before.
    #[field(nullable, optional)]
    pub page_cursor: Option<String>,
}

/// What `update` takes.
#[object(name = "AccessCodesUnmanagedUpdateParameters")]
pub struct UpdateParameters {
    /// ID of the access code.
    pub access_code_id: String,
    /// True makes the code a managed one.
    pub is_managed: bool,
    /// Whether a change made outside Seam is left as it is.
    pub is_external_modification_allowed: Option<bool>,
    /// Older name of `is_external_modification_allowed`.
    pub allow_external_modification: Option<bool>,
    /// Whether to take over also a code that another Seam workspace manages.
    pub force: Option<bool>,
}

/// What `convert_to_managed` takes.
#[object(name = "AccessCodesUnmanagedConvertToManagedParameters")]
pub struct ConvertToManagedParameters {
    /// ID of the access code.
    pub access_code_id: String,
    /// Whether a change made outside Seam is left as it is.
    pub is_external_modification_allowed: Option<bool>,
    /// Older name of `is_external_modification_allowed`.
    pub allow_external_modification: Option<bool>,
    /// Whether to take over also a code that another Seam workspace manages.
    pub force: Option<bool>,
    /// Whether the server waits for the lock before it answers; internal, false unless given.
    pub sync: Option<bool>,
}

/// What `delete` takes.
#[object(name = "AccessCodesUnmanagedDeleteParameters")]
pub struct DeleteParameters {
    /// ID of the access code.
    pub access_code_id: String,
    /// Whether the server waits for the lock before it answers; internal, false unless given.
    pub sync: Option<bool>,
}
