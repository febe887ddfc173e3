//! `event`: what happened in a workspace, as `/events/**` lists it and webhooks deliver it (docs/api-facts.md#events): every event
//! type of every generation of the API, one variant each. The shapes are in `event/`, one file per group of events.

mod access_code;
mod access_grant;
mod acs;
mod connected_account;
mod device;
mod fields;
mod lock;
mod thermostat;

use chrono::{DateTime, Utc};

use crate::schema::{object, union};
use fields::event;

pub use access_code::*;
pub use access_grant::*;
pub use acs::*;
pub use connected_account::*;
pub use device::*;
pub use lock::*;
pub use thermostat::*;

/// Something that happened, told apart by `event_type`.
#[union(tag = "event_type", unlisted = UnlistedEvent, names = SeamEventType)]
pub enum SeamEvent {
    // Access codes.
    /// An access code was created.
    #[name("access_code.created")]
    AccessCodeCreated(AccessCodeEvent),
    /// An access code was changed.
    #[name("access_code.changed")]
    AccessCodeChanged(AccessCodeChangedEvent),
    /// The name of an access code was changed.
    #[name("access_code.name_changed")]
    AccessCodeNameChanged(AccessCodeNameChangedEvent),
    /// The PIN of an access code was changed.
    #[name("access_code.code_changed")]
    AccessCodeCodeChanged(AccessCodeCodeChangedEvent),
    /// The time frame of an access code was changed.
    #[name("access_code.time_frame_changed")]
    AccessCodeTimeFrameChanged(AccessCodeTimeFrameChangedEvent),
    /// Changes of an access code were asked for; sent when they are, not when they are done.
    #[name("access_code.mutations_requested")]
    AccessCodeMutationsRequested(AccessCodeMutationsRequestedEvent),
    /// The lock has the PIN and will open to it from the code's start on.
    #[name("access_code.scheduled_on_device")]
    AccessCodeScheduledOnDevice(AccessCodeSetEvent),
    /// The PIN is on the lock.
    #[name("access_code.set_on_device")]
    AccessCodeSetOnDevice(AccessCodeSetEvent),
    /// The PIN is off the lock. Not sent where it never was on it.
    #[name("access_code.removed_from_device")]
    AccessCodeRemovedFromDevice(AccessCodeEvent),
    /// The PIN takes long to get onto the lock.
    #[name("access_code.delay_in_setting_on_device")]
    AccessCodeDelayInSettingOnDevice(AccessCodeIssueEvent),
    /// The PIN did not get onto the lock.
    #[name("access_code.failed_to_set_on_device")]
    AccessCodeFailedToSetOnDevice(AccessCodeIssueEvent),
    /// The PIN opens from now on.
    #[name("access_code.issued")]
    AccessCodeIssued(AccessCodeSetEvent),
    /// The PIN takes long to be ready.
    #[name("access_code.delay_in_issuing")]
    AccessCodeDelayInIssuing(AccessCodeIssueEvent),
    /// The PIN is not ready although its time has come.
    #[name("access_code.failed_to_issue")]
    AccessCodeFailedToIssue(AccessCodeIssueEvent),
    /// A change of the access code did not get onto the lock.
    #[name("access_code.failed_to_update")]
    AccessCodeFailedToUpdate(AccessCodeIssueEvent),
    /// The PIN still opens although its time is over.
    #[name("access_code.failed_to_expire")]
    #[deprecated_tag("now `access_code.failed_to_remove`")]
    AccessCodeFailedToExpire(AccessCodeIssueEvent),
    /// The PIN still opens although its time is over.
    #[name("access_code.failed_to_remove")]
    AccessCodeFailedToRemove(AccessCodeIssueEvent),
    /// The PIN still opens although its time is over; what newer servers call `access_code.failed_to_remove`.
    #[name("access_code.failed_to_delete")]
    AccessCodeFailedToDelete(AccessCodeIssueEvent),
    /// An access code was deleted.
    #[name("access_code.deleted")]
    AccessCodeDeleted(AccessCodeDeletedEvent),
    /// The PIN takes long to get off the lock.
    #[name("access_code.delay_in_removing_from_device")]
    AccessCodeDelayInRemovingFromDevice(AccessCodeIssueEvent),
    /// The PIN did not get off the lock.
    #[name("access_code.failed_to_remove_from_device")]
    AccessCodeFailedToRemoveFromDevice(AccessCodeIssueEvent),
    /// Somebody changed the access code elsewhere.
    #[name("access_code.modified_external_to_seam")]
    AccessCodeModifiedExternalToSeam(AccessCodeEvent),
    /// Somebody deleted the access code elsewhere.
    #[name("access_code.deleted_external_to_seam")]
    AccessCodeDeletedExternalToSeam(AccessCodeEvent),
    /// A backup access code was pulled for the access code.
    #[name("access_code.backup_access_code_pulled")]
    AccessCodeBackupAccessCodePulled(BackupAccessCodePulledEvent),
    /// An unmanaged access code became a managed one.
    #[name("access_code.unmanaged.converted_to_managed")]
    AccessCodeUnmanagedConvertedToManaged(AccessCodeEvent),
    /// An unmanaged access code did not become a managed one.
    #[name("access_code.unmanaged.failed_to_convert_to_managed")]
    AccessCodeUnmanagedFailedToConvertToManaged(AccessCodeIssueEvent),
    /// An access code that Seam did not set was found on a lock.
    #[name("access_code.unmanaged.created")]
    AccessCodeUnmanagedCreated(AccessCodeEvent),
    /// An access code that Seam did not set is off its lock.
    #[name("access_code.unmanaged.removed")]
    AccessCodeUnmanagedRemoved(AccessCodeEvent),

