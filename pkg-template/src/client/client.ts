// SeamHttpClient: what namespaces and requests share, which is one core with its options, `fetch` and the hooks.
// Turns values to text and back; what is sent, retried and accepted is decided in Rust.

import { type Ask, endOfFlow, moment, runFlow } from '../flow/run-flow.js'
import { actionAttemptsGet, type EndpointSchema, undescribed } from '../generated/schemas.js'
import type { WebURL } from '../module/web-types.js'
import { optionsThrough, withoutAxiosOptions } from '../official/axios.js'
import { isSeamHttpOptionsWithClient } from '../official/option-guards.js'
import { type Params, parametersOf, serializeUrlSearchParams } from '../official/search-params.js'
import { attempt, givenUp, headerOf, type Outcome, retryAfterOf, sleep } from './attempt.js'
import type { About, Answer, CallStep, Fault } from './core.js'
import { ask, core, declaredIn } from './core-module.js'
import { isBrowser, readEnvironment } from './environment.js'
import {
  SeamHttpInvalidOptionsError,
  SeamHttpInvalidResponseError,
  type SeamHttpTransportResponse,
} from './errors.js'
import { answerOf, requestIdOf, resultOf } from './fault.js'
import { type Handle, handleOf, offer } from './handle.js'
import { observe } from './observe.js'
import {
  copied,
  optionsText,
  plainHeaders,
  type ResolveActionAttemptOptions,
  requireFunction,
  requireSignal,
  type SeamHttpCallOptions,
  type SeamHttpClientOptions,
  type SeamHttpOwnClient,
} from './options.js'
import { parametersText } from './parameters.js'
import { showAs } from './redact.js'

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
  url?: string | WebURL | undefined
  /** HTTP method in any case. Default `GET`. */
  method?: string | undefined
}

/** The answer to a call by its address. `headers` are lower-case. */
export interface SeamHttpClientResponse<T = unknown> extends SeamHttpTransportResponse {
  /** The body: parsed where it is JSON, else its text. */
  data: T
}

/** Where every call of a client goes, and what it carries. Logging it shows no header. */
export interface SeamHttpClientDefaults {
  /** Address of the API, without a slash at the end. */
  readonly baseURL: string
  /** Request headers, those that authenticate included. What is set here is sent with every later call. */
  headers: Record<string, string>
}

// What is sent.
interface Message {
  path: string
  /** The path with its query. Default: the path. */
  address?: string
  method?: string
  body: string | undefined
}

/** A call that has succeeded. */
interface Reply {
  ended: Outcome
  /** Where the data is in the body; absent where there is none. */
  key?: string
}

// An answer of an Axios instance, which has headers of its own.
interface SentWith extends Response {
  sent?: object
}

/**
 * A reply that has been read.
 * @internal
 */
export interface Read {
  body: unknown
  data: unknown
  requestId: string
  response: Response | undefined
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
  /** What calls do that do not say otherwise, as the core takes it. */
  readonly #settings: string
  /** What every request has. */
  readonly #init: About['init']
  /** The headers that the core has looked at. */
  #knownHeaders: string

