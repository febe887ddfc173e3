// The running WebAssembly instance: made on first use, replaced after a fault inside it.
// Knows nothing of Seam; what is computed in the instance is the business of client.ts.
import { loadModule } from '#wasm-module'
import type { CoreClass, Fault } from './core.js'
import { createGlue } from './glue/seam_edge_bg.js'

/** One instance of the WebAssembly module, with glue of its own. */
export interface Instance {
  readonly Core: CoreClass
  /** Set once something was thrown out of the module: its memory cannot be trusted any more, so it is never entered again. */
  trap?: Fault
  /** The `reject` of every call that waits on this instance. */
  readonly pending: Set<(fault: Fault) => void>
}

type Entry = (...values: unknown[]) => unknown

let current: Instance | undefined

/** The instance to use now. Compiles and starts one where there is none or the last one is broken. */
export const currentInstance = (): Instance => {
  if (current === undefined || current.trap !== undefined) current = instantiate()
  return current
}

const instantiate = (): Instance => {
  if (typeof WebAssembly === 'undefined') {
    throw new Error(
      'seam-edge needs WebAssembly, which this runtime does not have (as React Native with Hermes)',
    )
  }
  // A promise instead of the global queueMicrotask: test frameworks replace that one by a clock that stands still.
  const glue = createGlue((callback) => void Promise.resolve().then(callback))
  const instance: Instance = { Core: glue.Core, pending: new Set() }
  const imports = { './seam_edge_bg.js': glue as unknown as WebAssembly.ModuleImports }
  const { exports } = new WebAssembly.Instance(loadModule(), imports)
  const guarded: WebAssembly.Exports = {}
  for (const [name, value] of Object.entries(exports)) {
    guarded[name] = typeof value === 'function' ? guard(instance, value as Entry) : value
  }
  glue.__wbg_set_wasm(guarded)
  ;(guarded.__wbindgen_start as Entry)()
  return instance
}

// Rust aborts on a panic, which leaves borrowed and half-written values behind. So whatever is thrown out of the module
// ends the instance: the calls that wait on it are rejected at once, and the callbacks and finalizers that still hold it
// (queued microtasks, a late fetch) return without entering it. The empty array is what the glue takes for "no error"
// (it looks at elements of the result), so nothing comes up as an uncaught exception, which would end a Node process.
const guard =
  (instance: Instance, entry: Entry): Entry =>
  (...values) => {
    if (instance.trap === undefined) {
      try {
        return entry(...values)
      } catch (cause) {
        const trap: Fault = { kind: 'trap', cause }
        instance.trap = trap
        for (const reject of instance.pending) reject(trap)
      }
    }
    return []
  }

/** Runs synchronous work in an instance. Throws what the work threw, or the trap where it broke the instance. */
export const runIn = <T>(instance: Instance, work: () => T): T => {
  let value: T
  try {
    value = work()
  } catch (failure) {
    throw instance.trap ?? failure
  }
  if (instance.trap !== undefined) throw instance.trap
  return value
}

/** Runs asynchronous work in an instance. Rejects as the work does, or with the trap as soon as anything breaks the instance. */
export const awaitIn = <T>(instance: Instance, work: () => Promise<T>): Promise<T> => {
  const result = runIn(instance, work)
  return new Promise<T>((resolve, reject) => {
    instance.pending.add(reject)
    result.then(resolve, reject).finally(() => instance.pending.delete(reject))
  })
}
