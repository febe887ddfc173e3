//! `/instant_keys/**` (docs/api-facts.md#other-endpoints): finds and removes instant keys: addresses that put a mobile key onto a phone.
//! Holds no resource: what replies hold is in `model`.

use alloc::vec::Vec;

use crate::api::{Endpoint, Namespace, Returns};
use crate::model::InstantKey;
use crate::schema::{object, summarized};

/// Finds and removes instant keys: addresses that put a mobile key onto a phone.
#[summarized]
pub const NAMESPACE: Namespace = Namespace {
    path: "instant_keys",
    endpoints: &[&DELETE, &GET, &LIST],
    children: &[],
};

/// Deletes an instant key: it opens nothing any more.
#[summarized]
pub const DELETE: Endpoint<DeleteParameters, ()> = Endpoint {
    path: "/instant_keys/delete",
    reply: Returns::NOTHING,
    // IDs are never used again, so a repeat finds nothing at worst.
    repeatable: true,
};

/// Reads one instant key, by its ID or its address.
#[summarized]
pub const GET: Endpoint<GetParameters, InstantKey> = Endpoint {
    path: "/instant_keys/get",
    reply: Returns::value("instant_key"),
    repeatable: true,
};

/// Lists instant keys.
#[summarized]
pub const LIST: Endpoint<ListParameters, Vec<InstantKey>> = Endpoint {
    path: "/instant_keys/list",
    reply: Returns::value("instant_keys"),
    repeatable: true,
};

/// What `delete` takes.
#[object(name = "InstantKeysDeleteParameters")]
pub struct DeleteParameters {
    /// ID of the instant key.
    pub instant_key_id: String,
}

/// What `get` takes.
#[object(
    name = "InstantKeysGetParameters",
    at_least_one(instant_key_id, instant_key_url)
)]
pub struct GetParameters {
    /// ID of the instant key.
    pub instant_key_id: Option<String>,
    /// The address that puts the key onto a phone; whoever has it gets in.
    #[field(secret)]
    pub instant_key_url: Option<String>,
}

/// What `list` takes.
#[object(name = "InstantKeysListParameters")]
pub struct ListParameters {
    /// ID of the user identity.
    pub user_identity_id: Option<String>,
}
