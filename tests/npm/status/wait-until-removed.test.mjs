// Waiting until a code is off the lock: what counts as gone, what does not, and what ends the wait in vain.
// What it shares with waitUntilSet (bad options, signals, pauses) is tested there.
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { assertReadable, failureOf, openStage, pin } from '../../support/stage.mjs'
import { holdPauses, skipPauses } from '../../support/timers.mjs'
import {
  answerWith,
  assertShowsNoPin,
  envelope,
  fromNow,
  getPath,
  hour,
  looksIn,
  openFake,
  waitOptions,
} from '../../support/waiting.mjs'

const unmanagedPath = '/access_codes/unmanaged/get'

describe('waitUntilRemoved', { timeout: 600_000 }, () => {
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

  const waited = (idOrCode, options) =>
    stage.status.waitUntilRemoved(seam, idOrCode, { ...waitOptions, ...options })
  const wait = async (idOrCode, options) => {
    const { accessCode, checked } = await waited(idOrCode, options)
    assert.equal(checked, true)
    return accessCode
  }
  const looks = () => looksIn(stage)
  const create = (parameters) => stage.seam.accessCodes.create({ device_id, code: pin, ...parameters })

  const gone = { status_code: 404, body: envelope('access_code_not_found') }

  test('gives the code as it was last seen when the lock has forgotten it', async () => {
    const { seam, device_id, fake } = await openFake(stage, { clock: 'frozen', perLook: 2_000 })
    const code = await seam.accessCodes.create({ device_id })
    fake.advance(60_000)
    await seam.accessCodes.delete({ access_code_id: code.access_code_id })
    const phases = []
    const onProgress = ({ phase }) => phases.push(phase)
    const { accessCode, checked } = await stage.status.waitUntilRemoved(seam, code, {
      ...waitOptions,
      onProgress,
    })
    assert.deepEqual([accessCode.access_code_id, accessCode.status], [code.access_code_id, 'removing'])
    assert.equal(checked, true)
    assert.ok(phases.length >= 2)
    assert.deepEqual([...new Set(phases)], ['removing'])
  })

  test('waits for the end of the window', async (context) => {
    skipPauses(context)
    const { seam, device_id, fake, fromNow } = await openFake(stage)
    const window = { starts_at: fromNow(-hour), ends_at: fromNow(60_000) }
    const code = await seam.accessCodes.create({ device_id, ...window })
    await stage.status.waitUntilRemoved(seam, code, { ...waitOptions, pollingInterval: 5_000 })
    assert.ok(fake.now >= Date.parse(window.ends_at))
    assert.deepEqual(await seam.accessCodes.list({ device_id }), [])
  })

  test('a refusal that breaks off is no word of Seam, so it asks again', async (context) => {
    skipPauses(context)
    const headers = { 'content-type': 'application/json' }
    const broken = { status: 404, body: '{"error":{"type":"access_code_no', headers }
    stage.proxy.fault(getPath, broken, 2)
    stage.proxy.fault(unmanagedPath, broken, 2)
    assert.equal(await wait('no-such-code'), undefined)
    assert.equal(stage.proxy.count(getPath), 5)
    assert.equal(stage.proxy.count(unmanagedPath), 3)
  })

  test('is done at once where there is no such code', async () => {
    assert.equal(await wait('no-such-code'), undefined)
    assert.equal(looks(), 1)
  })

  test('is done where an expired code stays readable', async () => {
    answerWith(stage, {
      status: 'unset',
      type: 'time_bound',
      starts_at: fromNow(-2 * hour),
      ends_at: fromNow(-hour),
    })
    assert.equal((await wait('access_code_1')).status, 'unset')
    assert.equal(looks(), 1)
  })

  test('is done where an expired code of the newest types stays readable', async () => {
    answerWith(stage, {
      status: undefined,
      type: 'time_bound',
      starts_at: fromNow(-2 * hour),
      ends_at: fromNow(-hour),
    })
    assert.equal((await wait('access_code_1')).is_managed, true)
    assert.equal(looks(), 1)
  })

  test('says that it could not be checked where the unmanaged code cannot be asked for', async () => {
    answerWith(stage, { status: 'removing' }, gone, gone, gone)
    // As a browser sees an answer without CORS headers.
    stage.proxy.fault(unmanagedPath, { drop: 'before' }, 3)
    const result = await waited('access_code_1')
    assert.equal(result.checked, false)
    assert.equal(result.accessCode.status, 'removing')
    assertShowsNoPin(result)
    assert.equal(stage.proxy.count(unmanagedPath), 3)
  })

  test('goes on while removal fails, and says so', async () => {
    const failing = {
      status: 'removing',
      errors: [
        {
          error_code: 'failed_to_remove_from_device',
          is_access_code_error: true,
          message: `${pin} is still there`,
        },
      ],
    }
    answerWith(stage, failing, failing, gone)
    const told = []
    const last = await wait('access_code_1', { onProgress: (progress) => told.push(progress) })
    assert.equal(last.status, 'removing')
    assert.deepEqual(
      told.map(({ diagnosis }) => diagnosis.verdict),
      ['attention', 'attention'],
    )
    for (const progress of told) assertShowsNoPin(progress)
  })

  for (const status of ['unset', 'setting']) {
    for (const error_code of [
      'failed_to_remove_from_device',
      'failed_to_expire',
      'failed_to_remove',
      'failed_to_delete',
    ]) {
      test(`goes on past the end where removal fails: ${status}, ${error_code}`, async () => {
        const over = { status, type: 'time_bound', starts_at: fromNow(-2 * hour), ends_at: fromNow(-hour) }
        const errors = [{ error_code, is_access_code_error: true, message: 'It may still open.' }]
        answerWith(stage, { ...over, errors }, { ...over, errors }, { ...over, status: 'unset' })
        const last = await wait('access_code_1')
        assert.deepEqual(last.errors, [])
        assert.equal(looks(), 3)
      })
    }
  }

  test('goes on past the end where setting was under way', async () => {
    const over = { type: 'time_bound', starts_at: fromNow(-2 * hour), ends_at: fromNow(-hour) }
    answerWith(stage, { ...over, status: 'setting' }, { ...over, status: 'unset' })
    assert.equal((await wait('access_code_1')).status, 'unset')
    assert.equal(looks(), 2)
  })

  test('null is no option', async () => {
    assert.equal(await wait('no-such-code', { maxWait: null, pollingInterval: null }), undefined)
  })

  test('waits for a code that nobody has deleted yet', async () => {
    answerWith(stage, { status: 'set' }, { status: 'set' }, { status: 'removing' }, gone)
    assert.equal((await wait('access_code_1')).status, 'removing')
    assert.equal(looks(), 4)
  })

  test('ends where the lock is gone', async () => {
    answerWith(stage, {
      status: 'removing',
      errors: [
        { error_code: 'device_removed', is_device_error: true, message: 'Gone', created_at: fromNow(0) },
      ],
    })
    const error = await failureOf(() => wait('access_code_1'))
    assert.ok(stage.status.isSeamAccessCodeFailedError(error), String(error))
    assert.equal(error.reason, 'failed')
    assert.match(error.message, /does not get off the lock/)
    assertReadable(error, pin)
    assertShowsNoPin(error)
    assert.equal(looks(), 1)
  })

  test('a code that was handed over to be unmanaged is on the lock all the same', async () => {
    const code = await create()
    stage.proxy.fault(getPath, { status: 404, body: envelope('access_code_not_found') }, 1000)
    const unmanaged = { ...code, is_managed: false, status: 'set', errors: [], warnings: [] }
    stage.proxy.fault(unmanagedPath, { status: 200, body: { access_code: unmanaged, ok: true } }, 2)
    const told = []
    const last = await wait(code, { onProgress: ({ phase }) => told.push(phase) })
    assert.deepEqual(told, ['set', 'set'])
    assert.equal(last.is_managed, false)
    assert.equal(stage.proxy.count(unmanagedPath), 3)
  })

  test('a page that is not there, and a workspace that is not, say nothing about the code', async () => {
    for (const body of ['no such page', envelope('workspace_not_found')]) {
      stage.proxy.fault(getPath, { status: 404, body })
      const error = await failureOf(() => wait('access_code_1'))
      assert.ok(!stage.status.isSeamAccessCodeError(error))
    }
  })

  test('a refusal to tell of unmanaged codes is no answer either', async () => {
    stage.proxy.fault(unmanagedPath, { status: 401, body: envelope('unauthorized') })
    assert.ok(stage.seamEdge.isSeamHttpUnauthorizedError(await failureOf(() => wait('no-such-code'))))
  })

  test('trouble on the way does not end it', async () => {
    answerWith(
      stage,
      { status: 'removing' },
      { drop: 'after' },
      { status_code: 500, body: envelope('x') },
      gone,
    )
    stage.proxy.fault(unmanagedPath, { drop: 'before' })
    assert.equal((await wait('access_code_1')).status, 'removing')
    assert.equal(looks(), 5)
  })

  test('ends after maxWait, with the last state', async (context) => {
    skipPauses(context)
    const accessCode = await create()
    stage.proxy.fault(
      getPath,
      { status: 200, body: { access_code: { ...accessCode, status: 'set' }, ok: true } },
      1000,
    )
    const options = { maxWait: 1_000_000, pollingInterval: 200_000 }
    const error = await failureOf(() => wait(accessCode.access_code_id, options))
    assert.ok(stage.status.isSeamAccessCodeTimeoutError(error))
    assert.equal(error.accessCode.status, 'set')
    assert.match(error.message, /is not off the lock after 1000000 ms/)
    assertShowsNoPin(error)
  })

  test('aborted before, during and after', async (context) => {
    holdPauses(context)
    const canceled = (error) => assert.equal(error.code, 'ERR_CANCELED', String(error))
    canceled(await failureOf(() => wait('access_code_1', { signal: AbortSignal.abort() })))
    assert.equal(stage.proxy.count(), 0)
    const controller = new AbortController()
    answerWith(stage, { status: 'removing' })
    const onProgress = () => controller.abort()
    canceled(await failureOf(() => wait('access_code_1', { signal: controller.signal, onProgress })))
    assert.equal(await wait('no-such-code', { signal: new AbortController().signal }), undefined)
  })

  test('options and IDs that cannot be used are refused before anything is sent', async () => {
    for (const options of [
      { maxWait: -1 },
      { pollingInterval: Number.NaN },
      { until: 'set' },
      { unknown: 1 },
    ]) {
      assert.ok(
        (await failureOf(() => wait('a', options))) instanceof stage.seamEdge.SeamHttpInvalidOptionsError,
      )
    }
    for (const id of [undefined, '', {}, 7]) assert.ok((await failureOf(() => wait(id))) instanceof TypeError)
    assert.equal(stage.proxy.count(), 0)
  })
})
