import type { SeamConnection } from '../client/connection.js';
import type { SeamHttpCallOptions } from '../client/options.js';
import type { SeamPageCursor } from '../client/paginator.js';
import type { SeamHttpEndpointMutationPaths, SeamHttpEndpointPaginatedQueryPaths, SeamHttpEndpointQueryPaths, SeamHttpEndpoints } from '../generated/routes.js';
/** A `SeamHttp`, a `SeamHttpEndpoints`, or the namespace that has the call; of whichever copy of this package. */
export interface SeamCallClient {
    /** The connection. */
    readonly client: SeamConnection;
}
/** Paths of calls. */
export type CallPath = SeamHttpEndpointQueryPaths | SeamHttpEndpointMutationPaths;
/** Options of each call, without `signal`: the library that asks brings its own. */
export type SeamCallOptions = Omit<SeamHttpCallOptions, 'signal'>;
type Method<P extends CallPath> = SeamHttpEndpoints[P];
/** What the call of a path takes. */
export type SeamCallParameters<P extends CallPath> = Parameters<Method<P>>[0];
/** Parameters and options of the call of a path. Parameters may be left out where the call needs none. */
export type SeamCallArguments<P extends CallPath> = undefined extends SeamCallParameters<P> ? [parameters?: SeamCallParameters<P>, options?: SeamCallOptions] : [parameters: SeamCallParameters<P>, options?: SeamCallOptions];
/** What the call of a path resolves with. */
export type SeamCallData<P extends CallPath> = Awaited<ReturnType<Method<P>>>;
/** A page of a list. */
export interface SeamPage<P extends SeamHttpEndpointPaginatedQueryPaths> {
    /** What the page holds. */
    items: SeamCallData<P>;
    /** Where the next page starts; null on the last one. */
    nextPageCursor: SeamPageCursor | null;
}
export {};
