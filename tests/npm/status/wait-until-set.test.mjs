// Waiting until a code is on the lock: what ends it, what does not, how often the server is asked, and what progress and errors show.
// Against the fake with codes that move along, and with answers that the proxy invents where the fake cannot give them.
import assert from 'node:assert/strict'
import { getEventListeners } from 'node:events'
import { after, before, beforeEach, describe, mock, test } from 'node:test'
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'
import { accessCode } from '../../support/access-code.mjs'
import { assertReadable, failureOf, openStage, pin } from '../../support/stage.mjs'
import {
  answerWith,
  assertShowsNoPin,
  envelope,
  fromNow,
  getPath,
  hour,
  looksIn,
  moveWithLooks,
} from '../../support/waiting.mjs'

describe('waitUntilSet', { timeout: 120_000 }, () => {
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
    stage.status.waitUntilSet(seam, idOrCode, {
      pollingInterval: 5,
      maxWait: 10_000,
      maxRetries: 0,
      ...options,
    })
  const looks = () => looksIn(stage)
  const create = (parameters) => stage.seam.accessCodes.create({ device_id, code: pin, ...parameters })
  const change = (code, changed) =>
    stage.fake.database.updateAccessCode({ access_code_id: code.access_code_id, ...changed })

  describe('against the fake', () => {
    const moving = (context, options) => moveWithLooks(stage, context, options)

    test('gives the code as it is when it is on the lock', async (context) => {
      moving(context, { ticksToSet: 3 })
      const created = await create()
      const set = await wait(created.access_code_id)
      assert.equal(set.status, 'set')
      assert.equal(set.code, pin)
      assert.equal(looks(), 4)
    })

    test('asks once where it is there already, also for a code in place of its ID', async () => {
      const created = await create()
      change(created, { status: 'set' })
      assert.equal((await wait(created)).status, 'set')
      assert.equal(looks(), 1)
      assert.deepEqual(stage.proxy.last().body, { access_code_id: created.access_code_id })
    })

    test('waits for a start that comes within maxWait', async (context) => {
      moving(context)
      const created = await create({ starts_at: fromNow(150), ends_at: fromNow(hour) })
      const set = await wait(created)
      assert.equal(set.status, 'set')
      assert.ok(Date.now() >= Date.parse(created.starts_at))
    })

    for (const [scheduling, until] of [
      ['native', 'set'],
      ['just_in_time', 'set'],
      ['just_in_time', 'scheduled'],
    ]) {
      test(`does not wait for a start behind maxWait (${scheduling}, ${until})`, async (context) => {
        moving(context, { scheduling }).tick()
        const days = until === 'scheduled' ? 96 : 24
        const created = await create({ starts_at: fromNow(days * hour), ends_at: fromNow((days + 1) * hour) })
        const error = await failureOf(() => wait(created, { until }))
        assert.ok(stage.status.isSeamAccessCodeFailedError(error), String(error))
        assert.equal(error.reason, 'due_later')
        assert.equal(error.diagnosis.dueAt, created.starts_at)
        assert.ok(error.message.includes(created.starts_at))
        assert.equal(error.accessCode.code, pin)
        assert.equal(looks(), 1)
        assertReadable(error, pin)
      })
    }

    test("is done with a schedule on the lock by until: 'scheduled'", async (context) => {
      moving(context)
      const created = await create({ starts_at: fromNow(24 * hour), ends_at: fromNow(25 * hour) })
      const scheduled = await wait(created, { until: 'scheduled' })
      assert.equal(scheduled.status, 'unset')
      assert.equal(scheduled.is_scheduled_on_device, true)
      assert.equal(looks(), 2)
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

    test('goes on while Seam tries again', async (context) => {
      const lifecycle = moving(context, { ticksToSet: 1 })
      lifecycle.fail('set')
      const verdicts = []
      const set = await wait(await create(), {
        onProgress({ attempt, diagnosis }) {
          verdicts.push(diagnosis.verdict)
          if (attempt === 5) lifecycle.recover()
        },
      })
      assert.equal(set.status, 'set')
      assert.deepEqual([...new Set(verdicts)], ['programming', 'attention'])
    })

    test('ends where the code is deleted meanwhile', async () => {
      const created = await create()
      const error = await failureOf(() =>
        wait(created, {
          onProgress({ attempt }) {
            if (attempt === 2) stage.fake.database.deleteAccessCode(created.access_code_id)
          },
        }),
      )
      assert.ok(error instanceof stage.status.SeamAccessCodeFailedError)
      assert.equal(error.reason, 'deleted')
      assert.equal(error.accessCode.access_code_id, created.access_code_id)
      assert.equal(error.diagnosis.phase, 'setting')
      assert.equal(looks(), 3)
    })

    test('ends after maxWait, with the last state', async () => {
      const created = await create()
      const start = Date.now()
      const error = await failureOf(() => wait(created, { maxWait: 200, pollingInterval: 40 }))
      const took = Date.now() - start
      assert.ok(took >= 195 && took < 1500, `${took} ms`)
      assert.ok(stage.status.isSeamAccessCodeTimeoutError(error), String(error))
      assert.ok(stage.status.isSeamAccessCodeError(error))
      assert.ok(!stage.status.isSeamAccessCodeFailedError(error))
      assert.equal(error.accessCode.status, 'setting')
      assert.equal(error.diagnosis.verdict, 'programming')
      assert.match(error.message, /after 200 ms: It is on its way to the lock\.$/)
      assert.ok(looks() >= 3, `${looks()} looks`)
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

  describe('decides by what the server says', () => {
    const now = Date.now()
    const window = { type: 'time_bound', starts_at: fromNow(-hour), ends_at: fromNow(hour) }
    const later = { type: 'time_bound', starts_at: fromNow(24 * hour), ends_at: fromNow(48 * hour) }
    const waiting = { status: 'setting', created_at: new Date(now).toISOString() }
    const error = (error_code, rest) => [
      { error_code, message: `About ${pin}.`, is_access_code_error: true, ...rest },
    ]
    const mutation = (mutation_code) => [
      { mutation_code, message: 'm', created_at: new Date(now).toISOString() },
    ]
    const newest = { status: undefined, display_status: 'Active' }

    const cases = {
      'set is done': [{ status: 'set' }, 'done'],
      'set is done where something troubles it': [
        { status: 'set', warnings: [{ warning_code: 'third_party_integration_detected', message: 'm' }] },
        'done',
      ],
      'set is done where an error troubles it': [
        { status: 'set', errors: error('an_error_of_tomorrow') },
        'done',
      ],
      'set is done ahead of its start': [{ ...later, status: 'set' }, 'done'],
      'set, but to a PIN that the lock refuses': [
        { status: 'set', errors: error('code_constraints_violated') },
        'failed',
      ],
      'set is not done while its PIN changes': [
        { status: 'set', pending_mutations: mutation('updating_code') },
        'wait',
      ],
      'set is done while its name changes': [
        { status: 'set', pending_mutations: mutation('updating_name') },
        'done',
      ],
      'set without a PIN yet is not done': [{ status: 'set', is_waiting_for_code_assignment: true }, 'wait'],
      setting: [waiting, 'wait'],
      'setting, that is slow': [
        { ...waiting, warnings: [{ warning_code: 'delay_in_setting_on_device', message: 'm' }] },
        'wait',
      ],
      'setting, that failed so far': [{ ...waiting, errors: error('failed_to_set_on_device') }, 'wait'],
      'setting, with an error that is not known here': [
        { ...waiting, errors: error('an_error_of_tomorrow') },
        'wait',
      ],
      'setting, while the lock is offline': [{ ...waiting, errors: error('device_disconnected') }, 'wait'],
      'setting, with a PIN that the lock refuses': [
        { ...waiting, errors: error('code_constraints_violated') },
        'failed',
      ],
      'setting, on a lock that is gone': [{ ...waiting, errors: error('device_removed') }, 'failed'],
      'unset, within its window': [{ ...window, ...waiting, status: 'unset' }, 'wait'],
      'unset, ahead of its window': [{ ...later, status: 'unset' }, 'due_later'],
      'an older code without pending_mutations': [{ ...waiting, pending_mutations: undefined }, 'wait'],
      removing: [{ status: 'removing' }, 'failed'],
      'being deleted, says a warning': [
        { status: 'set', warnings: [{ warning_code: 'being_deleted', message: 'm' }] },
        'failed',
      ],
      expired: [
        { type: 'time_bound', starts_at: fromNow(-2 * hour), ends_at: fromNow(-hour), status: 'unset' },
        'failed',
      ],
      'unknown status': [{ status: 'unknown' }, 'wait'],
      'a status of tomorrow, nothing pending': [{ status: 'glowing' }, 'done'],
      'newest, nothing pending': [newest, 'done'],
      'newest, within its window': [{ ...newest, ...window }, 'done'],
      'newest, creating': [
        { ...newest, ...waiting, status: undefined, pending_mutations: mutation('creating') },
        'wait',
      ],
      'newest, deferring': [
        { ...newest, ...later, pending_mutations: mutation('deferring_creation') },
        'due_later',
      ],
      'newest, deleting': [{ ...newest, pending_mutations: mutation('deleting') }, 'failed'],
      'newest, nothing pending but an error': [
        { ...newest, ...waiting, status: undefined, errors: error('failed_to_issue') },
        'wait',
      ],
      'newest, ahead of its start': [{ ...newest, ...later }, 'due_later'],
    }

    for (const [name, [code, expected]] of Object.entries(cases)) {
      test(`${name}: ${expected}`, async () => {
        answerWith(stage, code, { status: 'set', name: 'Second look' })
        const outcome = await wait('access_code_1').then(
          (found) => (found.name === 'Second look' ? 'wait' : 'done'),
          (failure) => {
            assert.ok(stage.status.isSeamAccessCodeFailedError(failure), String(failure))
            assert.equal(failure.accessCode.code, pin)
            assertReadable(failure, pin)
            assertShowsNoPin(failure)
            return failure.reason
          },
        )
        assert.equal(outcome, expected)
        assert.equal(looks(), expected === 'wait' ? 2 : 1)
      })
    }

    for (const [name, code] of Object.entries({
      'with is_scheduled_on_device': { ...later, status: 'unset', is_scheduled_on_device: true },
      'of the newest types': { ...newest, ...later, is_scheduled_on_device: true },
    })) {
      test(`a schedule on the lock is enough by until: 'scheduled', ${name}`, async () => {
        answerWith(stage, code, code)
        assert.equal((await wait('access_code_1', { until: 'scheduled' })).is_scheduled_on_device, true)
        assert.equal((await failureOf(() => wait('access_code_1'))).reason, 'due_later')
      })
    }

    test('says in the message what is most urgent', async () => {
      const errors = [...error('failed_to_set_on_device'), ...error('code_constraints_violated')]
      answerWith(stage, { ...waiting, errors })
      const failure = await failureOf(() => wait('access_code_1'))
      assert.ok(failure.message.includes(failure.diagnosis.advice[1].action), failure.message)
      assert.ok(!failure.message.includes(failure.diagnosis.advice[0].action), failure.message)
    })

    test('says in the message what is the matter and what to do', async () => {
      answerWith(stage, { ...waiting, errors: error('code_constraints_violated') })
      const failure = await failureOf(() => wait('access_code_1'))
      assert.equal(failure.name, 'SeamAccessCodeFailedError')
      assert.equal(failure.diagnosis.actor, 'change_input')
      const [{ cause, action, message }] = failure.diagnosis.advice
      assert.ok(failure.message.includes(`${cause} ${action}`), failure.message)
      assert.equal(message, 'About [redacted].')
      assert.match(failure.message, /^access code `access_code_1` does not get on the lock: /)
    })
  })

  describe('trouble on the way', () => {
    const healing = {
      'a lost connection': { drop: 'after' },
      'status 500': { status_code: 500, body: envelope('internal_server_error') },
      'an error page': { status_code: 503, body: '<html>' },
      'status 408': { status_code: 408, body: envelope('timeout') },
      'half an answer': {
        status_code: 200,
        body: '{"access_code": {',
        headers: { 'content-type': 'application/json' },
      },
    }
    for (const [name, fault] of Object.entries(healing)) {
      test(`${name} does not end it`, async () => {
        answerWith(stage, { status: 'setting' }, fault, fault, { status: 'set' })
        const told = []
        assert.equal(
          (await wait('access_code_1', { onProgress: (progress) => told.push(progress) })).status,
          'set',
        )
        assert.deepEqual(
          told.map((progress) => [progress.attempt, progress.phase, 'error' in progress]),
          [
            [1, 'setting', false],
            [2, 'setting', true],
            [3, 'setting', true],
          ],
        )
        assert.ok(told[2].error instanceof Error)
      })
    }

    const ending = {
      'status 401': { status_code: 401, body: envelope('unauthorized') },
      'status 400': { status_code: 400, body: envelope('invalid_input') },
      'status 403': { status_code: 403, body: envelope('forbidden') },
      'a page that is not there': { status_code: 404, body: 'no such page' },
      'a workspace that is not there': { status_code: 404, body: envelope('workspace_not_found') },
      'a reply that is none': { status_code: 200, body: { access_code: { access_code_id: 1 }, ok: true } },
    }
    for (const [name, fault] of Object.entries(ending)) {
      test(`${name} ends it`, async () => {
        answerWith(stage, { status: 'setting' }, fault)
        const error = await failureOf(() => wait('access_code_1'))
        assert.ok(!stage.status.isSeamAccessCodeError(error), String(error))
        assert.equal(looks(), 2)
      })
    }

    test('from the first look on', async () => {
      answerWith(stage, { drop: 'before' }, { drop: 'before' }, { status: 'set' })
      const phases = []
      await wait('access_code_1', { onProgress: ({ phase, accessCode }) => phases.push([phase, accessCode]) })
      assert.deepEqual(phases, [
        ['unknown', undefined],
        ['unknown', undefined],
      ])
    })

    test('until maxWait is over: the error has the last state, and the trouble as its cause', async () => {
      answerWith(stage, { status: 'setting' })
      stage.proxy.fault(getPath, { drop: 'before' }, 1000)
      const error = await failureOf(() => wait('access_code_1', { maxWait: 100 }))
      assert.ok(stage.status.isSeamAccessCodeTimeoutError(error))
      assert.equal(error.accessCode.status, 'setting')
      assert.equal(error.cause.code, 'ERR_NETWORK')
    })

    test('a code that was never seen has no state then', async () => {
      stage.proxy.fault(getPath, { hang: true }, 1000)
      const error = await failureOf(() => wait('access_code_1', { maxWait: 100 }))
      assert.ok(stage.status.isSeamAccessCodeTimeoutError(error))
      assert.equal(error.accessCode, undefined)
      assert.equal(error.diagnosis, undefined)
      assert.match(error.message, /after 100 ms$/)
    })

    test('Retry-After is honoured within a call, as by every call', async () => {
      const refused = {
        status_code: 429,
        headers: { 'retry-after': '1' },
        body: envelope('too_many_requests'),
      }
      answerWith(stage, { status: 'setting' }, refused, { status: 'set' })
      await wait('access_code_1', { maxRetries: 1 })
      const [, second, third] = stage.proxy.requests
      assert.ok(third.time - second.time >= 995, `${third.time - second.time} ms`)
    })

    for (const [name, status_code, body, expected] of [
      ['429', 429, envelope('too_many_requests'), 90_000],
      ['503 of Seam', 503, envelope('down'), 90_000],
      ['503 of a proxy', 503, 'down', 90_000],
      ['429 without one', 429, envelope('too_many_requests'), 15_000],
    ]) {
      test(`Retry-After that a call does not wait for is honoured between calls: ${name}`, async () => {
        const headers = expected === 90_000 ? { 'retry-after': '90' } : {}
        answerWith(stage, { status_code, headers, body })
        const controller = new AbortController()
        const pauses = []
        await failureOf(() =>
          wait('access_code_1', {
            maxWait: 3 * 60_000,
            signal: controller.signal,
            onProgress({ nextPollIn }) {
              pauses.push(nextPollIn)
              controller.abort()
            },
          }),
        )
        assert.deepEqual(pauses, [expected])
      })
    }
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

    test('aborted in a pause: at once', async () => {
      const controller = new AbortController()
      answerWith(stage, { status: 'setting' })
      const start = Date.now()
      const waiting = failureOf(() =>
        wait('access_code_1', {
          pollingInterval: 5_000,
          signal: controller.signal,
          onProgress: () => setTimeout(() => controller.abort(), 20),
        }),
      )
      assertCanceled(await waiting)
      assert.ok(Date.now() - start < 2_000)
      assert.equal(looks(), 1)
      assert.equal(getEventListeners(controller.signal, 'abort').length, 0)
    })

    test('aborted in a request: at once', async () => {
      const controller = new AbortController()
      stage.proxy.fault(getPath, { hang: true })
      setTimeout(() => controller.abort(), 50)
      const start = Date.now()
      assertCanceled(await failureOf(() => wait('access_code_1', { signal: controller.signal })))
      assert.ok(Date.now() - start < 2_000)
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

  describe('how often', () => {
    /** Waits by a clock of its own, and tells when it asked, in ms since it began. */
    const asked = async ({ chance, during, ...options }) => {
      mock.timers.enable({ apis: ['Date', 'setTimeout'], now: Date.now() })
      const random = mock.method(Math, 'random', () => chance)
      const elapsed = mock.method(performance, 'now', () => Date.now())
      try {
        const start = Date.now()
        const times = []
        const client = stage.createClient({
          fetch: async () => {
            times.push(Date.now() - start)
            const created_at = new Date(start).toISOString()
            return Response.json({ access_code: accessCode({ created_at, status: 'setting' }), ok: true })
          },
        })
        const failure = failureOf(() => stage.status.waitUntilSet(client, 'access_code_1', options))
        for (let elapsed = 0; elapsed <= during; elapsed += 50) {
          await nextTurn()
          mock.timers.tick(50)
        }
        return { times, error: await failure, ended: Date.now() - start }
      } finally {
        random.mock.restore()
        elapsed.mock.restore()
        mock.timers.reset()
      }
    }
    const pausesOf = (times) => times.slice(1).map((time, index) => time - times[index])

    for (const chance of [0, 0.5, 0.999]) {
      test(`growing from 1 to 15 s, with chance ${chance}`, async (context) => {
        const { times, error } = await asked({ chance, during: 5 * 60_000 })
        assert.ok(stage.status.isSeamAccessCodeTimeoutError(error), String(error))
        assert.match(error.message, /after 300000 ms/, 'five minutes unless said otherwise')
        const pauses = pausesOf(times)
        const factor = 1 + chance / 4
        for (const [index, pause] of pauses.slice(0, -1).entries()) {
          const expected = Math.min(1000 * 1.5 ** index, 12_000) * factor
          assert.ok(Math.abs(pause - expected) <= 50, `${pause} ms, expected ${expected}`)
          assert.ok(pause >= 1000 && pause <= 15_000)
        }
        // The last look comes a second ahead of the deadline.
        assert.ok(Math.abs(5 * 60_000 - 1000 - times.at(-1)) <= 100, `${times.at(-1)}`)
        const inMinute = (minute) => times.filter((time) => Math.floor(time / 60_000) === minute).length
        context.diagnostic(`looks per minute: ${[0, 1, 2, 3, 4].map(inMinute).join(', ')}`)
        assert.ok(inMinute(0) <= 11 && inMinute(1) <= 5)
      })
    }

    test('by a pollingInterval of its own, which does not grow', async () => {
      const { times } = await asked({ chance: 0.5, during: 10_000, maxWait: 10_000, pollingInterval: 2_000 })
      assert.deepEqual(times.slice(0, 5), [0, 2_000, 4_000, 6_000, 8_000])
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
    await sleep(10)
    process.off('warning', warned)
    assert.deepEqual(warned.mock.calls, [])
    assert.equal(getEventListeners(controller.signal, 'abort').length, 0)
  })
})
