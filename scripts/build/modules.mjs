// What the package is made of: its WebAssembly modules, and its JavaScript for each way in which a runtime gets them.
// A module is built from the crate in pkg-template/wasm, by the feature of its name; a runtime is one line here and a condition in package.json.

/** `name` is the feature of the crate, `file` the module's name in the package. The first serves every client; the others are for those who ask. */
export const modules = [
  { name: 'core', file: 'seam_edge.wasm' },
  { name: 'diagnosis', file: 'seam_edge_diagnosis.wasm' },
  { name: 'rules', file: 'seam_edge_rules.wasm' },
  { name: 'webhook', file: 'seam_edge_webhook.wasm' },
]

/**
 * `index` is the name of the JavaScript for it, and `prefix` what the names of its other files begin with. `query` is what its runtime
 * wants behind the name of a module, which lies beside; where there is none, the module is text.
 */
export const entries = [
  { name: 'default', index: 'index', prefix: '' },
  { name: 'workerd', index: 'workerd', prefix: 'workerd-', query: '' },
  { name: 'edge-light', index: 'edge-light', prefix: 'edge-light-', query: '?module' },
]
