// What comes back with status 200: answers that are not what they should be, and answers that are more than was known.
// The proxy invents them, since the fake is always right. Other statuses are in errors.test.mjs.
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { accessCode } from '../../support/access-code.mjs'
import { assertReadable, failureOf, openStage, pin } from '../../support/stage.mjs'

const listPath = '/access_codes/list'
const getPath = '/access_codes/get'

describe('responses', { timeout: 600_000 }, () => {
  let stage
  let seam
  let reports

  before(async () => {
    stage = await openStage()
    seam = stage.createClient({
      maxRetries: 0,
      onResponseIssues: (issues, context) => reports.push({ issues, context }),
    })
  })
  after(() => stage.close())
  beforeEach(() => {
    stage.reset()
    reports = []
  })

  const get = (options) => seam.accessCodes.get({ access_code_id: 'access_code_1' }, options)
  const list = (options) => seam.accessCodes.list({ device_id: 'device_1' }, options)

  const answerGet = (body, init = {}) => stage.proxy.fault(getPath, { status: 200, body, ...init })
  const answerList = (access_codes) =>
    stage.proxy.fault(listPath, { status: 200, body: { access_codes, ok: true } })

  const assertInvalid = (error, path, responseKey) => {
    const { SeamHttpInvalidResponseError } = stage.seamEdge
    assert.ok(error instanceof SeamHttpInvalidResponseError, String(error))
    assert.ok(stage.seamEdge.isSeamHttpInvalidResponseError(error))
    assert.equal(error.name, 'SeamHttpInvalidResponseError')
    assert.equal(error.path, path)
    assert.equal(error.responseKey, responseKey)
    assert.equal(error.requestId, 'request_of_proxy')
    assert.ok(error.message.includes(path))
    assertReadable(error, pin, stage.apiKey)
  }

  describe('that are no answer', () => {
    const cases = {
      'text/html': ['<!doctype html><p>Sign in</p>', { 'content-type': 'text/html' }],
      'an empty body': ['', {}],
      'an empty body called JSON': ['', { 'content-type': 'application/json' }],
      'truncated JSON': ['{"access_code": {"access_code_id": "acc', { 'content-type': 'application/json' }],
      'JSON that is no object': ['[1, 2]', { 'content-type': 'application/json' }],
      null: ['null', { 'content-type': 'application/json' }],
      'a missing response key': ['{"ok": true}', { 'content-type': 'application/json' }],
      'a response key of null': ['{"access_code": null, "ok": true}', { 'content-type': 'application/json' }],
      'a response key of another type': [
        '{"access_code": "text", "ok": true}',
        { 'content-type': 'application/json' },
      ],
    }
    for (const [name, [body, headers]] of Object.entries(cases)) {
      test(`200 with ${name}`, async () => {
        answerGet(body, { headers })
        assertInvalid(await failureOf(() => get()), getPath, 'access_code')
      })
    }

    test('an invalid answer is not asked for again', async () => {
      answerGet('<p>', { headers: { 'content-type': 'text/html' } })
      await failureOf(() => stage.seam.accessCodes.get({ access_code_id: 'access_code_1' }))
      assert.equal(stage.proxy.count(), 1)
    })

    test('an endpoint without data still wants an envelope', async () => {
      stage.proxy.fault('/access_codes/delete', {
        status: 200,
        body: '<p>Sign in</p>',
        headers: { 'content-type': 'text/html' },
      })
      const error = await failureOf(() => seam.accessCodes.delete({ access_code_id: 'access_code_1' }))
      assert.ok(error instanceof stage.seamEdge.SeamHttpInvalidResponseError, String(error))
    })

    test('JSON under another content type is read, in whatever case it is written', async () => {
      for (const contentType of ['application/json; charset=utf-8', 'Application/JSON; charset=utf-8']) {
        answerGet(JSON.stringify({ access_code: accessCode(), ok: true }), {
          headers: { 'content-type': contentType },
        })
        assert.deepEqual(await get(), accessCode())
      }
    })

    test('200 with ok: false, where there is no data to miss', async () => {
      const path = '/access_codes/delete'
      stage.proxy.fault(path, { status: 200, body: { ok: false } })
      assertInvalid(await failureOf(() => seam.accessCodes.delete({ access_code_id: 'a' })), path, 'ok')
    })
  })

  describe('with wrong fields', () => {
    test('load-bearing ones throw, with every path', async () => {
      answerList([
        accessCode(),
        accessCode({ access_code_id: 7, type: false, status: null }),
        accessCode({ code: 739184, is_managed: 'yes' }),
      ])
      const error = await failureOf(() => list())
      assertInvalid(error, listPath, 'access_codes')
      assert.deepEqual(error.issues.map((issue) => issue.path).sort(), [
        'access_codes[1].access_code_id',
        'access_codes[1].status',
        'access_codes[1].type',
        'access_codes[2].code',
        'access_codes[2].is_managed',
      ])
      for (const issue of error.issues) {
        assert.equal(typeof issue.code, 'string')
        assert.equal(issue.severity, 'error')
      }
      assert.doesNotMatch(JSON.stringify(error.issues), /739184/)
    })

    test('a list that is none, and items that are none', async () => {
      answerList({})
      assertInvalid(await failureOf(() => list()), listPath, 'access_codes')
      answerList([accessCode(), 'text'])
      const error = await failureOf(() => list())
      assert.deepEqual(
        error.issues.map((issue) => issue.path),
        ['access_codes[1]'],
      )
    })

    test('mismatches that no door depends on are delivered as they came and reported', async () => {
      const sent = accessCode({
        name: 5,
        created_at: 'yesterday',
        is_backup: 'no',
        warnings: {},
      })
      answerGet({ access_code: sent, ok: true })
      assert.deepEqual(await get(), sent)

      assert.equal(reports.length, 1)
      const [{ issues, context }] = reports
      assert.deepEqual(issues.map((issue) => issue.path).sort(), [
        'access_code.created_at',
        'access_code.is_backup',
        'access_code.name',
        'access_code.warnings',
      ])
      for (const issue of issues) assert.equal(issue.severity, 'warning')
      assert.deepEqual(context, { path: getPath, requestId: 'request_of_proxy' })
    })

    test('a good answer is not reported', async () => {
      answerGet({ access_code: accessCode(), ok: true })
      await get()
      assert.deepEqual(reports, [])
    })

    test('a report that throws does not spoil a good operation', async () => {
      const client = stage.createClient({
        onResponseIssues: () => {
          throw new Error('logger is broken')
        },
      })
      answerGet({ access_code: accessCode({ name: 5 }), ok: true })
      const delivered = await client.accessCodes.get({ access_code_id: 'a' })
      assert.equal(delivered.name, 5)
    })

    test('fields that a server generation leaves out are not missed', async () => {
      // The fake and the oldest servers know nothing of these (docs/api-facts.md#access-code).
      const absent = ['workspace_id', 'pending_mutations', 'is_scheduled_on_device', 'starts_at', 'ends_at']
      const sent = Object.fromEntries(Object.entries(accessCode()).filter(([name]) => !absent.includes(name)))
      answerGet({ access_code: sent, ok: true })
      assert.deepEqual(await get(), sent)
      assert.deepEqual(reports, [])
    })

    test('the answers of the fake pass, and nothing is reported', async () => {
      const { deviceId: device_id } = stage
      for (const validate of ['lenient', 'strict']) {
        const { access_code_id } = await seam.accessCodes.create({ device_id }, { validate })
        await seam.accessCodes.get({ access_code_id }, { validate })
        await seam.accessCodes.list({ device_id }, { validate })
        await seam.devices.list({}, { validate })
      }
      assert.deepEqual(reports, [])
    })

    test('a list of the fake may hold unmanaged codes', async () => {
      const { deviceId: device_id } = stage
      await seam.accessCodes.simulate.createUnmanagedAccessCode({ device_id, name: 'Neighbour', code: pin })
      const [unmanaged] = await seam.accessCodes.list({ device_id })
      assert.equal(unmanaged.is_managed, false)
    })

    test("validate 'strict' throws for those mismatches too", async () => {
      answerGet({ access_code: accessCode({ name: 5 }), ok: true })
      const error = await failureOf(() => get({ validate: 'strict' }))
      assertInvalid(error, getPath, 'access_code')
      assert.deepEqual(
        error.issues.map((issue) => issue.path),
        ['access_code.name'],
      )
    })

    test("validate 'off' checks the envelope alone", async () => {
      const sent = accessCode({ access_code_id: 7 })
      answerGet({ access_code: sent, ok: true })
      assert.deepEqual(await get({ validate: 'off' }), sent)
      answerGet({ ok: true })
      assertInvalid(await failureOf(() => get({ validate: 'off' })), getPath, 'access_code')
    })
  })

  test('what the error is about comes first, and alone in its message', async () => {
    const codes = Array.from({ length: 12 }, (_, at) => ({
      ...accessCode({ access_code_id: `code_${at}` }),
      created_at: 'yesterday',
    }))
    codes[11].starts_at = 'soon'
    for (const validate of ['lenient', 'strict']) {
      answerList(codes)
      const error = await failureOf(() => list({ validate }))
      assertInvalid(error, listPath, 'access_codes')
      assert.match(error.message, /: `access_codes\[11\]\.starts_at`/)
      assert.doesNotMatch(error.message, /created_at|more/)
      const [first, ...others] = error.issues
      assert.deepEqual([first.path, first.severity], ['access_codes[11].starts_at', 'error'])
      assert.equal(others.length, 12)
      assert.ok(others.every(({ severity }) => severity === 'warning'))
    }
  })

  describe('with more than was known', () => {
    test('unknown fields, codes, statuses and mutations pass untouched', async () => {
      const sent = accessCode({
        status: 'hibernating',
        type: 'quantum',
        brand_new: { nested: [1, { deep: null }] },
        errors: [{ error_code: 'sun_too_bright', message: 'Ouch', lux: 1e5 }],
        warnings: [{ warning_code: 'mild_drizzle', message: 'Drip' }],
        pending_mutations: [
          { mutation_code: 'repainting', message: 'Wet', created_at: '2030-01-01T00:00:00Z' },
        ],
      })
      answerGet({ access_code: sent, next_thing: true, ok: true })
      const request = get()
      assert.deepEqual(await request, sent)
      assert.equal((await request.fetchResponse()).next_thing, true)
      assert.deepEqual(reports, [])
    })

    test('the value is what JSON.parse makes of the body', async () => {
      const odd =
        '"name":"\\u00e9\\ud83d\\udd11\\n\\u2028\\"","big":9007199254740993,"tiny":-1.5e-7,' +
        '"__proto__":{"polluted":true},"twice":1,"twice":2,"deep":[[[[{"a":[]}]]]]'
      const body = `{"access_code":${JSON.stringify(accessCode()).slice(0, -1)},${odd}},"ok":true}`
      answerGet(body, { headers: { 'content-type': 'application/json' } })
      const value = await get()
      assert.deepStrictEqual(value, JSON.parse(body).access_code)
      assert.equal({}.polluted, undefined)
    })

    test('a long list arrives whole', async () => {
      const codes = Array.from({ length: 2000 }, (_, index) =>
        accessCode({ access_code_id: `code_${index}` }),
      )
      answerList(codes)
      assert.deepEqual(await list(), codes)
    })
  })
})
