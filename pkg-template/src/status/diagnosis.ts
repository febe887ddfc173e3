// diagnose: what is the matter with a code or a device, and what to do. Judged in Rust (src/rules/diagnosis.rs).
import type { DiagnosisSummary, KnownErrorCode, KnownWarningCode } from '../generated/codes.js'
import type { UnlistedCode } from '../generated/resources.js'
import { type Instant, millisecondsOf } from '../module/instant.js'
import { requireKnownOptions } from '../module/option-names.js'
import type { AccessCodePart, DevicePart } from '../module/resource-parts.js'
import { askStatus, statusFlows } from './module.js'
import type { AccessCodePhase } from './timeline.js'

/**
 * What the whole comes to.
 *
 * - `scheduled`: the code waits for its start, on the lock or not
 * - `programming`: the code, or a change of it, is on its way to the lock
 * - `active`: the code opens the lock; the device is ready for codes
 * - `removing`: the code is about to be taken off the lock, and may still open it
 * - `expired`: the code's time is over, and it is not known to be on the lock any more
 * - `attention`: somebody has to act, or something is late; it may work, or still open, all the same
 * - `failed`: the code is not on the lock and Seam will not put it there; the device takes no codes
 * - `unknown`: it cannot be told
 */
export type DiagnosisVerdict =
  | 'scheduled'
  | 'programming'
  | 'active'
  | 'removing'
  | 'expired'
  | 'attention'
  | 'failed'
  | 'unknown'

/**
 * Who has to act.
 *
 * - `wait`: nobody; it clears by itself, or does not matter for codes
 * - `inspect`: somebody has to look; nothing is broken, or the message alone tells what
 * - `user`: a person at the lock, in the provider's app or with the provider
 * - `change_input`: the application; with other parameters the lock would take the code
 */
export type DiagnosisActor = 'wait' | 'inspect' | 'user' | 'change_input'

/** What is to be said about one error or warning. */
export interface Advice {
  /**
   * The `error_code` or `warning_code`; empty where it has none. A newer one than this version knows is compared as a string,
   * `String(advice.code) === '…'`.
   */
  code: KnownErrorCode | KnownWarningCode | UnlistedCode
  /** Whether it is about an error or a warning. */
  scope: 'error' | 'warning'
  /** Whether this package knows the code; the advice is a generic one where not. */
  known: boolean
  /** Why it happens, in one line. */
  cause: string
  /** What to do about it, in one line. */
  action: string
  /** Who has to do it. */
  actor: DiagnosisActor
  /** Whether Seam tries again, or it clears by itself, without anybody acting. False where that is not known. */
  transient: boolean
  /** The server's own message, for people; free text, without the PINs that the subject has. */
  message?: string
  /** When it was noticed, as RFC 3339. */
  createdAt?: string
}

/** What is the matter with a code or a device. */
export interface Diagnosis {
  /** How things stand, as one word. */
  verdict: DiagnosisVerdict
  /** The verdict in one line. */
  summary: string
  /** Which text that is: its name in `seam-edge/messages`. */
  summaryCode: DiagnosisSummary
  /** Where a code stands; `unknown` for a device. */
  phase: AccessCodePhase
  /** Whether the lock holds the code, in whatever version; of an offline code, whether the lock takes it. Absent where it cannot be told. */
  isOnLock?: boolean
  /** When the code's next step is due, as RFC 3339: its start until it is on the lock, its end from then on. Absent where it is due at once or has no end. */
  dueAt?: string
  /** Whether a backup code can be pulled now, by `pullBackupAccessCode`. False where the server does not say. */
  canPullBackupCode: boolean
  /** Whether Seam goes on by itself with what is left to do, so that waiting may help. False where nothing is left. */
  retriedBySeam: boolean
  /** The most urgent of those who have to act; absent where nothing is to be done. */
  actor?: DiagnosisActor
  /** What is to be said about each error, then about each warning, in the server's order. */
  advice: Advice[]
}

/** What a diagnosis is made with. */
export interface DiagnoseOptions {
  /** When it is now. Default: the clock. */
  now?: Instant | undefined
}

/**
 * What is the matter with an access code or a device, managed or not: one verdict, and for each of its errors and warnings the cause, what
 * to do, and who has to. Sends nothing.
 *
 * @throws SeamHttpInvalidOptionsError for an unknown option; TypeError where `now` is no instant, or
 * the subject is a promise, a list or a whole reply.
 */
export const diagnose = (subject: AccessCodePart | DevicePart, options: DiagnoseOptions = {}): Diagnosis => {
  requireKnownOptions(statusFlows(), 'diagnose', options)
  return askStatus('diagnose', subject, millisecondsOf(options?.now))
}
