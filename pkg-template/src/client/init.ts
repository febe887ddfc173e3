// init of the main entry: the core.
import { initModule, type SeamEdgeWasm } from '../module/init.js'
import { coreModule } from './core-module.js'

/**
 * Compiles the file `seam-edge/seam_edge.wasm` of this version of the package and uses it for everything from the first client on. Where
 * there has been one already, it serves only if that one's instance breaks. May be called twice.
 *
 * @param source - The module, its bytes, a `Response` (compiled while it comes in, where its `content-type` is
 * `application/wasm` and nothing else), an address for `fetch`, or a promise of these.
 * @throws SeamHttpInvalidOptionsError where it is none of these, or not that file; SeamError where it cannot be compiled here, with
 * what the runtime said as its `cause`, where the address does not give it, or where the runtime has no WebAssembly.
 */
export const init = (source: SeamEdgeWasm | Promise<SeamEdgeWasm>): Promise<void> =>
  initModule(coreModule, source)
