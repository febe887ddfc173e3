// The core: the module that every client uses, and the endpoints that were declared to each of its instances.
// Knows endpoints as schema data alone; what is asked of the core is the business of client.ts.
import { loadModule } from '#module/core'
import type { Core, CoreClass } from './core.js'
import type { EndpointSchema } from './generated/schemas.js'
import { createGlue } from './glue/core.js'
import { type Instance, WasmModule } from './instance.js'

/** An instance of the core. */
export type CoreInstance = Instance<{ Core: CoreClass }>

export const coreModule = /* @__PURE__ */ new WasmModule(loadModule, createGlue)

const declared = /* @__PURE__ */ new WeakMap<CoreInstance, Map<EndpointSchema, number>>()

/** The number of an endpoint in an instance; declares it where that was not done yet. */
export const endpointIn = (instance: CoreInstance, core: Core, schema: EndpointSchema): number => {
  const numbers = declared.get(instance) ?? new Map()
  declared.set(instance, numbers)
  let number = numbers.get(schema)
  if (number === undefined) {
    ;({ number } = JSON.parse(core.decide('declare', JSON.stringify(schema))) as { number: number })
    numbers.set(schema, number)
  }
  return number
}
