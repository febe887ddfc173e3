// waitUntilIssued: runs the flow of this name and turns what it reports into values and errors. Decides nothing.
import type { SeamAnyClient } from '../client/connection.js'
import { clientOf } from '../client/handle.js'
import type { FlowReport } from '../flow/run-flow.js'
import type { AccessGrant, AccessMethod } from '../generated/resources.js'
import {
  accessCodesList,
  accessGrantsGet,
  accessMethodsGet,
  accessMethodsList,
} from '../generated/schemas.js'
import { mistakenForOne, refuseMistake } from '../module/given-resource.js'
import { inTheNameOf } from '../module/option-names.js'
import type { AccessDiagnosis, AccessPhase } from './access-diagnosis.js'
import {
  type AccessGrantFailure,
  SeamAccessGrantFailedError,
  SeamAccessGrantTimeoutError,
} from './access-errors.js'
import type { Advice } from './diagnosis.js'
import { callsOf } from './module.js'
import type { WaitUntilSetOptions } from './options.js'
import { type AnyWaitStep, errorOf, runWait } from './run-wait.js'

/** What `onProgress` of {@link waitUntilIssued} is told after each look that leaves something to wait for. */
export interface AccessWaitProgress {
  /** How far it was when it was last seen; `unknown` before that. */
  phase: AccessPhase
  /** How many times it has been asked for, 1 for the first. */
  attempt: number
  /** Milliseconds until it is asked for again. */
  nextPollIn: number
  /** The grant as it was last seen; undefined before that, and where an access method is waited for. Left out when the progress is logged. */
  readonly accessGrant: AccessGrant | undefined
  /** The access methods as they were last seen. Left out when the progress is logged: they hold PINs and keys. */
  readonly accessMethods: AccessMethod[]
  /** What was the matter then. */
  diagnosis: AccessDiagnosis | undefined
  /** Every warning that was seen since the wait began, those that are gone included. */
  warnings: Advice[]
  /** What the last look failed with; absent where it did not. */
  error?: unknown
}

/** How access is waited for; also the options of the calls that are made, such as `headers` and `timeout`, which is per attempt. */
export interface WaitUntilIssuedOptions
  extends Omit<WaitUntilSetOptions, 'until' | 'stopWhen' | 'onProgress'> {
  /**
   * `needs_action`: also ends as soon as somebody has to act, as to write a card with an encoder or to bring a lock back, with a
   * {@link SeamAccessGrantFailedError} whose `reason` is `needs_action`. Without it the wait goes on, since they may act while it lasts.
   */
  stopWhen?: 'needs_action' | undefined
  /** Called after each poll that leaves something to wait for. What it throws is printed and changes nothing. */
  onProgress?: ((progress: AccessWaitProgress) => void) | undefined
}

/** Access that is issued. */
export interface IssuedAccess {
  /** The grant; undefined where an access method was waited for. */
  accessGrant: AccessGrant | undefined
  /** All access methods of the grant, or the one that was waited for. */
  accessMethods: AccessMethod[]
}

/** An access grant that is issued, with all its access methods. */
export interface IssuedAccessGrant extends IssuedAccess {
  accessGrant: AccessGrant
}

interface IssuedStep extends AnyWaitStep, Partial<IssuedAccess> {
  phase: AccessPhase
  warnings: Advice[]
  diagnosis?: AccessDiagnosis
  reason: AccessGrantFailure
}

/**
 * Polls an access grant until all its access methods are issued. Resolves with them as they are then. Goes on after lost connections, timeouts
 * and answers of status 5xx, 408, 425 or 429; any other error ends it.
 *
 * @param seam - A `SeamHttp`, one of its namespaces, or its `client`.
 * @param grant - An object that has the `access_grant_id`.
 * @throws {@link SeamAccessGrantFailedError} as soon as it cannot succeed within `maxWait`; {@link SeamAccessGrantTimeoutError} after that;
 * `SeamHttpTransportError` of code `ERR_CANCELED` by `signal`; `SeamHttpApiError` where the server does not know the ID;
 * `SeamHttpInvalidOptionsError` for bad options.
 */
export function waitUntilIssued(
  seam: SeamAnyClient,
  grant: { access_grant_id: string },
  options?: WaitUntilIssuedOptions,
): Promise<IssuedAccessGrant>
/**
 * Polls an access method until it is issued. Resolves with it as it is then; all else is as for an access grant.
 *
 * @param seam - A `SeamHttp`, one of its namespaces, or its `client`.
 * @param method - An object that has the `access_method_id`.
 */
export function waitUntilIssued(
  seam: SeamAnyClient,
  method: { access_method_id: string },
  options?: WaitUntilIssuedOptions,
): Promise<IssuedAccess>
export async function waitUntilIssued(
  seam: SeamAnyClient,
  grantOrMethod: { access_grant_id?: string; access_method_id?: string },
  options: WaitUntilIssuedOptions = {},
): Promise<IssuedAccess> {
  try {
    const flowOf = () => flowFor(grantOrMethod)
    const { step, cause } = await runWait<IssuedStep>(clientOf(seam), calls, flowOf, options, progressOf)
    const { why, message, reason, accessGrant, accessMethods = [], diagnosis } = step
    if (step.do === 'done') return { accessGrant, accessMethods }
    if (why === 'failed') {
      const found = diagnosis as AccessDiagnosis
      throw new SeamAccessGrantFailedError(message, reason, accessGrant, accessMethods, found)
    }
    throw new SeamAccessGrantTimeoutError(message, accessGrant, accessMethods, diagnosis, cause)
  } catch (error) {
    throw inTheNameOf('waitUntilIssued', error)
  }
}

const calls = callsOf(accessGrantsGet, accessMethodsGet, accessMethodsList, accessCodesList)

const progressOf = (report: FlowReport<IssuedStep>): AccessWaitProgress => {
  const { phase, attempt, nextPollIn, diagnosis, warnings, accessGrant, accessMethods = [] } = report.step
  const progress = { phase, attempt, nextPollIn, diagnosis, warnings, ...errorOf(report) }
  return Object.defineProperties(progress, {
    accessGrant: { value: accessGrant },
    accessMethods: { value: accessMethods },
  }) as AccessWaitProgress
}

/**
 * The flow that waits for it, and its ID.
 *
 * @throws TypeError where there is none.
 */
const flowFor = (grantOrMethod: unknown): [flow: string, id: string] => {
  const { access_grant_id: grant, access_method_id: method } = Object(grantOrMethod)
  if (isId(grant)) return ['wait_until_grant_issued', grant]
  if (isId(method)) return ['wait_until_method_issued', method]
  const what = 'an object with an `access_grant_id` or an `access_method_id`'
  refuseMistake(mistakenForOne('grantOrMethod', what, grantOrMethod))
  throw new TypeError(`\`grantOrMethod\`: expected ${what}`)
}

const isId = (id: unknown): id is string => typeof id === 'string' && id !== ''
