//! What may trouble an access code or whoever uses it (docs/api-facts.md#warnings-of-an-access-code): one line per warning code.
//! Errors and warnings share some codes, with other meanings: the two lists stay apart.

use chrono::{DateTime, Utc};

use crate::model::{ExternalChangeType, ModifiedField, UnlistedIssue};
use crate::schema::{object, union};

/// What may trouble an access code or whoever uses it.
#[union(tag = "warning_code", unlisted = UnlistedIssue)]
pub enum AccessCodeWarning {
    /// Programming takes unusually long; may clear by itself.
    DelayInSettingOnDevice(AccessCodeNotice),
    /// The lock has not confirmed the removal.
    DelayInRemovingFromDevice(AccessCodeNotice),
    /// Other software manages the lock and may break codes.
    ThirdPartyIntegrationDetected(AccessCodeNotice),
    /// The igloohome offline code has to be used within 24 hours of its start.
    #[name("igloo_algopin_must_be_used_within_24_hours")]
    IglooAlgopinMustBeUsedWithin24Hours(AccessCodeNotice),
    /// Another workspace took the code over.
    ManagementTransferred(AccessCodeNotice),
    /// The PIN changes on renewal: read it again before each use.
    CodeRotatesPeriodically(AccessCodeNotice),
    /// The lock's time zone is not known and the time frame crosses a clock change, so an hour was added.
    TimeFrameAdjustedForUnknownTimeZone(AccessCodeNotice),
    /// A change made outside Seam is tolerated, as the code allows.
    ExternalModificationInEffect(ExternalModificationInEffect),
    /// A spare code replaces this one.
    UsingBackupAccessCode(AccessCodeNotice),
    /// The code is being deleted.
    BeingDeleted(AccessCodeNotice),
    /// Something is wrong that Seam cannot name.
    UnknownIssueWithAccessCode(AccessCodeNotice),
    /// The start is near and the code is not on the lock yet; clears by itself.
    DelayInIssuing(AccessCodeNotice),

    // Retired, most of them by the mass change of mid-2026.
    /// August is slow to program.
    #[deprecated_tag("now `delay_in_setting_on_device`")]
    AugustDeviceProgrammingDelay(AccessCodeNotice),
    /// The August lock is offline for a while.
    #[deprecated_tag("now `delay_in_setting_on_device`")]
    AugustLockTemporarilyOffline(AccessCodeNotice),
    /// The code was changed outside Seam.
    #[deprecated_tag("now `external_modification_in_effect`")]
    CodeModifiedExternalToSeam(ExternalModificationInEffect),
    /// Kwikset does not confirm the code.
    #[deprecated_tag("now `delay_in_setting_on_device`")]
    KwiksetUnableToConfirmCode(AccessCodeNotice),
    /// Schlage could not create codes for a while.
    #[deprecated_tag("now `unknown_issue_with_access_code`")]
    SchlageCreationOutage(AccessCodeNotice),
    /// Schlage has the same PIN already.
    #[deprecated_tag("now the error `duplicate_code_on_device`")]
    SchlageDetectedDuplicate(AccessCodeNotice),
    /// Schlage has a code of the same name.
    #[deprecated_tag("now the error `provider_issue`")]
    SchlageDetectedDuplicateCodeName(AccessCodeNotice),
    /// The Schlage lock's time zone is ambiguous around a clock change.
    #[deprecated_tag("now `time_frame_adjusted_for_unknown_time_zone`")]
    SchlageAccessCodeAmbiguousTimezoneDstRisk(AccessCodeNotice),
    /// SmartThings could not set the code.
    #[deprecated_tag("now the error `failed_to_set_on_device`")]
    SmartthingsFailedToSetAccessCode(AccessCodeNotice),
    /// The Salto lock is in office mode and takes no codes.
    #[deprecated_tag("now a warning of the device")]
    SaltoOfficeMode(AccessCodeNotice),
    /// The code is disabled in the Ultraloq app.
    #[deprecated_tag("now the error `access_code_inactive`")]
    UltraloqAccessCodeDisabled(AccessCodeNotice),
    /// The code is disabled on the lock.
    #[deprecated_tag("now the error `access_code_inactive`")]
    AccessCodeInactive(AccessCodeNotice),
    /// A problem of the provider's that only `message` tells.
    #[deprecated_tag("now the error `provider_issue`")]
    ProviderIssue(AccessCodeNotice),
    /// Changes are slow to reach the lock.
    #[deprecated_tag("now the error `failed_to_update`")]
    DelayInApplyingMutations(AccessCodeNotice),
}

/// A warning without details.
#[object]
pub struct AccessCodeNotice {
    /// What is going on, for people; free text.
    pub message: String,
    /// Date-time at which it was noticed, RFC 3339.
    pub created_at: Option<DateTime<Utc>>,
}

/// A warning that someone changed the code outside Seam, which the code allows.
#[object]
pub struct ExternalModificationInEffect {
    /// What is going on, for people; free text.
    pub message: String,
    /// Date-time at which it was noticed, RFC 3339.
    pub created_at: Option<DateTime<Utc>>,
    /// Whether it was changed or removed.
    pub change_type: Option<ExternalChangeType>,
    /// What was changed.
    pub modified_fields: Option<Vec<ModifiedField>>,
}
