// Errors that come back: Seam's envelope, a 401, a page of somebody in between, nobody there. The proxy invents most of
// them. Repeating is switched off here (retries.test.mjs); broken answers with status 200 are in responses.test.mjs.
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { loadAnotherCopy } from '../../support/package.mjs'
import { startRecordingProxy } from '../../support/recording-proxy.mjs'
import { assertReadable, failureOf, openStage, pin } from '../../support/stage.mjs'

const getPath = '/access_codes/get'

describe('errors', { timeout: 600_000 }, () => {
  let stage
  let seam

  before(async () => {
    stage = await openStage()
    seam = stage.createClient({ maxRetries: 0 })
  })
  after(() => stage.close())
  beforeEach(() => stage.reset())

  const get = () => seam.accessCodes.get({ access_code_id: 'access_code_1' })
  const answerGet = (body, init = {}) => stage.proxy.fault(getPath, { status: 200, body, ...init })

  const errorBody = (error) => ({ error, ok: false })

  test('an envelope is a SeamHttpApiError', async () => {
    answerGet(
      errorBody({
        type: 'access_code_not_found',
        message: 'Could not find it',
        data: { access_code_id: 'access_code_1' },
      }),
      { status: 404 },
    )
    const error = await failureOf(() => get())
    assert.equal(error.constructor, stage.seamEdge.SeamHttpApiError)
    assert.equal(error.name, 'SeamHttpApiError')
    assert.equal(error.message, 'Could not find it')
    assert.equal(error.code, 'access_code_not_found')
    assert.equal(error.statusCode, 404)
    assert.equal(error.requestId, 'request_of_proxy')
    assert.deepEqual(error.data, { access_code_id: 'access_code_1' })
    assert.ok(stage.seamEdge.isSeamHttpApiError(error))
    assert.equal(stage.seamEdge.isSeamHttpInvalidInputError(error), false)
    assert.match(error.stack, /errors\.test\.mjs/, "the caller's stack")
  })

  test('the error of the fake', async () => {
    await stage.seam.accessCodes.create({ device_id: stage.deviceId, code: pin })
    const error = await failureOf(() => seam.accessCodes.create({ device_id: stage.deviceId, code: pin }))
    assert.equal(error.code, 'duplicate_access_code')
    assert.equal(error.statusCode, 409)
    assert.match(error.message, /\[redacted\]/)
    assert.match(error.requestId, /^request\d+$/)
  })

  test('invalid_input is a SeamHttpInvalidInputError with messages by parameter', async () => {
    answerGet(
      errorBody({
        type: 'invalid_input',
        message: '2 Input Errors',
        validation_errors: {
          _errors: ['whole'],
          code: { _errors: ['must be digits', 'too long'] },
          name: { _errors: ['too short'] },
        },
      }),
      { status: 400 },
    )
    const error = await failureOf(() => get())
    assert.equal(error.constructor, stage.seamEdge.SeamHttpInvalidInputError)
    assert.equal(error.code, 'invalid_input')
    assert.equal(error.statusCode, 400)
    assert.deepEqual(error.getValidationErrorMessages('code'), ['must be digits', 'too long'])
    assert.deepEqual(error.getValidationErrorMessages('other'), [])
    assert.deepEqual(error.validationErrors, [
      { parameterName: 'code', errorMessages: ['must be digits', 'too long'] },
      { parameterName: 'name', errorMessages: ['too short'] },
    ])
    assert.equal(stage.seamEdge.isSeamValidationError(error), false)
  })

  test('invalid_input without validation_errors', async () => {
    answerGet(errorBody({ type: 'invalid_input', message: 'No' }), {
      status: 400,
    })
    const error = await failureOf(() => get())
    assert.deepEqual(error.validationErrors, [])
    assert.deepEqual(error.getValidationErrorMessages('code'), [])
  })

  test('an envelope under any content type that says JSON, in whatever case', async () => {
    for (const contentType of ['Application/JSON; charset=utf-8', 'application/problem+json']) {
      answerGet(errorBody({ type: 'access_code_not_found', message: 'Could not find it' }), {
        status: 404,
        headers: { 'content-type': contentType },
      })
      const error = await failureOf(() => get())
      assert.equal(error.constructor, stage.seamEdge.SeamHttpApiError, contentType)
      assert.equal(error.code, 'access_code_not_found')
      assert.equal(error.message, 'Could not find it')
      assert.equal(error.statusCode, 404)
    }
  })

  test('401 is a SeamHttpUnauthorizedError, with or without an envelope', async () => {
    answerGet(errorBody({ type: 'api_key_revoked', message: 'Revoked' }), {
      status: 401,
    })
    answerGet('<p>401</p>', {
      status: 401,
      headers: { 'content-type': 'text/html' },
    })
    answerGet('', { status: 401 })
    for (const message of ['Revoked', 'Unauthorized', 'Unauthorized']) {
      const error = await failureOf(() => get())
      assert.equal(error.constructor, stage.seamEdge.SeamHttpUnauthorizedError)
      assert.equal(error.message, message)
      assert.equal(error.code, 'unauthorized')
      assert.equal(error.statusCode, 401)
      assert.equal(error.requestId, 'request_of_proxy')
    }
  })

  const assertTransport = (error, code, status) => {
    const { SeamHttpTransportError } = stage.seamEdge
    assert.ok(error instanceof SeamHttpTransportError, String(error))
    assert.ok(stage.seamEdge.isSeamHttpTransportError(error))
    assert.equal(error.name, 'SeamHttpTransportError')
    assert.equal(error.code, code)
    assert.equal(error.response.status, status)
    assert.equal(error.requestId, 'request_of_proxy')
    assertReadable(error, pin, stage.apiKey)
  }

  test('503 with an empty body, as in an outage, is a SeamHttpTransportError', async () => {
    answerGet('', { status: 503, headers: { 'retry-after': '1' } })
    const error = await failureOf(() => get())
    assertTransport(error, 'ERR_BAD_RESPONSE', 503)
    assert.equal(error.response.headers['retry-after'], '1')
    assert.equal(error.response.data, '')
  })

  test('404 with text, as from a wrong endpoint, is a SeamHttpTransportError', async () => {
    answerGet('no such page', { status: 404 })
    const error = await failureOf(() => get())
    assertTransport(error, 'ERR_BAD_REQUEST', 404)
    assert.equal(error.response.data, 'no such page')
  })

  test('the outage that the fake simulates', async () => {
    await fetch(`${stage.fake.url}/_fake/simulate_workspace_outage`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        workspace_id: 'seed_workspace_1',
        routes: [getPath],
      }),
    })
    const error = await failureOf(() => get())
    await fetch(`${stage.fake.url}/_fake/simulate_workspace_outage`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ workspace_id: 'seed_workspace_1', routes: [] }),
    })
    assert.equal(error.code, 'ERR_BAD_RESPONSE')
    assert.equal(error.response.status, 503)
  })

  test('JSON without an envelope, and an envelope under another content type, are transport errors', async () => {
    answerGet({ message: 'no envelope' }, { status: 500 })
    const json = await failureOf(() => get())
    assertTransport(json, 'ERR_BAD_RESPONSE', 500)
    assert.deepEqual(json.response.data, { message: 'no envelope' })

    answerGet(JSON.stringify(errorBody({ type: 'x', message: 'y' })), {
      status: 400,
      headers: { 'content-type': 'text/plain' },
    })
    assertTransport(await failureOf(() => get()), 'ERR_BAD_REQUEST', 400)
  })

  test('nobody there is a network error', async () => {
    const gone = await startRecordingProxy(stage.fake.url)
    await gone.stop()
    const lonely = stage.createClient({ endpoint: gone.url, maxRetries: 0 })
    const error = await failureOf(() => lonely.devices.list())
    assert.ok(error instanceof stage.seamEdge.SeamHttpTransportError, String(error))
    assert.equal(error.code, 'ERR_NETWORK')
    assert.equal(error.response, undefined)
    assert.ok(error.cause instanceof Error)
    assertReadable(error, stage.apiKey)
    assert.equal(error.path, '/devices/list')
  })

  test('a redirect is not followed: it could take the PIN elsewhere', async () => {
    answerGet('', { status: 307, headers: { location: `${stage.fake.url}${getPath}` } })
    const error = await failureOf(() => get())
    assertTransport(error, 'ERR_BAD_RESPONSE', 307)
    assert.match(error.message, /endpoint/)
    assert.equal(stage.proxy.count(), 1)
  })

  test('errors of two copies of the package recognise each other', async () => {
    const copy = await loadAnotherCopy()
    assert.notEqual(copy.SeamHttpApiError, stage.seamEdge.SeamHttpApiError)
    answerGet(errorBody({ type: 'x', message: 'y' }), { status: 400 })
    const error = await failureOf(() => get())
    assert.ok(copy.isSeamHttpApiError(error))
    assert.ok(error instanceof copy.SeamHttpApiError)
    assert.equal(error instanceof copy.SeamHttpInvalidInputError, false)
  })

  test('no guard takes another value for an error of ours, or fails over it', () => {
    const guards = Object.entries(stage.seamEdge).filter(([name]) => /^isSeam\w*Error$/.test(name))
    assert.ok(guards.length >= 9, String(guards.length))
    const odd = [null, undefined, 5, { seamError: null }].map((value) => ({ constructor: value }))
    const usual = [{}, Object.create(null), 5, 'text', Symbol('x'), null, undefined, () => 5, new Error('x')]
    for (const [name, guard] of guards) {
      for (const value of [...odd, ...usual]) assert.equal(guard(value), false, `${name}, ${typeof value}`)
    }
  })
})
