//! `instant_key`: an address that puts a mobile key onto a phone (docs/api-facts.md#other-endpoints).
//! Holds what servers reply; what callers give is with the parameters.

use chrono::{DateTime, Utc};

use crate::schema::object;

/// An address that puts a mobile key onto a phone.
#[object]
pub struct InstantKey {
    /// ID of the instant key.
    #[field(load_bearing)]
    pub instant_key_id: String,
    /// ID of the workspace.
    pub workspace_id: String,
    /// ID of the client session that goes with it.
    pub client_session_id: String,
    /// How it looks.
    pub customization: Option<InstantKeyCustomization>,
    /// ID of the customization profile, which says how it looks.
    pub customization_profile_id: Option<String>,
    /// Date-time until which the address works, RFC 3339.
    #[field(required)]
    pub expires_at: Option<DateTime<Utc>>,
    /// The address that puts the key onto a phone; whoever has it gets in.
    #[field(load_bearing, secret)]
    pub instant_key_url: String,
    /// ID of the user identity whom it is for.
    #[field(load_bearing)]
    pub user_identity_id: String,
    /// Date-time at which it was made, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
}

/// How an instant key looks.
#[object]
pub struct InstantKeyCustomization {
    /// URL of the logo.
    pub logo_url: Option<String>,
    /// Main color, in hexadecimal.
    pub primary_color: Option<String>,
    /// Second color, in hexadecimal.
    pub secondary_color: Option<String>,
}
