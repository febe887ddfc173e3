// The module of `seam-edge/status`: diagnoses and timelines. Decides nothing: that is done in Rust (src/rules).
import { loadModule } from '#module/status'
import { createGlue } from '../glue/status.js'
import { initModule, type SeamEdgeWasm } from '../module/init.js'
import { instanceOf, type WasmModule } from '../module/instance.js'

const statusModule: WasmModule<ReturnType<typeof createGlue>> = { load: loadModule, createGlue }

/** Asks about a code or a device that there is; src/wasm/status.rs lists the questions. */
export const askStatus = <T>(question: 'diagnose' | 'timeline', asked: object): T =>
  JSON.parse(instanceOf(statusModule).glue.status(question, JSON.stringify(asked))) as T

/**
 * Compiles the file `seam-edge/seam_edge_status.wasm` of this version of the package and uses it for everything from the first use on. Where there has been one
 * already, it serves only if that one's instance breaks. May be called twice.
 *
 * @param source - The module, its bytes, a `Response` (compiled while it comes in, where its `content-type` is
 * `application/wasm` and nothing else), an address for `fetch`, or a promise of these.
 * @throws SeamHttpInvalidOptionsError where it is none of these, or not that file; SeamError where it cannot be compiled here, with
 * what the runtime said as its `cause`, where the address does not give it, or where the runtime has no WebAssembly.
 */
export const init = (source: SeamEdgeWasm | Promise<SeamEdgeWasm>): Promise<void> =>
  initModule(statusModule, 'seam_edge_status.wasm', source)
