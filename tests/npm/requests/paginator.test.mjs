// Walking through pages: the fake pages devices; what it never does (repeat a cursor, leave `pagination` out) is the
// proxy's.
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { failureOf, openStage } from '../../support/stage.mjs'

const path = '/devices/list'

describe('paginator', { timeout: 600_000 }, () => {
  let stage
  let allIds

  before(async () => {
    stage = await openStage()
    allIds = idsOf(await stage.seam.devices.list())
  })
  after(() => stage.close())
  beforeEach(() => stage.reset())

  const idsOf = (devices) => devices.map((device) => device.device_id)
  const paginate = (parameters = { limit: 2 }) =>
    stage.seam.createPaginator(stage.seam.devices.list(parameters))

  test('flattenToArray gives every item once', async () => {
    assert.ok(allIds.length >= 5)
    assert.deepEqual(idsOf(await paginate().flattenToArray()), allIds)
    const bodies = stage.proxy.requests.map((record) => record.body)
    assert.equal(bodies.length, Math.ceil(allIds.length / 2))
    assert.deepEqual(Object.keys(bodies[0]), ['limit'])
    for (const body of bodies.slice(1)) {
      assert.equal(body.limit, 2)
      assert.equal(typeof body.page_cursor, 'string')
    }
  })

  test('flatten gives item by item and asks for pages when they are needed', async () => {
    const seen = []
    for await (const device of paginate().flatten()) {
      seen.push(device.device_id)
      if (seen.length === 3) break
    }
    assert.deepEqual(seen, allIds.slice(0, 3))
    assert.equal(stage.proxy.count(path), 2)
  })

  test('iteration gives pages', async () => {
    const sizes = []
    for await (const page of paginate()) sizes.push(page.length)
    assert.deepEqual(sizes.slice(0, 2), [2, 2])
    assert.equal(
      sizes.reduce((sum, size) => sum + size),
      allIds.length,
    )
  })

  test('firstPage and nextPage give the state of paging', async () => {
    const paginator = paginate()
    const [first, { hasNextPage, nextPageCursor, nextPageUrl }] = await paginator.firstPage()
    assert.deepEqual(idsOf(first), allIds.slice(0, 2))
    assert.equal(hasNextPage, true)
    assert.equal(typeof nextPageCursor, 'string')
    assert.match(nextPageUrl, /\/devices\/list/)

    const [second] = await paginator.nextPage(nextPageCursor)
    assert.deepEqual(idsOf(second), allIds.slice(2, 4))
  })

  test('a cursor that was stored goes on where it was, in another client too', async () => {
    const [first, { nextPageCursor }] = await paginate().firstPage()
    const stored = JSON.parse(JSON.stringify({ nextPageCursor }))
    const other = stage.createClient()
    const resumed = other.createPaginator(other.devices.list({ limit: 2 }))
    const found = [...first]
    for (let cursor = stored.nextPageCursor; cursor !== null; ) {
      const [page, pagination] = await resumed.nextPage(cursor)
      found.push(...page)
      cursor = pagination.nextPageCursor
    }
    assert.deepEqual(idsOf(found), allIds)
  })

  test('the last page says so', async () => {
    const [, pagination] = await paginate({ limit: 500 }).firstPage()
    assert.deepEqual(pagination, {
      hasNextPage: false,
      nextPageCursor: null,
      nextPageUrl: null,
    })
  })

  test('nextPage without a cursor is refused', async () => {
    for (const cursor of [null, undefined]) {
      const error = await failureOf(() => paginate().nextPage(cursor))
      assert.equal(error.message, 'Cannot get the next page with a null nextPageCursor')
    }
    assert.equal(stage.proxy.count(), 0)
  })

  test('a request of an endpoint without pages is refused', async () => {
    const error = await failureOf(() =>
      stage.seam.createPaginator(stage.seam.devices.get({ device_id: stage.deviceId })),
    )
    assert.equal(error.message, 'The /devices/get endpoint does not support pagination')
  })

  test('a request whose parameters are none stays refused, with the official TypeErrors', async () => {
    for (const value of ['a', 7, true, null, [], [{ limit: 2 }]]) {
      const error = await failureOf(() => paginate(value).firstPage())
      assert.equal(error.constructor, TypeError, String(error))
      assert.equal(error.message, 'Parameters for /devices/list must be an object')
      assert.equal((await failureOf(() => paginate(value).flattenToArray())).message, error.message)
      assert.equal((await failureOf(() => paginate(value).nextPage('cursor'))).message, error.message)
    }
    assert.equal(stage.proxy.count(), 0)
  })

  test('a paginator is walked as often as one likes', async () => {
    const paginator = paginate({ limit: 500 })
    await paginator.flattenToArray()
    assert.deepEqual(idsOf(await paginator.flattenToArray()), allIds)
    assert.equal(stage.proxy.count(), 2)
  })

  test('a repeated cursor ends the walk', async () => {
    stage.proxy.fault(
      path,
      {
        transform: (body) => ({
          ...body,
          pagination: {
            has_next_page: true,
            next_page_cursor: 'again',
            next_page_url: null,
          },
        }),
      },
      1,
    )
    const again = {
      status: 200,
      body: {
        devices: [],
        pagination: {
          has_next_page: true,
          next_page_cursor: 'again',
          next_page_url: null,
        },
        ok: true,
      },
    }
    stage.proxy.fault(path, again, 20)
    await paginate().flattenToArray()
    assert.equal(stage.proxy.count(), 2)
  })

  test('a cursor of null ends the walk', async () => {
    stage.proxy.fault(path, {
      transform: (body) => ({
        ...body,
        pagination: { ...body.pagination, next_page_cursor: null },
      }),
    })
    await paginate().flattenToArray()
    assert.equal(stage.proxy.count(), 1)
  })

  test('an answer without pagination is a SeamHttpInvalidResponseError', async () => {
    const brokenBodies = [
      ({ pagination: _left, ...body }) => body,
      (body) => ({ ...body, pagination: null }),
      (body) => ({ ...body, pagination: 'next' }),
    ]
    for (const transform of brokenBodies) {
      stage.proxy.fault(path, { transform })
      const error = await failureOf(() => paginate().flattenToArray())
      assert.ok(error instanceof stage.seamEdge.SeamHttpInvalidResponseError, String(error))
      assert.equal(error.path, path)
      assert.match(
        error.message,
        /expected "pagination", but this server has no pages here: await the request itself$/,
      )
    }
  })

  test('an endpoint that the fake does not page fails in the same way', async () => {
    const request = stage.seam.accessCodes.list({ device_id: stage.deviceId })
    const error = await failureOf(() => stage.seam.createPaginator(request).flattenToArray())
    assert.ok(error instanceof stage.seamEdge.SeamHttpInvalidResponseError, String(error))
  })

  test('changed parameters are refused by the server', async () => {
    const [, { nextPageCursor }] = await paginate({ limit: 2 }).firstPage()
    const error = await failureOf(() => paginate({ limit: 3 }).nextPage(nextPageCursor))
    assert.equal(error.code, 'mismatched_page_parameters')
  })

  test('options of the call hold for every page', async () => {
    const request = stage.seam.devices.list({ limit: 2 }, { headers: { 'x-trace': 'walk' } })
    await stage.seam.createPaginator(request).flattenToArray()
    for (const { headers } of stage.proxy.requests) {
      assert.equal(headers['x-trace'], 'walk')
    }
  })
})
