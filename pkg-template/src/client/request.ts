// SeamHttpRequest: one call that is sent when it is first awaited.
// Holds what to send and what came back; client.ts sends, the core checks.

import type { EndpointSchema } from '../generated/schemas.js'
import type { WebURL } from '../module/web-types.js'
import type { Read, SeamHttpClient } from './client.js'
import { SeamError } from './errors.js'
import type { ResolveActionAttemptOptions, SeamHttpCallOptions, SeamHttpRequestOptions } from './options.js'
import { showAs } from './redact.js'

/** What a request gives when it is awaited: the part of the reply under its response key. */
export type SeamHttpRequestData<TResponse, TResponseKey> = TResponseKey extends keyof TResponse
  ? TResponse[TResponseKey]
  : undefined

/** What a request needs of the object whose method made it. */
export interface SeamHttpRequestParent {
  readonly client: SeamHttpClient
  readonly defaults: Required<SeamHttpRequestOptions>
}

/**
 * A call to the Seam API that has not been sent yet.
 *
 * Awaiting it (or `then`, `catch`, `finally`, `execute`) sends it, and waits for the action attempt where the call yields
 * one and `waitForActionAttempt` is on. `fetchResponse` sends it and gives the whole reply. It is sent once, however often
 * and in whichever of these ways the result is asked for. Before that it can be looked at: `url`, `pathname`, `method`,
 * `body`. Logging it shows the names of its parameters, not their values.
 *
 * Rejects with {@link SeamValidationError} or TypeError (nothing was sent), {@link SeamHttpApiError} and its subclasses,
 * {@link SeamHttpTransportError}, {@link SeamHttpInvalidResponseError}, {@link SeamActionAttemptError}.
 */
export class SeamHttpRequest<
  const TResponse,
  const TResponseKey extends keyof TResponse | undefined,
  const THasPagination extends boolean = boolean,
