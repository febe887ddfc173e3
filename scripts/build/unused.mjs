// Takes out of a module what has no use and wasm-opt cannot know to have none: what only panics need, and the table of JavaScript values
// where the module takes none. A panic is a trap and says nothing (pkg-template/wasm/src/lib.rs), so what leads to it may be the trap itself.
import binaryen from 'binaryen'

/** The functions of Rust's libraries that never return, by their names as wasm-bindgen writes them. */
const endless =
  /^(?:core|alloc|__rustc)\[.*::(?:panic_fmt|panic_nounwind_fmt|handle_alloc_error|handle_error|capacity_overflow|__rdl_alloc_error_handler|__rust_alloc_error_handler)$/

/** What Rust's libraries write numbers and texts with. It all goes through one function, so where that is gone nothing else is called. */
const formatting = /\bcore\[\w+\]::fmt::/
const formattingEntry = /^core\[\w+\]::fmt::write$/

/** What panics say, as far as it can be told from other texts. */
const panicTexts = [
  'memory allocation of ',
  ' bytes failed',
  'mid > len',
  'Tried to shrink to a larger capacity',
  'capacity overflow',
]

/** The numbers from 00 to 99, which formatting copies from. */
const digits = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0')).join('')

/** Answers the module without it. `features` are those that it uses, as wasm-opt names them. */
export function withoutUnused(bytes, features) {
  // Else the names of functions would be lost here, and with them those of `npm run build -- --names`.
  binaryen.setDebugInfo(true)
  const module = binaryen.readBinary(bytes)
  try {
    module.setFeatures(features.reduce((all, name) => all | binaryen.Features[featureNames[name]], 0))
    withoutValueTable(module)
    endInTraps(module, endless)
    module.runPasses(['remove-unused-module-elements'])
    const formats = namesOf(module).some((name) => formattingEntry.test(name))
    if (!formats) endInTraps(module, formatting)
    return blank(module.emitBinary(), formats ? panicTexts : [...panicTexts, digits])
  } finally {
    module.dispose()
  }
}

/** binaryen's own names for the features. */
const featureNames = {
  'bulk-memory': 'BulkMemory',
  'bulk-memory-opt': 'BulkMemoryOpt',
  multivalue: 'Multivalue',
  'mutable-globals': 'MutableGlobals',
  'nontrapping-float-to-int': 'NontrappingFPToInt',
  'reference-types': 'ReferenceTypes',
  'sign-ext': 'SignExt',
  simd: 'SIMD128',
}

const functionsOf = (module) =>
  Array.from({ length: module.getNumFunctions() }, (_, index) => module.getFunctionByIndex(index))

const namesOf = (module) => functionsOf(module).map((reference) => binaryen.Function.getName(reference))

function endInTraps(module, names) {
  for (const reference of functionsOf(module)) {
    const name = binaryen.Function.getName(reference)
    if (names.test(name) && binaryen.Function.getBody(reference) !== 0) {
      binaryen.Function.setBody(reference, module.unreachable())
    }
  }
}

/** wasm-bindgen's table of JavaScript values, with what fills it: all that it is there for is imports that take or give values. */
function withoutValueTable(module) {
  const imports = functionsOf(module).filter((reference) => binaryen.Function.getBody(reference) === 0)
  if (imports.length > 1) return
  for (const name of valueTableExports) module.removeExport(name)
}

const valueTableExports = [
  '__wbindgen_start',
  '__wbindgen_externrefs',
  '__wbindgen_realloc',
  '__abort_handler',
  '__instance_terminated',
]

/** Texts as zeros take no room, since wasm-opt leaves runs of zeros out. Their length has to stay. */
function blank(bytes, texts) {
  // One character per byte.
  let text = Buffer.from(bytes).toString('latin1')
  for (const each of texts) text = text.replaceAll(each, '\0'.repeat(each.length))
  return Buffer.from(text, 'latin1')
}
