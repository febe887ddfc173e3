//! `acs_access_group`: a group of an access control system (docs/api-facts.md#other-endpoints).
//! Holds what servers reply; what callers give is with the parameters.

use chrono::{DateTime, Utc};

use crate::model::{AccessTimes, Notice};
use crate::schema::{names, object, union};

/// A group of an access control system: who is in it gets in where it does.
#[object]
pub struct AcsAccessGroup {
    /// ID of the access group.
    #[field(load_bearing)]
    pub acs_access_group_id: String,
    /// ID of the workspace.
    pub workspace_id: String,
    /// What the provider calls such a group.
    #[field(deprecated = "use `external_type`")]
    pub access_group_type: AcsAccessGroupExternalType,
    /// What the provider calls such a group, for people.
    #[field(deprecated = "use `external_type_display_name`")]
    pub access_group_type_display_name: String,
    /// When the group gets in; always where it is absent.
    pub access_schedule: Option<AcsAccessSchedule>,
    /// ID of the access control system.
    pub acs_system_id: String,
    /// ID of the connected account.
    pub connected_account_id: String,
    /// Name to show to people.
    pub display_name: String,
    /// What the provider calls it.
    pub external_type: AcsAccessGroupExternalType,
    /// What the provider calls it, for people.
    pub external_type_display_name: String,
    /// True: the group is managed by Seam.
    #[field(required, typescript = "true")]
    pub is_managed: Option<bool>,
    /// Name, for people.
    pub name: String,
    /// Changes that are asked for but not yet made.
    pub pending_mutations: Vec<AcsAccessGroupMutation>,
    /// What keeps it from working.
    pub errors: Vec<AcsAccessGroupError>,
    /// What may trouble it.
    pub warnings: Vec<AcsAccessGroupWarning>,
    /// Date-time at which it was made, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
}

/// What a provider calls a group.
#[names]
pub enum AcsAccessGroupExternalType {
    PtiUnit,
    PtiAccessLevel,
    SaltoKsAccessGroup,
    BrivoGroup,
    SaltoSpaceGroup,
    DormakabaCommunityAccessGroup,
    DormakabaAmbianceAccessGroup,
    AvigilonAltaGroup,
    KisiAccessGroup,
    AkilesMemberGroup,
}

/// When a group or a user gets in.
#[object]
pub struct AcsAccessSchedule {
    /// Date-time from which it holds, RFC 3339.
    #[field(required, load_bearing)]
    pub starts_at: Option<DateTime<Utc>>,
    /// Date-time until which it holds, RFC 3339; null where it has no end.
    #[field(nullable, load_bearing)]
    pub ends_at: Option<DateTime<Utc>>,
}

/// A change of an access group that is asked for but not yet made.
#[union(tag = "mutation_code", unlisted = Notice)]
pub enum AcsAccessGroupMutation {
    /// It is being made.
    Creating(Notice),
    /// It is being deleted.
    Deleting(Notice),
    /// It will be deleted later.
    DeferringDeletion(Notice),
    /// Its name is being changed.
    UpdatingGroupInformation(AcsAccessGroupUpdatingGroupInformation),
    /// Its times are being changed.
    UpdatingAccessSchedule(AcsAccessGroupUpdatingAccessSchedule),
    /// A user is being added or removed.
    UpdatingUserMembership(AcsAccessGroupUpdatingUserMembership),
    /// An entrance is being added or removed.
    UpdatingEntranceMembership(AcsAccessGroupUpdatingEntranceMembership),
    /// A user will be added or removed later.
    DeferringUserMembershipUpdate(AcsAccessGroupDeferringUserMembershipUpdate),
}

/// Its name is being changed: the details.
#[object]
pub struct AcsAccessGroupUpdatingGroupInformation {
    /// Before the change.
    pub from: AcsAccessGroupUpdatingGroupInformationPart,
    /// After the change.
    pub to: AcsAccessGroupUpdatingGroupInformationPart,
    /// What is going on, for people; free text.
    pub message: String,
    /// Date-time at which it was made, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
}

/// What changes, before or after.
#[object]
pub struct AcsAccessGroupUpdatingGroupInformationPart {
    /// Name.
    #[field(nullable, optional)]
    pub name: Option<String>,
}

/// Its times are being changed: the details.
#[object]
pub struct AcsAccessGroupUpdatingAccessSchedule {
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

/// A user is being added or removed: the details.
#[object]
pub struct AcsAccessGroupUpdatingUserMembership {
    /// Before the change.
    pub from: AcsAccessGroupUpdatingUserMembershipPart,
    /// After the change.
    pub to: AcsAccessGroupUpdatingUserMembershipPart,
    /// What is going on, for people; free text.
    pub message: String,
    /// Date-time at which it was made, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
}

/// What changes, before or after.
#[object]
pub struct AcsAccessGroupUpdatingUserMembershipPart {
    /// ID of the user of the access control system.
    #[field(nullable)]
    pub acs_user_id: Option<String>,
}

/// An entrance is being added or removed: the details.
#[object]
pub struct AcsAccessGroupUpdatingEntranceMembership {
    /// Before the change.
    pub from: AcsAccessGroupUpdatingEntranceMembershipPart,
    /// After the change.
    pub to: AcsAccessGroupUpdatingEntranceMembershipPart,
    /// What is going on, for people; free text.
    pub message: String,
    /// Date-time at which it was made, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
}

/// What changes, before or after.
#[object]
pub struct AcsAccessGroupUpdatingEntranceMembershipPart {
    /// ID of the entrance.
    #[field(nullable)]
    pub acs_entrance_id: Option<String>,
}

/// A user will be added or removed later: the details.
#[object]
pub struct AcsAccessGroupDeferringUserMembershipUpdate {
    /// ID of the user of the access control system.
    pub acs_user_id: String,
    /// Whether it will be added or removed.
    pub variant: MembershipChange,
    /// What is going on, for people; free text.
    pub message: String,
    /// Date-time at which it was made, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
}

/// Whether a member will be added or removed.
#[names]
pub enum MembershipChange {
    Adding,
    Removing,
}

/// What keeps an access group from working.
#[union(tag = "error_code", unlisted = Notice)]
pub enum AcsAccessGroupError {
    /// The access control system could not be told of it.
    FailedToCreateOnAcsSystem(Notice),
}

/// What may trouble an access group.
#[union(tag = "warning_code", unlisted = Notice)]
pub enum AcsAccessGroupWarning {
    /// Something went wrong with the provider that nobody can name.
    UnknownIssueWithAcsAccessGroup(Notice),
    /// It is being deleted.
    BeingDeleted(Notice),
}
