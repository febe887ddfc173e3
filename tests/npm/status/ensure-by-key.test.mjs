// `ensureAccessCode` by a key, where the server refuses no second code: it looks for a late one before it creates again. How long it looks, and
// any order of troubles: tests/native/flow.
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { failureOf, openStage } from '../../support/stage.mjs'
import { holdPauses, skipPauses, until } from '../../support/timers.mjs'
import { envelope, fromNow } from '../../support/waiting.mjs'
import { createPath, listPath, pathsOf, startKeyedProxy } from './ensuring.mjs'

describe('ensureAccessCode, by a key', { timeout: 600_000 }, () => {
  let stage
  let device_id
  let keyed

  before(async () => {
    stage = await openStage()
    device_id = stage.deviceId
    keyed = await startKeyedProxy(stage.fake)
  })
  after(async () => {
    await keyed.stop()
    await stage.close()
  })
  beforeEach(() => {
    stage.reset()
    keyed.reset()
  })

  const codes = () => stage.fake.database.access_codes
  const key = 'booking-17'
  const ensure = (parameters, options, client = stage.createClient({ endpoint: keyed.url })) =>
    stage.status.ensureAccessCode(client, { device_id, ...parameters }, { key, ...options })

  test('creates what is not there, with a common_code_key of its own, and gives what is', async () => {
    const created = await ensure()
    assert.equal(keyed.last(createPath).body.common_code_key, `ensure:${device_id}:${key}`)
    const again = await ensure()
    assert.equal(again.access_code_id, created.access_code_id)
    assert.equal(again.code, created.code)
    assert.deepEqual(pathsOf(keyed), ['list', 'create', 'list', 'list'])
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
    const client = stage.createClient({ endpoint: keyed.url })
    keyed.fault(createPath, { drop: 'after' })
    keyed.fault(listPath, nothing, 5)
    assert.equal((await failureOf(() => ensure({}, { maxRetries: 0 }, client))).code, 'ERR_NETWORK')
    const code = await ensure({}, {}, client)
    assert.equal(code.access_code_id, codes()[0].access_code_id)
    assert.equal(keyed.count(createPath), 1)
  })

  test('one code where the caller gives up while it is made', async (context) => {
    skipPauses(context)
    const client = stage.createClient({ endpoint: keyed.url })
    const controller = new AbortController()
    keyed.fault(createPath, { stall: true })
    const ending = failureOf(() => ensure({}, { signal: controller.signal }, client))
    await until(() => codes().length === 1)
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

  test('a signal ends the look for a late code', async (context) => {
    const pauses = holdPauses(context)
    const controller = new AbortController()
    keyed.fault(createPath, { drop: 'before' })
    const ending = failureOf(() => ensure({}, { signal: controller.signal }))
    await until(() => pauses.length === 1)
    pauses[0].end()
    await until(() => pauses.length === 2)
    assert.equal(keyed.count(listPath), 2)
    controller.abort()
    assert.equal((await ending).code, 'ERR_CANCELED')
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
    const client = stage.createClient({ endpoint: keyed.url })
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
    assert.deepEqual(pathsOf(keyed), ['list', 'list', 'create', 'list', 'list'])
    assert.equal(codes().length, 1)
  })
})
