// `ensureAccessCode` whatever the code is known by: what is refused before anything is sent, what a signal ends, and a code that is gone.
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { assertReadable, failureOf, openStage, pin } from '../../support/stage.mjs'
import { holdPauses, until } from '../../support/timers.mjs'
import { createPath } from './ensuring.mjs'

describe('ensureAccessCode', { timeout: 600_000 }, () => {
  let stage
  let device_id

  before(async () => {
    stage = await openStage()
    device_id = stage.deviceId
  })
  after(() => stage.close())
  beforeEach(() => stage.reset())

  describe('bad input', () => {
    const refused = async (parameters, options, message) => {
      const error = await failureOf(() =>
        stage.status.ensureAccessCode(stage.createClient(), parameters, options),
      )
      assert.match(error.message, message)
      assertReadable(error, pin)
      assert.equal(stage.proxy.count(), 0)
      return error
    }

    test('parameters that create does not take are refused before anything is sent', async () => {
      assert.ok((await refused({ code: pin }, {}, /device_id/)) instanceof TypeError)
      assert.ok((await refused(undefined, {}, /Parameters are required/)) instanceof TypeError)
      const error = await refused({ device_id, code: '12', start_at: 'x' }, {}, /code/)
      assert.deepEqual(
        error.issues.map(({ code }) => code),
        ['too_short', 'misspelt_parameter'],
      )
      await refused({ device_id, code: pin, starts_at: new Date(Number.NaN) }, {}, /starts_at/)
    })

    test('what tells no code from another is refused', async () => {
      const { SeamHttpInvalidOptionsError } = stage.seamEdge
      for (const [parameters, options, message] of [
        [{ device_id }, {}, /needs a `code`, or the option `key`/],
        [{ device_id }, { key: '' }, /key option must be a string/],
        [{ device_id }, { key: 5 }, /key option must be a string/],
        [{ device_id, code: pin }, { key: 'one' }, /cannot be used with `code`/],
        [{ device_id, common_code_key: 'two' }, { key: 'one' }, /`common_code_key`/],
        [{ device_id, code: pin }, { timeout: -1 }, /timeout/],
        [{ device_id, code: pin }, { unknown: 1 }, /unknown/],
        [{ device_id, code: pin }, { signal: {} }, /signal/],
      ]) {
        assert.ok((await refused(parameters, options, message)) instanceof SeamHttpInvalidOptionsError)
      }
    })

    test('a signal ends it: before, in a request, in a pause', async (context) => {
      const pauses = holdPauses(context)
      const canceled = (error) => assert.equal(error.code, 'ERR_CANCELED', String(error))
      const ensure = (signal) =>
        failureOf(() =>
          stage.status.ensureAccessCode(stage.createClient(), { device_id, code: pin }, { signal }),
        )
      canceled(await ensure(AbortSignal.abort()))
      assert.equal(stage.proxy.count(), 0)
      for (const [fault, pausesBefore] of [
        [{ hang: true }, 0],
        [{ drop: 'before' }, 1],
      ]) {
        stage.reset()
        stage.proxy.fault(createPath, fault)
        const controller = new AbortController()
        const ending = ensure(controller.signal)
        await until(() => stage.proxy.count(createPath) === 1 && pauses.length === pausesBefore)
        controller.abort()
        canceled(await ending)
        assert.equal(stage.fake.database.access_codes.length, 0)
      }
    })
  })

  test('a code that is gone is created anew', async () => {
    const client = stage.createClient()
    for (let count = 0; count < 3; count += 1) {
      await stage.status.ensureAccessCode(client, { device_id, code: pin })
      stage.fake.database.setState({ access_codes: [] })
    }
    assert.equal(stage.proxy.count(createPath), 3)
  })
})
