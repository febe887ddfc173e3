// Every endpoint under /access_codes: what is sent (method, path, body, headers) and what comes back. Against the fake
// where it has the endpoint; the five that it lacks are answered by the proxy. Refusals are other files' subject.
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { accessCode } from '../../support/access-code.mjs'
import { readPackageJson } from '../../support/package.mjs'
import { openStage, pin } from '../../support/stage.mjs'

const window = {
  starts_at: '2031-05-01T14:00:00.000Z',
  ends_at: '2031-05-04T10:00:00.000Z',
}

describe('access codes', { timeout: 600_000 }, () => {
  let stage
  let accessCodes
  let device_id

  before(async () => {
    stage = await openStage()
    accessCodes = stage.seam.accessCodes
    device_id = stage.deviceId
  })
  after(() => stage.close())
  beforeEach(() => stage.reset())

  /** The one request of `path` that was sent, with what all requests have in common checked. */
  const sentTo = (path) => {
    assert.equal(stage.proxy.count(path), 1)
    const sent = stage.proxy.last(path)
    assert.equal(sent.method, 'POST')
    assert.equal(sent.search, '')
    assert.match(sent.headers['content-type'], /^application\/json/)
    return sent.body
  }

  /** For an endpoint that the fake lacks. */
  const answer = (path, body) => stage.proxy.fault(path, { status: 200, body: { ...body, ok: true } })

  test('headers name the package and its version, and no LTS version', async () => {
    await accessCodes.create({ device_id })
    const { headers } = stage.proxy.last()
    const { version } = await readPackageJson()
    assert.equal(headers['seam-sdk-name'], 'seam-edge')
    assert.equal(headers['seam-sdk-version'], version)
    assert.equal(headers['seam-lts-version'], undefined)
    assert.equal(headers.authorization, `Bearer ${stage.apiKey}`)
  })

  test('create sends what it was given and returns the code', async () => {
    const parameters = { device_id, name: 'Guest', code: pin, ...window }
    const created = await accessCodes.create(parameters)
    assert.deepEqual(sentTo('/access_codes/create'), parameters)
    assert.equal(created.code, pin)
    assert.equal(created.type, 'time_bound')
    assert.equal(created.starts_at, window.starts_at)
    assert.deepEqual(stage.fake.database.access_codes[0], created)
  })

  test('undefined parameters are left out and null is sent', async () => {
    await accessCodes.list({
      device_id,
      search: undefined,
      page_cursor: null,
    })
    assert.deepEqual(sentTo('/access_codes/list'), {
      device_id,
      page_cursor: null,
    })
  })

  test('createMultiple returns all codes', async () => {
    const parameters = {
      device_ids: [device_id, stage.fake.seed.august_device_2],
      name: 'Guest',
    }
    const codes = await accessCodes.createMultiple(parameters)
    assert.deepEqual(sentTo('/access_codes/create_multiple'), parameters)
    assert.equal(codes.length, 2)
    assert.equal(codes[0].code, codes[1].code)
    assert.equal(codes[0].common_code_key, codes[1].common_code_key)
  })

  test('get by id, and by device and code', async () => {
    const created = await accessCodes.create({ device_id, code: pin })
    const { access_code_id } = created
    assert.deepEqual(await accessCodes.get({ access_code_id }), created)
    assert.deepEqual(sentTo('/access_codes/get'), { access_code_id })

    stage.proxy.reset()
    assert.deepEqual(await accessCodes.get({ device_id, code: pin }), created)
    assert.deepEqual(sentTo('/access_codes/get'), { device_id, code: pin })
  })

  test('list returns the codes', async () => {
    const created = await accessCodes.create({ device_id })
    assert.deepEqual(await accessCodes.list({ device_id }), [created])
    assert.deepEqual(sentTo('/access_codes/list'), { device_id })
  })

  test('update returns nothing and changes the code', async () => {
    const { access_code_id } = await accessCodes.create({ device_id })
    const parameters = { access_code_id, name: 'Late guest', ...window }
    assert.equal(await accessCodes.update(parameters), undefined)
    assert.deepEqual(sentTo('/access_codes/update'), parameters)
    const updated = await accessCodes.get({ access_code_id })
    assert.equal(updated.name, 'Late guest')
    assert.equal(updated.type, 'time_bound')
  })

  test('delete returns nothing and removes the code', async () => {
    const { access_code_id } = await accessCodes.create({ device_id })
    assert.equal(await accessCodes.delete({ access_code_id }), undefined)
    assert.deepEqual(sentTo('/access_codes/delete'), { access_code_id })
    assert.deepEqual(await accessCodes.list({ device_id }), [])
  })

  test('generateCode returns the code and its device', async () => {
    const generated = await accessCodes.generateCode({ device_id })
    assert.deepEqual(sentTo('/access_codes/generate_code'), { device_id })
    assert.deepEqual(Object.keys(generated).sort(), ['code', 'device_id'])
    assert.match(generated.code, /^\d{4,6}$/)
    assert.equal(generated.device_id, device_id)
  })

  test('pullBackupAccessCode returns backup_access_code where the answer has nothing else', async () => {
    const { access_code_id } = await accessCodes.create({
      device_id,
      use_backup_access_code_pool: true,
      ...window,
    })
    const backup = await accessCodes.pullBackupAccessCode({ access_code_id })
    assert.deepEqual(sentTo('/access_codes/pull_backup_access_code'), {
      access_code_id,
    })
    assert.equal(backup.is_backup, true)
    assert.notEqual(backup.access_code_id, access_code_id)
  })

  test('pullBackupAccessCode returns access_code where the answer has both, as the schema says', async () => {
    // The fake answers with backup_access_code alone.
    answer('/access_codes/pull_backup_access_code', {
      access_code: accessCode({ access_code_id: 'of_access_code' }),
      backup_access_code: accessCode({ access_code_id: 'of_backup' }),
    })
    const pulled = await accessCodes.pullBackupAccessCode({
      access_code_id: 'any',
    })
    assert.equal(pulled.access_code_id, 'of_access_code')
  })

  test('simulate.createUnmanagedAccessCode, unmanaged.list and unmanaged.update', async () => {
    const parameters = { device_id, name: 'Neighbour', code: pin }
    const unmanaged = await accessCodes.simulate.createUnmanagedAccessCode(parameters)
    assert.deepEqual(sentTo('/access_codes/simulate/create_unmanaged_access_code'), parameters)
    assert.equal(unmanaged.is_managed, false)

    assert.deepEqual(await accessCodes.unmanaged.list({ device_id }), [unmanaged])
    assert.deepEqual(sentTo('/access_codes/unmanaged/list'), { device_id })

    const { access_code_id } = unmanaged
    const change = { access_code_id, is_managed: true }
    assert.equal(await accessCodes.unmanaged.update(change), undefined)
    assert.deepEqual(sentTo('/access_codes/unmanaged/update'), change)
    assert.deepEqual(await accessCodes.unmanaged.list({ device_id }), [])
  })

  describe('endpoints that the fake lacks', () => {
    const unmanaged = {
      access_code_id: 'access_code_of_proxy',
      device_id: 'august_device_1',
      name: null,
      code: null,
      type: 'ongoing',
      status: 'set',
      is_managed: false,
      created_at: '2031-05-01T14:00:00.000Z',
      workspace_id: 'seed_workspace_1',
      errors: [],
      warnings: [],
    }
    const access_code_id = unmanaged.access_code_id

    test('updateMultiple', async () => {
      answer('/access_codes/update_multiple', {})
      const parameters = { common_code_key: 'key_1', name: 'Guests', ...window }
      assert.equal(await accessCodes.updateMultiple(parameters), undefined)
      assert.deepEqual(sentTo('/access_codes/update_multiple'), parameters)
    })

    test('reportDeviceConstraints', async () => {
      answer('/access_codes/report_device_constraints', {})
      const parameters = { device_id, supported_code_lengths: [4, 6] }
      assert.equal(await accessCodes.reportDeviceConstraints(parameters), undefined)
      assert.deepEqual(sentTo('/access_codes/report_device_constraints'), parameters)
    })

    test('unmanaged.get', async () => {
      answer('/access_codes/unmanaged/get', { access_code: unmanaged })
      assert.deepEqual(await accessCodes.unmanaged.get({ access_code_id }), unmanaged)
      assert.deepEqual(sentTo('/access_codes/unmanaged/get'), {
        access_code_id,
      })
    })

    test('unmanaged.convertToManaged', async () => {
      answer('/access_codes/unmanaged/convert_to_managed', {})
      const parameters = { access_code_id, force: true }
      assert.equal(await accessCodes.unmanaged.convertToManaged(parameters), undefined)
      assert.deepEqual(sentTo('/access_codes/unmanaged/convert_to_managed'), parameters)
    })

    test('unmanaged.delete', async () => {
      answer('/access_codes/unmanaged/delete', {})
      assert.equal(await accessCodes.unmanaged.delete({ access_code_id }), undefined)
      assert.deepEqual(sentTo('/access_codes/unmanaged/delete'), {
        access_code_id,
      })
    })
  })
})
