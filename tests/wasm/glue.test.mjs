// That the program which makes the package's glue makes what wasm-bindgen's own program makes.
import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { compileGlueProgram, makeGlue, readWorkspace } from '../../scripts/build/cargo.mjs'
import { runOrFail } from '../../scripts/command.mjs'
import { root, wasmTarget } from '../../scripts/repository.mjs'
import { toolchainEnvironment } from '../../scripts/toolchain.mjs'

test('the glue is that of wasm-bindgen, byte for byte', async () => {
  const env = toolchainEnvironment()
  const target = ['--target', wasmTarget]
  await runOrFail('cargo', ['build', '--package', 'seam-edge-rust-app', ...target], { env, cwd: root })
  await compileGlueProgram()
  const workspace = await readWorkspace()
  const compiled = join(workspace.targetDirectory, wasmTarget, 'debug', 'seam_edge_rust_app.wasm')
  const folder = await mkdtemp(join(tmpdir(), 'seam-edge-glue-'))
  try {
    const [ours, theirs] = [join(folder, 'ours'), join(folder, 'theirs')]
    await makeGlue(compiled, workspace, { directory: ours, name: 'app' })
    const args = [compiled, '--target', 'bundler', '--out-dir', theirs, '--out-name', 'app']
    await runOrFail('wasm-bindgen', args, { env })
    const names = await readdir(theirs)
    assert.ok(names.includes('app_bg.js'))
    assert.deepEqual((await readdir(ours)).sort(), names.sort())
    for (const name of names) {
      const [made, expected] = await Promise.all([ours, theirs].map((path) => readFile(join(path, name))))
      assert.ok(made.equals(expected), name)
    }
  } finally {
    await rm(folder, { recursive: true })
  }
})
