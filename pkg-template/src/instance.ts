// The running WebAssembly instance: made on first use, replaced after a fault inside it.
// Knows endpoints as schema data alone; what is asked of the instance is the business of client.ts.
import { loadModule } from '#wasm-module'
import type { Core, CoreClass } from './core.js'
import { SeamHttpInvalidOptionsError } from './errors.js'
import type { EndpointSchema } from './generated/schemas.js'
import { createGlue } from './glue/seam_edge_bg.js'

/** One instance of the WebAssembly module, with glue of its own. */
export interface Instance {
  readonly Core: CoreClass
  /** The endpoints that were declared to it, and their numbers. */
  readonly endpoints: Map<EndpointSchema, number>
  /** Set once something was thrown out of the module: its memory cannot be trusted any more, so it is never entered again. */
  broken: boolean
}

type Entry = (...values: unknown[]) => unknown

let current: Instance | undefined
let given: WebAssembly.Module | undefined

/** The instance to use now. Compiles and starts one where there is none or the last one is broken. */
export const currentInstance = (): Instance => {
  if (current === undefined || current.broken) {
    if (typeof WebAssembly === 'undefined') {
      throw new Error(
        'seam-edge needs WebAssembly, which this runtime does not have (as React Native with Hermes)',
      )
    }
    current = instantiate(given ?? loadModule())
  }
  return current
}

/**
 * Takes a compiled module in place of the package's own, and starts it where none is running.
 *
 * @throws SeamHttpInvalidOptionsError where the module is another one.
 */
export const useModule = (module: WebAssembly.Module): void => {
  try {
    const instance = instantiate(module)
    current ??= instance
  } catch {
    throw new SeamHttpInvalidOptionsError('init takes the seam_edge.wasm of this version of the package')
  }
  given = module
}

/** The number of an endpoint in an instance; declares it where that was not done yet. */
export const endpointIn = ({ endpoints }: Instance, core: Core, schema: EndpointSchema): number => {
  let number = endpoints.get(schema)
  if (number === undefined) {
    ;({ number } = JSON.parse(core.decide('declare', JSON.stringify(schema))) as { number: number })
    endpoints.set(schema, number)
  }
  return number
}

const instantiate = (module: WebAssembly.Module): Instance => {
  const glue = createGlue()
  const instance: Instance = { Core: glue.Core, endpoints: new Map(), broken: false }
  const imports = { './seam_edge_bg.js': glue as unknown as WebAssembly.ModuleImports }
  const { exports } = new WebAssembly.Instance(module, imports)
  const guarded: WebAssembly.Exports = {}
  for (const [name, value] of Object.entries(exports)) {
    guarded[name] = typeof value === 'function' ? guard(instance, value as Entry) : value
  }
  glue.__wbg_set_wasm(guarded)
  ;(guarded.__wbindgen_start as Entry)()
  return instance
}

// Rust aborts on a panic, which leaves half-written values behind. So whatever is thrown out of the module ends the
// instance; the finalizers that still hold its objects return without entering it.
const guard =
  (instance: Instance, entry: Entry): Entry =>
  (...values) => {
    if (instance.broken) return undefined
    try {
      return entry(...values)
    } catch (cause) {
      instance.broken = true
      throw new Error(
        'seam-edge: an internal fault ended this call, and whether its request took effect is not known; later calls ' +
          'start afresh. Please report this with the cause',
        { cause },
      )
    }
  }
