// The main entry: what `@seamapi/http` has. What render writes is public as a whole, so it needs no line here.
// Holds no code of its own, and hands out nothing of the wasm glue.

export type {
  SeamHttpClient,
  SeamHttpClientDefaults,
  SeamHttpClientRequest,
  SeamHttpClientRequestOptions,
  SeamHttpClientResponse,
} from './client/client.js'
export {
  type FailedActionAttempt,
  isSeamActionAttemptError,
  isSeamActionAttemptFailedError,
  isSeamActionAttemptTimeoutError,
  isSeamHttpApiError,
  isSeamHttpInvalidInputError,
  isSeamHttpInvalidResponseError,
  isSeamHttpTransportError,
  isSeamHttpUnauthorizedError,
  isSeamValidationError,
  SeamActionAttemptError,
  SeamActionAttemptFailedError,
  SeamActionAttemptTimeoutError,
  SeamError,
  SeamHttpApiError,
  SeamHttpInvalidInputError,
  SeamHttpInvalidOptionsError,
  SeamHttpInvalidResponseError,
  SeamHttpInvalidTokenError,
  SeamHttpTransportError,
  type SeamHttpTransportResponse,
  SeamHttpUnauthorizedError,
  SeamHttpWithoutWorkspaceInvalidOptionsError,
  type SeamParameterError,
  SeamValidationError,
  type SucceededActionAttempt,
} from './client/errors.js'
export type { SeamAnyClient, SeamConnection } from './client/handle.js'
export { init } from './client/init.js'
export type { Issue } from './client/issue.js'
export type {
  ResolveActionAttemptOptions,
  SeamHttpCallOptions,
  SeamHttpClientOptions,
  SeamHttpFromPublishableKeyOptions,
  SeamHttpHeaders,
  SeamHttpOptions,
  SeamHttpOptionsFromEnv,
  SeamHttpOptionsWithApiKey,
  SeamHttpOptionsWithClient,
  SeamHttpOptionsWithClientSessionToken,
  SeamHttpOptionsWithConsoleSessionToken,
  SeamHttpOptionsWithPersonalAccessToken,
  SeamHttpOwnClient,
  SeamHttpRequestEvent,
  SeamHttpRequestOptions,
  SeamHttpResponseEvent,
  SeamHttpValidation,
  SeamHttpWithoutWorkspaceOptions,
  SeamHttpWithoutWorkspaceOptionsFromEnv,
  SeamHttpWithoutWorkspaceOptionsWithClient,
  SeamHttpWithoutWorkspaceOptionsWithConsoleSessionToken,
  SeamHttpWithoutWorkspaceOptionsWithPersonalAccessToken,
} from './client/options.js'
export { type SeamPageCursor, type SeamPagination, SeamPaginator } from './client/paginator.js'
export { SeamHttpRequest, type SeamPaginatedRequest } from './client/request.js'
export * from './generated/resources.js'
export * from './generated/routes.js'
export type { SeamEdgeWasm } from './module/init.js'
export { errorInterceptor } from './official/error-interceptor.js'
export { getOpenapiSchema } from './official/openapi.js'
export {
  isSeamHttpOptionsWithApiKey,
  isSeamHttpOptionsWithClient,
  isSeamHttpOptionsWithClientSessionToken,
  isSeamHttpOptionsWithConsoleSessionToken,
  isSeamHttpOptionsWithPersonalAccessToken,
  isSeamHttpWithoutWorkspaceOptionsWithClient,
  isSeamHttpWithoutWorkspaceOptionsWithConsoleSessionToken,
  isSeamHttpWithoutWorkspaceOptionsWithPersonalAccessToken,
} from './official/option-guards.js'
export {
  type Params,
  serializeUrlSearchParams,
  UnserializableParamError,
  updateUrlSearchParams,
} from './official/search-params.js'
export {
  isApiKey,
  isClientSessionToken,
  isConsoleSessionToken,
  isPersonalAccessToken,
  isPublishableKey,
} from './official/token.js'
