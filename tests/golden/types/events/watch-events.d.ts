import type { SeamAnyClient } from '../client/connection.js';
import type { SeamEvent } from '../generated/resources.js';
import type { WatchEventsFilter, WatchEventsOptions } from './options.js';
/** Events as they come, for `for await`. Leaving the loop ends it; nothing is left running then. */
export interface EventsWatch extends AsyncIterableIterator<SeamEvent> {
    /**
     * Where to go on after a restart: behind the event that was yielded last. Store it when you have handled that event, and pass it
     * to the next watch with the same filter: it resumes with the first event that was not yielded, and yields none twice. Up to 4 kB of
     * letters, digits, `.`, `-` and `_`; below 1 kB where fewer than 70 events are made within the overlap. Beyond 240, some may be yielded again.
     */
    readonly cursor: string;
    /** Ends the watch, also while it waits for an event. */
    return(): Promise<IteratorResult<SeamEvent>>;
}
/**
 * Yields events as they come, in the order in which Seam made them (`created_at`), each once. Polls while the loop
 * waits for one, and not while it works. Sends nothing before the first event is requested.
 *
 * Goes on after lost connections, timeouts and answers of status 5xx, 408, 425 or 429, with growing pauses; `onError` is told.
 * Any other error ends it: the loop throws that error. An event that comes late, up to `overlap` behind the newest, is yielded late.
 *
 * @param seam - A `SeamHttp`, one of its namespaces, or its `client`.
 * @param filter - Which events, as for `events.list`.
 * @throws {@link SeamHttpInvalidOptionsError} where options cannot be used; all other errors are the loop's.
 */
export declare const watchEvents: (seam: SeamAnyClient, filter?: WatchEventsFilter, options?: WatchEventsOptions) => EventsWatch;
