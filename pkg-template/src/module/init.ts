// init: for those who bring the WebAssembly module themselves, to compile it while it streams in, or where only they can.
// Nobody has to: without it the first use compiles the copy that the package's JavaScript holds. Each entry that has a module has an `init` for it.
import { SeamError, SeamHttpInvalidOptionsError } from '../client/errors.js'
import { isForbidden, replace, requireWebAssembly, type WasmModule } from './instance.js'
import type { WebModule, WebResponse, WebURL } from './web-types.js'

/** A `.wasm` file of this package, compiled or as bytes, as the answer to a `fetch`, or as its address. */
export type SeamEdgeWasm = WebModule | ArrayBuffer | ArrayBufferView | WebResponse | WebURL | string

/**
 * Compiles the file of a module and takes it in place of the package's own copy.
 * @internal
 */
export const initModule = async (
  module: WasmModule<unknown>,
  source: SeamEdgeWasm | Promise<SeamEdgeWasm>,
): Promise<void> => {
  const file = `seam_edge${module.name === 'core' ? '' : `_${module.name}`}.wasm`
  requireWebAssembly()
  const found = await compiled(file, await source)
  try {
    // Another module of the package would start as well.
    if (WebAssembly.Module.exports(found).some(({ name }) => name === module.name))
      return replace(module, found)
  } catch {}
  throw new SeamHttpInvalidOptionsError(`expected the ${file} of this version of the package`, 'init')
}

const compiled = async (file: string, source: SeamEdgeWasm): Promise<WebAssembly.Module> => {
  if (isA('WebAssembly.Module', source)) return source as WebAssembly.Module
  if (ArrayBuffer.isView(source) || isA('ArrayBuffer', source)) {
    return await compiledBytes(file, source as BufferSource, 'these bytes')
  }
  const response = await answered(source)
  if (!response.ok) {
    throw new SeamError(`${file} was not given: status ${response.status} of ${response.url}`)
  }
  const type = response.headers.get('content-type')
  const what = `the answer${response.url && ` of ${response.url}`} with content-type ${type}`
  // Runtimes refuse to stream what has another type, or this one with a parameter, or comes from another `fetch` than theirs.
  const streams = type?.toLowerCase() === 'application/wasm' && response instanceof Response
  const { compileStreaming } = WebAssembly
  return streams && compileStreaming !== undefined
    ? await explained(file, compileStreaming(response), what)
    : await compiledBytes(file, await response.arrayBuffer(), what)
}

const compiledBytes = async (
  file: string,
  bytes: BufferSource,
  what: string,
): Promise<WebAssembly.Module> => {
  // Taken off it: Next's development server rewrites calls of `WebAssembly.compile` that are written out, some into what is no
  // JavaScript.
  const { compile } = WebAssembly
  return await explained(file, compile(bytes), what)
}

/** Says more of what cannot be compiled; that an answer breaks off half-way is told as it is. */
const explained = async (
  file: string,
  compiling: Promise<WebAssembly.Module>,
  what: string,
): Promise<WebAssembly.Module> => {
  try {
    return await compiling
  } catch (cause) {
    if ((cause as Error).name !== 'CompileError') throw cause
    const remedy = isForbidden(cause)
      ? "In a page with a Content-Security-Policy, add 'wasm-unsafe-eval' to script-src"
      : `Is it ${file}?`
    throw new SeamError(`init cannot compile ${what}. ${remedy}`, { cause })
  }
}

const answered = async (source: unknown): Promise<Response> => {
  if (typeof source === 'string' || isA('URL', source)) return await fetch(source as URL)
  if (isA('Response', source)) return source as Response
  throw new SeamHttpInvalidOptionsError(
    `expected a WebAssembly.Module, bytes, a Response or a URL, got ${source === null ? 'null' : typeof source}`,
    'init',
  )
}

// By its tag: `instanceof` fails for what comes from another realm, as in Next's edge runtime.
const isA = (tag: string, value: unknown): boolean =>
  Object.prototype.toString.call(value) === `[object ${tag}]`
