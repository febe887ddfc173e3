// A server may quote what it refuses. What was sent under a secret name (PIN, search, user identifier key) is
// hidden in all that an error holds, and hiding it breaks nothing. What is printed of our own objects is in secrets.test.mjs.
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { inspect } from 'node:util'
import { accessCode } from '../../support/access-code.mjs'
import { failureOf, openStage, pin } from '../../support/stage.mjs'

const createPath = '/access_codes/create'
const listPath = '/access_codes/list'
const sessionPath = '/client_sessions/get_or_create'

describe('redaction', { timeout: 600_000 }, () => {
  let stage

  before(async () => {
    stage = await openStage()
  })
  after(() => stage.close())
  beforeEach(() => stage.reset())

  const create = (code, options) =>
    stage.seam.accessCodes.create({ device_id: stage.deviceId, code }, options)
  const refuse = (path, error, status = 400) =>
    stage.proxy.fault(path, { status, body: { error, ok: false } })

  /** An envelope that quotes the secret wherever it holds text. */
  const quoting = (secret, type = 'invalid_input') => ({
    type,
    message: `${secret} is taken, not ${secret}`,
    data: { limit: 12345, ok: true, none: null, quote: secret, deep: [{ list: [`<${secret}>`, 7] }] },
    validation_errors: {
      _errors: [`not ${secret}`],
      code: { _errors: [`${secret} is too short`, 'no digits'] },
    },
  })

  const assertHidden = (error, secret) => {
    const texts = [String(error), error.stack, inspect(error, { depth: null, showHidden: true })]
    texts.push(JSON.stringify(error, Object.getOwnPropertyNames(error)), JSON.stringify(error.data))
    texts.push(JSON.stringify(error.validationErrors), String(error.code))
    for (const text of texts) assert.ok(!text?.includes(secret), text?.replaceAll(secret, '<HERE>'))
  }

  const assertInvalidInput = (error, secret) => {
    assert.equal(error.constructor, stage.seamEdge.SeamHttpInvalidInputError, String(error))
    assert.equal(error.message, '[redacted] is taken, not [redacted]')
    assert.equal(error.code, 'invalid_input')
    assert.equal(error.statusCode, 400)
    assert.equal(error.requestId, 'request_of_proxy')
    assert.deepEqual(error.data, {
      limit: 12345,
      ok: true,
      none: null,
      quote: '[redacted]',
      deep: [{ list: ['<[redacted]>', 7] }],
    })
    assert.deepEqual(error.validationErrors, [
      { parameterName: 'code', errorMessages: ['[redacted] is too short', 'no digits'] },
    ])
    assert.deepEqual(error.getValidationErrorMessages('code'), ['[redacted] is too short', 'no digits'])
    assertHidden(error, secret)
  }

  test('a PIN, in the message, the data and the messages by parameter', async () => {
    refuse(createPath, quoting(pin))
    assertInvalidInput(await failureOf(() => create(pin)), pin)
  })

  test('a PIN whose digits are part of a number, which stays', async () => {
    refuse(createPath, quoting('1234'))
    const error = await failureOf(() => create('1234'))
    assert.equal(error.constructor, stage.seamEdge.SeamHttpInvalidInputError, String(error))
    assert.equal(error.data.limit, 12345)
    assert.equal(error.data.quote, '[redacted]')
    assert.deepEqual(error.getValidationErrorMessages('code'), ['[redacted] is too short', 'no digits'])
    assert.equal(error.requestId, 'request_of_proxy')
  })

  test('a PIN that is a number, or a name', async () => {
    const data = { given: Number(pin), [pin]: { [`code ${pin}`]: true } }
    refuse(createPath, {
      type: 'invalid_input',
      message: 'no',
      data,
      validation_errors: { [pin]: { _errors: ['no'] } },
    })
    const error = await failureOf(() => create(pin))
    assertHidden(error, pin)
    assert.deepEqual(error.data, { given: '[redacted]', '[redacted]': { 'code [redacted]': true } })
    assert.deepEqual(error.getValidationErrorMessages('[redacted]'), ['no'])
  })

  test('a PIN in the type of the error', async () => {
    refuse(createPath, quoting(pin, `duplicate_${pin}`), 409)
    const error = await failureOf(() => create(pin))
    assert.equal(error.constructor, stage.seamEdge.SeamHttpApiError)
    assert.equal(error.code, 'duplicate_[redacted]')
    assert.equal(error.statusCode, 409)
    assert.equal(error.requestId, 'request_of_proxy')
    assertHidden(error, pin)
  })

  test('a PIN in a refusal of the key', async () => {
    refuse(createPath, quoting(pin), 401)
    const error = await failureOf(() => create(pin))
    assert.equal(error.constructor, stage.seamEdge.SeamHttpUnauthorizedError)
    assert.equal(error.code, 'unauthorized')
    assert.equal(error.requestId, 'request_of_proxy')
    assertHidden(error, pin)
  })

  test('a PIN that is searched for', async () => {
    refuse(listPath, quoting(pin))
    const { accessCodes } = stage.seam
    const error = await failureOf(() => accessCodes.list({ device_id: stage.deviceId, search: pin }))
    assertInvalidInput(error, pin)
  })

  test('a user identifier key, of a list and of fromPublishableKey', async () => {
    const user_identifier_key = 'john_user_identifier_key'
    refuse(listPath, quoting(user_identifier_key))
    const ofList = await failureOf(() => stage.seam.accessCodes.list({ user_identifier_key }))
    assertInvalidInput(ofList, user_identifier_key)

    refuse(sessionPath, quoting(user_identifier_key))
    const { SeamHttp } = stage.seamEdge
    const options = { endpoint: stage.proxy.url }
    const ofFactory = await failureOf(() =>
      SeamHttp.fromPublishableKey('seam_pk1_token', user_identifier_key, options),
    )
    assertInvalidInput(ofFactory, user_identifier_key)
  })

  test('a code that looks like a piece of JSON breaks nothing', async () => {
    for (const code of [':["', '_errors', '"code"', '\\', '$&$&', 'message', 'invalid_input']) {
      refuse(createPath, {
        type: 'invalid_input',
        message: 'No',
        validation_errors: { code: { _errors: ['no digits'] } },
      })
      const error = await failureOf(() => create(code, { validate: 'off' }))
      assert.equal(error.constructor, stage.seamEdge.SeamHttpInvalidInputError, `${code}: ${error}`)
      assert.equal(error.code, 'invalid_input', code)
      assert.equal(error.message, 'No', code)
      assert.equal(error.requestId, 'request_of_proxy', code)
      assert.deepEqual(error.getValidationErrorMessages('code'), ['no digits'], code)
    }
  })

  test('what was sent counts, not what became of the object meanwhile', async () => {
    const parameters = { device_id: stage.deviceId, code: pin }
    stage.proxy.fault(createPath, { status: 400, body: { error: quoting(pin), ok: false } })
    const seam = stage.createClient({
      fetch: (...request) => {
        Object.assign(parameters, { code: '5555' })
        return fetch(...request)
      },
    })
    assertInvalidInput(await failureOf(() => seam.accessCodes.create(parameters)), pin)
    assert.equal(parameters.code, '5555')
    assert.equal(stage.proxy.last().body.code, pin)
  })

  test('a success is not touched', async () => {
    stage.proxy.fault(createPath, { status: 200, body: { access_code: accessCode(), ok: true } })
    assert.equal((await create(pin)).code, pin)
  })
})
