import { type SeamEdgeWasm } from '../module/init.js';
/** As `init` of `seam-edge`, for the file `seam-edge/seam_edge_testing.wasm`, which this import uses. */
export declare const init: (source: SeamEdgeWasm | Promise<SeamEdgeWasm>) => Promise<void>;
