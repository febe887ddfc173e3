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

/** As `init` of `seam-edge`, for the file `seam-edge/seam_edge_events.wasm`, which this import uses. */
export const init = (source: SeamEdgeWasm | Promise<SeamEdgeWasm>): Promise<void> =>
  initModule(eventsModule, source)
