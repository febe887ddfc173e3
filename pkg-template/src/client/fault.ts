// Makes the error object from what the core decided and from the answer of the API. Done here so that the stack is the caller's.
// Does not decide which error it is: the core has.

import type { ActionAttempt } from '../generated/resources.js'
import { headerOf, type Outcome, retryAfterOf } from './attempt.js'
import type { Fault } from './core.js'
import {
  type ApiError,
  type FailedActionAttempt,
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
  SeamValidationError,
} from './errors.js'
import { parsed } from './json.js'
import { withoutSecrets } from './secrets.js'

/** What a fault is about, as far as it is known. */
export interface FaultContext {
  /** Path of the endpoint. */
  path?: string
  /** How the last attempt ended. */
  ended?: Outcome
  /** What of that which was sent must not be shown. */
  secrets?: () => string[]
  /** The action attempt that was waited for. */
  actionAttempt?: unknown
}

/** The error for a {@link Fault}. */
export const errorFrom = (
  fault: Fault,
  { path = '', ended, secrets = () => [], actionAttempt }: FaultContext,
): Error => {
  const requestId = requestIdOf(ended?.response)
  const apiError = () => withoutSecrets(apiErrorOf(ended, fault.message), secrets())
  switch (fault.kind) {
    case 'invalid_options':
      return new SeamHttpInvalidOptionsError(fault.message)
    case 'invalid_token':
      return new SeamHttpInvalidTokenError(fault.message)
    case 'type_error':
      return new TypeError(fault.message)
    case 'error':
      return new SeamError(fault.message)
    case 'validation':
      return new SeamValidationError(path, fault.message, fault.issues)
    case 'unauthorized':
      return new SeamHttpUnauthorizedError(requestId, apiError())
    case 'invalid_input':
      return new SeamHttpInvalidInputError(apiError(), ended?.outcome ?? 0, requestId)
    case 'api': {
      const error = new SeamHttpApiError(apiError(), ended?.outcome ?? 0, requestId)
      const retryAfter = retryAfterOf(ended?.response)
      if (retryAfter > 0) error.retryAfter = retryAfter
      return error
    }
    case 'invalid_response':
      return new SeamHttpInvalidResponseError(path, fault.responseKey, fault.reason, requestId, fault.issues)
    case 'transport': {
      const details = { code: fault.code, path, requestId, response: ended?.response && answerOf(ended) }
      const options = ended?.cause === undefined ? details : { ...details, cause: ended.cause }
      return new SeamHttpTransportError(fault.message, options)
    }
    case 'action_attempt_failed':
      return new SeamActionAttemptFailedError(actionAttempt as FailedActionAttempt<ActionAttempt>)
    case 'action_attempt_timeout':
      return new SeamActionAttemptTimeoutError(actionAttempt as ActionAttempt, fault.timeout)
  }
}

/** Seam's id of a request; empty where there is none to be read. */
export const requestIdOf = (response: Response | undefined): string => headerOf(response, 'seam-request-id')

const apiErrorOf = (ended: Outcome | undefined, message: string): ApiError => {
  const { error } = Object(parsed(ended?.text ?? '')) as { error?: ApiError }
  return { ...Object(error), type: error?.type ?? '', message }
}

/** An answer as callers get to see it: its body parsed where it is JSON, else its text. */
export const answerOf = ({ outcome, response, text }: Outcome): SeamHttpTransportResponse => {
  const headers: Record<string, string> = {}
  response?.headers?.forEach?.((value, name) => {
    headers[name] = value
  })
  return { status: outcome, headers, data: parsed(text) }
}
