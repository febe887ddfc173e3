// That the program which makes the package's glue makes what wasm-bindgen's own program makes.
import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { makeGlue } from '../../scripts/build/cargo.mjs'
import { runOrFail } from '../../scripts/command.mjs'
import { compileRustApp } from '../support/rust-app.mjs'

test('the glue is that of wasm-bindgen, byte for byte', async () => {
  const { compiled, workspace, env } = await compileRustApp()
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
