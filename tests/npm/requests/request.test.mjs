// The request object: it waits until it is asked for, can be looked at before, goes out once, and obeys signal, timeout,
// headers and fetch. What endpoints send is in access-codes.test.mjs, repeating in retries.test.mjs. No time passes here but that of real
// requests: limits and pauses are over when a test says so.
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { accessCode } from '../../support/access-code.mjs'
import { failureOf, openStage, pin } from '../../support/stage.mjs'
import { holdLimits, holdPauses, nextTurn, skipPauses, until } from '../../support/timers.mjs'

const path = '/access_codes/get'

describe('request', { timeout: 600_000 }, () => {
  let stage
  let access_code_id

  before(async () => {
    stage = await openStage()
  })
  after(() => stage.close())
  beforeEach(async () => {
    stage.reset()
    access_code_id = stage.fake.database.addAccessCode({
      device_id: stage.deviceId,
      workspace_id: 'seed_workspace_1',
      name: 'Guest',
      code: pin,
      type: 'ongoing',
    }).access_code_id
  })

  const get = (options) => stage.seam.accessCodes.get({ access_code_id }, options)

  describe('is lazy', () => {
    test('nothing is sent until it is awaited', async () => {
      const request = get()
      // A whole other request does not bring it along.
      await stage.seam.devices.list()
      assert.equal(stage.proxy.count(path), 0)
      await request
      assert.equal(stage.proxy.count(path), 1)
    })

    test('it is sent once, however often and in whatever way it is asked', async () => {
      const request = get()
      const seen = []
      const values = await Promise.all([
        request,
        request.execute(),
        request.then((value) => value),
        request.catch(() => undefined),
        request.finally(() => seen.push('finally')),
        Promise.resolve(request),
      ])
      const response = await request.fetchResponse()
      assert.equal(stage.proxy.count(), 1)
      assert.equal(new Set(values).size, 1)
      assert.equal(response.access_code, values[0])
      assert.equal(response.ok, true)
      assert.deepEqual(seen, ['finally'])
    })

    test('a failure is remembered as well', async () => {
      const request = stage.seam.accessCodes.get({ access_code_id: 'none' })
      const first = await failureOf(() => request)
      const second = await failureOf(() => request.execute())
      assert.equal(first, second)
      assert.equal(stage.proxy.count(), 1)
      assert.equal(await request.catch(() => 'caught'), 'caught')
    })

    test('a bad parameter is an error of the request, not of the call', async () => {
      const request = stage.seam.accessCodes.create(undefined)
      const error = await failureOf(() => request)
      assert.ok(error instanceof TypeError)
    })
  })

  describe('can be looked at', () => {
    test('url, pathname, method, params, body, responseKey, hasPagination', () => {
      const request = get()
      assert.ok(request.url instanceof URL)
      assert.equal(request.url.href, `${stage.proxy.url}${path}`)
      assert.equal(request.pathname, path)
      assert.equal(request.method, 'POST')
      assert.equal(request.params, undefined)
      assert.deepEqual(request.body, { access_code_id })
      assert.equal(request.responseKey, 'access_code')
      assert.equal(request.hasPagination, false)
      assert.equal(stage.proxy.count(), 0)
    })

    test('toStringTag', () => {
      assert.equal(Object.prototype.toString.call(get()), '[object SeamHttpRequest]')
      assert.ok(get() instanceof stage.seamEdge.SeamHttpRequest)
    })

    test('a list knows that it can be paged; withPageCursor copies', () => {
      const request = stage.seam.devices.list({ limit: 2 })
      assert.equal(request.hasPagination, true)
      const next = request.withPageCursor('cursor_2')
      assert.deepEqual(next.body, { limit: 2, page_cursor: 'cursor_2' })
      assert.deepEqual(request.body, { limit: 2 })
    })

    test('an endpoint without data has no response key', () => {
      const request = stage.seam.accessCodes.delete({ access_code_id })
      assert.equal(request.responseKey, undefined)
    })
  })

  describe('signal', () => {
    const assertCanceled = (error) => {
      assert.ok(error instanceof stage.seamEdge.SeamHttpTransportError, String(error))
      assert.equal(error.code, 'ERR_CANCELED')
      assert.equal(error.response, undefined)
    }

    test('aborted before: nothing is sent', async () => {
      assertCanceled(await failureOf(() => get({ signal: AbortSignal.abort() })))
      assert.equal(stage.proxy.count(), 0)
    })

    // Nothing else ends what is under way in these two: no answer comes, no limit is reached, no pause is over.
    test('aborted while waiting for the answer: at once, and not repeated', async (context) => {
      const [limits, pauses] = [holdLimits(context), holdPauses(context)]
      stage.proxy.fault(path, { hang: true }, 5)
      const controller = new AbortController()
      const ending = failureOf(() => get({ signal: controller.signal }))
      await until(() => stage.proxy.count() === 1)
      controller.abort()
      assertCanceled(await ending)
      assert.deepEqual([limits.length, pauses.length], [1, 0])
    })

    test('aborted while waiting to repeat: at once, and not repeated', async (context) => {
      const [limits, pauses] = [holdLimits(context), holdPauses(context)]
      stage.proxy.fault(path, { status: 503 }, 5)
      const controller = new AbortController()
      const ending = failureOf(() => get({ signal: controller.signal }))
      await until(() => pauses.length === 1)
      controller.abort()
      assertCanceled(await ending)
      assert.deepEqual([limits.length, pauses.length], [1, 1])
      assert.equal(stage.proxy.count(), 1)
    })

    test("the caller's reason is the cause", async () => {
      const reason = new Error('guest left')
      const error = await failureOf(() => get({ signal: AbortSignal.abort(reason) }))
      assertCanceled(error)
      assert.equal(error.cause, reason)
    })

    test('aborted after the answer: too late to matter', async () => {
      const controller = new AbortController()
      const delivered = await get({ signal: controller.signal })
      controller.abort()
      assert.equal(delivered.access_code_id, access_code_id)
    })
  })

  describe('timeout', () => {
    const assertTimedOut = (error) => {
      assert.ok(error instanceof stage.seamEdge.SeamHttpTransportError, String(error))
      assert.equal(error.code, 'ETIMEDOUT')
    }

    /** The limits of attempts, in ms. Each is over once its request has arrived and hangs. */
    const outOfTime = async (context, call) => {
      const limits = holdLimits(context)
      stage.proxy.fault(path, { hang: true })
      const ending = failureOf(call)
      await until(() => stage.proxy.count() === 1)
      limits[0].end()
      assertTimedOut(await ending)
      return limits.map(({ ms }) => ms)
    }

    test('per call', async (context) => {
      assert.deepEqual(await outOfTime(context, () => get({ timeout: 80, maxRetries: 0 })), [80])
    })

    test('per client', async (context) => {
      const seam = stage.createClient({ timeout: 80, maxRetries: 0 })
      const call = () => seam.accessCodes.get({ access_code_id })
      assert.deepEqual(await outOfTime(context, call), [80])
    })

    test('by a real timer', async () => {
      stage.proxy.fault(path, { hang: true })
      assertTimedOut(await failureOf(() => get({ timeout: 80, maxRetries: 0 })))
    })

    test('anew for each attempt', async (context) => {
      skipPauses(context)
      const limits = holdLimits(context)
      stage.proxy.fault(path, { hang: true })
      const getting = get({ timeout: 250 }).execute()
      await until(() => stage.proxy.count() === 1)
      limits[0].end()
      assert.equal((await getting).access_code_id, access_code_id)
      assert.deepEqual(
        limits.map(({ ms }) => ms),
        [250, 250],
      )
      assert.equal(stage.proxy.count(), 2)
    })

    test('covers a body that never ends', async (context) => {
      const limits = holdLimits(context)
      let hasBegun = false
      const seam = stage.createClient({
        maxRetries: 0,
        fetch: async (...request) => {
          const response = await fetch(...request)
          hasBegun = true
          return response
        },
      })
      stage.proxy.fault(path, { stall: true })
      const ending = failureOf(() => seam.accessCodes.get({ access_code_id }))
      await until(() => hasBegun)
      await nextTurn()
      limits[0].end()
      assertTimedOut(await ending)
    })

    test('holds for a fetch that takes no notice of its signal', async () => {
      const never = new Promise(() => undefined)
      const headers = new Headers({ 'content-type': 'application/json' })
      for (const fetch of [() => never, async () => ({ status: 200, headers, text: () => never })]) {
        const seam = stage.createClient({ fetch, maxRetries: 0, timeout: 80 })
        assertTimedOut(await failureOf(() => seam.accessCodes.get({ access_code_id })))
      }
    })

    test('0 means none', async (context) => {
      const limits = holdLimits(context)
      await get({ timeout: 0 })
      assert.deepEqual(limits, [])
    })
  })

  test('null as options is like none', async () => {
    const { accessCodes, devices } = stage.seam
    assert.equal((await accessCodes.get({ access_code_id }, null)).access_code_id, access_code_id)
    await devices.list(undefined, null)
    assert.equal(stage.proxy.count(), 2)
  })

  describe('headers', () => {
    test('that are undefined are left out', async () => {
      await get({ headers: { 'x-a': undefined, 'x-b': 'b' } })
      const { headers } = stage.proxy.last()
      assert.equal(headers['x-a'], undefined)
      assert.equal(headers['x-b'], 'b')
    })

    test('of the call go out with that call alone', async () => {
      await get({ headers: { 'x-trace': 'abc' } })
      assert.equal(stage.proxy.last().headers['x-trace'], 'abc')
      await get()
      assert.equal(stage.proxy.last().headers['x-trace'], undefined)
    })

    test('of the call win over those of the client, and not over the SDK', async () => {
      const seam = stage.createClient({ headers: { 'X-Trace': 'client' } })
      await seam.accessCodes.get(
        { access_code_id },
        { headers: { 'x-trace': 'call', 'seam-sdk-version': '0' } },
      )
      const { headers } = stage.proxy.last()
      assert.equal(headers['x-trace'], 'call')
      assert.notEqual(headers['seam-sdk-version'], '0')
    })
  })

  describe('fetch', () => {
    const respond = (body, init = {}) => ({
      status: 200,
      headers: new Headers({ 'content-type': 'application/json' }),
      text: async () => JSON.stringify(body),
      ...init,
    })

    test('a double that is no Response is enough, and is called unbound', async () => {
      const calls = []
      function double(...parameters) {
        calls.push({ self: this, parameters })
        return Promise.resolve(respond({ access_code: accessCode({ access_code_id: 'of_double' }) }))
      }
      const seam = stage.createClient({ fetch: double })
      const delivered = await seam.accessCodes.get({ access_code_id })
      assert.deepEqual(delivered, accessCode({ access_code_id: 'of_double' }))

      assert.equal(stage.proxy.count(), 0)
      assert.equal(calls.length, 1)
      const [{ self, parameters }] = calls
      assert.equal(self, undefined)
      const [url, init] = parameters
      assert.equal(String(url), `${stage.proxy.url}${path}`)
      assert.equal(init.method, 'POST')
      assert.deepEqual(JSON.parse(init.body), { access_code_id })
      const headers = new Headers(init.headers)
      assert.equal(headers.get('authorization'), `Bearer ${stage.apiKey}`)
      assert.ok(init.signal === undefined || init.signal instanceof AbortSignal)
    })

    test('one that changes the headers it is given changes nothing for the next attempt', async () => {
      const seen = []
      const seam = stage.createClient({
        fetch: async (_url, { headers }) => {
          seen.push({ ...headers })
          for (const name of Object.keys(headers)) delete headers[name]
          if (seen.length === 1) return respond({}, { status: 503 })
          return respond({ access_code: accessCode(), ok: true })
        },
      })
      await seam.accessCodes.get({ access_code_id })
      assert.equal(seen.length, 2)
      assert.equal(seen[1].authorization, `Bearer ${stage.apiKey}`)
      assert.deepEqual(seen[1], seen[0])
    })

    test('globalThis.fetch is looked up at the call', async (context) => {
      const mock = context.mock.method(globalThis, 'fetch', async () =>
        respond({ access_code: accessCode({ access_code_id: 'of_global' }) }),
      )
      const delivered = await get()
      assert.equal(delivered.access_code_id, 'of_global')
      assert.equal(mock.mock.callCount(), 1)
    })

    test('what it throws is the cause of a network error', async () => {
      const reason = new TypeError('socket gone')
      for (const fetch of [
        async () => Promise.reject(reason),
        () => {
          throw reason
        },
      ]) {
        const seam = stage.createClient({ fetch, maxRetries: 0 })
        const error = await failureOf(() => seam.accessCodes.get({ access_code_id }))
        assert.ok(error instanceof stage.seamEdge.SeamHttpTransportError)
        assert.equal(error.code, 'ERR_NETWORK')
        assert.equal(error.cause, reason)
      }
    })

    test('an answer that is nothing like a response is a network error, not a trap', async () => {
      for (const nonsense of [undefined, null, 'text', 7, {}, { status: 200 }]) {
        const seam = stage.createClient({
          fetch: async () => nonsense,
          maxRetries: 0,
        })
        const error = await failureOf(() => seam.accessCodes.get({ access_code_id }))
        assert.ok(
          error instanceof stage.seamEdge.SeamHttpTransportError,
          `${JSON.stringify(nonsense)}: ${error}`,
        )
      }
      assert.ok(await get(), 'and the package goes on working')
    })
  })

  test('many requests at once do not mix', async () => {
    const ids = Array.from(
      { length: 20 },
      (_, index) =>
        stage.fake.database.addAccessCode({
          device_id: stage.deviceId,
          workspace_id: 'seed_workspace_1',
          name: `Guest ${index}`,
          code: String(1000 + index),
          type: 'ongoing',
        }).access_code_id,
    )
    const codes = await Promise.all(ids.map((id) => stage.seam.accessCodes.get({ access_code_id: id })))
    assert.deepEqual(
      codes.map((code) => code.access_code_id),
      ids,
    )
  })
})
