//! `acs_user`: somebody who gets in through an access control system (docs/api-facts.md#other-endpoints).
//! Holds what servers reply; what callers give is with the parameters.

use chrono::{DateTime, Utc};

use crate::model::{AccessTimes, AcsAccessSchedule, MembershipChange, Notice};
use crate::schema::{names, object, union};

/// A user of an access control system.
#[object]
pub struct AcsUser {
    /// ID of the user of the access control system.
    #[field(load_bearing)]
    pub acs_user_id: String,
    /// ID of the workspace.
    pub workspace_id: String,
    /// When the user gets in; always where it is absent.
    pub access_schedule: Option<AcsAccessSchedule>,
    /// ID of the access control system.
    pub acs_system_id: String,
    /// ID of the connected account.
    pub connected_account_id: String,
    /// Name to show to people.
    pub display_name: String,
    /// Email address.
    #[field(secret, deprecated = "use `email_address`")]
    pub email: Option<String>,
    /// Email address.
    #[field(secret)]
    pub email_address: Option<String>,
    /// What the provider calls it.
    pub external_type: Option<AcsUserExternalType>,
    /// What the provider calls it, for people.
    pub external_type_display_name: Option<String>,
    /// Full name.
    pub full_name: Option<String>,
    /// ID of the HID system.
    pub hid_acs_system_id: Option<String>,
    /// True: the user is managed by Seam.
    #[field(required, typescript = "true")]
    pub is_managed: Option<bool>,
    /// Whether the user is suspended: no entrance opens.
    #[field(load_bearing)]
    pub is_suspended: Option<bool>,
    /// Phone number in the form E.164, as `+15555550100`.
    #[field(secret)]
    pub phone_number: Option<String>,
    /// What only Salto KS knows.
    pub salto_ks_metadata: Option<SaltoKsUserMetadata>,
    /// What only Salto Space knows.
    pub salto_space_metadata: Option<SaltoSpaceUserMetadata>,
    /// Email address of the user identity; null where there is none.
    #[field(nullable, optional, secret)]
    pub user_identity_email_address: Option<String>,
    /// Full name of the user identity; null where there is none.
    #[field(nullable, optional)]
    pub user_identity_full_name: Option<String>,
    /// ID of the user identity.
    pub user_identity_id: Option<String>,
    /// Phone number of the user identity; null where there is none.
    #[field(nullable, optional, secret)]
    pub user_identity_phone_number: Option<String>,
    /// Changes that are asked for but not yet made.
    pub pending_mutations: Option<Vec<AcsUserMutation>>,
    /// What keeps it from working.
    pub errors: Vec<AcsUserError>,
    /// What may trouble it.
    pub warnings: Vec<AcsUserWarning>,
    /// Date-time at which it was made, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
}

/// What a provider calls a user.
#[names]
pub enum AcsUserExternalType {
    PtiUser,
    BrivoUser,
    HidCredentialManagerUser,
    SaltoSiteUser,
    LatchUser,
    DormakabaCommunityUser,
    SaltoSpaceUser,
    AvigilonAltaUser,
    KisiUser,
}

/// What only Salto KS knows of its users.
#[object]
pub struct SaltoKsUserMetadata {
    /// Whether the user has a subscription.
    pub is_subscribed: Option<bool>,
}

/// What only Salto Space knows of its users.
#[object]
pub struct SaltoSpaceUserMetadata {
    /// Whether openings are recorded.
    pub audit_openings: Option<bool>,
    /// ID of the user at Salto.
    pub user_id: Option<String>,
}

/// A change of a user of an access control system that is asked for but not yet made.
#[union(tag = "mutation_code", unlisted = Notice)]
pub enum AcsUserMutation {
    /// It is being made.
    Creating(Notice),
    /// It is being deleted.
    Deleting(Notice),
    /// It will be made later.
    DeferringCreation(AcsUserDeferringCreation),
    /// Name, email address or phone number are being changed.
    UpdatingUserInformation(AcsUserUpdatingUserInformation),
    /// Its times are being changed.
    UpdatingAccessSchedule(AcsUserUpdatingAccessSchedule),
    /// The user is being suspended, or let in again.
    UpdatingSuspensionState(AcsUserUpdatingSuspensionState),
    /// The user is being added to a group or removed from one.
    UpdatingGroupMembership(AcsUserUpdatingGroupMembership),
    /// The user will be added to a group or removed from one later.
    DeferringGroupMembershipUpdate(AcsUserDeferringGroupMembershipUpdate),
    /// A credential is being given to the user or taken away.
    UpdatingCredentialAssignment(AcsUserUpdatingCredentialAssignment),
}

