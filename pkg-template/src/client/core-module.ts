// The core: the module that every client uses, and the endpoints that were declared to each of its instances.
// Knows endpoints as schema data alone; what is asked of the core is the business of client.ts.
import { loadModule } from '#module/core'
import type { EndpointSchema } from '../generated/schemas.js'
import { createGlue } from '../glue/core.js'
import type { Instance, WasmModule } from '../module/instance.js'
import type { Core } from './core.js'

export const coreModule: WasmModule<Core> = { load: loadModule, createGlue }

const declared = /* @__PURE__ */ new WeakMap<Instance<Core>, Map<EndpointSchema, number>>()

/** The number of an endpoint in an instance; declares it where that was not done yet. */
export const endpointIn = (instance: Instance<Core>, schema: EndpointSchema): number => {
  const numbers = declared.get(instance) ?? new Map()
  declared.set(instance, numbers)
  let number = numbers.get(schema)
  if (number === undefined) {
    const answer = instance.glue.decide('declare', JSON.stringify(schema))
    ;({ number } = JSON.parse(answer) as { number: number })
    numbers.set(schema, number)
  }
  return number
}
