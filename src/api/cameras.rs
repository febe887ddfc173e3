//! `/cameras/**` (docs/api-facts.md#other-endpoints): cameras.
//! Holds no resource: what replies hold is in `model`.

use crate::api::Namespace;
use crate::schema::summarized;

pub mod live_views;

/// Cameras.
#[summarized]
pub const NAMESPACE: Namespace = Namespace {
    path: "cameras",
    endpoints: &[],
    children: &[&live_views::NAMESPACE],
};
