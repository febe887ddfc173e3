// How a client is configured: contradicting and unknown options, the endpoint, headers, the environment, and the refusal
// of an API key in a browser. Tokens and the headers they make are in auth.test.mjs.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { after, afterEach, before, beforeEach, describe, test } from 'node:test'
import { inspect, promisify } from 'node:util'
import { consumerFolder } from '../../support/package.mjs'
import { assertReadable, authHeaders, clearEnvironment, failureOf, openStage } from '../../support/stage.mjs'

const run = promisify(execFile)

const apiKey = 'seam_apikey1_token'
const clientSessionToken = 'seam_cst1_token'
const publishableKey = 'seam_pk1_token'
const personalAccessToken = 'seam_at1_longtoken'
const jwt = 'eyJhbGciOiJIUzI1NiJ9.e30.signature'
const workspaceId = 'seed_workspace_1'

describe('client options', { timeout: 600_000 }, () => {
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

  test('headers that are no pairs are refused without being quoted', async () => {
    const headers = [`authorization: Bearer ${apiKey}`]
    for (const action of [
      () => new seamEdge.SeamHttp({ apiKey, endpoint, headers }),
      () => stage.seam.devices.list({}, { headers }),
    ]) {
      const error = await failureOf(action)
      assert.ok(error instanceof seamEdge.SeamHttpInvalidOptionsError, String(error))
      assert.match(error.message, /headers/)
      assert.ok(!inspect(error).includes(apiKey), inspect(error))
    }
    assert.equal(stage.proxy.count(), 0)
  })

  describe('options', () => {
    const refused = async (options) => {
      const error = await failureOf(() => new seamEdge.SeamHttp(options))
      assert.ok(error instanceof seamEdge.SeamHttpInvalidOptionsError, String(error))
      assert.equal(error.name, 'SeamHttpInvalidOptionsError')
      assertReadable(error, apiKey, clientSessionToken, personalAccessToken, jwt)
      return error.message.replace('SeamHttp received invalid options: ', '')
    }

    test('two kinds of authentication at once are refused, naming both', async () => {
      const every = { apiKey, clientSessionToken, consoleSessionToken: jwt, personalAccessToken }
      const kinds = Object.keys(every)
      for (const [index, first] of kinds.entries()) {
        for (const second of kinds.slice(index + 1)) {
          const message = await refused({ [first]: every[first], [second]: every[second], workspaceId })
          const [, one, other] =
            message.match(/^The (\w+) option cannot be used with the (\w+) option$/) ?? []
          assert.deepEqual([one, other].sort(), [first, second].sort(), message)
        }
      }
    })

    test('a token that needs a workspace is refused without one', async () => {
      assert.equal(
        await refused({ personalAccessToken }),
        'Must pass a workspaceId when using a personalAccessToken',
      )
      assert.equal(
        await refused({ consoleSessionToken: jwt }),
        'Must pass a workspaceId when using a consoleSessionToken',
      )
    })

    test('no authentication at all is refused with what can be given', async () => {
      const message = await refused({})
      assert.match(message, /^Must specify an apiKey, clientSessionToken/)
      assert.match(message, /SEAM_API_KEY/)
    })

    test('an endpoint that is no http URL is refused', async () => {
      const bad = ['not a url', 'localhost:3000', 'ftp://x.test', '', 'http://a:99999', 'http://[::1']
      for (const value of bad) {
        assert.match(await refused({ apiKey, endpoint: value }), /endpoint/)
      }
    })

    test('options that are no options are refused', async () => {
      assert.match(await refused({ apiKey, apikey: 'x' }), /apikey/)
      assert.match(await refused({ apiKey, timeout: -1 }), /timeout/)
      assert.match(
        await refused({ apiKey, timeout: Infinity }),
        /timeout.* finite, or 0 for none, got Infinity/,
      )
      assert.match(await refused({ apiKey, maxRetries: 1.5 }), /maxRetries/)
      assert.match(await refused({ apiKey, validate: 'maybe' }), /validate/)
      for (const value of [null, 5, [], () => apiKey]) await refused(value)
    })

    test('options that were removed are refused by what replaced them', async () => {
      const successors = {
        lockSupport: /seam-edge\/status/,
        lockRules: /checkAccessCodeOnDevice of seam-edge\/rules/,
      }
      for (const [name, successor] of Object.entries(successors)) {
        const error = await failureOf(() => stage.createClient({ [name]: () => ({}) }))
        assert.ok(error instanceof stage.seamEdge.SeamHttpInvalidOptionsError)
        assert.match(error.message, successor)
      }
      const device = await failureOf(() => stage.seam.devices.list({}, { validate: 'device' }))
      assert.match(device.message, /checkAccessCodeOnDevice of seam-edge\/rules/)
      assert.equal(stage.proxy.count(), 0)
    })

    test('client excludes every other option', async () => {
      const message = await refused({ client: stage.seam.client, endpoint })
      assert.equal(message, 'The client option cannot be used with any other option, but received: endpoint')
    })

    test('headers of the caller are sent, and cannot rename the SDK', async () => {
      const seam = stage.createClient({
        headers: { 'x-tenant': 'seven', 'seam-sdk-name': 'other' },
      })
      await seam.devices.list()
      const { headers } = stage.proxy.last()
      assert.equal(headers['x-tenant'], 'seven')
      assert.equal(headers['seam-sdk-name'], 'seam-edge')
    })

    test('an endpoint with a path and a trailing slash is a prefix', async () => {
      const seam = stage.createClient({ endpoint: `${endpoint}/prefix/` })
      await seam.devices.list().catch(() => undefined)
      assert.equal(stage.proxy.last().path, '/prefix/devices/list')
    })

    test('an e-mail address as user identifier key is warned about, without repeating it', async (context) => {
      const warn = context.mock.method(console, 'warn', () => undefined)
      await seamEdge.SeamHttp.fromPublishableKey(publishableKey, 'guest@example.com', { endpoint })
      const said = warn.mock.calls.flatMap((call) => call.arguments).join(' ')
      assert.match(said, /userIdentifierKey/)
      assert.doesNotMatch(said, /guest@example\.com/)
      warn.mock.resetCalls()
      await seamEdge.SeamHttp.fromPublishableKey(publishableKey, 'c0ffee', {
        endpoint,
      })
      assert.equal(warn.mock.callCount(), 0)
    })
  })

  describe('environment', () => {
    afterEach(clearEnvironment)

    const within = (environment, construct) => {
      Object.assign(process.env, environment)
      return construct()
    }

    test('SEAM_API_KEY and SEAM_ENDPOINT are enough', async () => {
      const seam = within({ SEAM_API_KEY: apiKey, SEAM_ENDPOINT: endpoint }, () => new seamEdge.SeamHttp())
      assert.deepEqual(await sentHeaders(seam), {
        authorization: `Bearer ${apiKey}`,
      })
    })

    test('a blank key is none, and the message says so', async () => {
      for (const blank of ['', ' ', '\r\n']) {
        const error = await failureOf(() => within({ SEAM_API_KEY: blank }, () => new seamEdge.SeamHttp()))
        assert.ok(error instanceof seamEdge.SeamHttpInvalidOptionsError)
        assert.match(error.message, /SEAM_API_KEY is empty or not set/)
        // As after `SEAM_PERSONAL_ACCESS_TOKEN=` in a file of variables, where the key is the one that is meant.
        const beside = { SEAM_API_KEY: apiKey, SEAM_PERSONAL_ACCESS_TOKEN: blank }
        const seam = within(beside, () => new seamEdge.SeamHttp({ endpoint }))
        assert.equal((await sentHeaders(seam)).authorization, `Bearer ${apiKey}`)
        clearEnvironment()
      }
    })

    test('a blank workspace is none: a token needs one', async () => {
      for (const blank of ['', ' ', '\r\n']) {
        const variables = { SEAM_PERSONAL_ACCESS_TOKEN: personalAccessToken, SEAM_WORKSPACE_ID: blank }
        const error = await failureOf(() => within(variables, () => new seamEdge.SeamHttp({ endpoint })))
        assert.ok(error instanceof seamEdge.SeamHttpInvalidOptionsError)
        assert.match(error.message, /Must pass a workspaceId/)
      }
    })

    test('a blank address is refused by its name, and does not lead to production', async () => {
      for (const blank of ['', ' ', '\r\n', '/']) {
        for (const name of ['SEAM_ENDPOINT', 'SEAM_API_URL']) {
          const variables = { SEAM_API_KEY: apiKey, [name]: blank }
          const error = await failureOf(() => within(variables, () => new seamEdge.SeamHttp()))
          assert.ok(error instanceof seamEdge.SeamHttpInvalidOptionsError, String(error))
          assert.match(error.message, new RegExp(`${name} is not a URL: .*; or leave it unset$`))
          const seam = within(variables, () => new seamEdge.SeamHttp({ endpoint }))
          assert.equal(seam.client.defaults.baseURL, endpoint)
          clearEnvironment()
        }
      }
    })

    test('the message says which variable is no URL, and which option keeps one out', async () => {
      const refused = async (environment, options) => {
        const error = await failureOf(() => within(environment, () => new seamEdge.SeamHttp(options)))
        assert.ok(error instanceof seamEdge.SeamHttpInvalidOptionsError, String(error))
        return error.message
      }
      assert.match(
        await refused({ SEAM_API_KEY: apiKey, SEAM_ENDPOINT: 'a b' }),
        /SEAM_ENDPOINT is not a URL/,
      )
      const message = await refused({ SEAM_API_KEY: apiKey, SEAM_ENDPOINT: endpoint }, { apiKey: undefined })
      assert.match(message, /`apiKey` is undefined or null: leave it out to use SEAM_API_KEY/)
    })

    test('SEAM_PERSONAL_ACCESS_TOKEN goes with SEAM_WORKSPACE_ID', async () => {
      const seam = within(
        {
          SEAM_PERSONAL_ACCESS_TOKEN: personalAccessToken,
          SEAM_WORKSPACE_ID: workspaceId,
          SEAM_ENDPOINT: endpoint,
        },
        () => new seamEdge.SeamHttp(),
      )
      assert.deepEqual(await sentHeaders(seam), {
        authorization: `Bearer ${personalAccessToken}`,
        'seam-workspace': workspaceId,
      })
    })

    test('both tokens in the environment contradict each other', async () => {
      const error = await failureOf(() =>
        within(
          {
            SEAM_API_KEY: apiKey,
            SEAM_PERSONAL_ACCESS_TOKEN: personalAccessToken,
          },
          () => new seamEdge.SeamHttp(),
        ),
      )
      assert.ok(error instanceof seamEdge.SeamHttpInvalidOptionsError)
      assert.match(
        error.message,
        /Both SEAM_API_KEY and SEAM_PERSONAL_ACCESS_TOKEN environment variables are defined/,
      )
    })

    test('an explicit token of any kind wins over the environment', async () => {
      const environment = {
        SEAM_API_KEY: 'seam_other_key',
        SEAM_PERSONAL_ACCESS_TOKEN: personalAccessToken,
        SEAM_WORKSPACE_ID: workspaceId,
      }
      const session = within(environment, () => new seamEdge.SeamHttp({ clientSessionToken, endpoint }))
      assert.equal((await sentHeaders(session)).authorization, `Bearer ${clientSessionToken}`)
      const key = within(environment, () => new seamEdge.SeamHttp({ apiKey, endpoint }))
      assert.equal((await sentHeaders(key)).authorization, `Bearer ${apiKey}`)
    })

    test('SEAM_API_URL is deprecated and loses to SEAM_ENDPOINT', async (context) => {
      const warn = context.mock.method(console, 'warn', () => undefined)
      const said = () => warn.mock.calls.flatMap((call) => call.arguments).join(' ')

      const old = within({ SEAM_API_KEY: apiKey, SEAM_API_URL: endpoint }, () => new seamEdge.SeamHttp())
      await sentHeaders(old)
      assert.equal(stage.proxy.count(), 1)
      assert.match(said(), /SEAM_API_URL/)

      const both = within(
        { SEAM_API_URL: 'http://127.0.0.1:9', SEAM_ENDPOINT: endpoint },
        () => new seamEdge.SeamHttp(),
      )
      await sentHeaders(both)
      assert.equal(stage.proxy.count(), 2)
      assert.match(said(), /SEAM_ENDPOINT/)
    })

    test('an explicit endpoint wins over the environment', async () => {
      const seam = within(
        { SEAM_ENDPOINT: 'http://127.0.0.1:9' },
        () => new seamEdge.SeamHttp({ apiKey, endpoint }),
      )
      await sentHeaders(seam)
      assert.equal(stage.proxy.count(), 1)
    })

    test('without any setting the client talks to Seam', async () => {
      const seam = new seamEdge.SeamHttp(apiKey)
      assert.equal(seam.devices.list().url.href, 'https://connect.getseam.com/devices/list')
    })
  })

  describe('in a browser', () => {
    // Node is made to look like a page; the real browsers are another suite's subject.
    const inBrowser = async (expression) => {
      const source = `
        globalThis.window = globalThis
        globalThis.document = { createElement() {} }
        globalThis.location = new URL('https://app.test/')
        delete globalThis.process
        const { SeamHttp } = await import('seam-edge')
        try {
          ${expression}
          console.log('made')
        } catch (error) {
          console.log(error.name + ': ' + error.message)
        }
      `
      const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', source], {
        cwd: await consumerFolder(),
      })
      return stdout.trim()
    }

    test('an API key and a personal access token are refused, with the remedy', async () => {
      const said = await inBrowser(`new SeamHttp('${apiKey}')`)
      assert.match(said, /^SeamHttpInvalidOptionsError: /)
      assert.match(said, /dangerouslyAllowBrowser/)
      assert.doesNotMatch(said, new RegExp(apiKey))
      assert.match(
        await inBrowser(`SeamHttp.fromPersonalAccessToken('${personalAccessToken}', 'w')`),
        /dangerouslyAllowBrowser/,
      )
    })

    test('an API key is taken with dangerouslyAllowBrowser', async () => {
      assert.equal(
        await inBrowser(`new SeamHttp({ apiKey: '${apiKey}', dangerouslyAllowBrowser: true })`),
        'made',
      )
    })

    test('a client session token needs no permission', async () => {
      assert.equal(await inBrowser(`SeamHttp.fromClientSessionToken('${clientSessionToken}')`), 'made')
    })
  })
})
