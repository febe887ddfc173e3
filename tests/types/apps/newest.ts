// An app as people have it with @seamapi/http 2.x. It is compiled twice: with that client, and with the import mapped to ours.
// So it may use nothing that only one of them has.
import {
  type AccessCode,
  type AccessCodesCreateOptions,
  type AccessCodesCreateParameters,
  type AccessCodesListParameters,
  type AccessCodesListRequest,
  type AccessCodesListResponse,
  type ActionAttempt,
  type ClientSession,
  type ConnectedAccount,
  type ConnectWebview,
  type Device,
  type DeviceProvider,
  type FailedActionAttempt,
  getOpenapiSchema,
  isApiKey,
  isClientSessionToken,
  isConsoleSessionToken,
  isPersonalAccessToken,
  isPublishableKey,
  isSeamActionAttemptError,
  isSeamActionAttemptFailedError,
  isSeamActionAttemptTimeoutError,
  isSeamHttpApiError,
  isSeamHttpInvalidInputError,
  isSeamHttpInvalidResponseError,
  isSeamHttpOptionsWithApiKey,
  isSeamHttpOptionsWithClient,
  isSeamHttpOptionsWithClientSessionToken,
  isSeamHttpOptionsWithConsoleSessionToken,
  isSeamHttpOptionsWithPersonalAccessToken,
  isSeamHttpUnauthorizedError,
  type ResolveActionAttemptOptions,
  SeamActionAttemptFailedError,
  type SeamEvent,
  SeamHttp,
  SeamHttpAccessCodes,
  SeamHttpAccessCodesUnmanaged,
  SeamHttpActionAttempts,
  SeamHttpApiError,
  SeamHttpClientSessions,
  SeamHttpConnectedAccounts,
  SeamHttpConnectWebviews,
  SeamHttpDevices,
  type SeamHttpEndpointMutationPaths,
  type SeamHttpEndpointPaginatedQueryPaths,
  type SeamHttpEndpointQueryPaths,
  SeamHttpEndpoints,
  SeamHttpEndpointsWithoutWorkspace,
  SeamHttpEvents,
  SeamHttpInvalidOptionsError,
  SeamHttpInvalidTokenError,
  SeamHttpLocks,
  type SeamHttpOptions,
  type SeamHttpOptionsWithApiKey,
  type SeamHttpRequest,
  type SeamHttpRequestOptions,
  SeamHttpWebhooks,
  SeamHttpWithoutWorkspace,
  SeamHttpWorkspaces,
  type SeamPageCursor,
  SeamPaginator,
  type SucceededActionAttempt,
  serializeUrlSearchParams,
  type UnmanagedAccessCode,
  type UnmanagedDevice,
  updateUrlSearchParams,
  type Webhook,
  type Workspace,
} from '@seamapi/http'

declare const environment: { SEAM_KEY?: string }

// Construction.

export const clients = async (): Promise<SeamHttp[]> => {
  const options: SeamHttpOptions = { endpoint: 'https://connect.getseam.com', timeout: 10_000 }
  const waiting: SeamHttpRequestOptions = { waitForActionAttempt: { timeout: 30_000, pollingInterval: 500 } }
  return [
    new SeamHttp(),
    new SeamHttp('seam_key'),
    new SeamHttp(options),
    new SeamHttp({ apiKey: 'seam_key', waitForActionAttempt: false }),
    new SeamHttp({ apiKey: 'seam_key', axiosOptions: { headers: { 'x-app': 'doors' }, timeout: 5000 } }),
    new SeamHttp({ apiKey: 'seam_key', axiosOptions: { baseURL: 'http://localhost:3020' } }),
    new SeamHttp({ apiKey: 'seam_key', axiosRetryOptions: { retries: 5 } }),
    new SeamHttp({ personalAccessToken: 'seam_at_token', workspaceId: 'workspace' }),
    new SeamHttp({ consoleSessionToken: 'ey_token', workspaceId: 'workspace' }),
    new SeamHttp({ clientSessionToken: 'seam_cst_token' }),
    SeamHttp.fromApiKey('seam_key', waiting),
    SeamHttp.fromApiKey('seam_key', { endpoint: 'http://localhost:3020', ...waiting }),
    SeamHttp.fromClientSessionToken('seam_cst_token', options),
    await SeamHttp.fromPublishableKey('seam_pk_key', 'user', { waitForActionAttempt: true }),
    SeamHttp.fromConsoleSessionToken('ey_token', 'workspace'),
    SeamHttp.fromPersonalAccessToken('seam_at_token', 'workspace', options),
    SeamHttp.fromClient(new SeamHttp().client, waiting),
    new SeamHttp({ client: new SeamHttp().client }),
  ]
}

