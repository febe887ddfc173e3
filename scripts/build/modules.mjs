// What the package is made of: its WebAssembly modules, what can be imported, and its JavaScript for each way in which a runtime gets the modules.
// A module is built from the crate in pkg-template/wasm, by the feature of its name; a runtime is one line here and a condition in package.json.

/**
 * `name` is the feature of the crate, `file` the module's name in the package. `forTests` is set for a module that no bundle carries: to make it as
 * small as the others would take wasm-opt minutes. `inEveryBundle` is set for the one for whose size it takes its time.
 */
export const modules = [
  { name: 'core', file: 'seam_edge.wasm', inEveryBundle: true },
  { name: 'status', file: 'seam_edge_status.wasm' },
  { name: 'events', file: 'seam_edge_events.wasm' },
  { name: 'rules', file: 'seam_edge_rules.wasm' },
  { name: 'webhooks', file: 'seam_edge_webhooks.wasm' },
  { name: 'testing', file: 'seam_edge_testing.wasm', forTests: true },
]

/** What can be imported: the package itself, and `seam-edge/<name>`. Each is a file of this name at the top of pkg-template/src. */
export const entries = [
  'index',
  'status',
  'rules',
  'events',
  'webhooks',
  'schemas',
  'messages',
  'query',
  'testing',
]

/**
 * `index` is the name of the main entry's JavaScript for it, and `prefix` what the names of its other files begin with. `query` is what its
 * runtime wants behind the name of a module, which lies beside; where there is none, the module is text.
 */
export const runtimes = [
  { name: 'default', index: 'index', prefix: '' },
  { name: 'workerd', index: 'workerd', prefix: 'workerd-', query: '' },
  { name: 'edge-light', index: 'edge-light', prefix: 'edge-light-', query: '?module' },
]
