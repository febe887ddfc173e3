// seam-edge/query in the real SWR, whose hooks run in React's test renderer, against the fake of seam-edge/testing.
import assert from 'node:assert/strict'
import { afterEach, beforeEach, describe, test } from 'node:test'
import { createElement } from 'react'
import { act, create } from 'react-test-renderer'
import useSWR, { SWRConfig } from 'swr'
import useSWRInfinite from 'swr/infinite'
import useSWRMutation from 'swr/mutation'
import { pin } from '../../support/stage.mjs'
import { openQuerying } from './querying.mjs'

globalThis.IS_REACT_ACT_ENVIRONMENT = true

describe('seam-edge/query in SWR', { timeout: 600_000 }, () => {
  let stage
  let renderer

  beforeEach(async () => {
    stage = await openQuerying()
  })
  afterEach(async () => await act(async () => renderer?.unmount()))

  /** Runs a hook until `isReady` holds of what it returns, and answers that. */
  const untilHook = async (hook, isReady) => {
    const seen = { cache: new Map() }
    const Component = () => {
      // Read while it renders: SWR renders anew for what was read.
      seen.last = { ...hook() }
      return null
    }
    const provider = () => seen.cache
    await act(async () => {
      renderer = create(createElement(SWRConfig, { value: { provider } }, createElement(Component)))
    })
    seen.until = async (isReady) => {
      while (!isReady(seen.last)) await act(async () => await new Promise(setImmediate))
      return seen.last
    }
    await seen.until(isReady)
    return seen
  }

  test('a query reads, and its key is the same in every rendering', async () => {
    const { query, seam } = stage
    const { last } = await untilHook(
      () => {
        const { key, fetcher, config } = query.swrOptions(seam, '/devices/list')
        return useSWR(key, fetcher, config)
      },
      ({ data }) => data !== undefined,
    )
    assert.equal(last.data.length, 2)
    assert.equal(stage.count('/devices/list'), 1)
  })

  test('an error is not repeated by both', async () => {
    const { fake, query } = stage
    const seam = stage.createClient({ maxRetries: 0 })
    fake.disturb({ fault: 'server_error', status: 503, times: 10 })
    const retries = []
    const { last } = await untilHook(
      () => {
        const { key, fetcher, config } = query.swrOptions(seam, '/devices/list')
        return useSWR(key, fetcher, { onErrorRetry: () => retries.push('again'), ...config })
      },
      ({ error }) => error !== undefined,
    )
    assert.equal(last.error.statusCode, 503)
    assert.deepEqual(retries, [])
  })

  test('a list goes on page by page, with no cursor in its keys', async () => {
    const { query, seam } = stage
    const seen = await untilHook(
      () => {
        const { getKey, fetcher, config } = query.swrInfiniteOptions(seam, '/devices/list', { limit: 1 })
        return useSWRInfinite(getKey, fetcher, { ...config, revalidateFirstPage: false })
      },
      ({ data }) => data !== undefined,
    )
    const [{ nextPageCursor }] = seen.last.data
    assert.ok(nextPageCursor)
    await act(async () => await seen.last.setSize(2))
    const { data } = await seen.until(({ data }) => data.length === 2)
    assert.deepEqual(
      data.flatMap(({ items }) => items.map(({ properties }) => properties.name)),
      ['Front', 'Back'],
    )
    assert.equal(query.swrInfiniteOptions(seam, '/devices/list').getKey(2, data[1]), null)
    const keys = [...seen.cache.keys()].join('\n')
    assert.match(keys, /devices\/list/)
    assert.ok(!keys.includes(nextPageCursor), keys)
  })

  test('a mutation creates a code', async () => {
    const { query, seam, deviceId } = stage
    const { last } = await untilHook(
      () => {
        const { key, fetcher } = query.swrMutationOptions(seam, '/access_codes/create')
        return useSWRMutation(key, fetcher)
      },
      () => true,
    )
    let code
    await act(async () => {
      code = await last.trigger({ device_id: deviceId, code: pin })
    })
    assert.equal(code.code, pin)
    assert.equal(stage.count('/access_codes/create'), 1)
  })
})
