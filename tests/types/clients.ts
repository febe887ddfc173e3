// How clients are made: which options go together, and which class each factory gives. And what is thrown.
import {
  type Issue,
  isSeamActionAttemptFailedError,
  isSeamHttpApiError,
  isSeamHttpOptionsWithApiKey,
  isSeamHttpTransportError,
  isSeamValidationError,
  SeamHttp,
  SeamHttpAccessCodes,
  type SeamHttpClient,
  type SeamHttpClientResponse,
  SeamHttpDevices,
  SeamHttpEndpoints,
  SeamHttpLocks,
  type SeamHttpOptions,
  type SeamHttpOptionsFromEnv,
  type SeamHttpOptionsWithApiKey,
  type SeamHttpOptionsWithClientSessionToken,
  type SeamHttpOptionsWithConsoleSessionToken,
  type SeamHttpOptionsWithPersonalAccessToken,
  SeamHttpWithoutWorkspace,
} from 'seam-edge'
import { type Assert, any, type Fits, type Same } from './expect.js'

export const clients = [
  new SeamHttp(),
  new SeamHttp('seam_key'),
  new SeamHttp({ apiKey: 'seam_key', validate: 'strict', timeout: 5 }),
  new SeamHttp({ personalAccessToken: 'seam_at', workspaceId: 'workspace' }),
  new SeamHttp({ clientSessionToken: 'seam_cst', fetch: (url, init) => fetch(url, init) }),
  // @ts-expect-error a personal access token is for one workspace at a time
  new SeamHttp({ personalAccessToken: 'seam_at' }),
  // @ts-expect-error there is no such way of checking
  new SeamHttp({ apiKey: 'seam_key', validate: 'loose' }),
  // @ts-expect-error there is no such option
  new SeamHttp({ apikey: 'seam_key' }),
]

const fromApiKey = SeamHttpAccessCodes.fromApiKey('seam_key')
export type FromApiKey = Assert<Same<typeof fromApiKey, SeamHttpAccessCodes>>
const fromClient = SeamHttpDevices.fromClient(any<SeamHttpClient>())
export type FromClient = Assert<Same<typeof fromClient, SeamHttpDevices>>
const fromPublishableKey = SeamHttp.fromPublishableKey('seam_pk', 'user')
export type FromPublishableKey = Assert<Same<typeof fromPublishableKey, Promise<SeamHttp>>>

class Guests extends SeamHttpAccessCodes {
  readonly guests = 1
}
const guests = Guests.fromClientSessionToken('seam_cst')
export type FromSubclass = Assert<Same<typeof guests, Guests>>

const parts = new SeamHttp()
export type Part = Assert<Same<typeof parts.accessCodes, SeamHttpAccessCodes>>

// Each factory gives an object of the class that it is called on.
export type Factories = [
  Assert<Same<ReturnType<typeof made.key>, SeamHttpLocks>>,
  Assert<Same<ReturnType<typeof made.session>, SeamHttpEndpoints>>,
  Assert<Same<ReturnType<typeof made.console>, SeamHttp>>,
  Assert<Same<ReturnType<typeof made.personal>, SeamHttpDevices>>,
  Assert<Same<ReturnType<typeof made.without>, SeamHttpWithoutWorkspace>>,
]
const made = {
  key: () => SeamHttpLocks.fromApiKey('seam_key', { timeout: 5, waitForActionAttempt: false }),
  session: () => SeamHttpEndpoints.fromClientSessionToken('seam_cst'),
  console: () => SeamHttp.fromConsoleSessionToken('ey', 'workspace'),
  personal: () => SeamHttpDevices.fromPersonalAccessToken('seam_at', 'workspace'),
  without: () => SeamHttpWithoutWorkspace.fromPersonalAccessToken('seam_at'),
}
export const notMade = () => [
  // @ts-expect-error a personal access token is for one workspace at a time
  SeamHttp.fromPersonalAccessToken('seam_at'),
  // @ts-expect-error the key stands before the options
  SeamHttp.fromApiKey('seam_key', { apiKey: 'seam_key' }),
  // @ts-expect-error an API key belongs to one workspace
  SeamHttpWithoutWorkspace.fromApiKey,
]

