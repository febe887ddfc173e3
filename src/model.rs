//! The resources of the API, one file each: typed model, TypeScript type and schema data from one definition.
//! Holds shapes alone: no endpoint, no rule about what a lock accepts.

mod access_code;
mod access_code_error;
mod access_code_warning;
mod action_attempt;
mod capability_flags;
mod client_session;
mod device;
mod device_error;
mod device_properties;
mod device_provider;
mod device_provider_metadata;
mod device_warning;
mod pagination;
mod pending_mutation;
mod thermostat;
mod unmanaged_access_code;
mod unmanaged_device;

pub use access_code::{
    AccessCode, AccessCodeAppearance, AccessCodeStatus, AccessCodeType, DormakabaOracodeMetadata,
    GeneratedCode,
};
pub use access_code_error::{
    AccessCodeError, AccessCodeFault, BridgeFault, ConflictingExternalModification, ConnectedAccountFault,
    DeviceFault, DuplicateCodeOnDevice, ExternalChangeType, ModifiedField, PermissionFault, UnlistedIssue,
};
pub use access_code_warning::{AccessCodeNotice, AccessCodeWarning, ExternalModificationInEffect};
pub use action_attempt::{
    ActionAttempt, ActionAttemptError, ActionAttemptFailure, ActionAttemptPending, ActionAttemptSuccess,
    ActionType, UnlistedActionAttempt,
};
pub use client_session::ClientSession;
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
    AkilesMetadata, AqaraMetadata, AssaAbloyCredentialServiceMetadata, AssaAbloyEndpoint,
    AssaAbloyVostioMetadata, AugustMetadata, AvigilonAltaMetadata, BrivoMetadata, ControlbywebMetadata,
    DormakabaOracodeDeviceMetadata, DormakabaOracodeIhoMetadata, DormakabaOracodeTimeSlot,
    DormakabaOracodeUserLevel, EcobeeMetadata, FourSuitesMetadata, GenieMetadata, HoneywellResideoMetadata,
    HubitatMetadata, IglooMetadata, IgloohomeMetadata, KeynestMetadata, KisiMetadata, KorelockMetadata,
    KwiksetMetadata, MinutMetadata, MinutReading, MinutSensorValues, ModelMetadata, NestMetadata,
    NoiseawareDeviceModel, NoiseawareMetadata, NukiMetadata, OmnitecMetadata, RingMetadata, SaltoKsMetadata,
    SaltoSpaceCredentialServiceMetadata, SeamBridgeMetadata, SeamBridgeUnlockMethod, SensiMetadata,
    SmartthingsMetadata, TadoMetadata, TapoMetadata, TedeeMetadata, TtlockFeatures, TtlockMetadata,
    TtlockWirelessKeypad, TwoNMetadata, UltraloqMetadata, VisionlineMetadata, WyzeMetadata, YacanMetadata,
};
pub use device_warning::{DeviceNotice, DeviceWarning, MaxAccessCodesReached};
pub use pagination::Pagination;
pub use pending_mutation::{
    CodeChange, DeferredCreation, Mutation, NameChange, PendingMutation, TimeFrameChange, UpdatingCode,
    UpdatingName, UpdatingTimeFrame,
};
pub use thermostat::{
    ClimatePreset, ClimatePresetMode, ClimateSetting, EcobeeClimateMetadata, EcobeeClimateOwner, FanMode,
    HvacMode, TemperatureThreshold, ThermostatDailyProgram, ThermostatDailyProgramPeriod, ThermostatSchedule,
    ThermostatScheduleError, ThermostatWeeklyProgram,
};
pub use unmanaged_access_code::{UnmanagedAccessCode, UnmanagedAccessCodeStatus};
pub use unmanaged_device::{UnmanagedDevice, UnmanagedDeviceProperties};
