//! `action_attempt`: a thing asked of a device, and what became of it (docs/api-facts.md#action-attempt): one line per action type.
//! What every action has in common, by status too, is said once; the credentials that some give have files of their own.

use crate::model::{AccessMethod, AcsCredential, ScanCredentialResult};
use crate::schema::{Value, names, object, union};

/// Something asked of a device, which may take seconds to succeed or fail.
#[object]
pub struct ActionAttempt {
    /// ID of the action attempt.
    #[field(load_bearing)]
    pub action_attempt_id: String,
    /// What was asked, and what came of it.
    #[field(flatten)]
    pub action: Action,
    /// Whether it is under way, done or failed.
    #[field(load_bearing)]
    pub status: ActionAttemptStatus,
    /// Why it failed; null where it did not.
    #[field(nullable)]
    pub error: Option<ActionAttemptFailure>,
}

/// Whether an action attempt is under way (`pending`), done (`success`) or failed and not tried again (`error`).
#[names]
pub enum ActionAttemptStatus {
    Pending,
    Success,
    Error,
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

/// Something asked of a device, which may take seconds to succeed or fail. Narrows by `action_type` and by `status`.
// The result is there once the attempt has succeeded; the official fake leaves it null even then.
#[union(
    tag = "action_type",
    content = "result",
    uppercase,
    name = "ActionAttempt",
    generic = "
/** An action attempt of one type: what it gives once it has succeeded, and the names of its failures that are listed. */
export type ActionAttemptOf<ActionType, Result, ErrorType = never> = {
  /** ID of the action attempt. */
  action_attempt_id: string
  /** What was asked. */
  action_type: ActionType
} & (
  | {
      /** Under way. */
      status: 'pending'
      result: null
      error: null
    }
  | {
      /** Done. */
      status: 'success'
      /** What came of it. */
      result: Result
      error: null
    }
  | {
      /** Failed, and not tried again. */
      status: 'error'
      result: null
      /** Why it failed. */
      error: Omit<ActionAttemptFailure, 'type'> & { type: ErrorType | (string & {}) }
    }
  | {
      /** Any other: compare `status` as a string. */
      status: UnlistedCode
      result: Result | null
      error: ActionAttemptFailure | null
    }
)
"
)]
pub enum Action {
    /// Lock a door.
    LockDoor(DoorActionResult),
    /// Unlock a door.
    UnlockDoor(DoorActionResult),
    /// Put an access code on the lock.
    CreateAccessCode(CreateAccessCodeResult),
    /// Change an access code on the lock.
    UpdateAccessCode(UpdateAccessCodeResult),
    /// Take an access code off the lock.
    DeleteAccessCode(EmptyActionResult),
    /// Bring the access codes of a lock up to date.
    SyncAccessCodes(EmptyActionResult),
    // These two are in the API's guides alone, not in its list of action types.
    /// Let Seam manage an access code that it did not create.
    ConvertAccessCodeToManaged(EmptyActionResult),
    /// Take an access code that Seam does not manage off the lock.
    DeleteUnmanagedAccessCode(EmptyActionResult),
    /// Set a sandbox workspace back to how it was at first.
    ResetSandboxWorkspace(EmptyActionResult),
    /// Set the fan mode of a thermostat.
    SetFanMode(EmptyActionResult),
    /// Set the heating or cooling mode of a thermostat.
    SetHvacMode(EmptyActionResult),
    /// Make a climate preset of a thermostat the current one.
    ActivateClimatePreset(EmptyActionResult),
    /// Let a thermostat follow its own weekly program again.
    ActivateWeeklyProgram(EmptyActionResult),
    /// Send its programs to a thermostat.
    PushThermostatPrograms(EmptyActionResult),
    /// Set whether and when a door locks by itself.
    ConfigureAutoLock(EmptyActionResult),
    /// Act as if someone had typed a code at a sandbox lock.
    SimulateKeypadCodeEntry(EmptyActionResult),
    /// Act as if someone had locked a sandbox lock at its keypad.
    SimulateManualLockViaKeypad(EmptyActionResult),
    /// Create a noise threshold.
    CreateNoiseThreshold(NoiseThresholdResult),
    /// Change a noise threshold.
    UpdateNoiseThreshold(NoiseThresholdResult),
    /// Delete a noise threshold.
    DeleteNoiseThreshold(EmptyActionResult),
    /// Read the card on an encoder.
    // `no_card_on_encoder` is the older name of `no_credential_on_encoder`.
    #[errors(
        "uncategorized_error action_attempt_expired no_credential_on_encoder no_card_on_encoder
        encoder_not_online encoder_communication_timeout bridge_disconnected"
    )]
    ScanCredential(ScanCredentialResult),
    /// Write a credential onto the card on an encoder.
    #[errors(
        "uncategorized_error action_attempt_expired no_credential_on_encoder no_card_on_encoder
        encoder_not_online encoder_communication_timeout bridge_disconnected incompatible_card_format
        credential_cannot_be_reissued encoding_interrupted credential_deleted"
    )]
    EncodeCredential(AcsCredential),
    /// Give the card on an encoder to somebody.
    #[errors("uncategorized_error action_attempt_expired no_credential_on_encoder")]
    ScanToAssignCredential(AcsCredential),
    /// Give a card that is known already to an access method.
    #[errors("uncategorized_error action_attempt_expired credential_not_found")]
    AssignCredential(AccessMethod),
}

/// What comes of locking or unlocking a door.
#[object]
pub struct DoorActionResult {
    /// Whether the lock itself confirmed it; some success is not confirmed.
    pub was_confirmed_by_device: Option<bool>,
}

/// What comes of creating an access code.
#[object]
pub struct CreateAccessCodeResult {
    /// The access code, as far as the server tells; may hold the PIN.
    #[field(left_out, secret, typescript = "Record<string, unknown>")]
    pub access_code: Option<Value>,
}

/// What comes of changing an access code.
#[object]
pub struct UpdateAccessCodeResult {
    /// The access code, as far as the server tells; may hold the PIN.
    #[field(secret, typescript = "Record<string, unknown>")]
    pub access_code: Option<Value>,
}

/// What comes of creating or changing a noise threshold.
#[object]
pub struct NoiseThresholdResult {
    /// The noise threshold, as far as the server tells.
    #[field(left_out, typescript = "Record<string, unknown>")]
    pub noise_threshold: Option<Value>,
}

/// What comes of an action that gives nothing: an empty object.
#[object]
pub struct EmptyActionResult {}
