// waitUntilSet and waitUntilRemoved: the loop that polls, reports and pauses. Decides nothing: that is in decision.ts.
import { onAbort, sleep } from '../client/attempt.js'
import { isSeamHttpApiError } from '../client/errors.js'
import { mayHeal, restFor, statusOf } from '../client/failure.js'
import { clientOf, type Handle, type SeamAnyClient } from '../client/handle.js'
import { observe } from '../client/observe.js'
import type { AccessCode, UnmanagedAccessCode } from '../generated/resources.js'
import { accessCodesGet, accessCodesUnmanagedGet, type EndpointSchema } from '../generated/schemas.js'
import { type Decision, decideOnRemoval, decideOnSetting, pauseBeforeLook } from './decision.js'
import { type Advice, type Diagnosis, diagnose } from './diagnosis.js'
import {
  type AccessCodeFailure,
  isSeamAccessCodeFailedError,
  SeamAccessCodeFailedError,
  SeamAccessCodeTimeoutError,
} from './errors.js'
import {
  type AccessCodeWaitProgress,
  idOf,
  readUntil,
  readWaitOptions,
  type WaitSettings,
  type WaitUntilRemovedOptions,
  type WaitUntilSetOptions,
} from './options.js'

type AnyCode = AccessCode | UnmanagedAccessCode

/** A code, and what was the matter with it when it was seen. */
interface Seen {
  accessCode: AnyCode
  diagnosis: Diagnosis
}

/** What is waited for. */
interface Goal {
  /** Where the code is to get to, as messages say it. */
  name: string
  /** Asks for the code; undefined where there is none any more. */
  look(signal: AbortSignal): Promise<AnyCode | undefined>
  /** What the look comes to, by what is the matter with the code; undefined where there is none. */
  decide(diagnosis: Diagnosis | undefined): Decision
}

/**
 * Polls a managed access code until it is on the lock. Resolves with the code as it is then. Goes on after lost connections, timeouts and
 * answers of status 5xx, 408, 425 or 429; any other error ends it.
 *
 * @param seam - A `SeamHttp`, one of its namespaces, or its `client`.
 * @param idOrCode - The `access_code_id`, or an object that has it.
 * @throws {@link SeamAccessCodeFailedError} as soon as it cannot succeed within `maxWait`; {@link SeamAccessCodeTimeoutError} after that;
 * {@link SeamHttpTransportError} of code `ERR_CANCELED` by `signal`; {@link SeamHttpApiError} where the server does not know the ID;
 * {@link SeamHttpInvalidOptionsError} for bad options.
 */
export const waitUntilSet = async (
  seam: SeamAnyClient,
  idOrCode: string | { access_code_id: string },
  options: WaitUntilSetOptions = {},
): Promise<AccessCode> => {
  const client = clientOf(seam)
  const { until, ...others } = options ?? {}
  const enough = readUntil(until)
  const settings = readWaitOptions(others)
  const id = idOf(idOrCode)
  const deadline = Date.now() + settings.maxWait
  let isKnown = false
  const code = await waitFor(id, settings, {
    name: 'on the lock',
    async look(signal) {
      try {
        const found = await ask(client, accessCodesGet, id, { ...settings.callOptions, signal })
        isKnown = true
        return found
      } catch (error) {
        if (isKnown && isUnknown(error)) return undefined
        throw error
      }
    },
    decide: (diagnosis) => decideOnSetting(diagnosis, enough, deadline),
  })
  return code as AccessCode
}

/**
 * Polls an access code, managed or not, until the server does not know it any more, or says that it has left the lock. An ID that
 * never existed counts as gone. Goes on after the same errors as {@link waitUntilSet}, and throws the same otherwise.
 *
 * @returns The code as it was last seen; undefined where it was gone at the first poll.
 */
export const waitUntilRemoved = async (
  seam: SeamAnyClient,
  idOrCode: string | { access_code_id: string },
  options: WaitUntilRemovedOptions = {},
): Promise<AccessCode | UnmanagedAccessCode | undefined> => {
  const client = clientOf(seam)
  const settings = readWaitOptions(options ?? {})
  const id = idOf(idOrCode)
  return await waitFor(id, settings, {
    name: 'off the lock',
    async look(signal) {
      const callOptions = { ...settings.callOptions, signal }
      try {
        return await ask(client, accessCodesGet, id, callOptions)
      } catch (error) {
        if (!isUnknown(error)) throw error
      }
      // A code that was handed over to be unmanaged is on the lock all the same.
      try {
        return await ask(client, accessCodesUnmanagedGet, id, callOptions)
      } catch (error) {
        // Servers that do without this endpoint have a 404 of their own.
        if (statusOf(error) === 404) return undefined
        throw error
      }
    },
    decide: decideOnRemoval,
  })
}

