//! `action_attempt`: a thing asked of a device, and what became of it (section 4.2 of the API's facts).
//! The API lists a shape per action and status; here the status decides the shape and the action is a name.

use crate::schema::{Value, names, object, union};

/// Something asked of a device, which may take seconds to succeed or fail.
#[union(tag = "status", unlisted = UnlistedActionAttempt)]
pub enum ActionAttempt {
    /// Under way.
    Pending(ActionAttemptPending),
    /// Done.
    Success(ActionAttemptSuccess),
    /// Not done, and not tried again.
    Error(ActionAttemptError),
}

/// An action attempt that is under way.
#[object]
pub struct ActionAttemptPending {
    /// ID of the action attempt.
    #[field(load_bearing)]
    pub action_attempt_id: String,
    /// What was asked.
    pub action_type: ActionType,
    /// Null as long as it is under way.
    #[field(required, typescript = "null")]
    pub result: Option<Value>,
    /// Null as long as it is under way.
    #[field(required, typescript = "null")]
    pub error: Option<Value>,
}

/// An action attempt that succeeded.
#[object]
pub struct ActionAttemptSuccess {
    /// ID of the action attempt.
    #[field(load_bearing)]
    pub action_attempt_id: String,
    /// What was asked.
    pub action_type: ActionType,
    /// What came of it, as the action has it: an object, often empty, or null. Of an access code it may hold the PIN.
    // Secret: `result.access_code.code` of CREATE_ACCESS_CODE is a PIN.
    #[field(nullable, secret, typescript = "Record<string, unknown>")]
    pub result: Option<Value>,
    /// Null, since it succeeded.
    #[field(required, typescript = "null")]
    pub error: Option<Value>,
}

/// An action attempt that failed.
#[object]
pub struct ActionAttemptError {
    /// ID of the action attempt.
    #[field(load_bearing)]
    pub action_attempt_id: String,
    /// What was asked.
    pub action_type: ActionType,
    /// Null, since it failed.
    #[field(required, typescript = "null")]
    pub result: Option<Value>,
    /// Why it failed.
    pub error: ActionAttemptFailure,
}

/// Why an action attempt failed.
#[object]
pub struct ActionAttemptFailure {
    /// Name of the kind of failure; an open set that differs by action.
    #[name("type")]
    pub kind: String,
    /// What went wrong, for people; free text.
    pub message: String,
}

/// What every action attempt has, whatever its status.
#[object]
pub struct UnlistedActionAttempt {
    /// ID of the action attempt.
    #[field(load_bearing)]
    pub action_attempt_id: String,
    /// What was asked.
    pub action_type: ActionType,
    /// What came of it.
    #[field(nullable, secret, typescript = "Record<string, unknown>")]
    pub result: Option<Value>,
    /// Why it failed; null where it did not.
    #[field(nullable)]
    pub error: Option<ActionAttemptFailure>,
}

/// What an action attempt was asked to do.
#[names]
pub enum ActionType {
    #[name("LOCK_DOOR")]
    LockDoor,
    #[name("UNLOCK_DOOR")]
    UnlockDoor,
    #[name("CREATE_ACCESS_CODE")]
    CreateAccessCode,
    #[name("UPDATE_ACCESS_CODE")]
    UpdateAccessCode,
    #[name("DELETE_ACCESS_CODE")]
    DeleteAccessCode,
    #[name("SYNC_ACCESS_CODES")]
    SyncAccessCodes,
    // These two are in the API's guides alone, not in its list of action types.
    #[name("CONVERT_ACCESS_CODE_TO_MANAGED")]
    ConvertAccessCodeToManaged,
    #[name("DELETE_UNMANAGED_ACCESS_CODE")]
    DeleteUnmanagedAccessCode,
    #[name("RESET_SANDBOX_WORKSPACE")]
    ResetSandboxWorkspace,
    #[name("SET_FAN_MODE")]
    SetFanMode,
    #[name("SET_HVAC_MODE")]
    SetHvacMode,
    #[name("ACTIVATE_CLIMATE_PRESET")]
    ActivateClimatePreset,
    #[name("PUSH_THERMOSTAT_PROGRAMS")]
    PushThermostatPrograms,
    #[name("CONFIGURE_AUTO_LOCK")]
    ConfigureAutoLock,
    #[name("SIMULATE_KEYPAD_CODE_ENTRY")]
    SimulateKeypadCodeEntry,
    #[name("SIMULATE_MANUAL_LOCK_VIA_KEYPAD")]
    SimulateManualLockViaKeypad,
    #[name("CREATE_NOISE_THRESHOLD")]
    CreateNoiseThreshold,
    #[name("UPDATE_NOISE_THRESHOLD")]
    UpdateNoiseThreshold,
    #[name("DELETE_NOISE_THRESHOLD")]
    DeleteNoiseThreshold,
    #[name("SCAN_CREDENTIAL")]
    ScanCredential,
    #[name("ENCODE_CREDENTIAL")]
    EncodeCredential,
    #[name("SCAN_TO_ASSIGN_CREDENTIAL")]
    ScanToAssignCredential,
    #[name("ASSIGN_CREDENTIAL")]
    AssignCredential,
}
