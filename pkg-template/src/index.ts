// Everything that the package offers, by name. What render writes is public as a whole, so it needs no line here.
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
  type Issue,
  isSeamActionAttemptError,
  isSeamActionAttemptFailedError,
  isSeamActionAttemptTimeoutError,
  isSeamHttpApiError,
  isSeamHttpInvalidInputError,
  isSeamHttpInvalidResponseError,
  isSeamHttpTransportError,
  isSeamHttpUnauthorizedError,
  isSeamInvalidWebhookPayloadError,
  isSeamNoCodeError,
  isSeamValidationError,
  isSeamWebhookVerificationError,
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
  SeamHttpWithoutWorkspaceInvalidOptionsError,
  SeamInvalidWebhookPayloadError,
  SeamNoCodeError,
  type SeamParameterError,
  SeamValidationError,
  SeamWebhookVerificationError,
  type SeamWebhookVerificationErrorCode,
  type SucceededActionAttempt,
} from './client/errors.js'
export { init, type SeamEdgeWasm } from './client/init.js'
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
export type { EventsWatchFilter, EventsWatchOptions, EventsWatchTrouble } from './events/options.js'
export type { EventsWatch } from './events/watch.js'
export * from './generated/resources.js'
export * from './generated/routes.js'
export type { Instant } from './module/instant.js'
export type { AccessCodePart, DevicePart } from './module/resource-parts.js'
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
export {
  type AccessCodeCheck,
  type AccessCodeParameters,
  type CheckAccessCodeOptions,
  checkAccessCode,
} from './rules/check-access-code.js'
export { type LockRules, lockRules } from './rules/lock-rules.js'
export { type SuggestCodeOptions, suggestCode } from './rules/suggest-code.js'
export type { StandardSchemaV1 } from './schemas/standard-schema.js'
export * as schemas from './schemas.js'
export {
  type Advice,
  type DiagnoseOptions,
  type Diagnosis,
  type DiagnosisActor,
  type DiagnosisMessages,
  type DiagnosisVerdict,
  diagnose,
} from './status/diagnosis.js'
export type { AccessCodeDifference } from './status/differences.js'
export type { AccessCodesEnsureOptions } from './status/ensure.js'
export {
  type AccessCodeFailure,
  isSeamAccessCodeConflictError,
  isSeamAccessCodeError,
  isSeamAccessCodeFailedError,
  isSeamAccessCodeTimeoutError,
  SeamAccessCodeConflictError,
  SeamAccessCodeError,
  SeamAccessCodeFailedError,
  SeamAccessCodeTimeoutError,
} from './status/errors.js'
export { type LockSupport, lockSupport } from './status/lock-support.js'
export {
  type AccessCodePhase,
  type AccessCodeStep,
  type AccessCodeTimeline,
  type AccessCodeTimelineOptions,
  accessCodeTimeline,
} from './status/timeline.js'
export type {
  AccessCodesWaitUntilRemovedOptions,
  AccessCodesWaitUntilSetOptions,
  AccessCodeWaitProgress,
} from './status/wait-options.js'
export { redactEvent } from './webhooks/redact-event.js'
export { SeamWebhook, type SeamWebhookHeaders, type SeamWebhookVerifyOptions } from './webhooks/webhook.js'
