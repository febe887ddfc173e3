// What the edge runtimes give for an import of a wasm file. For the check of pkg-template/entry/ only; not in the package.
declare module '*.wasm' {
  const module: WebAssembly.Module
  export default module
}
declare module '*.wasm?module' {
  const module: WebAssembly.Module
  export default module
}
