export type { SeamAnyClient, SeamConnection } from './client/connection.js';
export type { WatchEventsFilter, WatchEventsOptions, WatchEventsTrouble } from './events/options.js';
export { type EventsWatch, watchEvents } from './events/watch-events.js';
