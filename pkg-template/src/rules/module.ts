// The module of `seam-edge/rules`: what a lock takes. Decides nothing: the rules are in Rust (src/rules).
import { loadModule } from '#module/rules'
import { createGlue } from '../glue/rules.js'
import { initModule, type SeamEdgeWasm } from '../module/init.js'
import { instanceOf, questionOf, type WasmModule } from '../module/instance.js'
import { zones } from '../module/time-zone.js'

const rulesModule: WasmModule<ReturnType<typeof createGlue>> = {
  name: 'rules',
  load: loadModule,
  createGlue,
}

/**
 * Asks the rules about a JSON text; pkg-template/wasm/src/rules.rs lists the questions.
 * @internal
 */
export const askRules = <T>(
  question: readonly ['check' | 'suggest' | 'goes_on'] | readonly ['options', ...string[]],
  asked: string,
): T => JSON.parse(instanceOf(rulesModule).glue.rules(questionOf(question), asked, zones)) as T

/** As `init` of `seam-edge`, for the file `seam-edge/seam_edge_rules.wasm`, which this import uses. */
export const init = (source: SeamEdgeWasm | Promise<SeamEdgeWasm>): Promise<void> =>
  initModule(rulesModule, source)
