// seam-edge/query in the real TanStack Query, against the fake of seam-edge/testing. Its core is what its React, Vue, Solid and Svelte adapters share.
import assert from 'node:assert/strict'
import { afterEach, beforeEach, describe, test } from 'node:test'
import { InfiniteQueryObserver, MutationObserver, QueryClient, QueryObserver } from '@tanstack/query-core'
import { failureOf, pin } from '../../support/stage.mjs'
import { openQuerying } from './querying.mjs'

describe('seam-edge/query in TanStack Query', { timeout: 600_000 }, () => {
  let stage
  let cache

  beforeEach(async () => {
    stage = await openQuerying()
    // An application that has its queries and mutations repeated.
    cache = new QueryClient({ defaultOptions: { queries: { retry: 3 }, mutations: { retry: 3 } } })
  })
  afterEach(() => cache.clear())

  test('a query reads, and is read once for all who ask', async () => {
    const { query, seam } = stage
    const options = query.queryOptions(seam, '/devices/list')
    const [devices] = await Promise.all([cache.fetchQuery(options), cache.fetchQuery(options)])
    assert.deepEqual(
      devices.map(({ properties }) => properties.name),
      ['Front', 'Back'],
    )
    assert.equal(stage.count('/devices/list'), 1)
    assert.equal(cache.getQueryData(query.queryOptions(seam, '/devices/list').queryKey), devices)
  })

  test('its signal is passed on: who leaves ends the request', async () => {
    const sent = []
    const seam = stage.createClient({
      fetch: (_, { signal }) =>
        new Promise((_, reject) => {
          sent.push(signal)
          signal.addEventListener('abort', () => reject(signal.reason))
        }),
    })
    const options = stage.query.queryOptions(seam, '/devices/list')
    const leave = new QueryObserver(cache, options).subscribe(() => {})
    while (sent.length === 0) await new Promise(setImmediate)
    assert.ok(!sent[0].aborted)
    leave()
    assert.ok(sent[0].aborted)
  })

  test('an error is not repeated by both: the client repeats, TanStack Query does not', async () => {
    const { fake, query } = stage
    const seam = stage.createClient({ maxRetries: 1 })
    fake.disturb({ fault: 'server_error', status: 503, path: '/devices/list', times: 10 })
    const error = await failureOf(() => cache.fetchQuery(query.queryOptions(seam, '/devices/list')))
    assert.equal(error.statusCode, 503)
    assert.equal(stage.count('/devices/list'), 2)
  })

  test('options of a call go along', async () => {
    const { fake, query, seam } = stage
    fake.disturb({ fault: 'server_error', status: 503, times: 10 })
    await failureOf(() => cache.fetchQuery(query.queryOptions(seam, '/devices/list', {}, { maxRetries: 0 })))
    assert.equal(stage.count('/devices/list'), 1)
  })

  test('a list goes on page by page, to its end', async () => {
    const { query, seam } = stage
    const options = query.infiniteQueryOptions(seam, '/devices/list', { limit: 1 })
    const observer = new InfiniteQueryObserver(cache, options)
    const leave = observer.subscribe(() => {})
    const first = await observer.refetch()
    assert.equal(first.data.pages.length, 1)
    assert.ok(first.hasNextPage)
    const second = await observer.fetchNextPage()
    assert.deepEqual(
      second.data.pages.flatMap(({ items }) => items.map(({ properties }) => properties.name)),
      ['Front', 'Back'],
    )
    assert.equal(second.hasNextPage, false)
    leave()
  })

  test('a cursor that comes twice ends the list', () => {
    const { getNextPageParam } = stage.query.infiniteQueryOptions(stage.seam, '/devices/list')
    const page = { items: [], nextPageCursor: 'a' }
    assert.equal(getNextPageParam(page, [page], null, [null]), 'a')
    assert.equal(getNextPageParam(page, [page, page], 'a', [null, 'a']), null)
  })

  test('a mutation creates one code, even where TanStack Query is told to repeat', async () => {
    const { fake, query, seam, deviceId } = stage
    const options = query.mutationOptions(seam, '/access_codes/create')
    const code = await new MutationObserver(cache, options).mutate({ device_id: deviceId, code: pin })
    assert.equal(code.code, pin)
    fake.disturb({ fault: 'lost_after', path: '/access_codes/create' })
    await failureOf(() => new MutationObserver(cache, options).mutate({ device_id: deviceId }))
    assert.equal(stage.count('/access_codes/create'), 2)
    const codes = await seam.accessCodes.list({ device_id: deviceId })
    assert.equal(codes.length, 2)
  })

  test('a mutation that needs no parameters takes none', async () => {
    const { query, seam } = stage
    const options = query.mutationOptions(seam, '/client_sessions/create')
    const session = await new MutationObserver(cache, options).mutate()
    assert.ok(session.client_session_id)
  })
})