export const parts = (seam: SeamHttp) => [
  SeamHttpAccessCodes.fromApiKey('seam_key'),
  SeamHttpAccessCodes.fromClient(seam.client, seam.defaults),
  SeamHttpAccessCodesUnmanaged.fromClientSessionToken('seam_cst_token'),
  SeamHttpActionAttempts.fromPersonalAccessToken('seam_at_token', 'workspace'),
  SeamHttpClientSessions.fromConsoleSessionToken('ey_token', 'workspace'),
  SeamHttpConnectWebviews.fromPublishableKey('seam_pk_key', 'user'),
  new SeamHttpConnectedAccounts({ apiKey: 'seam_key' }),
  new SeamHttpDevices('seam_key'),
  new SeamHttpEvents(),
  SeamHttpLocks.fromClient(seam.client),
  SeamHttpWebhooks.fromClient(seam.client),
  SeamHttpWorkspaces.fromClient(seam.client),
]

/** A wrapper as applications have it: made from whatever the environment gives. */
export const fromEnvironment = (): SeamHttp => {
  const key = environment.SEAM_KEY ?? ''
  if (isApiKey(key)) return SeamHttp.fromApiKey(key)
  if (isClientSessionToken(key)) return SeamHttp.fromClientSessionToken(key)
  if (isPersonalAccessToken(key)) return SeamHttp.fromPersonalAccessToken(key, 'workspace')
  if (isConsoleSessionToken(key)) return SeamHttp.fromConsoleSessionToken(key, 'workspace')
  throw new SeamHttpInvalidTokenError(isPublishableKey(key) ? 'is for browsers' : 'is no key')
}

/** Tells what a client is made with. */
export const kindOf = (options: SeamHttpOptions): string => {
  if (isSeamHttpOptionsWithClient(options)) return typeof options.client
  if (isSeamHttpOptionsWithApiKey(options)) return options.apiKey.slice(0, 5)
  if (isSeamHttpOptionsWithClientSessionToken(options)) return options.clientSessionToken.slice(0, 8)
  if (isSeamHttpOptionsWithConsoleSessionToken(options)) return options.workspaceId
  if (isSeamHttpOptionsWithPersonalAccessToken(options)) return options.workspaceId
  const withKey: SeamHttpOptionsWithApiKey = { ...options, apiKey: 'seam_key' }
  return withKey.endpoint ?? 'from the environment'
}

// Access codes.

export const accessCodes = async (seam: SeamHttp, device_id: string, night: Date): Promise<AccessCode> => {
  const parameters: AccessCodesCreateParameters = {
    device_id,
    name: 'Guest',
    code: '1234',
    starts_at: night.toISOString(),
    ends_at: new Date(night.getTime() + 86_400_000).toISOString(),
  }
  const options: AccessCodesCreateOptions = {}
  const created = await seam.accessCodes.create(parameters, options)
  const [first] = await seam.accessCodes.createMultiple({
    device_ids: [device_id],
    behavior_when_code_cannot_be_shared: 'create_random_code',
    preferred_code_length: 4,
  })
  await seam.accessCodes.update({ access_code_id: created.access_code_id, type: 'ongoing' })
  await seam.accessCodes.updateMultiple({ common_code_key: created.common_code_key ?? '', name: 'Guests' })
  await seam.accessCodes.delete({ access_code_id: created.access_code_id })
  const { access_code_id } = await seam.accessCodes.pullBackupAccessCode({
    access_code_id: created.access_code_id,
  })
  await seam.accessCodes.generateCode({ device_id })
  await seam.accessCodes.reportDeviceConstraints({ device_id, supported_code_lengths: [4, 6] })
  const unmanaged: UnmanagedAccessCode[] = await seam.accessCodes.unmanaged.list({ device_id })
  for (const { access_code_id } of unmanaged) {
    await seam.accessCodes.unmanaged.convertToManaged({ access_code_id, force: true })
    await seam.accessCodes.unmanaged.update({ access_code_id, is_managed: false })
    await seam.accessCodes.unmanaged.delete({ access_code_id })
  }
  await seam.accessCodes.simulate.createUnmanagedAccessCode({ device_id, name: 'Neighbour', code: '4321' })
  const filter: AccessCodesListParameters = { device_id, limit: 10 }
  const codes: AccessCode[] = await seam.accessCodes.list(filter)
  return first ?? codes[0] ?? (await seam.accessCodes.get({ access_code_id }))
}