    // Access grants and their methods.
    /// An access grant was created.
    #[name("access_grant.created")]
    AccessGrantCreated(AccessGrantEvent),
    /// An access grant was deleted.
    #[name("access_grant.deleted")]
    AccessGrantDeleted(AccessGrantEvent),
    /// The access grant opens all of its doors from now on.
    #[name("access_grant.access_granted_to_all_doors")]
    AccessGrantAccessGrantedToAllDoors(AccessGrantEvent),
    /// The access grant opens a door from now on.
    #[name("access_grant.access_granted_to_door")]
    AccessGrantAccessGrantedToDoor(AccessGrantDoorEvent),
    /// The access grant no longer opens a door.
    #[name("access_grant.access_to_door_lost")]
    AccessGrantAccessToDoorLost(AccessGrantDoorEvent),
    /// The times of the access grant were changed.
    #[name("access_grant.access_times_changed")]
    AccessGrantAccessTimesChanged(AccessGrantTimesChangedEvent),
    /// Access methods that the access grant asks for could not be made.
    #[name("access_grant.could_not_create_requested_access_methods")]
    AccessGrantCouldNotCreateRequestedAccessMethods(AccessGrantIncompleteEvent),
    /// An access method was issued.
    #[name("access_method.issued")]
    AccessMethodIssued(AccessMethodIssuedEvent),
    /// An access method was revoked.
    #[name("access_method.revoked")]
    AccessMethodRevoked(AccessMethodEvent),
    /// A card has to be encoded.
    #[name("access_method.card_encoding_required")]
    AccessMethodCardEncodingRequired(AccessMethodEvent),
    /// An access method was deleted.
    #[name("access_method.deleted")]
    AccessMethodDeleted(AccessMethodEvent),
    /// An access method was issued anew.
    #[name("access_method.reissued")]
    AccessMethodReissued(AccessMethodIssuedEvent),
    /// An access method was created.
    #[name("access_method.created")]
    AccessMethodCreated(AccessMethodEvent),
    /// An access method takes long to be issued.
    #[name("access_method.delay_in_issuing")]
    AccessMethodDelayInIssuing(AccessMethodEvent),
    /// An access method was not issued.
    #[name("access_method.failed_to_issue")]
    AccessMethodFailedToIssue(AccessMethodEvent),

