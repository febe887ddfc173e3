// The options of waitUntilSet and waitUntilRemoved, and what they report. Types only: src/flow reads and refuses.
import type { SeamHttpCallOptions } from '../client/options.js'
import type { AccessCode, UnmanagedAccessCode } from '../generated/resources.js'
import type { WebSignal } from '../module/web-types.js'
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

/** How a code is waited for; also the options of the calls that are made, such as `headers` and `timeout`, which is per attempt. */
export interface WaitUntilRemovedOptions extends Omit<SeamHttpCallOptions, 'waitForActionAttempt'> {
  /**
   * Milliseconds after which to give up, 0 or more, `Infinity` for never; requests and pauses end there. 0 polls once. Default 300000,
   * which is five minutes.
   */
  maxWait?: number | undefined
  /** Ends the wait, with a `SeamHttpTransportError` of code `ERR_CANCELED`. */
  signal?: WebSignal | undefined
  /** Milliseconds between two polls, more than 0. Default: growing from 1 to 15 seconds, a random part of up to a quarter included. */
  pollingInterval?: number | undefined
  /** Called after each poll that leaves something to wait for. What it throws is printed and changes nothing. */
  onProgress?: ((progress: AccessCodeWaitProgress) => void) | undefined
}

/** How a code is waited for until it is on the lock. */
export interface WaitUntilSetOptions extends WaitUntilRemovedOptions {
  /**
   * What is enough: `set`, that the code opens or will open as requested; `scheduled`, also that the lock has it with its schedule,
   * as locks with native scheduling do up to 72 hours ahead of its start. Default `set`.
   */
  until?: 'set' | 'scheduled' | undefined
  /**
   * `needs_action`: also ends as soon as somebody has to act, at the lock or with other parameters, with a {@link SeamAccessCodeFailedError} whose
   * `reason` is `needs_action`. Without it the wait goes on, since they may act while it lasts; `onProgress` has the diagnosis.
   */
  stopWhen?: 'needs_action' | undefined
}

/** How a wait for the removal of a code has ended. */
export interface RemovedAccessCode {
  /** The code as it was last seen; undefined where it was gone at the first poll. Left out when this is logged: it holds the PIN. */
  readonly accessCode: AccessCode | UnmanagedAccessCode | undefined
  /**
   * Whether Seam was asked for an unmanaged code of this ID too. False where that endpoint cannot be reached, as from a page of another
   * origin: a code that was handed over to be unmanaged may then still be on the lock.
   */
  readonly checked: boolean
}
