// How Cloudflare Workers get the module: they compile .wasm files when a worker is deployed, and nothing afterwards.
import module from './seam_edge.wasm'

/** Hands over the compiled module. */
export const loadModule = (): WebAssembly.Module => module
