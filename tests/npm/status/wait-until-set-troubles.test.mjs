// `waitUntilSet` where polls fail, and how often it polls: which failures end it, what its error shows then, and which pauses it makes. Pauses
// are skipped, or pass on a clock of the test's own.
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, mock, test } from 'node:test'
import { accessCode } from '../../support/access-code.mjs'
import { failureOf, openStage } from '../../support/stage.mjs'
import { nextTurn, skipPauses } from '../../support/timers.mjs'
import { answerWith, envelope, getPath, looksIn, waitOptions } from '../../support/waiting.mjs'

describe('waitUntilSet, and trouble on the way', { timeout: 600_000 }, () => {
  let stage
  let seam

  before(async () => {
    stage = await openStage()
    seam = stage.createClient()
  })
  after(() => stage.close())
  beforeEach(() => stage.reset())

  const wait = (idOrCode, options) =>
    stage.status.waitUntilSet(seam, idOrCode, { ...waitOptions, ...options })
  const looks = () => looksIn(stage)

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

  test('until maxWait is over: the error has the last state, and the trouble as its cause', async (context) => {
    skipPauses(context)
    answerWith(stage, { status: 'setting' })
    stage.proxy.fault(getPath, { drop: 'before' }, 1000)
    const options = { maxWait: 1_000_000, pollingInterval: 100_000 }
    const error = await failureOf(() => wait('access_code_1', options))
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

  test('Retry-After is honoured within a call, as by every call', async (context) => {
    const pauses = skipPauses(context)
    const refused = {
      status_code: 429,
      headers: { 'retry-after': '1' },
      body: envelope('too_many_requests'),
    }
    answerWith(stage, { status: 'setting' }, refused, { status: 'set' })
    await wait('access_code_1', { maxRetries: 1 })
    assert.equal(pauses.length, 2)
    assert.ok(pauses[1] >= 1000 && pauses[1] <= 1200, `${pauses}`)
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
})
