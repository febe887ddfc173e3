//! `acs_encoder`: what reads and writes cards (docs/api-facts.md#other-endpoints).
//! Holds what servers reply; what callers give is with the parameters.

use chrono::{DateTime, Utc};

use crate::model::Notice;
use crate::schema::{object, union};

/// What reads and writes the cards of an access control system.
#[object]
pub struct AcsEncoder {
    /// ID of the encoder.
    #[field(load_bearing)]
    pub acs_encoder_id: String,
    /// ID of the workspace.
    pub workspace_id: String,
    /// ID of the access control system.
    pub acs_system_id: String,
    /// ID of the connected account.
    pub connected_account_id: String,
    /// Name to show to people.
    pub display_name: String,
    /// What keeps it from working.
    pub errors: Vec<AcsEncoderError>,
    /// Date-time at which it was made, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
}

/// What keeps an encoder from working.
#[union(tag = "error_code", unlisted = Notice)]
pub enum AcsEncoderError {
    /// It was removed from the system.
    AcsEncoderRemoved(Notice),
}
