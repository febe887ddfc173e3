// Which events a watch gives: each once and none missed, across pages, equal instants, late arrivals, faults and restarts. Against a server of
// events for what the fake cannot do.
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import fc from 'fast-check'
import { eventAt, orders, startEventsServer } from '../../support/events-server.mjs'
import { startRecordingProxy } from '../../support/recording-proxy.mjs'
import { openStage } from '../../support/stage.mjs'
import { cutPauses } from '../../support/timers.mjs'
import { clockOf, idsOf, openEvents, path, quick, rounds, start } from './watching.mjs'

describe('a watch gives each event once and in order', { timeout: 600_000 }, () => {
  let stage

  before(async () => {
    stage = await openStage()
  })
  after(() => stage.close())
  beforeEach(() => stage.reset())

  const open = (...parts) => openEvents(stage, ...parts)

  for (const [name, order] of Object.entries(orders)) {
    test(`across pages, listed ${name}`, async (context) => {
      const { server, proxy, watch, take, assertNothingMore } = await open(context, { order })
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
      const { server, proxy, watch, take } = await open(context, { order }, cutPauses)
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
    const { server, watch, take, assertNothingMore } = await open(context)
    for (let count = 0; count < 90; count += 1) server.events.push(eventAt(start + 5, count * 11))
    const watching = watch({ limit: 4 })
    assert.deepEqual(idsOf(await take(watching, 90)), idsOf(server.events))
    server.events.push(eventAt(start + 5, 999))
    assert.deepEqual(idsOf(await take(watching, 1)), idsOf(server.events.slice(-1)))
    await assertNothingMore(watching)
  })

  test('at the very beginning too', async (context) => {
    const { server, watch, take, assertNothingMore } = await open(context)
    // The first but one is listed, since the API knows more than the ms of an instant.
    const instants = [[start - 1], [start - 1, 500], [start], [start, 1]]
    server.events.push(...instants.map((instant) => eventAt(...instant)))
    const watching = watch()
    assert.deepEqual(idsOf(await take(watching, 2)), idsOf(server.events.slice(2)))
    await assertNothingMore(watching)
  })

  test('one that comes late, within the overlap', async (context) => {
    const { server, watch, take, assertNothingMore } = await open(context)
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
    const { server, watch, take, assertNothingMore } = await open(context)
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
      const { server, watch, take, assertNothingMore } = await open(context, {}, cutPauses)
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
      taken.push(...(await take(watching, 1)))
      assert.deepEqual(new Set(idsOf(taken)), new Set(idsOf(server.events)))
      await assertNothingMore(watching)
    })
  }

  test('a slow consumer does not make it remember more', async (context) => {
    const { server, watch, take } = await open(context, {}, cutPauses)
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
    const { server, watch, take, assertNothingMore } = await open(context, {
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

  test('any history, any faults, any restarts: every event once, and in order but for those that come late', async (context) => {
    let [watches, given, late, failures, requests] = [0, 0, 0, 0, 0]
    const { nextWithin } = rounds(context, cutPauses)
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
          const next = await nextWithin(watching, 50)
          assert.ok(
            next !== undefined,
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
        assert.equal(await nextWithin(watching, 3), undefined)
        requests += proxy.count()
      } finally {
        await watching.return()
        await proxy.stop()
        await server.stop()
      }
    }

    await fc.assert(fc.asyncProperty(history, live), {
      numRuns: 12,
      seed: 20_260_301,
      endOnFailure: true,
    })
    context.diagnostic(JSON.stringify({ watches, given, late, failures, requests }))
    assert.ok(late > 0 && failures > 0)
  })
})
