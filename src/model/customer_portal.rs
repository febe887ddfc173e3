//! `customer_portal`: a page for one customer (docs/api-facts.md#other-endpoints).
//! Holds what servers reply; what callers give is with the parameters.

use chrono::{DateTime, Utc};

use crate::schema::object;

/// A page of yours, run by Seam, for one customer.
#[object]
pub struct CustomerPortal {
    /// ID of the workspace.
    pub workspace_id: String,
    /// Your own key of the customer.
    pub customer_key: String,
    /// Date-time until which the address works, RFC 3339.
    #[field(required)]
    pub expires_at: Option<DateTime<Utc>>,
    /// The address; whoever has it gets in.
    #[field(load_bearing, secret)]
    pub url: String,
    /// Date-time at which it was made, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
}
