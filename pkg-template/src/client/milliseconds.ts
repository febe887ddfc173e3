// Durations in options of functions, and which of them are refused.
import { SeamHttpInvalidOptionsError } from './errors.js'

/** @throws SeamHttpInvalidOptionsError where it is no number, or is out of range. A value of another type may be anything, a token too. */
const refuseUnless = (isAllowed: boolean, name: string, expected: string, value: unknown): void => {
  if (isAllowed) return
  const shown = typeof value === 'number' ? value : 'a value that is no number'
  throw new SeamHttpInvalidOptionsError(`The ${name} option must ${expected}, got ${shown}`)
}

/** Refuses a duration that is below zero. */
export const refuseNegative = (name: string, value: unknown): void =>
  refuseUnless(typeof value === 'number' && value >= 0, name, 'not be negative', value)

/** Refuses a duration that is not above zero. */
export const refuseNotPositive = (name: string, value: unknown): void =>
  refuseUnless(typeof value === 'number' && value > 0, name, 'be greater than zero', value)