/** Calls by their address say what they answer only where the caller does. */
export async function direct({ client }: SeamHttp) {
  const answer = await client.post<{ devices: string[] }>('/devices/list', { limit: 1 }, { timeout: 5 })
  type Answer = Assert<Same<typeof answer, SeamHttpClientResponse<{ devices: string[] }>>>
  answer.data.devices satisfies string[]
  answer.status satisfies number
  answer.headers satisfies Record<string, string>
  const unsaid = await client.get('/devices/list', { params: { limit: 1 }, headers: { 'x-app': 'doors' } })
  type Unsaid = Assert<Same<typeof unsaid.data, unknown>>
  await client.put('/access_codes/update', {})
  await client.patch('/access_codes/update', {}, { signal: new AbortController().signal })
  await client.delete('/access_codes/delete', { params: { access_code_id: 'access_code' } })
  await client.request({ url: '/devices/list', method: 'post', data: {}, maxRetries: 0 })
  client.defaults.headers['x-app'] = 'doors'
  // @ts-expect-error the address is for all calls
  client.defaults.baseURL = 'https://connect.getseam.com'
  // @ts-expect-error Axios would take it; here nothing does
  await client.get('/devices/list', { responseType: 'text' })
  // @ts-expect-error no part of a client
  client.interceptors
  return any<[Answer, Unsaid]>()
}

/** What a program needs of an Axios instance, as Axios itself declares it. */
interface Axios {
  <T>(url: string, config?: { headers?: Record<string, string> }): Promise<{ data: T }>
  defaults: { baseURL?: string; headers: { common: Record<string, string> } }
  request<T>(config: {
    url?: string
    method?: string
    timeout?: number
  }): Promise<{ data: T; status: number }>
}

export const ownClients = (axios: Axios) => [
  SeamHttp.fromClient(axios),
  SeamHttp.fromClient((url, init) => fetch(url, init), { waitForActionAttempt: false }),
  SeamHttp.fromClient(fetch),
  SeamHttp.fromClient(any<SeamHttpClient>()),
  new SeamHttpLocks({ client: axios }),
  SeamHttpWithoutWorkspace.fromClient(axios),
  // @ts-expect-error neither Axios nor like fetch
  SeamHttp.fromClient({ post: () => undefined }),
  // @ts-expect-error the connection is made, and has its key
  SeamHttp.fromClient(axios, { apiKey: 'seam_key' }),
]

export const axiosOptions = [
  new SeamHttp({
    axiosOptions: { baseURL: 'http://localhost:3020', headers: { 'x-app': 'doors' }, timeout: 5 },
  }),
  new SeamHttp({ axiosRetryOptions: { retries: 5 } }),
  SeamHttp.fromApiKey('seam_key', { axiosOptions: {} }),
  // @ts-expect-error nothing here has an adapter
  new SeamHttp({ axiosOptions: { adapter: 'fetch' } }),
  // @ts-expect-error which calls are repeated is a property of the endpoint
  new SeamHttp({ axiosRetryOptions: { retryCondition: () => true } }),
]

/** A guard leaves of the options those that hold what it looks for. */
export function withKey(options: SeamHttpOptions): string | undefined {
  // @ts-expect-error not all options have a key
  options.apiKey
  return isSeamHttpOptionsWithApiKey(options) ? options.apiKey : undefined
}
export type Options = [
  Assert<Fits<SeamHttpOptionsFromEnv, SeamHttpOptions>>,
  Assert<Fits<SeamHttpOptionsWithApiKey, SeamHttpOptions>>,
  Assert<Fits<SeamHttpOptionsWithClientSessionToken, SeamHttpOptions>>,
  Assert<Fits<SeamHttpOptionsWithConsoleSessionToken, SeamHttpOptions>>,
  Assert<Fits<SeamHttpOptionsWithPersonalAccessToken, SeamHttpOptions>>,
]

export const environment: SeamHttpOptions = { endpoint: 'https://connect.getseam.com' }

export function explain(error: unknown): string | Issue[] {
  if (isSeamValidationError(error)) return error.issues
  if (isSeamHttpApiError(error)) return `${error.statusCode} ${error.code} ${error.requestId}`
  if (isSeamHttpTransportError(error)) return error.code
  if (isSeamActionAttemptFailedError(error)) return error.actionAttempt.action_attempt_id
  // @ts-expect-error nothing is known of it
  return error.message
}
