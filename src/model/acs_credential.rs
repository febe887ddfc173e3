//! `acs_credential`: what opens the entrances of an access control system (docs/api-facts.md#credentials-and-access-methods).
//! Holds no reading of cards: that is in `scan_credential_result`.

use chrono::{DateTime, Utc};

use crate::model::{AccessMethodMode, Notice};
use crate::schema::{names, object, union};

/// What opens the entrances of an access control system for one of its users: a card, a PIN, a mobile key.
#[object]
pub struct AcsCredential {
    /// ID of the credential.
    #[field(load_bearing)]
    pub acs_credential_id: String,
    /// ID of the access control system.
    pub acs_system_id: String,
    /// ID of the workspace.
    pub workspace_id: String,
    /// ID of the connected account.
    pub connected_account_id: String,
    /// Whether Seam manages the credential.
    #[field(required)]
    pub is_managed: Option<bool>,
    /// How it opens.
    #[field(load_bearing)]
    pub access_method: AccessMethodMode,
    /// The PIN; null or absent where there is none.
    #[field(nullable, optional, load_bearing, secret)]
    pub code: Option<String>,
    /// Number of the card; null or absent where there is none.
    #[field(nullable, optional, load_bearing, secret)]
    pub card_number: Option<String>,
    /// What the provider calls such a credential, for people.
    pub display_name: String,
    /// What the provider calls such a credential.
    pub external_type: Option<AcsCredentialExternalType>,
    /// What the provider calls such a credential, for people.
    pub external_type_display_name: Option<String>,
    /// Date-time from which it opens, RFC 3339.
    #[field(load_bearing)]
    pub starts_at: Option<DateTime<Utc>>,
    /// Date-time until which it opens, RFC 3339.
    #[field(load_bearing)]
    pub ends_at: Option<DateTime<Utc>>,
    /// Whether it is on a card.
    pub is_issued: Option<bool>,
    /// Date-time at which it was written onto a card, RFC 3339; null where it was not.
    #[field(nullable, optional)]
    pub issued_at: Option<DateTime<Utc>>,
    /// Whether it opens once and not again.
    pub is_one_time_use: Option<bool>,
    /// Whether it opens from several phones.
    pub is_multi_phone_sync_credential: Option<bool>,
    /// Whether the provider has its latest state; null where nobody knows.
    #[field(nullable, optional)]
    pub is_latest_desired_state_synced_with_provider: Option<bool>,
    /// Date-time at which the provider last got its state, RFC 3339; null where it never did.
    #[field(nullable, optional)]
    pub latest_desired_state_synced_with_provider_at: Option<DateTime<Utc>>,
    /// ID of the user of the access control system to whom it belongs.
    pub acs_user_id: Option<String>,
    /// ID of the user identity to whom it belongs.
    pub user_identity_id: Option<String>,
    /// ID of the credential that it was made from.
    pub parent_acs_credential_id: Option<String>,
    /// ID of the pool from which it comes.
    pub acs_credential_pool_id: Option<String>,
    /// What only Akiles knows.
    pub akiles_metadata: Option<AkilesCredentialMetadata>,
    /// What only ASSA ABLOY Vostio knows.
    pub assa_abloy_vostio_metadata: Option<VostioCredentialMetadata>,
    /// What only Visionline knows.
    pub visionline_metadata: Option<VisionlineCredentialMetadata>,
    /// What keeps it from opening.
    pub errors: Vec<AcsCredentialError>,
    /// What may trouble it.
    pub warnings: Vec<AcsCredentialWarning>,
    /// Date-time at which it was created, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
}

/// What a provider calls a credential.
#[names]
pub enum AcsCredentialExternalType {
    PtiCard,
    BrivoCredential,
    HidCredential,
    VisionlineCard,
    SaltoKsCredential,
    AssaAbloyVostioKey,
    SaltoSpaceKey,
    LatchAccess,
    DormakabaAmbianceCredential,
    HotekCard,
    SaltoKsTag,
    AvigilonAltaCredential,
    KisiCredential,
    AkilesCredential,
}

/// What keeps a credential from opening.
#[object]
pub struct AcsCredentialError {
    /// Name of the kind of error; an open set.
    pub error_code: String,
    /// What is going on, for people; free text.
    pub message: String,
    /// Date-time at which it was noticed, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
}

/// What may trouble a credential.
#[union(tag = "warning_code", unlisted = Notice)]
pub enum AcsCredentialWarning {
    /// It is not on a card yet.
    WaitingToBeIssued(Notice),
    /// The schedule of a credential made from it was changed outside Seam.
    ScheduleExternallyModified(Notice),
    /// Its start was moved, since it lay in the past.
    ScheduleModified(Notice),
    /// It is being deleted.
    BeingDeleted(Notice),
    /// Something went wrong with the provider that nobody can name.
    UnknownIssueWithAcsCredential(Notice),
    /// What it opens has changed: write it onto its card again.
    NeedsToBeReissued(Notice),
    /// The PIN that was asked for is taken, and the system chose another: tell the guest.
    RequestedCodeUnavailable(RequestedCodeUnavailable),
}

/// A warning that a credential has another PIN than was asked for.
#[object]
pub struct RequestedCodeUnavailable {
    /// What is going on, for people; free text.
    pub message: String,
    /// Date-time at which it was noticed, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
    /// The PIN that opens.
    #[field(secret)]
    pub new_code: Option<String>,
    /// The PIN that was asked for.
    #[field(secret)]
    pub original_code: Option<String>,
}

/// What only Akiles knows of its credentials.
#[object]
pub struct AkilesCredentialMetadata {
    /// ID of the member's PIN at Akiles.
    #[field(secret)]
    pub member_pin_id: Option<String>,
}

/// What only ASSA ABLOY Vostio knows of its credentials.
#[object]
pub struct VostioCredentialMetadata {
    /// Whether it joins the cards that open the same doors already, instead of replacing them.
    pub auto_join: Option<bool>,
    /// Names of the doors that it opens.
    pub door_names: Option<Vec<String>>,
    /// ID of the endpoint at Vostio.
    pub endpoint_id: Option<String>,
    /// ID of the key at Vostio.
    pub key_id: Option<String>,
    /// ID of the request to issue the key at Vostio.
    pub key_issuing_request_id: Option<String>,
    /// IDs of the guest entrances whose cards it replaces.
    pub override_guest_acs_entrance_ids: Option<Vec<String>>,
}

/// What only Visionline knows of its credentials.
#[object]
pub struct VisionlineCredentialMetadata {
    /// Whether it joins the cards that open the same doors already, instead of replacing them.
    pub auto_join: Option<bool>,
    /// Whom the card is for.
    pub card_function_type: Option<VisionlineCardFunctionType>,
    /// ID of the card at Visionline.
    pub card_id: Option<String>,
    /// IDs of the common entrances that it opens.
    pub common_acs_entrance_ids: Option<Vec<String>>,
    /// ID of the credential at Visionline.
    pub credential_id: Option<String>,
    /// IDs of the guest entrances that it opens.
    pub guest_acs_entrance_ids: Option<Vec<String>>,
    /// Whether it opens.
    pub is_valid: Option<bool>,
    /// IDs of the credentials that it joins.
    pub joiner_acs_credential_ids: Option<Vec<String>>,
}

/// Whom a Visionline card is for.
#[names]
pub enum VisionlineCardFunctionType {
    Guest,
    Staff,
}
