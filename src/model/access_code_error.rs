//! What keeps an access code from working (docs/api-facts.md#errors-of-an-access-code): one line per error code, of every generation of the API.
//! A code that is retired stays listed: servers and stored data outlive documentation.

use chrono::{DateTime, Utc};

use crate::schema::{False, True, names, object, union};

/// What keeps an access code from working.
#[union(tag = "error_code", unlisted = UnlistedIssue)]
pub enum AccessCodeError {
    /// A problem of the provider's that only `message` tells.
    ProviderIssue(AccessCodeFault),
    /// Programming the lock failed; Seam tries again.
    FailedToSetOnDevice(AccessCodeFault),
    /// Removing the code from the lock failed; Seam tries again.
    FailedToRemoveFromDevice(AccessCodeFault),
    /// The same PIN is already on the lock.
    DuplicateCodeOnDevice(DuplicateCodeOnDevice),
    /// The lock's memory is full.
    NoSpaceForAccessCodeOnDevice(AccessCodeFault),
    /// The code was changed or removed outside Seam, which will restore it.
    ConflictingExternalModification(ConflictingExternalModification),
    /// The code is disabled on the lock and will not open it.
    AccessCodeInactive(AccessCodeFault),
    /// The account lacks the rights to program the lock.
    InsufficientPermissions(PermissionFault),
    /// The PIN breaks the lock's rules; not tried again until it is changed.
    CodeConstraintsViolated(AccessCodeFault),
    /// The code is not on the lock although its time has come; clears by itself.
    FailedToIssue(AccessCodeFault),
    /// A change is not on the lock yet; clears by itself.
    FailedToUpdate(AccessCodeFault),
    /// The code still opens although its time is over.
    #[deprecated_tag("now `failed_to_remove`")]
    FailedToExpire(AccessCodeFault),
    /// The code still opens although its time is over.
    FailedToRemove(AccessCodeFault),
    /// The code still opens although its time is over; what newer servers call `failed_to_remove`.
    FailedToDelete(AccessCodeFault),
    /// The account behind the lock is disconnected.
    AccountDisconnected(ConnectedAccountFault),
    /// The Salto KS site has no subscription left.
    SaltoKsSubscriptionLimitExceeded(ConnectedAccountFault),
    /// A dormakaba site cannot be reached.
    DormakabaSitesDisconnected(ConnectedAccountFault),
    /// The lock is offline.
    #[deprecated_tag("now `device_disconnected`")]
    DeviceOffline(DeviceFault),
    /// The lock was removed from the account.
    DeviceRemoved(DeviceFault),
    /// The lock's hub is offline.
    HubDisconnected(DeviceFault),
    /// The lock is offline.
    DeviceDisconnected(DeviceFault),
    /// No spare codes are left on the lock.
    EmptyBackupAccessCodePool(DeviceFault),
    /// The August account is not authorized for the lock.
    AugustLockNotAuthorized(DeviceFault),
    /// The credentials for the lock are missing.
    MissingDeviceCredentials(DeviceFault),
    /// A thermostat's heating runs; without meaning for codes.
    AuxiliaryHeatRunning(DeviceFault),
    /// The provider asks for a subscription.
    SubscriptionRequired(DeviceFault),
    /// The Seam Bridge cannot be reached.
    BridgeDisconnected(BridgeFault),

