//! The resources of the API, one file each: typed model, TypeScript type and schema data from one definition.
//! Holds shapes alone: no endpoint, no rule about what a lock accepts.

mod access_code;
mod access_code_error;
mod access_code_warning;
mod access_grant;
mod access_method;
mod acs_access_group;
mod acs_credential;
mod acs_encoder;
mod acs_entrance;
mod acs_system;
mod acs_user;
mod action_attempt;
mod batch;
mod camera;
mod capability_flags;
mod client_session;
mod connect_webview;
mod connected_account;
mod connected_account_error;
mod connected_account_warning;
mod customer_portal;
mod device;
mod device_error;
mod device_properties;
mod device_provider;
mod device_provider_metadata;
mod device_warning;
mod event;
mod instant_key;
mod noise_threshold;
mod notice;
mod pagination;
mod pending_mutation;
mod phone;
mod scan_credential_result;
mod space;
mod thermostat;
mod unmanaged_access_code;
mod unmanaged_access_method;
mod unmanaged_device;
mod user_identity;
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
pub use access_grant::{
    AccessGrant, AccessGrantCannotCreateRequestedAccessMethods,
    AccessGrantDeviceDoesNotSupportAccessCodesWarning, AccessGrantDeviceTimeConstraintsViolatedWarning,
    AccessGrantError, AccessGrantMutation, AccessGrantOverprovisionedAccessWarning,
    AccessGrantRequestedCodeUnavailableWarning, AccessGrantUpdatingAccessTimes,
    AccessGrantUpdatingAccessTimesWarning, AccessGrantUpdatingSpaces, AccessGrantUpdatingSpacesFrom,
    AccessGrantUpdatingSpacesTo, AccessGrantWarning, FailedDevice, RequestedAccessMethod, TimeConstraint,
    UnmanagedAccessGrant,
};
pub use access_method::{
    AccessMethod, AccessMethodChange, AccessMethodError, AccessMethodMode, AccessMethodMutation,
    AccessMethodMutationCode, AccessMethodWarning, PulledBackupAccessCode,
};
pub use acs_access_group::{
    AcsAccessGroup, AcsAccessGroupDeferringUserMembershipUpdate, AcsAccessGroupError,
    AcsAccessGroupExternalType, AcsAccessGroupMutation, AcsAccessGroupUpdatingAccessSchedule,
    AcsAccessGroupUpdatingEntranceMembership, AcsAccessGroupUpdatingEntranceMembershipPart,
    AcsAccessGroupUpdatingGroupInformation, AcsAccessGroupUpdatingGroupInformationPart,
    AcsAccessGroupUpdatingUserMembership, AcsAccessGroupUpdatingUserMembershipPart, AcsAccessGroupWarning,
    AcsAccessSchedule, MembershipChange,
};
pub use acs_credential::{
    AcsCredential, AcsCredentialError, AcsCredentialExternalType, AcsCredentialWarning,
    AkilesCredentialMetadata, RequestedCodeUnavailable, VisionlineCardFunctionType,
    VisionlineCredentialMetadata, VostioCredentialMetadata,
};
pub use acs_encoder::{AcsEncoder, AcsEncoderError};
pub use acs_entrance::{
    AcsEntrance, AcsEntranceError, AcsEntranceWarning, AkilesAction, AkilesEntranceMetadata,
    AvigilonAltaEntranceMetadata, BrivoEntranceMetadata, DormakabaAmbianceEntranceMetadata,
    DormakabaCommunityEntranceMetadata, HotekEntranceMetadata, LatchEntranceMetadata,
    SaltoKsEntranceMetadata, SaltoSpaceEntranceMetadata, VisionlineDoorCategory, VisionlineDoorProfile,
    VisionlineDoorProfileType, VisionlineEntranceMetadata, VostioDoorType, VostioEntranceMetadata,
};
pub use acs_system::{
    AcsSystem, AcsSystemBridgeDisconnected, AcsSystemError, AcsSystemExternalType, AcsSystemLocation,
    AcsSystemTimeZoneDoesNotMatchLocationWarning, AcsSystemWarning, VisionlineSystemMetadata,
};
pub use acs_user::{
    AcsUser, AcsUserDeferringCreation, AcsUserDeferringGroupMembershipUpdate, AcsUserError,
    AcsUserExternalType, AcsUserMutation, AcsUserUpdatingAccessSchedule, AcsUserUpdatingCredentialAssignment,
    AcsUserUpdatingCredentialAssignmentPart, AcsUserUpdatingGroupMembership,
    AcsUserUpdatingGroupMembershipPart, AcsUserUpdatingSuspensionState, AcsUserUpdatingSuspensionStatePart,
    AcsUserUpdatingUserInformation, AcsUserUpdatingUserInformationPart, AcsUserWarning, SaltoKsUserMetadata,
    SaltoSpaceUserMetadata,
};
pub use action_attempt::{
    Action, ActionAttempt, ActionAttemptFailure, ActionAttemptStatus, CreateAccessCodeResult,
    DoorActionResult, EmptyActionResult, NoiseThresholdResult, UpdateAccessCodeResult,
};
pub use batch::{AccessGrantBatch, AccessMethodBatch, SpaceBatch};
pub use camera::{CameraLiveViewAnswer, CameraLiveViewSession, Media, MediaStatus, MediaType, VideoCodec};
pub use client_session::ClientSession;
pub use connect_webview::{ConnectWebview, ConnectWebviewStatus, DeviceSelectionMode};
pub use connected_account::{ConnectedAccount, ConnectedAccountUserIdentifier, ProviderCapability};
pub use connected_account_error::{
    ConnectedAccountError, SaltoKsSite, SaltoKsSubscriptionFault, SaltoKsSubscriptions,
};
pub use connected_account_warning::{ConnectedAccountWarning, SaltoKsSubscriptionNotice};
pub use customer_portal::CustomerPortal;
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
pub use instant_key::{InstantKey, InstantKeyCustomization};
pub use noise_threshold::NoiseThreshold;
pub use notice::{AccessTimes, Notice};
pub use pagination::Pagination;
pub use pending_mutation::{
    CodeChange, DeferredCreation, Mutation, MutationCode, NameChange, PendingMutation, TimeFrameChange,
    UpdatingCode, UpdatingName, UpdatingTimeFrame,
};
pub use phone::{Phone, PhoneError, PhoneProperties, PhoneType, PhoneWarning};
pub use scan_credential_result::{
    AcsCredentialOnEncoder, ScanCredentialNotice, ScanCredentialResult, ScanCredentialWarning,
    VisionlineCardFormat, VisionlineCardMetadata,
};
pub use space::{Space, SpaceCustomerData, SpaceGeolocation, SpaceWarning};
pub use thermostat::{
    ClimatePreset, ClimatePresetMode, ClimateSetting, EcobeeClimateMetadata, EcobeeClimateOwner, FanMode,
    HvacMode, TemperatureThreshold, ThermostatDailyProgram, ThermostatDailyProgramPeriod, ThermostatSchedule,
    ThermostatScheduleError, ThermostatWeeklyProgram,
};
pub use unmanaged_access_code::{UnmanagedAccessCode, UnmanagedAccessCodeStatus};
pub use unmanaged_access_method::UnmanagedAccessMethod;
pub use unmanaged_device::{UnmanagedDevice, UnmanagedDeviceProperties};
pub use user_identity::{
    UnmanagedUserIdentity, UserIdentity, UserIdentityError, UserIdentityIssueWithAcsUser, UserIdentityWarning,
};
pub use webhook::Webhook;
pub use workspace::{ConnectWebviewCustomization, LogoShape, Workspace};
