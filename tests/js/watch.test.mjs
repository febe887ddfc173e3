// Watching events: each once and none missed, across pages, equal instants, late arrivals, faults and restarts; what ends a watch,
// and that nothing is asked while the consumer works. Against the fake, and against a server of events for what that cannot do.
import assert from 'node:assert/strict'
import { getEventListeners } from 'node:events'
import { after, before, beforeEach, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { eventAt, orders, startEventsServer } from '../support/events-server.mjs'
import { Lifecycle } from '../support/lifecycle.mjs'
import { startRecordingProxy } from '../support/recording-proxy.mjs'
import { failureOf, openStage } from '../support/stage.mjs'

const path = '/events/list'
const start = Date.parse('2026-03-01T12:00:00.000Z')
const quick = { since: new Date(start), pollingInterval: 5, maxRetries: 0 }

const idsOf = (events) => events.map(({ event_id }) => event_id)

/** The next events of a watch. */
const take = async (watch, count) => {
  const taken = []
  while (taken.length < count) {
    const { done, value } = await watch.next()
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

describe('watching events', { timeout: 120_000 }, () => {
  let stage

  before(async () => {
    stage = await openStage()
  })
  after(() => stage.close())
  beforeEach(() => stage.reset())

  /** A server of events, a proxy in front of it and a client; closed at the end of the test. */
  const open = async (context, options) => {
    const server = await startEventsServer(options)
    const proxy = await startRecordingProxy(server.url)
    context.after(async () => {
      await proxy.stop()
      await server.stop()
    })
    const { events } = stage.createClient({ endpoint: proxy.url })
    return { server, proxy, watch: (changed) => events.watch({}, { ...quick, ...changed }) }
  }

  describe('of the fake', () => {
    test('gives the events of a code as they come', async () => {
      const lifecycle = new Lifecycle({ database: stage.fake.database })
      try {
        const watch = stage.seam.events.watch(
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
      const watch = stage.seam.events.watch(
        { device_id: stage.deviceId },
        { since: '2026-03-01T12:00:00+02:00', pollingInterval: 10, headers: { 'x-trace': 'abc' } },
      )
      await assertNothingMore(watch)
      assert.deepEqual(stage.proxy.last(path).body, {
        device_id: stage.deviceId,
        since: '2026-03-01T09:59:59.999Z',
        limit: 500,
      })
      assert.equal(stage.proxy.last(path).headers['x-trace'], 'abc')
    })

    test('begins now where nothing else is said', async () => {
      stage.fake.database.addEvent({ event_type: 'device.connected', created_at: new Date(start).toISOString() })
      const before = Date.now()
      const watch = stage.seam.events.watch()
      const first = watch.next()
      while (stage.proxy.count(path) === 0) await sleep(5)
      await watch.return()
      assert.equal((await first).done, true)
      const { since } = stage.proxy.last(path).body
      assert.ok(Date.parse(since) >= before - 1 && Date.parse(since) <= Date.now(), since)
    })

    test('gives all, though the fake knows no limit', async () => {
      const { database } = stage.fake
      const instant = new Date(start).toISOString()
      const { workspace_id } = database.devices.find(({ device_id }) => device_id === stage.deviceId)
      for (let count = 0; count < 7; count += 1) {
        database.addEvent({ event_type: 'device.tampered', workspace_id, created_at: instant, occurred_at: instant })
      }
      for (const limit of [1, 6, 7, 8]) {
        const watch = stage.seam.events.watch({ event_type: 'device.tampered' }, { ...quick, limit })
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
        assert.deepEqual(taken.map(({ created_at }) => Date.parse(created_at)), instants)
        assert.equal(new Set(idsOf(taken)).size, instants.length)
        assert.ok(proxy.count() < 200, `${proxy.count()} requests`)
        await assertNothingMore(watching)
      })
    }

    test('a backlog of 3000 takes no request more than needed for what is not known of the order', async (context) => {
      for (const [order, most] of [[orders.oldestFirst, 20], [orders.newestFirst, 30]]) {
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
      server.events.push(eventAt(start - 1), eventAt(start), eventAt(start, 1))
      const watching = watch()
      assert.deepEqual(idsOf(await take(watching, 2)), idsOf(server.events.slice(1)))
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

    test('without a time or, unchecked, without an id', async (context) => {
      const { server, watch } = await open(context, {
        shown: (events) =>
          events.map(({ event_id, created_at, ...event }, index) =>
            index === 0 ? { ...event, created_at } : { ...event, event_id, created_at: undefined },
          ),
      })
      server.events.push(eventAt(start + 1), eventAt(start + 2))
      const watching = watch({ validate: 'off' })
      const [first, second] = await take(watching, 2)
      assert.equal(first.event_id, undefined)
      assert.equal(second.event_id, server.events[1].event_id)
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
      context.diagnostic(`${sizes[1]} characters with 1 event in the overlap, ${sizes[70]} with 70, ${sizes[400]} with 400`)
      assert.ok(sizes[70] < 1000 && sizes[400] < 4000)
      // Those of which it has no mark may come again; none may be missing.
      const late = eventAt(start + 200 * 149)
      server.events.push(late)
      const again = watch({ cursor: watching.cursor })
      const taken = await take(again, 400 - 256 + 1)
      assert.ok(taken.includes(late) || idsOf(taken).includes(late.event_id))
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
      const strange = ['', 'abc', '{}', cursor.toUpperCase(), `${cursor}0`, ` ${cursor}`, cursor.replace('seam1', 'seam2'), 7, {}]
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
})
