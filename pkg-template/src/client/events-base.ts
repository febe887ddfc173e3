// SeamHttpEventsBase: what `events` offers beside its endpoints, which is to watch.
// How watching works is in events/watch.ts; no endpoint here, those are rendered.

import { type EventsWatchFilter, type EventsWatchOptions, readWatchOptions } from '../events/options.js'
import { type EventsWatch, watchEvents } from '../events/watch.js'
import type { EventsListOptions, EventsListParameters, EventsListRequest } from '../generated/routes.js'
import { SeamHttpNamespace } from './namespace.js'

/** Base of `SeamHttpEvents`. */
export abstract class SeamHttpEventsBase extends SeamHttpNamespace {
  abstract list(parameters: EventsListParameters, options?: EventsListOptions): EventsListRequest

  /**
   * Gives events as they come, in the order in which Seam made them (`created_at`), each once. Asks for them while the loop
   * waits for one, and not while it works.
   *
   * Goes on after lost connections, timeouts and answers of status 5xx, 408, 425 or 429, with growing pauses; `onError` is told.
   * Any other error ends it: the loop throws that error. An event that comes late, up to `overlap` behind the newest, is given late.
   *
   * @param filter - Which events, as for `list`.
   * @throws {@link SeamHttpInvalidOptionsError} where options cannot be used; all other errors are the loop's.
   */
  watch(filter: EventsWatchFilter = {}, options: EventsWatchOptions = {}): EventsWatch {
    const settings = readWatchOptions(filter, options ?? {})
    this.client.refuseBadPatience({ pollingInterval: settings.pollingInterval })
    return watchEvents((parameters, callOptions) => this.list(parameters, callOptions), settings)
  }
}
