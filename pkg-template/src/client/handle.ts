// What a client offers to the functions of this package's other entries: one small interface under a symbol, which is the same in every copy of
// the package. So a function takes the client of another copy, and each of its calls is made in the client's own.
import type { EndpointSchema } from '../generated/schemas.js'
import type { SeamAnyClient } from './connection.js'
import type { SeamHttpCallOptions } from './options.js'
import { isPromise } from './plain-value.js'

/** The reply to a call. */
export interface Answer {
  /** The part of the reply that holds the data; undefined where there is none. */
  data: unknown
  /** Where the next page starts; empty on the last one, and where there are no pages. */
  nextPage: string
  /** The `date` header; empty where there is none that can be read. */
  date: string
  /** Seam's id of the request; empty where there is none that can be read. */
  requestId: string
}

/** What every client offers under {@link handleKey}. Another version of it is another interface. */
export interface Handle {
  readonly version: 1
  /** Throws where a call could not be sent like this. */
  check(schema: EndpointSchema, parameters: unknown, options: SeamHttpCallOptions): void
  /** Calls an endpoint. Rejects with the error classes of the client's copy, which every copy recognizes. */
  call(schema: EndpointSchema, parameters: unknown, options: SeamHttpCallOptions): Promise<Answer>
  /** What functions keep for as long as the client lives, each under a name of its own. Shared by all copies. */
  readonly anchor: Map<string, unknown>
}

const version = 1

const handleKey = (): symbol => Symbol.for('seam-edge.client')

/** Makes an object offer a handle. Done per object: bundlers cannot drop a class that has a computed name. */
export const offer = (value: object, handle: () => Handle): void => {
  Object.defineProperty(value, handleKey(), { get: handle })
}

/** The handle of an object that has one. */
export const handleOf = (value: unknown): Handle | undefined =>
  (Object(value) as Record<symbol, Handle | undefined>)[handleKey()]

/**
 * The handle of the client that a function was given.
 *
 * @throws TypeError where it is no client of this package, or one of a copy that speaks another version.
 */
export const clientOf = (seam: SeamAnyClient): Handle => {
  const handle = handleOf(seam)
  if (handle === undefined) {
    const help = isPromise(seam)
      ? '`await` it first'
      : 'an Axios instance or a fetch goes in by SeamHttp.fromClient'
    throw new TypeError(
      `expected a client of seam-edge: a SeamHttp, one of its namespaces or its \`client\`; ${help}`,
    )
  }
  if (handle.version !== version) {
    throw new TypeError(
      `this client comes from another version of seam-edge: its interface is version ${handle.version}, this function needs version ${version}; ` +
        'import both from the same version of the package',
    )
  }
  return handle
}
