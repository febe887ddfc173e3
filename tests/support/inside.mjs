// Looks into the WebAssembly instances that the package starts: their memory, what they are asked, what they answer to a question of a test.
// The package hands out nothing of this, so the instances are caught where they are made, before the package makes the first.

const utf8 = new TextDecoder()

/**
 * Catches every instance from now on.
 * @param {{ onQuestion?: (words: string[], index: number) => void }} [options] `onQuestion` is told what the package asks which instance, and
 *   may throw, in the place where the runtime would throw a trap
 */
export const catchInstances = ({ onQuestion } = {}) => {
  const { Instance } = WebAssembly
  const instances = []

  WebAssembly.Instance = function CaughtInstance(module, imports) {
    const { exports } = new Instance(module, imports)
    const name = Object.keys(exports).find(
      (key) => typeof exports[key] === 'function' && !key.startsWith('__'),
    )
    const index = instances.push(open(exports, name)) - 1
    if (onQuestion === undefined) return { exports }
    const asked = (at, length, ...text) => {
      onQuestion(textAt(exports, at, length).split('\n'), index)
      return exports[name](at, length, ...text)
    }
    return { exports: { ...exports, [name]: asked } }
  }

  return {
    /** Each is `{ name, byteLength(), ask(question) }`, by the name of its module. */
    instances,
    release: () => {
      WebAssembly.Instance = Instance
    },
  }
}

const open = (exports, name) => ({
  name,
  byteLength: () => exports.memory.buffer.byteLength,
  /** Asks as the glue does that wasm-bindgen writes: a text goes in and comes out as its place and its length. */
  ask: (question) => {
    const [at, length] = exports[name](...put(exports, question), ...put(exports, ''))
    try {
      return JSON.parse(textAt(exports, at, length))
    } finally {
      exports.__wbindgen_free(at, length, 1)
    }
  },
})

const textAt = ({ memory }, at, length) => utf8.decode(new Uint8Array(memory.buffer, at >>> 0, length))

const put = ({ memory, __wbindgen_malloc }, text) => {
  const bytes = new TextEncoder().encode(text)
  const at = __wbindgen_malloc(bytes.length, 1) >>> 0
  new Uint8Array(memory.buffer, at, bytes.length).set(bytes)
  return [at, bytes.length]
}
