// The fake's webhooks, as receivers take them: our own verifier, svix, a server on a URL, and a function like the `fetch` of a worker. Which events
// are delivered when is tested natively (tests/native/fake/webhooks.rs).
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { json } from 'node:stream/consumers'
import { before, describe, test } from 'node:test'
import { SeamWebhook as OfficialSeamWebhook } from '@seamapi/webhook'
import { Webhook } from 'svix'
import { loadPackage } from '../../support/package.mjs'
import { failureOf } from '../../support/stage.mjs'

const minute = 60_000
const url = 'https://app.test/webhook?from=seam'

describe('webhooks of seam-edge/testing', { timeout: 600_000 }, () => {
  let SeamHttp
  let SeamWebhook
  let createFakeSeam

  before(async () => {
    ;({ SeamHttp } = await loadPackage())
    ;({ SeamWebhook } = await loadPackage('webhooks'))
    ;({ createFakeSeam } = await loadPackage('testing'))
  })

  const open = async (parameters) => {
    const fake = createFakeSeam({ clock: 'frozen' })
    const seam = new SeamHttp({ apiKey: fake.apiKey, fetch: fake.fetch })
    const webhook = await seam.webhooks.create({ url, ...parameters })
    return { fake, seam, webhook, lock: fake.locks[0] }
  }

  test('our verifier, the official one and svix take what is delivered, however far the clock of the fake is ahead', async () => {
    const { fake, seam, webhook, lock } = await open()
    fake.advance(365 * 24 * 60 * minute)
    const { access_code_id } = await seam.accessCodes.create({ device_id: lock.deviceId, name: 'Gäste 🔑' })
    fake.advance(minute)
    const received = []
    const attempts = await fake.deliverWebhooks(async (request) => {
      assert.deepEqual([request.method, request.url], ['POST', url])
      const body = await request.text()
      const headers = Object.fromEntries(request.headers)
      const event = new SeamWebhook(webhook.secret).verify(body, headers)
      assert.deepEqual(new OfficialSeamWebhook(webhook.secret).verify(body, headers), event)
      // Svix parses nothing.
      assert.doesNotThrow(() => new Webhook(webhook.secret).verify(body, headers))
      received.push(event)
      const forged = new Webhook('whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX')
      assert.throws(() => forged.verify(body, headers))
    })
    assert.deepEqual(
      received.map(({ event_type }) => event_type),
      ['access_code.created', 'access_code.set_on_device'],
    )
    assert.equal(received[0].access_code_id, access_code_id)
    const { event_id } = received[1]
    assert.deepEqual(await seam.events.get({ event_id }), received[1])
    const { webhook_id: webhookId } = webhook
    assert.deepEqual(
      attempts,
      received.map(({ event_type: eventType }) => ({ webhookId, url, eventType, attempt: 1, status: 204 })),
    )
    assert.deepEqual(await fake.deliverWebhooks(), [])
  })

  test('what a receiver refuses or throws at comes again', async () => {
    const { fake, seam, lock } = await open({ event_types: ['access_code.created'] })
    await seam.accessCodes.create({ device_id: lock.deviceId })
    const [refused] = await fake.deliverWebhooks(() => new Response(null, { status: 503 }))
    assert.deepEqual([refused.status, refused.attempt], [503, 1])
    fake.advance(4_999)
    assert.deepEqual(await fake.deliverWebhooks(), [])
    fake.advance(1)
    const thrown = await failureOf(() => fake.deliverWebhooks(() => assert.fail('not what was expected')))
    assert.equal(thrown.message, 'not what was expected')
    fake.advance(5 * minute)
    const [taken] = await fake.deliverWebhooks(async () => new Response())
    assert.deepEqual([taken.status, taken.attempt], [200, 3])
    fake.advance(60 * minute)
    assert.deepEqual(await fake.deliverWebhooks(), [])
  })

  test('what is no Response is not taken for a success', async () => {
    const { fake, seam, lock } = await open({ event_types: ['access_code.created'] })
    await seam.accessCodes.create({ device_id: lock.deviceId })
    for (const returned of [{ statusCode: 200 }, null, { status: '200' }]) {
      const error = await failureOf(() => fake.deliverWebhooks(() => returned))
      assert.ok(error instanceof TypeError && /^deliverWebhooks: `receive`.*Response/.test(error.message))
      fake.advance(60 * minute)
    }
    assert.equal((await fake.deliverWebhooks(() => undefined))[0].status, 204)
  })

  test('without a receiver, webhooks go to their URL', async () => {
    const bodies = []
    const server = createServer(async (request, response) => {
      bodies.push(await json(request))
      response.writeHead(bodies.length === 1 ? 302 : 200, { location: '/elsewhere' }).end('ok')
    })
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = `http://127.0.0.1:${server.address().port}/webhook`
    const { fake, seam, lock } = await open({ url: address, event_types: ['access_code.created'] })
    await seam.accessCodes.create({ device_id: lock.deviceId })
    const status = async () => (await fake.deliverWebhooks()).map(({ status }) => status)
    try {
      assert.deepEqual(await status(), [302])
      fake.advance(minute)
      assert.deepEqual(await status(), [200])
      assert.deepEqual(bodies[0], bodies[1])
    } finally {
      await new Promise((resolve) => server.close(resolve))
    }
    await seam.accessCodes.create({ device_id: lock.deviceId })
    assert.deepEqual(await status(), [0])
  })

  test('events come twice, late and out of order', async () => {
    const { fake, seam, lock } = await open({ event_types: ['access_code.created'] })
    const events = []
    const receive = async (request) => {
      events.push(await request.json())
    }
    fake.repeatEvents(1)
    await seam.accessCodes.create({ device_id: lock.deviceId })
    await fake.deliverWebhooks(receive)
    assert.equal(events.length, 2)
    assert.equal(events[0].event_id, events[1].event_id)
    fake.repeatEvents(0)
    fake.delayEvents(60 * minute)
    events.length = 0
    for (let i = 0; i < 10; i++) {
      await seam.accessCodes.create({ device_id: lock.deviceId })
      fake.advance(minute)
    }
    fake.advance(60 * minute)
    await fake.deliverWebhooks(receive)
    const times = events.map(({ created_at }) => created_at)
    assert.equal(times.length, 10)
    assert.notDeepEqual(times, times.toSorted())
  })

  test('misuse is an error that names it', async () => {
    const { fake } = await open()
    for (const [deed, named] of [
      [() => fake.deliverWebhooks('http://localhost'), /^deliverWebhooks: `receive`/],
      [() => fake.repeatEvents(-1), /^repeatEvents: `times`.*-1/],
      [() => fake.repeatEvents(2 ** 32), /^repeatEvents: `times`.*4294967296/],
      [() => fake.delayEvents(Number.NaN), /^delayEvents: `ms`/],
      [() => fake.delayEvents(2 ** 32), /^delayEvents: `ms`.*4294967296/],
    ]) {
      const error = await failureOf(deed)
      assert.ok(error instanceof TypeError)
      assert.match(error.message, named)
    }
  })
})
