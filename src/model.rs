//! The resources of the API, one file each: typed model, TypeScript type and schema data from one definition.
//! Holds shapes alone: no endpoint, no rule about what a lock accepts.

mod access_code;
mod access_code_error;
mod access_code_warning;
mod action_attempt;
mod client_session;
mod device;
mod device_error;
mod device_properties;
mod device_provider_metadata;
mod device_warning;
mod event;
mod pagination;
mod pending_mutation;
mod unmanaged_access_code;

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
pub use device::{Device, DeviceCapability, DeviceLocation, DeviceManufacturer, DeviceProvider, DeviceType};
pub use device_error::DeviceError;
pub use device_properties::{
    AccessoryKeypad, BatteryStatus, CodeConstraint, CodeConstraintType, DeviceAppearance, DeviceBattery,
    DeviceModel, DeviceProperties, KeypadBattery, TimeFrameOption, TimePair,
};
pub use device_provider_metadata::{
    AugustMetadata, DormakabaOracodeDeviceMetadata, DormakabaOracodeTimeSlot, IgloohomeMetadata,
    NukiMetadata, SaltoKsMetadata, TtlockFeatures, TtlockMetadata, TtlockWirelessKeypad, UltraloqMetadata,
};
pub use device_warning::{DeviceNotice, DeviceWarning, MaxAccessCodesReached};
pub use event::*;
pub use pagination::Pagination;
pub use pending_mutation::{
    CodeChange, DeferredCreation, Mutation, MutationCode, NameChange, PendingMutation, TimeFrameChange,
    UpdatingCode, UpdatingName, UpdatingTimeFrame,
};
pub use unmanaged_access_code::{UnmanagedAccessCode, UnmanagedAccessCodeStatus};
