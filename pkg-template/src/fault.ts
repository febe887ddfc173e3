// Makes the error object from what the core rejects with. Done in JavaScript so that the stack is the caller's.
// Holds no rule: the core has decided which error it is.
import type { Fault } from './core.js'
import {
  type FailedActionAttempt,
  SeamActionAttemptFailedError,
  SeamActionAttemptTimeoutError,
  SeamHttpApiError,
  SeamHttpInvalidInputError,
  SeamHttpInvalidOptionsError,
  SeamHttpInvalidResponseError,
  SeamHttpInvalidTokenError,
  SeamHttpTransportError,
  SeamHttpUnauthorizedError,
  SeamValidationError,
} from './errors.js'
import type { ActionAttempt } from './generated/resources.js'

/** The error for a {@link Fault}; anything else that was thrown is returned as it is. */
export const errorFrom = (thrown: unknown, path: string): unknown => {
  const fault = thrown as Fault
  switch (fault?.kind) {
    case 'invalid_options':
      return new SeamHttpInvalidOptionsError(fault.message)
    case 'invalid_token':
      return new SeamHttpInvalidTokenError(fault.message)
    case 'type_error':
      return new TypeError(fault.message)
    case 'error':
      return new Error(fault.message)
    case 'validation':
      return new SeamValidationError(fault.path, fault.message, fault.issues)
    case 'unauthorized':
      return new SeamHttpUnauthorizedError(fault.requestId, fault.body?.error)
    case 'invalid_input':
      return new SeamHttpInvalidInputError(fault.body.error, fault.statusCode, fault.requestId)
    case 'api':
      return new SeamHttpApiError(fault.body.error, fault.statusCode, fault.requestId)
    case 'invalid_response':
      return new SeamHttpInvalidResponseError(
        fault.path,
        fault.responseKey,
        fault.reason,
        fault.requestId,
        fault.issues,
      )
    case 'transport':
      return new SeamHttpTransportError(fault.message, { ...fault, path: fault.path ?? path })
    case 'action_attempt_failed':
      return new SeamActionAttemptFailedError(fault.actionAttempt as FailedActionAttempt<ActionAttempt>)
    case 'action_attempt_timeout':
      return new SeamActionAttemptTimeoutError(fault.actionAttempt as ActionAttempt, fault.timeout)
    case 'trap':
      return new Error(
        'seam-edge: an internal fault ended this call, and whether its request took effect is not known; ' +
          'later calls start afresh. Please report this with the cause',
        { cause: fault.cause },
      )
    default:
      return thrown
  }
}
