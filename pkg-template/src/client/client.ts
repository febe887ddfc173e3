// SeamHttpClient: what namespaces and requests share, which is one core with its options, `fetch` and the hooks.
// Turns values to text and back; what is sent, retried and accepted is decided in Rust.

import { actionAttemptsGet, type EndpointSchema, undescribed } from '../generated/schemas.js'
import { instanceOf } from '../module/instance.js'
import { optionsThrough, withoutAxiosOptions } from '../official/axios.js'
import { isSeamHttpOptionsWithClient } from '../official/option-guards.js'
import { type Params, serializeUrlSearchParams } from '../official/search-params.js'
import { attempt, givenUp, headerOf, type Outcome, retryAfterOf, sleep } from './attempt.js'
import type { About, Fault, Judged, Pause, Prepared, Question } from './core.js'
import { coreModule, endpointIn } from './core-module.js'
import { isBrowser, readEnvironment } from './environment.js'
import {
  SeamHttpInvalidOptionsError,
  SeamHttpInvalidResponseError,
  type SeamHttpTransportResponse,
} from './errors.js'
import { answerOf, errorFrom, type FaultContext, requestIdOf } from './fault.js'
import { type Handle, handleOf, offer } from './handle.js'
import { parsed } from './json.js'
import { observe } from './observe.js'
import {
  optionsText,
  plainHeaders,
  type ResolveActionAttemptOptions,
  type SeamHttpCallOptions,
  type SeamHttpClientOptions,
  type SeamHttpOwnClient,
} from './options.js'
import { parametersText } from './parameters.js'
import { showAs } from './redact.js'
import { secretsIn } from './secrets.js'

const functionNames = ['fetch', 'onRequest', 'onResponse', 'onResponseIssues'] as const

type Functions = Pick<SeamHttpClientOptions, (typeof functionNames)[number]>

/** What a call by its address takes beside that. Parameters and body are sent without being checked. */
export interface SeamHttpClientRequestOptions
  extends Omit<SeamHttpCallOptions, 'waitForActionAttempt' | 'validate'> {
  /** Parameters for the query, in the form of {@link serializeUrlSearchParams}. */
  params?: Params | undefined
  /** The body: a value that is sent as JSON, or text that is JSON. */
  data?: unknown
}

/** A call by its address. */
export interface SeamHttpClientRequest extends SeamHttpClientRequestOptions {
  /** Path, as `/devices/list`, or an address that begins with the endpoint. */
  url?: string | URL
  /** HTTP method in any case. Default `GET`. */
  method?: string
}

/** The answer to a call by its address. `headers` are lower-case. */
export interface SeamHttpClientResponse<T = unknown> extends SeamHttpTransportResponse {
  data: T
}

/** Where every call of a client goes, and what it carries. Logging it shows no header. */
export interface SeamHttpClientDefaults {
  /** Address of the API, without a slash at the end. */
  readonly baseURL: string
  /** Request headers, those that authenticate included. What is set here is sent with every later call. */
  headers: Record<string, string>
}

// What is sent, as far as the endpoint does not say it.
interface Message {
  path: string
  /** What follows the address that the core gives. */
  rest?: string
  method?: string
  body: string | undefined
}

/**
 * The connection that the parts of one SeamHttp instance share. Taken from the `client` property, and given to `fromClient`
 * to make another part on the same connection. Shows nothing of its keys when it is logged.
 *
 * Its own methods call any path with the same authentication, repeats and errors, and give the answer as it is. They repeat
 * GET, HEAD, OPTIONS and DELETE, but not PUT, by which the API also makes access codes. They reject with
 * {@link SeamHttpApiError} and its subclasses, and with {@link SeamHttpTransportError}.
 */
export class SeamHttpClient {
  /** Where every call goes, and what it carries. */
  readonly defaults: SeamHttpClientDefaults
  readonly #functions: Functions = {}
  readonly #environmentText: string
  #optionsText: string

