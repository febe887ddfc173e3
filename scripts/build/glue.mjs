// wasm-bindgen's glue as a function, so that every instance of the module gets glue state of its own.
// As wasm-bindgen writes it, the glue is one module with one instance for good: after a trap, its cached views of the old
// memory, its closures and its finalizers would go on to work in the new instance. It also makes decoders and registries at
// import time, which keeps bundlers from dropping it.

const exported = /^export (?=(?:function|class) (\w+))/gm

/** The text of a module that exports `createGlue()`; its result holds what the glue exported. */
export function wrapGlue(source) {
  const names = [...source.matchAll(exported)].map(([, name]) => name)
  const body = source.replace(exported, '')
  if (/^(?:import|export)\b/m.test(body)) {
    throw new Error(
      'the glue has an import, or an export that is neither a function nor a class: mend scripts/build/glue.mjs',
    )
  }
  return `export function createGlue() {\n${body}\nreturn { ${names.join(', ')} }\n}\n`
}

/** The types of that module, from the types of the glue. */
export const wrapGlueTypes = (types) =>
  `${types.replace(/^export class/gm, 'declare class')}
export function createGlue(): {
  Core: typeof Core
  __wbg_set_wasm(exports: WebAssembly.Exports): void
}
export {}
`
