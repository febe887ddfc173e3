//! The resources of the API, one file each: typed model, TypeScript type and schema data from one definition.
//! Holds shapes alone: no endpoint, no rule about what a lock accepts.

mod access_code;
mod access_code_error;
mod access_code_warning;
mod access_method;
mod acs_credential;
mod action_attempt;
mod capability_flags;
mod client_session;
mod connect_webview;
mod connected_account;
mod connected_account_error;
mod connected_account_warning;
mod device;
mod device_error;
mod device_properties;
mod device_provider;
mod device_provider_metadata;
mod device_warning;
mod event;
mod pagination;
mod pending_mutation;
mod scan_credential_result;
mod thermostat;
mod unmanaged_access_code;
mod unmanaged_device;
mod webhook;
mod workspace;

pub use access_code::{
    AccessCode, AccessCodeAppearance, AccessCodeStatus, AccessCodeType, DormakabaOracodeMetadata,
    GeneratedCode,
};
pub use access_code_error::{
    AccessCodeError, AccessCodeFault, BridgeFault, ConflictingExternalModification, ConnectedAccountFault,
    DeviceFault, DuplicateCodeOnDevice, ExternalChangeType, ModifiedField, PermissionFault, UnlistedIssue,
};
pub use access_code_warning::{AccessCodeNotice, AccessCodeWarning, ExternalModificationInEffect};
pub use access_method::{
    AccessMethod, AccessMethodChange, AccessMethodError, AccessMethodMode, AccessMethodMutation,
    AccessMethodMutationCode, AccessMethodWarning, CredentialNotice, PulledBackupAccessCode,
};
pub use acs_credential::{
    AcsCredential, AcsCredentialError, AcsCredentialExternalType, AcsCredentialWarning,
    AkilesCredentialMetadata, RequestedCodeUnavailable, VisionlineCardFunctionType,
    VisionlineCredentialMetadata, VostioCredentialMetadata,
};
pub use action_attempt::{
    Action, ActionAttempt, ActionAttemptFailure, ActionAttemptStatus, CreateAccessCodeResult,
    DoorActionResult, EmptyActionResult, NoiseThresholdResult, UpdateAccessCodeResult,
};
pub use client_session::ClientSession;
pub use connect_webview::{ConnectWebview, ConnectWebviewStatus, DeviceSelectionMode};
pub use connected_account::{ConnectedAccount, ConnectedAccountUserIdentifier, ProviderCapability};
pub use connected_account_error::{
    ConnectedAccountError, SaltoKsSite, SaltoKsSubscriptionFault, SaltoKsSubscriptions,
};
pub use connected_account_warning::{ConnectedAccountWarning, SaltoKsSubscriptionNotice};
pub use device::{
    Device, DeviceCapability, DeviceLocation, DeviceManufacturer, DeviceProviderInfo, DeviceType,
};
pub use device_error::DeviceError;
pub use device_properties::{
    AccessoryKeypad, BatteryStatus, CodeConstraint, CodeConstraintType, DeviceAppearance, DeviceBattery,
    DeviceModel, DeviceProperties, KeypadBattery, TimeFrameOption, TimePair,
};
pub use device_provider::{DeviceProvider, DeviceProviderName, ProviderCategory};
pub use device_provider_metadata::{
    AkilesMetadata, AqaraMetadata, ArloMetadata, AssaAbloyCredentialServiceMetadata, AssaAbloyEndpoint,
    AssaAbloyVostioMetadata, AugustMetadata, AvigilonAltaMetadata, BrivoMetadata, ControlbywebMetadata,
    DormakabaOracodeDeviceMetadata, DormakabaOracodeIhoMetadata, DormakabaOracodeTimeSlot,
    DormakabaOracodeUserLevel, EcobeeMetadata, FourSuitesMetadata, GenieMetadata, HoneywellResideoMetadata,
    HubitatMetadata, IglooMetadata, IgloohomeMetadata, KeynestMetadata, KisiMetadata, KorelockMetadata,
    KwiksetMetadata, MinutMetadata, MinutReading, MinutSensorValues, ModelMetadata, NestMetadata,
    NoiseawareDeviceModel, NoiseawareMetadata, NukiMetadata, OmnitecMetadata, ReolinkMetadata, RingMetadata,
    SaltoKsMetadata, SaltoSpaceCredentialServiceMetadata, SeamBridgeMetadata, SeamBridgeUnlockMethod,
    SensiMetadata, SmartthingsMetadata, TadoMetadata, TapoMetadata, TedeeMetadata, TtlockFeatures,
    TtlockMetadata, TtlockWirelessKeypad, TwoNMetadata, UltraloqMetadata, VisionlineMetadata, WyzeMetadata,
    YacanMetadata,
};
pub use device_warning::{DeviceNotice, DeviceWarning, MaxAccessCodesReached};
pub use event::*;
pub use pagination::Pagination;
pub use pending_mutation::{
    CodeChange, DeferredCreation, Mutation, MutationCode, NameChange, PendingMutation, TimeFrameChange,
    UpdatingCode, UpdatingName, UpdatingTimeFrame,
};
pub use scan_credential_result::{
    AcsCredentialOnEncoder, ScanCredentialNotice, ScanCredentialResult, ScanCredentialWarning,
    VisionlineCardFormat, VisionlineCardMetadata,
};
pub use thermostat::{
    ClimatePreset, ClimatePresetMode, ClimateSetting, EcobeeClimateMetadata, EcobeeClimateOwner, FanMode,
    HvacMode, TemperatureThreshold, ThermostatDailyProgram, ThermostatDailyProgramPeriod, ThermostatSchedule,
    ThermostatScheduleError, ThermostatWeeklyProgram,
};
pub use unmanaged_access_code::{UnmanagedAccessCode, UnmanagedAccessCodeStatus};
pub use unmanaged_device::{UnmanagedDevice, UnmanagedDeviceProperties};
pub use webhook::Webhook;
pub use workspace::{ConnectWebviewCustomization, LogoShape, Workspace};
