// The module of `seam-edge/testing`, which is the fake. Decides nothing: it is in Rust (src/fake).
import { loadModule } from '#module/testing'
import { SeamHttpInvalidOptionsError } from '../client/errors.js'
import { createGlue } from '../glue/testing.js'
import { initModule, type SeamEdgeWasm } from '../module/init.js'
import { instanceOf, questionOf, type WasmModule } from '../module/instance.js'
import { jsonText } from '../module/json-text.js'
import { requireKnownOptions } from '../module/option-names.js'
import { zones } from '../module/time-zone.js'

const testingModule: WasmModule<ReturnType<typeof createGlue>> = {
  name: 'testing',
  load: loadModule,
  createGlue,
}

const answerOf = <T>(words: readonly string[], text: string): T =>
  JSON.parse(instanceOf(testingModule).glue.testing(questionOf(words), text, zones)) as T

/**
 * Asks the fakes; src/testing.rs in pkg-template/wasm lists the questions.
 * @param where - The function, as its callers know it.
 * @throws What {@link misuse} makes, where something was used wrongly.
 * @internal
 */
export const askFake = <T>(where: string, question: string, asked: object): T => {
  const answer = answerOf<T & { misuse?: string }>([question], jsonText(where, asked))
  if (answer.misuse !== undefined) throw misuse(where, answer.misuse)
  return answer
}

/**
 * What a function throws that was used wrongly: the options of a fake are options, everything else is a control.
 * @internal
 */
export const misuse = (where: string, message: string): Error =>
  where === creating ? new SeamHttpInvalidOptionsError(message, where) : new TypeError(`${where}: ${message}`)

const creating = 'createFakeSeam'

/**
 * Refuses unknown options of a function.
 * @internal
 */
export const requireKnown = (name: string, options: unknown, where = name): void => {
  try {
    requireKnownOptions((words, text) => answerOf(words, text), name, options, where)
  } catch (error) {
    throw where === creating ? error : new TypeError((error as Error).message)
  }
}

/** As `init` of `seam-edge`, for the file `seam-edge/seam_edge_testing.wasm`, which this import uses. */
export const init = (source: SeamEdgeWasm | Promise<SeamEdgeWasm>): Promise<void> =>
  initModule(testingModule, source)
