// The checks inside workerd, the runtime of Cloudflare Workers, through miniflare: bundled with the conditions that
// wrangler sets, from the packed tarball, with the fake outside. Compiling bytes is forbidden in workerd, so no other
// entry can work by accident. Once with what workerd was in 2022, once as it is now, once with its imitation of Node.
import assert from 'node:assert/strict'
import { basename, join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { build } from 'esbuild'
import { Miniflare, supportedCompatibilityDate } from 'miniflare'
import { startFakeSeam } from '../../support/fake-seam.mjs'
import { describeRuntime, withChecks } from '../checked-runtime.mjs'

/** Bundles a worker of this folder and starts it. */
const startWorker = (name, { define, ...options } = {}) =>
  withChecks(async (folder) => {
    const { outputFiles } = await build({
      entryPoints: [join(folder, 'workerd', name)],
      outdir: folder,
      bundle: true,
      format: 'esm',
      target: 'es2022',
      platform: 'browser',
      conditions: ['workerd', 'worker', 'browser'],
      // The module stays a file that the bundle imports, as workerd wants it.
      loader: { '.wasm': 'copy' },
      define,
      write: false,
      logLevel: 'silent',
    })
    const ofType = (type, ending) =>
      outputFiles
        .filter(({ path }) => path.endsWith(ending))
        .map(({ path, contents }) => ({ type, path: basename(path), contents }))
    const miniflare = new Miniflare({
      modules: [...ofType('ESModule', '.js'), ...ofType('CompiledWasm', '.wasm')],
      ...options,
    })
    await miniflare.ready
    return miniflare
  })

const ask = async (miniflare, body) => {
  const response = await miniflare.dispatchFetch('http://worker.test/', {
    method: 'POST',
    body: JSON.stringify(body),
  })
  return await response.text()
}

const generations = {
  'as of 2022': { compatibilityDate: '2022-01-01' },
  [`as of ${supportedCompatibilityDate}`]: { compatibilityDate: supportedCompatibilityDate },
  'with nodejs_compat': {
    compatibilityDate: supportedCompatibilityDate,
    compatibilityFlags: ['nodejs_compat'],
    // It makes `process.env` of the bindings; without it they are the worker's alone.
    readsEnvironment: true,
  },
}

for (const [generation, { readsEnvironment = false, ...options }] of Object.entries(generations)) {
  describeRuntime(`workerd ${generation}`, {
    readsEnvironment,
    run: async (settings) => {
      const bindings = { SEAM_API_KEY: settings.apiKey, SEAM_ENDPOINT: settings.endpoint }
      const miniflare = await startWorker('worker.mjs', { ...options, bindings })
      try {
        return await ask(miniflare, settings)
      } finally {
        await miniflare.dispose()
      }
    },
  })
}

describe('workerd, one client for all requests', { timeout: 60_000 }, () => {
  let fake
  let miniflare

  before(async () => {
    fake = await startFakeSeam()
    miniflare = await startWorker('shared-client.mjs', {
      compatibilityDate: '2025-01-01',
      define: {
        SEAM_API_KEY: JSON.stringify(fake.seed.seam_apikey1_token),
        SEAM_ENDPOINT: JSON.stringify(fake.url),
      },
    })
  })
  after(async () => {
    await miniflare?.dispose()
    await fake?.stop()
  })

  const program = async (code) =>
    JSON.parse(await ask(miniflare, { device_id: fake.seed.august_device_1, code }))

  test('programs codes of requests that cross', async () => {
    const codes = Array.from({ length: 24 }, (_, index) => String(482_900 + index))
    const answers = await Promise.all(codes.map(program))
    assert.deepEqual(
      answers,
      codes.map((code) => ({ status: 'setting', code })),
    )
    assert.deepEqual(fake.database.access_codes, [])
  })

  test('refuses a bad PIN with the same error', async () => {
    const { name, isOurs } = await program('12')
    assert.deepEqual({ name, isOurs }, { name: 'SeamValidationError', isOurs: true })
  })
})
