// The keys of seam-edge/query: what they tell apart, and what they do not tell.
import assert from 'node:assert/strict'
import { beforeEach, describe, test } from 'node:test'
import { hashKey } from '@tanstack/query-core'
import { unstable_serialize as serializeForSwr } from 'swr'
import { loadAnotherCopy } from '../../support/package.mjs'
import { pin } from '../../support/stage.mjs'
import { openQuerying } from './querying.mjs'

describe('keys of queries', { timeout: 600_000 }, () => {
  let stage
  let keyOf

  beforeEach(async () => {
    stage = await openQuerying()
    keyOf = (path, parameters, seam = stage.seam) => stage.query.queryOptions(seam, path, parameters).queryKey
  })

  test('are the same for the same call, however its parameters are written', () => {
    const keys = [
      keyOf('/events/list', { since: '2031-05-01T14:00:00.000Z', limit: 5 }),
      keyOf('/events/list', { limit: 5, device_id: undefined, since: new Date('2031-05-01T14:00:00Z') }),
    ]
    for (const serialize of [hashKey, serializeForSwr]) assert.equal(new Set(keys.map(serialize)).size, 1)
    assert.deepEqual(keyOf('/devices/list'), keyOf('/devices/list', {}))
  })

  test('differ where path, parameters, client or kind do', () => {
    const { query, seam, createClient } = stage
    const keys = [
      keyOf('/devices/list'),
      keyOf('/locks/list'),
      keyOf('/devices/list', { limit: 5 }),
      keyOf('/devices/list', { search: 'front' }),
      keyOf('/devices/list', { search: 'back' }),
      keyOf('/devices/list', {}, createClient()),
      query.infiniteQueryOptions(seam, '/devices/list').queryKey,
    ]
    for (const serialize of [hashKey, serializeForSwr])
      assert.equal(new Set(keys.map(serialize)).size, keys.length)
  })

  test('hold neither PIN nor search text nor token, and tell them apart all the same', () => {
    const { query, seam, deviceId, fake } = stage
    const secretKeys = [pin, '602817'].map((code) =>
      keyOf('/access_codes/get', { device_id: deviceId, code }),
    )
    assert.notEqual(hashKey(secretKeys[0]), hashKey(secretKeys[1]))
    assert.deepEqual(keyOf('/access_codes/get', { device_id: deviceId, code: pin }), secretKeys[0])
    const all = [
      ...secretKeys,
      keyOf('/access_codes/list', { search: pin }),
      keyOf('/user_identities/list', { search: pin, user_identity_ids: ['a'] }),
      query.mutationOptions(seam, '/access_codes/create').mutationKey,
      query.swrOptions(seam, '/access_codes/get', { device_id: deviceId, code: pin }).key,
    ]
    const text = JSON.stringify(all)
    for (const secret of [pin, '602817', fake.apiKey]) assert.ok(!text.includes(secret), text)
    assert.ok(text.includes(deviceId), 'what is no secret stays readable')
  })

  test('are one for all parts of a client, and for all copies of the package', async () => {
    const { seam } = stage
    const [another] = await loadAnotherCopy('query')
    const keys = [
      keyOf('/devices/list', { search: pin }),
      keyOf('/devices/list', { search: pin }, seam.devices),
      keyOf('/devices/list', { search: pin }, stage.seamEdge.SeamHttpDevices.fromClient(seam.client)),
      another.queryOptions(seam, '/devices/list', { search: pin }).queryKey,
    ]
    assert.equal(new Set(keys.map(hashKey)).size, 1)
    const other = another.queryOptions(stage.createClient(), '/devices/list').queryKey
    assert.notEqual(hashKey(other), hashKey(keyOf('/devices/list', {}, stage.createClient())))
  })

  test('of what cannot be sent are made, and the call says what is wrong', async () => {
    const cycle = {}
    cycle.custom_metadata_has = cycle
    for (const parameters of [{ limit: Number.NaN }, { limit: 1n }, cycle]) {
      const { queryKey, queryFn } = stage.query.queryOptions(stage.seam, '/devices/list', parameters)
      assert.ok(hashKey(queryKey))
      await assert.rejects(queryFn({ signal: undefined }), stage.seamEdge.SeamValidationError)
    }
  })

  test('are refused for what is no client, and for a path that the client has not', () => {
    const { query, seam } = stage
    const make = (client, path) => () => query.queryOptions(client, path)
    for (const client of [undefined, {}, fetch]) assert.throws(make(client, '/devices/list'), TypeError)
    for (const [client, path] of [
      [seam, '/devices/lists'],
      [seam, 'devices/list'],
      [seam, '/constructor/constructor'],
      [seam, ''],
      [seam.client, '/devices/list'],
      [seam.devices, '/locks/list'],
    ]) {
      assert.throws(make(client, path), (error) => {
        assert.ok(error instanceof TypeError, String(error))
        assert.match(error.message, /no method for `.*`; pass a SeamHttp, or the namespace that has it/)
        return true
      })
    }
  })

  test('every path of SeamHttp is found', () => {
    const { query, seam, seamEdge } = stage
    const { prototype } = seamEdge.SeamHttpEndpoints
    const paths = Object.getOwnPropertyNames(prototype).filter((name) => name.startsWith('/'))
    assert.ok(paths.length > 200)
    const endpoints = seamEdge.SeamHttpEndpoints.fromClient(seam.client)
    for (const path of paths) {
      assert.equal(query.queryOptions(seam, path).queryKey[2], path)
      assert.equal(query.queryOptions(endpoints, path).queryKey[2], path)
    }
    const { accessCodes } = seam
    assert.ok(query.queryOptions(accessCodes, '/access_codes/unmanaged/list', { device_id: 'a' }))
    assert.ok(query.queryOptions(accessCodes.unmanaged, '/access_codes/unmanaged/list', { device_id: 'a' }))
  })
})
