//! `/access_codes/simulate/**` (docs/api-facts.md#access-codes-endpoints): what only a sandbox workspace does.
//! Holds nothing that reaches a real lock.

use crate::api::{Endpoint, Namespace, Returns};
use crate::model::UnmanagedAccessCode;
use crate::schema::{object, summarized};

/// Makes sandbox locks hold PINs that Seam has not set.
#[summarized]
pub const NAMESPACE: Namespace = Namespace {
    path: "access_codes/simulate",
    endpoints: &[&CREATE_UNMANAGED_ACCESS_CODE],
    children: &[],
};

/// Puts an unmanaged access code on a sandbox lock, as if someone had set it at the lock.
#[summarized]
pub const CREATE_UNMANAGED_ACCESS_CODE: Endpoint<CreateUnmanagedAccessCodeParameters, UnmanagedAccessCode> =
    Endpoint {
        path: "/access_codes/simulate/create_unmanaged_access_code",
        reply: Returns::value("access_code"),
        repeatable: false,
    };

/// What `create_unmanaged_access_code` takes.
#[object(name = "AccessCodesSimulateCreateUnmanagedAccessCodeParameters")]
pub struct CreateUnmanagedAccessCodeParameters {
    /// The PIN: 4 to 8 digits, fewer than `create` takes.
    #[field(secret, digits, min_length = 4, max_length = 8)]
    pub code: String,
    /// ID of the sandbox lock.
    pub device_id: String,
    /// Name for people.
    pub name: String,
}
