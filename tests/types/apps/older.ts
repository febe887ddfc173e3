// An app as people have it with @seamapi/http 1.x and the types of @seamapi/types. It is compiled twice: with those, and with
// both imports mapped to ours. So it may use nothing that only one of them has.
import {
  type AccessCodesCreateBody,
  type AccessCodesCreateParameters,
  type AccessCodesGetParams,
  type AccessCodesListParams,
  type AccessCodesListResponse,
  type AccessCodesUpdateBody,
  type ConnectWebviewsCreateBody,
  type DevicesListParams,
  isApiKey,
  isSeamActionAttemptFailedError,
  isSeamActionAttemptTimeoutError,
  isSeamHttpApiError,
  isSeamHttpInvalidInputError,
  isSeamHttpOptionsWithApiKey,
  isSeamHttpUnauthorizedError,
  type LocksLockDoorBody,
  SeamActionAttemptFailedError,
  SeamHttp,
  SeamHttpAccessCodes,
  SeamHttpActionAttempts,
  SeamHttpClientSessions,
  SeamHttpConnectWebviews,
  SeamHttpDevices,
  SeamHttpEndpoints,
  SeamHttpInvalidTokenError,
  SeamHttpLocks,
  SeamHttpMultiWorkspace,
  type SeamHttpOptions,
  SeamHttpRequest,
  type SeamPageCursor,
  type WebhooksCreateBody,
  type WorkspacesCreateBody,
} from '@seamapi/http'
import type {
  AccessCode,
  ActionAttempt,
  ClientSession,
  ConnectedAccount,
  ConnectWebview,
  Device,
  DeviceProvider,
  SeamEvent,
  SeamEventType,
  UnmanagedAccessCode,
  UnmanagedDevice,
  Webhook,
  Workspace,
} from '@seamapi/types/connect'

// Construction.

export const clients = async (): Promise<SeamHttp[]> => {
  const options: SeamHttpOptions = { apiKey: 'seam_key', endpoint: 'https://connect.getseam.com' }
  const key = isSeamHttpOptionsWithApiKey(options) ? options.apiKey : ''
  if (!isApiKey(key)) throw new SeamHttpInvalidTokenError('is no key')
  return [
    new SeamHttp(key),
    new SeamHttp(options),
    new SeamHttp({ ...options, waitForActionAttempt: { timeout: 5000, pollingInterval: 500 } }),
    new SeamHttp({ apiKey: 'seam_key', axiosOptions: { timeout: 5000, headers: { 'x-app': 'doors' } } }),
    SeamHttp.fromApiKey('seam_key', { axiosRetryOptions: { retries: 0 } }),
    SeamHttp.fromClientSessionToken('seam_cst_token'),
    await SeamHttp.fromPublishableKey('seam_pk_key', 'user'),
    SeamHttp.fromConsoleSessionToken('ey_token', 'workspace'),
    SeamHttp.fromPersonalAccessToken('seam_at_token', 'workspace'),
    SeamHttp.fromClient(new SeamHttp().client),
  ]
}

export const parts = (seam: SeamHttp) => [
  SeamHttpAccessCodes.fromClient(seam.client),
  SeamHttpActionAttempts.fromApiKey('seam_key'),
  SeamHttpClientSessions.fromPublishableKey('seam_pk_key', 'user'),
  new SeamHttpConnectWebviews('seam_key'),
  new SeamHttpDevices({ clientSessionToken: 'seam_cst_token' }),
  SeamHttpLocks.fromClientSessionToken('seam_cst_token'),
]

// Access codes.

export const accessCodes = async (seam: SeamHttp, device_id: string, night: Date): Promise<AccessCode[]> => {
  const body: AccessCodesCreateBody = {
    device_id,
    name: 'Guest',
    code: '1234',
    starts_at: night.toISOString(),
    ends_at: '2030-01-02T12:00:00Z',
    prefer_native_scheduling: true,
    allow_external_modification: true,
    use_backup_access_code_pool: false,
  }
  const parameters: AccessCodesCreateParameters = body
  const created: AccessCode = await seam.accessCodes.create(parameters)
  const update: AccessCodesUpdateBody = { access_code_id: created.access_code_id, type: 'time_bound' }
  await seam.accessCodes.update(update)
  const get: AccessCodesGetParams = { access_code_id: created.access_code_id }
  const same = await seam.accessCodes.get(get)
  const list: AccessCodesListParams = { device_id }
  const codes: AccessCode[] = await seam.accessCodes.list(list)
  const many = await seam.accessCodes.createMultiple({
    device_ids: [device_id],
    prefer_native_scheduling: true,
  })
  await seam.accessCodes.delete({ access_code_id: same.access_code_id, device_id })
  await seam.accessCodes.pullBackupAccessCode({ access_code_id: same.access_code_id })
  const unmanaged: UnmanagedAccessCode[] = await seam.accessCodes.unmanaged.list({ device_id })
  for (const { access_code_id } of unmanaged) {
    await seam.accessCodes.unmanaged.convertToManaged({ access_code_id, force: true })
  }
  return [...codes, ...many]
}

export const pinOf = (code: AccessCode | UnmanagedAccessCode): string | null | undefined => {
  if (code.is_managed) return code.is_backup_access_code_available ? code.code : null
  return code.code
}

