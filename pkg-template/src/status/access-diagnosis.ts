// diagnoseAccess: how far an access grant or an access method is, and what to do. Judged in Rust (src/rules/access.rs).
import type { DiagnosisSummary } from '../generated/codes.js'
import { type Instant, millisecondsOf } from '../module/instant.js'
import { requireKnownOptions } from '../module/option-names.js'
import type { AccessGrantPart, AccessMethodPart } from '../module/resource-parts.js'
import type { Advice, DiagnosisActor, DiagnosisVerdict } from './diagnosis.js'
import { askAccess, statusFlows } from './module.js'

/**
 * How far an access grant or an access method is; a grant is as far as the access method that is least far.
 *
 * - `requested`: access methods that were requested are not made yet
 * - `needs_assignment`: somebody has to assign a card to it
 * - `needs_encoding`: somebody has to write its card with an encoder
 * - `issuing`: Seam is issuing it
 * - `updating`: it is issued as it was before a change that is on its way
 * - `issued`: it is issued as requested
 * - `removing`: it is being deleted
 * - `over`: its time is over
 * - `unknown`: what is at hand does not tell
 */
export type AccessPhase =
  | 'requested'
  | 'needs_assignment'
  | 'needs_encoding'
  | 'issuing'
  | 'updating'
  | 'issued'
  | 'removing'
  | 'over'
  | 'unknown'

/** What is to be said about one error or warning of an access grant or an access method. */
export interface AccessAdvice extends Advice {
  /** The access method that has it; absent where the grant has it. */
  accessMethodId?: string
}

/** How far one access method is. */
export interface AccessMethodState {
  /** ID of the access method. */
  accessMethodId: string
  /** How it opens: `code`, `card`, `mobile_key`, `cloud_key`, or what a newer server has. */
  mode: string
  /** Where it stands. */
  phase: AccessPhase
}

/** A change that was requested and is not made yet. */
export interface PendingAccess {
  /** The `mutation_code`, such as `provisioning_access`. */
  code: string
  /** The access method that it is a change of; absent where it is one of the grant. */
  accessMethodId?: string
  /** When it was requested, as RFC 3339. */
  createdAt?: string
}

/** How far an access grant or an access method is, and what is the matter with it. */
export interface AccessDiagnosis {
  /**
   * What the whole comes to: `programming` while Seam is issuing it, `scheduled` once it is issued and until its start, then `active`; `attention` and
   * `failed` as for access codes.
   */
  verdict: DiagnosisVerdict
  /** The verdict in one line. */
  summary: string
  /** Which text that is: its name in `seam-edge/messages`. */
  summaryCode: DiagnosisSummary
  /** How far the whole is. */
  phase: AccessPhase
  /** From when it opens, as RFC 3339; absent for an access method without its grant. */
  startsAt?: string
  /** Until when it opens, as RFC 3339; absent where that is not known, or there is no end. */
  endsAt?: string
  /** Whether Seam goes on by itself with what is left to do, so that waiting may help. */
  retriedBySeam: boolean
  /** The most urgent of those who have to act; absent where nothing is to be done. */
  actor?: DiagnosisActor
  /** How far each access method is. */
  accessMethods: AccessMethodState[]
  /** What was requested and is not made yet. */
  pending: PendingAccess[]
  /** IDs of the devices that it should open and does not, as far as Seam names them. It names no entrances. */
  uncoveredDeviceIds: string[]
  /** What is to be said about each error, then about each warning, the grant's first. */
  advice: AccessAdvice[]
}

/** What a diagnosis or a timeline of access is made with. */
export interface AccessOptions {
  /** The access methods of the grant, as `accessMethods.list` returns them. Without them nothing tells whether the grant is issued. */
  accessMethods?: readonly AccessMethodPart[] | null | undefined
  /** The grant of the access method, which says from when to when it opens. */
  accessGrant?: AccessGrantPart | null | undefined
  /** When it is now. Default: the clock. */
  now?: Instant | undefined
}

/**
 * How far an access grant or an access method is: one verdict, what is pending, which devices are left out, and for each error and warning the cause,
 * what to do, and who has to. Sends nothing.
 *
 * @throws SeamHttpInvalidOptionsError for an unknown option; TypeError where `now` is no instant, or a resource is a promise or a whole reply.
 */
export const diagnoseAccess = (
  grantOrMethod: AccessGrantPart | AccessMethodPart,
  options: AccessOptions = {},
): AccessDiagnosis => {
  requireKnownOptions(statusFlows(), 'diagnoseAccess', options)
  return askAccess('diagnose_access', grantOrMethod, options ?? {}, millisecondsOf(options?.now))
}
