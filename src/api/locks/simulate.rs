//! `/locks/simulate/**` (docs/api-facts.md#other-endpoints): what only a sandbox workspace does.
//! Holds nothing that reaches a real lock.

use crate::api::{Endpoint, Namespace, Returns};
use crate::model::ActionAttempt;
use crate::schema::{object, summarized};

/// Does at sandbox locks what people do at keypads.
#[summarized]
pub const NAMESPACE: Namespace = Namespace {
    path: "locks/simulate",
    endpoints: &[&KEYPAD_CODE_ENTRY, &MANUAL_LOCK_VIA_KEYPAD],
    children: &[],
};

/// Types a code on the keypad of a sandbox lock.
#[summarized]
pub const KEYPAD_CODE_ENTRY: Endpoint<KeypadCodeEntryParameters, ActionAttempt> = Endpoint {
    path: "/locks/simulate/keypad_code_entry",
    reply: Returns::value("action_attempt"),
    repeatable: false,
};

/// Locks a sandbox lock by its keypad.
#[summarized]
pub const MANUAL_LOCK_VIA_KEYPAD: Endpoint<ManualLockViaKeypadParameters, ActionAttempt> = Endpoint {
    path: "/locks/simulate/manual_lock_via_keypad",
    reply: Returns::value("action_attempt"),
    repeatable: false,
};

/// What `keypad_code_entry` takes.
#[object(name = "LocksSimulateKeypadCodeEntryParameters")]
pub struct KeypadCodeEntryParameters {
    /// The PIN that is typed, right or wrong.
    #[field(secret)]
    pub code: String,
    /// ID of the sandbox lock.
    pub device_id: String,
}

/// What `manual_lock_via_keypad` takes.
#[object(name = "LocksSimulateManualLockViaKeypadParameters")]
pub struct ManualLockViaKeypadParameters {
    /// ID of the sandbox lock.
    pub device_id: String,
}