    // Retired by the mass change of mid-2026, most of them into `provider_issue`.
    /// August is slow to program.
    #[deprecated_tag("now `provider_issue`")]
    AugustDeviceProgrammingDelay(AccessCodeFault),
    /// The August lock's memory is full.
    #[deprecated_tag("now `no_space_for_access_code_on_device`")]
    AugustDeviceSlotsFull(AccessCodeFault),
    /// The August lock does not take such a PIN.
    #[deprecated_tag("now `code_constraints_violated`")]
    AugustLockBadAccessCodeFormat(AccessCodeFault),
    /// The August lock does not take a PIN of this length.
    #[deprecated_tag("now `code_constraints_violated`")]
    AugustLockInvalidCodeLength(AccessCodeFault),
    /// The August lock has no bridge.
    #[deprecated_tag("now `provider_issue`")]
    AugustLockMissingBridge(DeviceFault),
    /// The August lock has no keypad.
    #[deprecated_tag("now `provider_issue`")]
    AugustLockMissingKeypad(AccessCodeFault),
    /// The August lock is offline for a while.
    #[deprecated_tag("now `provider_issue`")]
    AugustLockTemporarilyOffline(AccessCodeFault),
    /// The code was changed outside Seam.
    #[deprecated_tag("now `conflicting_external_modification`")]
    CodeModifiedExternalToSeam(ConflictingExternalModification),
    /// No Oracode user level fits the time frame.
    #[deprecated_tag("now `provider_issue`")]
    DormakabaOracodeNoValidUserLevel(AccessCodeFault),
    /// The Oracode time range is not valid.
    #[deprecated_tag("now `provider_issue`")]
    DormakabaOracodeInvalidTimeRange(AccessCodeFault),
    /// Seam kept the same PIN from being set twice.
    #[deprecated_tag("now `duplicate_code_on_device`")]
    DuplicateCodeAttemptPrevented(AccessCodeFault),
    /// Hubitat is slow to program.
    #[deprecated_tag("now `provider_issue`")]
    HubitatDeviceProgrammingDelay(AccessCodeFault),
    /// The Hubitat lock's memory is full.
    #[deprecated_tag("now `no_space_for_access_code_on_device`")]
    HubitatNoFreePositionsAvailable(AccessCodeFault),
    /// The igloohome bridge is offline.
    #[deprecated_tag("now `provider_issue`")]
    IgloohomeBridgeOffline(AccessCodeFault),
    /// The igloohome bridge has 20 or more jobs waiting.
    #[deprecated_tag("now `provider_issue`")]
    IgloohomeBridgeTooManyPendingJobs(AccessCodeFault),
    /// The igloohome algorithm has no code left for this start.
    #[deprecated_tag("now `provider_issue`")]
    IgloohomeOfflineAccessCodeNoVarianceAvailable(AccessCodeFault),
    /// The login to the provider or bridge is not valid.
    #[deprecated_tag("now `account_disconnected`")]
    InvalidCredentials(BridgeFault),
    /// The KeyNest locker is of a third party.
    #[deprecated_tag("now `provider_issue`")]
    KeynestUnsupportedThirdPartyLocker(AccessCodeFault),
    /// The Kwikset account lacks rights.
    #[deprecated_tag("now `insufficient_permissions`")]
    KwiksetInsufficientPermissions(AccessCodeFault),
    /// Kwikset does not confirm the code, mostly since its PIN is taken.
    #[deprecated_tag("now `provider_issue`")]
    KwiksetUnableToConfirmCode(AccessCodeFault),
    /// Kwikset does not confirm the removal.
    #[deprecated_tag("now `provider_issue`")]
    KwiksetUnableToConfirmDeletion(AccessCodeFault),
    /// The Lockly lock has no Wi-Fi bridge.
    #[deprecated_tag("now `provider_issue`")]
    LocklyMissingWifiBridge(DeviceFault),
    /// A newer code took this one's place.
    #[deprecated_tag("now `provider_issue`")]
    ReplacedByNewerAccessCode(AccessCodeFault),
    /// What the lock holds could not be confirmed.
    #[deprecated_tag("now `provider_issue`")]
    AccessCodeStateUnconfirmed(AccessCodeFault),
    /// Changes did not reach the lock.
    #[deprecated_tag("now `failed_to_update`")]
    FailedToApplyMutations(AccessCodeFault),
    /// The Salto KS user has no subscription.
    #[deprecated_tag("now `salto_ks_subscription_limit_exceeded`")]
    SaltoKsUserNotSubscribed(AccessCodeFault),
    /// The Salto site user has no subscription.
    #[deprecated_tag("now `salto_ks_subscription_limit_exceeded`")]
    SaltoSiteUserNotSubscribed(AccessCodeFault),
    /// The Schlage lock's memory is full.
    #[deprecated_tag("now `no_space_for_access_code_on_device`")]
    SchlageLockExceedsMaximumNumberOfAccessCodes(AccessCodeFault),
    /// SmartThings could not set the code.
    #[deprecated_tag("now `failed_to_set_on_device`")]
    SmartthingsFailedToSetAccessCode(AccessCodeFault),
    /// SmartThings gave up setting the code.
    #[deprecated_tag("now `failed_to_set_on_device`")]
    SmartthingsFailedToSetAfterMultipleRetries(AccessCodeFault),
    /// The SmartThings lock's memory is full.
    #[deprecated_tag("now `no_space_for_access_code_on_device`")]
    SmartthingsNoFreeSlotsAvailable(AccessCodeFault),
    /// The TTLock lock has no gateway.
    #[deprecated_tag("now `provider_issue`")]
    TtlockLockNotPairedToGateway(DeviceFault),
    /// The Wyze lock has a code of this name.
    #[deprecated_tag("now `provider_issue`")]
    WyzeDuplicateCodeName(AccessCodeFault),
    /// The Wyze lock may have this PIN already.
    #[deprecated_tag("now `duplicate_code_on_device`")]
    WyzePotentialDuplicateCode(AccessCodeFault),
}

