//! The shapes of `lock.*` events: who came, and who was not let in (docs/api-facts.md#events).
//! Which event type has which shape is said in `event.rs`.

use crate::model::event::fields::event;
use crate::schema::{names, object};

event! {
    /// A lock was locked.
    LockLockedEvent + device + account + customer + lock_use {}
}

event! {
    /// A lock was unlocked.
    LockUnlockedEvent + perhaps_device + account + customer + lock_use {}
}

event! {
    /// A lock did not let somebody in.
    LockAccessDeniedEvent + perhaps_device + account + customer + person {
        /// ID of the access code that was tried, where the lock tells.
        pub access_code_id: Option<String>,
        /// Why the lock stayed locked.
        pub reason: Option<AccessDenial>,
    }
}

/// Why a lock did not let somebody in.
#[object]
pub struct AccessDenial {
    /// Kind of the reason.
    pub reason_code: AccessDenialCode,
    /// The reason, for people; free text.
    pub message: String,
}

/// Why a lock did not let somebody in.
#[names]
pub enum AccessDenialCode {
    UnknownCode,
    ExpiredCode,
    BlocklistedCode,
    TooManyAttempts,
    BlockedByPrivacyMode,
    CredentialError,
    ConnectionError,
}

/// How a lock was locked or unlocked.
#[names]
pub enum LockMethod {
    /// With an access code.
    Keycode,
    /// By hand, as with a thumbturn.
    Manual,
    /// By itself, as after a while.
    Automatic,
    /// The lock does not tell.
    Unknown,
    /// From an app, over Bluetooth or through Seam.
    Remote,
    /// With a card.
    Card,
    /// With a key on a phone.
    MobileKey,
    /// Through Seam; newer servers call it `remote`.
    Seamapi,
}
