// The Rust application in tests/rust-app, compiled as its users would compile it, and what makes its glue. Makes no glue itself.
import { join } from 'node:path'
import { compileGlueProgram, readWorkspace } from '../../scripts/build/cargo.mjs'
import { runOrFail } from '../../scripts/command.mjs'
import { root, wasmTarget } from '../../scripts/repository.mjs'
import { toolchainEnvironment } from '../../scripts/toolchain.mjs'

/** Compiles it, and answers the path of its wasm, the workspace, and the environment with the toolchain. */
export const compileRustApp = async () => {
  const env = toolchainEnvironment()
  const args = ['build', '--package', 'seam-edge-rust-app', '--target', wasmTarget]
  await runOrFail('cargo', args, { env, cwd: root })
  await compileGlueProgram()
  const workspace = await readWorkspace()
  const compiled = join(workspace.targetDirectory, wasmTarget, 'debug', 'seam_edge_rust_app.wasm')
  return { compiled, workspace, env }
}
