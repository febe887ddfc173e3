//! What errors, warnings and changes of access grants and of access control systems share: message and moment, and from when to when.
//! Errors and warnings of devices and access codes have files of their own.

use chrono::{DateTime, Utc};

use crate::schema::object;

/// What every error, warning or pending mutation has, listed or not.
#[object]
pub struct Notice {
    /// What is going on, for people; free text.
    pub message: String,
    /// Date-time at which it was noticed, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
}

/// From when to when somebody gets in, before or after a change.
#[object]
pub struct AccessTimes {
    /// Date-time from which somebody gets in, RFC 3339; null where there is none.
    #[field(nullable)]
    pub starts_at: Option<DateTime<Utc>>,
    /// Date-time until which somebody gets in, RFC 3339; null where there is none.
    #[field(nullable)]
    pub ends_at: Option<DateTime<Utc>>,
}
