// The options of waitUntilSet and waitUntilRemoved: their types, their defaults, and which are refused.
// `timeout` and `pollingInterval` are judged by the core, as those of waiting for action attempts.
import type { SeamHttpClient } from '../client/client.js'
import { SeamHttpInvalidOptionsError } from '../client/errors.js'
import type { SeamHttpCallOptions } from '../client/options.js'
import type { AccessCode, UnmanagedAccessCode } from '../generated/resources.js'
import type { Advice, Diagnosis } from './diagnosis.js'
import type { AccessCodePhase } from './timeline.js'

/** What `onProgress` is told after each look that leaves something to wait for. */
export interface AccessCodeWaitProgress {
  /** Where the code stood when it was last seen; `unknown` before that. */
  phase: AccessCodePhase
  /** How many times it has been asked for, 1 for the first. */
  attempt: number
  /** Milliseconds until it is asked for again. */
  nextPollIn: number
  /** The code as it was last seen; undefined before that. Left out when the progress is logged: it holds the PIN. */
  readonly accessCode: AccessCode | UnmanagedAccessCode | undefined
  /** What was the matter with it then. */
  diagnosis: Diagnosis | undefined
  /** Every warning that was seen since the wait began, those that are gone included. */
  warnings: Advice[]
  /** What the last look failed with; absent where it did not. */
  error?: unknown
}

/** How a code is waited for; also the options of the calls that are made, such as `headers`. */
export interface AccessCodesWaitUntilRemovedOptions
  extends Omit<SeamHttpCallOptions, 'timeout' | 'validate' | 'waitForActionAttempt'> {
  /**
   * Milliseconds after which to give up, 0 or more, `Infinity` for never; requests and pauses end there. 0 asks once. Default 300000,
   * which is five minutes. How long one attempt of a call may take is an option of the client.
   */
  timeout?: number | undefined
  /** Ends the wait, with a {@link SeamHttpTransportError} of code `ERR_CANCELED`. */
  signal?: AbortSignal | undefined
  /** Milliseconds between two looks, more than 0. Default: growing from 1 to 15 seconds, with up to a quarter of chance. */
  pollingInterval?: number | undefined
  /** Called after each look that leaves something to wait for. What it throws is printed and changes nothing. */
  onProgress?: ((progress: AccessCodeWaitProgress) => void) | undefined
}

/** How a code is waited for until it is on the lock. */
export interface AccessCodesWaitUntilSetOptions extends AccessCodesWaitUntilRemovedOptions {
  /**
   * What is enough: `set`, that the code opens or will open as it was asked for; `scheduled`, also that the lock has it with its schedule,
   * as locks with native scheduling do up to 72 hours ahead of its start. Default `set`.
   */
  until?: 'set' | 'scheduled' | undefined
}

/** The options with their defaults. */
export interface WaitSettings {
  timeout: number
  pollingInterval: number | undefined
  signal: AbortSignal | undefined
  onProgress: AccessCodesWaitUntilRemovedOptions['onProgress']
  /** What goes along with each call. */
  callOptions: SeamHttpCallOptions
}

/** Reads the options. The rest is taken for options of calls, of which the core refuses those that it does not know. */
export const readWaitOptions = (
  client: SeamHttpClient,
  {
    timeout: given,
    pollingInterval: interval,
    signal,
    onProgress,
    ...callOptions
  }: AccessCodesWaitUntilRemovedOptions,
): WaitSettings => {
  // Null is what callers without types pass for none.
  const timeout = given ?? 300_000
  const pollingInterval = interval ?? undefined
  client.refuseBadPatience({ timeout, ...(pollingInterval !== undefined && { pollingInterval }) })
  if (signal != null && typeof signal.removeEventListener !== 'function') {
    throw new SeamHttpInvalidOptionsError('`signal`: expected an AbortSignal')
  }
  if (onProgress != null && typeof onProgress !== 'function') {
    throw new SeamHttpInvalidOptionsError(
      `The onProgress option must be a function, got ${typeof onProgress}`,
    )
  }
  return { timeout, pollingInterval, signal: signal ?? undefined, onProgress, callOptions }
}

/** What is enough. */
export const readUntil = (until: unknown = 'set'): 'set' | 'scheduled' => {
  if (until === 'set' || until === 'scheduled') return until
  throw new SeamHttpInvalidOptionsError("The until option must be 'set' or 'scheduled'")
}

/**
 * The ID of the code to wait for.
 *
 * @throws TypeError where there is none.
 */
export const idOf = (idOrCode: unknown): string => {
  const id = typeof idOrCode === 'string' ? idOrCode : Object(idOrCode).access_code_id
  if (typeof id === 'string' && id !== '') return id
  throw new TypeError('expected an access code or its `access_code_id`')
}
