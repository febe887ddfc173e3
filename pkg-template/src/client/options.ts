// The options of clients and calls: their types, and how they become text for the core.
// Which options exist, fit together or are in range is decided in Rust; only what is no JSON is looked at here.

import type { WebRequestInit, WebResponse, WebSignal } from '../module/web-types.js'
import type { SeamConnection } from './connection.js'
import { SeamHttpInvalidOptionsError } from './errors.js'
import type { Issue } from './issue.js'

/** How long to wait for an action attempt, and how often to ask for it. */
export interface ResolveActionAttemptOptions {
  /** Milliseconds after which to give up, 0 or more. Default 10000. */
  timeout?: number | undefined
  /** Milliseconds between two looks at the action attempt, more than 0. Default 1000. */
  pollingInterval?: number | undefined
}

/** Options for how a request that yields an action attempt is carried out. */
export interface SeamHttpRequestOptions {
  /**
   * Whether to wait until the action attempt has succeeded or failed, and for how long. Default true.
   * Calls that yield no action attempt take no notice of it.
   */
  waitForActionAttempt?: boolean | ResolveActionAttemptOptions | undefined
}

/** Request headers: a plain object, or a list of pairs such as a `Headers` object. */
export type SeamHttpHeaders = Record<string, string> | Iterable<readonly [string, string]>

/**
 * How closely parameters and replies are checked.
 *
 * - `lenient`: refuses parameters that break a known rule and names that look like a slip; of a reply only what code
 *   depends on has to be right, anything else goes to `onResponseIssues`.
 * - `strict`: refuses unknown parameters too, and any mismatch in a reply.
 * - `off`: looks only for required parameters, and for the key of the data in a reply.
 */
export type SeamHttpValidation = 'lenient' | 'strict' | 'off'

/** Options that every call takes as its last argument; they outrank those of the client. */
export interface SeamHttpCallOptions extends SeamHttpRequestOptions {
  /** Ends the call, waiting included, with a `SeamHttpTransportError` of code `ERR_CANCELED`. */
  signal?: WebSignal | undefined
  /** Milliseconds that one attempt may take, 0 or more; 0 means no limit. Default: the client's. */
  timeout?: number | undefined
  /** How often a call that may be repeated is sent again, 0 or more. Default: the client's. */
  maxRetries?: number | undefined
  /** Further request headers. */
  headers?: SeamHttpHeaders | undefined
  /** How closely parameters and reply are checked. Default: the client's. */
  validate?: SeamHttpValidation | undefined
}

/** What `onRequest` is told. */
export interface SeamHttpRequestEvent {
  /** Address that is about to be called, without its query. */
  url: string
  /** Path of the endpoint, e.g. `/access_codes/create`. */
  path: string
  /** 1 for the first attempt, one more for each retry. */
  attempt: number
}

/** What `onResponse` is told. */
export interface SeamHttpResponseEvent extends SeamHttpRequestEvent {
  /** HTTP status. */
  status: number
  /** Seam's id of the request; empty where the answer had none that could be read. */
  requestId: string
}

/** Options that every client takes, whatever it authenticates with. */
export interface SeamHttpClientOptions {
  /** Milliseconds that one attempt may take, 0 or more; 0 means no limit. Default 30000. */
  timeout?: number | undefined
  /** How often a call that may be repeated is sent again after no answer or status 429 or 5xx, 0 or more. Default 2. */
  maxRetries?: number | undefined
  /** Further headers for every request. */
  headers?: SeamHttpHeaders | undefined
  /** How closely parameters and replies are checked. Default `lenient`. */
  validate?: SeamHttpValidation | undefined
  /**
   * Allows secret keys (API key, personal access token) in a browser, where everyone who opens the page can read them.
   * Default false.
   */
  dangerouslyAllowBrowser?: boolean | undefined
  /** Sends the requests. Default: `globalThis.fetch`, looked up at each attempt. Called without a `this`. */
  fetch?: ((url: string, init: WebRequestInit) => Promise<WebResponse>) | undefined
  /** Called before each attempt. Sees neither headers nor bodies; what it throws is printed and changes nothing. */
  onRequest?: ((event: SeamHttpRequestEvent) => void) | undefined
  /** Called after each attempt that got an answer, under the same terms as `onRequest`. */
  onResponse?: ((event: SeamHttpResponseEvent) => void) | undefined
  /**
   * Options of Axios, for code that has them; another one than these three is refused by its name. They outrank the options
   * beside them.
   *
   * @deprecated Use `endpoint`, `headers` and `timeout`.
   */
  axiosOptions?:
    | { baseURL?: string | undefined; headers?: SeamHttpHeaders | undefined; timeout?: number | undefined }
    | undefined
  /**
   * Options of axios-retry, for code that has them; another one is refused by its name.
   *
   * @deprecated Use `maxRetries`.
   */
  axiosRetryOptions?: { retries?: number | undefined } | undefined
  /** Called when a reply was delivered although parts of it are not as described, under the same terms as `onRequest`. */
  onResponseIssues?: ((issues: Issue[], context: { path: string; requestId: string }) => void) | undefined
}

