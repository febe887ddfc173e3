// How clients are made: which options go together, and which class each factory gives. And what is thrown.
import {
  type Issue,
  isSeamActionAttemptFailedError,
  isSeamHttpApiError,
  isSeamHttpTransportError,
  isSeamValidationError,
  SeamHttp,
  SeamHttpAccessCodes,
  type SeamHttpClient,
  SeamHttpDevices,
  type SeamHttpOptions,
} from 'seam-edge'
import { type Assert, any, type Same } from './expect.js'

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

// The connection is all there is of it: no request can be made past the checks.
// @ts-expect-error there is no `post`
parts.client.post

export const environment: SeamHttpOptions = { endpoint: 'https://connect.getseam.com' }

export function explain(error: unknown): string | Issue[] {
  if (isSeamValidationError(error)) return error.issues
  if (isSeamHttpApiError(error)) return `${error.statusCode} ${error.code} ${error.requestId}`
  if (isSeamHttpTransportError(error)) return error.code
  if (isSeamActionAttemptFailedError(error)) return error.actionAttempt.action_attempt_id
  // @ts-expect-error nothing is known of it
  return error.message
}
