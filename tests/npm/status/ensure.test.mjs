// `ensure`: one code, however often and however unluckily it is asked for. Replies are lost after the server has acted; codes are counted
// at the fake, calls at the proxy.
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { startRecordingProxy } from '../../support/recording-proxy.mjs'
import { assertReadable, failureOf, openStage, pin } from '../../support/stage.mjs'
import { assertShowsNoPin, envelope, fromNow, getPath, hour, skipPauses } from '../../support/waiting.mjs'

const createPath = '/access_codes/create'
const listPath = '/access_codes/list'
const unmanagedPath = '/access_codes/unmanaged/list'

describe('ensureAccessCode', { timeout: 120_000 }, () => {
  let stage
  let device_id
  let keyed

  before(async () => {
    stage = await openStage()
    device_id = stage.deviceId
    // The fake does not keep common_code_key; between it and the clients of codes by key stands what does.
    keyed = await startRecordingProxy(stage.fake.url, {
      async ask(request, pass) {
        const answer = await pass(request)
        if (request.url !== createPath || answer.status !== 200) return answer
        const { access_code } = JSON.parse(answer.body)
        const { common_code_key } = JSON.parse(request.rawBody)
        stage.fake.database.updateAccessCode({ access_code_id: access_code.access_code_id, common_code_key })
        return {
          ...answer,
          body: JSON.stringify({ access_code: { ...access_code, common_code_key }, ok: true }),
        }
      },
    })
  })
  after(async () => {
    await keyed.stop()
    await stage.close()
  })
  beforeEach(() => {
    stage.reset()
    keyed.reset()
  })

  const clientOf = (options) => stage.createClient(options)
  const codes = () => stage.fake.database.access_codes
  const paths = (proxy = stage.proxy) => proxy.requests.map(({ path }) => path.replace('/access_codes/', ''))

  describe('by device and PIN', () => {
    const ensure = (parameters, options, client = clientOf()) =>
      stage.status.ensureAccessCode(client, { device_id, code: pin, ...parameters }, options)

    test('creates what is not there, and gives what is', async () => {
      const created = await ensure({ name: 'Guest' })
      assert.equal(created.code, pin)
      assert.deepEqual(paths(), ['get', 'unmanaged/list', 'create'])
      assert.deepEqual(stage.proxy.last(createPath).body, { device_id, code: pin, name: 'Guest' })
      const again = await ensure({ name: 'Guest' })
      assert.equal(again.access_code_id, created.access_code_id)
      assert.equal(codes().length, 1)
      assert.equal(stage.proxy.count(createPath), 1)
    })

    for (const status of [408, 425]) {
      for (const body of [envelope('x'), 'no time']) {
        test(`one code where the server says ${status} (${typeof body}) and may have acted`, async (context) => {
          skipPauses(context)
          stage.proxy.fault(createPath, { status, body })
          await ensure()
          assert.deepEqual(paths(), ['get', 'unmanaged/list', 'create', 'get', 'unmanaged/list', 'create'])
          assert.equal(codes().length, 1)
        })
      }
    }

    for (const [name, fault] of Object.entries({
      'the reply is lost': { drop: 'after' },
      'half of the reply is lost': { truncate: true },
      'the reply is an error page': { transform: () => 'gone', headers: { 'content-type': 'text/html' } },
      'the reply comes too late': { stall: true },
    })) {
      test(`one code where ${name} after the server has acted`, async (context) => {
        skipPauses(context)
        stage.proxy.fault(createPath, fault)
        const code = await ensure({ name: 'Guest' }, { timeout: 500 })
        assert.equal(code.access_code_id, codes()[0].access_code_id)
        assert.equal(codes().length, 1)
        assert.equal(stage.proxy.count(createPath), 1)
      })
    }

    test('one code where the request is lost before the server has acted', async (context) => {
      const pauses = skipPauses(context)
      stage.proxy.fault(createPath, { drop: 'before' }, 2)
      const code = await ensure()
      assert.equal(codes().length, 1)
      assert.equal(code.access_code_id, codes()[0].access_code_id)
      assert.equal(stage.proxy.count(createPath), 3)
      assert.equal(pauses.length, 2)
      assert.ok(pauses[0] >= 1000 && pauses[0] <= 1250 && pauses[1] >= 2000 && pauses[1] <= 2500, `${pauses}`)
    })

    test('one code where every reply is lost, in repeats of the caller too', async (context) => {
      skipPauses(context)
      stage.proxy.fault(createPath, { drop: 'after' }, 1000)
      stage.proxy.fault(getPath, {})
      stage.proxy.fault(getPath, { drop: 'after' }, 3)
      const first = await failureOf(() => ensure({}, { maxRetries: 0 }))
      assert.equal(first.code, 'ERR_NETWORK')
      assert.equal(codes().length, 1)
      const code = await ensure()
      assert.equal(codes().length, 1)
      assert.equal(code.access_code_id, codes()[0].access_code_id)
    })

    test('many unlucky repeats make one code', async (context) => {
      skipPauses(context)
      const faults = [{ drop: 'after' }, { drop: 'before' }, { status: 503, body: '' }, { truncate: true }]
      let unlucky = 0
      for (let round = 0; round < 40; round += 1) {
        stage.proxy.reset()
        for (let count = 0; count < 3; count += 1) {
          stage.proxy.fault(createPath, faults[(round * 7 + count * 3) % 4])
          if ((round + count) % 3 === 0) stage.proxy.fault(getPath, faults[(round + count) % 3])
        }
        const code = `${4000 + (round % 10)}`
        await ensure({ code }, { maxRetries: round % 3 }).catch((error) => {
          unlucky += 1
          assert.ok(!stage.status.isSeamAccessCodeConflictError(error), String(error))
        })
        const made = codes().filter((each) => each.code === code)
        assert.ok(made.length <= 1, `${made.length} codes`)
      }
      assert.ok(unlucky > 0, 'some gave up')
      stage.proxy.reset()
      for (let index = 0; index < 10; index += 1) await ensure({ code: `${4000 + index}` })
      assert.equal(codes().length, 10)
    })

    test('gives up after as many attempts as maxRetries allows, having looked once more', async (context) => {
      skipPauses(context)
      stage.proxy.fault(createPath, { drop: 'before' }, 1000)
      const error = await failureOf(() => ensure({}, { maxRetries: 1 }))
      assert.equal(error.code, 'ERR_NETWORK')
      const steps = paths().filter((path) => path !== 'unmanaged/list')
      assert.deepEqual(steps, ['get', 'create', 'get', 'create', 'get'])
    })

    test('what the server refuses is not repeated', async () => {
      stage.proxy.fault(createPath, {
        status: 400,
        body: envelope('invalid_input', `\`${pin}\` will not do`),
      })
      const error = await failureOf(() => ensure())
      assert.equal(error.code, 'invalid_input')
      assertReadable(error, pin)
      assert.equal(stage.proxy.count(createPath), 1)
      const unknown = await failureOf(() => ensure({ device_id: 'no-such-device' }))
      assert.equal(unknown.code, 'device_not_found')
    })

    test('calls side by side through one client make one code', async () => {
      const client = clientOf()
      const all = await Promise.all(Array.from({ length: 10 }, () => ensure({ name: 'Guest' }, {}, client)))
      assert.equal(new Set(all.map(({ access_code_id }) => access_code_id)).size, 1)
      assert.equal(stage.proxy.count(createPath), 1)
      assert.equal(codes().length, 1)
    })

    test('calls side by side that want different things: one is served, the other is told', async () => {
      const client = clientOf()
      const [first, second] = await Promise.allSettled([
        ensure({ name: 'One' }, {}, client),
        ensure({ name: 'Two' }, {}, client),
      ])
      assert.equal(first.value.name, 'One')
      assert.ok(stage.status.isSeamAccessCodeConflictError(second.reason))
    })

    test('codes that are not the same do not wait for each other', async () => {
      const client = clientOf()
      stage.proxy.fault(createPath, { hang: true })
      const controller = new AbortController()
      const stuck = failureOf(() => ensure({ code: '4821' }, { signal: controller.signal }, client))
      while (stage.proxy.count(createPath) === 0) await new Promise(setImmediate)
      await ensure({ code: '4822' }, {}, client)
      controller.abort()
      assert.equal((await stuck).code, 'ERR_CANCELED')
    })

    test('who gives up in the queue does not let the next one pass', async () => {
      const client = clientOf()
      stage.proxy.fault(createPath, { delay: 300 })
      const first = ensure({}, {}, client)
      const controller = new AbortController()
      const second = failureOf(() => ensure({}, { signal: controller.signal }, client))
      const third = ensure({}, {}, client)
      const start = Date.now()
      controller.abort()
      assert.equal((await second).code, 'ERR_CANCELED')
      assert.ok(Date.now() - start < 200)
      assert.equal((await third).access_code_id, (await first).access_code_id)
      assert.equal(stage.proxy.count(createPath), 1)
    })

    test('two clients make one code: the server refuses the second, which looks again', async () => {
      stage.proxy.fault(getPath, { status: 404, body: envelope('not_found') }, 2)
      const both = await Promise.all([ensure(), ensure()])
      assert.equal(new Set(both.map(({ access_code_id }) => access_code_id)).size, 1)
      assert.equal(codes().length, 1)
      assert.deepEqual(
        stage.proxy.requests.map(({ status }) => status).filter((status) => status === 409),
        [409],
      )
    })

    for (const [status, type] of [
      [409, 'duplicate_access_code'],
      [400, 'duplicate_code'],
    ]) {
      test(`a duplicate that cannot be found stays an error: ${status} ${type}`, async () => {
        stage.proxy.fault(createPath, { status, body: envelope(type, `Duplicate ${pin}`) }, 2)
        const error = await failureOf(() => ensure())
        assert.equal(error.code, type)
        assertReadable(error, pin)
        assert.equal(stage.proxy.count(createPath), 1)
        assert.equal(stage.proxy.count(getPath), 2)
      })
    }
  })

  describe('an existing code', () => {
    const window = { starts_at: '2031-05-01T16:00:00+02:00', ends_at: '2031-05-03T10:00:00.000Z' }
    const asUtc = { starts_at: '2031-05-01T14:00:00.000Z', ends_at: '2031-05-03T10:00:00.000Z' }
    const bound = { type: 'time_bound', ...asUtc }
    const past = { starts_at: fromNow(-2 * hour), ends_at: fromNow(2 * hour) }
    const adjusted = { warning_code: 'time_frame_adjusted_for_unknown_time_zone', message: 'm' }

    // What is asked for, what there is, and in what they differ.
    const cases = {
      'the same': [{ name: 'Guest' }, { name: 'Guest' }, []],
      'another name': [{ name: 'Guest' }, { name: 'Owner' }, ['name']],
      'a name with space around it': [{ name: ' Guest ' }, { name: 'Guest' }, []],
      'no name asked for': [{}, { name: 'Anything' }, []],
      'the same window, in UTC': [window, bound, []],
      'the same window, as dates': [
        { starts_at: new Date(asUtc.starts_at), ends_at: new Date(asUtc.ends_at) },
        bound,
        [],
      ],
      'the same window, in whole seconds': [
        { ...asUtc, ends_at: '2031-05-03T10:00:00.946242Z' },
        { ...bound, ends_at: '2031-05-03T10:00:00Z' },
        [],
      ],
      'another end': [window, { ...bound, ends_at: '2031-05-04T10:00:00Z' }, ['ends_at']],
      'another start': [window, { ...bound, starts_at: '2031-05-01T14:00:01Z' }, ['starts_at']],
      'a start in the past that was moved to now': [
        past,
        { ...past, type: 'time_bound', starts_at: fromNow(0) },
        [],
      ],
      'a start in the past that is another': [
        past,
        { ...past, type: 'time_bound', starts_at: fromNow(-3 * hour) },
        ['starts_at'],
      ],
      'a window with an hour of safety': [
        window,
        { ...bound, ends_at: '2031-05-03T11:00:00Z', warnings: [adjusted] },
        [],
      ],
      'a window with two': [
        window,
        { ...bound, ends_at: '2031-05-03T12:00:00Z', warnings: [adjusted] },
        ['ends_at'],
      ],
      'a window with an hour of safety at its start': [
        window,
        { ...bound, starts_at: '2031-05-01T13:00:00Z', warnings: [adjusted] },
        [],
      ],
      'a window that is shorter, with that warning': [
        window,
        {
          ...bound,
          starts_at: '2031-05-01T14:30:00Z',
          ends_at: '2031-05-03T09:30:00Z',
          warnings: [adjusted],
        },
        ['starts_at', 'ends_at'],
      ],
      'no name': [{ name: 'Guest' }, { name: null }, ['name']],
      'a window without bounds': [
        window,
        { type: 'time_bound', starts_at: null, ends_at: null },
        ['starts_at', 'ends_at'],
      ],
      'ongoing in place of a window': [window, { type: 'ongoing' }, ['type']],
      'a window in place of ongoing': [{}, bound, ['type']],
      'bounds that an ongoing code has kept': [{}, { ...bound, type: 'ongoing' }, []],
      'an old word for the kind': [window, { ...bound, type: 'timebound' }, []],
      'changes outside allowed, by the older name': [
        { allow_external_modification: true },
        { is_external_modification_allowed: false },
        ['is_external_modification_allowed'],
      ],
      'changes outside, not told': [
        { is_external_modification_allowed: true },
        { is_external_modification_allowed: undefined },
        [],
      ],
      'a backup code': [{}, { is_backup: true }, ['is_backup']],
      'an unmanaged code': [{ name: 'Guest' }, { is_managed: false, name: 'Other' }, ['is_managed']],
      'a code of another key': [{ common_code_key: 'one' }, { common_code_key: 'two' }, ['common_code_key']],
      'a code whose key is not told': [{ common_code_key: 'one' }, { common_code_key: undefined }, []],
      'a code without a key': [{ common_code_key: 'one' }, { common_code_key: null }, ['common_code_key']],
      'what the server does not tell': [
        { prefer_native_scheduling: false, preferred_code_length: 8 },
        {},
        [],
      ],
      'a code that is being removed': [{}, { status: 'removing' }, ['status']],
      'several differences': [
        { name: 'Guest', ...window },
        { name: 'Owner', ...bound, starts_at: '2031-05-02T14:00:00Z', ends_at: '2031-05-04T10:00:00Z' },
        ['name', 'starts_at', 'ends_at'],
      ],
    }

    for (const [name, [wanted, existing, differences]] of Object.entries(cases)) {
      test(`${name}: ${differences.length === 0 ? 'is given' : `differs in ${differences}`}`, async () => {
        const { access_code_id } = await stage.seam.accessCodes.create({ device_id, code: pin })
        stage.fake.database.updateAccessCode({ access_code_id, ...existing })
        stage.proxy.requests.length = 0
        const outcome = await stage.status
          .ensureAccessCode(clientOf(), { device_id, code: pin, ...wanted })
          .catch((error) => error)
        assert.equal(stage.proxy.count(createPath), 0)
        if (differences.length === 0) {
          assert.equal(outcome.access_code_id, access_code_id, String(outcome))
          return
        }
        assert.ok(stage.status.isSeamAccessCodeConflictError(outcome), String(outcome))
        assert.deepEqual(
          outcome.differences.map(({ property }) => property),
          differences,
        )
        assert.equal(outcome.accessCode.code, pin)
        for (const { property } of outcome.differences) assert.ok(outcome.message.includes(`\`${property}\``))
        assertReadable(outcome, pin)
        assertShowsNoPin(outcome)
      })
    }

    test('a name that holds the PIN is shown without it', async () => {
      await stage.seam.accessCodes.create({ device_id, code: pin, name: `Door\n${pin}` })
      const error = await failureOf(() =>
        stage.status.ensureAccessCode(clientOf(), { device_id, code: pin, name: `Gate ${pin}` }),
      )
      assert.deepEqual(error.differences, [
        { property: 'name', expected: 'Gate [redacted]', actual: 'Door\n[redacted]' },
      ])
      assertReadable(error, pin)
      assertShowsNoPin(error)
    })

    test('a year that reads like the PIN is shown', async () => {
      const { access_code_id } = await stage.seam.accessCodes.create({ device_id, code: '2031', ...asUtc })
      stage.fake.database.updateAccessCode({ access_code_id, ends_at: '2031-06-03T10:00:00Z' })
      const error = await failureOf(() =>
        stage.status.ensureAccessCode(clientOf(), { device_id, code: '2031', ...asUtc }),
      )
      assert.deepEqual(error.differences, [
        { property: 'ends_at', expected: asUtc.ends_at, actual: '2031-06-03T10:00:00Z' },
      ])
    })

    test("an expired one is in nobody's way", async () => {
      const { access_code_id } = await stage.seam.accessCodes.create({ device_id, code: pin })
      const expired = {
        type: 'time_bound',
        starts_at: fromNow(-2 * hour),
        ends_at: fromNow(-hour),
        status: 'unset',
      }
      stage.fake.database.updateAccessCode({ access_code_id, ...expired })
      stage.proxy.fault(createPath, {
        status: 200,
        body: { access_code: { ...codes()[0], access_code_id: 'new' }, ok: true },
      })
      const created = await stage.status.ensureAccessCode(clientOf(), { device_id, code: pin })
      assert.equal(created.access_code_id, 'new')
    })

    test('one that Seam has not set is found where managed codes are not', async () => {
      await stage.seam.accessCodes.simulate.createUnmanagedAccessCode({
        device_id,
        code: pin,
        name: 'By hand',
      })
      stage.proxy.fault(getPath, { status: 404, body: envelope('not_found') })
      const error = await failureOf(() => stage.status.ensureAccessCode(clientOf(), { device_id, code: pin }))
      assert.ok(stage.status.isSeamAccessCodeConflictError(error), String(error))
      assert.deepEqual(error.differences, [{ property: 'is_managed', expected: true, actual: false }])
      assert.equal(stage.proxy.count(createPath), 0)
      assert.equal(stage.proxy.count(unmanagedPath), 1)
    })
  })

  describe('by a key', () => {
    const key = 'booking-17'
    const ensure = (parameters, options, client = clientOf({ endpoint: keyed.url })) =>
      stage.status.ensureAccessCode(client, { device_id, ...parameters }, { key, ...options })

    test('creates what is not there, with a common_code_key of its own, and gives what is', async () => {
      const created = await ensure()
      assert.equal(keyed.last(createPath).body.common_code_key, `ensure:${device_id}:${key}`)
      const again = await ensure()
      assert.equal(again.access_code_id, created.access_code_id)
      assert.equal(again.code, created.code)
      assert.deepEqual(paths(keyed), ['list', 'create', 'list', 'list'])
      assert.notEqual((await ensure({}, { key: 'booking-18' })).access_code_id, created.access_code_id)
      const elsewhere = await ensure({ device_id: stage.fake.seed.august_device_2 })
      assert.notEqual(elsewhere.access_code_id, created.access_code_id)
      assert.equal(codes().length, 3)
    })

    test("by the caller's own common_code_key", async () => {
      const parameters = { common_code_key: 'house-4' }
      const first = await ensure(parameters, { key: undefined })
      const second = await ensure(parameters, { key: undefined })
      assert.equal(first.access_code_id, second.access_code_id)
      assert.equal(keyed.last(createPath).body.common_code_key, 'house-4')
    })

    test('one code where replies are lost', async (context) => {
      skipPauses(context)
      keyed.fault(createPath, { drop: 'after' })
      keyed.fault(listPath, { drop: 'after' }, 2)
      const code = await ensure()
      assert.equal(codes().length, 1)
      assert.equal(code.access_code_id, codes()[0].access_code_id)
    })

    const nothing = { status: 200, body: { access_codes: [], ok: true } }

    test('one code where the server takes long to make it', async (context) => {
      const pauses = skipPauses(context)
      keyed.fault(createPath, { drop: 'after' })
      keyed.fault(listPath, nothing, 5)
      const code = await ensure()
      assert.equal(code.access_code_id, codes()[0].access_code_id)
      assert.equal(codes().length, 1)
      assert.equal(keyed.count(createPath), 1)
      assert.ok(pauses.length === 5 && pauses.every((pause) => pause <= 5000), `${pauses}`)
    })

    test('one code where the server takes long to make it, in repeats of the caller too', async (context) => {
      skipPauses(context)
      const client = clientOf({ endpoint: keyed.url })
      keyed.fault(createPath, { drop: 'after' })
      keyed.fault(listPath, nothing, 5)
      assert.equal((await failureOf(() => ensure({}, { maxRetries: 0 }, client))).code, 'ERR_NETWORK')
      const code = await ensure({}, {}, client)
      assert.equal(code.access_code_id, codes()[0].access_code_id)
      assert.equal(keyed.count(createPath), 1)
    })

    test('one code where the caller gives up while it is made', async (context) => {
      skipPauses(context)
      const client = clientOf({ endpoint: keyed.url })
      const controller = new AbortController()
      keyed.fault(createPath, { stall: true })
      const ending = failureOf(() => ensure({}, { signal: controller.signal }, client))
      while (codes().length === 0) await new Promise(setImmediate)
      controller.abort()
      assert.equal((await ending).code, 'ERR_CANCELED')
      keyed.fault(listPath, nothing, 3)
      const code = await ensure({}, {}, client)
      assert.equal(code.access_code_id, codes()[0].access_code_id)
      assert.equal(codes().length, 1)
    })

    test('the look for a late code ends', async (context) => {
      const pauses = skipPauses(context)
      keyed.fault(createPath, { drop: 'before' })
      await ensure()
      assert.equal(keyed.count(createPath), 2)
      const [, ...between] = pauses
      const total = between.reduce((sum, pause) => sum + pause, 0)
      assert.ok(total >= 11_000 && total <= 19_000, `${pauses}`)
    })

    test('a signal ends the look for a late code', async () => {
      const controller = new AbortController()
      keyed.fault(createPath, { drop: 'before' })
      const ending = failureOf(() => ensure({}, { signal: controller.signal }))
      while (keyed.count(listPath) < 2) await new Promise((resolve) => setTimeout(resolve, 20))
      const start = Date.now()
      controller.abort()
      assert.equal((await ending).code, 'ERR_CANCELED')
      assert.ok(Date.now() - start < 500)
      assert.equal(codes().length, 0)
    })

    test('gives the oldest where another was made meanwhile', async () => {
      const { access_code_id } = await stage.seam.accessCodes.create({ device_id })
      const common_code_key = `ensure:${device_id}:${key}`
      stage.fake.database.updateAccessCode({ access_code_id, common_code_key, created_at: fromNow(-1000) })
      keyed.fault(listPath, nothing)
      assert.equal((await ensure()).access_code_id, access_code_id)
      assert.equal(codes().length, 2)
    })

    test('gives what was made where it cannot be looked for any more', async () => {
      keyed.fault(listPath, {})
      keyed.fault(listPath, { status: 400, body: envelope('x') })
      assert.equal((await ensure()).access_code_id, codes()[0].access_code_id)
    })

    test('one code where the request is lost', async (context) => {
      skipPauses(context)
      keyed.fault(createPath, { drop: 'before' })
      await ensure()
      assert.equal(codes().length, 1)
      assert.equal(keyed.count(createPath), 2)
    })

    test('calls side by side through one client make one code', async () => {
      const client = clientOf({ endpoint: keyed.url })
      await Promise.all(Array.from({ length: 10 }, () => ensure({}, {}, client)))
      assert.equal(codes().length, 1)
      assert.equal(keyed.count(createPath), 1)
    })

    test('another time frame under the same key is a conflict', async () => {
      await ensure({ starts_at: '2031-05-01T14:00:00Z', ends_at: '2031-05-02T14:00:00Z' })
      const error = await failureOf(() =>
        ensure({ starts_at: '2031-05-01T14:00:00Z', ends_at: '2031-05-03T14:00:00Z' }),
      )
      assert.ok(stage.status.isSeamAccessCodeConflictError(error), String(error))
      assert.deepEqual(error.differences, [
        { property: 'ends_at', expected: '2031-05-03T14:00:00Z', actual: '2031-05-02T14:00:00.000Z' },
      ])
      assert.equal(codes().length, 1)
    })

    test('an offline code may have been moved by what rounding allows', async () => {
      const offline = {
        is_offline_access_code: true,
        starts_at: '2031-05-01T14:20:00Z',
        ends_at: '2031-05-01T16:20:00Z',
      }
      const { access_code_id } = await ensure(offline)
      const moved = {
        is_offline_access_code: true,
        starts_at: '2031-05-01T14:00:00Z',
        ends_at: '2031-05-01T17:00:00Z',
      }
      stage.fake.database.updateAccessCode({ access_code_id, ...moved })
      assert.equal((await ensure(offline)).access_code_id, access_code_id)
      stage.fake.database.updateAccessCode({ access_code_id, ends_at: '2031-05-02T10:00:00Z' })
      assert.ok(stage.status.isSeamAccessCodeConflictError(await failureOf(() => ensure(offline))))
      assert.equal((await ensure({ ...offline, max_time_rounding: '1d' })).access_code_id, access_code_id)
      const online = await failureOf(() => ensure({ ...offline, is_offline_access_code: undefined }))
      assert.ok(online.differences.some(({ property }) => property === 'is_offline_access_code'))
    })

    test('is looked for on every page', async () => {
      const created = await ensure()
      const page = (access_codes, next) => ({
        status: 200,
        body: {
          access_codes,
          pagination: { next_page_cursor: next, has_next_page: next !== null, next_page_url: null },
          ok: true,
        },
      })
      keyed.requests.length = 0
      keyed.fault(listPath, page([], 'second'))
      keyed.fault(listPath, page([created], null))
      assert.equal((await ensure()).access_code_id, created.access_code_id)
      assert.deepEqual(
        keyed.requests.map(({ body }) => body),
        [{ device_id }, { device_id, page_cursor: 'second' }],
      )
    })

    test('a cursor that comes again ends the search', async () => {
      const page = {
        status: 200,
        body: {
          access_codes: [],
          pagination: { next_page_cursor: 'same', has_next_page: true, next_page_url: null },
          ok: true,
        },
      }
      keyed.fault(listPath, page, 5)
      await ensure()
      assert.deepEqual(paths(keyed), ['list', 'list', 'create', 'list', 'list'])
      assert.equal(codes().length, 1)
    })
  })

  describe('bad input', () => {
    const refused = async (parameters, options, message) => {
      const error = await failureOf(() => stage.status.ensureAccessCode(clientOf(), parameters, options))
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

    test('a signal ends it: before, in a request, in a pause', async () => {
      const canceled = (error) => assert.equal(error.code, 'ERR_CANCELED', String(error))
      const ensure = (signal) =>
        failureOf(() => stage.status.ensureAccessCode(clientOf(), { device_id, code: pin }, { signal }))
      canceled(await ensure(AbortSignal.abort()))
      assert.equal(stage.proxy.count(), 0)
      for (const fault of [{ hang: true }, { drop: 'before' }]) {
        stage.reset()
        stage.proxy.fault(createPath, fault)
        const controller = new AbortController()
        const ending = ensure(controller.signal)
        while (stage.proxy.count(createPath) === 0) await new Promise(setImmediate)
        const start = Date.now()
        setTimeout(() => controller.abort(), 100)
        canceled(await ending)
        assert.ok(Date.now() - start < 900)
        assert.equal(codes().length, 0)
      }
    })
  })

  test('a code that is gone is created anew', async () => {
    const client = clientOf()
    for (let count = 0; count < 3; count += 1) {
      await stage.status.ensureAccessCode(client, { device_id, code: pin })
      stage.fake.database.setState({ access_codes: [] })
    }
    assert.equal(stage.proxy.count(createPath), 3)
  })
})
