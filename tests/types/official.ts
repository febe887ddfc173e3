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
  Assert<Fits<official.ClientSessionsDeleteParameters, ours.ClientSessionsDeleteParameters>>,
  Assert<Fits<official.ClientSessionsGrantAccessParameters, ours.ClientSessionsGrantAccessParameters>>,
  Assert<Fits<official.ClientSessionsListParameters, ours.ClientSessionsListParameters>>,
  Assert<Fits<official.ClientSessionsRevokeParameters, ours.ClientSessionsRevokeParameters>>,
  Assert<Fits<official.ConnectWebviewsCreateParameters, ours.ConnectWebviewsCreateParameters>>,
  Assert<Fits<official.ConnectWebviewsDeleteParameters, ours.ConnectWebviewsDeleteParameters>>,
  Assert<Fits<official.ConnectWebviewsGetParameters, ours.ConnectWebviewsGetParameters>>,
  Assert<Fits<official.ConnectWebviewsListParameters, ours.ConnectWebviewsListParameters>>,
  Assert<Fits<official.ConnectedAccountsDeleteParameters, ours.ConnectedAccountsDeleteParameters>>,
  Assert<Fits<official.ConnectedAccountsGetParameters, ours.ConnectedAccountsGetParameters>>,
  Assert<Fits<official.ConnectedAccountsListParameters, ours.ConnectedAccountsListParameters>>,
  Assert<
    Fits<
      official.ConnectedAccountsSimulateDisconnectParameters,
      ours.ConnectedAccountsSimulateDisconnectParameters
    >
  >,
  Assert<Fits<official.ConnectedAccountsSyncParameters, ours.ConnectedAccountsSyncParameters>>,
  Assert<Fits<official.ConnectedAccountsUpdateParameters, ours.ConnectedAccountsUpdateParameters>>,
  Assert<Fits<official.WebhooksCreateParameters, ours.WebhooksCreateParameters>>,
  Assert<Fits<official.WebhooksDeleteParameters, ours.WebhooksDeleteParameters>>,
  Assert<Fits<official.WebhooksGetParameters, ours.WebhooksGetParameters>>,
  Assert<Fits<official.WebhooksListParameters, ours.WebhooksListParameters>>,
  Assert<Fits<official.WebhooksUpdateParameters, ours.WebhooksUpdateParameters>>,
  Assert<Fits<official.WorkspacesCreateParameters, ours.WorkspacesCreateParameters>>,
  Assert<Fits<official.WorkspacesGetParameters, ours.WorkspacesGetParameters>>,
  Assert<Fits<official.WorkspacesListParameters, ours.WorkspacesListParameters>>,
  Assert<Fits<official.WorkspacesResetSandboxParameters, ours.WorkspacesResetSandboxParameters>>,
  Assert<Fits<official.WorkspacesUpdateParameters, ours.WorkspacesUpdateParameters>>,
  Assert<Fits<official.EventsGetParameters, ours.EventsGetParameters>>,
  Assert<Fits<official.EventsListParameters, ours.EventsListParameters>>,
]

export type Resources = [
  Assert<Fits<official.AccessCode, ours.AccessCode>>,
  Assert<Fits<official.UnmanagedAccessCode, ours.UnmanagedAccessCode>>,
  Assert<Fits<official.ActionAttempt, ours.ActionAttempt>>,
  Assert<Fits<official.ClientSession, ours.ClientSession>>,
  Assert<Fits<official.Device, ours.Device>>,
  Assert<Fits<official.ConnectWebview, ours.ConnectWebview>>,
  Assert<Fits<official.ConnectedAccount, ours.ConnectedAccount>>,
  Assert<Fits<official.Webhook, ours.Webhook>>,
  Assert<Fits<official.Workspace, ours.Workspace>>,
  Assert<Fits<official.SeamEvent, ours.SeamEvent>>,
  Assert<Fits<official.DeviceProvider, ours.DeviceProvider>>,
  Assert<Fits<official.UnmanagedDevice, ours.UnmanagedDevice>>,
]