  /** @internal */
  constructor(options: Record<string, unknown>) {
    const plain = withoutAxiosOptions(options)
    for (const name of functionNames) {
      const value = plain[name]
      delete plain[name]
      if (value != null && typeof value !== 'function') {
        throw new SeamHttpInvalidOptionsError(`The ${name} option must be a function, got ${typeof value}`)
      }
      this.#functions[name] = value as undefined
    }
    this.#optionsText = optionsText(plain)
    this.#environmentText = readEnvironment()
    const { endpoint, headers, warnings } = this.#decide<About>({}, () => ['about'])
    this.defaults = {
      // No address can be set here: the one in use is the core's.
      get baseURL() {
        return endpoint
      },
      headers,
    }
    showAs(headers, () => Object.keys(headers))
    showAs(this.defaults, () => ({ baseURL: endpoint }))
    showAs(this, () => ({ endpoint }))
    const handle = this.#handle()
    offer(this, () => handle)
    for (const warning of warnings) console.warn(warning)
  }

  /** Address of the API, without a slash at the end. */
  get endpoint(): string {
    return this.defaults.baseURL
  }

  /** Calls a path, whether this package knows it or not. */
  async request<T = unknown>({
    url = '',
    method = 'GET',
    params,
    data,
    ...options
  }: SeamHttpClientRequest): Promise<SeamHttpClientResponse<T>> {
    const { endpoint } = this
    const verb = String(method).toUpperCase()
    const address = String(url)
    const below = address.startsWith(endpoint) ? address.slice(endpoint.length) : address
    const given = below.replace(/^\/*/, '/').replace(/#.*/, '')
    const [path] = given.split('?', 1) as [string]
    const query = serializeUrlSearchParams(params ?? {})
    const rest = given + (query && (path === given ? '?' : '&')) + query
    // A form, a map or bytes have a tag; JSON would make an empty object of them without a word.
    if (Symbol.toStringTag in Object(data)) {
      throw new SeamHttpInvalidOptionsError('`data`: expected text or what JSON can hold')
    }
    const text = typeof data === 'string' ? data : parametersText(path, data)
    const schema = undescribed[+/^(GET|HEAD|OPTIONS|DELETE)$/.test(verb) as 0 | 1]
    const callText = this.#callText(options)
    const message = { path, rest, method: verb, body: text || undefined }
    const ended = await this.#exchange(schema, message, '', callText, options.signal)
    const { outcome } = ended
    if (outcome < 200 || outcome > 299) {
      const queried = Object.fromEntries(new URLSearchParams(rest.slice(path.length)))
      const sent = JSON.stringify({ ...queried, ...Object(parsed(text)) })
      this.#read(schema, callText, ended, sent, path)
    }
    return answerOf(ended) as SeamHttpClientResponse<T>
  }

  /** Calls a path with GET. */
  get<T = unknown>(
    url: string | URL,
    options?: SeamHttpClientRequestOptions,
  ): Promise<SeamHttpClientResponse<T>> {
    return this.request({ ...options, url })
  }

  /** Calls a path with DELETE. */
  delete<T = unknown>(
    url: string | URL,
    options?: SeamHttpClientRequestOptions,
  ): Promise<SeamHttpClientResponse<T>> {
    return this.request({ ...options, url, method: 'DELETE' })
  }

  /** Calls a path with POST. */
  post<T = unknown>(
    url: string | URL,
    data?: unknown,
    options?: SeamHttpClientRequestOptions,
  ): Promise<SeamHttpClientResponse<T>> {
    return this.request({ ...options, url, data, method: 'POST' })
  }

  /** Calls a path with PUT. */
  put<T = unknown>(
    url: string | URL,
    data?: unknown,
    options?: SeamHttpClientRequestOptions,
  ): Promise<SeamHttpClientResponse<T>> {
    return this.request({ ...options, url, data, method: 'PUT' })
  }

  /** Calls a path with PATCH. */
  patch<T = unknown>(
    url: string | URL,
    data?: unknown,
    options?: SeamHttpClientRequestOptions,
  ): Promise<SeamHttpClientResponse<T>> {
    return this.request({ ...options, url, data, method: 'PATCH' })
  }

