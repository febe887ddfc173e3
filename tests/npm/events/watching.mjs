// What the tests of watches share: a server of events that the test fills, a proxy in front of it, and a patience that is counted in rounds and
// not in time. A round of a watch ends with a pause, unless it took longer than the interval. No expectation about one watch.
import assert from 'node:assert/strict'
import { startEventsServer } from '../../support/events-server.mjs'
import { startRecordingProxy } from '../../support/recording-proxy.mjs'
import { skipPauses } from '../../support/timers.mjs'

export const path = '/events/list'
export const start = Date.parse('2026-03-01T12:00:00.000Z')
export const quick = { since: new Date(start), pollingInterval: 1000, maxRetries: 0 }

export const idsOf = (events) => events.map(({ event_id }) => event_id)

/** Lets the test say what time it is, by both clocks. */
export const clockOf = (context, now) => {
  context.mock.method(Date, 'now', now)
  context.mock.method(performance, 'now', now)
}

/** How many requests came from the watches that send this in their header `x-watch`. */
export const askedBy = (name, proxy) =>
  proxy.requests.filter(({ headers }) => headers['x-watch'] === name).length

/**
 * Counts rounds from here to the end of the test, by the pauses of whatever watch is under way.
 * @param {typeof skipPauses} [pausesOf] what becomes of pauses; one of tests/support/timers.mjs
 */
export const rounds = (context, pausesOf = skipPauses) => {
  let onPause = () => {}
  const pauses = pausesOf(context, () => onPause())

  /** The next event; undefined where there is none in so many rounds, and then the watch is ended. */
  const nextWithin = async (watch, count) => {
    const end = pauses.length + count
    const over = new Promise((resolve) => {
      onPause = () => {
        if (pauses.length >= end) resolve('over')
      }
    })
    const next = watch.next()
    const first = await Promise.race([next, over])
    if (first !== 'over') return first
    await watch.return()
    const { done, value } = await next
    return done ? undefined : { done, value }
  }

  return {
    pauses,
    nextWithin,

    /** The next events of a watch. */
    take: async (watch, count) => {
      const taken = []
      while (taken.length < count) {
        const next = await nextWithin(watch, 50)
        assert.ok(next !== undefined, `waits after ${taken.length} of ${count} events`)
        assert.ok(!next.done, `ended after ${taken.length} of ${count} events`)
        taken.push(next.value)
      }
      return taken
    },

    /** Fails where the watch gives anything in the next rounds; ends it. */
    assertNothingMore: async (watch) => {
      assert.equal(await nextWithin(watch, 3), undefined)
      assert.deepEqual(await watch.next(), { done: true, value: undefined })
    },
  }
}

/** A server of events, a proxy in front of it and watches through a client; closed at the end of the test. */
export const openEvents = async (stage, context, options, pausesOf) => {
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
  return { server, proxy, watch, ...rounds(context, pausesOf) }
}
