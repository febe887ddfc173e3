// What a look at a code means for who waits for it, and when to look again. Pure: clock and chance are passed in. Where a code stands and
// what may come of it is judged in Rust; src/rules/diagnosis.rs says what a poller does with it.

import type { Diagnosis } from './diagnosis.js'
import type { AccessCodeFailure } from './errors.js'

/** That the wait has come to its end, that it goes on, or why it is in vain. */
export type Decision = 'done' | 'wait' | AccessCodeFailure

// How long before its start a lock with native scheduling gets a code (section 7.1 of the API's facts).
const preload = 72 * 60 * 60 * 1000

// What is said of a code that is on the lock and switched off there.
const disabled = ['access_code_inactive', 'ultraloq_access_code_disabled']

/** Of a code that is waited for until it is on the lock; undefined where there is none any more. `deadline` in ms since 1970. */
export const decideOnSetting = (
  diagnosis: Diagnosis | undefined,
  until: 'set' | 'scheduled',
  deadline: number,
): Decision => {
  if (diagnosis === undefined) return 'deleted'
  const { phase, verdict, retriedBySeam, dueAt = '' } = diagnosis
  if (phase === 'set' || (until === 'scheduled' && phase === 'scheduled_on_device')) {
    // It is there and does not open, until a person enables it.
    return diagnosis.advice.some(({ code }) => disabled.includes(code)) ? 'failed' : 'done'
  }
  const leaves = phase === 'removing' || phase === 'removed'
  if (leaves || verdict === 'failed' || verdict === 'expired') return 'failed'
  if (verdict === 'attention' && !retriedBySeam) return 'failed'
  // Not a number where nothing is due.
  const due = Date.parse(dueAt) - (until === 'scheduled' ? preload : 0)
  return due > deadline ? 'due_later' : 'wait'
}

/** Of a code that is waited for until it is off the lock; undefined where there is none any more. */
export const decideOnRemoval = (diagnosis: Diagnosis | undefined): Decision => {
  if (diagnosis === undefined) return 'done'
  const { phase, verdict, isOnLock } = diagnosis
  // Its time is over, but where removal has failed or is late, or setting was under way, the lock may have it still.
  if (phase === 'removed') return isOnLock === false ? 'done' : 'wait'
  return verdict === 'failed' ? 'failed' : 'wait'
}

/** What the next look depends on; times in ms. */
export interface Timing {
  /** How many times the code has been asked for. */
  attempt: number
  /** What the caller wants between two looks. */
  pollingInterval: number | undefined
  /** For how long the server asks to be left alone. */
  asked: number
  /** How long until the deadline. */
  left: number
  /** A number from 0 to 1. */
  chance: number
}

/**
 * How many ms to pause before the next look: about 1 s at first, half as much again each time, up to 15 s. The last look is made a second
 * ahead of the deadline, or an interval if that is shorter; where none fits in any more, the pause lasts until then.
 */
export const pauseBeforeLook = ({ attempt, pollingInterval, asked, left, chance }: Timing): number => {
  const grown = Math.min(1000 * 1.5 ** (attempt - 1), 12_000) * (1 + chance / 4)
  const wished = pollingInterval ?? grown
  const latest = left - Math.min(wished, 1000)
  if (latest <= 0 || asked > latest) return left
  return Math.min(Math.max(wished, asked), latest)
}
