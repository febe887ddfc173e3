// `ensureAccessCode` by device and PIN: one code, however often and however unluckily it is asked for. Replies are lost after the server has
// acted; codes are counted at the fake, calls at the proxy. How long it pauses, and any order of troubles: tests/native/flow.
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { assertReadable, failureOf, openStage, pin } from '../../support/stage.mjs'
import { deferred, holdLimits, skipPauses, until } from '../../support/timers.mjs'
import { envelope, getPath } from '../../support/waiting.mjs'
import { createPath, pathsOf } from './ensuring.mjs'

describe('ensureAccessCode, by device and PIN', { timeout: 600_000 }, () => {
  let stage
  let device_id

  before(async () => {
    stage = await openStage()
    device_id = stage.deviceId
  })
  after(() => stage.close())
  beforeEach(() => stage.reset())

  const codes = () => stage.fake.database.access_codes
  const ensure = (parameters, options, client = stage.createClient()) =>
    stage.status.ensureAccessCode(client, { device_id, code: pin, ...parameters }, options)

  test('creates what is not there, and gives what is', async () => {
    const created = await ensure({ name: 'Guest' })
    assert.equal(created.code, pin)
    assert.deepEqual(pathsOf(stage.proxy), ['get', 'unmanaged/list', 'create'])
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
        assert.deepEqual(pathsOf(stage.proxy), [
          'get',
          'unmanaged/list',
          'create',
          'get',
          'unmanaged/list',
          'create',
        ])
        assert.equal(codes().length, 1)
      })
    }
  }

  for (const [name, fault] of Object.entries({
    'the reply is lost': { drop: 'after' },
    'half of the reply is lost': { truncate: true },
    'the reply is an error page': { transform: () => 'gone', headers: { 'content-type': 'text/html' } },
  })) {
    test(`one code where ${name} after the server has acted`, async (context) => {
      skipPauses(context)
      stage.proxy.fault(createPath, fault)
      const code = await ensure({ name: 'Guest' })
      assert.equal(code.access_code_id, codes()[0].access_code_id)
      assert.equal(codes().length, 1)
      assert.equal(stage.proxy.count(createPath), 1)
    })
  }

  test('one code where the reply comes too late after the server has acted', async (context) => {
    skipPauses(context)
    const limits = holdLimits(context)
    stage.proxy.fault(createPath, { stall: true })
    const ensured = ensure({ name: 'Guest' })
    await until(() => codes().length === 1)
    limits.at(-1).end()
    assert.equal((await ensured).access_code_id, codes()[0].access_code_id)
    assert.equal(codes().length, 1)
    assert.equal(stage.proxy.count(createPath), 1)
  })

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
    const steps = pathsOf(stage.proxy).filter((path) => path !== 'unmanaged/list')
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
    const client = stage.createClient()
    const all = await Promise.all(Array.from({ length: 10 }, () => ensure({ name: 'Guest' }, {}, client)))
    assert.equal(new Set(all.map(({ access_code_id }) => access_code_id)).size, 1)
    assert.equal(stage.proxy.count(createPath), 1)
    assert.equal(codes().length, 1)
  })

  test('calls side by side that want different things: one is served, the other is told', async () => {
    const client = stage.createClient()
    const [first, second] = await Promise.allSettled([
      ensure({ name: 'One' }, {}, client),
      ensure({ name: 'Two' }, {}, client),
    ])
    assert.equal(first.value.name, 'One')
    assert.ok(stage.status.isSeamAccessCodeConflictError(second.reason))
  })

  test('codes that are not the same do not wait for each other', async () => {
    const client = stage.createClient()
    stage.proxy.fault(createPath, { hang: true })
    const controller = new AbortController()
    const stuck = failureOf(() => ensure({ code: '4821' }, { signal: controller.signal }, client))
    await until(() => stage.proxy.count(createPath) === 1)
    await ensure({ code: '4822' }, {}, client)
    controller.abort()
    assert.equal((await stuck).code, 'ERR_CANCELED')
  })

  test('who gives up in the queue does not let the next one pass', async () => {
    const client = stage.createClient()
    const answer = deferred()
    stage.proxy.fault(createPath, { until: answer.promise })
    const first = ensure({}, {}, client)
    const controller = new AbortController()
    const second = failureOf(() => ensure({}, { signal: controller.signal }, client))
    const third = ensure({}, {}, client)
    controller.abort()
    assert.equal((await second).code, 'ERR_CANCELED')
    answer.resolve()
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
