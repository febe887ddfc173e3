//! `acs_system`: what entrances and users belong to (docs/api-facts.md#other-endpoints).
//! Holds what servers reply; what callers give is with the parameters.

use chrono::{DateTime, Utc};

use crate::model::Notice;
use crate::schema::{names, object, union};

/// An access control system: entrances, users and credentials that belong together.
#[object]
pub struct AcsSystem {
    /// ID of the access control system.
    #[field(load_bearing)]
    pub acs_system_id: String,
    /// ID of the workspace.
    pub workspace_id: String,
    /// How many access groups it has.
    pub acs_access_group_count: Option<u32>,
    /// How many users it has.
    pub acs_user_count: Option<u32>,
    /// ID of the connected account.
    pub connected_account_id: String,
    /// IDs of the connected accounts.
    #[field(deprecated = "use `connected_account_id`")]
    pub connected_account_ids: Vec<String>,
    /// ID of the access control system that manages its credentials; null where there is none.
    #[field(nullable, optional)]
    pub default_credential_manager_acs_system_id: Option<String>,
    /// What the provider calls it.
    pub external_type: Option<AcsSystemExternalType>,
    /// What the provider calls it, for people.
    pub external_type_display_name: Option<String>,
    /// What its picture shows.
    pub image_alt_text: String,
    /// URL of its picture.
    pub image_url: String,
    /// Whether it manages credentials of other systems.
    #[field(required)]
    pub is_credential_manager: Option<bool>,
    /// Where it is.
    pub location: AcsSystemLocation,
    /// Name, for people.
    pub name: String,
    /// What the provider calls it.
    #[field(deprecated = "use `external_type`")]
    pub system_type: Option<AcsSystemExternalType>,
    /// What the provider calls it, for people.
    #[field(deprecated = "use `external_type_display_name`")]
    pub system_type_display_name: Option<String>,
    /// What only Visionline knows.
    pub visionline_metadata: Option<VisionlineSystemMetadata>,
    /// What keeps it from working.
    pub errors: Vec<AcsSystemError>,
    /// What may trouble it.
    pub warnings: Vec<AcsSystemWarning>,
    /// Date-time at which it was made, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
}

/// What a provider calls an access control system.
#[names]
pub enum AcsSystemExternalType {
    PtiSite,
    AvigilonAltaOrg,
    SaltoKsSite,
    SaltoSpaceSystem,
    BrivoAccount,
    HidCredentialManagerOrganization,
    VisionlineSystem,
    AssaAbloyCredentialService,
    LatchBuilding,
    DormakabaCommunitySite,
    DormakabaAmbianceSite,
    LegicConnectCredentialService,
    AssaAbloyVostio,
    AssaAbloyVostioCredentialService,
    HotekSite,
    KisiOrganization,
    AkilesOrganization,
}

/// Where an access control system is.
#[object]
pub struct AcsSystemLocation {
    /// IANA time zone; null where nobody knows.
    #[field(nullable)]
    pub time_zone: Option<String>,
}

/// What only Visionline knows of itself.
#[object]
pub struct VisionlineSystemMetadata {
    /// Address in the local network.
    pub lan_address: Option<String>,
    /// UUID of mobile access.
    pub mobile_access_uuid: Option<String>,
    /// ID of the system at Visionline.
    pub system_id: Option<String>,
}

/// What keeps an access control system from working.
#[union(tag = "error_code", unlisted = Notice)]
pub enum AcsSystemError {
    /// The Seam Bridge cannot be reached.
    SeamBridgeDisconnected(Notice),
    /// The Seam Bridge cannot be reached.
    BridgeDisconnected(AcsSystemBridgeDisconnected),
    /// Visionline cannot be reached.
    VisionlineInstanceUnreachable(Notice),
    /// The Salto KS site has no subscription left.
    SaltoKsSubscriptionLimitExceeded(Notice),
    /// The account lacks the rights to control it.
    InsufficientPermissions(Notice),
    /// It cannot be reached.
    AcsSystemDisconnected(Notice),
    /// Seam is logged out of the account.
    AccountDisconnected(Notice),
    /// Seam's certificate for Salto KS has expired.
    SaltoKsCertificationExpired(Notice),
    /// The provider's service cannot be reached.
    ProviderServiceUnavailable(Notice),
    /// It takes no more users.
    UserLicenseLimitReached(Notice),
}

/// The Seam Bridge cannot be reached: the details.
#[object]
pub struct AcsSystemBridgeDisconnected {
    /// Whether the error is of the bridge.
    #[field(unchecked)]
    pub is_bridge_error: Option<bool>,
    /// What is going on, for people; free text.
    pub message: String,
    /// Date-time at which it was made, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
}

/// What may trouble an access control system.
#[union(tag = "warning_code", unlisted = Notice)]
pub enum AcsSystemWarning {
    /// More than 80 % of the Salto KS subscriptions are used.
    SaltoKsSubscriptionLimitAlmostReached(Notice),
    /// Its time zone is not the one of its location: times may be off.
    TimeZoneDoesNotMatchLocation(AcsSystemTimeZoneDoesNotMatchLocationWarning),
    /// It has to be set up first.
    SetupRequired(Notice),
    /// Something went wrong with the provider that nobody can name.
    UnknownIssueWithAcsSystem(Notice),
}

/// Its time zone is not the one of its location: times may be off: the details.
#[object]
pub struct AcsSystemTimeZoneDoesNotMatchLocationWarning {
    /// IDs of the entrances whose time zone is wrong.
    #[field(deprecated = "the message says it")]
    pub misconfigured_acs_entrance_ids: Option<Vec<String>>,
    /// What is going on, for people; free text.
    pub message: String,
    /// Date-time at which it was made, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
}