  /**
   * Calls an endpoint, and gives the whole reply and the part of it that holds the data.
   * @internal
   */
  async send(
    schema: EndpointSchema,
    parameters: unknown,
    options: SeamHttpCallOptions,
  ): Promise<[body: unknown, data: unknown, requestId: string]> {
    const [path] = schema
    const text = parametersText(path, parameters)
    const callText = this.#callText(options)
    const ended = await this.#exchange(schema, { path, body: text || '{}' }, text, callText, options.signal)
    return this.#read(schema, callText, ended, text)
  }

  /**
   * Throws where a call cannot be sent like this.
   * @internal
   */
  refuseBadCall(schema: EndpointSchema, parameters: unknown, options: SeamHttpCallOptions): void {
    const [path] = schema
    const callText = this.#callText(options)
    this.#decide(
      { path },
      (endpoint) => ['prepare', endpoint(schema), callText],
      parametersText(path, parameters),
    )
  }

  /**
   * Throws where an action attempt cannot be waited for like this, before anything that opens a door is sent.
   * @internal
   */
  refuseBadPatience(wait: ResolveActionAttemptOptions): void {
    this.#decide({}, () => ['pause', optionsText(wait), 0], '{"status":"success"}')
  }

  /**
   * Asks for an action attempt until it has succeeded.
   * @internal
   */
  async waitForActionAttempt(
    schema: EndpointSchema,
    actionAttempt: unknown,
    wait: ResolveActionAttemptOptions,
    options: SeamHttpCallOptions,
  ): Promise<unknown> {
    const [path] = schema
    const start = Date.now()
    const waitText = optionsText(wait)
    for (let current = actionAttempt; ; ) {
      const { pause } = this.#decide<Pause>(
        { path, actionAttempt: current },
        () => ['pause', waitText, Date.now() - start],
        JSON.stringify(current),
      )
      if (pause === undefined) return current
      if (!(await sleep(pause, options.signal))) return this.#read(schema, '{}', givenUp(options.signal))
      const { action_attempt_id } = Object(current) as { action_attempt_id?: string }
      ;[, current] = await this.send(actionAttemptsGet, { action_attempt_id }, options)
    }
  }

  /** @internal */
  updateClientSessionToken(clientSessionToken: string): void {
    const { headers } = this.#decide<Pick<About, 'headers'>>({}, () => ['update'], String(clientSessionToken))
    Object.assign(this.defaults.headers, headers)
    this.#optionsText = optionsText({ ...JSON.parse(this.#optionsText), clientSessionToken })
  }

  // What functions of other entries make their calls with.
  #handle(): Handle {
    return {
      version: 1,
      check: (schema, parameters, options) => this.refuseBadCall(schema, parameters, options),
      call: async (schema, parameters, options) => {
        const sent = parametersText(schema[0], parameters)
        const callText = this.#callText(options)
        const message = { path: schema[0], body: sent || '{}' }
        const ended = await this.#exchange(schema, message, sent, callText, options.signal)
        const [body, data, requestId] = this.#read(schema, callText, ended, sent)
        const { has_next_page: hasNext, next_page_cursor: next } = Object(Object(body).pagination)
        return {
          data,
          get value() {
            return JSON.stringify(data) ?? ''
          },
          body,
          text: ended.text,
          nextPage: (hasNext === true && next) || '',
          date: headerOf(ended.response, 'date'),
          requestId,
        }
      },
      anchor: new Map(),
    }
  }

  // The options of a call, and the headers that every call carries. Headers that are no object stay, for the core to refuse.
  #callText({ signal, waitForActionAttempt: _, headers, ...options }: SeamHttpCallOptions): string {
    if (signal != null && typeof signal.removeEventListener !== 'function') {
      throw new SeamHttpInvalidOptionsError('`signal`: expected an AbortSignal')
    }
    const own = headers ?? {}
    const all = typeof own === 'object' ? { ...this.defaults.headers, ...plainHeaders(own) } : own
    return optionsText({ ...options, headers: all })
  }

  // Sends, again where that is safe and may help, until an attempt ends that counts.
  async #exchange(
    schema: EndpointSchema,
    { path, rest = '', method, body }: Message,
    parameterText: string,
    callText: string,
    signal: AbortSignal | undefined,
  ): Promise<Outcome> {
    const { url, timeout, init } = this.#decide<Prepared>(
      { path },
      (endpoint) => ['prepare', endpoint(schema), callText],
      parameterText,
    )
    const address = url + rest
    for (let made = 1; ; made += 1) {
      const ended = await attempt(
        (signal) => {
          // Headers of its own for each attempt: a fetch that changes them must not change the next.
          const headers = { ...init.headers }
          if (body === undefined) delete headers['content-type']
          const message = { ...init, method: method ?? init.method, headers, body, signal }
          // Without the query, which may hold a PIN.
          return this.#fetch(address, message, { url: this.endpoint + path, path, attempt: made })
        },
        timeout,
        signal,
      )
      const { pause } = this.#decide<Pause>({ path, ended }, (endpoint) => {
        const known = [made, ended.outcome, retryAfterOf(ended.response), Math.random()]
        return ['retry', endpoint(schema), callText, ...known]
      })
      if (pause === undefined) return ended
      if (!(await sleep(pause, signal))) return givenUp(signal)
    }
  }

  async #fetch(
    url: string,
    init: RequestInit,
    event: { url: string; path: string; attempt: number },
  ): Promise<Response> {
    const { fetch: ownFetch, onRequest, onResponse } = this.#functions
    // Without a `this`: browsers refuse a fetch that is called as a method of something else.
    const fetch = ownFetch ?? globalThis.fetch
    observe(onRequest, event)
    const response = await fetch(url, init)
    if (onResponse !== undefined) {
      const { status } = response
      observe(onResponse, { ...event, status, requestId: requestIdOf(response) })
    }
    return response
  }

  // Tells success from failure, and takes the data out of a success.
  #read(
    schema: EndpointSchema,
    callText: string,
    ended: Outcome,
    parameterText = '',
    path = schema[0],
  ): [body: unknown, data: unknown, requestId: string] {
    const { outcome, text, response } = ended
    const { key, issues } = this.#decide<Judged>(
      { path, ended, secrets: () => secretsIn(schema, parameterText) },
      (endpoint) => ['judge', endpoint(schema), callText, outcome, headerOf(response, 'content-type')],
      text,
    )
    const requestId = requestIdOf(response)
    let body: unknown
    try {
      if (text !== '') body = JSON.parse(text)
    } catch {
      throw new SeamHttpInvalidResponseError(path, key ?? 'ok', 'got a body that is not JSON', requestId)
    }
    if (issues !== undefined) observe(this.#functions.onResponseIssues, issues, { path, requestId })
    return [body, key === undefined ? undefined : (body as Record<string, unknown>)[key], requestId]
  }

  // Asks the core, which keeps nothing of a client and so hears each time what it needs to know of it.
  #decide<T>(
    context: FaultContext,
    question: (endpoint: (schema: EndpointSchema) => number) => Question,
    text = '',
  ): T {
    const instance = instanceOf(coreModule)
    const [word, ...words] = question((schema) => endpointIn(instance, schema))
    const asked = [word, this.#optionsText, this.#environmentText, +isBrowser(), ...words]
    const answer = JSON.parse(instance.glue.decide(asked.join('\n'), text)) as { fault?: Fault }
    if (answer.fault !== undefined) throw errorFrom(answer.fault, context)
    return answer as T
  }
}

/** The client that the options hold, or a new one. */
export const clientFrom = (options: Record<string, unknown>): SeamHttpClient => {
  if (!isSeamHttpOptionsWithClient(options)) return new SeamHttpClient(options)
  const { client } = options
  // That of another copy of this package is no instance of this class, but sends in the same way.
  const own = client instanceof SeamHttpClient || handleOf(client) !== undefined
  return own ? (client as SeamHttpClient) : new SeamHttpClient(optionsThrough(client as SeamHttpOwnClient))
}