/** Lists of some servers hold both kinds. */
export const pinOf = (code: AccessCode | UnmanagedAccessCode): string | null | undefined => {
  if (code.is_managed) {
    const mutations: number = code.pending_mutations.length
    return mutations === 0 ? code.code : null
  }
  return code.cannot_be_managed === true ? null : code.code
}

export const isOn = (code: AccessCode): boolean => {
  switch (code.status) {
    case 'set':
      return true
    case 'setting':
    case 'removing':
    case 'unset':
      return false
    default:
      return false
  }
}

export const problemsOf = (code: AccessCode): string[] => {
  const errors = code.errors.map((error): string => {
    switch (error.error_code) {
      case 'duplicate_code_on_device':
        return `same as ${error.managed_access_code_id ?? error.unmanaged_access_code_id ?? 'another'}`
      case 'conflicting_external_modification':
        return (error.modified_fields ?? []).map(({ field, from, to }) => `${field}: ${from} to ${to}`).join()
      case 'no_space_for_access_code_on_device':
        return error.is_access_code_error && error.message !== '' ? error.message : 'full'
      default:
        return error.message
    }
  })
  const warnings = code.warnings.map((warning) => `${warning.warning_code}: ${warning.message}`)
  const changes = code.pending_mutations.map((mutation): string => {
    if (mutation.mutation_code === 'updating_code') return `${mutation.from.code} to ${mutation.to.code}`
    if (mutation.mutation_code === 'updating_time_frame') return mutation.to.ends_at ?? 'open end'
    return mutation.message
  })
  return [...errors, ...warnings, ...changes]
}

// Requests, pages, endpoints.

export const inspected = async (seam: SeamHttp): Promise<string[]> => {
  const request: AccessCodesListRequest = seam.accessCodes.list({ device_id: 'device' })
  const url: URL = request.url
  const key: 'access_codes' = request.responseKey
  const response: AccessCodesListResponse = await request.fetchResponse()
  const codes = await request.execute()
  const again = await request
    .then((found) => found.length)
    .catch(() => 0)
    .finally(() => {})
  const general: SeamHttpRequest<AccessCodesListResponse, 'access_codes'> = request
  const pathname = general.pathname
  const nothing: undefined = await seam.accessCodes.delete({ access_code_id: 'access_code' })
  const { method, params, body, hasPagination } = request
  return [
    url.href,
    key,
    pathname,
    String(method),
    String(params),
    String(body),
    String(hasPagination),
    String(response[key].length + codes.length + again),
    String(nothing),
  ]
}

export const everyDevice = async (seam: SeamHttp): Promise<Device[]> => {
  const pages = seam.createPaginator(seam.devices.list({ limit: 20 }))
  const [devices, { hasNextPage, nextPageCursor, nextPageUrl }] = await pages.firstPage()
  const cursor: SeamPageCursor | null = nextPageCursor
  if (hasNextPage && nextPageUrl !== null) devices.push(...(await pages.nextPage(cursor))[0])
  for await (const device of pages.flatten()) devices.push(device)
  for await (const page of pages) devices.push(...page)
  const codes = new SeamPaginator(seam.accessCodes.list({ device_id: 'device' }))
  const all: AccessCode[] = await codes.flattenToArray()
  const unmanaged: UnmanagedDevice[] = await seam
    .createPaginator(seam.devices.unmanaged.list({ search: 'door' }))
    .flattenToArray()
  return all.length + unmanaged.length > 0 ? devices : await pages.flattenToArray()
}

export const byPath = async (client: SeamHttp['client']): Promise<AccessCode[]> => {
  const seam = SeamHttpEndpoints.fromClient(client)
  const query: SeamHttpEndpointQueryPaths = '/devices/get'
  const pages: SeamHttpEndpointPaginatedQueryPaths = '/access_codes/list'
  const mutation: SeamHttpEndpointMutationPaths = '/access_codes/create'
  const device: Device = await seam[query]({ device_id: 'device' })
  const code: AccessCode = await seam[mutation]({ device_id: device.device_id }, {})
  const workspaces = await new SeamHttpEndpointsWithoutWorkspace({ personalAccessToken: 'seam_at_token' })[
    '/workspaces/list'
  ]()
  const codes = await seam
    .createPaginator(seam[pages]({ device_id: workspaces.length.toString() }))
    .flattenToArray()
  return [code, ...codes]
}

// Devices, locks, action attempts.

