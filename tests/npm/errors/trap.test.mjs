// What a fault inside the WebAssembly module does: what was under way in the broken instance is rejected, that instance is never entered
// again, and the next call runs in a fresh one with everything the client knew. The module has no trap to offer, so one is thrown from
// around its exports, in the place where the runtime would throw it.
import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, describe, test } from 'node:test'
import { catchInstances } from '../../support/inside.mjs'
import { deferred, holdPauses, until } from '../../support/timers.mjs'

describe('a trap', { timeout: 600_000 }, () => {
  /** What each instance was asked, as words. */
  let asked = []
  /** Whether the question that has these words meets a trap; it is asked until one has. */
  let trapOn
  let caught
  let stage
  let failureOf
  let assertReadable
  let trap

  before(async () => {
    caught = catchInstances({
      onQuestion: (words, index) => {
        asked[index] ??= []
        asked[index].push(words)
        if (!trapOn?.(words)) return
        trapOn = undefined
        trap = new WebAssembly.RuntimeError('unreachable')
        throw trap
      },
    })
    const support = await import('../../support/stage.mjs')
    ;({ failureOf, assertReadable } = support)
    stage = await support.openStage()
  })
  after(async () => {
    caught.release()
    await stage.close()
  })
  beforeEach(() => stage.reset())
  afterEach(() => {
    asked = []
    trapOn = undefined
  })

  /** The error of what an instance was in the middle of when it met a fault. */
  const assertEnded = (error) => {
    assert.ok(error instanceof stage.seamEdge.SeamError, String(error))
    assert.match(error.message, /an internal fault ended this call/)
    assert.equal(error.cause, trap)
    assertReadable(error)
  }

  /** That the instance which comes after a broken one is asked about nothing that the broken one began. */
  const assertFresh = async () => {
    const next = caught.instances.length
    asked = []
    await stage.seam.devices.list()
    assert.equal(caught.instances.length, next + 1)
    assert.deepEqual(asked[next - 1] ?? [], [], 'the broken instance is not entered again')
    const questions = asked[next].map(([question]) => question)
    assert.deepEqual(questions, ['declare', 'call', 'next'])
  }

  test('ends one call, and the next starts afresh', async () => {
    const { seam_cst1_token } = stage.fake.seed
    const seam = stage.seamEdge.SeamHttp.fromClientSessionToken(seam_cst1_token, {
      endpoint: stage.proxy.url,
    })
    const other = stage.createClient()
    const { client_session } = await stage.seam.clientSessions.create({}).fetchResponse()
    await seam.updateClientSessionToken(client_session.token)
    assert.equal(caught.instances.length, 1)

    trapOn = () => true
    stage.proxy.reset()
    const error = await failureOf(() => seam.devices.list())
    assertEnded(error)
    assertReadable(error, client_session.token)
    assert.equal(stage.proxy.count(), 0)

    await seam.devices.list()
    assert.equal(caught.instances.length, 2)
    const [{ headers }] = stage.proxy.requests
    assert.equal(headers.authorization, `Bearer ${client_session.token}`)
    await other.devices.list()
    assert.equal(caught.instances.length, 2)
  })

  test('at the answer ends the call, which is not sent again', async () => {
    trapOn = ([question]) => question === 'next'
    assertEnded(await failureOf(() => stage.seam.devices.list()))
    assert.equal(stage.proxy.count(), 1)
    await assertFresh()
  })

  test('ends every call that is in flight or in a pause, and none goes on in the next instance', async (context) => {
    const pauses = holdPauses(context)
    const answer = deferred()
    stage.proxy.fault('/devices/list', { until: answer.promise })
    stage.proxy.fault('/locks/list', { status: 503, body: '' })
    const inFlight = failureOf(() => stage.seam.devices.list())
    const inPause = failureOf(() => stage.seam.locks.list())
    await until(() => stage.proxy.count('/devices/list') === 1 && pauses.length === 1)
    trapOn = ([question]) => question === 'call'
    assertEnded(await failureOf(() => stage.seam.webhooks.list()))
    await assertFresh()
    asked = []
    answer.resolve()
    pauses[0].end()
    for (const error of await Promise.all([inFlight, inPause])) assertEnded(error)
    assert.deepEqual(asked.flat(), [], 'nobody was asked about the calls of the broken instance')
    assert.equal(stage.proxy.count('/locks/list'), 1)
  })

  test('ends a call that is aborted later with what ended the others', async () => {
    const controller = new AbortController()
    stage.proxy.fault('/devices/list', { hang: true })
    const call = failureOf(() => stage.seam.devices.list({}, { signal: controller.signal }))
    await until(() => stage.proxy.count() === 1)
    trapOn = ([question]) => question === 'call'
    assertEnded(await failureOf(() => stage.seam.webhooks.list()))
    controller.abort()
    assertEnded(await call)
    await assertFresh()
  })

  const wait = () => {
    const { action_attempt_id } = stage.fake.database.addActionAttempt({ action_type: 'UNLOCK_DOOR' })
    return stage.seam.actionAttempts.get(
      { action_attempt_id },
      { waitForActionAttempt: { pollingInterval: 20 } },
    )
  }

  /** A call hears of a status, a wait of what its poll returned. */
  const isAnswerOfCall = ([question, , , , , event, status]) =>
    question === 'next' && event === 'answered' && status === '200'

  // Where it is: the wait's own step after a poll, or the poll's.
  for (const [moment, question] of [
    ['pause', 'slept'],
    ['step after a poll', 'answered'],
  ]) {
    test(`in the ${moment} of a wait for an action attempt ends the wait`, async () => {
      trapOn = (words) => words[0] === 'next' && words[5] === question && !isAnswerOfCall(words)
      assertEnded(await failureOf(wait))
      await assertFresh()
    })
  }

  test('in a poll of an action attempt ends the wait', async () => {
    let answers = 0
    trapOn = (words) => isAnswerOfCall(words) && ++answers === 2
    assertEnded(await failureOf(wait))
    assert.equal(stage.proxy.count(), 2)
    await assertFresh()
  })

  test('of another call ends a wait for an action attempt', async () => {
    const ended = failureOf(wait)
    await until(() => asked.flat().some(([question]) => question === 'next'))
    trapOn = ([question]) => question === 'call'
    await failureOf(() => stage.seam.webhooks.list())
    assertEnded(await ended)
    await assertFresh()
  })

  test('of another call does not matter to who leaves the pages', async () => {
    let pages = 0
    for await (const _ of stage.seam.createPaginator(stage.seam.devices.list())) {
      pages += 1
      trapOn = ([question]) => question === 'call'
      await failureOf(() => stage.seam.webhooks.list())
      break
    }
    assert.equal(pages, 1)
    await assertFresh()
  })

  test('refuses one value, and the next is checked afresh', async () => {
    const { loadPackage } = await import('../../support/package.mjs')
    const schemas = await loadPackage('schemas')
    const { validate } = schemas.accessCodesDeleteParameters['~standard']
    const value = { access_code_id: 'x' }
    assert.deepEqual(validate(value), { value })
    const before = caught.instances.length
    trapOn = () => true
    const issue = { message: 'cannot be checked; it may be too large', path: [], code: 'not_checkable' }
    assert.deepEqual(validate(value), { issues: [issue] })
    assert.deepEqual(validate(value), { value })
    assert.equal(caught.instances.length, before + 1)
  })
})
