// Everything that the package offers, by name. What render writes is public as a whole, so it needs no line here.
// Holds no code of its own, and hands out nothing of the wasm glue.

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
} from './access-code-errors.js'
export {
  type AccessCodeCheck,
  type AccessCodeParameters,
  type CheckAccessCodeOptions,
  checkAccessCode,
} from './check-access-code.js'
export type {
  SeamHttpClient,
  SeamHttpClientDefaults,
  SeamHttpClientRequest,
  SeamHttpClientRequestOptions,
  SeamHttpClientResponse,
} from './client.js'
export {
  type Advice,
  type DiagnoseOptions,
  type Diagnosis,
  type DiagnosisActor,
  type DiagnosisMessages,
  type DiagnosisVerdict,
  diagnose,
} from './diagnosis.js'
export type { AccessCodesEnsureOptions } from './ensure.js'
export type { AccessCodeDifference } from './ensure-differences.js'
export { errorInterceptor } from './error-interceptor.js'
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
} from './errors.js'
export * from './generated/resources.js'
export * from './generated/routes.js'
export { init, type SeamEdgeWasm } from './init.js'
export type { Instant } from './instant.js'
export { type LockRules, lockRules } from './lock-rules.js'
export { type LockSupport, lockSupport } from './lock-support.js'
export { getOpenapiSchema } from './openapi.js'
export {
  isSeamHttpOptionsWithApiKey,
  isSeamHttpOptionsWithClient,
  isSeamHttpOptionsWithClientSessionToken,
  isSeamHttpOptionsWithConsoleSessionToken,
  isSeamHttpOptionsWithPersonalAccessToken,
  isSeamHttpWithoutWorkspaceOptionsWithClient,
  isSeamHttpWithoutWorkspaceOptionsWithConsoleSessionToken,
  isSeamHttpWithoutWorkspaceOptionsWithPersonalAccessToken,
} from './option-guards.js'
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
} from './options.js'
export { type SeamPageCursor, type SeamPagination, SeamPaginator } from './paginator.js'
export { redactEvent } from './redact-event.js'
export { SeamHttpRequest, type SeamPaginatedRequest } from './request.js'
export type { AccessCodePart, DevicePart } from './resource-parts.js'
export * as schemas from './schemas.js'
export {
  type Params,
  serializeUrlSearchParams,
  UnserializableParamError,
  updateUrlSearchParams,
} from './search-params.js'
export type { StandardSchemaV1 } from './standard-schema.js'
export { type SuggestCodeOptions, suggestCode } from './suggest-code.js'
export {
  type AccessCodePhase,
  type AccessCodeStep,
  type AccessCodeTimeline,
  type AccessCodeTimelineOptions,
  accessCodeTimeline,
} from './timeline.js'
export {
  isApiKey,
  isClientSessionToken,
  isConsoleSessionToken,
  isPersonalAccessToken,
  isPublishableKey,
} from './token.js'
export type {
  AccessCodesWaitUntilRemovedOptions,
  AccessCodesWaitUntilSetOptions,
  AccessCodeWaitProgress,
} from './wait-options.js'
export type { EventsWatch } from './watch.js'
export type { EventsWatchFilter, EventsWatchOptions, EventsWatchTrouble } from './watch-options.js'
export { SeamWebhook, type SeamWebhookHeaders, type SeamWebhookVerifyOptions } from './webhook.js'
