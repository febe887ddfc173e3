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

/** What a fault is about, as far as it is known. */
export interface FaultContext {
  /** Path of the endpoint. */
  path?: string
  /** How the last attempt ended. */
  ended?: Outcome
  /** The action attempt that was waited for. */
  actionAttempt?: unknown
}

/**
 * The answer of a module.
 *
 * @throws The error that it holds in place of one.
 */
export const resultOf = <T>(answer: T & { fault?: Fault }, context: FaultContext): T => {
  if (answer.fault !== undefined) throw errorFrom(answer.fault, context)
  return answer
}

/** The error for a {@link Fault}. */
export const errorFrom = (fault: Fault, { path = '', ended, actionAttempt }: FaultContext): Error => {
  const response = ended?.response
  const requestId = requestIdOf(response)
  const status = response?.status ?? 0
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
      return new SeamHttpUnauthorizedError(requestId, apiErrorOf(fault))
    case 'invalid_input':
      return new SeamHttpInvalidInputError(apiErrorOf(fault), status, requestId)
    case 'api': {
      const error = new SeamHttpApiError(apiErrorOf(fault), status, requestId)
      const retryAfter = retryAfterOf(response)
      if (retryAfter > 0) error.retryAfter = retryAfter
      return error
    }
    case 'invalid_response':
      return new SeamHttpInvalidResponseError(path, fault.responseKey, fault.reason, requestId, fault.issues)
    case 'transport': {
      const details = { code: fault.code, path, requestId, response: response && answerOf(ended as Outcome) }
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

// The core has taken out what is secret, of the message too.
const apiErrorOf = ({ message, error: json = '' }: { message: string; error?: string }): ApiError => {
  const error = Object(parsed(json)) as Partial<ApiError>
  return { ...(json === '' ? {} : error), type: error.type ?? '', message }
}

/** An answer as callers get to see it: its body parsed where it is JSON, else its text. */
export const answerOf = ({ response, text }: Outcome): SeamHttpTransportResponse => {
  const headers: Record<string, string> = {}
  response?.headers?.forEach?.((value, name) => {
    headers[name] = value
  })
  return { status: response?.status ?? 0, headers, data: parsed(text) }
}
