// How Vercel's edge runtime gets the module: compiled when the function is deployed, which `?module` asks for.
import module from './seam_edge.wasm?module'

/** Hands over the compiled module. */
export const loadModule = (): WebAssembly.Module => module
