// Proves the recording proxy of `tests/support/` against the fake, with plain `fetch`: what it records and every way
// in which it misbehaves. Needs no built package.
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { startFakeSeam } from './fake-seam.mjs'
import { startRecordingProxy } from './recording-proxy.mjs'
import { deferred, until } from './timers.mjs'

const path = '/access_codes/create'

describe('recording proxy', { timeout: 600_000 }, () => {
  let fake
  let proxy

  before(async () => {
    fake = await startFakeSeam()
    proxy = await startRecordingProxy(fake.url)
  })

  after(async () => {
    await proxy.stop()
    await fake.stop()
  })

  beforeEach(() => proxy.reset())

  const post = (body = { device_id: fake.seed.august_device_1 }, init = {}) =>
    fetch(proxy.url + path, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${fake.seed.seam_apikey1_token}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
      ...init,
    })

  const codesAtFake = () => fake.database.access_codes.length

  test('passes on and records', async () => {
    const started = Date.now()
    const response = await post()
    assert.equal(response.status, 200)
    assert.match(response.headers.get('seam-request-id'), /^request\d+$/)

    const record = proxy.last(path)
    assert.equal(record.method, 'POST')
    assert.deepEqual(record.body, { device_id: 'august_device_1' })
    assert.equal(record.headers.authorization, 'Bearer seam_apikey1_token')
    assert.equal(record.status, 200)
    assert.ok(record.time >= started && record.time <= Date.now())
    assert.equal(proxy.count(path), 1)
  })

  test('answers itself, for the path and the number of requests asked', async () => {
    proxy.fault('/other', { status: 418 })
    proxy.fault(path, { status: 503, headers: { 'retry-after': '7' }, body: '' }, 2)
    const codes = codesAtFake()
    const statuses = []
    for (let request = 0; request < 3; request += 1) {
      statuses.push((await post()).status)
    }
    assert.deepEqual(statuses, [503, 503, 200])
    assert.equal(codesAtFake(), codes + 1)
  })

  test('answers with JSON', async () => {
    proxy.fault(undefined, { status: 200, body: { ok: true } })
    assert.deepEqual(await (await post()).json(), { ok: true })
  })

  test('drops the connection before or after the work is done', async () => {
    const codes = codesAtFake()
    proxy.fault(path, { drop: 'before' })
    await assert.rejects(post(), TypeError)
    assert.equal(codesAtFake(), codes)

    proxy.fault(path, { drop: 'after' })
    await assert.rejects(post(), TypeError)
    assert.equal(codesAtFake(), codes + 1)
    assert.equal(proxy.last().status, undefined)
  })

  test('never answers', async () => {
    proxy.fault(path, { hang: true })
    const controller = new AbortController()
    const rejected = assert.rejects(post(undefined, { signal: controller.signal }), { name: 'AbortError' })
    await until(() => proxy.count() === 1)
    controller.abort()
    await rejected
    assert.equal(proxy.last().status, undefined)
  })

  test('stalls in the middle of an answer', async () => {
    proxy.fault(path, { stall: true })
    const controller = new AbortController()
    const response = await post(undefined, { signal: controller.signal })
    assert.equal(response.status, 200)
    const reader = response.body.getReader()
    assert.ok((await reader.read()).value.length > 0)
    const rest = reader.read()
    controller.abort()
    await assert.rejects(rest, { name: 'AbortError' })
  })

  test('waits for what it is told to wait for, truncates and transforms', async () => {
    const released = deferred()
    const order = []
    proxy.fault(path, { until: released.promise, truncate: true })
    const answer = post().then((response) => {
      order.push('answered')
      return response.text()
    })
    await until(() => proxy.count() === 1)
    order.push('released')
    released.resolve()
    const text = await answer
    assert.deepEqual(order, ['released', 'answered'])
    assert.throws(() => JSON.parse(text))

    proxy.fault(path, {
      transform: (body) => ({ ...body, access_code: undefined }),
    })
    assert.deepEqual(await (await post()).json(), { ok: true })
  })

  test('passes on in another form, and answers in place of the fake', async () => {
    const other = await startRecordingProxy(fake.url, {
      ask: async (request, pass) => {
        if (request.url === '/answered') return { status: 200, headers: {}, body: 'itself' }
        return await pass({ ...request, method: 'POST', url: '/devices/list', rawBody: '{"limit":1}' })
      },
    })
    try {
      const headers = {
        authorization: `Bearer ${fake.seed.seam_apikey1_token}`,
        'content-type': 'application/json',
      }
      const { devices } = await (await fetch(`${other.url}/some/path?a=1`, { headers })).json()
      assert.equal(devices.length, 1)
      assert.equal(await (await fetch(`${other.url}/answered`)).text(), 'itself')
      const seen = other.requests.map(({ method, path, search }) => [method, path, search])
      assert.deepEqual(seen, [
        ['GET', '/some/path', '?a=1'],
        ['GET', '/answered', ''],
      ])
    } finally {
      await other.stop()
    }
  })

  test('passes preflights on', async () => {
    const response = await fetch(proxy.url + path, {
      method: 'OPTIONS',
      headers: {
        origin: 'http://app.test',
        'access-control-request-method': 'POST',
      },
    })
    assert.equal(response.status, 200)
    assert.equal(response.headers.get('access-control-allow-origin'), 'http://app.test')
  })
})
