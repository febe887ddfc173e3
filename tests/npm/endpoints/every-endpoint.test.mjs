// Every endpoint of the registry on the packed package, from its two fixtures: what is sent, what comes back, what is refused.
// A new endpoint is tested here as soon as it has fixtures; nothing in this file is about one of them.
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { endpoints } from '../../support/endpoints.mjs'
import { failureOf, openStage } from '../../support/stage.mjs'

// JSON has no kind of value that is right everywhere, so one of these is wrong for any parameter that has a type.
const oddValues = [{ an: 'object' }, ['a list', 7], 'a text', 7.5, true]

describe('every endpoint', { timeout: 600_000 }, () => {
  let stage
  let seamEdge
  let seam

  before(async () => {
    stage = await openStage()
    ;({ seamEdge } = stage)
    seam = new seamEdge.SeamHttpEndpoints({
      apiKey: stage.apiKey,
      endpoint: stage.proxy.url,
      waitForActionAttempt: false,
      maxRetries: 0,
    })
  })
  after(() => stage.close())
  beforeEach(() => stage.reset())

  test('is there, and has fixtures', () => {
    const paths = Object.getOwnPropertyNames(seamEdge.SeamHttpEndpoints.prototype).filter((name) =>
      name.startsWith('/'),
    )
    assert.deepEqual(paths.sort(), endpoints.map(({ path }) => path).sort())
  })

  for (const { path, parameters, responseKey, paginated, reply } of endpoints) {
    describe(path, () => {
      const call = (given = parameters) => seam[path](given)

      test('sends its parameters and gives what is under its key', async () => {
        stage.proxy.fault(path, { status: 200, body: reply })
        const request = call()
        assert.equal(request.responseKey ?? null, responseKey)
        assert.equal(request.hasPagination, paginated)
        assert.equal(stage.proxy.count(), 0)
        const data = await request
        assert.deepEqual(
          data,
          responseKey === null ? undefined : (reply[responseKey] ?? Object.values(reply)[0]),
        )
        const sent = stage.proxy.last()
        assert.deepEqual([sent.method, sent.path, sent.search], ['POST', path, ''])
        assert.deepEqual(sent.body, parameters)
      })

      test('refuses parameters that are no object, and sends nothing', async () => {
        for (const given of [null, [], 'a', 7, true]) {
          const error = await failureOf(() => call(given))
          assert.ok(error instanceof TypeError, String(error))
          assert.equal(error.message, `Parameters for ${path} must be an object`)
        }
        assert.equal(stage.proxy.count(), 0)
      })

      test('refuses each parameter of a wrong type by its path, and sends nothing', async () => {
        for (const name of Object.keys(parameters)) {
          const refusals = []
          for (const value of oddValues) {
            const error = await call({ ...parameters, [name]: value }).then(
              () => undefined,
              (reason) => reason,
            )
            if (seamEdge.isSeamValidationError(error)) refusals.push(error)
          }
          assert.ok(refusals.length > 0, name)
          for (const { issues } of refusals) {
            assert.ok(
              issues.every(({ path }) => path === name || /^[.[]/.test(path.slice(name.length))),
              name,
            )
          }
        }
      })

      test('refuses a slip in the name of each parameter, and sends nothing', async () => {
        stage.proxy.fault(path, { status: 200, body: reply }, 1000)
        for (const [name, value] of Object.entries(parameters)) {
          const { [name]: _, ...others } = parameters
          const slip = name.replace(/(.)(.)$/, '$2$1')
          if (slip === name || slip in parameters) continue
          const error = await failureOf(() => call({ ...others, [slip]: value }))
          assert.ok(seamEdge.isSeamValidationError(error), `${slip}: ${error}`)
          assert.ok(
            error.issues.some((issue) => issue.path === slip && issue.code === 'misspelt_parameter'),
            slip,
          )
        }
        assert.equal(stage.proxy.count(), 0)
      })

      test('tells errors and replies that are not usable', async () => {
        const answered = async (fault) => {
          stage.proxy.fault(path, fault)
          return await failureOf(() => call())
        }
        const error = { type: 'some_error', message: 'Some error' }
        const refused = await answered({ status: 409, body: { error, ok: false } })
        assert.ok(seamEdge.isSeamHttpApiError(refused), String(refused))
        assert.deepEqual(
          [refused.code, refused.statusCode, refused.requestId, refused.message],
          ['some_error', 409, 'request_of_proxy', 'Some error'],
        )
        assert.ok(seamEdge.isSeamHttpUnauthorizedError(await answered({ status: 401, body: '' })))
        assert.ok(seamEdge.isSeamHttpTransportError(await answered({ status: 502, body: '<p>' })))
        for (const body of ['<p>', '', '[]', { ok: false }]) {
          const unusable = await answered({ status: 200, body })
          assert.ok(seamEdge.isSeamHttpInvalidResponseError(unusable), `${JSON.stringify(body)}: ${unusable}`)
          assert.equal(unusable.path, path)
        }
        if (responseKey !== null) {
          const unusable = await answered({ status: 200, body: { ok: true } })
          assert.equal(unusable.responseKey, responseKey)
        }
      })
    })
  }
})
