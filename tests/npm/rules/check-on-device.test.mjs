// checkAccessCodeOnDevice: the device and the codes on it as the server has them now, and the answer of checkAccessCode by these.
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { failureOf, openStage, pin } from '../../support/stage.mjs'

const strict = {
  supported_code_lengths: [4],
  code_constraints: [{ constraint_type: 'no_zeros' }],
}

describe('checkAccessCodeOnDevice', { timeout: 600_000 }, () => {
  let stage
  let device_id

  before(async () => {
    stage = await openStage()
    device_id = stage.deviceId
  })
  after(() => stage.close())
  beforeEach(() => {
    stage.reset()
    stage.proxy.fault('/devices/get', { transform: withProperties(strict) })
  })

  const withProperties = (properties) => (body) => ({
    ...body,
    device: { ...body.device, properties: { ...body.device.properties, ...properties } },
  })
  const sent = (path) => stage.proxy.count(path)
  const check = (parameters, options, client = stage.seam) =>
    stage.rules.checkAccessCodeOnDevice(client, parameters, options)
  const codesOf = ({ issues }) => issues.map(({ code }) => code)

  test('finds what the lock would not take, and creates nothing', async () => {
    const { ok, issues } = await check({ device_id, code: pin })
    assert.equal(ok, false)
    assert.deepEqual(
      issues.map(({ code, path }) => [code, path]),
      [['code_length_not_supported', 'code']],
    )
    assert.ok(!JSON.stringify(issues).includes(pin))
    const asked = stage.proxy.requests.map(({ path }) => path).sort()
    assert.deepEqual(asked, ['/access_codes/list', '/access_codes/unmanaged/list', '/devices/get'])
  })

  test('is fine with what the lock takes', async () => {
    assert.deepEqual(await check({ device_id, code: '4821', name: 'Guest' }), { ok: true, issues: [] })
  })

  test('takes every kind of client', async () => {
    const { SeamHttpAccessCodes, SeamHttpWithoutWorkspace } = stage.seamEdge
    for (const client of [
      stage.seam,
      stage.seam.client,
      stage.seam.accessCodes,
      stage.seam.accessCodes.unmanaged,
      SeamHttpAccessCodes.fromClient(stage.seam.client),
      SeamHttpWithoutWorkspace.fromClient(stage.seam.client),
    ]) {
      stage.reset()
      stage.proxy.fault('/devices/get', { transform: withProperties(strict) })
      assert.deepEqual(codesOf(await check({ device_id, code: '48215' }, {}, client)), [
        'code_length_not_supported',
      ])
    }
  })

  test('knows the codes on the device, those that Seam has not set too', async () => {
    await stage.seam.accessCodes.create({ device_id, code: '4821' })
    assert.deepEqual(codesOf(await check({ device_id, code: '4821' })), ['code_already_on_device'])
    stage.proxy.fault(
      '/access_codes/unmanaged/list',
      {
        transform: (body) => ({
          ...body,
          access_codes: [
            { access_code_id: 'a', device_id, code: '5934', is_managed: false },
            { access_code_id: 'b', device_id: 'another', code: '5935', is_managed: false },
          ],
        }),
      },
      2,
    )
    const validate = 'off'
    const one = await check({ device_id, code: '5934' }, { validate })
    assert.deepEqual(codesOf(one), ['code_already_on_device'])
    assert.deepEqual(codesOf(await check({ device_id, code: '5935' }, { validate })), [])
  })

  test('asks for every page', async () => {
    const page = (code, next_page_cursor) => ({
      status: 200,
      body: {
        access_codes: [{ access_code_id: code, device_id, code, is_managed: false }],
        pagination: { has_next_page: next_page_cursor !== null, next_page_cursor, next_page_url: null },
        ok: true,
      },
    })
    stage.proxy.fault('/access_codes/unmanaged/list', page('4821', 'two'))
    stage.proxy.fault('/access_codes/unmanaged/list', page('4822', null))
    const validate = 'off'
    assert.deepEqual(codesOf(await check({ device_id, code: '4822' }, { validate })), [
      'code_already_on_device',
    ])
    assert.equal(stage.proxy.last('/access_codes/unmanaged/list').body.page_cursor, 'two')
  })

  test('looks at the device anew each time', async () => {
    await check({ device_id, code: '4821' })
    await check({ device_id, code: '4821' })
    assert.equal(sent('/devices/get'), 2)
  })

  test('checks the parameters themselves along, and throws nothing about them', async () => {
    const parameters = { device_id, code: '4821', start_at: '2031-01-01T00:00:00Z' }
    assert.deepEqual(codesOf(await check(parameters)), ['misspelt_parameter'])
    for (const none of [{}, undefined, null, { device_id: 5 }, { device_ids: [] }]) {
      stage.proxy.reset()
      assert.deepEqual(await check(none), stage.rules.checkAccessCode(none))
      assert.equal(stage.proxy.count(), 0, 'without a device there is nothing to ask for')
    }
  })

  test('a device that cannot be had rejects', async () => {
    stage.proxy.reset()
    stage.proxy.fault('/devices/get', {
      status: 404,
      body: { error: { type: 'device_not_found', message: 'Gone' } },
    })
    const error = await failureOf(() => check({ device_id, code: '4821' }))
    assert.equal(error.code, 'device_not_found')
    assert.ok(stage.seamEdge.isSeamHttpApiError(error))
  })

  test('createMultiple is checked for each of its devices, and says which is at fault', async () => {
    const others = stage.fake.database.devices.map((device) => device.device_id)
    const device_ids = [...new Set([device_id, ...others])].slice(0, 2)
    stage.proxy.reset()
    const only = (id) => (body) =>
      body.device.device_id === id ? withProperties(strict)(body) : withProperties({})(body)
    stage.proxy.fault('/devices/get', { transform: only(device_ids[1]) }, 2)
    const { ok, issues } = await check({ device_ids, code: pin })
    assert.equal(ok, false)
    const length = issues.filter(({ code }) => code === 'code_length_not_supported')
    assert.equal(length.length, 1)
    assert.ok(length[0].message.endsWith(`, on device \`${device_ids[1]}\``))
    assert.equal(sent('/devices/get'), 2)
  })

  test('update is checked with the code as it is and its device', async () => {
    const { access_code_id } = await stage.seam.accessCodes.create({ device_id, code: '4821' })
    assert.deepEqual(codesOf(await check({ access_code_id, code: pin })), ['code_length_not_supported'])
    assert.equal(stage.proxy.last('/devices/get').body.device_id, device_id)
    assert.deepEqual(codesOf(await check({ access_code_id, code: '4821' })), [], 'its own PIN is not taken')
    assert.equal(sent('/access_codes/update'), 0)
  })

  test('takes the options of calls and `now`, and refuses others', async () => {
    const past = { starts_at: '2031-05-01T14:00:00Z', ends_at: '2031-05-04T10:00:00Z' }
    const later = { now: '2032-01-01T00:00:00Z', headers: { 'x-trace': 'abc' } }
    assert.ok(codesOf(await check({ device_id, ...past }, later)).includes('ends_at_not_in_future'))
    assert.equal(stage.proxy.last('/devices/get').headers['x-trace'], 'abc')
    stage.proxy.reset()
    assert.match((await failureOf(() => check({ device_id }, { timeot: 5 }))).message, /timeot/)
    assert.ok((await failureOf(() => check({ device_id }, { now: 'soon' }))) instanceof TypeError)
    assert.equal(stage.proxy.count(), 0)
  })

  test('ends with its signal', async () => {
    const controller = new AbortController()
    stage.proxy.reset()
    stage.proxy.fault('/devices/get', { hang: true })
    const failure = failureOf(() => check({ device_id, code: '4821' }, { signal: controller.signal }))
    controller.abort()
    assert.equal((await failure).code, 'ERR_CANCELED')
  })
})
