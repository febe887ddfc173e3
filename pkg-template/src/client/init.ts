// init: for those who bring the WebAssembly module themselves, to compile it while it streams in, or where only they can.
// Nobody has to: without it the first client compiles the copy that the package's JavaScript holds.

import { replace, requireWebAssembly } from '../module/instance.js'
import { coreModule } from './core-module.js'
import { SeamHttpInvalidOptionsError } from './errors.js'

/** Where `seam_edge.wasm` is, or the module itself: compiled, as bytes, as the answer to a `fetch`, or as its address. */
export type SeamEdgeWasm = WebAssembly.Module | BufferSource | Response | URL | string

/**
 * Compiles the file `seam-edge/seam_edge.wasm` of this version of the package and uses it for everything from the first client on.
 * Where there has been a client already, it serves only if that one's instance breaks. May be called twice.
 *
 * @param source - The module, its bytes, a `Response` (compiled while it comes in, where its `content-type` is
 * `application/wasm` and nothing else), an address for `fetch`, or a promise of these.
 * @throws SeamHttpInvalidOptionsError where it is none of these, or not that file; Error where it cannot be compiled here, with
 * what the runtime said as its `cause`, where the address does not give it, or where the runtime has no WebAssembly.
 */
export const init = async (source: SeamEdgeWasm | Promise<SeamEdgeWasm>): Promise<void> => {
  requireWebAssembly()
  const module = await compiled(await source)
  try {
    replace(coreModule, module)
  } catch {
    throw new SeamHttpInvalidOptionsError('init takes the seam_edge.wasm of this version of the package')
  }
}

const compiled = async (source: SeamEdgeWasm): Promise<WebAssembly.Module> => {
  if (isA('WebAssembly.Module', source)) return source as WebAssembly.Module
  if (ArrayBuffer.isView(source) || isA('ArrayBuffer', source)) {
    return await compiledBytes(source as BufferSource, 'these bytes')
  }
  const response = await answered(source)
  if (!response.ok) {
    throw new Error(`seam_edge.wasm was not given: status ${response.status} of ${response.url}`)
  }
  const type = response.headers.get('content-type')
  const what = `the answer${response.url && ` of ${response.url}`} with content-type ${type}`
  // Runtimes refuse to stream what has another type, or this one with a parameter, or comes from another `fetch` than theirs.
  const streams = type?.toLowerCase() === 'application/wasm' && response instanceof Response
  const { compileStreaming } = WebAssembly
  return streams && compileStreaming !== undefined
    ? await explained(compileStreaming(response), what)
    : await compiledBytes(await response.arrayBuffer(), what)
}

const compiledBytes = async (bytes: BufferSource, what: string): Promise<WebAssembly.Module> => {
  // Taken off it: Next's development server rewrites calls of `WebAssembly.compile` that are written out, some into what is no
  // JavaScript.
  const { compile } = WebAssembly
  return await explained(compile(bytes), what)
}

/** Says more of what cannot be compiled; that an answer breaks off half-way is told as it is. */
const explained = async (
  compiling: Promise<WebAssembly.Module>,
  what: string,
): Promise<WebAssembly.Module> => {
  try {
    return await compiling
  } catch (cause) {
    if ((cause as Error).name !== 'CompileError') throw cause
    throw new Error(
      `init cannot compile ${what}. Is it seam_edge.wasm? In a page with a Content-Security-Policy, add 'wasm-unsafe-eval' ` +
        'to script-src',
      { cause },
    )
  }
}

const answered = async (source: unknown): Promise<Response> => {
  if (typeof source === 'string' || isA('URL', source)) return await fetch(source as URL)
  if (isA('Response', source)) return source as Response
  throw new SeamHttpInvalidOptionsError(
    `init takes a WebAssembly.Module, bytes, a Response or a URL, got ${source === null ? 'null' : typeof source}`,
  )
}

// By its tag: `instanceof` fails for what comes from another realm, as in Next's edge runtime.
const isA = (tag: string, value: unknown): boolean =>
  Object.prototype.toString.call(value) === `[object ${tag}]`
