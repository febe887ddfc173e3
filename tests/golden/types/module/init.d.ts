import type { WebModule, WebResponse, WebURL } from './web-types.js';
/** A `.wasm` file of this package, compiled or as bytes, as the answer to a `fetch`, or as its address. */
export type SeamEdgeWasm = WebModule | ArrayBuffer | ArrayBufferView | WebResponse | WebURL | string;
