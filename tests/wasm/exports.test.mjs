// That a Rust application which uses seam-edge exports its own functions and nothing of ours: tests/rust-app, built as its users would.
import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { makeGlue } from '../../scripts/build/cargo.mjs'
import { compileRustApp } from '../support/rust-app.mjs'

test('a Rust application exports what is its own', async () => {
  const { compiled, workspace } = await compileRustApp()
  const folder = await mkdtemp(join(tmpdir(), 'seam-edge-rust-app-'))
  try {
    await makeGlue(compiled, workspace, { directory: folder, name: 'seam_edge_rust_app' })
    const module = new WebAssembly.Module(await readFile(join(folder, 'seam_edge_rust_app_bg.wasm')))
    const names = WebAssembly.Module.exports(module).map(({ name }) => name)
    const own = names.filter((name) => !/^(__|wasm_bindgen__)/.test(name))
    assert.deepEqual(own.sort(), ['app_knows', 'app_main', 'memory'])
  } finally {
    await rm(folder, { recursive: true })
  }
})
