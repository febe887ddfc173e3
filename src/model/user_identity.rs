//! `user_identity`: a person who gets in (docs/api-facts.md#other-endpoints).
//! Holds what servers reply; what callers give is with the parameters.

use chrono::{DateTime, Utc};

use crate::model::Notice;
use crate::schema::{object, union};

/// A person who gets in.
#[object]
pub struct UserIdentity {
    /// ID of the user identity.
    #[field(load_bearing)]
    pub user_identity_id: String,
    /// ID of the workspace.
    pub workspace_id: String,
    /// IDs of its users of access control systems.
    pub acs_user_ids: Vec<String>,
    /// Name to show to people.
    pub display_name: String,
    /// Email address; null where there is none.
    #[field(nullable, secret)]
    pub email_address: Option<String>,
    /// Full name; null where there is none.
    #[field(nullable)]
    pub full_name: Option<String>,
    /// IDs of the user identities that were merged into this one.
    pub merged_user_identity_ids: Vec<String>,
    /// Your own keys of the user identities that were merged into this one.
    pub merged_user_identity_keys: Vec<String>,
    /// Phone number in the form E.164; null where there is none.
    #[field(nullable, secret)]
    pub phone_number: Option<String>,
    /// Your own key of the user identity; null where there is none.
    #[field(nullable)]
    pub user_identity_key: Option<String>,
    /// What keeps it from working.
    pub errors: Vec<UserIdentityError>,
    /// What may trouble it.
    pub warnings: Vec<UserIdentityWarning>,
    /// Date-time at which it was made, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
}

/// What keeps a user identity from working.
#[union(tag = "error_code", unlisted = Notice)]
pub enum UserIdentityError {
    /// Something is wrong with one of its users of access control systems.
    IssueWithAcsUser(UserIdentityIssueWithAcsUser),
}

/// Something is wrong with one of its users of access control systems: the details.
#[object]
pub struct UserIdentityIssueWithAcsUser {
    /// ID of the access control system.
    pub acs_system_id: String,
    /// ID of the user of the access control system.
    pub acs_user_id: String,
    /// What is going on, for people; free text.
    pub message: String,
    /// Date-time at which it was made, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
}

/// What may trouble a user identity.
#[union(tag = "warning_code", unlisted = Notice)]
pub enum UserIdentityWarning {
    /// It is being deleted.
    BeingDeleted(Notice),
    /// A user of an access control system has another name, email address or phone number.
    AcsUserProfileDoesNotMatchUserIdentity(Notice),
}

/// A user identity that Seam did not create.
#[object]
pub struct UnmanagedUserIdentity {
    /// ID of the user identity.
    #[field(load_bearing)]
    pub user_identity_id: String,
    /// ID of the workspace.
    pub workspace_id: String,
    /// IDs of its users of access control systems.
    pub acs_user_ids: Vec<String>,
    /// Name to show to people.
    pub display_name: String,
    /// Email address; null where there is none.
    #[field(nullable, secret)]
    pub email_address: Option<String>,
    /// Full name; null where there is none.
    #[field(nullable)]
    pub full_name: Option<String>,
    /// IDs of the user identities that were merged into this one.
    pub merged_user_identity_ids: Vec<String>,
    /// Your own keys of the user identities that were merged into this one.
    pub merged_user_identity_keys: Vec<String>,
    /// Phone number in the form E.164; null where there is none.
    #[field(nullable, secret)]
    pub phone_number: Option<String>,
    /// What keeps it from working.
    pub errors: Vec<UserIdentityError>,
    /// What may trouble it.
    pub warnings: Vec<UserIdentityWarning>,
    /// Date-time at which it was made, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
}
