// examples/rust-worker, compiled with the crate of this repository, in workerd against the fake behind HTTP. The few lines that wrangler has `worker-build`
// write around the module are written here: that program would have to be compiled too.
import assert from 'node:assert/strict'
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { Miniflare } from 'miniflare'
import { compileGlueProgram, makeGlue, readWorkspace } from '../../scripts/build/cargo.mjs'
import { runCargoOrFail } from '../../scripts/cargo.mjs'
import { inRepository, wasmTarget } from '../../scripts/repository.mjs'
import { toolchainEnvironment } from '../../scripts/toolchain.mjs'
import { startOwnFake } from '../support/own-fake.mjs'
import { loadPackage } from '../support/package.mjs'

const entry = `
import * as glue from './rust_worker_bg.js'
import module from './rust_worker_bg.wasm'

const { exports } = new WebAssembly.Instance(module, { './rust_worker_bg.js': glue })
glue.__wbg_set_wasm(exports)
exports.__wbindgen_start?.()

export default { fetch: (request, env, context) => glue.fetch(request, env, context) }
`

describe('examples/rust-worker', { timeout: 1_800_000 }, () => {
  let own
  let folder
  let miniflare
  let seam

  before(async () => {
    own = await startOwnFake()
    const { SeamHttp } = await loadPackage()
    seam = new SeamHttp({ apiKey: own.fake.apiKey, fetch: own.fake.fetch })
    folder = await mkdtemp(join(process.env.SEAM_EDGE_CONSUMERS ?? tmpdir(), 'seam-edge-rust-worker-'))
    await cp(inRepository('examples', 'rust-worker'), folder, { recursive: true })
    const target = inRepository('target', 'rust-worker')
    // The crates are on no registry yet.
    const crates = { 'seam-edge': inRepository(), 'seam-edge-macros': inRepository('macros') }
    const patches = Object.entries(crates).flatMap(([name, path]) => [
      '--config',
      `patch.crates-io.${name}.path=${JSON.stringify(path)}`,
    ])
    const args = [
      'build',
      '--release',
      '--locked',
      '--target',
      wasmTarget,
      '--target-dir',
      target,
      ...patches,
    ]
    await runCargoOrFail('examples/rust-worker', args, { env: toolchainEnvironment(), cwd: folder })
    await compileGlueProgram()
    const compiled = join(target, wasmTarget, 'release', 'rust_worker.wasm')
    const glue = join(folder, 'glue')
    await makeGlue(compiled, await readWorkspace(), { directory: glue, name: 'rust_worker' })
    const part = async (type, path) => ({ type, path, contents: await readFile(join(glue, path)) })
    miniflare = new Miniflare({
      compatibilityDate: '2025-01-01',
      bindings: { SEAM_API_KEY: own.fake.apiKey, SEAM_ENDPOINT: own.url },
      modules: [
        { type: 'ESModule', path: 'index.js', contents: entry },
        await part('ESModule', 'rust_worker_bg.js'),
        await part('CompiledWasm', 'rust_worker_bg.wasm'),
      ],
    })
    await miniflare.ready
  })
  after(async () => {
    await miniflare?.dispose()
    await own?.stop()
    if (folder !== undefined) await rm(folder, { recursive: true })
  })

  test('wrangler builds it with the worker-build of its version of workers-rs', async () => {
    const [locked, wrangler] = await Promise.all(
      ['Cargo.lock', 'wrangler.toml'].map((name) => readFile(join(folder, name), 'utf8')),
    )
    const [, version] = locked.match(/name = "worker"\nversion = "(\d+\.\d+)\.\d+"/)
    // Without the sign, cargo takes a version of two numbers for a mistake.
    assert.ok(wrangler.includes(`cargo install -q worker-build@^${version} &&`), wrangler)
  })

  const put = async (path, body) => {
    const response = await miniflare.dispatchFetch(`http://worker.test${path}`, { method: 'PUT', body })
    return { status: response.status, text: await response.text() }
  }

  test('gives a booking one code, and the lock takes it', async () => {
    const [lock] = own.fake.locks
    const give = () => put('/bookings/b17/code', JSON.stringify({ device_id: lock.deviceId, name: 'Ada' }))
    const first = await give()
    assert.equal(first.status, 200, first.text)
    assert.deepEqual(await give(), first)
    own.fake.advance(60_000)
    assert.equal(lock.enter(JSON.parse(first.text).code), true)
    assert.equal((await seam.accessCodes.list({ device_id: lock.deviceId })).length, 1)
  })

  test('says what is wrong, and nothing of the key', async () => {
    assert.equal((await put('/elsewhere', '{}')).status, 404)
    assert.equal((await put('/bookings/b18/code', '{}')).status, 400)
    const { status, text } = await put('/bookings/b18/code', '{"device_id":"nowhere"}')
    assert.equal(status, 502)
    assert.ok(!text.includes(own.fake.apiKey), text)
  })
})