/// It will be made later: the details.
#[object]
pub struct AcsUserDeferringCreation {
    /// Date-time at which it will be made, RFC 3339; null where nobody knows.
    #[field(nullable, optional)]
    pub scheduled_at: Option<DateTime<Utc>>,
    /// What is going on, for people; free text.
    pub message: String,
    /// Date-time at which it was made, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
}

/// Name, email address or phone number are being changed: the details.
#[object]
pub struct AcsUserUpdatingUserInformation {
    /// Before the change.
    pub from: AcsUserUpdatingUserInformationPart,
    /// After the change.
    pub to: AcsUserUpdatingUserInformationPart,
    /// What is going on, for people; free text.
    pub message: String,
    /// Date-time at which it was made, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
}

/// What changes, before or after.
#[object]
pub struct AcsUserUpdatingUserInformationPart {
    /// Email address; null where there is none.
    #[field(nullable, optional, secret)]
    pub email_address: Option<String>,
    /// Full name; null where there is none.
    #[field(nullable, optional)]
    pub full_name: Option<String>,
    /// Phone number; null where there is none.
    #[field(nullable, optional, secret)]
    pub phone_number: Option<String>,
}

/// Its times are being changed: the details.
#[object]
pub struct AcsUserUpdatingAccessSchedule {
    /// Before the change.
    pub from: AccessTimes,
    /// After the change.
    pub to: AccessTimes,
    /// What is going on, for people; free text.
    pub message: String,
    /// Date-time at which it was made, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
}

/// The user is being suspended, or let in again: the details.
#[object]
pub struct AcsUserUpdatingSuspensionState {
    /// Before the change.
    pub from: AcsUserUpdatingSuspensionStatePart,
    /// After the change.
    pub to: AcsUserUpdatingSuspensionStatePart,
    /// What is going on, for people; free text.
    pub message: String,
    /// Date-time at which it was made, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
}

/// What changes, before or after.
#[object]
pub struct AcsUserUpdatingSuspensionStatePart {
    /// Whether the user is suspended.
    #[field(required)]
    pub is_suspended: Option<bool>,
}

/// The user is being added to a group or removed from one: the details.
#[object]
pub struct AcsUserUpdatingGroupMembership {
    /// Before the change.
    pub from: AcsUserUpdatingGroupMembershipPart,
    /// After the change.
    pub to: AcsUserUpdatingGroupMembershipPart,
    /// What is going on, for people; free text.
    pub message: String,
    /// Date-time at which it was made, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
}

/// What changes, before or after.
#[object]
pub struct AcsUserUpdatingGroupMembershipPart {
    /// ID of the access group.
    #[field(nullable)]
    pub acs_access_group_id: Option<String>,
}

/// The user will be added to a group or removed from one later: the details.
#[object]
pub struct AcsUserDeferringGroupMembershipUpdate {
    /// ID of the access group.
    pub acs_access_group_id: String,
    /// Whether it will be added or removed.
    pub variant: MembershipChange,
    /// What is going on, for people; free text.
    pub message: String,
    /// Date-time at which it was made, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
}

/// A credential is being given to the user or taken away: the details.
#[object]
pub struct AcsUserUpdatingCredentialAssignment {
    /// Before the change.
    pub from: AcsUserUpdatingCredentialAssignmentPart,
    /// After the change.
    pub to: AcsUserUpdatingCredentialAssignmentPart,
    /// What is going on, for people; free text.
    pub message: String,
    /// Date-time at which it was made, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
}

/// What changes, before or after.
#[object]
pub struct AcsUserUpdatingCredentialAssignmentPart {
    /// ID of the credential.
    #[field(nullable)]
    pub acs_credential_id: Option<String>,
}

/// What keeps a user of an access control system from working.
#[union(tag = "error_code", unlisted = Notice)]
pub enum AcsUserError {
    /// The user was deleted outside Seam.
    DeletedExternally(Notice),
    /// The Salto KS site has no subscription left.
    SaltoKsSubscriptionLimitExceeded(Notice),
    /// The access control system could not be told of it.
    FailedToCreateOnAcsSystem(Notice),
    /// The access control system could not be told of a change.
    FailedToUpdateOnAcsSystem(Notice),
    /// The access control system could not be told to delete the user.
    FailedToDeleteOnAcsSystem(Notice),
    /// A resident of Latch has the same email address or phone number.
    LatchConflictWithResidentUser(Notice),
}

/// What may trouble a user of an access control system.
#[union(tag = "warning_code", unlisted = Notice)]
pub enum AcsUserWarning {
    /// It is being deleted.
    BeingDeleted(Notice),
    /// The user has no Salto KS subscription.
    SaltoKsUserNotSubscribed(Notice),
    /// The user is not active.
    AcsUserInactive(Notice),
    /// Something went wrong with the provider that nobody can name.
    UnknownIssueWithAcsUser(Notice),
    /// The user is a resident of Latch, whom Seam cannot change.
    LatchResidentUser(Notice),
}
