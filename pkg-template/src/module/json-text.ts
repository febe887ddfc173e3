// A value of the caller's as JSON text, or a clear error. Knows no shape.
import { plainValue } from '../client/plain-value.js'

/**
 * The value as JSON, which leaves out functions and symbols, as methods of the objects of a program.
 *
 * @throws TypeError where there is none: for a promise, an invalid date, a `toJSON` that fails or returns nothing, a BigInt, a cycle, or what
 * is too deep. Without what was thrown, which may quote the value.
 */
export const jsonText = (name: string, value: unknown): string => {
  let cause = ''
  const refuse = (place: string, found: string): unknown => {
    if (place && /^(function|symbol)$/.test(found)) return undefined
    if (found.startsWith('number')) return null
    cause = `: ${place && `\`${place}\` is `}a ${found}`
    throw cause
  }
  try {
    return JSON.stringify(plainValue(value, refuse))
  } catch {}
  throw new TypeError(
    `${name}: cannot be written as JSON${cause}; ${/promise$/.test(cause) ? 'await it, or ' : ''}pass it as it was received or parsed`,
  )
}
