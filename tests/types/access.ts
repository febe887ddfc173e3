// What waitUntilIssued, diagnoseAccess and accessTimeline take and return, and what their errors hold.
import { type AccessGrant, type AccessMethod, SeamHttp, type UnmanagedAccessGrant } from 'seam-edge'
import { type Messages, wording } from 'seam-edge/messages'
import {
  type AccessDiagnosis,
  type AccessGrantFailure,
  type AccessPhase,
  type AccessWaitProgress,
  accessTimeline,
  diagnoseAccess,
  type IssuedAccess,
  type IssuedAccessGrant,
  isSeamAccessGrantError,
  isSeamAccessGrantFailedError,
  waitUntilIssued,
} from 'seam-edge/status'
import { type Assert, any, type Same } from './expect.js'

const seam = new SeamHttp({ apiKey: 'seam_key' })
const grant = any<AccessGrant>()
const method = any<AccessMethod>()
const onProgress = (progress: AccessWaitProgress): AccessPhase => progress.phase

export const waits = [
  waitUntilIssued(seam, grant),
  waitUntilIssued(
    seam.client,
    { access_grant_id: 'grant' },
    { maxWait: 0, stopWhen: 'needs_action', onProgress },
  ),
  waitUntilIssued(seam.accessMethods, method, { timeout: 5, signal: any<AbortSignal | undefined>() }),
  // @ts-expect-error an ID alone does not say what it is of
  waitUntilIssued(seam, 'grant'),
  // @ts-expect-error which one?
  waitUntilIssued(seam, {}),
  // @ts-expect-error access codes have no such ID
  waitUntilIssued(seam, { access_code_id: 'code' }),
  // @ts-expect-error access is not issued to a schedule
  waitUntilIssued(seam, grant, { until: 'scheduled' }),
  // @ts-expect-error one of one
  waitUntilIssued(seam, grant, { stopWhen: 'late' }),
]

export const said = [
  diagnoseAccess(grant, { accessMethods: [method], now: new Date() }),
  diagnoseAccess(any<UnmanagedAccessGrant>(), { accessMethods: null }),
  diagnoseAccess({ access_method_id: 'method', is_issued: true }, { accessGrant: grant }),
  accessTimeline(grant, { accessMethods: [method] }),
  // @ts-expect-error neither a grant nor a method
  diagnoseAccess({ status: 'set' }),
  // @ts-expect-error a list of them
  diagnoseAccess(grant, { accessMethods: method }),
]

const ofGrant = () => waitUntilIssued(seam, grant)
const ofMethod = () => waitUntilIssued(seam, { access_method_id: 'method' })

export type Given = [
  Assert<Same<Awaited<ReturnType<typeof ofGrant>>, IssuedAccessGrant>>,
  Assert<Same<Awaited<ReturnType<typeof ofMethod>>, IssuedAccess>>,
  Assert<Same<IssuedAccessGrant['accessGrant'], AccessGrant>>,
  Assert<Same<IssuedAccess['accessGrant'], AccessGrant | undefined>>,
  Assert<Same<IssuedAccess['accessMethods'], AccessMethod[]>>,
  Assert<Same<AccessWaitProgress['diagnosis'], AccessDiagnosis | undefined>>,
]

export const explain = (error: unknown): AccessGrantFailure | AccessDiagnosis | undefined => {
  if (isSeamAccessGrantFailedError(error))
    return error.diagnosis.retriedBySeam ? error.reason : error.diagnosis
  return isSeamAccessGrantError(error) ? error.diagnosis : undefined
}

const [advice] = diagnoseAccess(grant).advice
if (advice === undefined) throw new Error('none')

/** Codes of grants and methods are in the unions of codes. */
export const known: boolean[] = [
  advice.code === 'cannot_create_requested_access_methods',
  advice.code === 'device_time_constraints_violated',
  // @ts-expect-error a slip
  advice.code === 'cannot_create_access_methods',
]

/** Texts of guests can be given for them, by type. */
export const texts: Partial<Messages['errors']> = {
  cannot_create_requested_access_methods: { cause: 'c', action: 'a' },
  // @ts-expect-error no such error
  cannot_create_methods: { cause: 'c', action: 'a' },
}

export const words = [
  wording().summary(diagnoseAccess(grant)),
  wording().advice(advice),
  wording().expect(accessTimeline(grant)),
  wording().worry(accessTimeline(grant)),
]
