// The core: the module that every client uses, and what was declared to each of its instances.
// Knows endpoints as schema data alone; what is asked of the core is the business of those who ask.
import { loadModule } from '#module/core'
import type { EndpointSchema } from '../generated/schemas.js'
import { createGlue } from '../glue/core.js'
import { ask as askInstance, type Instance, instanceOf, type WasmModule } from '../module/instance.js'
import type { Core } from './core.js'

export const coreModule: WasmModule<Core> = { name: 'core', load: loadModule, createGlue }

/** The running core. One question after the other of an operation goes to the same instance: another one does not know it. */
export const core = (): Instance<Core> => instanceOf(coreModule)

/** Asks an instance of the core; src/core.rs of the crate in pkg-template/wasm lists the questions. */
export const ask = <T>(instance: Instance<Core>, words: readonly (string | number)[], text = ''): T =>
  askInstance(instance, 'core', words, text)

const declared = /* @__PURE__ */ new WeakMap<Instance<Core>, Map<unknown, number>>()

/** The number of an endpoint in an instance; declares it where that was not done yet. */
export const declaredIn = (instance: Instance<Core>, schema: EndpointSchema): number => {
  const numbers = declared.get(instance) ?? new Map()
  declared.set(instance, numbers)
  let number = numbers.get(schema)
  if (number === undefined) {
    const words = (schema as readonly unknown[]).flat(Number.POSITIVE_INFINITY)
    ;({ number } = ask<{ number: number }>(instance, ['declare'], words.join('\n')))
    numbers.set(schema, number)
  }
  return number
}