  /** @internal */
  constructor(options: Record<string, unknown>) {
    const plain = withoutAxiosOptions(options)
    for (const name of functionNames) {
      const value = plain[name]
      delete plain[name]
      requireFunction(name, value)
      this.#functions[name] = value as undefined
    }
    this.#optionsText = optionsText(plain)
    this.#environmentText = readEnvironment()
    const about = this.#askAboutClient<About>('client')
    const { endpoint, settings, init, headers, warnings } = about
    this.#settings = settings
    this.#init = init
    this.#knownHeaders = JSON.stringify(headers)
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
  async request<T = unknown>(request: SeamHttpClientRequest): Promise<SeamHttpClientResponse<T>> {
    if (typeof request !== 'object' || request === null) {
      throw new SeamHttpInvalidOptionsError('`request`: expected an object with `url`')
    }
    const { url = '', method = 'GET', params, data, ...options } = copied(request)
    const { endpoint } = this
    const verb = String(method).toUpperCase()
    const whole = String(url)
    const below = whole.startsWith(endpoint) ? whole.slice(endpoint.length) : whole
    const given = below.replace(/^\/*/, '/').replace(/#.*/, '')
    const [path] = given.split('?', 1) as [string]
    const query = serializeUrlSearchParams(params ?? {})
    const address = given + (query && (path === given ? '?' : '&')) + query
    // A form, a map or bytes have a tag; JSON would make an empty object of them without a word.
    if (Symbol.toStringTag in Object(data)) {
      throw new SeamHttpInvalidOptionsError('`data`: expected text or what JSON can hold')
    }
    const text = typeof data === 'string' ? data : parametersText(path, data)
    const schema = undescribed[+/^(GET|HEAD|OPTIONS|DELETE)$/.test(verb) as 0 | 1]
    const message = { path, address, method: verb, body: text || undefined }
    // With what is in the query and in the body, so that an error quotes no PIN.
    const sent = `[${JSON.stringify(parametersOf(address.slice(path.length)))},${text}]`
    const { ended } = await this.#call(schema, message, sent, options)
    return answerOf(ended) as SeamHttpClientResponse<T>
  }

  /** Calls a path with GET. */
  get<T = unknown>(
    url: string | WebURL,
    options?: SeamHttpClientRequestOptions,
  ): Promise<SeamHttpClientResponse<T>> {
    return this.request({ ...options, url })
  }

  /** Calls a path with DELETE. */
  delete<T = unknown>(
    url: string | WebURL,
    options?: SeamHttpClientRequestOptions,
  ): Promise<SeamHttpClientResponse<T>> {
    return this.request({ ...options, url, method: 'DELETE' })
  }

  /** Calls a path with POST. */
  post<T = unknown>(
    url: string | WebURL,
    data?: unknown,
    options?: SeamHttpClientRequestOptions,
  ): Promise<SeamHttpClientResponse<T>> {
    return this.request({ ...options, url, data, method: 'POST' })
  }

  /** Calls a path with PUT. */
  put<T = unknown>(
    url: string | WebURL,
    data?: unknown,
    options?: SeamHttpClientRequestOptions,
  ): Promise<SeamHttpClientResponse<T>> {
    return this.request({ ...options, url, data, method: 'PUT' })
  }

  /** Calls a path with PATCH. */
  patch<T = unknown>(
    url: string | WebURL,
    data?: unknown,
    options?: SeamHttpClientRequestOptions,
  ): Promise<SeamHttpClientResponse<T>> {
    return this.request({ ...options, url, data, method: 'PATCH' })
  }

  /**
   * Calls an endpoint, and gives the whole reply and the part of it that holds the data.
   * @internal
   */
  async send(schema: EndpointSchema, parameters: unknown, options: SeamHttpCallOptions): Promise<Read> {
    const [path] = schema
    const text = parametersText(path, parameters)
    const { ended, key } = await this.#call(schema, { path, body: text || '{}' }, text, options)
    const requestId = requestIdOf(ended.response)
    let body: unknown
    try {
      if (ended.text !== '') body = JSON.parse(ended.text)
    } catch {
      throw new SeamHttpInvalidResponseError(path, key ?? 'ok', 'got a body that is not JSON', requestId)
    }
    const data = key === undefined ? undefined : (body as Record<string, unknown>)[key]
    return { body, data, requestId, response: ended.response }
  }

  // What functions of other entries make their calls with.
  #handle(): Handle {
    return {
      version: 1,
      check: (schema, parameters, options) => this.refuseBadCall(schema, parameters, options),
      call: async (schema, parameters, options) => {
        const { body, data, requestId, response } = await this.send(schema, parameters, options)
        const { has_next_page: hasNext, next_page_cursor: next } = Object(Object(body).pagination)
        const nextPage = (hasNext === true && next) || ''
        return { data, nextPage, date: headerOf(response, 'date'), requestId }
      },
      anchor: new Map(),
    }
  }

