export type { SeamAnyClient, SeamConnection } from './client/connection.js';
export { SeamHttpInvalidOptionsError } from './client/errors.js';
export { init } from './events/module.js';
export type { WatchEventsFilter, WatchEventsOptions, WatchEventsTrouble } from './events/options.js';
export { type EventsWatch, watchEvents } from './events/watch-events.js';
export type { SeamEdgeWasm } from './module/init.js';
