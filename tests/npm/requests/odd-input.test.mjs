// What cannot be read or written is refused in words of the package's own, before anything is sent: options and headers that throw, signals that
// are none, and values that JSON cannot hold.
import assert from 'node:assert/strict'
import { before, beforeEach, describe, test } from 'node:test'
import { loadPackage } from '../../support/package.mjs'
import { failureOf } from '../../support/stage.mjs'

const secret = 'raw 482913'

describe('odd input', { timeout: 60_000 }, () => {
  let seamEdge
  let modules
  let sent
  let seam

  before(async () => {
    seamEdge = await loadPackage()
    const [status, rules, events, webhooks] = await Promise.all(
      ['status', 'rules', 'events', 'webhooks'].map(loadPackage),
    )
    modules = { status, rules, events, webhooks }
  })
  beforeEach(() => {
    sent = 0
    seam = new seamEdge.SeamHttp({
      apiKey: 'seam_test1_key',
      fetch: async () => {
        sent += 1
        return new Response('{"devices":[],"ok":true}', { headers: { 'content-type': 'application/json' } })
      },
    })
  })

  const fails = () => {
    throw new RangeError(secret)
  }
  const assertRefused = async (call, pattern) => {
    const error = await failureOf(call)
    assert.equal(error.name, 'SeamHttpInvalidOptionsError', String(error))
    assert.match(error.message, pattern)
    assert.ok(!error.message.includes(secret))
    assert.equal(sent, 0)
  }

  test('a request that is no object', async () => {
    for (const request of [null, undefined, '/devices/list', 5]) {
      await assertRefused(() => seam.client.request(request), /expected an object/)
    }
  })

  const unreadable = {
    'options with headers that throw': () => ({
      get headers() {
        return fails()
      },
    }),
    'headers with a value that throws': () => ({
      headers: {
        get a() {
          return fails()
        },
      },
    }),
    'headers whose pairs throw': () => ({ headers: { [Symbol.iterator]: fails } }),
  }
  for (const [what, options] of Object.entries(unreadable)) {
    test(what, async () => {
      await assertRefused(() => seam.devices.list({}, options()), /headers/)
      const request = Object.defineProperty(options(), 'url', { value: '/devices/list', enumerable: true })
      await assertRefused(() => seam.client.request(request), /headers/)
      await assertRefused(() => modules.status.waitUntilSet(seam, 'a', options()), /headers/)
      const ensured = { device_id: 'd', code: '482913' }
      await assertRefused(() => modules.status.ensureAccessCode(seam, ensured, options()), /headers/)
      await assertRefused(() => modules.events.watchEvents(seam, {}, options()).next(), /headers/)
    })
  }

  test('a signal that takes no listener', async () => {
    const signal = { aborted: false, addEventListener: fails, removeEventListener() {} }
    // Each time: nothing is remembered of a listener that was not added.
    for (const _ of [1, 2]) {
      await assertRefused(() => seam.devices.list({}, { signal }), /`signal`/)
      await assertRefused(() => seam.client.get('/devices/list', { signal }), /`signal`/)
      await assertRefused(() => modules.status.waitUntilSet(seam, 'a', { signal }), /`signal`/)
    }
    const silent = { aborted: false, removeEventListener() {} }
    await assertRefused(() => seam.devices.list({}, { signal: silent }), /`signal`/)
  })

  test('a signal that does not let go of a listener changes nothing', async () => {
    const signal = { aborted: false, addEventListener() {}, removeEventListener: fails }
    assert.deepEqual(await seam.devices.list({}, { signal }), [])
    assert.deepEqual(await seam.devices.list({}, { signal }), [])
    assert.equal(sent, 2)
  })

  test('a signal that takes no listener for the second attempt', async () => {
    let added = 0
    const signal = {
      aborted: false,
      addEventListener() {
        added += 1
        if (added > 1) fails()
      },
      removeEventListener() {},
    }
    const failing = new seamEdge.SeamHttp({
      apiKey: 'seam_test1_key',
      fetch: async () => new Response('', { status: 503, headers: { 'retry-after': '0' } }),
    })
    const error = await failureOf(() => failing.devices.list({}, { signal }))
    assert.equal(error.name, 'SeamHttpInvalidOptionsError', String(error))
  })

  const deep = () => {
    let value = {}
    for (let depth = 0; depth < 200_000; depth += 1) value = [value]
    return value
  }
  const cyclic = () => {
    const value = {}
    value.self = value
    return value
  }
  const unwritable = { 'a cycle': cyclic, 'a BigInt': () => ({ n: 1n }), 'what is too deep': deep }
  for (const [what, make] of Object.entries(unwritable)) {
    test(`a code or device with ${what}`, async () => {
      const { status, rules, webhooks } = modules
      const code = { access_code_id: 'a', errors: make() }
      const device = { device_id: 'd', errors: make() }
      for (const call of [
        () => status.diagnose(code),
        () => status.accessCodeTimeline(code),
        () => status.accessCodeTimeline({}, { device }),
        () => rules.suggestCode(device),
        () => rules.suggestCode({}, { existing: [code] }),
        () => webhooks.redactEvent(code),
      ]) {
        const error = await failureOf(call)
        assert.equal(error.constructor, TypeError, String(error))
        assert.match(error.message, /cannot be written as JSON/)
      }
      const { ok, issues } = rules.checkAccessCode({ device_id: 'd' }, { device })
      assert.equal(ok, false)
      assert.equal(issues[0].code, 'not_serializable')
    })
  }

  test('an instant that is none', async () => {
    for (const now of [true, false, 5n, Symbol('now'), () => 5, 'soon', Number.NaN]) {
      const error = await failureOf(() => modules.status.diagnose({}, { now }))
      assert.equal(error.constructor, TypeError, String(error))
      assert.match(error.message, /`now`/)
    }
  })
})
