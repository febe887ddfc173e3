//! `/access_methods/unmanaged/**` (docs/api-facts.md#other-endpoints): finds access methods that Seam did not create.
//! Holds no resource: what replies hold is in `model`.

use alloc::vec::Vec;

use crate::api::{Endpoint, Namespace, Returns};
use crate::model::UnmanagedAccessMethod;
use crate::schema::{object, summarized};

/// Finds access methods that Seam did not create.
#[summarized]
pub const NAMESPACE: Namespace = Namespace {
    path: "access_methods/unmanaged",
    endpoints: &[&GET, &LIST],
    children: &[],
};

/// Reads one unmanaged access method.
#[summarized]
pub const GET: Endpoint<GetParameters, UnmanagedAccessMethod> = Endpoint {
    path: "/access_methods/unmanaged/get",
    reply: Returns::value("access_method"),
    repeatable: true,
};

/// Lists the unmanaged access methods of an access grant.
#[summarized]
pub const LIST: Endpoint<ListParameters, Vec<UnmanagedAccessMethod>> = Endpoint {
    path: "/access_methods/unmanaged/list",
    reply: Returns::value("access_methods"),
    repeatable: true,
};

/// What `get` takes.
#[object(name = "AccessMethodsUnmanagedGetParameters")]
pub struct GetParameters {
    /// ID of the access method.
    pub access_method_id: String,
}

/// What `list` takes.
#[object(name = "AccessMethodsUnmanagedListParameters")]
pub struct ListParameters {
    /// ID of the access grant.
    pub access_grant_id: String,
    /// ID of the entrance.
    pub acs_entrance_id: Option<String>,
    /// ID of the device.
    pub device_id: Option<String>,
    /// ID of the space.
    pub space_id: Option<String>,
}
