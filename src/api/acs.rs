//! `/acs/**` (docs/api-facts.md#other-endpoints): access control systems: their entrances, users, credentials and encoders.
//! Holds no resource: what replies hold is in `model`.

use crate::api::Namespace;
use crate::schema::summarized;

pub mod access_groups;
pub mod credentials;
pub mod encoders;
pub mod entrances;
pub mod systems;
pub mod users;

/// Access control systems: their entrances, users, credentials and encoders.
#[summarized]
pub const NAMESPACE: Namespace = Namespace {
    path: "acs",
    endpoints: &[],
    children: &[
        &access_groups::NAMESPACE,
        &credentials::NAMESPACE,
        &encoders::NAMESPACE,
        &entrances::NAMESPACE,
        &systems::NAMESPACE,
        &users::NAMESPACE,
    ],
};
