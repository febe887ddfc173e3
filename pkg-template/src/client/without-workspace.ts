// WithoutWorkspace: how the classes are made whose calls concern all workspaces of a person and so name none.
// Their endpoints are in the rendered subclasses.
import { clientFrom, type SeamHttpClient } from './client.js'
import { SeamHttpWithoutWorkspaceInvalidOptionsError } from './errors.js'
import { type Handle, handleOf, offer } from './handle.js'
import { defaultsOf } from './namespace.js'
import {
  normalizeOptions,
  type SeamHttpRequestOptions,
  type SeamHttpWithoutWorkspaceOptions,
  type SeamHttpWithoutWorkspaceOptionsWithClient,
  type SeamHttpWithoutWorkspaceOptionsWithConsoleSessionToken,
  type SeamHttpWithoutWorkspaceOptionsWithPersonalAccessToken,
} from './options.js'

type WithoutWorkspaceClass<T> = new (options?: SeamHttpWithoutWorkspaceOptions) => T

/** Base of `SeamHttpWithoutWorkspace` and `SeamHttpEndpointsWithoutWorkspace`. */
export class WithoutWorkspace {
  /** The connection, which is shared with all parts of this object. */
  client: SeamHttpClient

  /** What calls do that have no options of their own. */
  readonly defaults: Required<SeamHttpRequestOptions>

  /**
   * @param options - What is missing comes from the environment variables `SEAM_PERSONAL_ACCESS_TOKEN` and `SEAM_ENDPOINT`,
   * where the runtime has such.
   * @throws SeamHttpInvalidOptionsError, SeamHttpInvalidTokenError where the options do not do.
   */
  constructor(options: SeamHttpWithoutWorkspaceOptions = {}) {
    const given = normalizeOptions(options)
    this.client = clientFrom(given.client == null ? { ...given, withoutWorkspace: true } : given)
    offer(this, () => handleOf(this.client) as Handle)
    this.defaults = defaultsOf(given)
  }

  /** Makes one on the connection of another. */
  static fromClient<T>(
    this: WithoutWorkspaceClass<T>,
    client: SeamHttpWithoutWorkspaceOptionsWithClient['client'],
    options: Omit<SeamHttpWithoutWorkspaceOptionsWithClient, 'client'> = {},
  ): T {
    requireGiven('client', client)
    return new this({ ...options, client })
  }

  /** Makes one that authenticates with a console session token. */
  static fromConsoleSessionToken<T>(
    this: WithoutWorkspaceClass<T>,
    consoleSessionToken: SeamHttpWithoutWorkspaceOptionsWithConsoleSessionToken['consoleSessionToken'],
    options: Omit<SeamHttpWithoutWorkspaceOptionsWithConsoleSessionToken, 'consoleSessionToken'> = {},
  ): T {
    requireGiven('consoleSessionToken', consoleSessionToken)
    return new this({ ...options, consoleSessionToken })
  }

  /** Makes one that authenticates with a personal access token (server side only). */
  static fromPersonalAccessToken<T>(
    this: WithoutWorkspaceClass<T>,
    personalAccessToken: SeamHttpWithoutWorkspaceOptionsWithPersonalAccessToken['personalAccessToken'],
    options: Omit<SeamHttpWithoutWorkspaceOptionsWithPersonalAccessToken, 'personalAccessToken'> = {},
  ): T {
    requireGiven('personalAccessToken', personalAccessToken)
    return new this({ ...options, personalAccessToken })
  }
}

const requireGiven = (name: string, value: unknown): void => {
  if (value == null) throw new SeamHttpWithoutWorkspaceInvalidOptionsError(`Missing ${name}`)
}
