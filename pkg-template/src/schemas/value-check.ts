// Checks a value by schema data without a call: as the parameters of one, or as what one would give.
// Decides nothing: the core answers the questions that calls ask it, about a call that is never made.
import type { Fault } from '../client/core.js'
import { coreModule, endpointIn } from '../client/core-module.js'
import type { SeamValidationError } from '../client/errors.js'
import type { Issue } from '../client/issue.js'
import { parametersText } from '../client/parameters.js'
import type { EndpointSchema, Schema } from '../generated/schemas.js'
import { instanceOf } from '../module/instance.js'

/** All that is wrong with a value, as parameters or as a part of a reply; paths begin inside the value. Throws for no value. */
export type ValueCheck = (as: 'parameters' | 'reply', value: unknown) => Issue[]

// A client without a token, since nothing is sent: its options, its environment, and that it is in no browser.
const client = ['{"client":true}', '{}', 0]

/** The check by a schema. */
export const valueCheck = (schema: Schema): ValueCheck => {
  // The value is told of as a part of something, because then it may be anything, and all that it lacks has a path.
  const endpoint: EndpointSchema = ['', 0, ['o', [], 'value', 1, schema], 'value', 'value', 5, schema]
  return (as, value) => {
    // Not where a fault is caught: a page whose policy forbids WebAssembly is told so.
    const instance = instanceOf(coreModule)
    try {
      const text = parametersText('', { value })
      const ask = (word: 'prepare' | 'judge'): Fault | undefined => {
        const words = [word, ...client, endpointIn(instance, endpoint), '{}', 200, '']
        return (JSON.parse(instance.glue.decide(words.join('\n'), text)) as { fault?: Fault }).fault
      }
      const fault = ask(as === 'parameters' ? 'prepare' : 'judge')
      if (fault === undefined) return []
      // Where nothing is given of which something is needed, a call tells that alone; the look at a reply tells all.
      return insideValue(issuesOf(fault) ?? issuesOf(ask('judge')) ?? [uncheckable])
    } catch (error) {
      // Of a value that is no JSON, or, as where the memory of the core ends, of anything: it is refused.
      return insideValue((error as SeamValidationError).issues ?? [uncheckable])
    }
  }
}

const issuesOf = (fault: Fault | undefined): Issue[] | undefined =>
  fault !== undefined && 'issues' in fault && fault.issues.length > 0 ? fault.issues : undefined

const uncheckable: Issue = {
  code: 'not_checkable',
  path: '',
  message: 'cannot be checked; it may be too large',
  severity: 'error',
}

const insideValue = (issues: Issue[]): Issue[] =>
  issues.map((issue) => ({ ...issue, path: issue.path.replace(/^value\.?/, '') }))
