// Refused options of functions: their names on the way to the module that knows them, and errors that say which function it was. Knows no
// names itself.
import { SeamHttpInvalidOptionsError } from '../client/errors.js'
import { isCollectionOrPromise } from '../client/options.js'

/** Puts a question to the module of a function. */
type Ask = (words: readonly ['options', ...string[]], text: string) => { fault?: { message: string } }

/**
 * Has the names of options looked at. Absent ones and null, which is what callers without types pass for none, are no options.
 *
 * @param name - The function, as its module knows it.
 * @param where - The function, as its callers know it.
 * @throws SeamHttpInvalidOptionsError where they are no object, or have a name that is not known.
 */
export const requireKnownOptions = (ask: Ask, name: string, options: unknown, where = name): void => {
  if (options == null) return
  if (typeof options !== 'object' || isCollectionOrPromise(options)) {
    throw new SeamHttpInvalidOptionsError('the options must be an object', where)
  }
  try {
    // Some modules answer with the fault, others throw it.
    const { fault } = ask(['options', name, ...Object.keys(options)], '')
    if (fault !== undefined) throw new SeamHttpInvalidOptionsError(fault.message)
  } catch (error) {
    throw inTheNameOf(where, error)
  }
}

/** What a function throws: where that is about its options, it names the function, and not the client that judged them. */
export const inTheNameOf = (where: string, error: unknown): unknown =>
  error instanceof SeamHttpInvalidOptionsError && ofClients.test(error.message)
    ? new SeamHttpInvalidOptionsError(error.message.replace(ofClients, ''), where)
    : error

const ofClients = /^SeamHttp received invalid options: /
