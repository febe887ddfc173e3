// The errors of waiting until access is issued, and their guards. The core knows none of them.

import { SeamError } from '../client/errors.js'
import type { AccessGrant, AccessMethod } from '../generated/resources.js'
import type { AccessDiagnosis } from './access-diagnosis.js'

/** Thrown when waiting for an access grant, or for an access method alone, ends without success. */
export class SeamAccessGrantError extends SeamError {
  /** @internal */
  static override get seamError() {
    return 'SeamAccessGrantError'
  }

  /** The grant as it was last seen; undefined where it never was, or an access method was waited for. Left out when the error is logged. */
  declare readonly accessGrant: AccessGrant | undefined

  /** The access methods as they were last seen. Left out when the error is logged: they hold PINs and keys. */
  declare readonly accessMethods: AccessMethod[]

  /** What was the matter then; undefined where nothing was seen. */
  diagnosis: AccessDiagnosis | undefined

  constructor(
    message: string,
    accessGrant: AccessGrant | undefined,
    accessMethods: AccessMethod[],
    diagnosis: AccessDiagnosis | undefined,
    options?: ErrorOptions,
  ) {
    super(message, options)
    Object.defineProperty(this, 'accessGrant', { value: accessGrant })
    Object.defineProperty(this, 'accessMethods', { value: accessMethods })
    this.diagnosis = diagnosis
  }
}

/** Returns true if the error is a {@link SeamAccessGrantError}. */
export const isSeamAccessGrantError = (error: unknown): error is SeamAccessGrantError =>
  error instanceof SeamAccessGrantError

/**
 * Why waiting is in vain.
 *
 * - `failed`: it is not issued and will not be; `diagnosis` says why
 * - `deleted`: it was deleted while it was waited for
 * - `due_later`: Seam itself puts its access code off until after the end of `maxWait`
 * - `needs_action`: somebody has to act, with `stopWhen: 'needs_action'`; `diagnosis` says who and what to do
 */
export type AccessGrantFailure = 'failed' | 'deleted' | 'due_later' | 'needs_action'

/** Thrown when waiting until access is issued cannot succeed. */
export class SeamAccessGrantFailedError extends SeamAccessGrantError {
  /** @internal */
  static override get seamError() {
    return 'SeamAccessGrantFailedError'
  }

  declare diagnosis: AccessDiagnosis

  /** Why waiting is in vain. */
  reason: AccessGrantFailure

  constructor(
    message: string,
    reason: AccessGrantFailure,
    accessGrant: AccessGrant | undefined,
    accessMethods: AccessMethod[],
    diagnosis: AccessDiagnosis,
  ) {
    super(message, accessGrant, accessMethods, diagnosis)
    this.reason = reason
  }
}

/** Returns true if the error is a {@link SeamAccessGrantFailedError}. */
export const isSeamAccessGrantFailedError = (error: unknown): error is SeamAccessGrantFailedError =>
  error instanceof SeamAccessGrantFailedError

/** Thrown when access is not issued after `maxWait`. The `cause` is what the last poll failed with, if it did. */
export class SeamAccessGrantTimeoutError extends SeamAccessGrantError {
  /** @internal */
  static override get seamError() {
    return 'SeamAccessGrantTimeoutError'
  }
}

/** Returns true if the error is a {@link SeamAccessGrantTimeoutError}. */
export const isSeamAccessGrantTimeoutError = (error: unknown): error is SeamAccessGrantTimeoutError =>
  error instanceof SeamAccessGrantTimeoutError
