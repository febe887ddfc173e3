// waitUntilSet and waitUntilRemoved: run the flows of these names and turn what they report into values and errors. Decide nothing.
import type { SeamAnyClient } from '../client/connection.js'
import { clientOf } from '../client/handle.js'
import type { FlowReport } from '../flow/run-flow.js'
import type { AccessCode, UnmanagedAccessCode } from '../generated/resources.js'
import {
  accessCodesGet,
  accessCodesList,
  accessCodesUnmanagedGet,
  accessCodesUnmanagedList,
} from '../generated/schemas.js'
import { mistakenForOne, refuseMistake } from '../module/given-resource.js'
import { inTheNameOf } from '../module/option-names.js'
import type { Advice, Diagnosis } from './diagnosis.js'
import { type AccessCodeFailure, SeamAccessCodeFailedError, SeamAccessCodeTimeoutError } from './errors.js'
import { callsOf } from './module.js'
import type {
  AccessCodeWaitProgress,
  RemovedAccessCode,
  WaitUntilRemovedOptions,
  WaitUntilSetOptions,
} from './options.js'
import { type AnyWaitStep, errorOf, runWait } from './run-wait.js'
import type { AccessCodePhase } from './timeline.js'

type AnyCode = AccessCode | UnmanagedAccessCode

/** What the steps of a wait have; src/status.rs in pkg-template/wasm says which. */
interface WaitStep extends AnyWaitStep {
  phase: AccessCodePhase
  warnings: Advice[]
  accessCode?: AnyCode
  diagnosis?: Diagnosis
  reason: AccessCodeFailure
  checked: boolean
}

/**
 * Polls a managed access code until it is on the lock. Resolves with the code as it is then. Goes on after lost connections, timeouts and
 * answers of status 5xx, 408, 425 or 429; any other error ends it.
 *
 * @param seam - A `SeamHttp`, one of its namespaces, or its `client`.
 * @param idOrCode - The `access_code_id`, or an object that has it.
 * @throws {@link SeamAccessCodeFailedError} as soon as it cannot succeed within `maxWait`; {@link SeamAccessCodeTimeoutError} after that;
 * `SeamHttpTransportError` of code `ERR_CANCELED` by `signal`; `SeamHttpApiError` where the server does not know the ID;
 * `SeamHttpInvalidOptionsError` for bad options.
 */
export const waitUntilSet = async (
  seam: SeamAnyClient,
  idOrCode: string | { access_code_id: string },
  options: WaitUntilSetOptions = {},
): Promise<AccessCode> => {
  const { accessCode } = await waitFor('waitUntilSet', seam, idOrCode, options)
  return accessCode as AccessCode
}

/**
 * Polls an access code, managed or not, until the server does not know it any more, or says that it has left the lock. An ID that
 * never existed counts as gone. Goes on after the same errors as {@link waitUntilSet}, and throws the same otherwise.
 */
export const waitUntilRemoved = async (
  seam: SeamAnyClient,
  idOrCode: string | { access_code_id: string },
  options: WaitUntilRemovedOptions = {},
): Promise<RemovedAccessCode> => {
  const { accessCode, checked } = await waitFor('waitUntilRemoved', seam, idOrCode, options)
  return Object.defineProperty({ checked }, 'accessCode', { value: accessCode }) as RemovedAccessCode
}

const calls = callsOf(accessCodesGet, accessCodesUnmanagedGet, accessCodesList, accessCodesUnmanagedList)

/** The flows, by the functions that run them. */
const flows = { waitUntilSet: 'wait_until_set', waitUntilRemoved: 'wait_until_removed' }

const waitFor = async (
  name: keyof typeof flows,
  seam: SeamAnyClient,
  idOrCode: unknown,
  options: WaitUntilSetOptions,
): Promise<WaitStep> => {
  try {
    const flowOf = (): [string, string] => [flows[name], idOf(idOrCode)]
    const { step, cause } = await runWait<WaitStep>(clientOf(seam), calls, flowOf, options, progressOf)
    if (step.do === 'done') return step
    const { why, message, reason, accessCode, diagnosis } = step
    if (why === 'failed') {
      throw new SeamAccessCodeFailedError(message, reason, accessCode as AnyCode, diagnosis as Diagnosis)
    }
    throw new SeamAccessCodeTimeoutError(message, accessCode, diagnosis, cause)
  } catch (error) {
    throw inTheNameOf(name, error)
  }
}

const progressOf = (report: FlowReport<WaitStep>): AccessCodeWaitProgress => {
  const { phase, attempt, nextPollIn, diagnosis, warnings, accessCode } = report.step
  const progress = { phase, attempt, nextPollIn, diagnosis, warnings, ...errorOf(report) }
  return Object.defineProperty(progress, 'accessCode', { value: accessCode }) as AccessCodeWaitProgress
}

/**
 * The ID of the code to wait for.
 *
 * @throws TypeError where there is none.
 */
const idOf = (idOrCode: unknown): string => {
  const id = typeof idOrCode === 'string' ? idOrCode : Object(idOrCode).access_code_id
  if (typeof id === 'string' && id !== '') return id
  refuseMistake(mistakenForOne('idOrCode', 'an access code or its `access_code_id`', idOrCode))
  throw new TypeError('`idOrCode`: expected an access code or its `access_code_id`')
}
