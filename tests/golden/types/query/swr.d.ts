import type { SeamHttpEndpointMutationPaths, SeamHttpEndpointPaginatedQueryPaths, SeamHttpEndpointQueryPaths } from '../generated/routes.js';
import { type SeamCallArguments, type SeamCallClient, type SeamCallData, type SeamCallOptions, type SeamCallParameters, type SeamPage } from './call.js';
import { type SeamQueryKey } from './key.js';
/** The client repeats by itself what may be repeated. */
interface NoRetry {
    shouldRetryOnError: false;
}
/** For `useSWR(key, fetcher, config)`. */
export interface SeamSwrOptions<P extends SeamHttpEndpointQueryPaths> {
    /** Identifies the client, the path and the parameters; holds no secret. */
    key: SeamQueryKey;
    /** Sends the call; rejects as the client's own method does. */
    fetcher: () => Promise<SeamCallData<P>>;
    /** Leaves repeats to the client. */
    config: NoRetry;
}
/** For `useSWRInfinite(getKey, fetcher, config)`. */
export interface SeamSwrInfiniteOptions<P extends SeamHttpEndpointPaginatedQueryPaths> {
    /** The key of a page; null behind the last. */
    getKey: (index: number, previousPage: SeamPage<P> | null) => SeamQueryKey | null;
    /** Sends the call; rejects as the client's own method does. */
    fetcher: (key: SeamQueryKey) => Promise<SeamPage<P>>;
    /** Leaves repeats to the client. */
    config: NoRetry;
}
/** For `useSWRMutation(key, fetcher)`. */
export interface SeamSwrMutationOptions<P extends SeamHttpEndpointMutationPaths> {
    /** Identifies the client, the path and the parameters; holds no secret. */
    key: SeamQueryKey;
    /** Sends the call; rejects as the client's own method does. */
    fetcher: (key: SeamQueryKey, extra: {
        arg: SeamCallParameters<P>;
    }) => Promise<SeamCallData<P>>;
}
/**
 * A call that reads, for SWR: `useSWR(key, fetcher, config)`. SWR has no signal to pass on.
 *
 * @param seam - A `SeamHttp`, or the namespace that has the call.
 * @param path - As `/devices/list`.
 * @throws TypeError where the client is none of this package's, or does not have the call.
 */
export declare const swrOptions: <P extends SeamHttpEndpointQueryPaths>(seam: SeamCallClient, path: P, ...[parameters, options]: SeamCallArguments<P>) => SeamSwrOptions<P>;
/**
 * A list in pages, for SWR: `useSWRInfinite(getKey, fetcher, config)`. Each page has its `items`.
 *
 * @param seam - A `SeamHttp`, or the namespace that has the call.
 * @param path - Of an endpoint with pages, as `/devices/list`.
 * @throws TypeError where the client is none of this package's, or does not have the call.
 */
export declare const swrInfiniteOptions: <P extends SeamHttpEndpointPaginatedQueryPaths>(seam: SeamCallClient, path: P, ...[parameters, options]: SeamCallArguments<P>) => SeamSwrInfiniteOptions<P>;
/**
 * A call that changes something, for SWR: `useSWRMutation(key, fetcher)`, then `trigger({ device_id, code })`. The parameters stay out of the key.
 *
 * @param seam - A `SeamHttp`, or the namespace that has the call.
 * @param path - As `/access_codes/create`.
 * @throws TypeError where the client is none of this package's, or does not have the call.
 */
export declare const swrMutationOptions: <P extends SeamHttpEndpointMutationPaths>(seam: SeamCallClient, path: P, options?: SeamCallOptions) => SeamSwrMutationOptions<P>;
export {};
