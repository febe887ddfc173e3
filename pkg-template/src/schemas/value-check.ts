// Checks a value by schema data, as a parameter object or as what a reply holds.
// Decides nothing: the core does. Only what no JSON can hold is looked at here.

import { ask, core, declaredIn } from '../client/core-module.js'
import type { SeamValidationError } from '../client/errors.js'
import type { Issue } from '../client/issue.js'
import { parametersText } from '../client/parameters.js'
import type { EndpointSchema, Schema } from '../generated/schemas.js'

/** All that is wrong with a value; paths begin inside the value. Throws for no value. */
export type ValueCheck = (as: 'parameters' | 'reply', value: unknown) => Issue[]

/** The check by a schema. */
export const valueCheck = (schema: Schema): ValueCheck => {
  // An endpoint whose replies have such a value.
  const endpoint: EndpointSchema = ['', 0, ['o', '', ''], 'value', 'value', 0, schema]
  return (as, value) => {
    // Not where a fault is caught: a page whose policy forbids WebAssembly is told so.
    const instance = core()
    try {
      // Inside an object, because then it may be anything, and what is wrong with it has a path.
      const text = parametersText('', { value }).slice('{"value":'.length, -1)
      const words = ['check_value', declaredIn(instance, endpoint), as]
      return ask<{ issues: Issue[] }>(instance, words, text).issues
    } catch (error) {
      // Of a value that is no JSON, or, as where the memory of the core ends, of anything: it is refused.
      const issues = (error as SeamValidationError).issues ?? [uncheckable]
      return issues.map((issue) => ({ ...issue, path: issue.path.replace(/^value\.?/, '') }))
    }
  }
}

const uncheckable: Issue = {
  code: 'not_checkable',
  path: '',
  message: 'cannot be checked; it may be too large',
  severity: 'error',
}
