// accessCodeTimeline: what happens to a code when. The steps are worked out in Rust (src/rules/timeline.rs).

import type { TimelineExpectation, TimelineWorry } from '../generated/codes.js'
import type { AccessCodesCreateMultipleParameters, AccessCodesCreateParameters } from '../generated/routes.js'
import { type Instant, millisecondsOf } from '../module/instant.js'
import { requireKnownOptions } from '../module/option-names.js'
import type { AccessCodePart, DevicePart } from '../module/resource-parts.js'
import { askStatus, statusFlows } from './module.js'

/**
 * Where a code stands.
 *
 * - `deferring_creation`: not on the lock, waits for its start to come nearer
 * - `scheduled_on_device`: on the lock with its schedule, ahead of its start
 * - `setting`: being put on the lock for the first time, or again
 * - `updating`: on the lock as it was before a change that is on its way
 * - `set`: on the lock as it was asked for
 * - `removing`: to be taken off the lock, or being so
 * - `removed`: not on the lock, and nothing is to bring it there
 * - `unknown`: not told by what is at hand
 */
export type AccessCodePhase =
  | 'deferring_creation'
  | 'scheduled_on_device'
  | 'setting'
  | 'updating'
  | 'set'
  | 'removing'
  | 'removed'
  | 'unknown'

/** A step in the life of a code. */
export interface AccessCodeStep {
  /**
   * - `creation`: it is created; of an unmanaged code, Seam finds it
   * - `preload`: the lock gets it with its schedule
   * - `programming`: Seam begins to program it
   * - `active`: it begins to open
   * - `first_use`: by then it has to be used for the first time
   * - `removal`: it ceases to open, by Seam taking it off the lock
   * - `expiry`: it ceases to open, by the lock's own clock
   */
  name: 'creation' | 'preload' | 'programming' | 'active' | 'first_use' | 'removal' | 'expiry'
  /** When, as RFC 3339; absent where that depends on when the lock answers, or is not known. */
  at?: string
}

/** What happens to a code when. */
export interface AccessCodeTimeline {
  /**
   * How it gets onto its lock.
   *
   * - `native`: the lock gets it 72 hours ahead of its start, with its schedule
   * - `just_in_time`: Seam programs it from 60 minutes before its start on
   * - `at_once`: Seam programs it when it is created, for it is ongoing
   * - `none`: nothing is programmed, for it works by an algorithm, or Seam does not manage it
   * - `unknown`: the device is not given, or it is not known which way its brand goes; the steps are the later ones
   */
  scheduling: 'native' | 'just_in_time' | 'at_once' | 'none' | 'unknown'
  /** Its steps, in their order. */
  steps: AccessCodeStep[]
  /** Where it stands; of parameters, where it would stand if it was created now. */
  phase: AccessCodePhase
  /** The step that is to come, which may be overdue; absent after the last one. */
  next?: AccessCodeStep
  /** What to expect next, in one line. */
  expect: string
  /** Which text that is: its name in `seam-edge/messages`. */
  expectCode: TimelineExpectation
  /** After when one should worry if nothing has changed, as RFC 3339; absent where there is no reason to. */
  worryAfter?: string
  /** Why one should worry then, in one line. */
  worry?: string
  /** Which text that is. */
  worryCode?: TimelineWorry
}

/** What a timeline is made from. */
export interface AccessCodeTimelineOptions {
  /** The device of the code, by whose brand codes are programmed ahead or just in time. */
  device?: DevicePart | null | undefined
  /** When it is now. Default: the clock. */
  now?: Instant | undefined
}

/**
 * When a code is created, put on its lock, opens and goes; where it stands now, what comes next, and when to worry. Sends nothing.
 *
 * @param codeOrParameters - An access code, or parameters that one would be created with.
 * @throws SeamHttpInvalidOptionsError for an unknown option; TypeError where `now` is no instant, or the code or its device is
 * a promise, a list or a whole reply.
 */
export const accessCodeTimeline = (
  codeOrParameters: AccessCodePart | AccessCodesCreateParameters | AccessCodesCreateMultipleParameters,
  options: AccessCodeTimelineOptions = {},
): AccessCodeTimeline => {
  requireKnownOptions(statusFlows(), 'accessCodeTimeline', options)
  const { device, now } = options ?? {}
  return askStatus('timeline', codeOrParameters, millisecondsOf(now), device)
}