    // Access systems.
    /// An access system was connected.
    #[name("acs_system.connected")]
    AcsSystemConnected(AcsSystemEvent),
    /// An access system was added.
    #[name("acs_system.added")]
    AcsSystemAdded(AcsSystemEvent),
    /// An access system was disconnected.
    #[name("acs_system.disconnected")]
    AcsSystemDisconnected(AcsSystemDisconnectedEvent),
    /// A credential was deleted.
    #[name("acs_credential.deleted")]
    AcsCredentialDeleted(AcsCredentialEvent),
    /// A credential was issued.
    #[name("acs_credential.issued")]
    AcsCredentialIssued(AcsCredentialEvent),
    /// A credential was issued anew.
    #[name("acs_credential.reissued")]
    AcsCredentialReissued(AcsCredentialEvent),
    /// A credential is no longer valid; it has to be issued anew.
    #[name("acs_credential.invalidated")]
    AcsCredentialInvalidated(AcsCredentialEvent),
    /// A user of an access system was created.
    #[name("acs_user.created")]
    AcsUserCreated(AcsUserEvent),
    /// A user of an access system was deleted.
    #[name("acs_user.deleted")]
    AcsUserDeleted(AcsUserEvent),
    /// An encoder was added.
    #[name("acs_encoder.added")]
    AcsEncoderAdded(AcsEncoderEvent),
    /// An encoder was removed.
    #[name("acs_encoder.removed")]
    AcsEncoderRemoved(AcsEncoderEvent),
    /// An access group was deleted.
    #[name("acs_access_group.deleted")]
    AcsAccessGroupDeleted(AcsAccessGroupEvent),
    /// An entrance was added.
    #[name("acs_entrance.added")]
    AcsEntranceAdded(AcsEntranceEvent),
    /// An entrance was removed.
    #[name("acs_entrance.removed")]
    AcsEntranceRemoved(AcsEntranceEvent),

    // Sessions and accounts.
    /// A client session was deleted.
    #[name("client_session.deleted")]
    ClientSessionDeleted(ClientSessionEvent),
    /// An account was connected for the first time or again.
    #[name("connected_account.connected")]
    ConnectedAccountConnected(ConnectedAccountConnectedEvent),
    /// A connected account was created.
    #[name("connected_account.created")]
    ConnectedAccountCreated(ConnectedAccountLoginEvent),
    /// Somebody logged in to the account.
    #[name("connected_account.successful_login")]
    #[deprecated_tag("use `connect_webview.login_succeeded`")]
    ConnectedAccountSuccessfulLogin(ConnectedAccountLoginEvent),
    /// The account was disconnected.
    #[name("connected_account.disconnected")]
    ConnectedAccountDisconnected(ConnectedAccountIssueEvent),
    /// The devices of the account are here.
    #[name("connected_account.completed_first_sync")]
    ConnectedAccountCompletedFirstSync(ConnectedAccountEvent),
    /// A connected account was deleted.
    #[name("connected_account.deleted")]
    ConnectedAccountDeleted(ConnectedAccountDeletedEvent),
    /// The devices of the account are here again.
    #[name("connected_account.completed_first_sync_after_reconnection")]
    ConnectedAccountCompletedFirstSyncAfterReconnection(ConnectedAccountEvent),
    /// Somebody has to log in to the account again.
    #[name("connected_account.reauthorization_requested")]
    ConnectedAccountReauthorizationRequested(ConnectedAccountIssueEvent),
    /// A login in a Connect Webview succeeded.
    #[name("connect_webview.login_succeeded")]
    ConnectWebviewLoginSucceeded(ConnectWebviewSucceededEvent),
    /// A login in a Connect Webview failed.
    #[name("connect_webview.login_failed")]
    ConnectWebviewLoginFailed(ConnectWebviewFailedEvent),
    /// An enrollment automation was deleted.
    #[name("enrollment_automation.deleted")]
    EnrollmentAutomationDeleted(EnrollmentAutomationEvent),

