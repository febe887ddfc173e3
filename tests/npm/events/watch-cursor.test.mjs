// The cursor of a watch: where another one goes on, how large it is, and which are refused.
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { eventAt } from '../../support/events-server.mjs'
import { failureOf, openStage } from '../../support/stage.mjs'
import { idsOf, openEvents, start } from './watching.mjs'

describe('the cursor of a watch', { timeout: 600_000 }, () => {
  let stage

  before(async () => {
    stage = await openStage()
  })
  after(() => stage.close())
  beforeEach(() => stage.reset())

  const open = (...parts) => openEvents(stage, ...parts)

  test('goes on behind the event that was given last, late ones included', async (context) => {
    const { server, watch, take, assertNothingMore } = await open(context)
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
    const { server, watch, take } = await open(context)
    const { cursor } = watch({ cursor: null })
    const event = eventAt(start)
    server.events.push(event)
    assert.deepEqual(await take(watch({ cursor, since: undefined }), 1), [event])
  })

  test('is small, fit for any store, and bounded', async (context) => {
    const { server, watch, take, assertNothingMore } = await open(context)
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
    const { server, watch, take } = await open(context)
    const watching = watch({ overlap: 1000 })
    for (let index = 1; index <= 50; index += 1) {
      server.events.push(eventAt(start + index * 1001))
      await take(watching, 1)
      assert.ok(watching.cursor.length < 60, watching.cursor)
    }
  })

  test('keeps what it knew over many restarts', async (context) => {
    const { server, watch, take } = await open(context)
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
    const { server, watch, take } = await open(context)
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
