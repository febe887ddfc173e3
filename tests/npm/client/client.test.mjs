// `client`: calls of any path with the authentication, the repeats and the errors of everything else, and its default headers.
// Clients that are not of this package have own-client.test.mjs.
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { inspect } from 'node:util'
import { assertReadable, authHeaders, failureOf, openStage, pin } from '../../support/stage.mjs'

describe('client', { timeout: 600_000 }, () => {
  let stage
  let client

  before(async () => {
    stage = await openStage()
  })
  after(() => stage.close())
  beforeEach(() => {
    stage.reset()
    ;({ client } = stage.createClient())
  })

  describe('verbs', () => {
    test('get sends parameters as a query that the server reads', async () => {
      const { data, status, headers } = await client.get('/devices/list', {
        params: { limit: 2, device_type: 'august_lock' },
      })
      assert.equal(status, 200)
      assert.match(headers['content-type'], /^application\/json/)
      assert.match(headers['seam-request-id'], /^request/)
      assert.equal(data.devices.length, 2)
      assert.equal(data.ok, true)
      const sent = stage.proxy.last()
      assert.equal(sent.method, 'GET')
      assert.equal(sent.path, '/devices/list')
      assert.equal(sent.search, '?device_type=august_lock&limit=2&_strict=true')
      assert.equal(sent.rawBody, '')
      assert.equal(sent.headers['content-type'], undefined)
      assert.equal(sent.headers['seam-sdk-name'], 'seam-edge')
      assert.deepEqual(authHeaders(sent), { authorization: `Bearer ${stage.apiKey}` })
    })

    test('post, put, patch and delete send JSON', async () => {
      const device_id = stage.deviceId
      const { data } = await client.post('/access_codes/create', { device_id, name: 'Guest' })
      assert.equal(data.access_code.name, 'Guest')
      const { access_code_id } = data.access_code
      await client.post('/access_codes/delete', JSON.stringify({ access_code_id }))
      assert.deepEqual(stage.proxy.last().body, { access_code_id })
      for (const method of ['put', 'patch']) {
        stage.proxy.fault('/anything', { status: 200, body: { method } })
        assert.deepEqual((await client[method]('/anything', { a: [1] })).data, { method })
        const sent = stage.proxy.last()
        assert.deepEqual([sent.method, sent.body], [method.toUpperCase(), { a: [1] }])
        assert.equal(sent.headers['content-type'], 'application/json')
      }
      stage.proxy.fault('/anything', { status: 204, body: '' })
      const removed = await client.delete('/anything', { params: { id: 'x' }, data: { why: 'old' } })
      assert.deepEqual([removed.status, removed.data], [204, ''])
      const sent = stage.proxy.last()
      assert.deepEqual(
        [sent.method, sent.search, sent.body],
        ['DELETE', '?id=x&_strict=true', { why: 'old' }],
      )
    })

    test('request takes method and url; what is not JSON comes as text', async () => {
      stage.proxy.fault('/page', {
        status: 200,
        body: '<p>hello</p>',
        headers: { 'content-type': 'text/html' },
      })
      const { data, headers } = await client.request({
        url: 'page',
        method: 'get',
        headers: { 'X-Trace': 'a' },
      })
      assert.equal(data, '<p>hello</p>')
      assert.equal(headers['content-type'], 'text/html')
      assert.equal(stage.proxy.last().headers['x-trace'], 'a')
    })

    test('data that JSON would make nothing of is refused', async () => {
      const form = new FormData()
      form.set('a', 'b')
      for (const data of [form, new URLSearchParams('a=b'), new Map([['a', 'b']]), new Uint8Array(4)]) {
        const error = await failureOf(() => client.post('/page', data))
        assert.ok(error instanceof stage.seamEdge.SeamHttpInvalidOptionsError, String(error))
        assert.match(error.message, /`data`/)
      }
      assert.equal(stage.proxy.count(), 0)
    })

    test('parameters go before a fragment, which is not sent', async () => {
      stage.proxy.fault('/page', { status: 200, body: {} })
      await client.get('/page#part', { params: { limit: 1 } })
      assert.equal(stage.proxy.last().search, '?limit=1&_strict=true')
    })

    test('an address below the endpoint and a query of its own are taken as they are', async () => {
      stage.proxy.fault('/page', { status: 200, body: {} }, 2)
      await client.get(`${stage.proxy.url}/page?cursor=a%2Fb`, { params: { limit: 1 } })
      assert.equal(stage.proxy.last().search, '?cursor=a%2Fb&limit=1&_strict=true')
      // Elsewhere nothing is sent: neither a key nor anything else.
      stage.proxy.fault(undefined, { status: 200, body: {} })
      await client.get('https://elsewhere.example/page')
      assert.equal(stage.proxy.last().path, '/https://elsewhere.example/page')
    })
  })

  describe('errors and repeats', () => {
    test('errors are those of the endpoints', async () => {
      const error = await failureOf(() =>
        client.get('/access_codes/get', { params: { access_code_id: 'none' } }),
      )
      assert.ok(stage.seamEdge.isSeamHttpApiError(error), String(error))
      assert.deepEqual([error.code, error.statusCode], ['not_found', 404])
      assert.match(error.requestId, /^request/)

      const invalid = await failureOf(() => client.post('/devices/get', {}))
      assert.ok(stage.seamEdge.isSeamHttpInvalidInputError(invalid), String(invalid))

      const stranger = stage.createClient({ apiKey: 'seam_of_nobody' }).client
      const unauthorized = await failureOf(() =>
        stranger.get('/access_codes/list', { params: { device_id: 'a' } }),
      )
      assert.ok(stage.seamEdge.isSeamHttpUnauthorizedError(unauthorized), String(unauthorized))

      stage.proxy.fault('/page', { status: 418, body: 'short and stout' })
      const teapot = await failureOf(() => client.get('/page'))
      assert.ok(stage.seamEdge.isSeamHttpTransportError(teapot), String(teapot))
      assert.deepEqual(
        [teapot.code, teapot.path, teapot.response.status, teapot.response.data],
        ['ERR_BAD_REQUEST', '/page', 418, 'short and stout'],
      )
    })

    test('a PIN that was sent is not in the error', async () => {
      stage.proxy.fault('/access_codes/create', {
        status: 400,
        body: { error: { type: 'invalid_input', message: `code ${pin} is taken` }, ok: false },
      })
      const error = await failureOf(() => client.post('/access_codes/create', { device_id: 'a', code: pin }))
      assertReadable(error, pin, stage.apiKey)
      assert.match(error.message, /\[redacted\]/)
      const body = { error: { type: 'not_found', message: `no code ${pin}` }, ok: false }
      stage.proxy.fault('/access_codes/get', { status: 404, body })
      assertReadable(await failureOf(() => client.get('/access_codes/get', { params: { code: pin } })), pin)
      for (const send of [
        () => client.get(`/access_codes/get?code=${pin}`),
        () => client.delete('/access_codes/get', { params: { code: pin }, data: { a: 1 } }),
        () => client.post('/access_codes/get', { code: Number(pin) }),
      ]) {
        stage.proxy.fault('/access_codes/get', { status: 404, body })
        assert.equal((await failureOf(send)).message, 'no code [redacted]')
      }
      stage.proxy.fault('/access_codes/get', { status: 404, body })
      const text = await failureOf(() => client.post('/access_codes/get', 'no JSON'))
      assert.equal(text.code, 'not_found')
    })

    test('GET and DELETE are repeated; POST, PATCH and PUT, which all make things, are not', async () => {
      for (const [method, attempts] of Object.entries({ get: 3, delete: 3, put: 1, post: 1, patch: 1 })) {
        stage.proxy.reset()
        stage.proxy.fault('/shaky', { status: 503, body: '' }, 3)
        await failureOf(() => client.request({ url: '/shaky', method }))
        assert.equal(stage.proxy.count('/shaky'), attempts, method)
      }
      stage.proxy.reset()
      stage.proxy.fault('/shaky', { status: 429, body: '' })
      stage.proxy.fault('/shaky', { status: 200, body: { a: 1 } })
      assert.deepEqual((await client.post('/shaky', {})).data, { a: 1 })
      assert.equal(stage.proxy.count('/shaky'), 2)
    })

    test('takes maxRetries, timeout and signal', async () => {
      stage.proxy.fault('/shaky', { status: 503, body: '' })
      await failureOf(() => client.get('/shaky', { maxRetries: 0 }))
      assert.equal(stage.proxy.count('/shaky'), 1)
      stage.proxy.fault('/slow', { hang: true })
      const timeout = await failureOf(() => client.get('/slow', { timeout: 50, maxRetries: 0 }))
      assert.equal(timeout.code, 'ETIMEDOUT')
      const canceled = await failureOf(() => client.get('/slow', { signal: AbortSignal.abort() }))
      assert.equal(canceled.code, 'ERR_CANCELED')
    })

    test('what it cannot send or does not know is refused by name', async () => {
      const unknown = await failureOf(() => client.get('/page', { responseType: 'stream' }))
      assert.match(unknown.message, /`responseType`/)
      assert.ok(unknown instanceof stage.seamEdge.SeamHttpInvalidOptionsError)
      const params = await failureOf(() => client.get('/page', { params: { 'a.b': 1 } }))
      assert.ok(params instanceof stage.seamEdge.UnserializableParamError)
      const data = await failureOf(() => client.post('/page', { a: () => {} }))
      assert.ok(data instanceof stage.seamEdge.SeamValidationError)
      assert.equal(stage.proxy.count(), 0)
    })
  })

  describe('defaults', () => {
    test('hold the address and the headers of every call', () => {
      assert.equal(client.defaults.baseURL, stage.proxy.url)
      assert.equal(client.endpoint, stage.proxy.url)
      assert.equal(client.defaults.headers.authorization, `Bearer ${stage.apiKey}`)
      assert.equal(client.defaults.headers['seam-sdk-name'], 'seam-edge')
    })

    test('a header that is set there goes along from then on, and calls outrank it', async () => {
      const seam = stage.createClient({ headers: { 'x-a': 'options' } })
      assert.equal(seam.client.defaults.headers['x-a'], 'options')
      seam.client.defaults.headers['x-a'] = 'default'
      await seam.devices.list()
      assert.equal(stage.proxy.last().headers['x-a'], 'default')
      await seam.devices.list({}, { headers: { 'X-A': 'call' } })
      assert.equal(stage.proxy.last().headers['x-a'], 'call')
      await seam.devices.list({}, { headers: new Headers({ 'x-b': 'pair' }) })
      assert.deepEqual(
        ['x-a', 'x-b'].map((name) => stage.proxy.last().headers[name]),
        ['default', 'pair'],
      )
      await seam.devices.list({}, { headers: null })
      assert.equal(stage.proxy.last().headers['x-a'], 'default')
      seam.client.defaults.headers = {
        ...seam.client.defaults.headers,
        authorization: 'Bearer seam_of_nobody',
      }
      assert.ok(
        stage.seamEdge.isSeamHttpUnauthorizedError(
          await failureOf(() => seam.accessCodes.list({ device_id: 'a' })),
        ),
      )
    })

    test('a header that is taken away there is not sent any more, those that authenticate included', async () => {
      const seam = stage.createClient({ headers: { 'x-a': 'options' } })
      delete seam.client.defaults.headers.authorization
      seam.client.defaults.headers['x-a'] = undefined
      await seam.devices.list().catch(() => {})
      assert.deepEqual(authHeaders(stage.proxy.last()), {})
      assert.equal(stage.proxy.last().headers['x-a'], undefined)
      seam.client.defaults.headers = {}
      await seam.client.get('/health')
      assert.deepEqual(authHeaders(stage.proxy.last()), {})
    })

    test('the address cannot be set there, as calls would not follow', () => {
      assert.throws(() => {
        client.defaults.baseURL = 'https://elsewhere.example'
      }, TypeError)
      assert.equal(client.endpoint, stage.proxy.url)
    })

    test('nobody can take the name of this client', async () => {
      client.defaults.headers['seam-sdk-name'] = 'another'
      await client.get('/health')
      assert.equal(stage.proxy.last().headers['seam-sdk-name'], 'seam-edge')
    })

    test('follow another client session token', async () => {
      const { seam_cst1_token: clientSessionToken } = stage.fake.seed
      const seam = stage.seamEdge.SeamHttp.fromClientSessionToken(clientSessionToken, {
        endpoint: stage.proxy.url,
      })
      const { token } = stage.fake.database.addClientSession({
        workspace_id: stage.fake.seed.seed_workspace_1,
        connected_account_ids: [],
        user_identifier_key: 'another',
      })
      await seam.updateClientSessionToken(token)
      assert.equal(seam.client.defaults.headers['client-session-token'], token)
      assert.equal(seam.client.defaults.headers.authorization, `Bearer ${token}`)
      await seam.client.get('/devices/list')
      assert.equal(stage.proxy.last().headers['client-session-token'], token)
    })

    test('show no key when they are logged', () => {
      for (const shown of [client, client.defaults, client.defaults.headers]) {
        for (const text of [inspect(shown, { depth: 9 }), JSON.stringify(shown), String(shown)]) {
          assert.ok(!text.includes(stage.apiKey), text)
        }
      }
      assert.match(inspect(client.defaults.headers), /authorization/)
    })
  })
})
