// wasm-bindgen's glue as a function, so that every instance of the module gets glue state of its own.
// As wasm-bindgen writes it, the glue is one module with one instance for good: after a trap, its cached views of the old
// memory, its closures and its finalizers would go on to work in the new instance. It also makes decoders and registries at
// import time, which keeps bundlers from dropping it.

const exported = /^export (?=(?:function|class) (\w+))/gm

/** The text of a module that exports `createGlue()`; its result holds what the glue exported. */
export function wrapGlue(source) {
  const kept = withoutValueTable(inFewerWords(source))
  const names = [...kept.matchAll(exported)].map(([, name]) => name)
  const body = kept.replace(exported, '')
  if (/^(?:import|export)\b/m.test(body)) {
    throw new Error(
      'the glue has an import, or an export that is neither a function nor a class: fix scripts/build/glue.mjs',
    )
  }
  return `export function createGlue() {\n${body}\nreturn { ${names.join(', ')} }\n}\n`
}

/**
 * What the glue does in more words than this package needs, each with what takes its place. wasm-bindgen copies a string letter by letter as
 * long as it is ASCII: the runtime's own `encodeInto` does that in a fraction of the time, for long strings and for those of a question
 * (docs/design.md#the-border). Room is made for one byte per letter;
 * where that is not enough, what did not fit is encoded apart, and both move into new room.
 */
function inFewerWords(source) {
  return shorter()
    .reduce((text, [found, inItsPlace]) => {
      if (!found.test(text)) {
        throw new Error(`the glue has nothing like ${found} any more: fix scripts/build/glue.mjs`)
      }
      return text.replace(found, inItsPlace)
    }, source)
    .replaceAll(', wasm.__wbindgen_realloc)', ')')
}

const shorter = () => [
  [passString, passStringByRuntime],
  [encodeIntoPolyfill, ''],
  [freeWhereNotPassed, '$1'],
  [freeInFinally, freeWhenRead],
  [cachedMemory, memory],
  [decodeText, decodeTextInFewerWords],
]

const passString = /^function passStringToWasm0\(arg, malloc, realloc\) \{[\s\S]*?^\}\n/m
const passStringByRuntime = `function passStringToWasm0(arg, malloc) {
  const room = arg.length
  let ptr = malloc(room, 1) >>> 0
  let { read, written } = cachedTextEncoder.encodeInto(arg, getUint8ArrayMemory0().subarray(ptr, ptr + room))
  if (read < room) {
    const rest = cachedTextEncoder.encode(arg.slice(read))
    const first = ptr
    ptr = malloc(written + rest.length, 1) >>> 0
    getUint8ArrayMemory0().copyWithin(ptr, first, first + room)
    getUint8ArrayMemory0().set(rest, ptr + written)
    wasm.__wbindgen_free(first, room, 1)
    written += rest.length
  }
  WASM_VECTOR_LEN = written
  return ptr
}
`

/** Strings that were not passed: only a trap leads there, after which nothing enters the instance again. */
const freeWhereNotPassed = /^ {8}try \{\n([\s\S]*?)^ {8}\} catch \(e\) \{[\s\S]*?^ {8}\}\n/m

/** The text of an answer: freed when it has been read. Where there is none, because of a trap, there is nothing to free. */
const freeInFinally =
  /^ {4}let deferred\d+_0;\n {4}let deferred\d+_1;\n {4}try \{\n([\s\S]*?)^ {8}deferred.*\n {8}deferred.*\n {8}return (.*);\n {4}\} finally \{\n.*\n {4}\}\n/m
const freeWhenRead = `$1
  const answer = $2
  wasm.__wbindgen_free(ret[0], ret[1], 1)
  return answer
`

/** A view costs nothing beside what it is made for, and one that is kept has to be made anew when the memory grows. */
const cachedMemory =
  /^let cachedUint8ArrayMemory0 = null;\n(function getUint8ArrayMemory0\(\)) \{[\s\S]*?^\}\n/m
const memory = `$1 {
  return new Uint8Array(wasm.memory.buffer)
}
`

/** A decoder of Safari fails after 2 GiB, so there is another one before. What it decodes begins with no byte order mark. */
const decodeText = /^let cachedTextDecoder = [\s\S]*?^function decodeText\(bytes\) \{[\s\S]*?^\}\n/m
const decodeTextInFewerWords = `let cachedTextDecoder
let bytesToDecode = -1
function decodeText(bytes) {
  bytesToDecode -= bytes.length
  if (bytesToDecode < 0) {
    cachedTextDecoder = new TextDecoder()
    bytesToDecode = 2e9
  }
  return cachedTextDecoder.decode(bytes)
}
`

const encodeIntoPolyfill = /^if \(!\('encodeInto' in cachedTextEncoder\)\) \{[\s\S]*?^\}\n/m

/** What fills the table of JavaScript values, where the module takes none: such a module has no table either (unused.mjs). */
function withoutValueTable(source) {
  const taken = [...source.matchAll(exported)].filter(([, name]) =>
    /^__wb(?:g|indgen)_(?!set_wasm$)/.test(name),
  )
  return taken.length === 1 ? source.replace(fillValueTable, '') : source
}

const fillValueTable = /^export function __wbindgen_init_externref_table\(\) \{[\s\S]*?^\}\n/m

/** The types of that module, from the types of the glue. */
export function wrapGlueTypes(types) {
  const names = [...types.matchAll(exported)].map(([, name]) => name)
  return `${types.replace(exported, 'declare ')}
export function createGlue(): {
${names.map((name) => `  ${name}: typeof ${name}\n`).join('')}  __wbg_set_wasm(exports: WebAssembly.Exports): void
}
export {}
`
}
