// What fails in a watch: what is reported and repeated, with which pauses, what ends it, and what is refused at once.
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { eventAt } from '../../support/events-server.mjs'
import { failureOf, openStage } from '../../support/stage.mjs'
import { deferred, until } from '../../support/timers.mjs'
import { askedBy, openEvents, path, quick, start } from './watching.mjs'

describe('a watch that fails', { timeout: 600_000 }, () => {
  let stage

  before(async () => {
    stage = await openStage()
  })
  after(() => stage.close())
  beforeEach(() => stage.reset())

  const open = (...parts) => openEvents(stage, ...parts)

  const envelope = (type) => ({ error: { type, message: `it is ${type}` }, ok: false })
  /** Faults that pass, by name. */
  const passing = {
    'a lost connection': { drop: 'before' },
    'an answer that is lost': { drop: 'after' },
    'an answer that is cut off': { truncate: true },
    'status 500 of Seam': { status: 500, body: envelope('internal') },
    'status 502 of a proxy': { status: 502, body: '<h1>Bad gateway</h1>' },
    'status 503 without a body': { status: 503 },
    'status 408': { status: 408, body: 'too slow' },
  }

  for (const [name, fault] of Object.entries(passing)) {
    test(`${name} is reported and repeated`, async (context) => {
      const { server, proxy, watch, take } = await open(context)
      server.events.push(eventAt(start))
      proxy.fault(path, fault, 3)
      const told = []
      const watching = watch({ onError: (...all) => told.push(all) })
      assert.deepEqual(await take(watching, 1), server.events)
      assert.deepEqual(
        told.map(([, { failures }]) => failures),
        [1, 2, 3],
      )
      for (const [error, { failures, pause }] of told) {
        assert.ok(error instanceof Error)
        const whole = 1000 * 2 ** failures
        assert.ok(pause >= whole / 2 && pause <= whole, `${pause} ms after ${failures} failures`)
      }
      assert.equal(proxy.count(), 4)
      proxy.fault(path, fault)
      server.events.push(eventAt(start))
      await take(watching, 1)
      assert.equal(told.at(-1)[1].failures, 1, 'counted anew after a success')
      await watching.return()
    })
  }

  test('a pause is never longer than a minute, or than the interval', async (context) => {
    const { proxy, watch } = await open(context)
    for (const [pollingInterval, longest] of [
      [50_000, 60_000],
      [90_000, 90_000],
    ]) {
      proxy.fault(path, { status: 500 })
      const { promise, resolve } = deferred()
      const watching = watch({ pollingInterval, onError: (_, trouble) => resolve(trouble) })
      const next = watching.next()
      const { pause } = await promise
      assert.ok(pause >= longest / 2 && pause <= longest, `${pause} ms`)
      await watching.return()
      assert.equal((await next).done, true)
    }
  })

  test('a 429 is repeated when its Retry-After says, and without one pauses for long', async (context) => {
    const { server, proxy, watch, take, pauses } = await open(context)
    server.events.push(eventAt(start))
    proxy.fault(path, { status: 429, headers: { 'retry-after': '1' }, body: envelope('rate_limited') })
    const told = []
    const watching = watch({ maxRetries: 1, onError: (...all) => told.push(all) })
    await take(watching, 1)
    assert.deepEqual(told, [])
    assert.equal(proxy.count(), 2)
    assert.equal(pauses.length, 1)
    assert.ok(pauses[0] >= 1000 && pauses[0] <= 1200, `${pauses}`)

    proxy.fault(path, { status: 429 }, 2)
    const next = watching.next()
    await until(() => told.length > 0)
    const [[, { pause }]] = told
    assert.ok(pause >= 30_000, `${pause} ms`)
    await watching.return()
    assert.equal((await next).done, true)
  })

  for (const [name, fault] of Object.entries({
    'status 503': { status: 503, body: envelope('down') },
    'status 503 of a proxy': { status: 503, body: 'down' },
    'status 429': { status: 429, body: envelope('rate_limited') },
  })) {
    test(`pauses no shorter than Retry-After says: ${name}`, async (context) => {
      const { proxy, watch } = await open(context)
      proxy.fault(path, { ...fault, headers: { 'retry-after': '90' } })
      const { promise, resolve } = deferred()
      const watching = watch({ onError: (_, trouble) => resolve(trouble) })
      const next = watching.next()
      const { pause } = await promise
      assert.ok(pause >= 90_000, `${pause} ms`)
      await watching.return()
      assert.equal((await next).done, true)
    })
  }

  const final = {
    'status 401': [{ status: 401, body: envelope('unauthorized') }, 'SeamHttpUnauthorizedError'],
    'status 400': [{ status: 400, body: envelope('invalid_input') }, 'SeamHttpInvalidInputError'],
    'status 404': [{ status: 404, body: envelope('not_found') }, 'SeamHttpApiError'],
    'a redirect': [{ status: 307, headers: { location: '/' } }, 'SeamHttpTransportError'],
    'an event that cannot be used': [
      { transform: (body) => ({ ...body, events: [{ event_type: 7 }] }) },
      'SeamHttpInvalidResponseError',
    ],
  }

  for (const [name, [fault, className]] of Object.entries(final)) {
    test(`${name} ends it`, async (context) => {
      const { server, proxy, watch, take, assertNothingMore } = await open(context)
      server.events.push(eventAt(start))
      const told = []
      const headers = { 'x-watch': 'ended' }
      const watching = watch({ headers, onError: (error) => told.push(error) })
      await take(watching, 1)
      const { cursor } = watching
      proxy.fault(path, fault)
      const error = await failureOf(() => watching.next())
      assert.equal(error.name, className)
      assert.deepEqual(await watching.next(), { done: true, value: undefined })
      assert.deepEqual(told, [])
      const asked = proxy.count()
      // And another one goes on from there.
      assert.equal(watching.cursor, cursor)
      server.events.push(eventAt(start + 1))
      const other = watch({ cursor })
      assert.deepEqual(await take(other, 1), server.events.slice(1))
      await assertNothingMore(other)
      assert.equal(askedBy('ended', proxy), asked, 'asks no more while another asks again and again')
    })
  }

  test('a filter that the core refuses ends it, and nothing is sent', async () => {
    const watching = stage.events.watchEvents(stage.seam, { device_id: 7 }, quick)
    const error = await failureOf(() => watching.next())
    assert.equal(error.name, 'SeamValidationError')
    assert.equal(stage.proxy.count(), 0)
  })

  test('what onError throws changes nothing', async (context) => {
    const printed = context.mock.method(console, 'error', () => {})
    const { server, proxy, watch, take } = await open(context)
    server.events.push(eventAt(start))
    proxy.fault(path, { status: 500 })
    const onError = () => {
      throw new Error('of the hook')
    }
    await take(watch({ onError }), 1)
    assert.equal(printed.mock.callCount(), 1)
  })

  test('a filter that JSON makes nothing of is refused at once, by the endpoint that it is for', async () => {
    const filter = { device_id: { toJSON() {} } }
    const error = await failureOf(async () => stage.events.watchEvents(stage.createClient(), filter))
    assert.ok(error instanceof stage.seamEdge.SeamValidationError, String(error))
    assert.match(error.message, /^\/events\/list: `device_id`/)
  })

  test('options that cannot be used are refused at once', async () => {
    const { seam } = stage
    const refused = [
      [{}, { pollingInterval: Number.NaN }, /pollingInterval/],
      [{}, { pollingInterval: -1 }, /pollingInterval/],
      [{}, { pollingInterval: 0 }, /pollingInterval/],
      [{}, { pollingInterval: '5' }, /pollingInterval/],
      [{}, { overlap: Number.NaN }, /overlap.*NaN/],
      [{}, { overlap: -1 }, /overlap.*-1/],
      [{}, { overlap: '5' }, /overlap/],
      [{}, { overlap: Number.POSITIVE_INFINITY }, /overlap.*Infinity/],
      [{}, { limit: 0 }, /limit.*0/],
      [{}, { limit: 1.5 }, /limit.*1\.5/],
      [{}, { limit: '5' }, /limit/],
      [{}, { since: 'yesterday' }, /since/],
      [{}, { since: new Date(Number.NaN) }, /since/],
      [{}, { since: 5 }, /since/],
      [{}, { since: {} }, /since/],
      [{}, { signal: {} }, /signal/],
      [{}, { onError: 'print' }, /onError/],
      [{}, { pollInterval: 5 }, /pollInterval/],
      [{}, { timeOut: 5 }, /timeOut.*timeout/],
      ['device', {}, /filter/],
      [null, {}, /filter/],
      [[], {}, /filter/],
      [{ since: '2026-01-01' }, {}, /since/],
      [{ between: ['2026-01-01', '2026-01-02'] }, {}, /between/],
      [{ limit: 5 }, {}, /limit/],
      [{ unstable_offset: 5 }, {}, /unstable_offset/],
    ]
    for (const [filter, options, message] of refused) {
      assert.throws(
        () => stage.events.watchEvents(seam, filter, options),
        (error) => {
          assert.equal(error.name, 'SeamHttpInvalidOptionsError', String(error))
          assert.match(error.message, message)
          return true
        },
      )
    }
    assert.equal(stage.proxy.count(), 0)
    for (const none of [null, { pollingInterval: null, overlap: null, limit: null, since: null }])
      stage.events.watchEvents(seam, {}, none)
  })
})
