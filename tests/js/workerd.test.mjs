// The package inside workerd, the runtime of Cloudflare Workers, through miniflare: the modules that a worker's bundler
// would upload (`workerd.js` and the `.wasm` that it imports) from the packed tarball, with the fake outside.
// Compiling bytes is forbidden there, so this entry cannot work by accident.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { Miniflare } from 'miniflare'
import { startFakeSeam } from '../support/fake-seam.mjs'
import { installedFolder, readPackageJson } from '../support/package.mjs'

const worker = `
  import { SeamHttp, isSeamValidationError } from './workerd.js'

  export default {
    async fetch(request, environment) {
      const seam = await SeamHttp.fromPublishableKey(
        environment.PUBLISHABLE_KEY,
        environment.USER_IDENTIFIER_KEY,
        { endpoint: environment.ENDPOINT },
      )
      const { device_id, code } = await request.json()
      try {
        const { access_code_id } = await seam.accessCodes.create({ device_id, code })
        const { status } = await seam.accessCodes.get({ access_code_id })
        await seam.accessCodes.delete({ access_code_id })
        return Response.json({ status })
      } catch (error) {
        return Response.json({ name: error.name, isOurs: isSeamValidationError(error), code: error.code })
      }
    },
  }
`

describe('workerd', { timeout: 60_000 }, () => {
  let fake
  let miniflare

  before(async () => {
    fake = await startFakeSeam()
    const folder = await installedFolder()
    const contents = (name) => readFile(join(folder, name))
    miniflare = new Miniflare({
      compatibilityDate: '2025-01-01',
      bindings: {
        ENDPOINT: fake.url,
        PUBLISHABLE_KEY: fake.seed.seam_pk1_token,
        USER_IDENTIFIER_KEY: fake.seed.john_user_identifier_key,
      },
      modules: [
        { type: 'ESModule', path: 'worker.js', contents: worker },
        { type: 'ESModule', path: 'workerd.js', contents: await contents('workerd.js') },
        { type: 'CompiledWasm', path: 'seam_edge.wasm', contents: await contents('seam_edge.wasm') },
      ],
    })
  })

  after(async () => {
    await miniflare?.dispose()
    await fake?.stop()
  })

  const ask = async (parameters) => {
    const response = await miniflare.dispatchFetch('http://worker.test/', {
      method: 'POST',
      body: JSON.stringify({ device_id: fake.seed.august_device_1, ...parameters }),
    })
    return await response.json()
  }

  test('is what bundlers of workers are pointed at', async () => {
    const { exports } = await readPackageJson()
    assert.equal(exports['.'].workerd, './workerd.js')
  })

  test('creates, reads and deletes an access code', async () => {
    assert.deepEqual(await ask({ code: '482913' }), { status: 'setting' })
    assert.deepEqual(fake.database.access_codes, [])
  })

  test('refuses a bad PIN with the same error', async () => {
    assert.deepEqual(await ask({ code: '12' }), {
      name: 'SeamValidationError',
      isOurs: true,
      code: 'invalid_input',
    })
  })

  test('serves many requests at once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, (_, index) => ask({ code: `48291${index}` })))
    for (const answer of answers) assert.deepEqual(answer, { status: 'setting' })
  })
})
