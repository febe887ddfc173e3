// The calls that concern all workspaces of a person, the endpoints by their paths, and the guards of options.
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { endpoints } from '../../support/endpoints.mjs'
import { authHeaders, failureOf, openStage } from '../../support/stage.mjs'

const jwt = 'eyJhbGciOiJIUzI1NiJ9.e30.signature'

describe('without a workspace, and by path', { timeout: 600_000 }, () => {
  let stage
  let seamEdge
  let endpoint
  let personalAccessToken

  before(async () => {
    stage = await openStage()
    ;({ seamEdge } = stage)
    endpoint = stage.proxy.url
    personalAccessToken = stage.fake.seed.seam_at1_token
  })
  after(() => stage.close())
  beforeEach(() => stage.reset())

  describe('SeamHttpWithoutWorkspace', () => {
    test('lists and creates workspaces without naming one', async () => {
      const seam = seamEdge.SeamHttpWithoutWorkspace.fromPersonalAccessToken(personalAccessToken, {
        endpoint,
      })
      assert.ok((await seam.workspaces.list()).length > 0)
      assert.deepEqual(authHeaders(stage.proxy.last()), { authorization: `Bearer ${personalAccessToken}` })
      const workspace = await seam.workspaces.create({
        name: 'New',
        connect_partner_name: 'We',
        is_sandbox: true,
      })
      assert.equal(workspace.name, 'New')
      assert.deepEqual(authHeaders(stage.proxy.last()), { authorization: `Bearer ${personalAccessToken}` })
    })

    test('takes a console session token, and the environment', async () => {
      const console = seamEdge.SeamHttpWithoutWorkspace.fromConsoleSessionToken(jwt, { endpoint })
      await console.workspaces.list().catch(() => undefined)
      assert.deepEqual(authHeaders(stage.proxy.last()), { authorization: `Bearer ${jwt}` })
      process.env.SEAM_PERSONAL_ACCESS_TOKEN = personalAccessToken
      try {
        assert.ok((await new seamEdge.SeamHttpWithoutWorkspace({ endpoint }).workspaces.list()).length > 0)
      } finally {
        delete process.env.SEAM_PERSONAL_ACCESS_TOKEN
      }
    })

    test('shares a connection', async () => {
      const one = seamEdge.SeamHttpWithoutWorkspace.fromPersonalAccessToken(personalAccessToken, { endpoint })
      const other = seamEdge.SeamHttpWithoutWorkspace.fromClient(one.client, { waitForActionAttempt: false })
      assert.equal(other.client, one.client)
      assert.deepEqual(other.defaults, { waitForActionAttempt: false })
      assert.equal(seamEdge.SeamHttpMultiWorkspace, seamEdge.SeamHttpWithoutWorkspace)
    })

    test('refuses what is missing under its own name, and other tokens', async () => {
      const { SeamHttpWithoutWorkspace, SeamHttpWithoutWorkspaceInvalidOptionsError } = seamEdge
      for (const [factory, name] of [
        ['fromClient', 'client'],
        ['fromConsoleSessionToken', 'consoleSessionToken'],
        ['fromPersonalAccessToken', 'personalAccessToken'],
      ]) {
        const error = await failureOf(() => SeamHttpWithoutWorkspace[factory]())
        assert.ok(error instanceof SeamHttpWithoutWorkspaceInvalidOptionsError, String(error))
        assert.equal(error.message, `SeamHttpWithoutWorkspace received invalid options: Missing ${name}`)
      }
      const wrong = await failureOf(() => SeamHttpWithoutWorkspace.fromPersonalAccessToken(jwt))
      assert.ok(wrong instanceof seamEdge.SeamHttpInvalidTokenError, String(wrong))
    })

    test('has its endpoints by path too', async () => {
      const seam = seamEdge.SeamHttpEndpointsWithoutWorkspace.fromPersonalAccessToken(personalAccessToken, {
        endpoint,
      })
      const list = seam['/workspaces/list']
      assert.ok((await list()).length > 0)
      assert.equal(stage.proxy.last().path, '/workspaces/list')
      assert.equal(seam['/devices/list'], undefined)
    })
  })

  describe('SeamHttpEndpoints', () => {
    test('makes the requests of the namespaces, also with the function taken off it', async () => {
      const seam = new seamEdge.SeamHttpEndpoints({ apiKey: stage.apiKey, endpoint })
      const create = seam['/access_codes/create']
      const request = create({ device_id: stage.deviceId, name: 'Guest' })
      assert.ok(request instanceof seamEdge.SeamHttpRequest)
      assert.equal(stage.proxy.count(), 0)
      assert.equal((await request).name, 'Guest')
      const pages = seam.createPaginator(seam['/devices/list']({ limit: 2 }))
      assert.ok((await pages.flattenToArray()).length > 3)
      const missing = await failureOf(() => seam['/access_codes/get']())
      assert.ok(missing instanceof TypeError, String(missing))
    })

    test('waits for action attempts as the namespaces do', async () => {
      const seam = seamEdge.SeamHttpEndpoints.fromApiKey(stage.apiKey, { endpoint })
      const attempt = await seam['/locks/unlock_door'](
        { device_id: stage.deviceId },
        { waitForActionAttempt: { pollingInterval: 5 } },
      )
      assert.equal(attempt.status, 'success')
      assert.equal(stage.proxy.count('/action_attempts/get'), 1)
    })

    test('has the path of every method, and no other', () => {
      const seam = new seamEdge.SeamHttp('seam_key_for_the_surface')
      const paths = []
      const walk = (part) => {
        for (const name of Object.getOwnPropertyNames(Object.getPrototypeOf(part))) {
          const member = part[name]
          if (member instanceof Object && typeof member !== 'function') walk(member)
          else if (name !== 'constructor') paths.push(part[name]({ device_id: 'a' }).pathname)
        }
      }
      walk(seam)
      const { constructor: _, ...getters } = Object.getOwnPropertyDescriptors(
        seamEdge.SeamHttpEndpoints.prototype,
      )
      assert.deepEqual(Object.keys(getters).sort(), paths.sort())
      assert.deepEqual(paths, endpoints.map(({ path }) => path).sort())
    })
  })

  describe('guards of options', () => {
    test('tell by what options authenticate', () => {
      const client = stage.seam.client
      const given = {
        isSeamHttpOptionsWithClient: { client },
        isSeamHttpOptionsWithApiKey: { apiKey: 'seam_a' },
        isSeamHttpOptionsWithClientSessionToken: { clientSessionToken: 'seam_cst' },
        isSeamHttpOptionsWithConsoleSessionToken: { consoleSessionToken: jwt, workspaceId: 'w' },
        isSeamHttpOptionsWithPersonalAccessToken: { personalAccessToken: 'seam_at', workspaceId: 'w' },
      }
      for (const guard of Object.keys(given)) {
        for (const [name, options] of Object.entries(given)) {
          assert.equal(seamEdge[guard](options), guard === name, `${guard} of ${name}`)
        }
        assert.equal(seamEdge[guard]({}), false)
      }
      assert.ok(
        seamEdge.isSeamHttpWithoutWorkspaceOptionsWithConsoleSessionToken({ consoleSessionToken: jwt }),
      )
      assert.ok(
        seamEdge.isSeamHttpWithoutWorkspaceOptionsWithPersonalAccessToken({ personalAccessToken: 'a' }),
      )
      assert.ok(seamEdge.isSeamHttpWithoutWorkspaceOptionsWithClient({ client }))
    })

    test('refuse what does not go together', () => {
      const refuses = (guard, options, message) =>
        assert.throws(
          () => seamEdge[guard](options),
          (error) =>
            error instanceof seamEdge.SeamHttpInvalidOptionsError &&
            error.message === `SeamHttp received invalid options: ${message}`,
        )
      refuses(
        'isSeamHttpOptionsWithApiKey',
        { apiKey: 'a', clientSessionToken: 'b' },
        'The clientSessionToken option cannot be used with the apiKey option',
      )
      refuses(
        'isSeamHttpOptionsWithPersonalAccessToken',
        { personalAccessToken: 'a' },
        'Must pass a workspaceId when using a personalAccessToken',
      )
      refuses(
        'isSeamHttpOptionsWithClient',
        { client: stage.seam.client, waitForActionAttempt: true, timeout: 1 },
        'The client option cannot be used with any other option, but received: waitForActionAttempt, timeout',
      )
    })
  })
})
