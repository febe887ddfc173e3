// The module of `seam-edge/testing`, which is the fake. Decides nothing: it is in Rust (src/fake).
import { loadModule } from '#module/testing'
import { SeamHttpInvalidOptionsError } from '../client/errors.js'
import { createGlue } from '../glue/testing.js'
import { initModule, type SeamEdgeWasm } from '../module/init.js'
import { instanceOf, questionOf, type WasmModule } from '../module/instance.js'
import { jsonText } from '../module/json-text.js'
import { requireKnownOptions } from '../module/option-names.js'

const testingModule: WasmModule<ReturnType<typeof createGlue>> = {
  name: 'testing',
  load: loadModule,
  createGlue,
}

const answerOf = <T>(words: readonly string[], text: string): T =>
  JSON.parse(instanceOf(testingModule).glue.testing(questionOf(words), text)) as T

/**
 * Asks the fakes; src/testing.rs in pkg-template/wasm lists the questions.
 * @param where - The function, as its callers know it.
 * @throws SeamHttpInvalidOptionsError where something was used wrongly.
 * @internal
 */
export const askFake = <T>(where: string, question: string, asked: object): T => {
  const answer = answerOf<T & { misuse?: string }>([question], jsonText('what the fake is asked', asked))
  if (answer.misuse !== undefined) throw new SeamHttpInvalidOptionsError(answer.misuse, where)
  return answer
}

/**
 * Refuses unknown options of a function.
 * @internal
 */
export const requireKnown = (name: string, options: unknown, where = name): void =>
  requireKnownOptions((words, text) => answerOf(words, text), name, options, where)

/** As `init` of `seam-edge`, for the file `seam-edge/seam_edge_testing.wasm`, which this import uses. */
export const init = (source: SeamEdgeWasm | Promise<SeamEdgeWasm>): Promise<void> =>
  initModule(testingModule, source)
