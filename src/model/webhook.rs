//! `webhook`: where Seam sends events (docs/api-facts.md#workspaces-and-accounts).
//! Its secret is a credential: it is described here and shown nowhere. What events hold and how they are signed is not its business.

use crate::schema::object;

/// A URL to which Seam sends events of some types.
#[object]
pub struct Webhook {
    /// ID of the webhook.
    #[field(load_bearing)]
    pub webhook_id: String,
    /// URL to which the events are sent.
    pub url: String,
    /// Types of the events that are sent; `*` stands for all of them.
    pub event_types: Option<Vec<String>>,
    /// Secret by which events are verified to come from Seam; for your server alone.
    #[field(secret)]
    pub secret: Option<String>,
}
