// The hooks of a client: what they are told, and that nothing they do decides about a call. What onResponseIssues is
// told is in responses.test.mjs.
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { accessCode } from '../../support/access-code.mjs'
import { openStage, pin } from '../../support/stage.mjs'
import { nextTurn } from '../../support/timers.mjs'

const createPath = '/access_codes/create'
const hooks = ['onRequest', 'onResponse', 'onResponseIssues']

describe('hooks', { timeout: 600_000 }, () => {
  let stage

  before(async () => {
    stage = await openStage()
  })
  after(() => stage.close())
  beforeEach(() => stage.reset())

  const create = (seam) => seam.accessCodes.create({ device_id: stage.deviceId, code: pin })

  /** A good operation with something to report: only then are all hooks called. */
  const answerWithMismatch = () =>
    stage.proxy.fault(createPath, {
      status: 200,
      body: { access_code: accessCode({ name: 5 }), ok: true },
    })

  test('onRequest and onResponse are told of each attempt, and of no parameter', async () => {
    const told = []
    const seam = stage.createClient({
      onRequest: (event) => told.push(event),
      onResponse: (event) => told.push(event),
    })
    stage.proxy.fault(createPath, { status: 429, body: '' })
    await create(seam)
    const url = `${stage.proxy.url}${createPath}`
    const { requestId } = told[3]
    assert.deepEqual(told, [
      { url, path: createPath, attempt: 1 },
      { url, path: createPath, attempt: 1, status: 429, requestId: 'request_of_proxy' },
      { url, path: createPath, attempt: 2 },
      { url, path: createPath, attempt: 2, status: 200, requestId },
    ])
    assert.match(requestId, /^request\d+$/)
    told.length = 0
    await seam.client.get('/devices/list', { params: { limit: 1 } })
    assert.deepEqual(told[0], { url: `${stage.proxy.url}/devices/list`, path: '/devices/list', attempt: 1 })
  })

  const troubles = {
    rejects: (reason) => async () => Promise.reject(reason),
    throws: (reason) => () => {
      throw reason
    },
  }
  for (const [trouble, hookOf] of Object.entries(troubles)) {
    for (const name of hooks) {
      test(`${name} that ${trouble} is printed and changes nothing`, async (context) => {
        const print = context.mock.method(console, 'error', () => undefined)
        const unhandled = []
        const listener = (reason) => unhandled.push(reason)
        process.on('unhandledRejection', listener)
        context.after(() => process.off('unhandledRejection', listener))

        const reason = new Error('logger is broken')
        const seam = stage.createClient({ [name]: hookOf(reason) })
        answerWithMismatch()
        assert.equal((await create(seam)).access_code_id, 'access_code_1')
        // Rejections of promises that nobody waits for are announced after the microtasks.
        await nextTurn()
        assert.equal(stage.proxy.count(), 1)
        assert.deepEqual(unhandled, [])
        const printed = print.mock.calls.flatMap((call) => call.arguments)
        assert.equal(printed.length, 1)
        assert.equal(printed[0], reason)
      })
    }
  }

  test('a hook that never ends holds nothing up', async () => {
    const never = () => new Promise(() => undefined)
    const seam = stage.createClient(Object.fromEntries(hooks.map((name) => [name, never])))
    answerWithMismatch()
    assert.equal((await create(seam)).access_code_id, 'access_code_1')
  })
})