  /**
   * Throws where a call cannot be sent like this.
   * @internal
   */
  refuseBadCall(schema: EndpointSchema, parameters: unknown, options: SeamHttpCallOptions): void {
    const [path] = schema
    const instance = core()
    const words = ['check', this.#settings, declaredIn(instance, schema), this.#callText(options)]
    resultOf(ask<Answer>(instance, words, parametersText(path, parameters)), { path })
  }

  /**
   * Throws where an action attempt cannot be waited for like this, before anything that opens a door is sent.
   * @internal
   */
  refuseBadPatience(wait: ResolveActionAttemptOptions): void {
    resultOf(ask<Answer>(core(), ['patience', optionsText(wait)]), {})
  }

  /**
   * Polls an action attempt until it has succeeded.
   * @internal
   */
  async waitForActionAttempt(
    { '0': path }: EndpointSchema,
    actionAttempt: unknown,
    wait: ResolveActionAttemptOptions,
    options: SeamHttpCallOptions,
  ): Promise<unknown> {
    const instance = core()
    const askFlow: Ask = (words, text) => resultOf(ask(instance, words, text), {})
    const words = ['start', optionsText(wait)]
    const { number } = askFlow<{ number: number }>(words, JSON.stringify(actionAttempt))
    const flow = runFlow<{ reason?: Fault }>(
      {
        ask: askFlow,
        call: (_, parameters, signal) =>
          this.#handle().call(actionAttemptsGet, JSON.parse(parameters), { ...options, signal }),
        signal: options.signal,
      },
      number,
    )
    const { step, data = actionAttempt } = await endOfFlow(flow)
    resultOf({ fault: step.reason }, { path, actionAttempt: data })
    return data
  }

  /** @internal */
  updateClientSessionToken(clientSessionToken: string): void {
    const { headers } = this.#askAboutClient<Pick<About, 'headers'>>('update', String(clientSessionToken))
    Object.assign(this.defaults.headers, headers)
    this.#knownHeaders = JSON.stringify({ ...this.defaults.headers })
    this.#optionsText = optionsText({ ...JSON.parse(this.#optionsText), clientSessionToken })
  }

  // The options of a call; empty where there are none. Headers that are no object stay, for the core to refuse.
  #callText(given: SeamHttpCallOptions): string {
    const { signal, waitForActionAttempt: _, headers, ...options } = copied(given)
    requireSignal(signal)
    const known = { ...this.defaults.headers }
    // Headers that the core has not seen go there.
    if (headers != null || JSON.stringify(known) !== this.#knownHeaders) {
      const own = headers ?? {}
      const all = typeof own === 'object' ? { ...known, ...plainHeaders(own) } : own
      return optionsText({ ...options, headers: all })
    }
    for (const _name in options) return optionsText(options)
    return ''
  }

  // Runs the flow of a call (src/flow/call.rs): sends, again where that is safe and may help, until an attempt ends that counts.
  async #call(
    schema: EndpointSchema,
    { path, address = path, method, body }: Message,
    parameters: string,
    options: SeamHttpCallOptions,
  ): Promise<Reply> {
    const { signal } = copied(options)
    const instance = core()
    const words = ['call', this.#settings, declaredIn(instance, schema), this.#callText(options)]
    const begun = resultOf(ask<Answer & CallStep>(instance, words, parameters), { path })
    const { call = 0, timeout = 0, headers = this.defaults.headers } = begun
    let isUnderWay = true
    const next = (event: (string | number)[], ended: Outcome): CallStep => {
      // Whatever comes of it, an answer ends the call unless it is sent again.
      isUnderWay = false
      const words = ['next', call, ...moment(), ...event]
      const step = resultOf(ask<Answer & CallStep>(instance, words, ended.text), { path, ended })
      isUnderWay = event[0] === 'slept' || step.sleep !== undefined
      return step
    }
    try {
      for (let made = 1; ; made += 1) {
        const ended = await attempt(
          (signal) => {
            // Headers of its own for each attempt: a fetch that changes them must not change the next.
            const own = { ...headers }
            if (body === undefined) delete own['content-type']
            const init = { ...this.#init, method: method ?? this.#init.method, headers: own, body, signal }
            // Without the query, which may hold a PIN.
            return this.#fetch(this.endpoint + address, init, {
              url: this.endpoint + path,
              path,
              attempt: made,
            })
          },
          timeout,
          signal,
        )
        const { failure, response } = ended
        const event = response
          ? [
              'answered',
              response.status,
              headerOf(response, 'content-type'),
              retryAfterOf(response),
              // So that an error shows no key that the server quotes.
              JSON.stringify({ ...headers, ...(response as SentWith).sent }),
            ]
          : ['failed', failure as string]
        const { sleep: pause, key, issues } = next(event, ended)
        if (pause === undefined) {
          if (issues !== undefined) {
            observe(this.#functions.onResponseIssues, issues, { path, requestId: requestIdOf(response) })
          }
          return key === undefined ? { ended } : { ended, key }
        }
        next((await sleep(pause, signal)) ? ['slept'] : ['failed', 'canceled'], givenUp(signal))
      }
    } finally {
      if (isUnderWay && !instance.broken) ask(instance, ['end', call])
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

  // What the core says of this client.
  #askAboutClient<T>(question: 'client' | 'update', text = ''): T {
    const words = [question, this.#optionsText, this.#environmentText, +isBrowser()]
    return resultOf(ask<Answer & T>(core(), words, text), {})
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
