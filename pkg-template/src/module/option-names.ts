// The names of options on their way to the module that knows them. Knows none itself.
import { SeamHttpInvalidOptionsError } from '../client/errors.js'

/** Puts a question to the module of a function. */
type Ask = (words: readonly ['options', string], text: string) => { fault?: { message: string } }

/**
 * Has the names of options looked at. Absent ones and null, which is what callers without types pass for none, are no options.
 *
 * @param name - The function, as its module knows it.
 * @throws SeamHttpInvalidOptionsError where they are no object, or have a name that is not known.
 */
export const requireKnownOptions = (ask: Ask, name: string, options: unknown): void => {
  if (options == null) return
  const { fault } = ask(['options', name], namesIn(options))
  if (fault !== undefined) throw new SeamHttpInvalidOptionsError(fault.message)
}

/** A JSON object with these names and no values, some of which are no JSON; what is no object becomes something else that is none. */
const namesIn = (options: unknown): string => {
  if (typeof options !== 'object' || Array.isArray(options)) return '[]'
  return JSON.stringify(Object.fromEntries(Object.keys(options as object).map((name) => [name, null])))
}
