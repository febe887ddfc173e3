// `validate: 'device'`: what the lock would not take is refused before it is sent, by the device as the server has it now.
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, mock, test } from 'node:test'
import { assertReadable, failureOf, openStage, pin } from '../../support/stage.mjs'

const validate = 'device'
const strict = {
  supported_code_lengths: [4],
  code_constraints: [{ constraint_type: 'no_zeros' }],
}

describe("validate: 'device'", { timeout: 60_000 }, () => {
  let stage
  let seam
  let device_id

  before(async () => {
    stage = await openStage()
    device_id = stage.deviceId
  })
  after(() => stage.close())
  beforeEach(() => {
    stage.reset()
    // A client of its own, since each remembers devices.
    seam = stage.createClient({ lockRules: stage.seamEdge.lockRules })
    stage.proxy.fault('/devices/get', { transform: withProperties(strict) })
  })

  const withProperties = (properties) => (body) => ({
    ...body,
    device: { ...body.device, properties: { ...body.device.properties, ...properties } },
  })
  const sent = (path) => stage.proxy.count(path)

  test('refuses what the lock would not take, and sends nothing of it', async () => {
    const error = await failureOf(() => seam.accessCodes.create({ device_id, code: pin }, { validate }))
    assert.ok(stage.seamEdge.isSeamValidationError(error))
    assert.equal(error.path, '/access_codes/create')
    assert.deepEqual(
      error.issues.map(({ code, path }) => [code, path]),
      [['code_length_not_supported', 'code']],
    )
    assert.match(error.message, /^\/access_codes\/create: `code`: /)
    assert.deepEqual(Object.keys(error.validationErrors[0]), ['parameterName', 'errorMessages'])
    assertReadable(error, pin)
    assert.equal(sent('/access_codes/create'), 0)
    assert.equal(sent('/devices/get'), 1)
  })

  test('sends what the lock takes, as it was given', async () => {
    const parameters = { device_id, code: '4821', name: 'Guest' }
    const created = await seam.accessCodes.create(parameters, { validate })
    assert.equal(created.code, '4821')
    assert.deepEqual(stage.proxy.last('/access_codes/create').body, parameters)
  })

  test('still checks the parameters themselves', async () => {
    const parameters = { device_id, code: '4821', start_at: '2031-01-01T00:00:00Z' }
    const error = await failureOf(() => seam.accessCodes.create(parameters, { validate }))
    assert.deepEqual(
      error.issues.map(({ code }) => code),
      ['misspelt_parameter'],
    )
    assert.equal(sent('/access_codes/create'), 0)
  })

  test("leaves the client's own level of checking as it is", async () => {
    const client = stage.createClient({ lockRules: stage.seamEdge.lockRules, validate: 'strict' })
    const parameters = { device_id, code: '4821', foo_bar_baz: 1 }
    const error = await failureOf(() => client.accessCodes.create(parameters, { validate }))
    assert.deepEqual(
      error.issues.map(({ code }) => code),
      ['unknown_parameter'],
    )
    assert.equal(stage.proxy.count(), 0, 'parameters that are wrong in themselves ask for no device')
  })

  test('does not refuse for a warning', async () => {
    stage.proxy.reset()
    stage.proxy.fault('/devices/get', {
      transform: withProperties({ code_constraints: [{ constraint_type: 'new' }] }),
    })
    await seam.accessCodes.create({ device_id, code: '4821' }, { validate })
    assert.equal(sent('/access_codes/create'), 1)
  })

  test('asks for a device once a minute, for calls side by side too, and each client for itself', async () => {
    mock.timers.enable({ apis: ['Date'], now: Date.now() })
    try {
      const create = (client, code) => client.accessCodes.create({ device_id, code }, { validate })
      await Promise.all([create(seam, '4821'), create(seam, '4822')])
      assert.equal(sent('/devices/get'), 1)
      mock.timers.tick(59_999)
      await create(seam, '4823')
      assert.equal(sent('/devices/get'), 1)
      mock.timers.tick(1)
      await create(seam, '4824')
      assert.equal(sent('/devices/get'), 2)
      await create(stage.createClient({ lockRules: stage.seamEdge.lockRules }), '4825')
      assert.equal(sent('/devices/get'), 3)
    } finally {
      mock.timers.reset()
    }
  })

  test('a namespace on the connection of another shares its devices', async () => {
    const { SeamHttpAccessCodes } = stage.seamEdge
    await seam.accessCodes.create({ device_id, code: '4821' }, { validate })
    await SeamHttpAccessCodes.fromClient(seam.client).create({ device_id, code: '4822' }, { validate })
    assert.equal(sent('/devices/get'), 1)
  })

  test('a device that cannot be had fails the call, and is asked for anew by the next', async () => {
    stage.proxy.reset()
    stage.proxy.fault(
      '/devices/get',
      { status: 404, body: { error: { type: 'device_not_found', message: 'Gone' } } },
      1,
    )
    const create = () => seam.accessCodes.create({ device_id, code: '4821' }, { validate })
    const error = await failureOf(create)
    assert.equal(error.code, 'device_not_found')
    assert.equal(sent('/access_codes/create'), 0)
    await create()
    assert.equal(sent('/devices/get'), 2)
  })

  test('createMultiple is checked for each of its devices, and says which is at fault', async () => {
    const { august_device_1, august_device_2, schlage_device_1 } = stage.fake.seed
    const others = stage.fake.database.devices.map((device) => device.device_id)
    const device_ids = [...new Set([august_device_1, august_device_2, schlage_device_1, ...others])]
      .filter(Boolean)
      .slice(0, 2)
    assert.equal(device_ids.length, 2)
    stage.proxy.reset()
    const only = (id) => (body) =>
      body.device.device_id === id ? withProperties(strict)(body) : withProperties({})(body)
    stage.proxy.fault('/devices/get', { transform: only(device_ids[1]) }, 2)
    const error = await failureOf(() =>
      seam.accessCodes.createMultiple({ device_ids, code: pin }, { validate }),
    )
    assert.equal(error.path, '/access_codes/create_multiple')
    const length = error.issues.filter(({ code }) => code === 'code_length_not_supported')
    assert.equal(length.length, 1)
    assert.ok(length[0].message.endsWith(`, on device \`${device_ids[1]}\``))
    assert.equal(sent('/devices/get'), 2)
    assert.equal(sent('/access_codes/create_multiple'), 0)
  })

  test('update is checked with the code as it is and its device', async () => {
    const { access_code_id } = await seam.accessCodes.create({ device_id, code: '4821' })
    const update = (parameters) => seam.accessCodes.update({ access_code_id, ...parameters }, { validate })
    const error = await failureOf(() => update({ code: pin }))
    assert.deepEqual(
      error.issues.map(({ code }) => code),
      ['code_length_not_supported'],
    )
    assert.equal(sent('/access_codes/update'), 0)
    assert.equal(stage.proxy.last('/devices/get').body.device_id, device_id)
    await update({ name: 'Another guest' })
    assert.equal(sent('/access_codes/update'), 1)
  })

  test('needs the option lockRules, and says so', async () => {
    const error = await failureOf(() =>
      stage.seam.accessCodes.create({ device_id, code: '4821' }, { validate }),
    )
    assert.equal(error.name, 'SeamHttpInvalidOptionsError')
    assert.match(error.message, /lockRules.*import { lockRules } from 'seam-edge'/)
    assert.equal(stage.proxy.count(), 0)
  })

  test('is for the calls that make or change a code, and a call option alone', async () => {
    const error = await failureOf(() => seam.devices.list({}, { validate }))
    assert.equal(error.name, 'SeamHttpInvalidOptionsError')
    assert.match(error.message, /create, createMultiple and update/)
    const refused = await failureOf(() => stage.createClient({ validate }))
    assert.match(refused.message, /`validate`/)
    assert.equal(stage.proxy.count(), 0)
  })

  test('ends with its signal', async () => {
    const controller = new AbortController()
    stage.proxy.reset()
    stage.proxy.fault('/devices/get', { delay: 5_000 })
    const call = seam.accessCodes.create({ device_id, code: '4821' }, { validate, signal: controller.signal })
    const failure = failureOf(() => call)
    controller.abort()
    assert.equal((await failure).code, 'ERR_CANCELED')
    assert.equal(sent('/access_codes/create'), 0)
  })
})
