// A server that refuses a key may quote it: `Incorrect API key provided: …`. Whatever authenticates a call is hidden in all that an error holds,
// whether it came from an option, from a header, or from a client of the application's own.
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { inspect } from 'node:util'
import axios from 'axios'
import { failureOf, openStage } from '../../support/stage.mjs'

const path = '/devices/list'
const otherKey = 'seam_otherkey2_token'

describe('a key that the server quotes', { timeout: 600_000 }, () => {
  let stage

  before(async () => {
    stage = await openStage()
  })
  after(() => stage.close())
  beforeEach(() => stage.reset())

  /** The error of a server that quotes the key, after it was shown to hold none. */
  const assertHidden = async (call, key, { at = path, status = 401 } = {}) => {
    const message = `Incorrect API key provided: ${key}`
    const error = { type: `unauthorized_${key}`, message, data: { key, list: [`<${key}>`] } }
    stage.proxy.fault(at, { status, body: { error, ok: false } })
    const failure = await failureOf(call)
    assert.ok(stage.seamEdge.isSeamHttpApiError(failure), String(failure))
    assert.equal(failure.message, 'Incorrect API key provided: [redacted]')
    assert.deepEqual(failure.data, { key: '[redacted]', list: ['<[redacted]>'] })
    const texts = [
      String(failure),
      failure.stack,
      failure.code,
      inspect(failure, { depth: null, showHidden: true }),
    ]
    for (const text of texts) assert.ok(!text.includes(key), text.replaceAll(key, '<HERE>'))
  }

  for (const status of [401, 400, 403, 500]) {
    test(`an API key, with status ${status}`, async () => {
      const seam = stage.createClient({ maxRetries: 0 })
      await assertHidden(() => seam.devices.list(), stage.apiKey, { status })
    })
  }

  const kinds = {
    clientSessionToken: ['seam_cst1_quoted', {}],
    personalAccessToken: ['seam_at1_quoted', { workspaceId: 'workspace' }],
    consoleSessionToken: ['eyJhbGciOiJIUzI1NiJ9.e30.quoted', { workspaceId: 'workspace' }],
  }
  for (const [kind, [token, others]] of Object.entries(kinds)) {
    test(`a ${kind}`, async () => {
      const seam = new stage.seamEdge.SeamHttp({ [kind]: token, endpoint: stage.proxy.url, ...others })
      await assertHidden(() => seam.devices.list(), token)
      await assertHidden(() => seam.client.get(path), token)
    })
  }

  test('a publishable key', async () => {
    const call = () =>
      stage.seamEdge.SeamHttp.fromPublishableKey('seam_pk1_quoted', 'john', { endpoint: stage.proxy.url })
    await assertHidden(call, 'seam_pk1_quoted', { at: '/client_sessions/get_or_create' })
  })

  test('a token that replaced another', async () => {
    const endpoint = stage.proxy.url
    const seam = stage.seamEdge.SeamHttp.fromClientSessionToken('seam_cst1_first', { endpoint })
    stage.proxy.fault('/client_sessions/get', { status: 200, body: { client_session: {}, ok: true } })
    await seam.updateClientSessionToken('seam_cst1_second').catch(() => {})
    await assertHidden(() => seam.devices.list(), 'seam_cst1_second')
  })

  test('a key in headers of the client, of a call, and in those that were set later', async () => {
    const headers = { authorization: `Bearer ${otherKey}` }
    await assertHidden(() => stage.createClient({ headers }).devices.list(), otherKey)
    await assertHidden(() => stage.seam.devices.list({}, { headers }), otherKey)
    await assertHidden(() => stage.seam.client.get(path, { headers: { 'X-Api-Key': otherKey } }), otherKey)
    const seam = stage.createClient()
    seam.client.defaults.headers.authorization = `Bearer ${otherKey}`
    await assertHidden(() => seam.devices.list(), otherKey)
  })

  test('a key of an Axios instance', async () => {
    const instance = axios.create({
      baseURL: stage.proxy.url,
      headers: { Authorization: `Bearer ${otherKey}` },
    })
    const seam = stage.seamEdge.SeamHttp.fromClient(instance)
    await assertHidden(() => seam.devices.list(), otherKey)
    instance.interceptors.response.use(undefined, stage.seamEdge.errorInterceptor)
    await assertHidden(() => instance.get(path), otherKey)
  })

  test('the errors that a wait and a watch report on the way', async () => {
    const error = { type: 'busy', message: `${stage.apiKey} is busy` }
    stage.proxy.fault('/events/list', { status: 503, body: { error, ok: false } })
    const seen = []
    const seam = stage.createClient({ maxRetries: 0 })
    const controller = new AbortController()
    const onError = (failing) => {
      seen.push(failing)
      controller.abort()
    }
    const watch = stage.events.watchEvents(seam, {}, { signal: controller.signal, onError })
    await failureOf(() => watch.next())
    assert.ok(seen.length > 0)
    for (const text of [inspect(seen, { depth: null }), JSON.stringify(seen)]) {
      assert.ok(!text.includes(stage.apiKey), text)
    }
  })

  test('what a header has beside keys stays', async () => {
    const error = {
      type: 'workspace_not_found',
      message: 'no workspace quoted-workspace, by application/json',
    }
    stage.proxy.fault(path, { status: 404, body: { error, ok: false } })
    const headers = { 'seam-workspace': 'quoted-workspace' }
    const failure = await failureOf(() => stage.seam.devices.list({}, { headers }))
    assert.equal(failure.message, error.message)
  })
})
