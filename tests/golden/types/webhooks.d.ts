export { isSeamInvalidWebhookPayloadError, isSeamWebhookVerificationError, SeamHttpInvalidOptionsError, SeamInvalidWebhookPayloadError, SeamWebhookVerificationError, type SeamWebhookVerificationErrorCode, } from './client/errors.js';
export type { SeamEdgeWasm } from './module/init.js';
export type { Instant } from './module/instant.js';
export { init } from './webhooks/module.js';
export { redactEvent } from './webhooks/redact-event.js';
export { SeamWebhook, type SeamWebhookHeaders, type SeamWebhookVerifyOptions } from './webhooks/webhook.js';
