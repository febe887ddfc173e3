// What the package returns goes into its own functions, and every option may be given as undefined, also under exactOptionalPropertyTypes: that
// is how programs hand on what they have or have not. Names nothing of the web platform, so that it compiles without its types too.
import {
  type AccessCode,
  type Device,
  SeamHttp,
  SeamHttpWithoutWorkspace,
  type UnmanagedAccessCode,
  type UnmanagedDevice,
} from 'seam-edge'
import { type EventsWatch, watchEvents } from 'seam-edge/events'
import { wording } from 'seam-edge/messages'
import { checkAccessCode, checkAccessCodeOnDevice, suggestCode } from 'seam-edge/rules'
import {
  accessCodeTimeline,
  diagnose,
  ensureAccessCode,
  waitUntilRemoved,
  waitUntilSet,
} from 'seam-edge/status'
import { SeamWebhook } from 'seam-edge/webhooks'
import { any } from './expect.js'

const lock = any<Device>()
const unmanagedLock = any<UnmanagedDevice>()
const code = any<AccessCode>()
const unmanagedCode = any<UnmanagedAccessCode>()
const parameters = { device_id: 'device' }

export const fromTheApi = [
  checkAccessCode(parameters, { device: lock, existing: [code, unmanagedCode] }),
  checkAccessCode(parameters, { device: unmanagedLock }),
  suggestCode(lock, { existing: [code, unmanagedCode] }),
  suggestCode(unmanagedLock),
  accessCodeTimeline(code, { device: lock }),
  accessCodeTimeline(unmanagedCode, { device: unmanagedLock }),
  ...[code, unmanagedCode, lock, unmanagedLock].map((subject) => diagnose(subject)),
]

const boolean = any<boolean | undefined>()
const number = any<number | undefined>()
const text = any<string | undefined>()
const headers = any<Record<string, string> | undefined>()
const validate = any<'strict' | undefined>()
const nothing = undefined

/** What each call takes. */
const ofCalls = { timeout: number, maxRetries: number, headers, validate, signal: nothing }
const waitForActionAttempt = { timeout: number, pollingInterval: number }

/** What each client takes. */
const ofClients = {
  timeout: number,
  maxRetries: number,
  headers,
  validate,
  endpoint: text,
  dangerouslyAllowBrowser: boolean,
  fetch: nothing,
  onRequest: nothing,
  onResponse: nothing,
  onResponseIssues: nothing,
  axiosOptions: { baseURL: text, headers, timeout: number },
  axiosRetryOptions: any<{ retries: number | undefined } | undefined>(),
  waitForActionAttempt: boolean,
}

const seam = new SeamHttp({ ...ofClients, apiKey: 'seam_key' })

export const clients = [
  new SeamHttp(ofClients),
  SeamHttp.fromApiKey('seam_key', { ...ofClients, waitForActionAttempt }),
  SeamHttp.fromClientSessionToken('seam_cst', { ...ofClients, axiosOptions: undefined }),
  SeamHttp.fromPublishableKey('seam_pk', 'user', ofClients),
  SeamHttp.fromClient(seam.client, { waitForActionAttempt: undefined }),
  new SeamHttpWithoutWorkspace(ofClients),
]

export const calls = [
  seam.accessCodes.create(parameters, { ...ofCalls, waitForActionAttempt: undefined }),
  seam.locks.unlockDoor(parameters, { ...ofCalls, waitForActionAttempt }),
  seam.client.request({ url: text, method: text, params: nothing, data: nothing, timeout: number, headers }),
  waitUntilSet(seam, code, {
    ...ofCalls,
    maxWait: number,
    pollingInterval: number,
    until: any<'set' | undefined>(),
    onProgress: nothing,
  }),
  waitUntilRemoved(seam, code, { ...ofCalls, maxWait: number }),
  ensureAccessCode(seam, parameters, { ...ofCalls, key: text }),
  checkAccessCodeOnDevice(seam, parameters, { ...ofCalls, now: nothing }),
]

export const watch: EventsWatch = watchEvents(
  seam,
  {},
  { ...ofCalls, since: nothing, cursor: text, pollingInterval: number, overlap: number, limit: number },
)

export const others = [
  checkAccessCode(parameters, { device: nothing, existing: nothing, now: nothing }),
  // A device and a code in part, as a program has put them together.
  checkAccessCode(parameters, {
    device: {
      device_id: text,
      device_type: text,
      is_managed: boolean,
      properties: nothing,
      location: nothing,
    },
    existing: [
      { access_code_id: text, device_id: text, name: text, code: text, starts_at: text, ends_at: text },
    ],
  }),
  suggestCode(lock, { length: number, avoid: nothing, existing: nothing, random: nothing }),
  diagnose(code, { now: nothing }),
  wording({ messages: nothing, labels: nothing }),
  wording({ messages: { issues: nothing, summaries: { opens: nothing } } }),
  accessCodeTimeline(code, { device: nothing, now: nothing }),
  new SeamWebhook('whsec_AAAA').verify('', {}, { now: nothing, tolerance: number }),
]
