// The steps of the build that cargo does: the modules as wasm, and the TypeScript that is rendered from the registry in Rust.
// Knows nothing of the npm package: what becomes of both is in the files beside this one.
import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { runOrFail, StepFailure } from '../command.mjs'
import { stagingDirectory, wasmTarget } from '../repository.mjs'
import { toolchainEnvironment } from '../toolchain.mjs'

/** The crate whose version the package has. */
const library = 'seam-edge'
/** The crate that exports to JavaScript. */
export const wasmCrate = 'seam-edge-wasm'

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

/** Compiles a module, without what only Rust callers take, and answers the path of its wasm. */
export async function compileModule({ name }, { targetDirectory }) {
  const what = ['--package', wasmCrate, '--lib', '--no-default-features', '--features', name]
  await cargo(['build', '--release', '--target', wasmTarget, ...what])
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
  await cargo(['run', '--package', 'seam-edge-render', '--', directory])
  return directory
}

const cargo = (args) =>
  runOrFail('cargo', args, {
    env: toolchainEnvironment(),
    remedy: 'fix the Rust source at the place that cargo names',
    lines: 60,
  })
