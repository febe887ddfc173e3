//! `access_method`: one of the ways in which an access grant lets somebody in (docs/api-facts.md#credentials-and-access-methods).
//! Holds no access grant and no credential.

use chrono::{DateTime, Utc};

use crate::model::{Notice, RequestedCodeUnavailable};
use crate::schema::{names, object, union};

/// One of the ways in which an access grant lets somebody in: a PIN, a card, a mobile key.
#[object]
pub struct AccessMethod {
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
    /// The address that puts the key onto a phone; whoever has it gets in.
    #[field(load_bearing, secret)]
    pub instant_key_url: Option<String>,
    /// Token of the client session that goes with it.
    #[field(secret)]
    pub client_session_token: Option<String>,
    /// ID of the customization profile.
    pub customization_profile_id: Option<String>,
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

/// How an access method or a credential opens.
#[names]
pub enum AccessMethodMode {
    Code,
    Card,
    MobileKey,
    CloudKey,
}

/// A change of an access method that is asked for but not yet made.
#[object]
pub struct AccessMethodMutation {
    /// What is being changed.
    pub mutation_code: AccessMethodMutationCode,
    /// What is being done, for people; free text.
    pub message: String,
    /// Date-time at which it was asked for, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
    /// Before the change.
    pub from: AccessMethodChange,
    /// After the change.
    pub to: AccessMethodChange,
}

/// What is being changed of an access method: the devices that it opens (`provisioning_access`, `revoking_access`) or when it does.
#[names]
pub enum AccessMethodMutationCode {
    ProvisioningAccess,
    RevokingAccess,
    UpdatingAccessTimes,
    /// The access system has not received all the access yet.
    WaitingForAccessOnAcsSystem,
}

/// What changes of an access method, before or after: devices or times.
#[object]
pub struct AccessMethodChange {
    /// IDs of the devices that it opens, where these change.
    pub device_ids: Option<Vec<String>>,
    /// Date-time from which it opens, RFC 3339, where the times change; null where there is none.
    #[field(nullable, optional)]
    pub starts_at: Option<DateTime<Utc>>,
    /// Date-time until which it opens, RFC 3339, where the times change; null where there is none.
    #[field(nullable, optional)]
    pub ends_at: Option<DateTime<Utc>>,
}

/// What keeps an access method from opening.
#[union(tag = "error_code", unlisted = Notice)]
pub enum AccessMethodError {
    /// It was not issued before its start; Seam tries on, and this clears by itself.
    FailedToIssue(Notice),
    /// Some of what it should open is not provisioned.
    AccessNotProvisioned(Notice),
}

/// What may trouble an access method.
#[union(tag = "warning_code", unlisted = Notice)]
pub enum AccessMethodWarning {
    /// It is being deleted.
    BeingDeleted(Notice),
    /// Its times are being changed.
    UpdatingAccessTimes(Notice),
    /// A spare access code stands in, since none could be created before the start.
    PulledBackupAccessCode(PulledBackupAccessCode),
    /// The start is near and it is not issued yet; clears by itself.
    DelayInIssuing(Notice),
    /// The key goes out by email, and the user identity has no address.
    UserIdentityMissingEmailAddress(Notice),
    /// The key goes out by phone, and the user identity has no number.
    UserIdentityMissingPhoneNumber(Notice),
    /// The PIN that was asked for is taken, and the system chose another: tell the guest.
    RequestedCodeUnavailable(RequestedCodeUnavailable),
}

/// A warning that a spare access code stands in.
#[object]
pub struct PulledBackupAccessCode {
    /// What is going on, for people; free text.
    pub message: String,
    /// Date-time at which it was noticed, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
    /// ID of the access method that it stands in for.
    pub original_access_method_id: Option<String>,
}