    // Action attempts.
    /// A door was locked as asked.
    #[name("action_attempt.lock_door.succeeded")]
    ActionAttemptLockDoorSucceeded(ActionAttemptEvent),
    /// A door was not locked.
    #[name("action_attempt.lock_door.failed")]
    ActionAttemptLockDoorFailed(ActionAttemptEvent),
    /// A door was unlocked as asked.
    #[name("action_attempt.unlock_door.succeeded")]
    ActionAttemptUnlockDoorSucceeded(ActionAttemptEvent),
    /// A door was not unlocked.
    #[name("action_attempt.unlock_door.failed")]
    ActionAttemptUnlockDoorFailed(ActionAttemptEvent),
    /// The simulated entry of a PIN succeeded.
    #[name("action_attempt.simulate_keypad_code_entry.succeeded")]
    ActionAttemptSimulateKeypadCodeEntrySucceeded(ActionAttemptEvent),
    /// The simulated entry of a PIN failed.
    #[name("action_attempt.simulate_keypad_code_entry.failed")]
    ActionAttemptSimulateKeypadCodeEntryFailed(ActionAttemptEvent),
    /// The simulated locking at the keypad succeeded.
    #[name("action_attempt.simulate_manual_lock_via_keypad.succeeded")]
    ActionAttemptSimulateManualLockViaKeypadSucceeded(ActionAttemptEvent),
    /// The simulated locking at the keypad failed.
    #[name("action_attempt.simulate_manual_lock_via_keypad.failed")]
    ActionAttemptSimulateManualLockViaKeypadFailed(ActionAttemptEvent),

