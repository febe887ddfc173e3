// The options of watchEvents: their types, their defaults, and which are refused.
// What the endpoint takes is checked by the core, where it is sent.
import { SeamHttpInvalidOptionsError } from '../client/errors.js'
import { refuseNotPositive } from '../client/milliseconds.js'
import type { SeamHttpCallOptions } from '../client/options.js'
import type { EventsListParameters } from '../generated/routes.js'
import { readCursor } from './cursor.js'
import { type Progress, progressFrom } from './progress.js'

const notFilters = ['since', 'between', 'limit', 'unstable_offset'] as const

/** Which events to watch: what `events.list` takes, but for the span of time and the size of pages. */
export type WatchEventsFilter = Omit<WithSince, (typeof notFilters)[number]>

// Of the kinds of parameters by what is given at least, this one needs nothing that a filter may hold.
type WithSince = Extract<EventsListParameters, { since: unknown }>

/** What `onError` of watchEvents is told beside the error. */
export interface WatchEventsTrouble {
  /** How many times in a row it has failed, 1 for the first. */
  failures: number
  /** Milliseconds until the next attempt. */
  pause: number
}

/** How events are watched; also the options of the calls that are made, such as `headers` and `timeout`, which is per attempt. */
export interface WatchEventsOptions extends Omit<SeamHttpCallOptions, 'waitForActionAttempt'> {
  /** Where to begin: events that Seam made at this date-time or later. Default: now, by the clock of this machine. */
  since?: string | { toJSON(): string } | null | undefined
  /** Where an earlier watch with the same filter has got to: its `cursor`. Outranks `since`; null is none, as stores give it. */
  cursor?: string | null | undefined
  /** Ends the watch, pauses and requests included: the loop throws a SeamError of the name `AbortError`. */
  signal?: AbortSignal | undefined
  /** Milliseconds between two polls for new events, more than 0. Default 5000. */
  pollingInterval?: number | undefined
  /** Milliseconds by which an event may come behind a newer one and still be given, 0 or more. Default 60000. */
  overlap?: number | undefined
  /** Events to ask for at once, and so to hold, 1 or more. Default 500. */
  limit?: number | undefined
  /** Called when asking has failed and is going to be repeated. What it throws is printed and changes nothing. */
  onError?: ((error: unknown, trouble: WatchEventsTrouble) => void) | undefined
}

/** The options with their defaults. */
export interface WatchSettings {
  filter: WatchEventsFilter
  progress: Progress
  signal: AbortSignal | undefined
  pollingInterval: number
  overlap: number
  limit: number
  onError: WatchEventsOptions['onError']
  /** What goes along with each call. */
  callOptions: SeamHttpCallOptions
  /** Tells the time, in ms since 1970. */
  clock: () => number
}

/** Reads filter and options. The rest is taken for options of calls, of which the core refuses those that it does not know. */
export const readWatchOptions = (
  filter: WatchEventsFilter,
  { since, cursor, signal, onError, ...others }: WatchEventsOptions,
): WatchSettings => {
  // Null is what callers without types pass for none.
  const { pollingInterval, overlap, limit, ...callOptions } = withDefaults(others)
  const clock = () => Date.now()
  if (typeof filter !== 'object' || filter === null || Array.isArray(filter)) {
    throw new SeamHttpInvalidOptionsError('The filter must be an object')
  }
  for (const name of notFilters) {
    if ((filter as Record<string, unknown>)[name] !== undefined) {
      throw new SeamHttpInvalidOptionsError(`The filter must not hold ${name}, which is for the watch to say`)
    }
  }
  refuseNotPositive('pollingInterval', pollingInterval)
  if (!(Number.isFinite(overlap) && overlap >= 0)) {
    throw new SeamHttpInvalidOptionsError(
      `The overlap option must be a number of milliseconds, 0 or more, got ${asNumber(overlap)}`,
    )
  }
  if (!(Number.isSafeInteger(limit) && limit > 0)) {
    throw new SeamHttpInvalidOptionsError(
      `The limit option must be a whole number above zero, got ${asNumber(limit)}`,
    )
  }
  if (signal != null && typeof signal.removeEventListener !== 'function') {
    throw new SeamHttpInvalidOptionsError('`signal`: expected an AbortSignal')
  }
  if (onError != null && typeof onError !== 'function') {
    throw new SeamHttpInvalidOptionsError(`The onError option must be a function, got ${typeof onError}`)
  }
  return {
    filter,
    progress: cursor == null ? progressFrom(instantOf(since) ?? clock()) : readCursor(cursor),
    signal: signal ?? undefined,
    pollingInterval,
    overlap,
    limit,
    onError: onError ?? undefined,
    callOptions,
    clock,
  }
}

const withDefaults = ({ pollingInterval, overlap, limit, ...others }: WatchEventsOptions) => ({
  ...others,
  pollingInterval: pollingInterval ?? 5000,
  overlap: overlap ?? 60_000,
  limit: limit ?? 500,
})

// A value of another type may be anything, a token too.
const asNumber = (value: unknown): string =>
  typeof value === 'number' ? String(value) : 'a value that is no number'

const instantOf = (since: WatchEventsOptions['since']): number | undefined => {
  if (since == null) return undefined
  const instant = Date.parse(typeof since === 'string' ? since : String(since.toJSON?.()))
  if (Number.isNaN(instant)) {
    throw new SeamHttpInvalidOptionsError('The since option must be a Date or the text of a date-time')
  }
  return instant
}
