//! `unmanaged_access_method`: a way in that Seam did not make (docs/api-facts.md#credentials-and-access-methods).
//! Its errors, warnings and changes are those of managed ones.

use chrono::{DateTime, Utc};

use crate::model::{AccessMethodError, AccessMethodMode, AccessMethodMutation, AccessMethodWarning};
use crate::schema::object;

/// A way in that Seam did not make: a PIN, a card, a mobile key.
#[object]
pub struct UnmanagedAccessMethod {
    /// ID of the access method.
    #[field(load_bearing)]
    pub access_method_id: String,
    /// ID of the workspace.
    pub workspace_id: String,
    /// How it opens.
    #[field(load_bearing)]
    pub mode: AccessMethodMode,
    /// The PIN; null or absent where there is none, or none yet.
    #[field(nullable, optional, load_bearing, secret)]
    pub code: Option<String>,
    /// Name, for people.
    pub display_name: String,
    /// How far it is, for people; the wording may change, so compare the other fields instead.
    pub display_status: String,
    /// Whether it was issued.
    #[field(required, load_bearing)]
    pub is_issued: Option<bool>,
    /// Date-time at which it was issued, RFC 3339; null where it was not.
    #[field(nullable)]
    pub issued_at: Option<DateTime<Utc>>,
    /// Whether a card that exists already has to be assigned before it can be issued.
    pub is_assignment_required: Option<bool>,
    /// Whether a card can be assigned now.
    pub is_ready_for_assignment: Option<bool>,
    /// Whether a card has to be written before it can be issued.
    pub is_encoding_required: Option<bool>,
    /// Whether the card can be written now.
    pub is_ready_for_encoding: Option<bool>,
    /// Changes that are asked for but not yet made.
    pub pending_mutations: Vec<AccessMethodMutation>,
    /// What keeps it from opening.
    pub errors: Vec<AccessMethodError>,
    /// What may trouble it.
    pub warnings: Vec<AccessMethodWarning>,
    /// Date-time at which it was created, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
}
