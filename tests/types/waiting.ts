// What the functions of seam-edge/status and seam-edge/rules that make calls take and return, and what their errors hold.
import { type AccessCode, SeamHttp, SeamHttpAccessCodes, type UnmanagedAccessCode } from 'seam-edge'
import { type AccessCodeCheck, checkAccessCodeOnDevice } from 'seam-edge/rules'
import {
  type AccessCodeDifference,
  type AccessCodePhase,
  type AccessCodeWaitProgress,
  type Diagnosis,
  ensureAccessCode,
  isSeamAccessCodeConflictError,
  isSeamAccessCodeError,
  isSeamAccessCodeFailedError,
  isSeamAccessCodeTimeoutError,
  type RemovedAccessCode,
  waitUntilRemoved,
  waitUntilSet,
} from 'seam-edge/status'
import { type Assert, any, type Same } from './expect.js'

export const seam = new SeamHttp({ apiKey: 'seam_key' })

/** Every kind of client is taken. */
export const clients = [
  waitUntilSet(seam, 'access_code'),
  waitUntilSet(seam.client, 'access_code'),
  waitUntilSet(seam.accessCodes.unmanaged, 'access_code'),
  waitUntilSet(SeamHttpAccessCodes.fromApiKey('seam_key'), 'access_code'),
  // @ts-expect-error which client?
  waitUntilSet('access_code'),
  // @ts-expect-error a function that sends is none
  waitUntilSet(fetch, 'access_code'),
]

const code = any<AccessCode>()
const unmanaged = any<UnmanagedAccessCode>()
const signal = any<AbortSignal | undefined>()
const onProgress = (progress: AccessCodeWaitProgress): AccessCodePhase => progress.phase

export const waits = [
  waitUntilSet(seam, 'access_code'),
  waitUntilSet(seam, code, {
    maxWait: 0,
    timeout: 5,
    signal,
    pollingInterval: 5,
    until: 'scheduled',
    onProgress,
  }),
  waitUntilSet(seam, { access_code_id: 'access_code' }, { headers: { 'x-trace': 'abc' }, maxRetries: 1 }),
  waitUntilRemoved(seam, unmanaged, { maxWait: Number.POSITIVE_INFINITY, onProgress }),
  // @ts-expect-error which code?
  waitUntilSet(seam),
  // @ts-expect-error an object needs the ID
  waitUntilSet(seam, { device_id: 'device' }),
  // @ts-expect-error one of two
  waitUntilSet(seam, 'access_code', { until: 'soon' }),
  // @ts-expect-error a code is not removed to a schedule
  waitUntilRemoved(seam, 'access_code', { until: 'scheduled' }),
  // @ts-expect-error a slip in a name
  waitUntilSet(seam, 'access_code', { interval: 5 }),
  ensureAccessCode(seam, { device_id: 'device', code: '4829' }, { signal, validate: 'strict' }),
  // @ts-expect-error checkAccessCodeOnDevice does that
  ensureAccessCode(seam, { device_id: 'device', code: '4829' }, { validate: 'device' }),
  ensureAccessCode(seam, { device_id: 'device' }, { key: 'booking', maxRetries: 0 }),
  // @ts-expect-error a code is for a device
  ensureAccessCode(seam, { code: '4829' }),
  // @ts-expect-error a key is text
  ensureAccessCode(seam, { device_id: 'device' }, { key: 17 }),
]

export type Given = [
  Assert<Same<Awaited<ReturnType<typeof ensureAccessCode>>, AccessCode>>,
  Assert<Same<Awaited<ReturnType<typeof waitUntilSet>>, AccessCode>>,
  Assert<Same<Awaited<ReturnType<typeof waitUntilRemoved>>, RemovedAccessCode>>,
  Assert<Same<RemovedAccessCode['accessCode'], AccessCode | UnmanagedAccessCode | undefined>>,
  Assert<Same<RemovedAccessCode['checked'], boolean>>,
  Assert<Same<AccessCodeWaitProgress['diagnosis'], Diagnosis | undefined>>,
]

export const check: Promise<AccessCodeCheck> = checkAccessCodeOnDevice(
  seam,
  { device_id: 'device', code: '4829' },
  { now: new Date(), signal, timeout: 5 },
)

export const removed = [
  // @ts-expect-error seam-edge/status has it
  seam.accessCodes.waitUntilSet,
  // @ts-expect-error seam-edge/status has it
  seam.accessCodes.ensure,
  // @ts-expect-error seam-edge/events has it
  seam.events.watch,
  // @ts-expect-error clients need no end
  seam.free,
  // @ts-expect-error the functions of seam-edge/status need no option
  new SeamHttp({ lockSupport: () => ({}) }),
]

export const explain = (error: unknown): string | Diagnosis | AccessCodeDifference[] | undefined => {
  if (isSeamAccessCodeFailedError(error)) {
    const { reason, accessCode, diagnosis } = error
    return reason === 'due_later' ? diagnosis.dueAt : `${accessCode.access_code_id} ${diagnosis.summary}`
  }
  // There may have been no answer at all.
  if (isSeamAccessCodeTimeoutError(error)) return error.accessCode?.access_code_id
  if (isSeamAccessCodeError(error)) return error.diagnosis
  if (isSeamAccessCodeConflictError(error)) return error.differences
  return undefined
}
