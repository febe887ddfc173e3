// The endpoints around access codes: devices, action attempts, client sessions. Waiting and paging have their own files.
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { openStage } from '../../support/stage.mjs'

describe('other endpoints', { timeout: 600_000 }, () => {
  let stage

  before(async () => {
    stage = await openStage()
  })
  after(() => stage.close())
  beforeEach(() => stage.reset())

  const sentTo = (path) => {
    assert.equal(stage.proxy.count(path), 1)
    const { method, search, body } = stage.proxy.last(path)
    assert.equal(method, 'POST')
    assert.equal(search, '')
    return body
  }

  test('devices.get by id and by name', async () => {
    const device = await stage.seam.devices.get({ device_id: stage.deviceId })
    assert.deepEqual(sentTo('/devices/get'), { device_id: stage.deviceId })
    assert.equal(device.device_id, stage.deviceId)
    assert.equal(device.can_program_online_access_codes, true)
    assert.equal(device.properties.name, 'Fake August Lock 1')

    stage.proxy.reset()
    const { name } = device.properties
    const same = await stage.seam.devices.get({ name })
    assert.deepEqual(sentTo('/devices/get'), { name })
    assert.equal(same.device_id, stage.deviceId)
  })

  test('devices.list without and with filters', async () => {
    const all = await stage.seam.devices.list()
    assert.ok(all.length > 3)
    const sent = sentTo('/devices/list')
    assert.ok(sent === undefined || Object.keys(sent).length === 0)

    stage.proxy.reset()
    const parameters = { device_type: 'august_lock', limit: 1 }
    const locks = await stage.seam.devices.list(parameters)
    assert.deepEqual(sentTo('/devices/list'), parameters)
    assert.deepEqual(
      locks.map((device) => device.device_type),
      ['august_lock'],
    )
  })

  test('actionAttempts.get and list', async () => {
    const { action_attempt_id } = stage.fake.database.addActionAttempt({
      action_type: 'DELETE_ACCESS_CODE',
      status: 'success',
    })
    const attempt = await stage.seam.actionAttempts.get({ action_attempt_id })
    assert.deepEqual(sentTo('/action_attempts/get'), { action_attempt_id })
    assert.equal(attempt.status, 'success')

    const parameters = { action_attempt_ids: [action_attempt_id] }
    const attempts = await stage.seam.actionAttempts.list(parameters)
    assert.deepEqual(sentTo('/action_attempts/list'), parameters)
    assert.deepEqual(attempts, [attempt])
  })

  test('clientSessions.create and get', async () => {
    const parameters = {
      user_identifier_key: `user_${Date.now()}`,
      connected_account_ids: [stage.fake.seed.john_connected_account_id],
    }
    const session = await stage.seam.clientSessions.create(parameters)
    assert.deepEqual(sentTo('/client_sessions/create'), parameters)
    assert.match(session.token, /^seam_cst/)

    const { client_session_id } = session
    const same = await stage.seam.clientSessions.get({ client_session_id })
    assert.deepEqual(sentTo('/client_sessions/get'), { client_session_id })
    assert.equal(same.token, session.token)
  })

  test('clientSessions.get without parameters is about the session that asks', async () => {
    const sessions = stage.seamEdge.SeamHttpClientSessions
    const session = await sessions
      .fromClientSessionToken(stage.fake.seed.seam_cst1_token, {
        endpoint: stage.proxy.url,
      })
      .get()
    assert.equal(session.token, stage.fake.seed.seam_cst1_token)
  })

  test('clientSessions.getOrCreate', async () => {
    // The fake takes a publishable key alone here (that way is tested in auth.test.mjs); the answer is the proxy's.
    const client_session = {
      client_session_id: 'session_of_proxy',
      token: 'seam_cst_of_proxy',
      workspace_id: 'seed_workspace_1',
      user_identifier_key: 'someone',
      connect_webview_ids: [],
      connected_account_ids: [],
      user_identity_ids: [],
      device_count: 0,
      created_at: '2031-05-01T14:00:00.000Z',
      expires_at: '2032-05-01T14:00:00.000Z',
    }
    stage.proxy.fault('/client_sessions/get_or_create', {
      status: 200,
      body: { client_session, ok: true },
    })
    const parameters = { user_identifier_key: 'someone' }
    assert.deepEqual(await stage.seam.clientSessions.getOrCreate(parameters), client_session)
    assert.deepEqual(sentTo('/client_sessions/get_or_create'), parameters)
  })

  test('events.list and get', async () => {
    const since = new Date(0)
    const [event] = await stage.seam.events.list({ since, event_types: ['device.connected'] })
    assert.deepEqual(sentTo('/events/list'), {
      since: since.toISOString(),
      event_types: ['device.connected'],
    })
    assert.equal(event.event_type, 'device.connected')

    const { event_id } = event
    assert.deepEqual(await stage.seam.events.get({ event_id }), event)
    assert.deepEqual(sentTo('/events/get'), { event_id })
  })
})
