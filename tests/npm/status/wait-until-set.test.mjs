// Waiting until a code is on the lock, against the fake with codes that move along: what ends it, what a signal ends, what is refused, and
// what progress shows. How long it waits is tested in virtual time, in tests/native/flow.
import assert from 'node:assert/strict'
import { getEventListeners } from 'node:events'
import { after, before, beforeEach, describe, mock, test } from 'node:test'
import { assertReadable, failureOf, openStage, pin } from '../../support/stage.mjs'
import { holdLimits, holdPauses, nextTurn, skipPauses, until } from '../../support/timers.mjs'
import {
  answerWith,
  assertShowsNoPin,
  fromNow,
  getPath,
  hour,
  looksIn,
  openFake,
  waitOptions,
} from '../../support/waiting.mjs'

describe('waitUntilSet', { timeout: 600_000 }, () => {
  let stage
  let seam
  let device_id

  before(async () => {
    stage = await openStage()
    device_id = stage.deviceId
    seam = stage.createClient()
  })
  after(() => stage.close())
  beforeEach(() => stage.reset())

  const wait = (idOrCode, options) =>
    stage.status.waitUntilSet(seam, idOrCode, { ...waitOptions, ...options })
  const looks = () => looksIn(stage)
  const create = (parameters) => stage.seam.accessCodes.create({ device_id, code: pin, ...parameters })
  const change = (code, changed) =>
    stage.fake.database.updateAccessCode({ access_code_id: code.access_code_id, ...changed })

  describe('against a fake whose codes move', () => {
    const waiting = { ...waitOptions, pollingInterval: 5 }

    test('gives the code as it is when it is on the lock', async () => {
      const { seam, device_id, looks } = await openFake(stage, { clock: 'frozen', perLook: 2_000 })
      const created = await seam.accessCodes.create({ device_id, code: pin })
      const set = await stage.status.waitUntilSet(seam, created.access_code_id, waiting)
      assert.equal(set.status, 'set')
      assert.equal(set.code, pin)
      assert.equal(looks(), 4)
    })

    test('waits for a start that comes within maxWait', async (context) => {
      skipPauses(context)
      const { seam, device_id, fake, fromNow } = await openFake(stage)
      const starts_at = fromNow(60_000)
      const created = await seam.accessCodes.create({ device_id, starts_at, ends_at: fromNow(hour) })
      const set = await stage.status.waitUntilSet(seam, created, { ...waiting, pollingInterval: 5_000 })
      assert.equal(set.status, 'set')
      assert.ok(fake.now >= Date.parse(starts_at))
    })

    for (const [scheduling, brand, until] of [
      ['native', 'august', 'set'],
      ['just in time', 'smartthings', 'set'],
      ['just in time', 'smartthings', 'scheduled'],
    ]) {
      test(`does not wait for a start behind maxWait (${scheduling}, ${until})`, async () => {
        const { seam, device_id, looks, fromNow } = await openFake(stage, {
          clock: 'frozen',
          devices: [{ brand }],
        })
        const days = until === 'scheduled' ? 96 : 24
        const starts_at = fromNow(days * hour)
        const created = await seam.accessCodes.create({
          device_id,
          starts_at,
          ends_at: fromNow((days + 1) * hour),
        })
        const error = await failureOf(() => stage.status.waitUntilSet(seam, created, { ...waiting, until }))
        assert.ok(stage.status.isSeamAccessCodeFailedError(error), String(error))
        assert.equal(error.reason, 'due_later')
        assert.equal(error.diagnosis.dueAt, starts_at)
        assert.ok(error.message.includes(starts_at))
        assert.equal(error.accessCode.code, created.code)
        assert.equal(looks(), 1)
        assertReadable(error, created.code)
      })
    }

    test("is done with a schedule on the lock by until: 'scheduled'", async () => {
      const { seam, device_id, looks, fromNow } = await openFake(stage, { clock: 'frozen', perLook: 5_000 })
      const window = { starts_at: fromNow(24 * hour), ends_at: fromNow(25 * hour) }
      const created = await seam.accessCodes.create({ device_id, ...window })
      const scheduled = await stage.status.waitUntilSet(seam, created, { ...waiting, until: 'scheduled' })
      assert.equal(scheduled.status, 'unset')
      assert.equal(scheduled.is_scheduled_on_device, true)
      assert.equal(looks(), 2)
    })

    test('goes on while Seam tries again', async () => {
      const { seam, device_id, lock } = await openFake(stage, { clock: 'frozen', perLook: 4 * 60_000 })
      lock.goOffline()
      const created = await seam.accessCodes.create({ device_id })
      const verdicts = []
      const set = await stage.status.waitUntilSet(seam, created, {
        ...waiting,
        onProgress({ attempt, diagnosis }) {
          verdicts.push(diagnosis.verdict)
          if (attempt === 6) lock.goOnline()
        },
      })
      assert.equal(set.status, 'set')
      assert.ok(verdicts.includes('attention') && verdicts.at(-1) !== 'failed', verdicts.join())
    })

    test('ends where the code is deleted meanwhile', async () => {
      const { seam, device_id, looks } = await openFake(stage, { clock: 'frozen', perLook: 1 })
      const created = await seam.accessCodes.create({ device_id })
      const { access_code_id } = created
      const error = await failureOf(() =>
        stage.status.waitUntilSet(seam, created, {
          ...waiting,
          async onProgress({ attempt }) {
            if (attempt === 2) await seam.accessCodes.delete({ access_code_id })
          },
        }),
      )
      assert.ok(error instanceof stage.status.SeamAccessCodeFailedError)
      assert.equal(error.reason, 'deleted')
      assert.equal(error.accessCode.access_code_id, access_code_id)
      assert.equal(error.diagnosis.phase, 'setting')
      assert.ok(looks() >= 3)
    })
  })

  describe('against the official fake', () => {
    test('asks once where it is there already, also for a code in place of its ID', async () => {
      const created = await create()
      change(created, { status: 'set' })
      assert.equal((await wait(created)).status, 'set')
      assert.equal(looks(), 1)
      assert.deepEqual(stage.proxy.last().body, { access_code_id: created.access_code_id })
    })

    for (const [name, changed, options] of [
      ['set', { status: 'set' }, {}],
      ['scheduled', { status: 'unset', is_scheduled_on_device: true }, { until: 'scheduled' }],
    ]) {
      test(`ends where the code is on the lock and disabled: ${name}`, async () => {
        const created = await create({ starts_at: fromNow(24 * hour), ends_at: fromNow(25 * hour) })
        const inactive = { error_code: 'access_code_inactive', is_access_code_error: true, message: 'Off.' }
        change(created, { ...changed, errors: [inactive] })
        const error = await failureOf(() => wait(created, options))
        assert.ok(stage.status.isSeamAccessCodeFailedError(error), String(error))
        assert.equal(error.reason, 'failed')
        assert.equal(error.diagnosis.actor, 'user')
        assert.match(error.message, /Have it enabled in the provider's app/)
        assert.equal(looks(), 1)
      })
    }

    test('ends after maxWait, with the last state', async (context) => {
      const pauses = skipPauses(context)
      const created = await create()
      const told = []
      const onProgress = ({ nextPollIn }) => told.push(nextPollIn)
      const options = { maxWait: 500_000, pollingInterval: 100_000, onProgress }
      const error = await failureOf(() => wait(created, options))
      assert.deepEqual(told.slice(0, 4), [100_000, 100_000, 100_000, 100_000])
      // A pause is shorter than announced by what the caller takes to hear of it.
      assert.equal(pauses.length, told.length)
      assert.ok(pauses.every((pause, index) => pause <= told[index]))
      assert.ok(pauses.reduce((sum, pause) => sum + pause) <= 500_000, `${pauses}`)
      assert.ok(stage.status.isSeamAccessCodeTimeoutError(error), String(error))
      assert.ok(stage.status.isSeamAccessCodeError(error))
      assert.ok(!stage.status.isSeamAccessCodeFailedError(error))
      assert.equal(error.accessCode.status, 'setting')
      assert.equal(error.diagnosis.verdict, 'programming')
      assert.match(error.message, /after 500000 ms: It is on its way to the lock\.$/)
      assert.ok(looks() > 4, `${looks()} looks`)
    })

    test('polls once with a maxWait of 0', async () => {
      const created = await create()
      const error = await failureOf(() => wait(created, { maxWait: 0 }))
      assert.ok(stage.status.isSeamAccessCodeTimeoutError(error))
      assert.equal(error.accessCode.status, 'setting')
      assert.equal(looks(), 1)
      change(created, { status: 'set' })
      assert.equal((await wait(created, { maxWait: 0 })).status, 'set')
    })

    test('does not know an ID that is none', async () => {
      const error = await failureOf(() => wait('no-such-code'))
      assert.ok(stage.seamEdge.isSeamHttpApiError(error))
      assert.equal(error.statusCode, 404)
      assert.equal(looks(), 1)
    })
  })

  describe('signal', () => {
    const assertCanceled = (error, reason) => {
      assert.ok(stage.seamEdge.isSeamHttpTransportError(error), String(error))
      assert.equal(error.code, 'ERR_CANCELED')
      if (reason !== undefined) assert.equal(error.cause, reason)
    }

    test('aborted before: nothing is sent', async () => {
      const reason = new Error('no more')
      assertCanceled(
        await failureOf(() => wait('access_code_1', { signal: AbortSignal.abort(reason) })),
        reason,
      )
      assert.equal(stage.proxy.count(), 0)
    })

    // Nothing else ends these two: no pause and no limit is ever over.
    test('aborted in a pause: at once', async (context) => {
      const pauses = holdPauses(context)
      const controller = new AbortController()
      answerWith(stage, { status: 'setting' })
      const waiting = failureOf(() => wait('access_code_1', { signal: controller.signal }))
      await until(() => pauses.length === 1)
      controller.abort()
      assertCanceled(await waiting)
      assert.equal(looks(), 1)
      assert.equal(getEventListeners(controller.signal, 'abort').length, 0)
    })

    test('aborted in a request: at once', async (context) => {
      holdLimits(context)
      const controller = new AbortController()
      stage.proxy.fault(getPath, { hang: true })
      const waiting = failureOf(() => wait('access_code_1', { signal: controller.signal }))
      await until(() => looks() === 1)
      controller.abort()
      assertCanceled(await waiting)
    })

    test('aborted after: changes nothing, and nothing listens any more', async () => {
      const controller = new AbortController()
      answerWith(stage, { status: 'setting' }, { status: 'set' })
      const set = await wait('access_code_1', { signal: controller.signal })
      assert.equal(getEventListeners(controller.signal, 'abort').length, 0)
      controller.abort()
      assert.equal(set.status, 'set')
    })
  })

  describe('bad input', () => {
    const options = {
      'a negative maxWait': [{ maxWait: -1 }, /maxWait.*negative, got -1/],
      'a maxWait of NaN': [{ maxWait: Number.NaN }, /maxWait/],
      'a maxWait that is text': [{ maxWait: '5' }, /maxWait/],
      'a negative timeout of an attempt': [{ timeout: -1 }, /timeout/],
      'an interval of NaN': [{ pollingInterval: Number.NaN }, /pollingInterval.*NaN/],
      'an interval of 0': [{ pollingInterval: 0 }, /pollingInterval.*greater than zero/],
      'a negative interval': [{ pollingInterval: -5 }, /pollingInterval/],
      'an unknown until': [{ until: 'soon' }, /until.*'set' or 'scheduled'/],
      'an onProgress that is no function': [{ onProgress: 'log' }, /onProgress/],
      'a signal that is none': [{ signal: {} }, /signal/],
      'an option that is unknown': [{ interval: 5 }, /interval/],
    }
    for (const [name, [given, message]] of Object.entries(options)) {
      test(`${name} is refused before anything is sent`, async () => {
        const error = await failureOf(() => wait('access_code_1', given))
        assert.ok(error instanceof stage.seamEdge.SeamHttpInvalidOptionsError, String(error))
        assert.match(error.message, message)
        assert.equal(stage.proxy.count(), 0)
      })
    }

    for (const [name, given] of Object.entries({
      nothing: undefined,
      null: null,
      'an empty ID': '',
      'an object without one': {},
      'an ID that is no text': { access_code_id: 5 },
      'a number': 5,
    })) {
      test(`${name} in place of an ID is refused`, async () => {
        const error = await failureOf(() => wait(given))
        assert.ok(error instanceof TypeError, String(error))
        assert.match(error.message, /access_code_id/)
        assert.equal(stage.proxy.count(), 0)
      })
    }

    test('null for no options is the default', async () => {
      answerWith(stage, { status: 'setting' }, { status: 'set' })
      assert.equal((await wait('access_code_1', { maxWait: null })).status, 'set')
      answerWith(stage, { status: 'set' })
      assert.equal((await stage.status.waitUntilSet(seam, 'access_code_1', null)).status, 'set')
    })
  })

  describe('progress', () => {
    test('tells phase, attempt, next look, warnings that were seen, and shows no PIN', async () => {
      const slow = { warning_code: 'delay_in_setting_on_device', message: `The PIN ${pin} is slow.` }
      answerWith(stage, { status: 'setting', warnings: [slow] }, { status: 'setting' }, { status: 'set' })
      const told = []
      await wait('access_code_1', { onProgress: (progress) => told.push(progress) })
      assert.deepEqual(
        told.map(({ phase, attempt, nextPollIn }) => [phase, attempt, nextPollIn]),
        [
          ['setting', 1, 5],
          ['setting', 2, 5],
        ],
      )
      for (const progress of told) {
        assert.deepEqual(
          progress.warnings.map(({ code }) => code),
          ['delay_in_setting_on_device'],
        )
        assert.equal(progress.accessCode.code, pin)
        assertShowsNoPin(progress)
      }
      assert.equal(told[1].diagnosis.advice.length, 0)
    })

    test('that throws changes nothing', async () => {
      const printed = mock.method(console, 'error', () => {})
      try {
        answerWith(stage, { status: 'setting' }, { status: 'set' })
        const set = await wait('access_code_1', {
          onProgress() {
            throw new Error('from the hook')
          },
        })
        assert.equal(set.status, 'set')
        assert.equal(printed.mock.callCount(), 1)
      } finally {
        printed.mock.restore()
      }
    })
  })

  test('many waits side by side share a signal without a warning of leaks', async () => {
    const controller = new AbortController()
    const warned = mock.fn()
    process.on('warning', warned)
    for (let count = 0; count < 20; count += 1) answerWith(stage, { status: 'setting' })
    for (let count = 0; count < 20; count += 1) answerWith(stage, { status: 'set' })
    const waits = Array.from({ length: 20 }, () =>
      wait('access_code_1', { signal: controller.signal, pollingInterval: 300 }),
    )
    await Promise.all(waits)
    await nextTurn()
    process.off('warning', warned)
    assert.deepEqual(warned.mock.calls, [])
    assert.equal(getEventListeners(controller.signal, 'abort').length, 0)
  })
})
