// The errors of waiting for access codes and of ensureAccessCode, and their guards. The core knows none of them.

import { SeamError } from '../client/errors.js'
import type { AccessCode, UnmanagedAccessCode } from '../generated/resources.js'
import type { Diagnosis } from './diagnosis.js'

/** Thrown when waiting for an access code ends without success. */
export class SeamAccessCodeError extends SeamError {
  /** @internal */
  static override get seamError() {
    return 'SeamAccessCodeError'
  }

  /** The code as it was last seen; undefined where it never was. Left out when the error is logged: it holds the PIN. */
  declare readonly accessCode: AccessCode | UnmanagedAccessCode | undefined

  /** What was the matter with it then. */
  diagnosis: Diagnosis | undefined

  constructor(
    message: string,
    accessCode: AccessCode | UnmanagedAccessCode | undefined,
    diagnosis: Diagnosis | undefined,
    options?: ErrorOptions,
  ) {
    super(message, options)
    Object.defineProperty(this, 'accessCode', { value: accessCode })
    this.diagnosis = diagnosis
  }
}

/** Returns true if the error is a {@link SeamAccessCodeError}. */
export const isSeamAccessCodeError = (error: unknown): error is SeamAccessCodeError =>
  error instanceof SeamAccessCodeError

/**
 * Why waiting is in vain.
 *
 * - `failed`: the code is not getting where it is waited for; `diagnosis` says why
 * - `deleted`: it was deleted while it was waited for
 * - `due_later`: its start lies after the end of `maxWait`; `diagnosis.dueAt` says when
 * - `needs_action`: somebody has to act, with `stopWhen: 'needs_action'`; `diagnosis.advice` says who and what to do
 */
export type AccessCodeFailure = 'failed' | 'deleted' | 'due_later' | 'needs_action'

/** Thrown when waiting for an access code cannot succeed. */
export class SeamAccessCodeFailedError extends SeamAccessCodeError {
  /** @internal */
  static override get seamError() {
    return 'SeamAccessCodeFailedError'
  }

  declare readonly accessCode: AccessCode | UnmanagedAccessCode
  declare diagnosis: Diagnosis

  /** Why waiting is in vain. */
  reason: AccessCodeFailure

  constructor(
    message: string,
    reason: AccessCodeFailure,
    accessCode: AccessCode | UnmanagedAccessCode,
    diagnosis: Diagnosis,
  ) {
    super(message, accessCode, diagnosis)
    this.reason = reason
  }
}

/** Returns true if the error is a {@link SeamAccessCodeFailedError}. */
export const isSeamAccessCodeFailedError = (error: unknown): error is SeamAccessCodeFailedError =>
  error instanceof SeamAccessCodeFailedError

/** Thrown when an access code is not where it is waited for after `maxWait`. The `cause` is what the last poll failed with, if it did. */
export class SeamAccessCodeTimeoutError extends SeamAccessCodeError {
  /** @internal */
  static override get seamError() {
    return 'SeamAccessCodeTimeoutError'
  }
}

/** Returns true if the error is a {@link SeamAccessCodeTimeoutError}. */
export const isSeamAccessCodeTimeoutError = (error: unknown): error is SeamAccessCodeTimeoutError =>
  error instanceof SeamAccessCodeTimeoutError

/** In what an access code differs from what was wanted. No value holds the PIN. */
export interface AccessCodeDifference {
  /** The property of the access code, e.g. `ends_at`. */
  property: string
  /** What was wanted. */
  expected: unknown
  /** What it is. */
  actual: unknown
}

/**
 * Thrown when there is an access code already that is not what `ensureAccessCode` was asked for, or when the one that it has created is not, as
 * from a server that does not report a `common_code_key`.
 */
export class SeamAccessCodeConflictError extends SeamError {
  /** @internal */
  static override get seamError() {
    return 'SeamAccessCodeConflictError'
  }

  /** The code that there is. Left out when the error is logged: it holds the PIN. */
  declare readonly accessCode: AccessCode | UnmanagedAccessCode

  /** In what it differs from what was asked for. Holds no PIN. */
  differences: AccessCodeDifference[]

  constructor(
    message: string,
    accessCode: AccessCode | UnmanagedAccessCode,
    differences: AccessCodeDifference[],
  ) {
    super(message)
    Object.defineProperty(this, 'accessCode', { value: accessCode })
    this.differences = differences
  }
}

/** Returns true if the error is a {@link SeamAccessCodeConflictError}. */
export const isSeamAccessCodeConflictError = (error: unknown): error is SeamAccessCodeConflictError =>
  error instanceof SeamAccessCodeConflictError
