// From the caller's parameters to the JSON text that is checked and sent. Refuses what JSON would drop or alter; all else is for the core.
import { SeamValidationError } from './errors.js'
import type { Issue } from './issue.js'
import { issueLine } from './issue.js'
import { plainValue } from './plain-value.js'

/**
 * The parameters as JSON; empty where there are none.
 *
 * @throws SeamValidationError with the code `not_serializable` for what {@link plainValue} refuses, and for cycles.
 */
export const parametersText = (path: string, parameters: unknown): string => {
  if (parameters === undefined) return ''
  const refuse = (name: string, message: string, help: string): never => {
    const issue: Issue = { code: 'not_serializable', path: name, message, help, severity: 'error' }
    throw new SeamValidationError(path, `${path}: ${issueLine(issue)}`, [issue])
  }
  try {
    return JSON.stringify(
      plainValue(parameters, (place, found) =>
        refuse(
          place,
          `expected a value, got a ${found}`,
          found === 'promise' ? 'await it first' : 'pass the value itself, or leave it out',
        ),
      ),
    )
  } catch (error) {
    if (error instanceof SeamValidationError) throw error
    return refuse('', 'cannot be written as JSON', 'pass plain values without cycles')
  }
}