interface SeamHttpCommonOptions extends SeamHttpClientOptions, SeamHttpRequestOptions {
  /**
   * Address of the Seam API, with or without a path, e.g. `https://connect.getseam.com`, which is also the default; in a
   * browser also a path that starts with `/`. The environment variable `SEAM_ENDPOINT` is used where this is not given.
   */
  endpoint?: string | undefined
}

/** Options for a client that is made from a publishable key. */
export interface SeamHttpFromPublishableKeyOptions extends SeamHttpCommonOptions {}

/** Options for a client that takes its key from the environment (`SEAM_API_KEY`, `SEAM_PERSONAL_ACCESS_TOKEN`). */
export interface SeamHttpOptionsFromEnv extends SeamHttpCommonOptions {}

/**
 * A client of your own that sends the requests: an Axios instance, or a function like `fetch`. It authenticates by itself.
 */
export type SeamHttpOwnClient =
  | {
      // biome-ignore lint/suspicious/noExplicitAny: what an Axios instance takes and gives is for its own types to say
      request(config: any): Promise<any>
      defaults: object
    }
  | ((url: string, init: WebRequestInit) => Promise<WebResponse>)

/** Options for a client that shares connection and authentication with another one. */
export interface SeamHttpOptionsWithClient extends SeamHttpRequestOptions {
  /** The `client` of another instance; or an Axios instance or a function like `fetch`, which authenticate by themselves. */
  client: SeamConnection | SeamHttpOwnClient
}

/** Options for a client that authenticates with an API key (server side only). */
export interface SeamHttpOptionsWithApiKey extends SeamHttpCommonOptions {
  /** Starts with `seam_`. */
  apiKey: string
}

/** Options for a client that authenticates with a client session token. */
export interface SeamHttpOptionsWithClientSessionToken extends SeamHttpCommonOptions {
  /** Starts with `seam_cst`. */
  clientSessionToken: string
}

/** Options for a client that authenticates with a console session token. */
export interface SeamHttpOptionsWithConsoleSessionToken extends SeamHttpCommonOptions {
  /** A JWT; starts with `ey`. */
  consoleSessionToken: string
  /** Workspace that the calls are about. */
  workspaceId: string
}

/** Options for a client that authenticates with a personal access token (server side only). */
export interface SeamHttpOptionsWithPersonalAccessToken extends SeamHttpCommonOptions {
  /** Starts with `seam_at`. */
  personalAccessToken: string
  /** Workspace that the calls are about. */
  workspaceId: string
}

/** Options for a client. At most one way of authentication may be given. */
export type SeamHttpOptions =
  | SeamHttpOptionsFromEnv
  | SeamHttpOptionsWithClient
  | SeamHttpOptionsWithApiKey
  | SeamHttpOptionsWithClientSessionToken
  | SeamHttpOptionsWithConsoleSessionToken
  | SeamHttpOptionsWithPersonalAccessToken

/** Options for a client without a workspace that takes its token from the environment (`SEAM_PERSONAL_ACCESS_TOKEN`). */
export interface SeamHttpWithoutWorkspaceOptionsFromEnv extends SeamHttpCommonOptions {}

/** Options for a client without a workspace that shares connection and authentication with another one. */
export interface SeamHttpWithoutWorkspaceOptionsWithClient extends SeamHttpOptionsWithClient {}

/** Options for a client without a workspace that authenticates with a console session token. */
export interface SeamHttpWithoutWorkspaceOptionsWithConsoleSessionToken extends SeamHttpCommonOptions {
  /** A JWT; starts with `ey`. */
  consoleSessionToken: string
}

