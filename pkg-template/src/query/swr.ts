// Calls for SWR: key, fetcher and the configuration that goes with them.
import { clientOf } from '../client/handle.js'
import type { SeamPageCursor } from '../client/paginator.js'
import type {
  SeamHttpEndpointMutationPaths,
  SeamHttpEndpointPaginatedQueryPaths,
  SeamHttpEndpointQueryPaths,
} from '../generated/routes.js'
import {
  fetchPage,
  requestOf,
  type SeamCallArguments,
  type SeamCallClient,
  type SeamCallData,
  type SeamCallOptions,
  type SeamCallParameters,
  type SeamPage,
  send,
} from './call.js'
import { keyOf, keyOfPath, type Mark, markOf, type SeamQueryKey, secretOf } from './key.js'

/** The client repeats by itself what may be repeated. */
interface NoRetry {
  shouldRetryOnError: false
}

/** For `useSWR(key, fetcher, config)`. */
export interface SeamSwrOptions<P extends SeamHttpEndpointQueryPaths> {
  /** Identifies the client, the path and the parameters; holds no secret. */
  key: SeamQueryKey
  /** Sends the call; rejects as the client's own method does. */
  fetcher: () => Promise<SeamCallData<P>>
  /** Leaves repeats to the client. */
  config: NoRetry
}

/** For `useSWRInfinite(getKey, fetcher, config)`. */
export interface SeamSwrInfiniteOptions<P extends SeamHttpEndpointPaginatedQueryPaths> {
  /** The key of a page; null behind the last. */
  getKey: (index: number, previousPage: SeamPage<P> | null) => SeamQueryKey | null
  /** Sends the call; rejects as the client's own method does. */
  fetcher: (key: SeamQueryKey) => Promise<SeamPage<P>>
  /** Leaves repeats to the client. */
  config: NoRetry
}

/** For `useSWRMutation(key, fetcher)`. */
export interface SeamSwrMutationOptions<P extends SeamHttpEndpointMutationPaths> {
  /** Identifies the client, the path and the parameters; holds no secret. */
  key: SeamQueryKey
  /** Sends the call; rejects as the client's own method does. */
  fetcher: (key: SeamQueryKey, extra: { arg: SeamCallParameters<P> }) => Promise<SeamCallData<P>>
}

/**
 * A call that reads, for SWR: `useSWR(key, fetcher, config)`. SWR has no signal to pass on.
 *
 * @param seam - A `SeamHttp`, or the namespace that has the call.
 * @param path - As `/devices/list`.
 * @throws TypeError where the client is none of this package's, or does not have the call.
 */
export const swrOptions = <P extends SeamHttpEndpointQueryPaths>(
  seam: SeamCallClient,
  path: P,
  ...[parameters, options]: SeamCallArguments<P>
): SeamSwrOptions<P> => {
  requestOf(seam, path, parameters, {})
  return {
    key: keyOf(seam, path, parameters),
    fetcher: () => send(seam, path, parameters, options),
    config: { shouldRetryOnError: false },
  }
}

/**
 * A list in pages, for SWR: `useSWRInfinite(getKey, fetcher, config)`. Each page has its `items`.
 *
 * @param seam - A `SeamHttp`, or the namespace that has the call.
 * @param path - Of an endpoint with pages, as `/devices/list`.
 * @throws TypeError where the client is none of this package's, or does not have the call.
 */
export const swrInfiniteOptions = <P extends SeamHttpEndpointPaginatedQueryPaths>(
  seam: SeamCallClient,
  path: P,
  ...[parameters, options]: SeamCallArguments<P>
): SeamSwrInfiniteOptions<P> => {
  requestOf(seam, path, parameters, {})
  const handle = clientOf(seam)
  const first = keyOf(seam, path, parameters, 'infinite')
  return {
    // A cursor may hold what was searched for, so it is marked like a secret.
    getKey: (_, previousPage) => {
      if (previousPage === null) return first
      const { nextPageCursor } = previousPage
      return nextPageCursor === null ? null : [...first, markOf(handle, nextPageCursor)]
    },
    fetcher: (key) => {
      const mark = key[first.length] as Mark | undefined
      const cursor = mark === undefined ? null : (secretOf(handle, mark) as SeamPageCursor)
      return fetchPage(seam, path, parameters, options, cursor)
    },
    config: { shouldRetryOnError: false },
  }
}

/**
 * A call that changes something, for SWR: `useSWRMutation(key, fetcher)`, then `trigger({ device_id, code })`. The parameters stay out of the key.
 *
 * @param seam - A `SeamHttp`, or the namespace that has the call.
 * @param path - As `/access_codes/create`.
 * @throws TypeError where the client is none of this package's, or does not have the call.
 */
export const swrMutationOptions = <P extends SeamHttpEndpointMutationPaths>(
  seam: SeamCallClient,
  path: P,
  options?: SeamCallOptions,
): SeamSwrMutationOptions<P> => {
  requestOf(seam, path, {}, {})
  return {
    key: keyOfPath(seam, path),
    fetcher: (_, { arg }) => send(seam, path, arg, options),
  }
}
