// Nothing of ours, when logged, printed or serialised, shows a token, a key or a PIN. Every object that a caller holds
// and every error that is thrown is turned into text in every usual way and searched.
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { inspect } from 'node:util'
import { failureOf, openStage, pin } from '../../support/stage.mjs'

const secrets = {
  'the API key': 'seam_apikey1_token',
  'the session token': 'seam_cst1_token',
  'the publishable key': 'seam_pk1_token',
  'the personal access token': 'seam_at1_longtoken',
  'the console session token': 'eyJhbGciOiJIUzI1NiJ9.e30.signature',
  'the PIN': pin,
  'the user identifier key': 'john_user_identifier_key',
}

/** All that a logger might make of a value. */
const textsOf = (value) => {
  const texts = [
    String(value),
    inspect(value),
    inspect(value, { depth: null, showHidden: true, getters: true }),
    tryTo(() => JSON.stringify(value)),
    tryTo(() => JSON.stringify(value, Object.getOwnPropertyNames(value))),
    tryTo(() => inspect({ ...value }, { depth: null })),
  ]
  if (value instanceof Error) {
    texts.push(value.message, value.stack)
    if (value.cause !== undefined) texts.push(...textsOf(value.cause))
  }
  return texts.filter((text) => text !== undefined)
}

const tryTo = (action) => {
  try {
    return action()
  } catch {
    return undefined
  }
}

const assertKeepsSecrets = (value, name) => {
  for (const text of textsOf(value)) {
    for (const [what, secret] of Object.entries(secrets)) {
      assert.ok(
        !text.includes(secret),
        `${name} shows ${what}: ${text.replaceAll(secret, '<HERE>').slice(0, 400)}`,
      )
    }
  }
}

describe('secrets', { timeout: 600_000 }, () => {
  let stage
  let seamEdge
  let endpoint

  before(async () => {
    stage = await openStage()
    ;({ seamEdge } = stage)
    endpoint = stage.proxy.url
  })
  after(() => stage.close())
  beforeEach(() => stage.reset())

  test('clients of every kind of authentication', async () => {
    const { SeamHttp } = seamEdge
    const clients = {
      apiKey: stage.seam,
      clientSessionToken: SeamHttp.fromClientSessionToken(secrets['the session token'], { endpoint }),
      personalAccessToken: SeamHttp.fromPersonalAccessToken(
        secrets['the personal access token'],
        'workspace',
        { endpoint },
      ),
      consoleSessionToken: SeamHttp.fromConsoleSessionToken(
        secrets['the console session token'],
        'workspace',
        { endpoint },
      ),
      publishableKey: await SeamHttp.fromPublishableKey(
        secrets['the publishable key'],
        secrets['the user identifier key'],
        { endpoint },
      ),
      customHeader: stage.createClient({
        headers: { authorization: `Bearer ${secrets['the API key']}` },
      }),
    }
    for (const [kind, seam] of Object.entries(clients)) {
      assertKeepsSecrets(seam, kind)
      assertKeepsSecrets(seam.client, `${kind}.client`)
      assertKeepsSecrets(seam.defaults, `${kind}.defaults`)
      assertKeepsSecrets(seam.accessCodes, `${kind}.accessCodes`)
      assertKeepsSecrets([{ seam }], `an object with ${kind}`)
    }
  })

  test('requests and paginators, before and after', async () => {
    const request = stage.seam.accessCodes.create({
      device_id: stage.deviceId,
      code: pin,
      name: 'Guest',
    })
    assertKeepsSecrets(request, 'request')
    await request
    assertKeepsSecrets(request, 'request that was sent')
    assertKeepsSecrets({ request }, 'an object with a request')

    const list = stage.seam.accessCodes.list({ device_id: stage.deviceId })
    assertKeepsSecrets(stage.seam.createPaginator(list), 'paginator')
    // The body is there for those who ask for it by name.
    assert.equal(request.body.code, pin)
  })

  const errors = {
    'a refused token': () => new seamEdge.SeamHttp({ apiKey: secrets['the session token'] }),
    'a refused pair of tokens': () =>
      new seamEdge.SeamHttp({
        apiKey: secrets['the API key'],
        clientSessionToken: secrets['the session token'],
      }),
    'an endpoint with credentials': () =>
      new seamEdge.SeamHttp({
        apiKey: secrets['the API key'],
        endpoint: `not a url ${secrets['the API key']}`,
      }),
    'a refused PIN': () =>
      stage.seam.accessCodes.create({
        device_id: stage.deviceId,
        code: `${pin}x`,
      }),
    'a PIN of the wrong type': () =>
      stage.seam.accessCodes.create({
        device_id: stage.deviceId,
        code: Number(pin),
      }),
    'a PIN under a misspelt name': () =>
      stage.seam.accessCodes.create({
        device_id: stage.deviceId,
        codee: pin,
      }),
    'an error of the server': async () => {
      const parameters = { device_id: stage.deviceId, code: pin }
      // The fake quotes the PIN in its message.
      await stage.seam.accessCodes.create(parameters)
      await stage.seam.accessCodes.create(parameters)
    },
    'an error of the server about a parameter': async () => {
      const quoting = { _errors: [`${pin} is too short`] }
      const error = { type: 'invalid_input', message: `not ${pin}`, validation_errors: { code: quoting } }
      stage.proxy.fault('/access_codes/create', { status: 400, body: { error, ok: false } })
      await stage.seam.accessCodes.create({ device_id: stage.deviceId, code: pin })
    },
    'a lost connection': async () => {
      stage.proxy.fault('/access_codes/create', { drop: 'before' })
      await stage.seam.accessCodes.create({
        device_id: stage.deviceId,
        code: pin,
      })
    },
    'a timeout': async () => {
      stage.proxy.fault('/access_codes/create', { hang: true })
      await stage.seam.accessCodes.create({ device_id: stage.deviceId, code: pin }, { timeout: 60 })
    },
    'a canceled request': () =>
      stage.seam.accessCodes.create(
        { device_id: stage.deviceId, code: pin },
        { signal: AbortSignal.abort() },
      ),
    'a broken answer': async () => {
      stage.proxy.fault('/access_codes/get', {
        status: 200,
        body: `{"access_code":{"code":"${pin}","access_code_id":`,
        headers: { 'content-type': 'application/json' },
      })
      await stage.seam.accessCodes.get({ access_code_id: 'a' })
    },
    'an answer with wrong fields': async () => {
      stage.proxy.fault('/access_codes/get', {
        status: 200,
        body: {
          access_code: { access_code_id: 5, code: Number(pin), status: 7 },
          ok: true,
        },
      })
      await stage.seam.accessCodes.get({ access_code_id: 'a' })
    },
    'a refused session': () => stage.seam.updateClientSessionToken(secrets['the session token']),
  }

  for (const [name, cause] of Object.entries(errors)) {
    test(`the error of ${name}`, async () => {
      assertKeepsSecrets(await failureOf(cause), name)
    })
  }

  test('the search itself finds what is there', () => {
    assert.throws(() => assertKeepsSecrets({ deep: { token: 'seam_apikey1_token' } }, 'leak'))
    assert.throws(() => assertKeepsSecrets(new Error(pin), 'leak'))
    assert.throws(() => assertKeepsSecrets(new Error('x', { cause: { pin } }), 'leak'))
  })
})
