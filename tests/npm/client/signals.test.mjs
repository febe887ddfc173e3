// One signal that many calls share, and values that are no signal. What a signal does to a single call is in
// request.test.mjs.
import assert from 'node:assert/strict'
import { getEventListeners, setMaxListeners } from 'node:events'
import { after, before, beforeEach, describe, test } from 'node:test'
import { assertReadable, failureOf, openStage } from '../../support/stage.mjs'
import { nextTurn, until } from '../../support/timers.mjs'

const path = '/devices/list'
const callCount = 20

describe('signals', { timeout: 600_000 }, () => {
  let stage

  before(async () => {
    stage = await openStage()
  })
  after(() => stage.close())
  beforeEach(() => stage.reset())

  const callTogether = (signal) =>
    Array.from({ length: callCount }, () => stage.seam.devices.list({}, { signal }).execute())

  /** A signal that warns of the second listener, whatever a version of Node does by default. */
  const strictController = () => {
    const controller = new AbortController()
    setMaxListeners(1, controller.signal)
    return controller
  }

  const watchWarnings = (context) => {
    const warnings = []
    const listener = ({ name }) => warnings.push(name)
    process.on('warning', listener)
    context.after(() => process.off('warning', listener))
    return warnings
  }

  test('shared by many calls: no warning, and no listener is left', async (context) => {
    const warnings = watchWarnings(context)
    const { signal } = strictController()
    await Promise.all(callTogether(signal))
    await nextTurn()
    assert.equal(stage.proxy.count(path), callCount)
    assert.deepEqual(warnings, [])
    assert.deepEqual(getEventListeners(signal, 'abort'), [])
  })

  test('shared by many calls that wait to repeat: no warning, and no listener is left', async (context) => {
    const warnings = watchWarnings(context)
    const { signal } = strictController()
    stage.proxy.fault(path, { status: 503, body: '' }, callCount)
    await Promise.all(callTogether(signal))
    await nextTurn()
    assert.equal(stage.proxy.count(path), 2 * callCount)
    assert.deepEqual(warnings, [])
    assert.deepEqual(getEventListeners(signal, 'abort'), [])
  })

  test('shared by many calls: aborting ends all of them', async (context) => {
    const warnings = watchWarnings(context)
    const controller = strictController()
    stage.proxy.fault(path, { hang: true }, callCount)
    const reason = new Error('guest left')
    const calls = Promise.allSettled(callTogether(controller.signal))
    await until(() => stage.proxy.count(path) === callCount)
    controller.abort(reason)
    const outcomes = await calls
    assert.equal(outcomes.length, callCount)
    for (const { status, reason: error } of outcomes) {
      assert.equal(status, 'rejected')
      assert.equal(error.code, 'ERR_CANCELED')
      assert.equal(error.cause, reason)
    }
    await nextTurn()
    assert.deepEqual(warnings, [])
    assert.deepEqual(getEventListeners(controller.signal, 'abort'), [])
  })

  test('what is no signal is refused by name, and nothing is sent', async () => {
    const { devices } = stage.seam
    for (const signal of ['x', 5, true, {}, new AbortController()]) {
      const error = await failureOf(() => devices.list({}, { signal }))
      assert.ok(error instanceof stage.seamEdge.SeamHttpInvalidOptionsError, String(error))
      assert.match(error.message, /`signal`/)
      assertReadable(error)
    }
    assert.equal(stage.proxy.count(), 0)
  })

  test('null and undefined are none', async () => {
    for (const signal of [null, undefined]) await stage.seam.devices.list({}, { signal })
    assert.equal(stage.proxy.count(), 2)
  })
})
