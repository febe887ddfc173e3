import type { SeamPageCursor } from '../client/paginator.js';
import type { SeamHttpEndpointMutationPaths, SeamHttpEndpointPaginatedQueryPaths, SeamHttpEndpointQueryPaths } from '../generated/routes.js';
import type { WebSignal } from '../module/web-types.js';
import { type SeamCallArguments, type SeamCallClient, type SeamCallData, type SeamCallOptions, type SeamCallParameters, type SeamPage } from './call.js';
import { type SeamQueryKey } from './key.js';
/** Options for `useQuery`, `queryClient.fetchQuery` and the like. */
export interface SeamQueryOptions<P extends SeamHttpEndpointQueryPaths> {
    /** Identifies the client, the path and the parameters; holds no secret. */
    queryKey: SeamQueryKey;
    /** Sends the call; rejects as the client's own method does. */
    queryFn: (context: {
        signal: WebSignal;
    }) => Promise<SeamCallData<P>>;
    /** The client repeats by itself what may be repeated. */
    retry: false;
}
/** Options for `useInfiniteQuery`, `queryClient.fetchInfiniteQuery` and the like. */
export interface SeamInfiniteQueryOptions<P extends SeamHttpEndpointPaginatedQueryPaths> {
    /** Identifies the client, the path and the parameters; holds no secret. */
    queryKey: SeamQueryKey;
    /** Sends the call for one page; rejects as the client's own method does. */
    queryFn: (context: {
        signal: WebSignal;
        pageParam: SeamPageCursor | null;
    }) => Promise<SeamPage<P>>;
    /** The first page has no cursor. */
    initialPageParam: SeamPageCursor | null;
    /** Where the next page starts; null where there is none. */
    getNextPageParam: (lastPage: SeamPage<P>, allPages: SeamPage<P>[], lastPageParam: SeamPageCursor | null, allPageParams: (SeamPageCursor | null)[]) => SeamPageCursor | null;
    /** The client repeats by itself what may be repeated. */
    retry: false;
}
/** Options for `useMutation`. */
export interface SeamMutationOptions<P extends SeamHttpEndpointMutationPaths> {
    /** Identifies the client and the path. */
    mutationKey: SeamQueryKey;
    /** Sends the call; rejects as the client's own method does. */
    mutationFn: (parameters: SeamCallParameters<P>) => Promise<SeamCallData<P>>;
    /** The client repeats by itself what may be repeated. Others would create a second code. */
    retry: false;
}
/**
 * A call that reads, for TanStack Query: `useQuery(queryOptions(seam, '/devices/list'))`. Its `signal` is passed on.
 *
 * @param seam - A `SeamHttp`, or the namespace that has the call.
 * @param path - As `/devices/list`.
 * @throws TypeError where the client is none of this package's, or does not have the call.
 */
export declare const queryOptions: <P extends SeamHttpEndpointQueryPaths>(seam: SeamCallClient, path: P, ...[parameters, options]: SeamCallArguments<P>) => SeamQueryOptions<P>;
/**
 * A list in pages, for TanStack Query: `useInfiniteQuery(infiniteQueryOptions(seam, '/devices/list', { limit: 50 }))`. Each page has its `items`.
 *
 * @param seam - A `SeamHttp`, or the namespace that has the call.
 * @param path - Of an endpoint with pages, as `/devices/list`.
 * @throws TypeError where the client is none of this package's, or does not have the call.
 */
export declare const infiniteQueryOptions: <P extends SeamHttpEndpointPaginatedQueryPaths>(seam: SeamCallClient, path: P, ...[parameters, options]: SeamCallArguments<P>) => SeamInfiniteQueryOptions<P>;
/**
 * A call that changes something, for TanStack Query: `useMutation(mutationOptions(seam, '/access_codes/create'))`, then
 * `mutate({ device_id, code })`. The parameters stay out of the key.
 *
 * @param seam - A `SeamHttp`, or the namespace that has the call.
 * @param path - As `/access_codes/create`.
 * @throws TypeError where the client is none of this package's, or does not have the call.
 */
export declare const mutationOptions: <P extends SeamHttpEndpointMutationPaths>(seam: SeamCallClient, path: P, options?: SeamCallOptions) => SeamMutationOptions<P>;
