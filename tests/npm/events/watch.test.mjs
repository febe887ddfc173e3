// Watching events: what is asked of the fake, what ends a watch, and that nothing is asked while the consumer works. Which events come, and
// what a cursor and failures do, is in the files beside this one; when it asks is tested in virtual time, in tests/native/flow.
import assert from 'node:assert/strict'
import { getEventListeners } from 'node:events'
import { after, before, beforeEach, describe, test } from 'node:test'
import { eventAt } from '../../support/events-server.mjs'
import { loadPackage } from '../../support/package.mjs'
import { failureOf, openStage } from '../../support/stage.mjs'
import { cutPauses, holdPauses, nextTurn, until } from '../../support/timers.mjs'
import { askedBy, clockOf, idsOf, openEvents, path, quick, rounds, start } from './watching.mjs'

describe('watching events', { timeout: 600_000 }, () => {
  let stage

  before(async () => {
    stage = await openStage()
  })
  after(() => stage.close())
  beforeEach(() => {
    stage.reset()
    stage.fake.database.setState({ events: [] })
  })

  const open = (...parts) => openEvents(stage, ...parts)

  describe('of the fake', () => {
    test('gives the events of a code as they come', async () => {
      const { createFakeSeam } = await loadPackage('testing')
      const fake = createFakeSeam({ clock: 'frozen' })
      let isSetting = false
      const fetch = (...request) => {
        // The lock has taken the code after five lists, and not before the first event is here.
        if (isSetting) fake.advance(1_000)
        return fake.fetch(...request)
      }
      const seam = new stage.seamEdge.SeamHttp({ apiKey: fake.apiKey, fetch })
      const watch = stage.events.watchEvents(
        seam,
        { event_types: ['access_code.created', 'access_code.set_on_device'] },
        { since: new Date(fake.now - 1), pollingInterval: 10 },
      )
      const first = watch.next()
      const { access_code_id } = await seam.accessCodes.create({ device_id: fake.locks[0].deviceId })
      const { value } = await first
      assert.equal(value.event_type, 'access_code.created')
      assert.equal(value.access_code_id, access_code_id)
      isSetting = true
      const second = await watch.next()
      assert.equal(second.value.event_type, 'access_code.set_on_device')
      await watch.return()
    })

    test('asks with the filter, a ms before the beginning, and for 500 events', async () => {
      const watch = stage.events.watchEvents(
        stage.seam,
        { device_id: stage.deviceId },
        { since: '2026-03-01T12:00:00+02:00', pollingInterval: 10, headers: { 'x-trace': 'abc' } },
      )
      const next = watch.next()
      await until(() => stage.proxy.count(path) > 0)
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
      await until(() => stage.proxy.count(path) > 0)
      // How far back it lists decides nothing: what was made before is not given.
      const { since } = stage.proxy.last(path).body
      assert.ok(Date.parse(since) <= Date.now(), since)
      const later = eventAt(Date.now() + 1000)
      database.addEvent(later)
      assert.equal((await first).value.event_id, later.event_id)
      await watch.return()
    })

    test('gives all, though the fake knows no limit', async (context) => {
      const { take, assertNothingMore } = rounds(context)
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
        await assertNothingMore(watch)
      }
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
      'in a pause': async ({ controller, watching, pauses }) => {
        const next = watching.next()
        await until(() => pauses.length === 1)
        controller.abort(new Error('enough'))
        return next
      },
      'in a request': async ({ controller, watching, proxy }) => {
        proxy.fault(path, { hang: true })
        const next = watching.next()
        await until(() => proxy.count() === 1)
        controller.abort(new Error('enough'))
        return next
      },
      'in a pause after an error': async ({ controller, watching, proxy, pauses }) => {
        proxy.fault(path, { drop: 'before' })
        const next = watching.next()
        await until(() => pauses.length === 1)
        controller.abort(new Error('enough'))
        return next
      },
      'while the consumer works, with more at hand': async ({ controller, watching, server, take }) => {
        server.events.push(eventAt(start), eventAt(start + 1))
        await take(watching, 1)
        controller.abort(new Error('enough'))
        return watching.next()
      },
    }

    for (const [name, moment] of Object.entries(moments)) {
      test(`the signal ${name} makes the loop throw an AbortError, at once`, async (context) => {
        const opened = await open(context, {}, holdPauses)
        const controller = new AbortController()
        const { signal } = controller
        // Nothing else ends what is under way: a pause of ten minutes, a request without a limit.
        const watching = opened.watch({ signal, pollingInterval: 600_000, timeout: 0 })
        await assertAborted(moment({ ...opened, controller, watching }), signal)
        assert.deepEqual(await watching.next(), { done: true, value: undefined })
        assert.equal(getEventListeners(signal, 'abort').length, 0)
      })
    }

    test('many watches share a signal without a listener left', async (context) => {
      const { proxy, watch } = await open(context)
      const controller = new AbortController()
      const { signal } = controller
      const pending = Array.from({ length: 30 }, () => watch({ signal }).next())
      await until(() => proxy.count() >= 30)
      assert.equal(getEventListeners(signal, 'abort').length, 1)
      controller.abort()
      for (const next of pending) await assertAborted(next, signal)
      assert.equal(getEventListeners(signal, 'abort').length, 0)
    })

    test('leaving the loop ends it: nothing is asked any more, nothing keeps the process', async (context) => {
      const { server, proxy, watch, take, assertNothingMore } = await open(context)
      server.events.push(eventAt(start), eventAt(start + 1))
      const controller = new AbortController()
      const watching = watch({ signal: controller.signal, headers: { 'x-watch': 'left' } })
      for await (const event of watching) {
        assert.deepEqual(event, server.events[0])
        break
      }
      const asked = proxy.count()
      assert.equal(getEventListeners(controller.signal, 'abort').length, 0)
      assert.deepEqual(await watching.next(), { done: true, value: undefined })
      assert.deepEqual(await watching.return(), { done: true, value: undefined })
      // The second event was not given.
      const other = watch({ cursor: watching.cursor })
      assert.deepEqual(await take(other, 1), server.events.slice(1))
      await assertNothingMore(other)
      assert.equal(askedBy('left', proxy), asked, 'asks no more while another asks again and again')
    })

    for (const [name, fault, pausesBefore] of [
      ['in a request', { hang: true }, 0],
      ['in a pause', {}, 1],
    ]) {
      test(`return ${name} ends the wait for an event`, async (context) => {
        const { proxy, watch, pauses } = await open(context, {}, holdPauses)
        proxy.fault(path, fault)
        const watching = watch({ pollingInterval: 600_000, timeout: 0 })
        const next = watching.next()
        await until(() => proxy.count() === 1 && pauses.length === pausesBefore)
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
      const { server, proxy, watch, take, pauses } = await open(context, {}, cutPauses)
      let now = start
      clockOf(context, () => now)
      server.events.push(eventAt(start))
      const watching = watch({ pollingInterval: 600_000 })
      assert.equal(proxy.count(), 0, 'nothing before the first event is asked for')
      await take(watching, 1)
      await nextTurn()
      assert.equal(proxy.count(), 1)
      assert.deepEqual(pauses, [], 'no timer that would ask later')
      server.events.push(eventAt(start + 1))
      now += 600_000
      await take(watching, 1)
      assert.equal(proxy.count(), 2)
      assert.deepEqual(pauses, [])
    })

    test('after the interval, counted from the last time', async (context) => {
      const { proxy, watch, pauses } = await open(context)
      const watching = watch({ pollingInterval: 100_000 })
      const next = watching.next()
      await until(() => proxy.count() >= 5)
      await watching.return()
      await next
      // What the request took has gone from it.
      assert.ok(pauses.length >= 4)
      for (const pause of pauses) assert.ok(pause > 0 && pause <= 100_000, `${pauses}`)
    })

    test('goes on without a pause where there is more than a page', async (context) => {
      const { server, watch, take } = await open(context)
      for (let index = 0; index < 50; index += 1) server.events.push(eventAt(start + index))
      const watching = watch({ limit: 10, pollingInterval: 600_000 })
      await take(watching, 50)
      await watching.return()
    })
  })
})
