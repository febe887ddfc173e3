// Who is asking: the headers of each kind of authentication, and tokens of the wrong kind. Options, environment and the
// browser are in client-options.test.mjs.
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { assertReadable, authHeaders, failureOf, openStage } from '../../support/stage.mjs'

const apiKey = 'seam_apikey1_token'
const clientSessionToken = 'seam_cst1_token'
const publishableKey = 'seam_pk1_token'
const personalAccessToken = 'seam_at1_longtoken'
const jwt = 'eyJhbGciOiJIUzI1NiJ9.e30.signature'
const workspaceId = 'seed_workspace_1'

describe('auth', { timeout: 600_000 }, () => {
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

  const sentHeaders = async (seam) => {
    await seam.actionAttempts.list({ action_attempt_ids: ['none'] }).catch(() => undefined)
    return authHeaders(stage.proxy.last('/action_attempts/list'))
  }

  describe('headers', () => {
    test('API key, as a string, an option and through the factory', async () => {
      const expected = { authorization: `Bearer ${apiKey}` }
      process.env.SEAM_ENDPOINT = endpoint
      const fromString = new seamEdge.SeamHttp(apiKey)
      delete process.env.SEAM_ENDPOINT
      assert.deepEqual(await sentHeaders(fromString), expected)
      for (const seam of [
        new seamEdge.SeamHttp({ apiKey, endpoint }),
        seamEdge.SeamHttp.fromApiKey(apiKey, { endpoint }),
      ]) {
        assert.deepEqual(await sentHeaders(seam), expected)
      }
    })

    test('client session token goes in both its headers', async () => {
      const expected = {
        authorization: `Bearer ${clientSessionToken}`,
        'client-session-token': clientSessionToken,
      }
      for (const seam of [
        new seamEdge.SeamHttp({ clientSessionToken, endpoint }),
        seamEdge.SeamHttp.fromClientSessionToken(clientSessionToken, {
          endpoint,
        }),
      ]) {
        assert.deepEqual(await sentHeaders(seam), expected)
      }
    })

    test('personal access token and console session token go with their workspace', async () => {
      const options = { endpoint }
      assert.deepEqual(
        await sentHeaders(
          seamEdge.SeamHttp.fromPersonalAccessToken(personalAccessToken, workspaceId, options),
        ),
        {
          authorization: `Bearer ${personalAccessToken}`,
          'seam-workspace': workspaceId,
        },
      )
      assert.deepEqual(
        await sentHeaders(seamEdge.SeamHttp.fromConsoleSessionToken(jwt, workspaceId, options)),
        { authorization: `Bearer ${jwt}`, 'seam-workspace': workspaceId },
      )
    })

    test('publishable key asks for a session with its own header alone and goes on with the session', async () => {
      const seam = await seamEdge.SeamHttp.fromPublishableKey(
        publishableKey,
        stage.fake.seed.john_user_identifier_key,
        { endpoint },
      )
      const asked = stage.proxy.last('/client_sessions/get_or_create')
      assert.equal(asked.method, 'POST')
      assert.deepEqual(asked.body, {
        user_identifier_key: 'john_user_identifier_key',
      })
      assert.deepEqual(authHeaders(asked), {
        'seam-publishable-key': publishableKey,
      })
      assert.deepEqual(await sentHeaders(seam), {
        authorization: `Bearer ${clientSessionToken}`,
        'client-session-token': clientSessionToken,
      })
    })

    test('publishable key for which no token comes is none for the key of the environment', async () => {
      stage.proxy.fault('/client_sessions/get_or_create', { status: 200, body: { client_session: {} } })
      process.env.SEAM_API_KEY = apiKey
      try {
        const error = await failureOf(() =>
          seamEdge.SeamHttp.fromPublishableKey(publishableKey, 'someone', { endpoint, validate: 'off' }),
        )
        assert.ok(error instanceof seamEdge.SeamHttpInvalidOptionsError, String(error))
        assert.match(error.message, /Missing clientSessionToken$/)
      } finally {
        delete process.env.SEAM_API_KEY
      }
    })

    test('another namespace and fromClient share the client', async () => {
      const seam = new seamEdge.SeamHttp({ apiKey, endpoint })
      const devices = seamEdge.SeamHttpDevices.fromClient(seam.client)
      assert.equal(devices.client, seam.client)
      await devices.list()
      assert.deepEqual(authHeaders(stage.proxy.last('/devices/list')), {
        authorization: `Bearer ${apiKey}`,
      })
    })
  })

  describe('a publishable key beside another kind of authentication', () => {
    const others = {
      apiKey,
      clientSessionToken,
      consoleSessionToken: jwt,
      personalAccessToken,
    }
    for (const [kind, token] of Object.entries(others)) {
      test(`${kind} is refused, and nothing is sent`, async () => {
        const options = { [kind]: token, endpoint, ...(/console|personal/.test(kind) && { workspaceId }) }
        for (const attempt of [
          () => seamEdge.SeamHttp.fromPublishableKey(publishableKey, 'someone', options),
          () => new seamEdge.SeamHttp({ publishableKey, ...options }),
        ]) {
          const error = await failureOf(attempt)
          assert.ok(error instanceof seamEdge.SeamHttpInvalidOptionsError, String(error))
          assert.match(error.message, /option/)
          assertReadable(error, token, publishableKey)
        }
        assert.equal(stage.proxy.count(), 0)
      })
    }
  })

  describe('updateClientSessionToken', () => {
    test('changes both headers and checks the new session', async () => {
      const { token } = stage.fake.database.addClientSession({
        workspace_id: workspaceId,
        user_identifier_key: 'someone_else',
      })
      const seam = new seamEdge.SeamHttp({ clientSessionToken, endpoint })
      await seam.updateClientSessionToken(token)
      const expected = {
        authorization: `Bearer ${token}`,
        'client-session-token': token,
      }
      assert.deepEqual(authHeaders(stage.proxy.last('/client_sessions/get')), expected)
      assert.deepEqual(await sentHeaders(seam), expected)
    })

    test('rejects when the server does not know the session', async () => {
      const seam = new seamEdge.SeamHttp({ clientSessionToken, endpoint })
      const error = await failureOf(() => seam.updateClientSessionToken('seam_cst1_unheard_of'))
      assert.ok(seamEdge.isSeamHttpApiError(error), String(error))
    })

    test('is for clients with a client session token', async () => {
      const error = await failureOf(() => stage.seam.updateClientSessionToken(clientSessionToken))
      assert.equal(
        error.message,
        'Cannot update a clientSessionToken on a client created without a clientSessionToken',
      )
      assert.equal(stage.proxy.count(), 0)
    })

    test('refuses a token of the wrong kind', async () => {
      const seam = new seamEdge.SeamHttp({ clientSessionToken, endpoint })
      const error = await failureOf(() => seam.updateClientSessionToken(publishableKey))
      assert.ok(error instanceof seamEdge.SeamHttpInvalidTokenError)
      assert.equal(stage.proxy.count(), 0)
    })
  })

  describe('tokens of the wrong kind', () => {
    const wrong = {
      apiKey: [
        [clientSessionToken, 'A Client Session Token cannot be used as an apiKey'],
        [jwt, 'A JWT cannot be used as an apiKey'],
        [personalAccessToken, 'An Access Token cannot be used as an apiKey'],
        [publishableKey, 'A Publishable Key cannot be used as an apiKey'],
        ['sk_other', 'Unknown or invalid apiKey format, expected token to start with seam_'],
      ],
      clientSessionToken: [
        [jwt, 'A JWT cannot be used as a clientSessionToken'],
        [personalAccessToken, 'An Access Token cannot be used as a clientSessionToken'],
        [publishableKey, 'A Publishable Key cannot be used as a clientSessionToken'],
        [apiKey, 'Unknown or invalid clientSessionToken format, expected token to start with seam_cst'],
      ],
      consoleSessionToken: [
        [personalAccessToken, 'An Access Token cannot be used as a consoleSessionToken'],
        [clientSessionToken, 'A Client Session Token cannot be used as a consoleSessionToken'],
        [publishableKey, 'A Publishable Key cannot be used as a consoleSessionToken'],
        [apiKey, 'Unknown or invalid consoleSessionToken format, expected a JWT which starts with ey'],
      ],
      personalAccessToken: [
        [jwt, 'A JWT cannot be used as a personalAccessToken'],
        [clientSessionToken, 'A Client Session Token cannot be used as a personalAccessToken'],
        [publishableKey, 'A Publishable Key cannot be used as a personalAccessToken'],
        [apiKey, 'Unknown or invalid personalAccessToken format, expected token to start with seam_at'],
      ],
      publishableKey: [
        [jwt, 'A JWT cannot be used as a publishableKey'],
        [personalAccessToken, 'An Access Token cannot be used as a publishableKey'],
        [clientSessionToken, 'A Client Session Token cannot be used as a publishableKey'],
        [apiKey, 'Unknown or invalid publishableKey format, expected token to start with seam_pk'],
      ],
    }

    const attempts = {
      apiKey: (token) => seamEdge.SeamHttp.fromApiKey(token, { endpoint }),
      clientSessionToken: (token) => seamEdge.SeamHttp.fromClientSessionToken(token, { endpoint }),
      consoleSessionToken: (token) =>
        seamEdge.SeamHttp.fromConsoleSessionToken(token, workspaceId, {
          endpoint,
        }),
      personalAccessToken: (token) =>
        seamEdge.SeamHttp.fromPersonalAccessToken(token, workspaceId, {
          endpoint,
        }),
      publishableKey: (token) => seamEdge.SeamHttp.fromPublishableKey(token, 'someone', { endpoint }),
    }

    for (const [kind, cases] of Object.entries(wrong)) {
      test(`${kind}: each is refused with the official message, and nothing is sent`, async () => {
        for (const [token, message] of cases) {
          const error = await failureOf(() => attempts[kind](token))
          assert.ok(error instanceof seamEdge.SeamHttpInvalidTokenError, `${message}: ${error}`)
          assert.equal(error.message, `SeamHttp received an invalid token: ${message}`)
          assert.equal(error.name, 'SeamHttpInvalidTokenError')
          assertReadable(error, token)
        }
        assert.equal(stage.proxy.count(), 0)
      })
    }

    test('a class of one namespace checks as the root does', async () => {
      const error = await failureOf(() => seamEdge.SeamHttpAccessCodes.fromApiKey(publishableKey))
      assert.ok(error instanceof seamEdge.SeamHttpInvalidTokenError)
    })

    test('a factory without its token says which is missing', async () => {
      const missing = [
        [() => seamEdge.SeamHttp.fromApiKey(undefined), 'Missing apiKey'],
        [() => seamEdge.SeamHttp.fromClientSessionToken(undefined), 'Missing clientSessionToken'],
        [() => seamEdge.SeamHttp.fromClient(undefined), 'Missing client'],
      ]
      for (const [attempt, message] of missing) {
        const error = await failureOf(attempt)
        assert.ok(error instanceof seamEdge.SeamHttpInvalidOptionsError, String(error))
        assert.equal(error.message, `SeamHttp received invalid options: ${message}`)
      }
    })
  })
})
