// Guards that tell what the options of a client authenticate with.
// Which token is accepted is decided in Rust.
import { SeamHttpInvalidOptionsError } from '../client/errors.js'
import type {
  SeamHttpOptions,
  SeamHttpOptionsWithApiKey,
  SeamHttpOptionsWithClient,
  SeamHttpOptionsWithClientSessionToken,
  SeamHttpOptionsWithConsoleSessionToken,
  SeamHttpOptionsWithPersonalAccessToken,
  SeamHttpWithoutWorkspaceOptions,
  SeamHttpWithoutWorkspaceOptionsWithClient,
  SeamHttpWithoutWorkspaceOptionsWithConsoleSessionToken,
  SeamHttpWithoutWorkspaceOptionsWithPersonalAccessToken,
} from '../client/options.js'

const authentications = [
  'apiKey',
  'clientSessionToken',
  'consoleSessionToken',
  'personalAccessToken',
] as const

const authenticatesWith = (options: object, name: (typeof authentications)[number]): boolean => {
  const given = options as Record<string, unknown>
  if (given[name] == null) return false
  const other = authentications.find((each) => each !== name && given[each] != null)
  if (other !== undefined) {
    throw new SeamHttpInvalidOptionsError(`The ${other} option cannot be used with the ${name} option`)
  }
  return true
}

const namesWorkspace = (options: object, name: 'consoleSessionToken' | 'personalAccessToken'): boolean => {
  if (!authenticatesWith(options, name)) return false
  if ((options as { workspaceId?: unknown }).workspaceId == null) {
    throw new SeamHttpInvalidOptionsError(`Must pass a workspaceId when using a ${name}`)
  }
  return true
}

/**
 * Returns true if the options hold a client.
 *
 * @throws SeamHttpInvalidOptionsError if they also hold anything but options of requests.
 */
export const isSeamHttpOptionsWithClient = (
  options: SeamHttpOptions,
): options is SeamHttpOptionsWithClient => {
  const { client, ...others } = options as Partial<SeamHttpOptionsWithClient>
  if (client == null) return false
  const names = Object.keys(others)
  if (names.some((name) => name !== 'waitForActionAttempt')) {
    throw new SeamHttpInvalidOptionsError(
      `The client option cannot be used with any other option, but received: ${names.join(', ')}`,
    )
  }
  return true
}

/**
 * Returns true if the options hold an API key.
 *
 * @throws SeamHttpInvalidOptionsError if they hold another authentication too.
 */
export const isSeamHttpOptionsWithApiKey = (options: SeamHttpOptions): options is SeamHttpOptionsWithApiKey =>
  authenticatesWith(options, 'apiKey')

/**
 * Returns true if the options hold a client session token.
 *
 * @throws SeamHttpInvalidOptionsError if they hold another authentication too.
 */
export const isSeamHttpOptionsWithClientSessionToken = (
  options: SeamHttpOptions,
): options is SeamHttpOptionsWithClientSessionToken => authenticatesWith(options, 'clientSessionToken')

/**
 * Returns true if the options hold a console session token and a workspace.
 *
 * @throws SeamHttpInvalidOptionsError if they hold the token without a workspace, or another authentication too.
 */
export const isSeamHttpOptionsWithConsoleSessionToken = (
  options: SeamHttpOptions,
): options is SeamHttpOptionsWithConsoleSessionToken => namesWorkspace(options, 'consoleSessionToken')

/**
 * Returns true if the options hold a personal access token and a workspace.
 *
 * @throws SeamHttpInvalidOptionsError if they hold the token without a workspace, or another authentication too.
 */
export const isSeamHttpOptionsWithPersonalAccessToken = (
  options: SeamHttpOptions,
): options is SeamHttpOptionsWithPersonalAccessToken => namesWorkspace(options, 'personalAccessToken')

/**
 * Returns true if the options hold a client.
 *
 * @throws SeamHttpInvalidOptionsError if they also hold anything but options of requests.
 */
export const isSeamHttpWithoutWorkspaceOptionsWithClient = (
  options: SeamHttpWithoutWorkspaceOptions,
): options is SeamHttpWithoutWorkspaceOptionsWithClient =>
  isSeamHttpOptionsWithClient(options as SeamHttpOptions)

/**
 * Returns true if the options hold a console session token.
 *
 * @throws SeamHttpInvalidOptionsError if they hold another authentication too.
 */
export const isSeamHttpWithoutWorkspaceOptionsWithConsoleSessionToken = (
  options: SeamHttpWithoutWorkspaceOptions,
): options is SeamHttpWithoutWorkspaceOptionsWithConsoleSessionToken =>
  authenticatesWith(options, 'consoleSessionToken')

/**
 * Returns true if the options hold a personal access token.
 *
 * @throws SeamHttpInvalidOptionsError if they hold another authentication too.
 */
export const isSeamHttpWithoutWorkspaceOptionsWithPersonalAccessToken = (
  options: SeamHttpWithoutWorkspaceOptions,
): options is SeamHttpWithoutWorkspaceOptionsWithPersonalAccessToken =>
  authenticatesWith(options, 'personalAccessToken')