/// An error of the access code itself.
#[object]
pub struct AccessCodeFault {
    /// Always true: the error is of the access code itself.
    #[field(unchecked)]
    pub is_access_code_error: True,
    /// What went wrong, for people; free text.
    pub message: String,
    /// Date-time at which it was noticed, RFC 3339.
    pub created_at: Option<DateTime<Utc>>,
}

/// An error of the access code whose PIN another code on the lock has already.
#[object]
pub struct DuplicateCodeOnDevice {
    /// Always true: the error is of the access code itself.
    #[field(unchecked)]
    pub is_access_code_error: True,
    /// What went wrong, for people; free text.
    pub message: String,
    /// Date-time at which it was noticed, RFC 3339.
    pub created_at: Option<DateTime<Utc>>,
    /// ID of the other code, where Seam manages it.
    pub managed_access_code_id: Option<String>,
    /// ID of the other code, where Seam does not manage it.
    pub unmanaged_access_code_id: Option<String>,
}

/// An error of the access code that someone changed or removed outside Seam.
#[object]
pub struct ConflictingExternalModification {
    /// Always true: the error is of the access code itself.
    #[field(unchecked)]
    pub is_access_code_error: True,
    /// What went wrong, for people; free text.
    pub message: String,
    /// Date-time at which it was noticed, RFC 3339.
    pub created_at: Option<DateTime<Utc>>,
    /// Whether it was changed or removed.
    pub change_type: Option<ExternalChangeType>,
    /// What was changed.
    pub modified_fields: Option<Vec<ModifiedField>>,
}

/// What someone did to a code outside Seam.
#[names]
pub enum ExternalChangeType {
    Modified,
    Removed,
}

/// One property of a code that someone changed outside Seam.
#[object]
pub struct ModifiedField {
    /// Name of the property.
    pub field: String,
    /// What it was; a PIN where `field` is `code`.
    #[field(nullable, secret)]
    pub from: Option<String>,
    /// What it became; a PIN where `field` is `code`.
    #[field(nullable, secret)]
    pub to: Option<String>,
}

/// Missing rights: newer servers tell it of the account, older ones of the access code, so either flag may be there.
#[object]
pub struct PermissionFault {
    /// True from servers that tell it of the access code.
    #[field(unchecked)]
    pub is_access_code_error: Option<True>,
    /// True from servers that tell it of the connected account.
    #[field(unchecked)]
    pub is_connected_account_error: Option<True>,
    /// False from servers that tell it of the connected account.
    #[field(unchecked)]
    pub is_device_error: Option<False>,
    /// What went wrong, for people; free text.
    pub message: String,
    /// Date-time at which it was noticed, RFC 3339.
    pub created_at: Option<DateTime<Utc>>,
}

/// An error of the account behind the lock.
#[object]
pub struct ConnectedAccountFault {
    /// Always true: the error is of the connected account.
    #[field(unchecked)]
    pub is_connected_account_error: True,
    /// Always false: the error is not of the device.
    #[field(unchecked)]
    pub is_device_error: False,
    /// What went wrong, for people; free text.
    pub message: String,
    /// Date-time at which it was noticed, RFC 3339.
    #[field(left_out)]
    pub created_at: Option<DateTime<Utc>>,
}

/// An error of the lock.
#[object]
pub struct DeviceFault {
    /// Always true: the error is of the device.
    #[field(unchecked)]
    pub is_device_error: True,
    /// What went wrong, for people; free text.
    pub message: String,
    /// Date-time at which it was noticed, RFC 3339.
    #[field(left_out)]
    pub created_at: Option<DateTime<Utc>>,
}

/// An error of the Seam Bridge or of a connected account; the flags tell which.
#[object]
pub struct BridgeFault {
    /// Whether the error is of the bridge.
    #[field(unchecked)]
    pub is_bridge_error: Option<bool>,
    /// Whether the error is of the connected account.
    #[field(unchecked)]
    pub is_connected_account_error: Option<bool>,
    /// What went wrong, for people; free text.
    pub message: String,
    /// Date-time at which it was noticed, RFC 3339.
    #[field(left_out)]
    pub created_at: Option<DateTime<Utc>>,
}

/// What every error and warning has, listed or not.
#[object]
pub struct UnlistedIssue {
    /// What went wrong, for people; free text.
    pub message: String,
    /// Date-time at which it was noticed, RFC 3339.
    pub created_at: Option<DateTime<Utc>>,
}
