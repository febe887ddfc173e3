// The loop of waitUntilSet and waitUntilRemoved: looks, tells, pauses. Decides nothing: that is in decision.ts.

import { onAbort, sleep } from '../client/attempt.js'
import { observe, type SeamHttpClient } from '../client/client.js'
import { isSeamHttpApiError } from '../client/errors.js'
import { mayHeal, restFor, statusOf } from '../events/trouble.js'
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
  type AccessCodesWaitUntilRemovedOptions,
  type AccessCodesWaitUntilSetOptions,
  type AccessCodeWaitProgress,
  idOf,
  readUntil,
  readWaitOptions,
  type WaitSettings,
} from './wait-options.js'

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

/** What `waitUntilSet` does. */
export const waitUntilSet = async (
  client: SeamHttpClient,
  idOrCode: unknown,
  options: AccessCodesWaitUntilSetOptions,
): Promise<AccessCode> => {
  const { until, ...others } = options ?? {}
  const enough = readUntil(until)
  const settings = readWaitOptions(client, others)
  const id = idOf(idOrCode)
  const deadline = Date.now() + settings.timeout
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

/** What `waitUntilRemoved` does. */
export const waitUntilRemoved = async (
  client: SeamHttpClient,
  idOrCode: unknown,
  options: AccessCodesWaitUntilRemovedOptions,
): Promise<AnyCode | undefined> => {
  const settings = readWaitOptions(client, options ?? {})
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
  client: SeamHttpClient,
  schema: EndpointSchema,
  access_code_id: string,
  options: WaitSettings['callOptions'],
): Promise<AnyCode> => {
  const [, found] = await client.send(schema, { access_code_id }, options)
  return Object(found) as AnyCode
}

/** Whether Seam itself says that there is no such code, rather than a proxy, or that there is no such workspace. */
const isUnknown = (error: unknown): boolean =>
  isSeamHttpApiError(error) && error.statusCode === 404 && !error.code.startsWith('workspace')

const waitFor = async (
  id: string,
  { timeout, pollingInterval, signal, onProgress }: WaitSettings,
  { name, look, decide }: Goal,
): Promise<AnyCode | undefined> => {
  const deadline = Date.now() + timeout
  const stop = new AbortController()
  const leave = onAbort(signal, () => stop.abort(signal?.reason))
  if (signal?.aborted) stop.abort(signal.reason)
  // Where the timeout is 0, the only look takes the time that it needs.
  if (timeout > 0 && timeout < longestTimer) void endAfter(timeout, stop)
  const warnings = new Map<string, Advice>()
  let seen: Seen | undefined
  let error: unknown
  const timedOut = () => {
    const state = seen === undefined ? '' : `: ${seen.diagnosis.summary}`
    const message = `access code \`${id}\` is not ${name} after ${timeout} ms${state}`
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

const endAfter = async (timeout: number, stop: AbortController): Promise<void> => {
  if (await sleep(timeout, stop.signal)) stop.abort()
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
    due_later: `is due at \`${dueAt}\`, after the end of \`timeout\``,
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
