// The module of `seam-edge/events`: watching events. Decides nothing: that is done in Rust (src/flow/watch_events.rs).
import { loadModule } from '#module/events'
import { resultOf } from '../client/fault.js'
import type { Ask } from '../flow/run-flow.js'
import { createGlue } from '../glue/events.js'
import { initModule, type SeamEdgeWasm } from '../module/init.js'
import { ask, instanceOf, type WasmModule } from '../module/instance.js'

const eventsModule: WasmModule<ReturnType<typeof createGlue>> = {
  name: 'events',
  load: loadModule,
  createGlue,
}

/**
 * Asks the running instance: the flows that it has begun are known to no other.
 * @internal
 */
export const eventFlows = (): Ask => {
  const instance = instanceOf(eventsModule)
  return (words, text = '') => resultOf(ask(instance, 'events', words, text), {})
}

/**
 * Compiles the file `seam-edge/seam_edge_events.wasm` of this version of the package and uses it for everything from the first use on. Where there has been one
 * already, it serves only if that one's instance breaks. May be called twice.
 *
 * @param source - The module, its bytes, a `Response` (compiled while it comes in, where its `content-type` is
 * `application/wasm` and nothing else), an address for `fetch`, or a promise of these.
 * @throws SeamHttpInvalidOptionsError where it is none of these, or not that file; SeamError where it cannot be compiled here, with
 * what the runtime said as its `cause`, where the address does not give it, or where the runtime has no WebAssembly.
 */
export const init = (source: SeamEdgeWasm | Promise<SeamEdgeWasm>): Promise<void> =>
  initModule(eventsModule, source)
