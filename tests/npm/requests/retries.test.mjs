// What is sent again and when: repeatable calls after network errors, timeouts, 429 and 5xx; a create, which would make
// a second code, after 429 alone. Counts are taken at the proxy and, for creates, at the fake. Which pause follows what is tested in virtual
// time, in src/flow/call.rs and src/flow/pause.rs; here, that it is the one that is made.
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { failureOf, openStage, pin } from '../../support/stage.mjs'
import { holdLimits, skipPauses, until } from '../../support/timers.mjs'

const createPath = '/access_codes/create'
const listPath = '/access_codes/list'

describe('retries', { timeout: 600_000 }, () => {
  let stage
  let device_id

  before(async () => {
    stage = await openStage()
    device_id = stage.deviceId
  })
  after(() => stage.close())
  beforeEach(() => stage.reset())

  const list = (options) => stage.seam.accessCodes.list({ device_id }, options)
  const create = (options) => stage.seam.accessCodes.create({ device_id, code: pin }, options)
  const codesAtFake = () => stage.fake.database.access_codes.length

  /** What each pause was meant to be, in ms. A part of it is random. */
  let pauses
  beforeEach((context) => {
    pauses = skipPauses(context)
  })
  const assertPauses = (...expected) => {
    assert.equal(pauses.length, expected.length)
    for (const [index, atLeast] of expected.entries()) {
      const pause = pauses[index]
      assert.ok(
        pause >= atLeast && pause <= atLeast * 1.2,
        `${pause} ms, expected ${atLeast} to ${atLeast * 1.2} ms`,
      )
    }
  }

  describe('of repeatable calls', () => {
    const troubles = {
      'a dropped connection': { drop: 'before' },
      'a connection dropped after the work': { drop: 'after' },
      429: { status: 429, body: '' },
      500: { status: 500, body: { error: { type: 'x', message: 'y' }, ok: false } },
      503: { status: 503, body: '' },
      599: { status: 599, body: '' },
    }
    for (const [name, fault] of Object.entries(troubles)) {
      test(`two after ${name}, with the official pauses`, async () => {
        stage.proxy.fault(listPath, fault, 2)
        assert.deepEqual(await list(), [])
        assert.equal(stage.proxy.count(), 3)
        assertPauses(200, 400)
      })
    }

    test('after a timeout', async (context) => {
      const limits = holdLimits(context)
      stage.proxy.fault(listPath, { hang: true }, 2)
      const listed = list({ timeout: 100 }).execute()
      for (const attempt of [1, 2]) {
        await until(() => stage.proxy.count() === attempt)
        limits.at(-1).end()
      }
      assert.deepEqual(await listed, [])
      assert.equal(limits.length, 3)
      assert.equal(stage.proxy.count(), 3)
    })

    test('then the last trouble surfaces', async () => {
      stage.proxy.fault(listPath, { status: 503, body: '' }, 9)
      const error = await failureOf(() => list())
      assert.equal(error.response.status, 503)
      assert.equal(stage.proxy.count(), 3)

      stage.reset()
      stage.proxy.fault(listPath, { drop: 'before' }, 9)
      assert.equal((await failureOf(() => list())).code, 'ERR_NETWORK')
      assert.equal(stage.proxy.count(), 3)
    })

    test('not after any other answer', async () => {
      for (const status of [400, 403, 404, 405, 409, 422]) {
        stage.reset()
        stage.proxy.fault(listPath, { status, body: '' }, 9)
        await failureOf(() => list())
        assert.equal(stage.proxy.count(), 1, String(status))
      }
      stage.reset()
      stage.proxy.fault(listPath, { status: 401, body: '' }, 9)
      await failureOf(() => list())
      assert.equal(stage.proxy.count(), 1)
    })

    test('the same request goes out again', async () => {
      stage.proxy.fault(listPath, { status: 503, body: '' })
      await list({ headers: { 'x-trace': 'abc' } })
      const [first, second] = stage.proxy.requests
      assert.deepEqual(second.body, first.body)
      assert.deepEqual(second.headers, first.headers)
    })

    test('which ones they are', async () => {
      const { accessCodes, devices, actionAttempts, clientSessions } = stage.seam
      const id = { access_code_id: 'a' }
      const requests = [
        accessCodes.get(id),
        accessCodes.delete(id),
        accessCodes.generateCode({ device_id }),
        accessCodes.pullBackupAccessCode(id),
        accessCodes.unmanaged.get(id),
        accessCodes.unmanaged.list({ device_id }),
        accessCodes.unmanaged.delete(id),
        devices.get({ device_id }),
        devices.list(),
        actionAttempts.get({ action_attempt_id: 'a' }),
        actionAttempts.list({ action_attempt_ids: ['a'] }),
        clientSessions.get(),
        clientSessions.getOrCreate({ user_identifier_key: 'someone' }),
      ]
      for (const { pathname } of requests) {
        stage.proxy.fault(pathname, { drop: 'before' })
        stage.proxy.fault(pathname, { status: 400, body: '' })
      }
      await Promise.all(requests.map((request) => failureOf(() => request)))
      for (const { pathname } of requests) {
        assert.equal(stage.proxy.count(pathname), 2, pathname)
      }
    })

    test('maxRetries per client and per call', async () => {
      const counts = []
      const count = async (request) => {
        await failureOf(() => request)
        counts.push(stage.proxy.count())
        stage.proxy.reset()
      }
      const never = stage.createClient({ maxRetries: 0 })
      stage.proxy.fault(listPath, { status: 503, body: '' }, 9)
      await count(never.accessCodes.list({ device_id }))
      stage.proxy.fault(listPath, { status: 503, body: '' }, 9)
      await count(never.accessCodes.list({ device_id }, { maxRetries: 1 }))
      stage.proxy.fault(listPath, { status: 503, body: '' }, 9)
      await count(list({ maxRetries: 0 }))
      stage.proxy.fault(listPath, { status: 503, body: '' }, 9)
      await count(list({ maxRetries: 3 }))
      assert.deepEqual(counts, [1, 2, 1, 4])
    })
  })

  describe('Retry-After', () => {
    const answer = (retryAfter, status = 429) =>
      stage.proxy.fault(listPath, {
        status,
        body: '',
        headers: { 'retry-after': retryAfter },
      })

    test('in seconds is waited for', async () => {
      answer('1')
      await list()
      assertPauses(1000)
    })

    test('as a date is waited for', async () => {
      stage.proxy.fault(listPath, {
        status: 503,
        body: '',
        // Counted from the server's own clock.
        headers: { date: 'Wed, 21 Oct 2015 07:28:00 GMT', 'retry-after': 'Wed, 21 Oct 2015 07:28:02 GMT' },
      })
      await list()
      assertPauses(2000)
    })

    test('shorter than the usual pause, past or unreadable changes nothing', async () => {
      for (const value of ['0', 'soon', '-5', new Date(0).toUTCString()]) {
        stage.reset()
        pauses.length = 0
        answer(value)
        await list()
        assertPauses(200)
      }
    })

    test('of more than a minute is not waited for: the caller decides', async () => {
      for (const value of ['61', '86400', new Date(Date.now() + 90_000).toUTCString()]) {
        stage.reset()
        answer(value)
        const error = await failureOf(() => list())
        assert.equal(error.response.status, 429)
        assert.equal(error.response.headers['retry-after'], value)
        assert.equal(stage.proxy.count(), 1)
        assertPauses()
      }
    })
  })

  describe('of calls that must not happen twice', () => {
    test('a create whose answer is lost is not sent again', async () => {
      stage.proxy.fault(createPath, { drop: 'after' })
      const error = await failureOf(() => create())
      assert.equal(error.code, 'ERR_NETWORK')
      assert.equal(stage.proxy.count(), 1)
      assert.equal(codesAtFake(), 1)
    })

    test('nor after a dropped connection, a timeout or 5xx', async () => {
      const troubles = [
        [{ drop: 'before' }, {}],
        [{ hang: true }, { timeout: 80 }],
        [{ status: 500, body: '' }, {}],
        [{ status: 503, body: '', headers: { 'retry-after': '0' } }, {}],
      ]
      for (const [fault, options] of troubles) {
        stage.reset()
        stage.proxy.fault(createPath, fault, 9)
        await failureOf(() => create(options))
        assert.equal(stage.proxy.count(), 1, JSON.stringify(fault))
        assert.equal(codesAtFake(), 0)
      }
    })

    test('nor when more retries are asked for', async () => {
      stage.proxy.fault(createPath, { drop: 'after' }, 9)
      await failureOf(() => create({ maxRetries: 5 }))
      assert.equal(stage.proxy.count(), 1)
      assert.equal(codesAtFake(), 1)
    })

    test('after 429, when the server has done nothing, they are', async () => {
      stage.proxy.fault(createPath, { status: 429, body: '' }, 2)
      await create()
      assert.equal(stage.proxy.count(), 3)
      assert.equal(codesAtFake(), 1)
      assertPauses(200, 400)
    })

    test('which ones they are', async () => {
      const { accessCodes, clientSessions } = stage.seam
      const id = { access_code_id: 'a' }
      const requests = [
        accessCodes.create({ device_id }),
        accessCodes.createMultiple({ device_ids: [device_id] }),
        accessCodes.update({ ...id, name: 'Guest' }),
        accessCodes.updateMultiple({ common_code_key: 'k', name: 'Guest' }),
        accessCodes.simulate.createUnmanagedAccessCode({
          device_id,
          name: 'Neighbour',
          code: pin,
        }),
        accessCodes.reportDeviceConstraints({ device_id, supported_code_lengths: [4] }),
        accessCodes.unmanaged.update({ ...id, is_managed: true }),
        accessCodes.unmanaged.convertToManaged(id),
        clientSessions.create(),
      ]
      for (const { pathname } of requests) {
        stage.proxy.fault(pathname, { drop: 'before' }, 9)
      }
      await Promise.all(requests.map((request) => failureOf(() => request)))
      for (const { pathname } of requests) {
        assert.equal(stage.proxy.count(pathname), 1, pathname)
      }
    })
  })
})
