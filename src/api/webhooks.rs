//! `/webhooks/**` (docs/api-facts.md#workspaces-and-accounts and #other-endpoints): the endpoints that say where Seam sends events.
//! What events hold and how they are verified is not their business.

use alloc::vec::Vec;

use crate::api::{Endpoint, Namespace, Returns};
use crate::model::Webhook;
use crate::schema::{object, summarized};

/// Says to which URLs Seam sends events.
#[summarized]
pub const NAMESPACE: Namespace = Namespace {
    path: "webhooks",
    endpoints: &[&CREATE, &UPDATE, &DELETE, &GET, &LIST],
    children: &[],
};

/// Creates a webhook. Its secret verifies what it sends: keep it on your server.
#[summarized]
pub const CREATE: Endpoint<CreateParameters, Webhook> = Endpoint {
    path: "/webhooks/create",
    reply: Returns::value("webhook"),
    repeatable: false,
};

/// Changes which types of events a webhook sends.
#[summarized]
pub const UPDATE: Endpoint<UpdateParameters, ()> = Endpoint {
    path: "/webhooks/update",
    reply: Returns::NOTHING,
    // It puts a whole list in the place of another, so twice is once; the official client repeats it too.
    repeatable: true,
};

/// Deletes a webhook.
#[summarized]
pub const DELETE: Endpoint<DeleteParameters, ()> = Endpoint {
    path: "/webhooks/delete",
    reply: Returns::NOTHING,
    // IDs are never used again, so a repeat finds nothing at worst.
    repeatable: true,
};

/// Reads one webhook.
#[summarized]
pub const GET: Endpoint<GetParameters, Webhook> = Endpoint {
    path: "/webhooks/get",
    reply: Returns::value("webhook"),
    repeatable: true,
};

/// Lists all webhooks.
#[summarized]
pub const LIST: Endpoint<ListParameters, Vec<Webhook>> = Endpoint {
    path: "/webhooks/list",
    reply: Returns::value("webhooks"),
    repeatable: true,
};

/// What `create` takes.
#[object(name = "WebhooksCreateParameters")]
pub struct CreateParameters {
    /// URL to which the events are sent.
    pub url: String,
    /// Types of the events that are sent; `["*"]`, which is all of them, unless given.
    pub event_types: Option<Vec<String>>,
}

/// What `update` takes.
#[object(name = "WebhooksUpdateParameters")]
pub struct UpdateParameters {
    /// Types of the events that are sent from now on; `["*"]` for all of them.
    pub event_types: Vec<String>,
    /// ID of the webhook.
    pub webhook_id: String,
}

/// What `delete` takes.
#[object(name = "WebhooksDeleteParameters")]
pub struct DeleteParameters {
    /// ID of the webhook.
    #[field(min_length = 1)]
    pub webhook_id: String,
}

/// What `get` takes.
#[object(name = "WebhooksGetParameters")]
pub struct GetParameters {
    /// ID of the webhook.
    #[field(min_length = 1)]
    pub webhook_id: String,
}

/// What `list` takes: nothing.
#[object(name = "WebhooksListParameters")]
pub struct ListParameters {}
