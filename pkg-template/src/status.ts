// `seam-edge/status`: what happens to a code or to access, and seeing it onto its lock and off it.
export type { SeamAnyClient, SeamConnection } from './client/connection.js'
export { SeamHttpInvalidOptionsError } from './client/errors.js'
export type { SeamEdgeWasm } from './module/init.js'
export type { Instant } from './module/instant.js'
export type {
  AccessCodePart,
  AccessGrantPart,
  AccessMethodPart,
  DevicePart,
} from './module/resource-parts.js'
export {
  type AccessAdvice,
  type AccessDiagnosis,
  type AccessMethodState,
  type AccessOptions,
  type AccessPhase,
  diagnoseAccess,
  type PendingAccess,
} from './status/access-diagnosis.js'
export {
  type AccessGrantFailure,
  isSeamAccessGrantError,
  isSeamAccessGrantFailedError,
  isSeamAccessGrantTimeoutError,
  SeamAccessGrantError,
  SeamAccessGrantFailedError,
  SeamAccessGrantTimeoutError,
} from './status/access-errors.js'
export { type AccessStep, type AccessTimeline, accessTimeline } from './status/access-timeline.js'
export {
  type Advice,
  type DiagnoseOptions,
  type Diagnosis,
  type DiagnosisActor,
  type DiagnosisVerdict,
  diagnose,
} from './status/diagnosis.js'
export { type EnsureAccessCodeOptions, ensureAccessCode } from './status/ensure-access-code.js'
export {
  type AccessCodeDifference,
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
export { init } from './status/module.js'
export type {
  AccessCodeWaitProgress,
  RemovedAccessCode,
  WaitUntilRemovedOptions,
  WaitUntilSetOptions,
} from './status/options.js'
export {
  type AccessCodePhase,
  type AccessCodeStep,
  type AccessCodeTimeline,
  type AccessCodeTimelineOptions,
  accessCodeTimeline,
} from './status/timeline.js'
export { waitUntilRemoved, waitUntilSet } from './status/wait.js'
export {
  type AccessWaitProgress,
  type IssuedAccess,
  type IssuedAccessGrant,
  type WaitUntilIssuedOptions,
  waitUntilIssued,
} from './status/wait-until-issued.js'
