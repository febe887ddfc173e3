// The options of watchEvents. Types only: src/flow/watch_events reads and refuses.
import type { SeamHttpCallOptions } from '../client/options.js'
import type { EventsListParameters } from '../generated/routes.js'
import type { WebSignal } from '../module/web-types.js'

/** Which events to watch: what `events.list` takes, but for the span of time and the size of pages. */
export type WatchEventsFilter = Omit<WithSince, 'since' | 'between' | 'limit' | 'unstable_offset'>

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
  /** Where to begin: events that Seam made at this date-time or later. Default: now, by the server's clock; where a
   * browser hides that, from the newest event that can be listed on. */
  since?: string | { toJSON(): string } | null | undefined
  /** Where an earlier watch with the same filter has got to: its `cursor`. Outranks `since`; null is none, as stores give it. */
  cursor?: string | null | undefined
  /** Ends the watch, pauses and requests included: the loop throws a SeamError of the name `AbortError`. */
  signal?: WebSignal | undefined
  /** Milliseconds between two polls for new events, more than 0. Default 5000. */
  pollingInterval?: number | undefined
  /** Milliseconds by which an event may come behind a newer one and still be given, 0 or more. Default 60000. */
  overlap?: number | undefined
  /** Events to ask for at once, and so to hold, 1 or more. Default 500. */
  limit?: number | undefined
  /** Called when asking has failed and is going to be repeated. What it throws is printed and changes nothing. */
  onError?: ((error: unknown, trouble: WatchEventsTrouble) => void) | undefined
}