export const devices = async (seam: SeamHttp, device_id: string): Promise<string[]> => {
  const device: Device = await seam.devices.get({ device_id })
  await seam.devices.update({ device_id, name: 'Front door', custom_metadata: { room: '12' } })
  const providers: DeviceProvider[] = await seam.devices.listDeviceProviders({ provider_category: 'stable' })
  await seam.devices.simulate.connect({ device_id })
  await seam.devices.simulate.disconnect({ device_id })
  await seam.devices.simulate.remove({ device_id })
  await seam.devices.unmanaged.update({ device_id, is_managed: true })
  const unmanaged: UnmanagedDevice = await seam.devices.unmanaged.get({ device_id })
  const { properties } = device
  const battery: number | undefined = properties.battery?.level ?? properties.battery_level
  const lengths: number[] = properties.supported_code_lengths ?? [properties.max_active_codes_supported ?? 4]
  return [
    device.device_type,
    properties.manufacturer ?? '',
    properties.august_metadata?.lock_name ?? '',
    String(properties.online),
    String(properties.locked),
    String(battery),
    String(lengths.length),
    unmanaged.is_managed ? '' : unmanaged.created_at,
    device.can_remotely_unlock === true ? 'unlocks' : '',
    ...device.capabilities_supported,
    ...device.errors.map(({ error_code, message }) => `${error_code} ${message}`),
    ...device.warnings.map(({ warning_code }) => warning_code),
    ...providers.map(({ device_provider_name }) => device_provider_name),
  ]
}

export const locks = async (seam: SeamHttp, device_id: string): Promise<ActionAttempt> => {
  await seam.locks.lockDoor({ device_id }, { waitForActionAttempt: { timeout: 5000 } })
  await seam.locks.simulate.keypadCodeEntry({ device_id, code: '1234' })
  await seam.locks.simulate.manualLockViaKeypad({ device_id })
  await seam.locks.configureAutoLock({ device_id, auto_lock_enabled: true, auto_lock_delay_seconds: 30 })
  const [lock] = await seam.locks.list({ device_type: 'august_lock' })
  const same = await seam.locks.get({ device_id: lock?.device_id ?? device_id })
  const options: ResolveActionAttemptOptions = { pollingInterval: 100 }
  const attempt = await seam.locks.unlockDoor(
    { device_id: same.device_id },
    { waitForActionAttempt: options },
  )
  await seam.actionAttempts.list({ action_attempt_ids: [attempt.action_attempt_id] })
  return await seam.actionAttempts.get(
    { action_attempt_id: attempt.action_attempt_id },
    { waitForActionAttempt: false },
  )
}

export const outcomeOf = (attempt: ActionAttempt): string => {
  if (attempt.status === 'pending') return 'wait'
  if (attempt.status === 'error') return `${attempt.error.type}: ${attempt.error.message}`
  if (attempt.status !== 'success') return 'new'
  switch (attempt.action_type) {
    case 'LOCK_DOOR':
    case 'UNLOCK_DOOR':
      return attempt.result.was_confirmed_by_device === true ? 'confirmed' : 'done'
    case 'ENCODE_CREDENTIAL':
      return attempt.result.acs_credential_id
    default:
      return attempt.action_attempt_id
  }
}

type Unlocking = Extract<ActionAttempt, { action_type: 'UNLOCK_DOOR' }>
export const confirmed = (attempt: SucceededActionAttempt<Unlocking>): boolean =>
  attempt.result.was_confirmed_by_device ?? false
export const failure = (attempt: FailedActionAttempt<Unlocking>): string => attempt.error.message

// Events, webhooks, and the rest.

export const told = (event: SeamEvent): string => {
  switch (event.event_type) {
    case 'access_code.set_on_device':
      return `${event.access_code_id} on ${event.device_id}: ${event.code}`
    case 'access_code.failed_to_set_on_device':
      return event.access_code_errors.map(({ error_code }) => error_code).join()
    case 'lock.unlocked':
      return event.access_code_id ?? event.method
    case 'device.low_battery':
      return String(event.battery_level)
    case 'connected_account.disconnected':
      return event.connected_account_id ?? ''
    default:
      return `${event.event_type} at ${event.occurred_at}`
  }
}

