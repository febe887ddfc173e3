// From the caller's parameters to the JSON text that is checked and sent. Refuses what JSON would drop or alter; all else is for the core.
import { SeamValidationError } from './errors.js'
import type { Issue } from './issue.js'
import { issueLine } from './issue.js'

/**
 * The parameters as JSON; empty where there are none.
 *
 * @throws SeamValidationError with the code `not_serializable` for functions, symbols, invalid dates, BigInts and cycles.
 */
export const parametersText = (path: string, parameters: unknown): string => {
  if (parameters === undefined) return ''
  const refuse = (name: string, message: string, help: string): never => {
    const issue: Issue = { code: 'not_serializable', path: name, message, help, severity: 'error' }
    throw new SeamValidationError(path, `${path}: ${issueLine(issue)}`, [issue])
  }
  const paths = new Map<unknown, string>()
  // JSON leaves functions and symbols out without a word and makes null of a bad date, and a code without bounds never ends.
  function plain(this: unknown, name: string, value: unknown): unknown {
    const within = paths.get(this)
    const path = within ? (Array.isArray(this) ? `${within}[${name}]` : `${within}.${name}`) : name
    paths.set(value, path)
    const given = (this as Record<string, unknown>)[name]
    const type = value === null && given instanceof Date ? 'Date that is invalid' : typeof value
    if (within !== undefined && ['function', 'symbol', 'Date that is invalid'].includes(type)) {
      return refuse(path, `expected a value, got a ${type}`, 'pass the value itself, or leave it out')
    }
    return value
  }
  try {
    // A function in place of the object has no text; the core says what is wrong with `null`.
    return JSON.stringify(parameters, plain) ?? 'null'
  } catch (error) {
    if (error instanceof SeamValidationError) throw error
    return refuse(
      '',
      'cannot be written as JSON',
      'pass plain values, no BigInt and no object that contains itself',
    )
  }
}
