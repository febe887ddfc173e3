// Watching events: each once and none missed, across pages, equal instants, late arrivals, faults and restarts; what ends a watch,
// and that nothing is asked while the consumer works. Against the fake, and against a server of events for what that cannot do.
import assert from 'node:assert/strict'
import { getEventListeners } from 'node:events'
import { after, before, beforeEach, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { eventAt, orders, startEventsServer } from '../../support/events-server.mjs'
import { Lifecycle } from '../../support/lifecycle.mjs'
import { startRecordingProxy } from '../../support/recording-proxy.mjs'
import { failureOf, openStage } from '../../support/stage.mjs'

const path = '/events/list'
const start = Date.parse('2026-03-01T12:00:00.000Z')
const quick = { since: new Date(start), pollingInterval: 5, maxRetries: 0 }

const idsOf = (events) => events.map(({ event_id }) => event_id)

/** The next events of a watch. */
const take = async (watch, count) => {
  const taken = []
  while (taken.length < count) {
    const next = await Promise.race([watch.next(), sleep(10_000, 'nothing', { ref: false })])
    assert.notEqual(next, 'nothing', `waits after ${taken.length} of ${count} events`)
    const { done, value } = next
    assert.ok(!done, `ended after ${taken.length} of ${count} events`)
    taken.push(value)
  }
  return taken
}

/** Fails where the watch gives anything within some ms; ends it. */
const assertNothingMore = async (watch, milliseconds = 60) => {
  const next = watch.next()
  assert.equal(await Promise.race([next, sleep(milliseconds, 'nothing')]), 'nothing')
  await watch.return()
  assert.deepEqual(await next, { done: true, value: undefined })
}

/** Lets the test say what time it is, by both clocks. */
const clockOf = (context, now) => {
  context.mock.method(Date, 'now', now)
  context.mock.method(performance, 'now', now)
}

describe('watching events', { timeout: 120_000 }, () => {
  let stage

  before(async () => {
    stage = await openStage()
  })
  after(() => stage.close())
  beforeEach(() => {
    stage.reset()
    stage.fake.database.setState({ events: [] })
  })

  /** A server of events, a proxy in front of it and a client; closed at the end of the test. */
  const open = async (context, options) => {
    const server = await startEventsServer(options)
    const proxy = await startRecordingProxy(server.url)
    const watches = []
    context.after(async () => {
      for (const watching of watches) await watching.return()
      await proxy.stop()
      await server.stop()
    })
    const { events: seam } = stage.createClient({ endpoint: proxy.url })
    const watch = (changed) => {
      const watching = stage.events.watchEvents(seam, {}, { ...quick, ...changed })
      watches.push(watching)
      return watching
    }
    return { server, proxy, watch }
  }

  describe('of the fake', () => {
    test('gives the events of a code as they come', async () => {
      const lifecycle = new Lifecycle({ database: stage.fake.database })
      try {
        const watch = stage.events.watchEvents(
          stage.seam,
          { event_types: ['access_code.created', 'access_code.set_on_device'] },
          { since: new Date(Date.now() - 1), pollingInterval: 10 },
        )
        const first = watch.next()
        const { access_code_id } = await stage.seam.accessCodes.create({ device_id: stage.deviceId })
        const { value } = await first
        assert.equal(value.event_type, 'access_code.created')
        assert.equal(value.access_code_id, access_code_id)
        lifecycle.start(5)
        const [second] = await take(watch, 1)
        assert.equal(second.event_type, 'access_code.set_on_device')
        await watch.return()
      } finally {
        lifecycle.uninstall()
      }
    })

    test('asks with the filter, a ms before the beginning, and for 500 events', async () => {
      const watch = stage.events.watchEvents(
        stage.seam,
        { device_id: stage.deviceId },
        { since: '2026-03-01T12:00:00+02:00', pollingInterval: 10, headers: { 'x-trace': 'abc' } },
      )
      const next = watch.next()
      while (stage.proxy.count(path) === 0) await sleep(5)
      await watch.return()
      assert.equal((await next).done, true)
      assert.deepEqual(stage.proxy.last(path).body, {
        device_id: stage.deviceId,
        since: '2026-03-01T09:59:59.999Z',
        limit: 500,
      })
      assert.equal(stage.proxy.last(path).headers['x-trace'], 'abc')
    })

    test("begins now, by the server's clock, where nothing else is said", async () => {
      const { database } = stage.fake
      database.addEvent(eventAt(start))
      const before = Date.now()
      database.addEvent(eventAt(before - 60_000))
      const watch = stage.events.watchEvents(stage.seam, {}, { pollingInterval: 20 })
      const first = watch.next()
      while (stage.proxy.count(path) === 0) await sleep(5)
      // How far back it lists decides nothing: what was made before is not given.
      const { since } = stage.proxy.last(path).body
      assert.ok(Date.parse(since) <= Date.now(), since)
      const later = eventAt(Date.now() + 1000)
      database.addEvent(later)
      assert.equal((await first).value.event_id, later.event_id)
      await watch.return()
    })

    test('gives all, though the fake knows no limit', async () => {
      const { database } = stage.fake
      for (let count = 0; count < 7; count += 1) {
        database.addEvent({ ...eventAt(start), event_type: 'device.tampered' })
      }
      for (const limit of [1, 6, 7, 8]) {
        const watch = stage.events.watchEvents(
          stage.seam,
          { event_type: 'device.tampered' },
          { ...quick, limit },
        )
        assert.equal(new Set(idsOf(await take(watch, 7))).size, 7)
        await assertNothingMore(watch, 30)
      }
    })
  })

  describe('each event once and in order', () => {
    for (const [name, order] of Object.entries(orders)) {
      test(`across pages, listed ${name}`, async (context) => {
        const { server, proxy, watch } = await open(context, { order })
        // Dense, sparse, at the same instant, and long after all others.
        const instants = [
          ...Array.from({ length: 60 }, (_, index) => start + index),
          ...Array.from({ length: 40 }, (_, index) => start + 1000 + index * 977),
          ...Array.from({ length: 25 }, () => start + 50_000),
          start + 86_400_000,
        ]
        for (const instant of instants) server.events.push(eventAt(instant))
        const watching = watch({ limit: 10 })
        const taken = await take(watching, instants.length)
        assert.deepEqual(
          taken.map(({ created_at }) => Date.parse(created_at)),
          instants,
        )
        assert.equal(new Set(idsOf(taken)).size, instants.length)
        assert.ok(proxy.count() < 200, `${proxy.count()} requests`)
        await assertNothingMore(watching)
      })
    }

    test('a backlog of 3000 takes no request more than needed for what is not known of the order', async (context) => {
      for (const [order, most] of [
        [orders.oldestFirst, 20],
        [orders.newestFirst, 30],
      ]) {
        const { server, proxy, watch } = await open(context, { order })
        for (let index = 0; index < 3000; index += 1) server.events.push(eventAt(start + index * 13))
        const watching = watch({ limit: undefined })
        const taken = await take(watching, 3000)
        assert.deepEqual(idsOf(taken), idsOf(server.events))
        context.diagnostic(`${proxy.count()} requests`)
        assert.ok(proxy.count() <= most, `${proxy.count()} requests`)
        await watching.return()
      }
    })

    test('more at one instant than fit into a page', async (context) => {
      const { server, watch } = await open(context)
      for (let count = 0; count < 90; count += 1) server.events.push(eventAt(start + 5, count * 11))
      const watching = watch({ limit: 4 })
      assert.deepEqual(idsOf(await take(watching, 90)), idsOf(server.events))
      server.events.push(eventAt(start + 5, 999))
      assert.deepEqual(idsOf(await take(watching, 1)), idsOf(server.events.slice(-1)))
      await assertNothingMore(watching)
    })

    test('at the very beginning too', async (context) => {
      const { server, watch } = await open(context)
      // The first but one is listed, since the API knows more than the ms of an instant.
      const instants = [[start - 1], [start - 1, 500], [start], [start, 1]]
      server.events.push(...instants.map((instant) => eventAt(...instant)))
      const watching = watch()
      assert.deepEqual(idsOf(await take(watching, 2)), idsOf(server.events.slice(2)))
      await assertNothingMore(watching)
    })

    test('one that comes late, within the overlap', async (context) => {
      const { server, watch } = await open(context)
      const newest = eventAt(start + 100_000)
      server.events.push(newest)
      const watching = watch()
      assert.deepEqual(await take(watching, 1), [newest])
      const [late, latest, tooLate] = [60_000, 1, 60_001].map((by) => eventAt(start + 100_000 - by))
      server.events.push(late)
      assert.deepEqual(await take(watching, 1), [late])
      server.events.push(tooLate, latest)
      assert.deepEqual(await take(watching, 1), [latest])
      await assertNothingMore(watching)
    })

    test('within the overlap that was asked for', async (context) => {
      const { server, watch } = await open(context)
      server.events.push(eventAt(start + 5000))
      const [none, some] = [watch({ overlap: 0 }), watch({ overlap: 100 })]
      for (const watching of [none, some]) await take(watching, 1)
      const late = eventAt(start + 4900)
      server.events.push(late)
      assert.deepEqual(await take(some, 1), [late])
      const same = eventAt(start + 5000)
      server.events.push(same)
      assert.deepEqual(await take(none, 1), [same])
      await assertNothingMore(none)
      await some.return()
    })

    for (const [name, until] of [
      ['a while', 12_000],
      ['longer than the overlap', 20_000],
    ]) {
      test(`one that comes late while the consumer works on a page for ${name}`, async (context) => {
        const { server, watch } = await open(context)
        let now = start + 8000
        clockOf(context, () => now)
        for (const by of [0, 3, 4, 5, 6, 7, 8]) server.events.push(eventAt(start + by * 1000))
        const watching = watch({ limit: 4, overlap: 5000 })
        const taken = await take(watching, 1)
        // No more than five seconds late, but in the part of the list that has been read already.
        now = start + 8400
        server.events.push(eventAt(start + 3500))
        now = start + until
        server.events.push(eventAt(now))
        taken.push(...(await take(watching, 7)))
        const next = await Promise.race([watching.next(), sleep(500, 'nothing')])
        assert.notEqual(next, 'nothing', 'the late one is missed')
        taken.push(next.value)
        assert.deepEqual(new Set(idsOf(taken)), new Set(idsOf(server.events)))
        await assertNothingMore(watching)
      })
    }

    test('a slow consumer does not make it remember more', async (context) => {
      const { server, watch } = await open(context)
      let now = start + 100_000
      clockOf(context, () => now)
      for (let index = 0; index < 200; index += 1) server.events.push(eventAt(start + index * 100))
      const watching = watch({ limit: 8, overlap: 1000 })
      for (const event of server.events) {
        assert.deepEqual(await take(watching, 1), [event])
        now += 500
        assert.ok(watching.cursor.length < 700, `${watching.cursor.length} characters`)
      }
    })

    test('without a time or, unchecked, without an id', async (context) => {
      const { server, watch } = await open(context, {
        shown: (events) =>
          events.map(({ event_id, created_at, ...event }, index) =>
            index < 2 ? { ...event, created_at } : { ...event, event_id, created_at: undefined },
          ),
      })
      server.events.push(eventAt(start + 1), eventAt(start + 2), eventAt(start + 3))
      const watching = watch({ validate: 'off' })
      const ids = idsOf(await take(watching, 3))
      assert.deepEqual(new Set(ids), new Set([undefined, server.events[2].event_id]))
      await assertNothingMore(watching)
    })
  })

  describe('the cursor', () => {
    test('goes on behind the event that was given last, late ones included', async (context) => {
      const { server, watch } = await open(context)
      for (const by of [1, 2, 2, 3]) server.events.push(eventAt(start + by))
      const first = watch()
      await take(first, 2)
      const { cursor } = first
      await take(first, 1)
      await first.return()
      assert.notEqual(first.cursor, cursor)

      const late = eventAt(start + 1)
      server.events.push(late)
      // What was asked for at first is not what counts.
      const second = watch({ cursor, since: '2020-01-01T00:00:00Z' })
      assert.deepEqual(idsOf(await take(second, 3)), idsOf([late, server.events[2], server.events[3]]))
      await assertNothingMore(second)
      const third = watch({ cursor: second.cursor })
      await assertNothingMore(third)
      assert.equal(third.cursor, second.cursor)
    })

    test('is there before the first event, and null is none', async (context) => {
      const { server, watch } = await open(context)
      const { cursor } = watch({ cursor: null })
      const event = eventAt(start)
      server.events.push(event)
      assert.deepEqual(await take(watch({ cursor, since: undefined }), 1), [event])
    })

    test('is small, fit for any store, and bounded', async (context) => {
      const { server, watch } = await open(context)
      const sizes = {}
      const watching = watch()
      for (let index = 1; index <= 400; index += 1) {
        const event = eventAt(start + index * 149)
        server.events.push(event)
        await take(watching, 1)
        sizes[index] = watching.cursor.length
        assert.match(watching.cursor, /^[\w.-]+$/)
      }
      context.diagnostic(
        `${sizes[1]} characters with 1 event in the overlap, ${sizes[70]} with 70, ${sizes[400]} with 400`,
      )
      assert.ok(sizes[70] < 1000 && sizes[400] < 4000)
      // Those of which it has no mark may come again; none may be missing.
      const late = eventAt(start + 200 * 149)
      server.events.push(late)
      const again = watch({ cursor: watching.cursor })
      const taken = await take(again, 400 - 240 + 1)
      const oldest = server.events.slice(0, 400 - 240)
      assert.deepEqual(idsOf(taken).sort(), idsOf([...oldest, late]).sort())
      await watching.return()
      await assertNothingMore(again)
    })

    test('forgets what is behind the overlap', async (context) => {
      const { server, watch } = await open(context)
      const watching = watch({ overlap: 1000 })
      for (let index = 1; index <= 50; index += 1) {
        server.events.push(eventAt(start + index * 1001))
        await take(watching, 1)
        assert.ok(watching.cursor.length < 60, watching.cursor)
      }
    })

    test('keeps what it knew over many restarts', async (context) => {
      const { server, watch } = await open(context)
      let cursor
      for (let index = 1; index <= 200; index += 1) {
        server.events.push(eventAt(start + index * 900))
        const watching = watch({ cursor })
        assert.deepEqual(idsOf(await take(watching, 1)), idsOf(server.events.slice(-1)))
        cursor = watching.cursor
        await watching.return()
      }
      assert.ok(cursor.length < 1000, `${cursor.length} characters`)
    })

    test('that is none of ours, or not a whole one, is refused', async (context) => {
      const { server, watch } = await open(context)
      server.events.push(eventAt(start), eventAt(start + 1))
      const watching = watch()
      await take(watching, 2)
      const { cursor } = watching
      const strange = [
        '',
        'abc',
        '{}',
        cursor.toUpperCase(),
        `${cursor}0`,
        ` ${cursor}`,
        cursor.replace('seam1', 'seam2'),
        7,
        {},
      ]
      for (let length = 1; length < cursor.length; length += 1) strange.push(cursor.slice(0, length))
      for (let at = 0; at < cursor.length; at += 1) {
        const letter = cursor[at] === 'a' ? 'b' : 'a'
        strange.push(cursor.slice(0, at) + letter + cursor.slice(at + 1))
      }
      for (const other of strange) {
        const error = await failureOf(() => watch({ cursor: other }))
        assert.ok(error instanceof stage.seamEdge.SeamHttpInvalidOptionsError, `${other}: ${error}`)
        assert.match(error.message, /cursor/)
      }
    })
  })

  describe('what fails', () => {
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
        const { server, proxy, watch } = await open(context)
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
          const whole = 5 * 2 ** failures
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
      const { server, proxy, watch } = await open(context)
      server.events.push(eventAt(start))
      proxy.fault(path, { status: 429, headers: { 'retry-after': '1' }, body: envelope('rate_limited') })
      const told = []
      const watching = watch({ maxRetries: 1, onError: (...all) => told.push(all) })
      await take(watching, 1)
      assert.deepEqual(told, [])
      const [first, second] = proxy.requests
      assert.ok(second.time - first.time >= 990)

      proxy.fault(path, { status: 429 }, 2)
      const next = watching.next()
      while (told.length === 0) await sleep(5)
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
        const { server, proxy, watch } = await open(context)
        server.events.push(eventAt(start))
        const told = []
        const watching = watch({ onError: (error) => told.push(error) })
        await take(watching, 1)
        const { cursor } = watching
        proxy.fault(path, fault)
        const error = await failureOf(() => watching.next())
        assert.equal(error.name, className)
        assert.deepEqual(await watching.next(), { done: true, value: undefined })
        assert.deepEqual(told, [])
        const asked = proxy.count()
        await sleep(30)
        assert.equal(proxy.count(), asked)
        // And another one goes on from there.
        assert.equal(watching.cursor, cursor)
        server.events.push(eventAt(start + 1))
        assert.deepEqual(await take(watch({ cursor }), 1), server.events.slice(1))
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
      const { server, proxy, watch } = await open(context)
      server.events.push(eventAt(start))
      proxy.fault(path, { status: 500 })
      const onError = () => {
        throw new Error('of the hook')
      }
      await take(watch({ onError }), 1)
      assert.equal(printed.mock.callCount(), 1)
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

  describe('its end', () => {
    const assertAborted = async (promise, signal) => {
      const error = await failureOf(() => promise)
      assert.equal(error.name, 'AbortError')
      assert.ok(error instanceof stage.seamEdge.SeamError)
      assert.equal(error.code, 'ABORT_ERR')
      assert.equal(error.cause, signal.reason)
    }

    /** Where the signal comes: what is under way then. */
    const moments = {
      'before the beginning': async ({ controller, watching }) => {
        controller.abort(new Error('enough'))
        return watching.next()
      },
      'in a pause': async ({ controller, watching, proxy }) => {
        const next = watching.next()
        while (proxy.requests.at(-1)?.status === undefined) await sleep(2)
        await sleep(20)
        controller.abort(new Error('enough'))
        return next
      },
      'in a request': async ({ controller, watching, proxy }) => {
        proxy.fault(path, { hang: true })
        const next = watching.next()
        while (proxy.count() === 0) await sleep(2)
        controller.abort(new Error('enough'))
        return next
      },
      'in a pause after an error': async ({ controller, watching, proxy }) => {
        proxy.fault(path, { drop: 'before' })
        const next = watching.next()
        while (proxy.count() === 0) await sleep(2)
        await sleep(20)
        controller.abort(new Error('enough'))
        return next
      },
      'while the consumer works, with more at hand': async ({ controller, watching, server }) => {
        server.events.push(eventAt(start), eventAt(start + 1))
        await take(watching, 1)
        controller.abort(new Error('enough'))
        return watching.next()
      },
    }

    for (const [name, moment] of Object.entries(moments)) {
      test(`the signal ${name} makes the loop throw an AbortError, at once`, async (context) => {
        const opened = await open(context)
        const controller = new AbortController()
        const { signal } = controller
        const watching = opened.watch({ signal, pollingInterval: 600_000, timeout: 0 })
        const began = Date.now()
        await assertAborted(moment({ ...opened, controller, watching }), signal)
        assert.ok(Date.now() - began < 10_000)
        assert.deepEqual(await watching.next(), { done: true, value: undefined })
        assert.equal(getEventListeners(signal, 'abort').length, 0)
      })
    }

    test('many watches share a signal without a listener left', async (context) => {
      const { proxy, watch } = await open(context)
      const controller = new AbortController()
      const { signal } = controller
      const pending = Array.from({ length: 30 }, () => watch({ signal }).next())
      while (proxy.count() < 30) await sleep(5)
      assert.equal(getEventListeners(signal, 'abort').length, 1)
      controller.abort()
      for (const next of pending) await assertAborted(next, signal)
      assert.equal(getEventListeners(signal, 'abort').length, 0)
    })

    test('leaving the loop ends it: nothing is asked any more, nothing keeps the process', async (context) => {
      const { server, proxy, watch } = await open(context)
      server.events.push(eventAt(start), eventAt(start + 1))
      const controller = new AbortController()
      const watching = watch({ signal: controller.signal })
      for await (const event of watching) {
        assert.deepEqual(event, server.events[0])
        break
      }
      const asked = proxy.count()
      await sleep(40)
      assert.equal(proxy.count(), asked)
      assert.equal(getEventListeners(controller.signal, 'abort').length, 0)
      assert.deepEqual(await watching.next(), { done: true, value: undefined })
      assert.deepEqual(await watching.return(), { done: true, value: undefined })
      // The second event was not given.
      assert.deepEqual(await take(watch({ cursor: watching.cursor }), 1), server.events.slice(1))
    })

    for (const [name, fault] of [
      ['in a request', { hang: true }],
      ['in a pause', { delay: 0 }],
    ]) {
      test(`return ${name} ends the wait for an event`, async (context) => {
        const { proxy, watch } = await open(context)
        proxy.fault(path, fault)
        const watching = watch({ pollingInterval: 600_000, timeout: 0 })
        const next = watching.next()
        while (proxy.count() === 0) await sleep(2)
        await sleep(20)
        assert.deepEqual(await watching.return(), { done: true, value: undefined })
        assert.deepEqual(await next, { done: true, value: undefined })
      })
    }

    test('return before the beginning asks nothing', async (context) => {
      const { proxy, watch } = await open(context)
      const watching = watch()
      await watching.return()
      assert.deepEqual(await watching.next(), { done: true, value: undefined })
      assert.equal(proxy.count(), 0)
    })
  })

  describe('how often it asks', () => {
    test('not while the consumer works, and then at once where the interval is over', async (context) => {
      const { server, proxy, watch } = await open(context)
      let now = start
      clockOf(context, () => now)
      server.events.push(eventAt(start))
      const watching = watch({ pollingInterval: 600_000 })
      assert.equal(proxy.count(), 0, 'nothing before the first event is asked for')
      await take(watching, 1)
      await sleep(100)
      assert.equal(proxy.count(), 1)
      server.events.push(eventAt(start + 1))
      now += 600_000
      await take(watching, 1)
      assert.equal(proxy.count(), 2)
    })

    test('after the interval, counted from the last time', async (context) => {
      const { proxy, watch } = await open(context)
      const watching = watch({ pollingInterval: 100 })
      const next = watching.next()
      while (proxy.count() < 5) await sleep(5)
      await watching.return()
      await next
      const times = proxy.requests.map(({ time }) => time)
      // Each arrives a bit later or earlier than it was sent.
      assert.ok(times[4] - times[0] >= 350, `${times[4] - times[0]} ms for four pauses`)
    })

    test('goes on without a pause where there is more than a page', async (context) => {
      const { server, watch } = await open(context)
      for (let index = 0; index < 50; index += 1) server.events.push(eventAt(start + index))
      const watching = watch({ limit: 10, pollingInterval: 600_000 })
      await take(watching, 50)
      await watching.return()
    })
  })

  test('any history, any faults, any restarts: every event once, and in order but for those that come late', async (context) => {
    let [watches, given, late, failures, requests] = [0, 0, 0, 0, 0]
    // The clocks of server and consumer go on together, as far apart as may be.
    let now = start
    let skew = 0
    clockOf(context, () => now + skew)
    const history = fc.record({
      order: fc.constantFrom(...Object.values(orders)),
      limit: fc.integer({ min: 2, max: 12 }),
      /** How far each event is from the one before, and how long it takes to be seen, in ms. */
      events: fc.array(
        fc.record({
          after: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(4000)),
          microseconds: fc.nat(999),
          delay: fc.oneof(fc.constant(0), fc.nat(4900)),
        }),
        { minLength: 5, maxLength: 40, size: 'max' },
      ),
      /** What comes between two steps of the consumer. */
      steps: fc.array(
        fc.constantFrom('go', 'go', 'go', 'restart', 'crash', 'drop', 'lose', 'cut', '500', '502'),
        {
          minLength: 1,
          maxLength: 40,
          size: 'max',
        },
      ),
      /** How many ms pass with each step. */
      pace: fc.integer({ min: 1, max: 6000 }),
      ahead: fc.integer({ min: -86_400_000, max: 86_400_000 }),
    })
    const faults = {
      drop: { drop: 'before' },
      lose: { drop: 'after' },
      cut: { truncate: true },
      500: { status: 500 },
      502: { status: 502, body: 'Bad gateway' },
    }

    const live = async ({ order, limit, events: gaps, steps, pace, ahead }) => {
      now = start
      skew = ahead
      const server = await startEventsServer({ order })
      const proxy = await startRecordingProxy(server.url)
      const { events: seam } = stage.createClient({ endpoint: proxy.url })
      let watching
      try {
        let instant = start
        const coming = gaps
          .map(({ after, microseconds, delay }) => {
            instant += after
            return { seenAt: instant + delay, event: eventAt(instant, microseconds) }
          })
          .sort((one, other) => one.seenAt - other.seenAt)
        const pass = () => {
          // Where nothing else is to come now, the time of the next one comes.
          now = Math.max(now + pace, coming[0]?.seenAt ?? 0)
          while (coming.length > 0 && coming[0].seenAt <= now) server.events.push(coming.shift().event)
        }

        const options = { ...quick, pollingInterval: 1, overlap: 5000, limit, onError: () => (failures += 1) }
        watching = stage.events.watchEvents(seam, {}, options)
        watches += 1
        const done = []
        let cursor = watching.cursor
        let newest = 0
        const total = gaps.length
        for (let step = 0; done.length < total; step += 1) {
          if (done.length === server.events.length) pass()
          const what = steps[step % steps.length]
          if (what in faults) proxy.fault(path, faults[what])
          const next = await Promise.race([watching.next(), sleep(20_000, 'nothing', { ref: false })])
          assert.notEqual(
            next,
            'nothing',
            `waits for an event at step ${step}, with ${done.length} of ${server.events.length}`,
          )
          const { value } = next
          const time = Date.parse(value.created_at)
          if (what === 'crash' && step < steps.length) {
            // It was given, but the consumer has not done with it.
            await watching.return()
            watching = stage.events.watchEvents(seam, {}, { ...options, cursor })
            watches += 1
            continue
          }
          done.push(value)
          cursor = watching.cursor
          if (time < newest) late += 1
          newest = Math.max(newest, time)
          if (what === 'restart') {
            await watching.return()
            watching = stage.events.watchEvents(seam, {}, { ...options, cursor, since: undefined })
            watches += 1
          }
          if (step % 3 === 0) pass()
        }
        given += done.length
        assert.deepEqual(idsOf(done).sort(), idsOf(server.events).sort())
        const next = watching.next()
        assert.equal(await Promise.race([next, sleep(8, 'nothing')]), 'nothing')
        await watching.return()
        await next
        requests += proxy.count()
      } finally {
        await watching.return()
        await proxy.stop()
        await server.stop()
      }
    }

    await fc.assert(fc.asyncProperty(history, live), {
      numRuns: Number(process.env.RUNS ?? 12),
      endOnFailure: true,
    })
    context.diagnostic(JSON.stringify({ watches, given, late, failures, requests }))
    assert.ok(late > 0 && failures > 0)
  })
})

const deferred = () => {
  let resolve
  const promise = new Promise((settle) => {
    resolve = settle
  })
  return { promise, resolve }
}