    // Devices.
    /// A device is online, for the first time or again.
    #[name("device.connected")]
    DeviceConnected(DeviceEvent),
    /// A device was added.
    #[name("device.added")]
    DeviceAdded(DeviceEvent),
    /// A managed device became an unmanaged one.
    #[name("device.converted_to_unmanaged")]
    DeviceConvertedToUnmanaged(DeviceEvent),
    /// An unmanaged device became a managed one.
    #[name("device.unmanaged.converted_to_managed")]
    DeviceUnmanagedConvertedToManaged(DeviceEvent),
    /// An unmanaged device is online, for the first time or again.
    #[name("device.unmanaged.connected")]
    DeviceUnmanagedConnected(DeviceEvent),
    /// A device was disconnected.
    #[name("device.disconnected")]
    DeviceDisconnected(DeviceDisconnectedEvent),
    /// An unmanaged device was disconnected.
    #[name("device.unmanaged.disconnected")]
    DeviceUnmanagedDisconnected(DeviceDisconnectedEvent),
    /// A device was opened or moved.
    #[name("device.tampered")]
    DeviceTampered(DeviceEvent),
    /// A battery is low.
    #[name("device.low_battery")]
    DeviceLowBattery(DeviceLowBatteryEvent),
    /// What the charge of a battery means has changed.
    #[name("device.battery_status_changed")]
    DeviceBatteryStatusChanged(DeviceBatteryStatusChangedEvent),
    /// A device was removed from its account.
    #[name("device.removed")]
    DeviceRemoved(DeviceEvent),
    /// A device was deleted.
    #[name("device.deleted")]
    DeviceDeleted(DeviceDeletedEvent),
    /// Another integration controls the device too.
    #[name("device.third_party_integration_detected")]
    DeviceThirdPartyIntegrationDetected(DeviceEvent),
    /// No other integration controls the device any more.
    #[name("device.third_party_integration_no_longer_detected")]
    DeviceThirdPartyIntegrationNoLongerDetected(DeviceEvent),
    /// A Salto lock went into privacy mode.
    #[name("device.salto.privacy_mode_activated")]
    DeviceSaltoPrivacyModeActivated(DeviceEvent),
    /// A Salto lock left privacy mode.
    #[name("device.salto.privacy_mode_deactivated")]
    DeviceSaltoPrivacyModeDeactivated(DeviceEvent),
    /// A device is online at some times only.
    #[name("device.connection_became_flaky")]
    DeviceConnectionBecameFlaky(DeviceIssueEvent),
    /// A device is online at all times again.
    #[name("device.connection_stabilized")]
    DeviceConnectionStabilized(DeviceEvent),
    /// The provider asks for a subscription.
    #[name("device.error.subscription_required")]
    DeviceErrorSubscriptionRequired(DeviceIssueEvent),
    /// The provider no longer asks for a subscription.
    #[name("device.error.subscription_required.resolved")]
    DeviceErrorSubscriptionRequiredResolved(DeviceEvent),
    /// A keypad was connected.
    #[name("device.accessory_keypad_connected")]
    DeviceAccessoryKeypadConnected(DeviceEvent),
    /// A keypad was disconnected.
    #[name("device.accessory_keypad_disconnected")]
    DeviceAccessoryKeypadDisconnected(DeviceIssueEvent),
    /// A device got another name.
    #[name("device.name_changed")]
    DeviceNameChanged(DeviceNameChangedEvent),
    /// Somebody rang.
    #[name("device.doorbell_rang")]
    DeviceDoorbellRang(DeviceDoorbellRangEvent),
    /// A lock was locked.
    #[name("lock.locked")]
    LockLocked(LockLockedEvent),
    /// A lock was unlocked.
    #[name("lock.unlocked")]
    LockUnlocked(LockUnlockedEvent),
    /// A lock did not let somebody in.
    #[name("lock.access_denied")]
    LockAccessDenied(LockAccessDeniedEvent),
    /// A camera woke up.
    #[name("camera.activated")]
    CameraActivated(CameraActivatedEvent),
    /// It is louder than a threshold allows.
    #[name("noise_sensor.noise_threshold_triggered")]
    NoiseSensorNoiseThresholdTriggered(NoiseThresholdTriggeredEvent),
    /// A phone was deactivated.
    #[name("phone.deactivated")]
    PhoneDeactivated(PhoneEvent),
    /// A thermostat follows another climate preset.
    #[name("thermostat.climate_preset_activated")]
    ThermostatClimatePresetActivated(ThermostatClimatePresetActivatedEvent),
    /// Somebody set a thermostat.
    #[name("thermostat.manually_adjusted")]
    ThermostatManuallyAdjusted(ThermostatManuallyAdjustedEvent),
    /// The temperature left its bounds.
    #[name("thermostat.temperature_threshold_exceeded")]
    ThermostatTemperatureThresholdExceeded(ThermostatThresholdEvent),
    /// The temperature is within its bounds again.
    #[name("thermostat.temperature_threshold_no_longer_exceeded")]
    ThermostatTemperatureThresholdNoLongerExceeded(ThermostatThresholdEvent),
    /// The temperature has come to what was asked for.
    #[name("thermostat.temperature_reached_set_point")]
    ThermostatTemperatureReachedSetPoint(ThermostatSetPointReachedEvent),
    /// The temperature has changed.
    #[name("thermostat.temperature_changed")]
    ThermostatTemperatureChanged(ThermostatTemperatureChangedEvent),

    // Spaces.
    /// Devices or entrances came into a space or left it.
    #[name("space.device_membership_changed")]
    SpaceDeviceMembershipChanged(SpaceEvent),
    /// A space was created.
    #[name("space.created")]
    SpaceCreated(SpaceEvent),
    /// A space was deleted.
    #[name("space.deleted")]
    SpaceDeleted(SpaceEvent),
}

event! {
    /// What every event has, whatever its type.
    UnlistedEvent {}
}

/// An error that something had when an event happened.
#[object]
pub struct ReportedError {
    /// Code of the error; an open set, see the errors of the resource.
    pub error_code: String,
    /// What went wrong, for people; free text.
    pub message: String,
    /// Date-time at which it was noticed, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
}

/// A warning that something had when an event happened.
#[object]
pub struct ReportedWarning {
    /// Code of the warning; an open set, see the warnings of the resource.
    pub warning_code: String,
    /// What is to be known, for people; free text.
    pub message: String,
    /// Date-time at which it was noticed, RFC 3339.
    #[field(required)]
    pub created_at: Option<DateTime<Utc>>,
}
