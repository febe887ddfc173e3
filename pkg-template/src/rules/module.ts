// The module of `seam-edge/rules`: what a lock takes. Decides nothing: the rules are in Rust (src/rules).
import { loadModule } from '#module/rules'
import { createGlue } from '../glue/rules.js'
import { initModule, type SeamEdgeWasm } from '../module/init.js'
import { instanceOf, type WasmModule } from '../module/instance.js'
import { zoneOffset } from './time-zone.js'

const rulesModule: WasmModule<ReturnType<typeof createGlue>> = { load: loadModule, createGlue }

const zones = { offset: zoneOffset }

/** Asks the rules about a JSON text; src/wasm/rules.rs lists the questions. */
export const askRules = <T>(question: 'check' | 'suggest', asked: string): T =>
  JSON.parse(instanceOf(rulesModule).glue.rules(question, asked, zones)) as T

/**
 * Compiles the file `seam-edge/seam_edge_rules.wasm` of this version of the package and uses it for everything from the first use on. Where there has been one
 * already, it serves only if that one's instance breaks. May be called twice.
 *
 * @param source - The module, its bytes, a `Response` (compiled while it comes in, where its `content-type` is
 * `application/wasm` and nothing else), an address for `fetch`, or a promise of these.
 * @throws SeamHttpInvalidOptionsError where it is none of these, or not that file; SeamError where it cannot be compiled here, with
 * what the runtime said as its `cause`, where the address does not give it, or where the runtime has no WebAssembly.
 */
export const init = (source: SeamEdgeWasm | Promise<SeamEdgeWasm>): Promise<void> =>
  initModule(rulesModule, 'seam_edge_rules.wasm', source)
