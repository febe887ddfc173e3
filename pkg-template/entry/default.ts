// How every runtime but those with an entry of their own gets the module: from text, compiled on first use.
import { wasmText } from '../wasm/text.js'

/**
 * Compiles the module, synchronously.
 *
 * @throws Error where a Content-Security-Policy, or the runtime itself, forbids to compile WebAssembly.
 */
export const loadModule = (): WebAssembly.Module => {
  // A plain loop: `Uint8Array.from` with a function takes four times as long, which counts before the first call.
  const bytes = new Uint8Array(wasmText.length)
  for (let index = 0; index < bytes.length; index += 1) bytes[index] = wasmText.charCodeAt(index)
  try {
    return new WebAssembly.Module(bytes)
  } catch (cause) {
    throw new Error(
      "seam-edge cannot compile its WebAssembly here. In a page with a Content-Security-Policy, add 'wasm-unsafe-eval' to " +
        'script-src; for Cloudflare Workers, bundle with the condition workerd',
      { cause },
    )
  }
}
