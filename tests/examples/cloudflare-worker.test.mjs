// examples/cloudflare-worker in `wrangler dev`, against the fake behind HTTP: a session, a code, its state, a webhook, and no secret in what it prints.
import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { startServer } from '../bundlers/processes.mjs'
import { startOwnFake } from '../support/own-fake.mjs'
import { loadPackage } from '../support/package.mjs'
import { createExample } from './example-project.mjs'

const appToken = 'the-token-of-the-app'

describe('examples/cloudflare-worker', { timeout: 600_000 }, () => {
  let own
  let project
  let server
  let seam

  before(async () => {
    own = await startOwnFake()
    const { SeamHttp } = await loadPackage()
    seam = new SeamHttp({ apiKey: own.fake.apiKey, fetch: own.fake.fetch })
    const { secret } = await seam.webhooks.create({ url: 'https://worker.test/webhooks' })
    project = await createExample('cloudflare-worker')
    const secrets = {
      SEAM_API_KEY: own.fake.apiKey,
      SEAM_ENDPOINT: own.url,
      SEAM_WEBHOOK_SECRET: secret,
      APP_TOKEN: appToken,
    }
    const lines = Object.entries(secrets).map(([name, value]) => `${name}="${value}"\n`)
    await writeFile(join(project.folder, '.dev.vars'), lines.join(''))
    const wrangler = [
      'node',
      'node_modules/wrangler/bin/wrangler.js',
      'dev',
      '--port',
      'PORT',
      '--ip',
      '127.0.0.1',
    ]
    server = await startServer(project.folder, wrangler, {
      env: {
        WRANGLER_SEND_METRICS: 'false',
        CI: '1',
        WRANGLER_LOG_PATH: join(project.folder, '.wrangler-logs'),
      },
    })
  })
  after(async () => {
    await server?.stop()
    await own?.stop()
    await project?.remove()
  })

  const ask = async (method, path, body, token = appToken) => {
    const response = await fetch(new URL(path, server.url), {
      method,
      headers: { authorization: `Bearer ${token}` },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    const text = await response.text()
    return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : text }
  }

  test('is open to nobody without its token', async () => {
    assert.equal((await ask('POST', '/sessions', {}, 'another')).status, 401)
    assert.equal((await ask('PUT', '/bookings/b1/code', {}, 'another')).status, 401)
  })

  test('mints a client session, with which a page sees its locks', async () => {
    const [{ connected_account_id }] = await seam.connectedAccounts.list()
    const parameters = {
      user_identifier_key: 'f1f1dd2d-6c3b-4a7f-b8a9-8b1f6c1e0a55',
      connected_account_ids: [connected_account_id],
    }
    const { body } = await ask('POST', '/sessions', parameters)
    const { SeamHttp } = await loadPackage()
    const page = SeamHttp.fromClientSessionToken(body.token, { fetch: own.fake.fetch })
    assert.equal((await page.locks.list()).length, 1)
  })

  test('gives a booking one code, says how it stands, and takes the webhook of it', async () => {
    const [lock] = own.fake.locks
    const give = () => ask('PUT', '/bookings/b17/code', { device_id: lock.deviceId, name: 'Ada' })
    const first = await give()
    assert.equal(first.status, 200, JSON.stringify(first.body))
    assert.deepEqual((await give()).body, first.body)

    own.fake.advance(60_000)
    const path = `/codes/${first.body.access_code_id}`
    assert.equal((await ask('GET', path)).body.verdict, 'active')
    assert.equal(lock.enter(first.body.code), true)

    const deliveries = await own.fake.deliverWebhooks(async (delivery) =>
      fetch(new URL('/webhooks', server.url), {
        method: 'POST',
        headers: delivery.headers,
        body: await delivery.text(),
      }),
    )
    assert.ok(deliveries.length > 0)
    assert.ok(deliveries.every(({ status }) => status === 200))
  })

  test('answers for bad input what is wrong with it', async () => {
    const refused = await ask('PUT', '/bookings/b18/code', { device_id: 7 })
    assert.equal(refused.status, 400)
    assert.equal(refused.body.issues[0].path, 'device_id')
    assert.equal((await ask('GET', '/codes/nothing')).status, 404)
  })

  test('prints no secret', async () => {
    const printed = server.output()
    const codes = await seam.accessCodes.list({ device_id: own.fake.locks[0].deviceId })
    assert.ok(codes.length > 0)
    for (const { code } of codes) assert.ok(!printed.includes(code), 'a PIN')
    assert.ok(!printed.includes(own.fake.apiKey), 'the key')
    assert.match(printed, /"code":"\[redacted\]"|access_code\.set_on_device/)
  })
})
