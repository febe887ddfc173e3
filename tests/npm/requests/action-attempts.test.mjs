// Waiting for an action attempt: by default, not at all, with the caller's limits, and how failure and lateness look. How long it polls is
// tested in virtual time, in src/flow/action_attempt_tests.rs.
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { failureOf, openStage } from '../../support/stage.mjs'
import { holdPauses, skipPauses, until } from '../../support/timers.mjs'

const path = '/action_attempts/get'

describe('action attempts', { timeout: 600_000 }, () => {
  let stage
  let action_attempt_id

  before(async () => {
    stage = await openStage()
  })
  after(() => stage.close())
  beforeEach(() => {
    stage.reset()
    action_attempt_id = stage.fake.database.addActionAttempt({
      action_type: 'UNLOCK_DOOR',
    }).action_attempt_id
  })

  const get = (options) => stage.seam.actionAttempts.get({ action_attempt_id }, options)

  const settle = async (outcome) => {
    const response = await fetch(`${stage.fake.url}/_fake/update_action_attempt`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ action_attempt_id, ...outcome }),
    })
    assert.equal(response.status, 200)
  }

  /** The attempt is pending for so many polls, and then has an outcome. */
  const settleAfter = (polls, outcome) => {
    let seen = 0
    const see = (body) => {
      seen += 1
      if (seen === polls) stage.fake.database.updateActionAttempt({ action_attempt_id, ...outcome })
      return body
    }
    stage.proxy.fault(path, { transform: see }, polls)
  }

  const failure = {
    status: 'error',
    error: { type: 'lock_jammed', message: 'The bolt is stuck' },
  }

  test('get waits by default: pending at first, success at the next poll a second later', async (context) => {
    const pauses = skipPauses(context)
    settleAfter(1, { status: 'success' })
    const attempt = await get()
    assert.equal(attempt.status, 'success')
    assert.equal(attempt.action_attempt_id, action_attempt_id)
    assert.equal(stage.proxy.count(path), 2)
    assert.deepEqual(stage.proxy.last().body, { action_attempt_id })
    assert.deepEqual(pauses, [1000])
  })

  test('one that has succeeded is returned at once', async () => {
    await settle({ status: 'success' })
    assert.equal((await get()).status, 'success')
    assert.equal(stage.proxy.count(), 1)
  })

  test('waitForActionAttempt false returns it pending', async () => {
    const pending = await get({ waitForActionAttempt: false })
    assert.equal(pending.status, 'pending')
    const seam = stage.createClient({ waitForActionAttempt: false })
    assert.deepEqual(seam.defaults, { waitForActionAttempt: false })
    const same = await seam.actionAttempts.get({ action_attempt_id })
    assert.equal(same.status, 'pending')
    assert.equal(stage.proxy.count(), 2)
  })

  test('the call wins over the client', async () => {
    const seam = stage.createClient({ waitForActionAttempt: false })
    settleAfter(2, { status: 'success' })
    const attempt = await seam.actionAttempts.get(
      { action_attempt_id },
      { waitForActionAttempt: { pollingInterval: 40 } },
    )
    assert.equal(attempt.status, 'success')
  })

  test('fetchResponse does not wait', async () => {
    const response = await get().fetchResponse()
    assert.equal(response.action_attempt.status, 'pending')
    assert.equal(stage.proxy.count(), 1)
  })

  test('pollingInterval is the pause between polls', async (context) => {
    const pauses = skipPauses(context)
    settleAfter(4, { status: 'success' })
    await get({ waitForActionAttempt: { pollingInterval: 50 } })
    assert.deepEqual(pauses, [50, 50, 50, 50])
    assert.equal(stage.proxy.count(), 5)
  })

  test('one that fails is a SeamActionAttemptFailedError', async () => {
    settleAfter(1, failure)
    const error = await failureOf(() => get({ waitForActionAttempt: { pollingInterval: 40 } }))
    const { seamEdge } = stage
    assert.ok(error instanceof seamEdge.SeamActionAttemptFailedError, String(error))
    assert.ok(error instanceof seamEdge.SeamActionAttemptError)
    assert.ok(seamEdge.isSeamActionAttemptFailedError(error))
    assert.ok(seamEdge.isSeamActionAttemptError(error))
    assert.equal(seamEdge.isSeamActionAttemptTimeoutError(error), false)
    assert.equal(error.name, 'SeamActionAttemptFailedError')
    assert.equal(error.code, 'lock_jammed')
    assert.equal(error.message, 'The bolt is stuck')
    assert.equal(error.actionAttempt.action_attempt_id, action_attempt_id)
    assert.equal(error.actionAttempt.status, 'error')
  })

  test('one that has failed is returned to who does not wait', async () => {
    await settle(failure)
    const attempt = await get({ waitForActionAttempt: false })
    assert.deepEqual(attempt.error, failure.error)
  })

  test('one that stays pending is a SeamActionAttemptTimeoutError, after a last poll at the limit', async (context) => {
    const pauses = skipPauses(context)
    // Long beside what a poll takes, which counts too.
    const waitForActionAttempt = { timeout: 1_300_000, pollingInterval: 1_000_000 }
    const error = await failureOf(() => get({ waitForActionAttempt }))
    const { seamEdge } = stage
    assert.ok(error instanceof seamEdge.SeamActionAttemptTimeoutError, String(error))
    assert.ok(seamEdge.isSeamActionAttemptTimeoutError(error))
    assert.equal(error.message, 'Timed out waiting for action attempt after 1300000ms')
    assert.equal(error.actionAttempt.status, 'pending')
    assert.equal(stage.proxy.count(), 3)
    assert.equal(pauses.length, 2)
    assert.equal(pauses[0], 1_000_000)
    assert.ok(pauses[1] <= 300_000, 'the last pause ends with the time of the wait')
  })

  test('a timeout of 0 looks once', async () => {
    const error = await failureOf(() => get({ waitForActionAttempt: { timeout: 0 } }))
    assert.ok(error instanceof stage.seamEdge.SeamActionAttemptTimeoutError)
    assert.equal(stage.proxy.count(), 1)
  })

  test('limits that are none are refused with the official messages', async () => {
    const cases = [
      [{ timeout: -1 }, 'The timeout option must not be negative, got -1'],
      [{ timeout: Number.NaN }, 'The timeout option must not be negative, got NaN'],
      [{ pollingInterval: 0 }, 'The pollingInterval option must be greater than zero, got 0'],
      [{ pollingInterval: -5 }, 'The pollingInterval option must be greater than zero, got -5'],
      [{ pollingInterval: Number.NaN }, 'The pollingInterval option must be greater than zero, got NaN'],
    ]
    for (const [waitForActionAttempt, message] of cases) {
      const error = await failureOf(() => get({ waitForActionAttempt }))
      assert.ok(error instanceof stage.seamEdge.SeamHttpInvalidOptionsError, String(error))
      assert.equal(error.message, `SeamHttp received invalid options: ${message}`)
    }
    assert.equal(stage.proxy.count(), 0, 'a door is not opened first and the options refused then')
  })

  test('what is neither a choice nor limits is refused before anything is sent', async () => {
    for (const waitForActionAttempt of ['x', '', 0, 1, [], { timeout: '5' }]) {
      const error = await failureOf(() => get({ waitForActionAttempt }))
      const said = `${JSON.stringify(waitForActionAttempt)}: ${error}`
      assert.ok(error instanceof stage.seamEdge.SeamHttpInvalidOptionsError, said)
    }
    assert.equal(stage.proxy.count(), 0)
  })

  test('a signal ends the waiting', async (context) => {
    const pauses = holdPauses(context)
    const controller = new AbortController()
    const ending = failureOf(() => get({ signal: controller.signal }))
    await until(() => pauses.length === 1)
    controller.abort()
    assert.equal((await ending).code, 'ERR_CANCELED')
    assert.equal(stage.proxy.count(), 1)
  })

  test('a poll that fails in between is sent again like any other get', async () => {
    settleAfter(1, { status: 'success' })
    stage.proxy.fault(path, { status: 503, body: '' }, 1)
    const attempt = await get({
      waitForActionAttempt: { pollingInterval: 40 },
    })
    assert.equal(attempt.status, 'success')
    assert.equal(stage.proxy.count(), 3)
  })

  test('create, update and delete of an access code do not wait for theirs', async () => {
    const { accessCodes } = stage.seam
    const { access_code_id } = await accessCodes.create({
      device_id: stage.deviceId,
    })
    await accessCodes.update({ access_code_id, name: 'Guest' })
    await accessCodes.delete({ access_code_id })
    assert.equal(stage.proxy.count(path), 0)
  })

  test('list does not wait', async () => {
    const attempts = await stage.seam.actionAttempts.list({
      action_attempt_ids: [action_attempt_id],
    })
    assert.equal(attempts[0].status, 'pending')
  })
})
