// Everything that the package offers, by name. What render writes is public as a whole, so it needs no line here.
// Holds no code of its own, and hands out nothing of the wasm glue.

export type { SeamHttpClient } from './client.js'
export {
  type FailedActionAttempt,
  type Issue,
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
  SeamHttpApiError,
  SeamHttpInvalidInputError,
  SeamHttpInvalidOptionsError,
  SeamHttpInvalidResponseError,
  SeamHttpInvalidTokenError,
  SeamHttpTransportError,
  type SeamHttpTransportResponse,
  SeamHttpUnauthorizedError,
  type SeamParameterError,
  SeamValidationError,
  type SucceededActionAttempt,
} from './errors.js'
export * from './generated/resources.js'
export * from './generated/routes.js'
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
  SeamHttpRequestEvent,
  SeamHttpRequestOptions,
  SeamHttpResponseEvent,
  SeamHttpValidation,
} from './options.js'
export { type SeamPageCursor, type SeamPagination, SeamPaginator } from './paginator.js'
export { SeamHttpRequest, type SeamPaginatedRequest } from './request.js'
export {
  isApiKey,
  isClientSessionToken,
  isConsoleSessionToken,
  isPersonalAccessToken,
  isPublishableKey,
} from './token.js'
