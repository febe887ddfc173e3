//! The shapes of `access_grant.*` and `access_method.*` events (docs/api-facts.md#events).
//! Which event type has which shape is said in `event.rs`.

use chrono::{DateTime, Utc};

use crate::model::event::fields::event;

event! {
    /// What every event of an access grant has.
    AccessGrantEvent {
        /// ID of the access grant.
        pub access_grant_id: String,
    }
}

event! {
    /// An access grant opens a door from now on, or no longer does.
    AccessGrantDoorEvent {
        /// ID of the access grant.
        pub access_grant_id: String,
        /// ID of the entrance.
        pub acs_entrance_id: String,
    }
}

event! {
    /// The times of an access grant were changed.
    AccessGrantTimesChangedEvent {
        /// ID of the access grant.
        pub access_grant_id: String,
        /// Your own key of the access grant.
        pub access_grant_key: Option<String>,
        /// Date-time of the new start, RFC 3339.
        pub starts_at: Option<DateTime<Utc>>,
        /// Date-time of the new end, RFC 3339.
        pub ends_at: Option<DateTime<Utc>>,
    }
}

event! {
    /// Access methods that an access grant asks for could not be made.
    AccessGrantIncompleteEvent {
        /// ID of the access grant.
        pub access_grant_id: String,
        /// What went wrong, for people; free text.
        pub error_message: String,
        /// IDs of the devices that have no access method.
        pub missing_device_ids: Option<Vec<String>>,
    }
}

event! {
    /// What every event of an access method has.
    AccessMethodEvent + access_method {}
}

event! {
    /// An access method was issued.
    AccessMethodIssuedEvent + access_method {
        /// The PIN, where the access method is one.
        #[field(load_bearing, secret)]
        pub code: Option<String>,
        /// Whether the PIN is a backup code.
        pub is_backup_code: Option<bool>,
    }
}
