// init: for those who bring the WebAssembly module themselves, to compile it while it streams in, or where only they can.
// Nobody has to: without it the first client compiles the copy that the package's JavaScript holds.
import { coreModule } from './core-module.js'
import { SeamHttpInvalidOptionsError } from './errors.js'

/** Where `seam_edge.wasm` is, or the module itself: compiled, as bytes, as the answer to a `fetch`, or as its address. */
export type SeamEdgeWasm = WebAssembly.Module | BufferSource | Response | URL | string

/**
 * Compiles the file `seam-edge/seam_edge.wasm` of this version of the package and uses it for everything from the first client on.
 * Where there has been a client already, it serves only if that one's instance breaks. May be called twice.
 *
 * @param source - The module, its bytes, a `Response` (compiled while it comes in, where its `content-type` is
 * `application/wasm`), an address for `fetch`, or a promise of these.
 * @throws SeamHttpInvalidOptionsError where it is none of these, or not that file; Error where the runtime forbids to compile
 * it or the address does not give it.
 */
export const init = async (source: SeamEdgeWasm | Promise<SeamEdgeWasm>): Promise<void> => {
  const module = await compiled(await source)
  try {
    coreModule.use(module)
  } catch {
    throw new SeamHttpInvalidOptionsError('init takes the seam_edge.wasm of this version of the package')
  }
}

const compiled = async (source: SeamEdgeWasm): Promise<WebAssembly.Module> => {
  if (isA('WebAssembly.Module', source)) return source as WebAssembly.Module
  // Taken off it: Next's development server rewrites calls of `WebAssembly.compile` that are written out, some into what is no
  // JavaScript.
  const { compile, compileStreaming } = WebAssembly
  if (ArrayBuffer.isView(source) || isA('ArrayBuffer', source)) return await compile(source as BufferSource)
  const response = await answered(source)
  if (!response.ok)
    throw new Error(`seam_edge.wasm was not given: status ${response.status} of ${response.url}`)
  const isWasm = response.headers.get('content-type')?.startsWith('application/wasm')
  return isWasm && compileStreaming !== undefined
    ? await compileStreaming(response)
    : await compile(await response.arrayBuffer())
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
