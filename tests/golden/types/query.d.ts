export type { SeamConnection } from './client/connection.js';
export type { SeamPageCursor } from './client/paginator.js';
export type { SeamHttpEndpointMutationPaths, SeamHttpEndpointPaginatedQueryPaths, SeamHttpEndpointQueryPaths, } from './generated/routes.js';
export type { WebSignal } from './module/web-types.js';
export type { SeamCallArguments, SeamCallClient, SeamCallData, SeamCallOptions, SeamCallParameters, SeamPage, } from './query/call.js';
export type { SeamQueryKey } from './query/key.js';
export { type SeamSwrInfiniteOptions, type SeamSwrMutationOptions, type SeamSwrOptions, swrInfiniteOptions, swrMutationOptions, swrOptions, } from './query/swr.js';
export { infiniteQueryOptions, mutationOptions, queryOptions, type SeamInfiniteQueryOptions, type SeamMutationOptions, type SeamQueryOptions, } from './query/tanstack.js';
