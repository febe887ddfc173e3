// Code that was written for the official client keeps compiling: its parameters and resources can be used as ours.
import type * as official from '@seamapi/http'
import type * as ours from 'seam-edge'
import type { Assert, Fits } from './expect.js'

export type Parameters = [
  Assert<Fits<official.AccessCodesCreateParameters, ours.AccessCodesCreateParameters>>,
  Assert<Fits<official.AccessCodesCreateMultipleParameters, ours.AccessCodesCreateMultipleParameters>>,
  Assert<Fits<official.AccessCodesUpdateParameters, ours.AccessCodesUpdateParameters>>,
  Assert<Fits<official.AccessCodesUpdateMultipleParameters, ours.AccessCodesUpdateMultipleParameters>>,
  Assert<Fits<official.AccessCodesDeleteParameters, ours.AccessCodesDeleteParameters>>,
  Assert<Fits<official.AccessCodesGetParameters, ours.AccessCodesGetParameters>>,
  Assert<Fits<official.AccessCodesListParameters, ours.AccessCodesListParameters>>,
  Assert<Fits<official.AccessCodesGenerateCodeParameters, ours.AccessCodesGenerateCodeParameters>>,
  Assert<
    Fits<official.AccessCodesPullBackupAccessCodeParameters, ours.AccessCodesPullBackupAccessCodeParameters>
  >,
  Assert<
    Fits<
      official.AccessCodesReportDeviceConstraintsParameters,
      ours.AccessCodesReportDeviceConstraintsParameters
    >
  >,
  Assert<
    Fits<
      official.AccessCodesSimulateCreateUnmanagedAccessCodeParameters,
      ours.AccessCodesSimulateCreateUnmanagedAccessCodeParameters
    >
  >,
  Assert<Fits<official.AccessCodesUnmanagedGetParameters, ours.AccessCodesUnmanagedGetParameters>>,
  Assert<Fits<official.AccessCodesUnmanagedListParameters, ours.AccessCodesUnmanagedListParameters>>,
  Assert<Fits<official.AccessCodesUnmanagedUpdateParameters, ours.AccessCodesUnmanagedUpdateParameters>>,
  Assert<Fits<official.AccessCodesUnmanagedDeleteParameters, ours.AccessCodesUnmanagedDeleteParameters>>,
  Assert<
    Fits<
      official.AccessCodesUnmanagedConvertToManagedParameters,
      ours.AccessCodesUnmanagedConvertToManagedParameters
    >
  >,
  Assert<Fits<official.DevicesGetParameters, ours.DevicesGetParameters>>,
  Assert<Fits<official.DevicesListParameters, ours.DevicesListParameters>>,
  Assert<Fits<official.DevicesListDeviceProvidersParameters, ours.DevicesListDeviceProvidersParameters>>,
  Assert<
    Fits<official.DevicesReportProviderMetadataParameters, ours.DevicesReportProviderMetadataParameters>
  >,
  Assert<Fits<official.DevicesUpdateParameters, ours.DevicesUpdateParameters>>,
  Assert<Fits<official.DevicesSimulateConnectParameters, ours.DevicesSimulateConnectParameters>>,
  Assert<Fits<official.DevicesSimulateConnectToHubParameters, ours.DevicesSimulateConnectToHubParameters>>,
  Assert<Fits<official.DevicesSimulateDisconnectParameters, ours.DevicesSimulateDisconnectParameters>>,
  Assert<
    Fits<official.DevicesSimulateDisconnectFromHubParameters, ours.DevicesSimulateDisconnectFromHubParameters>
  >,
  Assert<
    Fits<official.DevicesSimulatePaidSubscriptionParameters, ours.DevicesSimulatePaidSubscriptionParameters>
  >,
  Assert<Fits<official.DevicesSimulateRemoveParameters, ours.DevicesSimulateRemoveParameters>>,
  Assert<Fits<official.DevicesUnmanagedGetParameters, ours.DevicesUnmanagedGetParameters>>,
  Assert<Fits<official.DevicesUnmanagedListParameters, ours.DevicesUnmanagedListParameters>>,
  Assert<Fits<official.DevicesUnmanagedUpdateParameters, ours.DevicesUnmanagedUpdateParameters>>,
  Assert<Fits<official.LocksConfigureAutoLockParameters, ours.LocksConfigureAutoLockParameters>>,
  Assert<Fits<official.LocksGetParameters, ours.LocksGetParameters>>,
  Assert<Fits<official.LocksListParameters, ours.LocksListParameters>>,
  Assert<Fits<official.LocksLockDoorParameters, ours.LocksLockDoorParameters>>,
  Assert<Fits<official.LocksUnlockDoorParameters, ours.LocksUnlockDoorParameters>>,
  Assert<Fits<official.LocksSimulateKeypadCodeEntryParameters, ours.LocksSimulateKeypadCodeEntryParameters>>,
  Assert<
    Fits<official.LocksSimulateManualLockViaKeypadParameters, ours.LocksSimulateManualLockViaKeypadParameters>
  >,
  Assert<Fits<official.ActionAttemptsGetParameters, ours.ActionAttemptsGetParameters>>,
  Assert<Fits<official.ActionAttemptsListParameters, ours.ActionAttemptsListParameters>>,
  Assert<Fits<official.ClientSessionsCreateParameters, ours.ClientSessionsCreateParameters>>,
  Assert<Fits<official.ClientSessionsGetOrCreateParameters, ours.ClientSessionsGetOrCreateParameters>>,
  Assert<Fits<official.ClientSessionsGetParameters, ours.ClientSessionsGetParameters>>,
]

export type Resources = [
  Assert<Fits<official.AccessCode, ours.AccessCode>>,
  Assert<Fits<official.UnmanagedAccessCode, ours.UnmanagedAccessCode>>,
  Assert<Fits<official.ActionAttempt, ours.ActionAttempt>>,
  Assert<Fits<official.ClientSession, ours.ClientSession>>,
  Assert<Fits<official.Device, ours.Device>>,
  Assert<Fits<official.DeviceProvider, ours.DeviceProvider>>,
  Assert<Fits<official.UnmanagedDevice, ours.UnmanagedDevice>>,
]
