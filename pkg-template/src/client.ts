// SeamHttpClient: what namespaces and requests share, which is one core with its options, `fetch` and the hooks.
// Turns values to text and back; what is sent, retried and accepted is decided in Rust.
import type { Core, Host } from './core.js'
import { isBrowser, readEnvironment } from './environment.js'
import { SeamHttpInvalidOptionsError, SeamValidationError } from './errors.js'
import { errorFrom } from './fault.js'
import { awaitIn, currentInstance, type Instance, runIn } from './instance.js'
import {
  optionsText,
  type ResolveActionAttemptOptions,
  type SeamHttpCallOptions,
  type SeamHttpClientOptions,
} from './options.js'
import { redactWhenLogged } from './redact.js'

type Functions = Pick<SeamHttpClientOptions, 'fetch' | 'onRequest' | 'onResponse' | 'onResponseIssues'>

const functionNames = ['fetch', 'onRequest', 'onResponse', 'onResponseIssues'] as const

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
    const [endpoint, warnings] = this.#run((core) => [core.endpoint, core.takeWarnings()] as const)
    this.#endpoint = endpoint
    for (const warning of warnings) console.warn(warning)
    redactWhenLogged(this)
  }

  /** Address of the API, without a slash at the end. */
  get endpoint(): string {
    return this.#endpoint
  }

  /**
   * Sends one request and gives the whole reply and the part of it that holds the data.
   * @internal
   */
  send(
    path: string,
    parameters: unknown,
    options: SeamHttpCallOptions,
  ): Promise<[body: unknown, data: unknown]> {
    return this.#call(path, options, (core, callText, host) =>
      core.send(path, parametersText(path, parameters), callText, host),
    )
  }

  /**
   * Asks for an action attempt until it has succeeded.
   * @internal
   */
  waitForActionAttempt(
    path: string,
    actionAttempt: unknown,
    wait: ResolveActionAttemptOptions,
    options: SeamHttpCallOptions,
  ): Promise<unknown> {
    return this.#call(path, options, (core, callText, host) =>
      core.waitForActionAttempt(actionAttempt, optionsText(wait), callText, host),
    )
  }

  /** @internal */
  updateClientSessionToken(clientSessionToken: string): void {
    this.#run((core) => core.updateClientSessionToken(clientSessionToken))
    this.#optionsText = optionsText({ ...JSON.parse(this.#optionsText), clientSessionToken })
  }

  /** What is shown of it: the endpoint. */
  toJSON(): { endpoint: string } {
    return { endpoint: this.#endpoint }
  }

  #run<T>(work: (core: Core) => T): T {
    try {
      const [instance, core] = this.#open()
      return runIn(instance, () => work(core))
    } catch (fault) {
      throw errorFrom(fault, '')
    }
  }

  async #call<T>(
    path: string,
    { signal, waitForActionAttempt: _, ...options }: SeamHttpCallOptions,
    work: (core: Core, callText: string, host: Host) => Promise<T>,
  ): Promise<T> {
    try {
      const [instance, core] = this.#open()
      const callText = optionsText(options)
      return await awaitIn(instance, () => work(core, callText, this.#host(signal)))
    } catch (fault) {
      throw errorFrom(fault, path)
    }
  }

  // The core belongs to an instance, and is made again where that one broke.
  #open(): [Instance, Core] {
    const instance = currentInstance()
    if (this.#core === undefined || this.#instance !== instance) {
      this.#core = runIn(
        instance,
        () => new instance.Core(this.#optionsText, this.#environmentText, isBrowser()),
      )
      this.#instance = instance
    }
    return [instance, this.#core]
  }

  #host(signal: AbortSignal | undefined): Host {
    const { fetch: ownFetch, onRequest, onResponse, onResponseIssues } = this.#functions
    let attempt = 0
    return {
      signal,
      fetch: async (url, init) => {
        const fetch = ownFetch ?? globalThis.fetch
        attempt += 1
        const event = { url, path: url.slice(this.#endpoint.length), attempt }
        observe(onRequest, event)
        const response = await fetch(url, init)
        const { status } = response
        // While an action attempt is waited for, one call holds many requests.
        if (status < 400) attempt = 0
        observe(onResponse, { ...event, status, requestId: response.headers?.get?.('seam-request-id') ?? '' })
        return response
      },
      onResponseIssues: onResponseIssues && ((...values) => observe(onResponseIssues, ...values)),
    }
  }
}

// A hook only looks on: what it throws must not make a call fail that has opened a door.
const observe = <T extends unknown[]>(hook: ((...values: T) => void) | undefined, ...values: T): void => {
  try {
    hook?.(...values)
  } catch (error) {
    console.error(error)
  }
}

const parametersText = (path: string, parameters: unknown): string | undefined => {
  if (parameters === undefined) return undefined
  try {
    // Functions and symbols have no text; the core says what is wrong with `null`.
    return JSON.stringify(parameters) ?? 'null'
  } catch {
    const message = 'parameters must be plain values that can be written as JSON, got a BigInt or a cycle'
    const help = 'write large numbers as strings, and pass no object that contains itself'
    throw new SeamValidationError(path, message, [
      { code: 'not_serializable', path: '', message, help, severity: 'error' },
    ])
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
