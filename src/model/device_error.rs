//! What keeps a device from working (docs/api-facts.md#device): one line per error code, of every generation of the API.
//! A code that is retired stays listed: servers and stored data outlive documentation.

use crate::model::{BridgeFault, ConnectedAccountFault, DeviceFault, UnlistedIssue};
use crate::schema::union;

/// What keeps a device from working.
#[union(tag = "error_code", unlisted = UnlistedIssue)]
pub enum DeviceError {
    /// The account behind the device is disconnected.
    AccountDisconnected(ConnectedAccountFault),
    /// The Salto KS site has no subscription left.
    SaltoKsSubscriptionLimitExceeded(ConnectedAccountFault),
    /// The account lacks the rights to control the device.
    InsufficientPermissions(ConnectedAccountFault),
    /// A dormakaba site cannot be reached.
    DormakabaSitesDisconnected(ConnectedAccountFault),
    /// The device is offline.
    #[deprecated_tag("now `device_disconnected`")]
    DeviceOffline(DeviceFault),
    /// The device was removed from the account.
    DeviceRemoved(DeviceFault),
    /// The device's hub is offline.
    HubDisconnected(DeviceFault),
    /// The device is offline.
    DeviceDisconnected(DeviceFault),
    /// No spare codes are left on the lock.
    EmptyBackupAccessCodePool(DeviceFault),
    /// The August account is not authorized for the lock.
    AugustLockNotAuthorized(DeviceFault),
    /// The credentials for the device are missing.
    MissingDeviceCredentials(DeviceFault),
    /// A thermostat's auxiliary heating runs.
    AuxiliaryHeatRunning(DeviceFault),
    /// The provider asks for a subscription.
    SubscriptionRequired(DeviceFault),
    /// The Seam Bridge cannot be reached.
    BridgeDisconnected(BridgeFault),

    // Retired by the mass change of mid-2026.
    /// The TTLock lock has no gateway.
    #[deprecated_tag("no longer sent; see the device's warnings")]
    TtlockLockNotPairedToGateway(DeviceFault),
    /// The August lock has no bridge.
    #[deprecated_tag("no longer sent; see the device's warnings")]
    AugustLockMissingBridge(DeviceFault),
    /// The Lockly lock has no Wi-Fi bridge.
    #[deprecated_tag("no longer sent; see the device's warnings")]
    LocklyMissingWifiBridge(DeviceFault),
}
