// SeamHttpNamespace: what SeamHttp and every class of one namespace have in common, i.e. how they are made.
// The endpoints are in the rendered subclasses; options are judged in Rust.

import { clientSessionsGet, clientSessionsGetOrCreate } from '../generated/schemas.js'
import { clientFrom, SeamHttpClient } from './client.js'
import { SeamHttpInvalidOptionsError } from './errors.js'
import { type Handle, handleOf, offer } from './handle.js'
import {
  normalizeOptions,
  type SeamHttpFromPublishableKeyOptions,
  type SeamHttpOptions,
  type SeamHttpOptionsWithApiKey,
  type SeamHttpOptionsWithClient,
  type SeamHttpOptionsWithClientSessionToken,
  type SeamHttpOptionsWithConsoleSessionToken,
  type SeamHttpOptionsWithPersonalAccessToken,
  type SeamHttpRequestOptions,
} from './options.js'
import { SeamPaginator } from './paginator.js'
import type { SeamPaginatedRequest } from './request.js'

type NamespaceClass<T> = new (apiKeyOrOptions?: string | SeamHttpOptions) => T

/**
 * Base of `SeamHttp` and of the class of each namespace. Making one sends nothing (but `fromPublishableKey` does), and
 * throws {@link SeamHttpInvalidOptionsError} or {@link SeamHttpInvalidTokenError} where the options do not do.
 */
export class SeamHttpNamespace {
  /** The connection, which is shared with all parts of this object. */
  client: SeamHttpClient

  /** What calls do that have no options of their own. */
  readonly defaults: Required<SeamHttpRequestOptions>

  /**
   * @param apiKeyOrOptions - An API key, or options. What is missing comes from the environment variables `SEAM_API_KEY` or
   * `SEAM_PERSONAL_ACCESS_TOKEN`, `SEAM_WORKSPACE_ID` and `SEAM_ENDPOINT`, where the runtime has such.
   */
  constructor(apiKeyOrOptions: string | SeamHttpOptions = {}) {
    const options = normalizeOptions(apiKeyOrOptions)
    this.client = clientFrom(options)
    offer(this, () => handleOf(this.client) as Handle)
    this.defaults = defaultsOf(options)
  }

  /** Makes one on the connection of another: `SeamHttpAccessCodes.fromClient(seam.client)`. */
  static fromClient<T>(
    this: NamespaceClass<T>,
    client: SeamHttpOptionsWithClient['client'],
    options: Omit<SeamHttpOptionsWithClient, 'client'> = {},
  ): T {
    requireAll('client', client)
    return new this({ ...options, client })
  }

  /** Makes one that authenticates with an API key (server side only). */
  static fromApiKey<T>(
    this: NamespaceClass<T>,
    apiKey: SeamHttpOptionsWithApiKey['apiKey'],
    options: Omit<SeamHttpOptionsWithApiKey, 'apiKey'> = {},
  ): T {
    requireAll('apiKey', apiKey)
    return new this({ ...options, apiKey })
  }

  /** Makes one that authenticates with a client session token. */
  static fromClientSessionToken<T>(
    this: NamespaceClass<T>,
    clientSessionToken: SeamHttpOptionsWithClientSessionToken['clientSessionToken'],
    options: Omit<SeamHttpOptionsWithClientSessionToken, 'clientSessionToken'> = {},
  ): T {
    requireAll('clientSessionToken', clientSessionToken)
    return new this({ ...options, clientSessionToken })
  }

  /**
   * Asks Seam for the client session of a user, and makes one that authenticates with its token. For browsers.
   *
   * @param publishableKey - Starts with `seam_pk`.
   * @param userIdentifierKey - What only that user's devices know: as hard to guess as a UUID, no e-mail address, no name.
   * @throws As a {@link SeamHttpRequest} does, where the session cannot be had.
   */
  static async fromPublishableKey<T>(
    this: NamespaceClass<T>,
    publishableKey: string,
    userIdentifierKey: string,
    options: SeamHttpFromPublishableKeyOptions = {},
  ): Promise<T> {
    requireAll('publishableKey or userIdentifierKey', publishableKey, userIdentifierKey)
    if ((options as Partial<SeamHttpOptionsWithClient>).client != null) {
      throw new SeamHttpInvalidOptionsError('The client option cannot be used with fromPublishableKey')
    }
    const client = new SeamHttpClient({ ...options, publishableKey, userIdentifierKey })
    const { data: session } = await client.send(
      clientSessionsGetOrCreate,
      { user_identifier_key: userIdentifierKey },
      {},
    )
    const { token } = Object(session) as { token?: string }
    // Without one, `validate: 'off'` would go on with a key of the environment.
    requireAll('clientSessionToken', token)
    return new this({ ...options, clientSessionToken: token })
  }

  /** Makes one that authenticates with a console session token. */
  static fromConsoleSessionToken<T>(
    this: NamespaceClass<T>,
    consoleSessionToken: SeamHttpOptionsWithConsoleSessionToken['consoleSessionToken'],
    workspaceId: SeamHttpOptionsWithConsoleSessionToken['workspaceId'],
    options: Omit<SeamHttpOptionsWithConsoleSessionToken, 'consoleSessionToken' | 'workspaceId'> = {},
  ): T {
    requireAll('consoleSessionToken or workspaceId', consoleSessionToken)
    return new this({ ...options, consoleSessionToken, workspaceId })
  }

  /** Makes one that authenticates with a personal access token (server side only). */
  static fromPersonalAccessToken<T>(
    this: NamespaceClass<T>,
    personalAccessToken: SeamHttpOptionsWithPersonalAccessToken['personalAccessToken'],
    workspaceId: SeamHttpOptionsWithPersonalAccessToken['workspaceId'],
    options: Omit<SeamHttpOptionsWithPersonalAccessToken, 'personalAccessToken' | 'workspaceId'> = {},
  ): T {
    requireAll('personalAccessToken or workspaceId', personalAccessToken)
    return new this({ ...options, personalAccessToken, workspaceId })
  }

  /**
   * Makes a paginator for a list request that has not been sent.
   *
   * @throws SeamError where the endpoint does not give its data in pages.
   */
  createPaginator<const TResponse, const TResponseKey extends keyof TResponse>(
    request: SeamPaginatedRequest<TResponse, TResponseKey>,
  ): SeamPaginator<TResponse, TResponseKey> {
    return new SeamPaginator<TResponse, TResponseKey>(request)
  }

  /**
   * Exchanges the client session token, for everything on this connection, and asks Seam whether the new one is good.
   * The new token stays also where that fails.
   *
   * @throws SeamError on a connection that was not made with a client session token; {@link SeamHttpInvalidTokenError}; and as
   * a {@link SeamHttpRequest} does.
   */
  async updateClientSessionToken(
    clientSessionToken: SeamHttpOptionsWithClientSessionToken['clientSessionToken'],
  ): Promise<void> {
    this.client.updateClientSessionToken(clientSessionToken)
    await this.client.send(clientSessionsGet, undefined, {})
  }
}

const requireAll = (names: string, ...values: unknown[]): void => {
  if (values.some((value) => value == null)) throw new SeamHttpInvalidOptionsError(`Missing ${names}`)
}

/** What calls do that have no options of their own. */
export const defaultsOf = ({
  waitForActionAttempt,
}: SeamHttpRequestOptions): Required<SeamHttpRequestOptions> => ({
  waitForActionAttempt: waitForActionAttempt ?? true,
})