export const others = async (seam: SeamHttp): Promise<string[]> => {
  const events: SeamEvent[] = await seam.events.list({
    since: '2030-01-01',
    event_types: ['lock.locked', 'lock.unlocked'],
  })
  const event: SeamEvent | null = await seam.events.get({ event_id: events[0]?.event_id ?? '' })
  const webhook: Webhook = await seam.webhooks.create({
    url: 'https://example.com',
    event_types: ['lock.locked'],
  })
  await seam.webhooks.update({ webhook_id: webhook.webhook_id, event_types: ['*'] })
  await seam.webhooks.delete({
    webhook_id: (await seam.webhooks.get({ webhook_id: webhook.webhook_id })).webhook_id,
  })
  const webhooks = await seam.webhooks.list()
  const webview: ConnectWebview = await seam.connectWebviews.create({
    accepted_providers: ['august', 'schlage'],
    custom_redirect_url: 'https://example.com',
    custom_metadata: { id: 'user', old: false },
    automatically_manage_new_devices: true,
  })
  await seam.connectWebviews.delete({ connect_webview_id: webview.connect_webview_id })
  const accounts: ConnectedAccount[] = await seam.connectedAccounts.list({ limit: 5 })
  for (const { connected_account_id, account_type, errors } of accounts) {
    await seam.connectedAccounts.sync({ connected_account_id })
    await seam.connectedAccounts.update({ connected_account_id, automatically_manage_new_devices: false })
    if (errors.some(({ error_code }) => error_code === 'account_disconnected')) console.log(account_type)
    await seam.connectedAccounts.delete({ connected_account_id })
  }
  const session: ClientSession = await seam.clientSessions.create({
    user_identifier_key: 'user',
    connected_account_ids: accounts.map(({ connected_account_id }) => connected_account_id),
    expires_at: '2030-01-01T00:00:00Z',
  })
  await seam.clientSessions.getOrCreate({ user_identifier_key: 'user' })
  await seam.clientSessions.grantAccess({ client_session_id: session.client_session_id })
  await seam.clientSessions.revoke({ client_session_id: session.client_session_id })
  await seam.clientSessions.delete({ client_session_id: session.client_session_id })
  await seam.updateClientSessionToken(session.token)
  const workspace: Workspace = await seam.workspaces.get()
  await seam.workspaces.update({ name: 'Doors' })
  await seam.workspaces.resetSandbox({}, { waitForActionAttempt: true })
  const all: Workspace[] =
    await SeamHttpWithoutWorkspace.fromPersonalAccessToken('seam_at_token').workspaces.list()
  const made = await SeamHttpWithoutWorkspace.fromConsoleSessionToken('ey_token').workspaces.create({
    name: 'New',
    company_name: 'Doors Inc.',
    is_sandbox: true,
  })
  return [
    event === null ? '' : told(event),
    workspace.is_sandbox ? 'sandbox' : workspace.name,
    webview.status,
    webview.url,
    made.workspace_id,
    String(webhooks.length + all.length),
  ]
}

// Errors, and the connection itself.

export const explain = (error: unknown): string => {
  if (isSeamHttpUnauthorizedError(error)) return `${error.statusCode}: ${error.code}`
  if (isSeamHttpInvalidInputError(error)) {
    return [
      ...error.getValidationErrorMessages('code'),
      ...error.validationErrors.map(
        ({ parameterName, errorMessages }) => `${parameterName}: ${errorMessages}`,
      ),
    ].join()
  }
  if (isSeamHttpApiError(error))
    return `${error.code} ${error.statusCode} ${error.requestId} ${String(error.data)}`
  if (isSeamActionAttemptFailedError<Unlocking>(error))
    return `${error.code} ${error.actionAttempt.action_attempt_id}`
  if (isSeamActionAttemptTimeoutError(error)) return error.actionAttempt.status
  if (isSeamActionAttemptError(error)) return error.message
  if (isSeamHttpInvalidResponseError(error)) return `${error.path} ${error.responseKey}`
  if (error instanceof SeamHttpInvalidOptionsError) return error.message
  if (error instanceof SeamActionAttemptFailedError) return error.code
  return error instanceof SeamHttpApiError ? error.code : String(error)
}

export const direct = async ({ client }: SeamHttp): Promise<unknown[]> => {
  const { data, status } = await client.post<{ devices: Device[] }>('/devices/list', { limit: 1 })
  const found = await client.get<{ device: Device }>('/devices/get', { params: { device_id: 'device' } })
  const { headers } = await client.request<unknown>({ url: '/devices/list', method: 'POST', data: {} })
  await client.put('/access_codes/update', { access_code_id: 'access_code' })
  await client.patch('/access_codes/update', { access_code_id: 'access_code' })
  await client.delete('/access_codes/delete', { params: { access_code_id: 'access_code' } })
  return [data.devices, status, found.data.device, headers['seam-request-id'], client.defaults.baseURL]
}

export const query = (address: URL): string => {
  updateUrlSearchParams(address.searchParams, { device_ids: ['one', 'two'], limit: 1, search: null })
  return serializeUrlSearchParams({ since: '2030', nested: { flag: true } })
}

export const schema = async (): Promise<unknown> => await getOpenapiSchema('http://localhost:3020')
