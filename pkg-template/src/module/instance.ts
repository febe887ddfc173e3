// The running instance of a WebAssembly module: made on first use, replaced after a fault inside it.
// Knows nothing of what the modules do.
import { SeamError } from '../client/errors.js'

/** What wasm-bindgen makes for a module: what the module exports, and how it gets to it. */
type Glue<TExports> = TExports & { __wbg_set_wasm(exports: WebAssembly.Exports): void }

/** One instance of a module, with glue of its own. */
export interface Instance<TExports> {
  readonly glue: TExports
  /** Set once something was thrown out of the module: its memory cannot be trusted any more, so it is never entered again. */
  broken: boolean
  /** What was thrown. */
  cause?: unknown
}

type Entry = (...values: unknown[]) => unknown

/** A module of the package. A plain object: bundlers drop one that is not used, and not all of them one that a class makes. */
export interface WasmModule<TExports> {
  /** Its name, which is also that of the function that it exports. */
  readonly name: string
  /** How the runtime gets it. */
  load: () => WebAssembly.Module
  readonly createGlue: () => Glue<TExports>
  /** The instance that was used last. */
  current?: Instance<TExports>
}

/** The instance of a module to use now. Compiles and starts one where there is none or the last one is broken. */
export const instanceOf = <TExports>(module: WasmModule<TExports>): Instance<TExports> => {
  if (module.current === undefined || module.current.broken) {
    requireWebAssembly()
    module.current = instantiate(module.load(), module.createGlue())
  }
  return module.current
}

/** Takes a compiled module in place of the package's own, and starts it where none is running. Throws where it is another one. */
export const replace = <TExports>(module: WasmModule<TExports>, compiled: WebAssembly.Module): void => {
  const instance = instantiate(compiled, module.createGlue())
  module.current ??= instance
  module.load = () => compiled
}

/**
 * Asks an instance, by the name of what its module exports. What one instance has begun, another does not know: questions about one operation
 * go to the same instance.
 *
 * @throws SeamError where the instance was ended by a fault.
 */
export const ask = <TName extends string, T>(
  { broken, cause, glue }: Instance<Record<TName, (question: string, text: string) => string>>,
  name: TName,
  words: readonly (string | number)[],
  text: string,
): T => {
  if (broken) throw internalFault({ cause })
  return JSON.parse(glue[name](questionOf(words), text)) as T
}

/** A question as the modules take it, whose words are lines: a line break within a word would shift those behind it. */
export const questionOf = (words: readonly (string | number)[]): string =>
  words.map((word) => `${word}`.replaceAll('\n', ' ')).join('\n')

/** @throws Error where the runtime cannot run the package at all. */
export const requireWebAssembly = (): void => {
  for (const name of ['WebAssembly', 'TextEncoder', 'TextDecoder']) {
    if (name in globalThis) continue
    throw new SeamError(`seam-edge needs ${name}, which this runtime does not have`)
  }
}

/** Whether it is a Content-Security-Policy, or a runtime that compiles ahead alone, that forbids to compile: all browsers say so. */
export const isForbidden = (cause: unknown): boolean => /unsafe-eval|CSP|disallowed/.test(String(cause))

const instantiate = <TExports>(module: WebAssembly.Module, glue: Glue<TExports>): Instance<TExports> => {
  const instance: Instance<TExports> = { glue, broken: false }
  const imports = { './seam_edge_bg.js': glue as unknown as WebAssembly.ModuleImports }
  const { exports } = new WebAssembly.Instance(module, imports)
  const guarded: WebAssembly.Exports = {}
  for (const [name, value] of Object.entries(exports)) {
    guarded[name] = typeof value === 'function' ? guard(instance, value as Entry) : value
  }
  glue.__wbg_set_wasm(guarded)
  // Fills the table of JavaScript values, where the module takes any.
  ;(guarded.__wbindgen_start as Entry | undefined)?.()
  return instance
}

// Rust aborts on a panic, which leaves half-written values behind. So whatever is thrown out of the module ends the instance, and
// what of the glue still runs returns without entering it.
const guard =
  (instance: Instance<unknown>, entry: Entry): Entry =>
  (...values) => {
    if (instance.broken) return undefined
    try {
      return entry(...values)
    } catch (cause) {
      instance.broken = true
      instance.cause = cause
      throw internalFault({ cause })
    }
  }

const internalFault = (options: ErrorOptions): SeamError =>
  new SeamError(
    'seam-edge: an internal fault ended this call, whose request may have taken effect. Please report this with the cause',
    options,
  )
