//! The shapes of `access_code.*` events (docs/api-facts.md#events).
//! Which event type has which shape is said in `event.rs`.

use alloc::collections::BTreeMap;
use alloc::string::String;

use crate::model::event::fields::event;
use crate::model::{CodeChange, MutationCode, NameChange, TimeFrameChange};
use crate::schema::{Value, object};

event! {
    /// What every event of an access code has.
    AccessCodeEvent + access_code {}
}

event! {
    /// An access code was changed.
    AccessCodeChangedEvent + access_code {
        /// Why it was changed, for people; free text.
        pub change_reason: Option<String>,
        /// What was changed.
        pub changed_properties: Option<Vec<ChangedProperty>>,
    }
}

/// A property of an access code before and after a change.
#[object]
pub struct ChangedProperty {
    /// Name of the property, as `code`; an open set.
    pub property: String,
    /// Value before the change: of `code`, the PIN; null where there was none.
    #[field(nullable, secret)]
    pub from: Option<String>,
    /// Value after the change: of `code`, the PIN; null where there is none.
    #[field(nullable, secret)]
    pub to: Option<String>,
}

event! {
    /// The name of an access code was changed.
    AccessCodeNameChangedEvent + access_code {
        /// What was changed and by whom, for people; free text.
        pub description: String,
        /// Before the change.
        pub from: NameChange,
        /// After the change.
        pub to: NameChange,
    }
}

event! {
    /// The PIN of an access code was changed.
    AccessCodeCodeChangedEvent + access_code {
        /// What was changed and by whom, for people; free text.
        pub description: String,
        /// Before the change.
        pub from: CodeChange,
        /// After the change.
        pub to: CodeChange,
    }
}

event! {
    /// The time frame of an access code was changed.
    AccessCodeTimeFrameChangedEvent + access_code {
        /// What was changed and by whom, for people; free text.
        pub description: String,
        /// Before the change.
        pub from: TimeFrameChange,
        /// After the change.
        pub to: TimeFrameChange,
    }
}

event! {
    /// Changes of an access code were asked for; they are not on the lock yet.
    AccessCodeMutationsRequestedEvent + access_code {
        /// What was asked for.
        pub requested_mutations: Vec<RequestedMutation>,
    }
}

/// A change of an access code that was asked for.
#[object]
pub struct RequestedMutation {
    /// Kind of the change.
    pub mutation_code: MutationCode,
    /// The properties in question before the change, perhaps with the PIN; absent where the change is not one of properties.
    #[field(secret)]
    pub from: Option<BTreeMap<String, Value>>,
    /// The properties in question after the change, perhaps with the PIN; absent where the change is not one of properties.
    #[field(secret)]
    pub to: Option<BTreeMap<String, Value>>,
}

event! {
    /// A PIN was put on a lock, or will be.
    AccessCodeSetEvent + access_code {
        /// The PIN.
        #[field(load_bearing, secret)]
        pub code: String,
    }
}

event! {
    /// An access code was deleted.
    AccessCodeDeletedEvent + access_code {
        /// The PIN; null where the code had none.
        #[field(nullable, left_out, load_bearing, secret)]
        pub code: Option<String>,
    }
}

event! {
    /// Something about an access code is late or failed, and this is what was known to be in its way.
    AccessCodeIssueEvent + access_code + access_code_issues + device_issues + account_issues {}
}

event! {
    /// A backup access code was pulled.
    BackupAccessCodePulledEvent + access_code {
        /// ID of the backup access code.
        #[field(load_bearing)]
        pub backup_access_code_id: String,
    }
}
