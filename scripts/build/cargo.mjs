// The steps of the build that cargo does: the modules as wasm, the TypeScript that is rendered from the registry in Rust, and the
// program that makes the glue.
// Knows nothing of the npm package: what becomes of both is in the files beside this one.
import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { runCargoOrFail } from '../cargo.mjs'
import { runOrFail, StepFailure } from '../command.mjs'
import { stagingDirectory, wasmTarget } from '../repository.mjs'
import { toolchainEnvironment } from '../toolchain.mjs'

/** The crate whose version the package has. */
const library = 'seam-edge'
/** The crate that exports to JavaScript. */
export const wasmCrate = 'seam-edge-wasm'
/** The crate of the program that makes the glue. */
export const glueCrate = 'seam-edge-bindgen'

/** The library's version and the directory that cargo builds into. */
export async function readWorkspace() {
  const { stdout } = await runOrFail('cargo', ['metadata', '--no-deps', '--format-version', '1'], {
    env: toolchainEnvironment(),
    remedy: 'make Cargo.toml valid; `cargo metadata` says more',
  })
  const metadata = JSON.parse(stdout)
  const found = metadata.packages.find(({ name }) => name === library)
  if (found === undefined) {
    throw new StepFailure({ tried: 'cargo metadata', outcome: `the workspace has no crate \`${library}\`` })
  }
  return { version: found.version, targetDirectory: metadata.target_directory }
}

// Eight times what is enough for all tests in tests/npm, the deepest JSON among them. Rust's default of 1 MiB would be taken up by each instance.
const stackSize = 128 * 1024

/** Compiles a module, without what only Rust callers take, and answers the path of its wasm. */
export async function compileModule({ name }, { targetDirectory }) {
  const what = ['--package', wasmCrate, '--lib', '--no-default-features', '--features', name]
  const stack = ['--config', `target.${wasmTarget}.rustflags=["-Clink-arg=-zstack-size=${stackSize}"]`]
  await cargo(`module ${name}`, ['build', '--release', '--target', wasmTarget, ...what, ...stack])
  // Cargo gives every module the same name.
  const compiled = join(stagingDirectory, 'compiled', `${name}.wasm`)
  mkdirSync(join(stagingDirectory, 'compiled'), { recursive: true })
  cpSync(join(targetDirectory, wasmTarget, 'release', 'seam_edge_wasm.wasm'), compiled)
  return compiled
}

/** Renders resources.ts, routes.ts and schemas.ts and answers the directory they are in. */
export async function renderDefinitions() {
  const directory = join(stagingDirectory, 'rendered')
  rmSync(directory, { recursive: true, force: true })
  await cargo('render', ['run', '--package', 'seam-edge-render', '--', directory])
  return directory
}

/** Compiles the program that makes the glue of a module, and answers whether there was something to compile. */
export async function compileGlueProgram() {
  const { compiled } = await cargo('glue program', ['build', '--package', glueCrate])
  return compiled
}

/** Makes the glue of a wasm file, by that program: `<name>_bg.js`, its types and `<name>_bg.wasm` in `directory`. */
export const makeGlue = (compiled, { targetDirectory }, { directory, name }) =>
  // Not by `cargo run`, which waits where cargo compiles something else.
  runOrFail(join(targetDirectory, 'debug', glueCrate), [compiled, directory, name], {
    remedy: 'where it speaks of a schema version: `cargo update --package wasm-bindgen`',
  })

const cargo = (title, args) =>
  runCargoOrFail(title, args, {
    env: toolchainEnvironment(),
    remedy: 'fix the Rust source at the place that cargo names',
    lines: 60,
  })