> implements Promise<SeamHttpRequestData<TResponse, TResponseKey>>
{
  readonly #parent: SeamHttpRequestParent
  readonly #schema: EndpointSchema
  readonly #parameters: unknown
  readonly #options: SeamHttpCallOptions
  #sent: Promise<Read> | undefined
  #executed: Promise<unknown> | undefined

  /** @internal */
  constructor(
    parent: SeamHttpRequestParent,
    schema: EndpointSchema,
    parameters: unknown,
    options: SeamHttpCallOptions,
  ) {
    this.#parent = parent
    this.#schema = schema
    this.#parameters = parameters
    // Null is what callers without types pass for none.
    this.#options = options ?? {}
    showAs(this, () => {
      const { method, pathname, body } = this
      return { method, pathname, parameterNames: Object.keys(Object(body)) }
    })
  }

  /** What `Object.prototype.toString` says of it. */
  get [Symbol.toStringTag](): string {
    return 'SeamHttpRequest'
  }

  /** Name of the data in the reply; undefined where the endpoint gives none. */
  get responseKey(): TResponseKey {
    const [, , , , key] = this.#schema
    return key as TResponseKey
  }

  /** Whether the endpoint gives its data in pages, see {@link SeamPaginator}. */
  get hasPagination(): THasPagination {
    const [, , , form] = this.#schema
    return (form === 'pages') as THasPagination
  }

  /**
   * The full address that the request goes to. An endpoint without a host is taken relative to the page's origin.
   *
   * @throws SeamError outside a browser, where the endpoint has no host.
   */
  get url(): WebURL {
    const { endpoint } = this.#parent.client
    if (/^https?:/i.test(endpoint)) return new URL(endpoint + this.pathname)
    const origin = globalThis.location?.origin
    if (origin == null)
      throw new SeamError(`Cannot resolve origin from ${endpoint} in a non-browser environment`)
    return new URL(`/${endpoint}${this.pathname}`.replace(/^\/+/, '/'), origin)
  }

  /** Path of the endpoint, e.g. `/access_codes/create`. */
  get pathname(): string {
    return this.#schema[0]
  }

  /** The HTTP method, which is the same for all endpoints. */
  get method(): 'POST' {
    return 'POST'
  }

  /** Always undefined: everything travels in the body, so that PINs and names stay out of addresses. */
  get params(): undefined {
    return undefined
  }

  /** The parameters as they were given. May hold a PIN. */
  get body(): unknown {
    return this.#parameters
  }

  /** A copy of the request, not sent yet, that asks for the page which starts at the cursor; without one, for the first page. */
  withPageCursor(pageCursor?: string): SeamHttpRequest<TResponse, TResponseKey, THasPagination> {
    return new SeamHttpRequest(
      this.#parent,
      this.#schema,
      withCursor(this.#parameters, pageCursor),
      this.#options,
    )
  }

  /** Sends the request, waits for the action attempt where there is one to wait for, and gives the data. */
  async execute(): Promise<SeamHttpRequestData<TResponse, TResponseKey>> {
    this.#executed ??= this.#execute()
    return (await this.#executed) as SeamHttpRequestData<TResponse, TResponseKey>
  }

  /** Sends the request and gives the whole reply. Does not wait for an action attempt. */
  async fetchResponse(): Promise<TResponse> {
    const { body } = await this.send()
    return body as TResponse
  }

  // biome-ignore lint/suspicious/noThenProperty: being awaited is what it is for
  then<TResult1 = SeamHttpRequestData<TResponse, TResponseKey>, TResult2 = never>(
    onfulfilled?:
      | ((value: SeamHttpRequestData<TResponse, TResponseKey>) => TResult1 | PromiseLike<TResult1>)
      | null,
    onrejected?: ((reason: unknown) => TResult2 | PromiseLike<TResult2>) | null,
  ): Promise<TResult1 | TResult2> {
    return this.execute().then(onfulfilled, onrejected)
  }

  catch<TResult = never>(
    onrejected?: ((reason: unknown) => TResult | PromiseLike<TResult>) | null,
  ): Promise<SeamHttpRequestData<TResponse, TResponseKey> | TResult> {
    return this.execute().catch(onrejected)
  }

  finally(onfinally?: (() => void) | null): Promise<SeamHttpRequestData<TResponse, TResponseKey>> {
    return this.execute().finally(onfinally)
  }

  async #execute(): Promise<unknown> {
    const { client, defaults } = this.#parent
    const wait = this.#options.waitForActionAttempt ?? defaults.waitForActionAttempt
    const waits = this.responseKey === 'action_attempt' && wait !== false
    const patience = wait === true ? {} : (wait as ResolveActionAttemptOptions)
    if (waits) client.refuseBadPatience(patience)
    const { data } = await this.send()
    return waits ? await client.waitForActionAttempt(this.#schema, data, patience, this.#options) : data
  }

  /**
   * Sends the request, and gives the whole reply, the part of it that holds the data, and Seam's id of the request.
   * @internal
   */
  send(): Promise<Read> {
    this.#sent ??= this.#parent.client.send(this.#schema, this.#parameters, this.#options)
    return this.#sent
  }
}

// What is no object stays as it is, for the core to refuse.
const withCursor = (parameters: unknown, pageCursor: string | undefined): unknown =>
  parameters === undefined || Object.prototype.toString.call(parameters) === '[object Object]'
    ? { ...(parameters as object | undefined), page_cursor: pageCursor }
    : parameters

/** A {@link SeamHttpRequest} whose endpoint gives its data in pages. */
export type SeamPaginatedRequest<
  TResponse,
  TResponseKey extends keyof TResponse | undefined,
> = SeamHttpRequest<TResponse, TResponseKey, true>

/** `T` with at least one of `Keys` given. */
export type RequireAtLeastOne<T, Keys extends keyof T> = {
  [Key in Keys]-?: Omit<T, Key> & { [Needed in Key]-?: Exclude<T[Needed], undefined> }
}[Keys]
