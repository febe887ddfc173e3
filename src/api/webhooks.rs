//! `/webhooks/**` (sections 4.4 and 5 of the API's facts): the endpoints that say where Seam sends events.
//! What events hold and how they are verified is not their business.

use alloc::vec::Vec;

use crate::api::{Endpoint, Namespace, Reply};
use crate::model::Webhook;
use crate::schema::{ObjectSchema, Schema, object, summarized};

/// Says to which URLs Seam sends events.
#[summarized]
pub const NAMESPACE: Namespace = Namespace {
    path: "webhooks",
    endpoints: &[&CREATE, &UPDATE, &DELETE, &GET, &LIST],
    children: &[],
};

/// Creates a webhook. Its secret verifies what it sends: keep it on your server.
#[summarized]
pub const CREATE: Endpoint = Endpoint {
    path: "/webhooks/create",
    parameters: CreateParameters::OBJECT,
    reply: Reply::value("webhook", Webhook::TYPE),
    repeatable: false,
};

/// Changes which types of events a webhook sends.
#[summarized]
pub const UPDATE: Endpoint = Endpoint {
    path: "/webhooks/update",
    parameters: UpdateParameters::OBJECT,
    reply: Reply::Empty,
    // It puts a whole list in the place of another, so twice is once; the official client repeats it too.
    repeatable: true,
};

/// Deletes a webhook.
#[summarized]
pub const DELETE: Endpoint = Endpoint {
    path: "/webhooks/delete",
    parameters: DeleteParameters::OBJECT,
    reply: Reply::Empty,
    // IDs are never used again, so a repeat finds nothing at worst.
    repeatable: true,
};

/// Reads one webhook.
#[summarized]
pub const GET: Endpoint = Endpoint {
    path: "/webhooks/get",
    parameters: GetParameters::OBJECT,
    reply: Reply::value("webhook", Webhook::TYPE),
    repeatable: true,
};

/// Lists all webhooks.
#[summarized]
pub const LIST: Endpoint = Endpoint {
    path: "/webhooks/list",
    parameters: ListParameters::OBJECT,
    reply: Reply::value("webhooks", <Vec<Webhook>>::TYPE),
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
