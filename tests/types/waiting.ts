// What `ensure` and the waits take and give, and what their errors tell.
import {
  type AccessCode,
  type AccessCodeDifference,
  type AccessCodePhase,
  type AccessCodeWaitProgress,
  type Diagnosis,
  isSeamAccessCodeConflictError,
  isSeamAccessCodeError,
  isSeamAccessCodeFailedError,
  isSeamAccessCodeTimeoutError,
  lockSupport,
  SeamHttp,
  SeamHttpAccessCodes,
  type UnmanagedAccessCode,
} from 'seam-edge'
import { type Assert, any, type Same } from './expect.js'

export const { accessCodes } = new SeamHttp({ apiKey: 'seam_key', lockSupport })
export const alone = SeamHttpAccessCodes.fromApiKey('seam_key', { lockSupport })

const code = any<AccessCode>()
const unmanaged = any<UnmanagedAccessCode>()
const signal = any<AbortSignal | undefined>()
const onProgress = (progress: AccessCodeWaitProgress): AccessCodePhase => progress.phase

export const waits = [
  accessCodes.waitUntilSet('access_code'),
  accessCodes.waitUntilSet(code, { timeout: 0, signal, pollingInterval: 5, until: 'scheduled', onProgress }),
  accessCodes.waitUntilSet(
    { access_code_id: 'access_code' },
    { headers: { 'x-trace': 'abc' }, maxRetries: 1 },
  ),
  accessCodes.waitUntilRemoved(unmanaged, { timeout: Number.POSITIVE_INFINITY, onProgress }),
  // @ts-expect-error which code?
  accessCodes.waitUntilSet(),
  // @ts-expect-error an object needs the ID
  accessCodes.waitUntilSet({ device_id: 'device' }),
  // @ts-expect-error one of two
  accessCodes.waitUntilSet('access_code', { until: 'soon' }),
  // @ts-expect-error a code is not removed to a schedule
  accessCodes.waitUntilRemoved('access_code', { until: 'scheduled' }),
  // @ts-expect-error a slip in a name
  accessCodes.waitUntilSet('access_code', { interval: 5 }),
  accessCodes.ensure({ device_id: 'device', code: '4829' }, { signal, validate: 'device' }),
  accessCodes.ensure({ device_id: 'device' }, { key: 'booking', maxRetries: 0 }),
  // @ts-expect-error a code is for a device
  accessCodes.ensure({ code: '4829' }),
  // @ts-expect-error a key is text
  accessCodes.ensure({ device_id: 'device' }, { key: 17 }),
]

export type Given = [
  Assert<Same<Awaited<ReturnType<typeof accessCodes.ensure>>, AccessCode>>,
  Assert<Same<Awaited<ReturnType<typeof accessCodes.waitUntilSet>>, AccessCode>>,
  Assert<
    Same<
      Awaited<ReturnType<typeof accessCodes.waitUntilRemoved>>,
      AccessCode | UnmanagedAccessCode | undefined
    >
  >,
  Assert<Same<AccessCodeWaitProgress['diagnosis'], Diagnosis | undefined>>,
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
