//! What may trouble a device or its codes (docs/api-facts.md#device): one line per warning code, of every generation.
//! A code that is retired stays listed: servers and stored data outlive documentation.

use chrono::{DateTime, Utc};

use crate::model::UnlistedIssue;
use crate::schema::{object, union};

/// What may trouble a device or its codes.
#[union(tag = "warning_code", unlisted = UnlistedIssue)]
pub enum DeviceWarning {
    // What concerns codes.
    /// The pool of spare codes does not fill up again.
    PartialBackupAccessCodePool(DeviceNotice),
    /// Many spare codes are in use.
    ManyActiveBackupCodes(DeviceNotice),
    /// The lock holds as many codes as it can.
    MaxAccessCodesReached(MaxAccessCodesReached),
    /// Other software manages the lock and may break codes.
    ThirdPartyIntegrationDetected(DeviceNotice),
    /// The Salto KS lock is in office mode: codes do not open it.
    SaltoKsOfficeMode(DeviceNotice),
    /// The lock is in privacy mode: neither codes nor remote unlocking open it.
    PrivacyMode(DeviceNotice),
    /// The Salto KS lock is in privacy mode: codes do not open it.
    #[deprecated_tag("now `privacy_mode`")]
    SaltoKsPrivacyMode(DeviceNotice),
    /// The Salto KS lock may no longer take codes, as it may be after a reset of its hub.
    SaltoKsLockAccessCodeSupportRemoved(DeviceNotice),
    /// The Lockly lock has no time zone: time frames may be off.
    LocklyTimeZoneNotConfigured(DeviceNotice),
    /// The Ultraloq lock's time zone is not known: it takes no time-bound codes until it is.
    UltraloqTimeZoneUnknown(DeviceNotice),
    /// The lock's time zone is not known: it takes no time-bound codes until it is.
    TimeZoneUnknown(DeviceNotice),
    /// The configured time zone is not the one of the lock's clock: time frames may be off.
    TimeZoneMismatch(DeviceNotice),
    /// The 2N device has no time zone: it takes no codes until it has.
    TwoNDeviceMissingTimezone(DeviceNotice),
    /// The keypad is not linked to the igloohome bridge: codes do not reach it.
    AccessoryKeypadSetupRequired(DeviceNotice),
    /// The keypad's battery is low.
    AccessoryKeypadLowBattery(DeviceNotice),
    /// The key is in a locker that takes no codes.
    KeynestUnsupportedLocker(DeviceNotice),
    /// A problem of the provider's that only `message` tells.
    ProviderIssue(DeviceNotice),
    /// The account lacks the rights to control the device.
    #[deprecated_tag("now the error `insufficient_permissions`")]
    InsufficientPermissions(DeviceNotice),

    // Connection, power and the rest.
    /// Unlocking through the gateway is switched off in the lock's settings.
    TtlockLockGatewayUnlockingNotEnabled(DeviceNotice),
    /// The Wyze lock has no gateway.
    #[deprecated_tag("no longer sent; see the device's errors")]
    WyzeDeviceMissingGateway(DeviceNotice),
    /// The gateway hears the lock badly.
    TtlockWeakGatewaySignal(DeviceNotice),
    /// The device saves power and may do less.
    PowerSavingMode(DeviceNotice),
    /// The device hardly answers.
    DeviceCommunicationDegraded(DeviceNotice),
    /// The device's connection comes and goes.
    DeviceHasFlakyConnection(DeviceNotice),
    /// Whether the device is online is not reliably known.
    UnreliableOnlineStatus(DeviceNotice),
    /// The provider has announced maintenance.
    ScheduledMaintenanceWindow(DeviceNotice),
    /// A hub would let the device do more, such as being unlocked remotely.
    HubRequiredForAdditionalCapabilities(DeviceNotice),
    /// More than 80 % of the Salto KS site's subscriptions are used.
    SaltoKsSubscriptionLimitAlmostReached(DeviceNotice),
    /// A thermostat's temperature is out of its limits.
    TemperatureThresholdExceeded(DeviceNotice),
    /// The phone's state could not be read from its provider.
    UnknownIssueWithPhone(DeviceNotice),
}

/// A warning without details.
#[object]
pub struct DeviceNotice {
    /// What is going on, for people; free text.
    pub message: String,
    /// Date-time at which it was noticed, RFC 3339.
    #[field(left_out)]
    pub created_at: Option<DateTime<Utc>>,
}

/// A warning that the lock's memory is full.
#[object]
pub struct MaxAccessCodesReached {
    /// What is going on, for people; free text.
    pub message: String,
    /// Date-time at which it was noticed, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
    /// How many codes the lock holds.
    #[field(required)]
    pub active_access_code_count: Option<u32>,
    /// How many codes the lock can hold.
    #[field(required)]
    pub max_active_access_code_count: Option<u32>,
}
