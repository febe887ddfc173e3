// The checks inside workerd, with the fake outside: once with what workerd was in 2022, once as it is now, once with its imitation of Node.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { supportedCompatibilityDate } from 'miniflare'
import { startFakeSeam } from '../../support/fake-seam.mjs'
import { describeRuntime } from '../checked-runtime.mjs'
import { startWorker } from './start-worker.mjs'

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

describe('workerd, one client for all requests', { timeout: 600_000 }, () => {
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
