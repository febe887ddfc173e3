// The call that a path names: its types, and the lazy request by the methods of the client that was given. No schema data is imported here: the
// client has what it needs.
import type { SeamConnection } from '../client/connection.js'
import { clientOf } from '../client/handle.js'
import type { SeamHttpCallOptions } from '../client/options.js'
import type { SeamPageCursor, SeamPaginator } from '../client/paginator.js'
import type {
  SeamHttpEndpointMutationPaths,
  SeamHttpEndpointPaginatedQueryPaths,
  SeamHttpEndpointQueryPaths,
  SeamHttpEndpoints,
} from '../generated/routes.js'
import type { WebSignal } from '../module/web-types.js'

/** A `SeamHttp`, a `SeamHttpEndpoints`, or the namespace that has the call; of whichever copy of this package. */
export interface SeamCallClient {
  /** The connection. */
  readonly client: SeamConnection
}

/** Paths of calls. */
export type CallPath = SeamHttpEndpointQueryPaths | SeamHttpEndpointMutationPaths

/** Options of each call, without `signal`: the library that asks brings its own. */
export type SeamCallOptions = Omit<SeamHttpCallOptions, 'signal'>

type Method<P extends CallPath> = SeamHttpEndpoints[P]

/** What the call of a path takes. */
export type SeamCallParameters<P extends CallPath> = Parameters<Method<P>>[0]

/** Parameters and options of the call of a path. Parameters may be left out where the call needs none. */
export type SeamCallArguments<P extends CallPath> =
  undefined extends SeamCallParameters<P>
    ? [parameters?: SeamCallParameters<P>, options?: SeamCallOptions]
    : [parameters: SeamCallParameters<P>, options?: SeamCallOptions]

/** What the call of a path resolves with. */
export type SeamCallData<P extends CallPath> = Awaited<ReturnType<Method<P>>>

/** A page of a list. */
export interface SeamPage<P extends SeamHttpEndpointPaginatedQueryPaths> {
  /** What the page holds. */
  items: SeamCallData<P>
  /** Where the next page starts; null on the last one. */
  nextPageCursor: SeamPageCursor | null
}

/** A call that has not been sent, as far as is needed here. */
interface LazyRequest extends PromiseLike<unknown> {
  readonly pathname: string
}

type Call = (parameters: unknown, options: object) => LazyRequest

/**
 * Makes the request of a path, which is sent when it is awaited.
 *
 * @internal
 * @throws TypeError where the client is none, or has no method for the path.
 */
export const requestOf = (
  seam: SeamCallClient,
  path: string,
  parameters: unknown,
  options: object,
): LazyRequest => {
  const call = methodOf(seam, path)
  const request = call?.(parameters, options)
  // `seam.devices` has a `list` too, which is not that of `/locks/list`.
  if (request?.pathname !== path) {
    throw new TypeError(
      `this client has no method for \`${path}\`; pass a SeamHttp, or the namespace that has it, and check the spelling of the path`,
    )
  }
  return request
}

const methodOf = (seam: SeamCallClient, path: string): Call | undefined => {
  clientOf(seam)
  const names = String(path).slice(1).split('/').map(camelCase)
  const byPath = (seam as unknown as Record<string, Call | undefined>)[path]
  if (typeof byPath === 'function') return byPath
  // A namespace begins somewhere on the way: `unmanaged.list` of `seam.accessCodes`.
  for (let first = 0; first < names.length; first += 1) {
    const found = follow(seam, names.slice(first))
    if (found !== undefined) return found
  }
  return undefined
}

const follow = (start: object, names: string[]): Call | undefined => {
  let place = start as Record<string, unknown>
  for (const name of names.slice(0, -1)) {
    // What every object has is no namespace.
    const next = name in Object.prototype ? undefined : place[name]
    if (typeof next !== 'object' || next === null) return undefined
    place = next as Record<string, unknown>
  }
  const last = names.at(-1) as string
  const method = last in Object.prototype ? undefined : place[last]
  return typeof method === 'function' ? (method as Call).bind(place) : undefined
}

const camelCase = (name: string): string => name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase())

/**
 * Sends the call of a path.
 * @internal
 */
export const send = async <P extends CallPath>(
  seam: SeamCallClient,
  path: P,
  parameters: unknown,
  options: SeamCallOptions | undefined,
  signal?: WebSignal,
): Promise<SeamCallData<P>> =>
  (await requestOf(seam, path, parameters, { ...options, signal })) as SeamCallData<P>

/**
 * Fetches one page of a list.
 * @internal
 */
export const fetchPage = async <P extends SeamHttpEndpointPaginatedQueryPaths>(
  seam: SeamCallClient,
  path: P,
  parameters: unknown,
  options: SeamCallOptions | undefined,
  cursor: SeamPageCursor | null,
  signal?: WebSignal,
): Promise<SeamPage<P>> => {
  const { createPaginator } = seam as unknown as {
    createPaginator: (request: LazyRequest) => SeamPaginator<{ items: unknown[] }, 'items'>
  }
  const pages = createPaginator(requestOf(seam, path, parameters, { ...options, signal }))
  const [items, { hasNextPage, nextPageCursor }] = await (cursor === null
    ? pages.firstPage()
    : pages.nextPage(cursor))
  return { items: items as SeamCallData<P>, nextPageCursor: hasNextPage ? nextPageCursor : null }
}
