// SeamHttpClient: what namespaces and requests share, which is one core with its options, `fetch` and the hooks.
// Turns values to text and back; what is sent, retried and accepted is decided in Rust.
import { attempt, givenUp, headerOf, type Outcome, sleep } from './attempt.js'
import type { About, Core, Fault, Judged, Pause, Prepared, Question } from './core.js'
import { isBrowser, readEnvironment } from './environment.js'
import { SeamHttpInvalidOptionsError, SeamHttpInvalidResponseError } from './errors.js'
import { errorFrom, type FaultContext, requestIdOf } from './fault.js'
import { actionAttemptsGet, type EndpointSchema } from './generated/schemas.js'
import { currentInstance, endpointIn, type Instance } from './instance.js'
import {
  optionsText,
  type ResolveActionAttemptOptions,
  type SeamHttpCallOptions,
  type SeamHttpClientOptions,
} from './options.js'
import { parametersText } from './parameters.js'
import { redactWhenLogged } from './redact.js'
import { secretsIn } from './secrets.js'

const functionNames = ['fetch', 'onRequest', 'onResponse', 'onResponseIssues'] as const

type Functions = Pick<SeamHttpClientOptions, (typeof functionNames)[number]>

/**
 * The connection that the parts of one SeamHttp instance share. Taken from the `client` property, and given to `fromClient`
 * to make another part on the same connection. Shows nothing of its keys when it is logged.
 */
export class SeamHttpClient {
  readonly #functions: Functions = {}
  readonly #environmentText: string
  readonly #endpoint: string
  #optionsText: string
  #instance: Instance | undefined
  #core: Core | undefined

  /** @internal */
  constructor(options: Record<string, unknown>) {
    const { client: _, ...plain } = options
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
    const { endpoint, warnings } = this.#decide<About>({}, () => ['about'])
    this.#endpoint = endpoint
    for (const warning of warnings) console.warn(warning)
    redactWhenLogged(this)
  }

  /** Address of the API, without a slash at the end. */
  get endpoint(): string {
    return this.#endpoint
  }

  /**
   * Sends one request, again where that is safe and may help, and gives the whole reply and the part of it that holds the data.
   * @internal
   */
  async send(
    schema: EndpointSchema,
    parameters: unknown,
    { signal, waitForActionAttempt: _, ...options }: SeamHttpCallOptions,
  ): Promise<[body: unknown, data: unknown]> {
    const [path] = schema
    refuseOtherThanSignal(signal)
    const parameterText = parametersText(path, parameters)
    const callText = optionsText(options)
    const { url, timeout, init } = this.#decide<Prepared>(
      { path },
      (endpoint) => ['prepare', endpoint(schema), callText],
      parameterText,
    )
    const body = parameterText || '{}'
    const read = (ended: Outcome) => this.#read(schema, callText, ended, parameterText)
    for (let made = 1; ; made += 1) {
      const ended = await attempt(
        // Headers of its own for each attempt: a fetch that changes them must not change the next.
        (signal) =>
          this.#fetch(
            url,
            { ...init, headers: { ...init.headers }, body, signal },
            { url, path, attempt: made },
          ),
        timeout,
        signal,
      )
      const retryAfter = headerOf(ended.response, 'retry-after')
      const { pause } = this.#decide<Pause>({ path, ended }, (endpoint) => {
        const known = [made, ended.outcome, retryAfter, Date.now(), Math.random()]
        return ['retry', endpoint(schema), callText, ...known]
      })
      if (pause === undefined) return read(ended)
      if (!(await sleep(pause, signal))) return read(givenUp(signal))
    }
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
    this.#decide({}, () => ['update'], String(clientSessionToken))
    this.#optionsText = optionsText({ ...JSON.parse(this.#optionsText), clientSessionToken })
  }

  /** What is shown of it: the endpoint. */
  toJSON(): { endpoint: string } {
    return { endpoint: this.#endpoint }
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
  ): [body: unknown, data: unknown] {
    const [path] = schema
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
    return [body, key === undefined ? undefined : (body as Record<string, unknown>)[key]]
  }

  // Asks the core, which belongs to an instance and is made again where that one broke.
  #decide<T>(
    context: FaultContext,
    question: (endpoint: (schema: EndpointSchema) => number) => Question,
    text = '',
  ): T {
    const instance = currentInstance()
    if (this.#core === undefined || this.#instance !== instance) {
      this.#core = new instance.Core(this.#optionsText, this.#environmentText, isBrowser())
      this.#instance = instance
    }
    const core = this.#core
    const words = question((schema) => endpointIn(instance, core, schema))
    const answer = JSON.parse(core.decide(words.join('\n'), text)) as { fault?: Fault }
    if (answer.fault !== undefined) throw errorFrom(answer.fault, context)
    return answer as T
  }
}

// A hook only looks on: what it throws must not make a call fail that has opened a door.
const observe = <T extends unknown[]>(hook: ((...values: T) => unknown) | undefined, ...values: T): void => {
  if (hook === undefined) return
  // An async hook throws later.
  new Promise((resolve) => resolve(hook(...values))).catch((error) => console.error(error))
}

const refuseOtherThanSignal = (signal: AbortSignal | undefined): void => {
  if (signal != null && typeof signal.removeEventListener !== 'function') {
    throw new SeamHttpInvalidOptionsError('`signal`: expected an AbortSignal')
  }
}

/** The client that the options hold, or a new one. */
export const clientFrom = (options: Record<string, unknown>): SeamHttpClient => {
  const { client, ...others } = options
  if (client == null) return new SeamHttpClient(options)
  const names = Object.keys(others)
  if (names.some((name) => name !== 'waitForActionAttempt')) {
    throw new SeamHttpInvalidOptionsError(
      `The client option cannot be used with any other option, but received: ${names.join(', ')}`,
    )
  }
  if (client instanceof SeamHttpClient) return client
  const given =
    typeof client === 'function'
      ? 'a function (an Axios instance or a fetch)'
      : `a value of type ${typeof client}`
  throw new SeamHttpInvalidOptionsError(
    `The client option must be the client of another SeamHttp instance, got ${given}`,
  )
}