/** Options for a client without a workspace that authenticates with a personal access token (server side only). */
export interface SeamHttpWithoutWorkspaceOptionsWithPersonalAccessToken extends SeamHttpCommonOptions {
  /** Starts with `seam_at`. */
  personalAccessToken: string
}

/** Options for a client without a workspace. At most one way of authentication may be given. */
export type SeamHttpWithoutWorkspaceOptions =
  | SeamHttpWithoutWorkspaceOptionsFromEnv
  | SeamHttpWithoutWorkspaceOptionsWithClient
  | SeamHttpWithoutWorkspaceOptionsWithConsoleSessionToken
  | SeamHttpWithoutWorkspaceOptionsWithPersonalAccessToken

/** The options as one object, whatever the caller gave. */
export const normalizeOptions = (apiKeyOrOptions: unknown): Record<string, unknown> => {
  if (typeof apiKeyOrOptions === 'string') return { apiKey: apiKeyOrOptions }
  if (typeof apiKeyOrOptions === 'object' && apiKeyOrOptions !== null && !Array.isArray(apiKeyOrOptions)) {
    return copied(apiKeyOrOptions as Record<string, unknown>)
  }
  const type =
    apiKeyOrOptions === null ? 'null' : Array.isArray(apiKeyOrOptions) ? 'an array' : typeof apiKeyOrOptions
  throw new SeamHttpInvalidOptionsError(`Expected an API key or an object with options, got ${type}`)
}

/**
 * Whether what a value holds is not in its members: taken for options, it would be lost without a word.
 * @internal
 */
export const isCollectionOrPromise = (options: object): boolean =>
  Symbol.iterator in options || 'then' in options

/** Options as JSON text for the core. What JSON would drop or alter is written so that the core can tell and refuse it. */
export const optionsText = (options: unknown): string => {
  try {
    return JSON.stringify(options, function (this: Record<string, unknown>, key, value) {
      // What its `toJSON` makes nothing of was given, and would be lost.
      if (value === undefined && this[key] !== undefined) throw value
      // Only an option itself counts as given where it is undefined; a header that is undefined is none.
      return value === undefined && this !== options ? undefined : plain(key, value)
    })
  } catch {
    throw unreadable()
  }
}

/**
 * A copy of options or headers.
 *
 * @internal
 * @throws SeamHttpInvalidOptionsError where one of them cannot be read.
 */
export const copied = <T extends object>(options: T): T => {
  try {
    if (isCollectionOrPromise(options)) throw options
    return { ...options }
  } catch {
    throw unreadable()
  }
}

// Without the cause: of headers it may quote a key.
const unreadable = (): SeamHttpInvalidOptionsError =>
  new SeamHttpInvalidOptionsError(
    'Options must be plain values, got a promise, a collection, a BigInt, a cycle or bad headers',
  )

const plain = (key: string, value: unknown): unknown => {
  switch (typeof value) {
    case 'undefined':
      return null
    case 'number':
      return Number.isFinite(value) ? value : String(value)
    case 'function':
    case 'symbol':
      return typeof value
    case 'object':
      if (key === 'headers' && value !== null) return plainHeaders(value)
  }
  return value
}

/** Headers as a plain object. */
export const plainHeaders = (headers: object): object => {
  if (!(Symbol.iterator in headers)) return copied(headers)
  try {
    return Object.fromEntries(headers as Iterable<readonly [string, string]>)
  } catch {
    // What the runtime says of a pair that is none quotes it.
    throw new SeamHttpInvalidOptionsError('`headers`: expected an object or pairs')
  }
}

/**
 * @internal
 * @throws SeamHttpInvalidOptionsError where the option is neither absent nor an AbortSignal.
 */
export const requireSignal = (signal: WebSignal | null | undefined): void => {
  if (signal != null && typeof signal.removeEventListener !== 'function') throw noSignal()
}

/** @internal */
export const noSignal = (): SeamHttpInvalidOptionsError =>
  new SeamHttpInvalidOptionsError('`signal`: expected an AbortSignal')

/**
 * @internal
 * @throws SeamHttpInvalidOptionsError where the option of this name is neither absent nor a function.
 */
export const requireFunction = (name: string, value: unknown): void => {
  if (value != null && typeof value !== 'function') {
    throw new SeamHttpInvalidOptionsError(`The ${name} option must be a function, got ${typeof value}`)
  }
}
