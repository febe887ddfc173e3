//! The shapes of `acs_*` events: access systems and what is in them (docs/api-facts.md#events).
//! Which event type has which shape is said in `event.rs`.

use crate::model::event::fields::event;

event! {
    /// What every event of an access system has.
    AcsSystemEvent + acs {}
}

event! {
    /// An access system was disconnected.
    AcsSystemDisconnectedEvent + acs + account_issues {
        /// What kept the access system from working at that time.
        #[field(left_out)]
        pub acs_system_errors: Option<Vec<crate::model::ReportedError>>,
        /// What was to be known about the access system at that time.
        #[field(left_out)]
        pub acs_system_warnings: Option<Vec<crate::model::ReportedWarning>>,
    }
}

event! {
    /// What every event of a credential has.
    AcsCredentialEvent + acs {
        /// ID of the credential.
        pub acs_credential_id: String,
    }
}

event! {
    /// What every event of a user of an access system has.
    AcsUserEvent + acs {
        /// ID of the user.
        pub acs_user_id: String,
    }
}

event! {
    /// What every event of an encoder has.
    AcsEncoderEvent + acs {
        /// ID of the encoder.
        pub acs_encoder_id: String,
    }
}

event! {
    /// What every event of an access group has.
    AcsAccessGroupEvent + acs {
        /// ID of the access group.
        pub acs_access_group_id: String,
    }
}

event! {
    /// What every event of an entrance has.
    AcsEntranceEvent + acs {
        /// ID of the entrance.
        pub acs_entrance_id: String,
    }
}
