// The webhooks of examples/cloudflare-worker in workerd, at the time that the test says: the fake of seam-edge/testing delivers the events of a code as
// production does, retries included; and deliveries that have to be refused.
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { loadPackage } from '../../support/package.mjs'
import { exampleSecret, signedHeaders } from '../../support/webhooks.mjs'
import { bundleWorker, startWorker } from './start-worker.mjs'

const example = fileURLToPath(new URL('../../../examples/cloudflare-worker/webhooks.mjs', import.meta.url))
const epoch = Date.parse('2030-01-01T00:00:00Z')

describe('workerd, a worker that receives webhooks', { timeout: 600_000 }, () => {
  let miniflare
  let now
  let printed = ''

  before(async () => {
    miniflare = await startWorker('clocked-webhooks.mjs', {
      beside: { 'example.mjs': example },
      compatibilityDate: '2025-01-01',
      bindings: { SEAM_WEBHOOK_SECRET: exampleSecret },
      kvNamespaces: ['SEEN', 'CODES'],
      handleRuntimeStdio: (...streams) => {
        for (const stream of streams) {
          stream.setEncoding('utf8').on('data', (text) => {
            printed += text
          })
        }
      },
    })
  })
  after(() => miniflare?.dispose())

  beforeEach(async () => {
    now = epoch
    for (const name of ['SEEN', 'CODES']) {
      const store = await miniflare.getKVNamespace(name)
      for (const { name: key } of (await store.list()).keys) await store.delete(key)
    }
  })

  const request = async ({ method = 'POST', headers = {}, body }) => {
    const response = await miniflare.dispatchFetch('http://worker.test/', {
      method,
      headers: { 'x-test-now': `${now}`, ...headers },
      body,
      duplex: 'half',
    })
    return { status: response.status, text: (await response.text()).trim() }
  }

  const keysIn = async (name) => {
    const { keys } = await (await miniflare.getKVNamespace(name)).list()
    return keys.map(({ name }) => name)
  }

  const body =
    '{"event_id":"event1","event_type":"access_code.set_on_device","access_code_id":"a1","code":"482913"}'
  const signed = (text = body, how = {}) => signedHeaders(text, { timestamp: Math.floor(now / 1000), ...how })

  test('carries the module of webhooks and no other', async () => {
    const modules = await bundleWorker('clocked-webhooks.mjs', { beside: { 'example.mjs': example } })
    const names = modules.filter(({ type }) => type === 'CompiledWasm').map(({ path }) => path)
    assert.equal(names.length, 1)
    assert.match(names[0], /^seam_edge_webhooks\b/)
  })

  test('takes an event, and the same event again once only', async () => {
    assert.deepEqual(await request({ headers: signed(), body }), { status: 200, text: 'taken' })
    assert.deepEqual(await keysIn('CODES'), ['a1'])
    // The very same delivery, and the same event in another message a minute later.
    assert.deepEqual(await request({ headers: signed(), body }), { status: 200, text: 'seen before' })
    now += 60_000
    assert.deepEqual(await request({ headers: signed(body, { id: 'msg_other' }), body }), {
      status: 200,
      text: 'seen before',
    })
  })

  test('refuses what is forged, not signed, stale or replayed later', async () => {
    const headers = signed()
    const refusals = [
      [{ headers: signed(`${body} `) }, 'No matching signature found'],
      [{ headers: signed(body, { secret: 'whsec_AAAA' }) }, 'No matching signature found'],
      [{ headers: { ...headers, 'svix-id': 'msg_other' } }, 'No matching signature found'],
      [{ headers: {} }, 'Missing required headers'],
      [{ headers: { ...headers, 'svix-signature': 'v1a,AAAA' } }, 'No matching signature found'],
      [{ headers: signed(body, { timestamp: epoch / 1000 - 301 }) }, 'Message timestamp too old'],
      [{ headers: signed(body, { timestamp: epoch / 1000 + 301 }) }, 'Message timestamp too new'],
      [{ headers: signed(body, { timestamp: '0x10' }) }, 'Invalid Signature Headers'],
    ]
    for (const [{ headers }, text] of refusals) {
      assert.deepEqual(await request({ headers, body }), { status: 400, text })
    }
    now += 301_000
    assert.deepEqual(await request({ headers, body }), { status: 400, text: 'Message timestamp too old' })
    assert.deepEqual(await keysIn('SEEN'), [])
    assert.deepEqual(await keysIn('CODES'), [])
  })

  test('acknowledges what is signed and no event, and takes nothing from it', async () => {
    for (const text of [
      '',
      'no JSON',
      '{"event_id":"event1"',
      '[]',
      '{}',
      '{"event_id":1,"event_type":"a"}',
    ]) {
      const { status } = await request({ headers: signed(text), body: text })
      assert.equal(status, 202, text)
    }
    const bytes = Buffer.from('7b22ff', 'hex')
    assert.equal((await request({ headers: signed(bytes), body: bytes })).status, 202)
    assert.deepEqual(await keysIn('SEEN'), [])
  })

  test('takes types of event that nobody knows yet', async () => {
    const text = '{"event_id":"event2","event_type":"of.tomorrow"}'
    assert.equal((await request({ headers: signed(text), body: text })).status, 200)
  })

  test('refuses what is too large, signed or not, and other methods', async () => {
    const large = JSON.stringify({ event_id: 'event3', event_type: 'a', note: 'x'.repeat(256 * 1024) })
    assert.equal((await request({ headers: signed(large), body: large })).status, 413)
    // In chunks, and so without a `content-length`.
    const chunks = Array.from({ length: 6 }, () => new Uint8Array(48 * 1024))
    assert.equal((await request({ body: ReadableStream.from(chunks) })).status, 413)
    assert.equal((await request({ method: 'GET' })).status, 405)
    assert.deepEqual(await keysIn('SEEN'), [])
  })

  test('gets each event of a code, whatever its deliveries meet, as production retries them', async () => {
    const { SeamHttp } = await loadPackage()
    const { createFakeSeam } = await loadPackage('testing')
    const fake = createFakeSeam({ clock: 'frozen', now: epoch })
    const [lock] = fake.locks
    lock.setDelays({ setting: 0 })
    const seam = new SeamHttp({ apiKey: fake.apiKey, fetch: fake.fetch })
    await seam.webhooks.create({ url: 'https://worker.test/' })
    const { access_code_id } = await seam.accessCodes.create({ device_id: lock.deviceId, code: '482913' })
    fake.advance(0)
    // What the two first events meet, in turn: created, set, and again.
    const faults = ['lost', 'fails', 'unheard', 'fails', undefined, 'lost']
    const events = new Set()
    const receive = async (delivery) => {
      const fault = faults.shift()
      if (fault === 'lost') return Response.error()
      const text = await delivery.text()
      events.add(JSON.parse(text).event_id)
      // The worker knows a secret of its own, and the time of the test.
      const headers = signed(text, { id: delivery.headers.get('svix-id') })
      if (fault === 'fails') headers['x-test-fails'] = '1'
      const { status } = await request({ headers, body: text })
      // The worker has taken it, and nobody hears of it.
      return fault === 'unheard' ? Response.error() : new Response(null, { status })
    }
    const attempts = []
    for (const pause of [0, 5_000, 300_000, 1_800_000, 7_200_000]) {
      now += pause
      fake.advance(pause)
      for (const { eventType, attempt, status } of await fake.deliverWebhooks(receive)) {
        attempts.push([eventType, attempt, (now - epoch) / 1000, status])
      }
    }
    assert.deepEqual(attempts, [
      ['access_code.created', 1, 0, 0],
      ['access_code.set_on_device', 1, 0, 500],
      ['access_code.created', 2, 5, 0],
      ['access_code.set_on_device', 2, 5, 500],
      ['access_code.created', 3, 305, 200],
      ['access_code.set_on_device', 3, 305, 0],
      ['access_code.set_on_device', 4, 2105, 200],
    ])
    // What the worker believes is what there is.
    assert.deepEqual(await keysIn('CODES'), [access_code_id])
    assert.equal((await seam.accessCodes.get({ access_code_id })).status, 'set')
    assert.deepEqual((await keysIn('SEEN')).sort(), [...events].sort())
  })

  test('prints events without their PINs', () => {
    assert.match(printed, /"access_code_id":"a1","code":"\[redacted\]"/)
    assert.ok(!printed.includes('482913'))
  })
})
