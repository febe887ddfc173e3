// Describes what a call failed with to a flow, in the words that src/flow/failure.rs reads. What it means is decided there.
import { retryAfterIn } from '../client/attempt.js'
import {
  isSeamHttpApiError,
  isSeamHttpInvalidResponseError,
  isSeamHttpTransportError,
} from '../client/errors.js'

/** Kind, HTTP status, code, ms of `Retry-After`, and `1` where the reply was not as described, or is JSON that breaks off. */
export const describeFailure = (error: unknown): (string | number)[] => {
  if (isSeamHttpApiError(error)) {
    // Parameters that break a rule are not sent, which means the same as that Seam refuses them.
    const { statusCode, code, retryAfter = 0 } = error
    return ['api', statusCode, code, retryAfter, '']
  }
  if (isSeamHttpTransportError(error)) {
    const { status = 0, headers = {} as Record<string, string>, data } = error.response ?? {}
    const retryAfter = retryAfterIn(headers['retry-after'] ?? '', headers.date ?? '')
    // What could be parsed is no text.
    return ['transport', status, error.code, retryAfter, /^{/.test(data as string) ? 1 : '']
  }
  if (isSeamHttpInvalidResponseError(error)) {
    return ['invalid_response', 0, '', 0, error.issues.length > 0 ? 1 : '']
  }
  return []
}
