//! Changes of an access code that are asked for but not yet on the lock (docs/api-facts.md#pending-mutations).

use chrono::{DateTime, Utc};

use crate::schema::{object, union};

/// A change of an access code that is not yet on the lock.
#[union(tag = "mutation_code", unlisted = Mutation, names = MutationCode)]
pub enum PendingMutation {
    /// The code is being put on the lock.
    Creating(Mutation),
    /// The code waits until nearer its start before it is put on the lock.
    DeferringCreation(DeferredCreation),
    /// The code is being removed.
    Deleting(Mutation),
    /// The PIN is being changed.
    UpdatingCode(UpdatingCode),
    /// The name is being changed.
    UpdatingName(UpdatingName),
    /// The time frame is being changed.
    UpdatingTimeFrame(UpdatingTimeFrame),
}

/// What every pending mutation has.
#[object]
pub struct Mutation {
    /// Date-time at which it was asked for, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
    /// What is being done, for people; free text.
    pub message: String,
}

/// A creation that waits.
#[object]
pub struct DeferredCreation {
    /// Date-time at which it was asked for, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
    /// What is being done, for people; free text.
    pub message: String,
    /// Date-time at which programming starts, RFC 3339.
    #[field(required)]
    pub scheduled_at: Option<DateTime<Utc>>,
}

/// A PIN before or after a change.
#[object]
pub struct CodeChange {
    /// The PIN; null where there is none.
    #[field(nullable, secret)]
    pub code: Option<String>,
}

/// A change of the PIN.
#[object]
pub struct UpdatingCode {
    /// Date-time at which it was asked for, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
    /// What is being done, for people; free text.
    pub message: String,
    /// Before the change.
    pub from: CodeChange,
    /// After the change.
    pub to: CodeChange,
}

/// A name before or after a change.
#[object]
pub struct NameChange {
    /// The name; null where there is none.
    #[field(nullable)]
    pub name: Option<String>,
}

/// A change of the name.
#[object]
pub struct UpdatingName {
    /// Date-time at which it was asked for, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
    /// What is being done, for people; free text.
    pub message: String,
    /// Before the change.
    pub from: NameChange,
    /// After the change.
    pub to: NameChange,
}

/// A time frame before or after a change.
#[object]
pub struct TimeFrameChange {
    /// Date-time of the start, RFC 3339; null where there is none.
    #[field(nullable)]
    pub starts_at: Option<DateTime<Utc>>,
    /// Date-time of the end, RFC 3339; null where there is none.
    #[field(nullable)]
    pub ends_at: Option<DateTime<Utc>>,
}

/// A change of the time frame.
#[object]
pub struct UpdatingTimeFrame {
    /// Date-time at which it was asked for, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
    /// What is being done, for people; free text.
    pub message: String,
    /// Before the change.
    pub from: TimeFrameChange,
    /// After the change.
    pub to: TimeFrameChange,
}