export const problemsOf = (code: AccessCode): string[] => [
  ...code.errors.map((error): string => {
    switch (error.error_code) {
      case 'duplicate_code_on_device':
      case 'smartthings_no_free_slots_available':
      case 'august_lock_missing_bridge':
        return `known: ${error.message}`
      case 'code_modified_external_to_seam':
        return `changed: ${error.message}`
      default:
        return `${error.error_code}: ${error.message}`
    }
  }),
  ...code.warnings.map(({ warning_code, message }) => `${warning_code}: ${message}`),
]

export const label = ({ status, type, starts_at, ends_at }: AccessCode): string =>
  `${status} ${type} ${starts_at ?? ''} ${ends_at ?? ''}`

// Requests, pages, endpoints.

export const inspected = async (seam: SeamHttp): Promise<string> => {
  const request = seam.accessCodes.list({ device_id: 'device' })
  if (!(request instanceof SeamHttpRequest)) return 'sent'
  const response: Pick<AccessCodesListResponse, 'access_codes'> = await request.fetchResponse()
  const codes = await request.execute()
  const { url, pathname, method, params, body, responseKey } = request
  return [url.href, pathname, method, params, body, response[responseKey].length + codes.length].join()
}

export const everyDevice = async (seam: SeamHttp): Promise<Device[]> => {
  const params: DevicesListParams = { limit: 20, created_before: new Date(), manufacturer: 'august' }
  const pages = seam.createPaginator(seam.devices.list(params))
  const [devices, { hasNextPage, nextPageCursor }] = await pages.firstPage()
  const cursor: SeamPageCursor | null = nextPageCursor
  if (hasNextPage) devices.push(...(await pages.nextPage(cursor))[0])
  for await (const page of pages) devices.push(...page)
  return devices.length > 0 ? devices : await pages.flattenToArray()
}

export const byPath = async (seam: SeamHttp): Promise<Device> =>
  await SeamHttpEndpoints.fromClient(seam.client)['/devices/get']({ device_id: 'device' })

// Everything else.

export const others = async (seam: SeamHttp, device_id: string): Promise<string[]> => {
  const lock: LocksLockDoorBody = { device_id, sync: false }
  const attempt = await seam.locks.lockDoor(lock, { waitForActionAttempt: true })
  await seam.locks.unlockDoor({ device_id }, { waitForActionAttempt: { timeout: 1000 } })
  const locks: Device[] = await seam.locks.list()
  const providers: DeviceProvider[] = await seam.devices.listDeviceProviders()
  const unmanaged: UnmanagedDevice[] = await seam.devices.unmanaged.list()
  const device: Device = await seam.devices.get({ device_id })
  await seam.devices.update({ device_id, is_managed: true, properties: { name: 'Door' } })
  const found: ActionAttempt = await seam.actionAttempts.get({ action_attempt_id: attempt.action_attempt_id })
  const events: SeamEvent[] = await seam.events.list({ since: '2030-01-01', event_type: 'lock.locked' })
  const types: SeamEventType[] = events.map(({ event_type }) => event_type)
  const hook: WebhooksCreateBody = { url: 'https://example.com', event_types: ['lock.locked'] }
  const webhook: Webhook = await seam.webhooks.create(hook)
  const page: ConnectWebviewsCreateBody = { accepted_providers: ['august'], wait_for_device_creation: true }
  const webview: ConnectWebview = await seam.connectWebviews.create(page)
  const accounts: ConnectedAccount[] = await seam.connectedAccounts.list()
  await seam.connectedAccounts.delete({ connected_account_id: 'account', sync: true })
  const session: ClientSession = await seam.clientSessions.getOrCreate({ user_identifier_key: 'user' })
  const workspace: Workspace = await seam.workspaces.get()
  const making: WorkspacesCreateBody = { name: 'New', company_name: 'Doors Inc.', is_sandbox: true }
  const made: Workspace =
    await SeamHttpMultiWorkspace.fromPersonalAccessToken('seam_at_token').workspaces.create(making)
  return [
    found.status === 'success' ? 'done' : found.status,
    device.properties.online ? 'online' : 'offline',
    device.properties.battery?.status ?? '',
    device.is_managed ? 'managed' : '',
    webhook.secret ?? '',
    webview.url,
    session.token,
    workspace.name,
    made.workspace_id,
    ...types,
    String(locks.length + providers.length + unmanaged.length + accounts.length),
  ]
}

export const explain = (error: unknown): string => {
  if (isSeamHttpUnauthorizedError(error)) return error.code
  if (isSeamHttpInvalidInputError(error)) return error.getValidationErrorMessages('code').join()
  if (isSeamHttpApiError(error)) return `${error.code} ${error.statusCode} ${error.requestId}`
  if (isSeamActionAttemptFailedError(error)) return error.code
  if (isSeamActionAttemptTimeoutError(error)) return error.actionAttempt.action_attempt_id
  return error instanceof SeamActionAttemptFailedError ? error.message : String(error)
}

export const direct = async (seam: SeamHttp): Promise<unknown> => {
  const { data } = await seam.client.post<{ device: Device }>('/devices/get', { device_id: 'device' })
  return data.device
}
