// Clients that are not of this package: Axios instances and functions like `fetch` given to `fromClient`, the options of Axios,
// and `errorInterceptor`.
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { inspect } from 'node:util'
import * as official from '@seamapi/http'
import axios from 'axios'
import * as officialOne from 'seamapi-http-1'
import { loadAnotherCopy } from '../../support/package.mjs'
import { authHeaders, failureOf, openStage, pin } from '../../support/stage.mjs'
import { holdLimits, skipPauses, until } from '../../support/timers.mjs'

describe('clients of their own', { timeout: 600_000 }, () => {
  let stage
  let seamEdge
  let authorization

  before(async () => {
    stage = await openStage()
    ;({ seamEdge } = stage)
    authorization = `Bearer ${stage.apiKey}`
  })
  after(() => stage.close())
  beforeEach(() => stage.reset())

  const ofAxios = (options = {}) =>
    axios.create({ baseURL: stage.proxy.url, headers: { authorization, 'x-own': 'axios' }, ...options })

  describe('an Axios instance', () => {
    test('sends the calls, with its address and its authentication', async () => {
      const seam = seamEdge.SeamHttp.fromClient(ofAxios())
      const { access_code_id } = await seam.accessCodes.create({ device_id: stage.deviceId, name: 'Guest' })
      const accessCode = await seamEdge.SeamHttpAccessCodes.fromClient(seam.client).get({ access_code_id })
      assert.equal(accessCode.name, 'Guest')
      const sent = stage.proxy.last('/access_codes/create')
      assert.deepEqual([sent.method, sent.body], ['POST', { device_id: stage.deviceId, name: 'Guest' }])
      assert.deepEqual(authHeaders(sent), { authorization })
      assert.equal(sent.headers['x-own'], 'axios')
      assert.equal(sent.headers['content-type'], 'application/json')
      assert.equal((await seam.client.get('/devices/list', { params: { limit: 1 } })).data.devices.length, 1)
    })

    test('is told by `client` of the options too, and needs no key in the environment', async () => {
      const seam = new seamEdge.SeamHttp({ client: ofAxios(), waitForActionAttempt: false })
      assert.deepEqual(seam.defaults, { waitForActionAttempt: false })
      assert.equal(seam.client.endpoint, stage.proxy.url)
      assert.ok((await seam.devices.list()).length > 3)
    })

    test('goes through its interceptors', async () => {
      const instance = ofAxios()
      const seen = []
      instance.interceptors.request.use((config) => {
        config.headers['x-intercepted'] = 'yes'
        return config
      })
      instance.interceptors.response.use((response) => {
        seen.push(response.status)
        return response
      })
      await seamEdge.SeamHttp.fromClient(instance).devices.list({ limit: 1 })
      assert.equal(stage.proxy.last().headers['x-intercepted'], 'yes')
      assert.deepEqual(seen, [200])
    })

    test('may be that of the official client', async () => {
      const theirs = new official.SeamHttp({ apiKey: stage.apiKey, endpoint: stage.proxy.url })
      const seam = seamEdge.SeamHttp.fromClient(theirs.client)
      const error = await failureOf(() => seam.accessCodes.get({ access_code_id: 'none' }))
      assert.ok(seamEdge.isSeamHttpApiError(error), String(error))
      assert.deepEqual([error.code, error.statusCode], ['not_found', 404])
      assert.match(error.requestId, /^request/)
    })

    test('errors and repeats are those of this package', async () => {
      const seam = seamEdge.SeamHttp.fromClient(ofAxios())
      stage.proxy.fault('/devices/list', { status: 503, body: '' }, 2)
      assert.ok((await seam.devices.list()).length > 3)
      assert.equal(stage.proxy.count('/devices/list'), 3)

      stage.proxy.fault('/access_codes/create', { status: 503, body: '' })
      const error = await failureOf(() => seam.accessCodes.create({ device_id: stage.deviceId }))
      assert.ok(seamEdge.isSeamHttpTransportError(error), String(error))
      assert.equal(stage.proxy.count('/access_codes/create'), 1)

      stage.proxy.fault('/devices/get', { drop: 'before' }, 3)
      const dropped = await failureOf(() => seam.devices.get({ device_id: stage.deviceId }))
      assert.equal(dropped.code, 'ERR_NETWORK')
      assert.match(dropped.cause.code, /^E/)
    })

    test('a lost create is repeated by nobody, and its error holds neither key nor PIN', async () => {
      // The official client of 1.x has axios-retry in its instance.
      const theirs = new officialOne.SeamHttp({ apiKey: stage.apiKey, endpoint: stage.proxy.url })
      for (const instance of [theirs.client, ofAxios()]) {
        stage.proxy.reset()
        stage.proxy.fault('/access_codes/create', { drop: 'before' }, 9)
        const seam = seamEdge.SeamHttp.fromClient(instance)
        const error = await failureOf(() => seam.accessCodes.create({ device_id: stage.deviceId, code: pin }))
        assert.equal(error.code, 'ERR_NETWORK')
        assert.equal(stage.proxy.count(), 1)
        for (const shown of [inspect(error, { depth: 9 }), JSON.stringify(error.cause)]) {
          assert.ok(!shown.includes(pin) && !shown.includes(stage.apiKey), shown)
        }
      }
    })

    test('its transformRequest and its interceptors see the parameters as an object', async () => {
      const instance = ofAxios({ transformRequest: [(data) => JSON.stringify({ ...data, limit: 1 })] })
      const seen = []
      instance.interceptors.request.use((config) => {
        seen.push(config.data)
        return config
      })
      const seam = seamEdge.SeamHttp.fromClient(instance)
      await seam.devices.list({ device_type: 'august_lock' })
      assert.deepEqual(seen, [{ device_type: 'august_lock' }])
      assert.deepEqual(stage.proxy.last().body, { device_type: 'august_lock', limit: 1 })
    })

    test('its address is not put in front a second time', async () => {
      const seam = seamEdge.SeamHttp.fromClient(ofAxios({ allowAbsoluteUrls: false }))
      await seam.devices.list({ limit: 1 })
      assert.equal(stage.proxy.last().path, '/devices/list')
    })

    test('an interceptor that unwraps the answer is told so, and gives no empty success', async () => {
      const instance = ofAxios()
      instance.interceptors.response.use(({ data }) => data)
      const { client } = seamEdge.SeamHttp.fromClient(instance)
      const error = await failureOf(() => client.get('/devices/list', { maxRetries: 0 }))
      assert.equal(error.code, 'ERR_NETWORK')
      assert.match(error.cause.message, /no status/)
    })

    test('takes its timeout, and the signal of a call', async () => {
      stage.proxy.fault('/devices/list', { hang: true }, 2)
      const seam = seamEdge.SeamHttp.fromClient(ofAxios({ timeout: 60 }))
      const error = await failureOf(() => seam.devices.list({}, { maxRetries: 0 }))
      assert.match(error.code, /^(ETIMEDOUT|ERR_NETWORK)$/)
      const canceled = await failureOf(() => seam.devices.list({}, { signal: AbortSignal.timeout(20) }))
      assert.equal(canceled.code, 'ERR_CANCELED')
    })

    test('its client session token cannot be exchanged here', async () => {
      const seam = seamEdge.SeamHttp.fromClient(ofAxios())
      const error = await failureOf(() => seam.updateClientSessionToken('seam_cst1_other'))
      assert.match(error.message, /created without a clientSessionToken/)
      assert.equal(stage.proxy.count(), 0)
    })
  })

  describe('a function like fetch', () => {
    test('is given URL and init, and authenticates by itself', async () => {
      process.env.SEAM_ENDPOINT = stage.proxy.url
      const calls = []
      const own = (url, init) => {
        calls.push(url)
        return fetch(url, { ...init, headers: { ...init.headers, authorization } })
      }
      try {
        const accessCodes = seamEdge.SeamHttpAccessCodes.fromClient(own)
        await accessCodes.create({ device_id: stage.deviceId })
      } finally {
        delete process.env.SEAM_ENDPOINT
      }
      assert.deepEqual(calls, [`${stage.proxy.url}/access_codes/create`])
      assert.deepEqual(authHeaders(stage.proxy.last()), { authorization })
    })
  })

  test('the client of another copy of this package sends as our own', async () => {
    const copy = await loadAnotherCopy()
    assert.notEqual(copy.SeamHttp, seamEdge.SeamHttp)
    const { client } = new copy.SeamHttp({ apiKey: stage.apiKey, endpoint: stage.proxy.url })
    const seam = seamEdge.SeamHttp.fromClient(client)
    assert.equal(seam.client, client)
    assert.ok((await seam.devices.list()).length > 3)
    const error = await failureOf(() => seam.accessCodes.get({ access_code_id: 'none' }))
    assert.ok(seamEdge.isSeamHttpApiError(error), String(error))
  })

  test('anything else is refused', async () => {
    for (const client of [42, 'https://connect.getseam.com', {}, [], { request: 'yes' }, true]) {
      const error = await failureOf(() => new seamEdge.SeamHttp({ client }))
      assert.ok(error instanceof seamEdge.SeamHttpInvalidOptionsError, String(error))
      assert.match(error.message, /The client option must be/)
    }
    const error = await failureOf(() => new seamEdge.SeamHttp({ client: ofAxios(), timeout: 1 }))
    assert.match(error.message, /cannot be used with any other option, but received: timeout$/)
  })

  describe('options of Axios', () => {
    test('baseURL, headers, timeout and retries are honoured, over those beside them', async (context) => {
      skipPauses(context)
      const limits = holdLimits(context)
      const seam = new seamEdge.SeamHttp({
        apiKey: stage.apiKey,
        endpoint: 'https://elsewhere.example',
        timeout: 30_000,
        headers: new Headers({ 'x-a': 'ours', 'x-b': 'ours' }),
        axiosOptions: { baseURL: stage.proxy.url, headers: { 'x-a': 'axios' }, timeout: 50 },
        axiosRetryOptions: { retries: 1 },
      })
      await seam.devices.list()
      const { headers } = stage.proxy.last()
      assert.deepEqual([headers['x-a'], headers['x-b']], ['axios', 'ours'])
      stage.proxy.reset()
      stage.proxy.fault('/devices/list', { hang: true }, 2)
      const ending = failureOf(() => seam.devices.list())
      for (const attempt of [1, 2]) {
        await until(() => stage.proxy.count() === attempt)
        limits.at(-1).end()
      }
      assert.equal((await ending).code, 'ETIMEDOUT')
      assert.deepEqual(
        limits.map(({ ms }) => ms),
        [50, 50, 50],
      )
    })

    test('authenticates where a header of Axios does', async () => {
      const axiosOptions = { headers: { authorization } }
      const seam = stage.createClient({ apiKey: 'seam_of_nobody', axiosOptions })
      await seam.accessCodes.list({ device_id: stage.deviceId }).fetchResponse()
      assert.deepEqual(authHeaders(stage.proxy.last()), { authorization })
    })

    test('another one is refused by name', async () => {
      for (const [options, name] of [
        [{ axiosOptions: { proxy: false } }, 'axiosOptions.proxy'],
        [{ axiosOptions: { adapter: () => {} } }, 'axiosOptions.adapter'],
        [{ axiosRetryOptions: { retryDelay: () => 0 } }, 'axiosRetryOptions.retryDelay'],
        [{ axiosRetryOptions: { retries: 1, onRetry: () => {} } }, 'axiosRetryOptions.onRetry'],
      ]) {
        const error = await failureOf(() => stage.createClient(options))
        assert.ok(error instanceof seamEdge.SeamHttpInvalidOptionsError, String(error))
        assert.ok(error.message.includes(name), error.message)
      }
      assert.ok(stage.createClient({ axiosOptions: undefined, axiosRetryOptions: {} }))
      const { client } = stage.createClient({ axiosOptions: { baseURL: null } })
      assert.equal(client.endpoint, stage.proxy.url)
    })
  })

  describe('errorInterceptor', () => {
    const intercepted = async (path) => {
      const instance = ofAxios()
      instance.interceptors.response.use(undefined, seamEdge.errorInterceptor)
      return await failureOf(() => instance.post(path, {}))
    }

    test('makes Seam errors of those of Axios', async () => {
      const error = await intercepted('/devices/get')
      assert.ok(seamEdge.isSeamHttpInvalidInputError(error), String(error))
      stage.proxy.fault('/devices/get', { status: 401, body: 'no' })
      assert.ok(seamEdge.isSeamHttpUnauthorizedError(await intercepted('/devices/get')))
    })

    test('hides the PIN that was sent, and takes no notice of the environment', async () => {
      const instance = ofAxios()
      instance.interceptors.response.use(undefined, seamEdge.errorInterceptor)
      const body = { error: { type: 'invalid_input', message: `code ${pin} is taken` }, ok: false }
      stage.proxy.fault('/access_codes/create', { status: 400, body })
      process.env.SEAM_ENDPOINT = 'no URL'
      try {
        const error = await failureOf(() => instance.post('/access_codes/create', { code: pin }))
        assert.equal(error.message, 'code [redacted] is taken')
      } finally {
        delete process.env.SEAM_ENDPOINT
      }
    })

    test('leaves all others alone', async () => {
      stage.proxy.fault('/devices/get', { status: 502, body: '<p>Bad gateway</p>' })
      const error = await intercepted('/devices/get')
      assert.ok(axios.isAxiosError(error), String(error))
      assert.equal(error.response.status, 502)
      stage.proxy.fault('/devices/get', { drop: 'before' })
      assert.ok(axios.isAxiosError(await intercepted('/devices/get')))
      assert.equal(await failureOf(() => seamEdge.errorInterceptor('a string')), 'a string')
    })
  })

  test('getOpenapiSchema asks without a key', async () => {
    stage.proxy.fault('/openapi.json', { status: 200, body: { openapi: '3.0.0' } })
    assert.deepEqual(await seamEdge.getOpenapiSchema(stage.proxy.url), { openapi: '3.0.0' })
    const sent = stage.proxy.last()
    assert.deepEqual([sent.method, sent.path, authHeaders(sent)], ['GET', '/openapi.json', {}])
  })
})
