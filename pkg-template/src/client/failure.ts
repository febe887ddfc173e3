// What an error means for who asks again and again: whether asking again may help, and how long to pause before. The random number is passed in; the
// clock is read only for a server that says by a date how long to pause.
import { retryAfterIn } from './attempt.js'
import { isSeamHttpApiError, isSeamHttpInvalidResponseError, isSeamHttpTransportError } from './errors.js'

const longestPause = 60_000

/** HTTP status of the answer that the error is about; 0 where there was none. */
export const statusOf = (error: unknown): number => {
  if (isSeamHttpApiError(error)) return error.statusCode
  return (isSeamHttpTransportError(error) && error.response?.status) || 0
}

/** Whether the same question may be answered later. */
export const mayHeal = (error: unknown): boolean => {
  // Cut off on its way, or the page of a proxy. Where Seam itself sends what cannot be used, there are issues, and it will again.
  if (isSeamHttpInvalidResponseError(error)) return error.issues.length === 0
  if (isSeamHttpTransportError(error) && error.response === undefined) return true
  const status = statusOf(error)
  return status >= 500 || [408, 425, 429].includes(status)
}

/** How many ms the server wants to be left alone after an error. Browsers may not be shown how long that is. */
export const restFor = (error: unknown): number => {
  if (isSeamHttpApiError(error)) return error.retryAfter ?? (error.statusCode === 429 ? 15_000 : 0)
  const { response } = isSeamHttpTransportError(error) ? error : {}
  return retryAfterIn(response?.headers['retry-after'] ?? '', response?.headers.date ?? '')
}

/**
 * How many ms to pause after so many failures in a row: twice as long each time, up to a minute, less up to half of it by chance, so
 * that many watches do not come back at once. A 429 has already been repeated as its `Retry-After` says, so it gets the minute.
 * Never shorter than the server asks for.
 */
export const pauseAfter = (error: unknown, failures: number, interval: number, chance: number): number => {
  const longest = Math.max(interval, longestPause)
  const whole = statusOf(error) === 429 ? longest : Math.min(longest, interval * 2 ** failures)
  return Math.max(whole * (1 - chance / 2), restFor(error))
}
