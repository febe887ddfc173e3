import { type WasmModule } from './instance.js';
/** A `.wasm` file of this package, compiled or as bytes, as the answer to a `fetch`, or as its address. */
export type SeamEdgeWasm = WebAssembly.Module | BufferSource | Response | URL | string;
/** Compiles the file of a module and takes it in place of the package's own copy. */
export declare const initModule: (module: WasmModule<unknown>, source: SeamEdgeWasm | Promise<SeamEdgeWasm>) => Promise<void>;