const ask = async (
  client: Handle,
  schema: EndpointSchema,
  access_code_id: string,
  options: WaitSettings['callOptions'],
): Promise<AnyCode> => {
  const { data } = await client.call(schema, { access_code_id }, options)
  return Object(data) as AnyCode
}

/** Whether Seam itself says that there is no such code, rather than a proxy, or that there is no such workspace. */
const isUnknown = (error: unknown): boolean =>
  isSeamHttpApiError(error) && error.statusCode === 404 && !error.code.startsWith('workspace')

const waitFor = async (
  id: string,
  { maxWait, pollingInterval, signal, onProgress }: WaitSettings,
  { name, look, decide }: Goal,
): Promise<AnyCode | undefined> => {
  const deadline = Date.now() + maxWait
  const stop = new AbortController()
  const leave = onAbort(signal, () => stop.abort(signal?.reason))
  if (signal?.aborted) stop.abort(signal.reason)
  // With 0, the only poll takes the time that it needs.
  if (maxWait > 0 && maxWait < longestTimer) void endAfter(maxWait, stop)
  const warnings = new Map<string, Advice>()
  let seen: Seen | undefined
  let error: unknown
  const timedOut = () => {
    const state = seen === undefined ? '' : `: ${seen.diagnosis.summary}`
    const message = `access code \`${id}\` is not ${name} after ${maxWait} ms${state}`
    const cause = error === undefined ? {} : { cause: error }
    return new SeamAccessCodeTimeoutError(message, seen?.accessCode, seen?.diagnosis, cause)
  }
  try {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const accessCode = await look(stop.signal)
        error = undefined
        if (accessCode !== undefined) seen = { accessCode, diagnosis: diagnose(accessCode) }
        const decision = decide(accessCode && seen?.diagnosis)
        if (decision === 'done') return seen?.accessCode
        if (decision !== 'wait' && seen !== undefined) throw failedError(id, name, decision, seen)
      } catch (failure) {
        if (isSeamAccessCodeFailedError(failure) || signal?.aborted) throw failure
        if (stop.signal.aborted) throw timedOut()
        if (!mayHeal(failure)) throw failure
        error = failure
      }
      const left = deadline - Date.now()
      if (left <= 0) throw timedOut()
      for (const advice of seen?.diagnosis.advice ?? []) {
        if (advice.scope === 'warning') warnings.set(advice.code, advice)
      }
      const timing = { attempt, pollingInterval, asked: restFor(error), left, chance: Math.random() }
      const nextPollIn = pauseBeforeLook(timing)
      observe(onProgress, progressOf(attempt, nextPollIn, seen, [...warnings.values()], error))
      await sleep(nextPollIn, stop.signal)
    }
  } finally {
    leave()
    stop.abort()
  }
}

// Beyond it, timers fire at once.
const longestTimer = 2 ** 31

const endAfter = async (duration: number, stop: AbortController): Promise<void> => {
  if (await sleep(duration, stop.signal)) stop.abort()
}

const failedError = (
  id: string,
  name: string,
  reason: AccessCodeFailure,
  { accessCode, diagnosis }: Seen,
): SeamAccessCodeFailedError => {
  const { summary, advice, actor, dueAt, phase } = diagnosis
  const most = advice.find((item) => item.actor === actor) ?? advice[0]
  const why = {
    failed: `${phase === 'set' ? 'is disabled' : `does not get ${name}`}: ${[summary, most?.cause, most?.action].filter(Boolean).join(' ')}`,
    deleted: 'was deleted while it was waited for',
    due_later: `is due at \`${dueAt}\`, after the end of \`maxWait\``,
  }
  return new SeamAccessCodeFailedError(`access code \`${id}\` ${why[reason]}`, reason, accessCode, diagnosis)
}

const progressOf = (
  attempt: number,
  nextPollIn: number,
  seen: Seen | undefined,
  warnings: Advice[],
  error: unknown,
): AccessCodeWaitProgress => {
  const { accessCode, diagnosis } = seen ?? {}
  const phase = diagnosis?.phase ?? 'unknown'
  const progress = { phase, attempt, nextPollIn, diagnosis, warnings, ...(error !== undefined && { error }) }
  return Object.defineProperty(progress, 'accessCode', { value: accessCode }) as AccessCodeWaitProgress
}
