// `seam-edge/rules`: what a lock takes, before the network.

export type { SeamAnyClient, SeamConnection } from './client/connection.js'
export { isSeamNoCodeError, SeamHttpInvalidOptionsError, SeamNoCodeError } from './client/errors.js'
export type { Issue } from './client/issue.js'
export type { IssueCode } from './generated/codes.js'
export type { SeamEdgeWasm } from './module/init.js'
export type { Instant } from './module/instant.js'
export type { AccessCodePart, DevicePart } from './module/resource-parts.js'
export {
  type AccessCodeCheck,
  type AccessCodeParameters,
  type CheckAccessCodeOptions,
  checkAccessCode,
} from './rules/check-access-code.js'
export { type CheckAccessCodeOnDeviceOptions, checkAccessCodeOnDevice } from './rules/check-on-device.js'
export { init } from './rules/module.js'
export { type SuggestCodeOptions, suggestCode } from './rules/suggest-code.js'
