// Several calls after each other at the fake, as an application makes them.

const window = { starts_at: '2031-05-01T10:00:00.000Z', ends_at: '2031-05-04T10:00:00.000Z' }

const stories = {
  'life-of-a-code': async ({ seam, seed }) => {
    const { access_code_id } = await seam.accessCodes.create({
      device_id: seed.august_device_1,
      name: 'Guest',
      code: '482913',
    })
    const created = await seam.accessCodes.get({ access_code_id })
    await seam.accessCodes.update({ access_code_id, name: 'Friend' })
    const listed = await seam.accessCodes.list({ device_id: seed.august_device_1 })
    await seam.accessCodes.delete({ access_code_id })
    const gone = await seam.accessCodes.get({ access_code_id }).catch((error) => [error.name, error.code])
    return { created, listed, gone }
  },
  'time-bound-code': async ({ seam, seed }) => {
    const code = await seam.accessCodes.create({
      device_id: seed.schlage_device_1,
      name: 'Guest',
      code: '4829',
      ...window,
    })
    await seam.accessCodes.update({ access_code_id: code.access_code_id, ...window, name: 'Longer' })
    return [code, await seam.accessCodes.get({ access_code_id: code.access_code_id })]
  },
  'two-locks-one-code': async ({ seam, seed }) =>
    seam.accessCodes.createMultiple({
      device_ids: [seed.august_device_1, seed.schlage_device_1],
      name: 'Guest',
      code: '4829',
    }),
  'get-by-device-and-code': async ({ seam, seed }) => {
    await seam.accessCodes.create({ device_id: seed.august_device_1, name: 'Guest', code: '482913' })
    return await seam.accessCodes.get({ device_id: seed.august_device_1, code: '482913' })
  },
  'duplicate-code': async ({ seam, seed }) => {
    await seam.accessCodes.create({ device_id: seed.august_device_1, name: 'One', code: '482913' })
    return await seam.accessCodes.create({ device_id: seed.august_device_1, name: 'Two', code: '482913' })
  },
  'unknown-device': ({ seam }) => seam.accessCodes.create({ device_id: 'no-such-device', code: '4829' }),
  'unmanaged-code': async ({ seam, seed }) => {
    await seam.accessCodes.simulate.createUnmanagedAccessCode({
      device_id: seed.august_device_1,
      name: 'Found',
      code: '4829',
    })
    return await seam.accessCodes.unmanaged.list({ device_id: seed.august_device_1 })
  },
  'devices-one-by-one': async ({ seam }) => {
    const names = []
    for (const { device_id } of await seam.devices.list())
      names.push((await seam.devices.get({ device_id })).properties.name)
    return names
  },
  'device-by-name': ({ seam }) => seam.devices.get({ name: 'Front Door' }),
  'devices-by-type': ({ seam }) => seam.devices.list({ device_type: 'schlage_lock' }),
  'client-session': async ({ seam, seed }) => {
    const session = await seam.clientSessions.create({
      user_identifier_key: 'another-user',
      connected_account_ids: [seed.john_connected_account_id],
    })
    const { client_session_id } = await seam.clientSessions.get({
      client_session_id: session.client_session_id,
    })
    return [client_session_id === session.client_session_id, session.user_identifier_key]
  },
  'devices-of-a-client-session': ({ construct, seed }) =>
    construct({ clientSessionToken: seed.seam_cst1_token }).devices.list(),
  'other-workspace': ({ make, seed }) => make({ apiKey: seed.seam_apikey2_token }).devices.list(),
  webhooks: async ({ seam }) => {
    const { webhook_id, url } = await seam.webhooks.create({
      url: 'https://example.com/hook',
      event_types: ['device.connected'],
    })
    const listed = await seam.webhooks.list()
    const { event_types } = await seam.webhooks.get({ webhook_id })
    await seam.webhooks.delete({ webhook_id })
    return { webhook_id, url, listed: listed.length, event_types, left: (await seam.webhooks.list()).length }
  },
  workspace: async ({ seam }) => {
    const { workspace_id, name, is_sandbox } = await seam.workspaces.get()
    return { workspace_id, name, is_sandbox }
  },
  events: async ({ seam, seed }) => {
    await seam.accessCodes.create({ device_id: seed.august_device_1, name: 'Guest', code: '4829' })
    const events = await seam.events.list({ since: '2020-01-01T00:00:00Z' })
    return events.map(({ event_type, device_id }) => [event_type, device_id])
  },
  'connect-webview': async ({ seam }) => {
    const { connect_webview_id, status } = await seam.connectWebviews.create({
      accepted_providers: ['august'],
    })
    const again = await seam.connectWebviews.get({ connect_webview_id })
    return [connect_webview_id, status, again.login_successful]
  },
  'connected-accounts': async ({ seam }) => {
    const accounts = await seam.connectedAccounts.list()
    const [{ connected_account_id }] = accounts
    const { account_type } = await seam.connectedAccounts.get({ connected_account_id })
    await seam.connectedAccounts.delete({ connected_account_id })
    return [accounts.length, account_type, (await seam.connectedAccounts.list()).length]
  },
  'device-renamed': async ({ seam, seed }) => {
    const device_id = seed.august_device_1
    await seam.devices.update({ device_id, name: 'Back Entrance' })
    return (await seam.devices.get({ device_id })).properties.name
  },
  locks: async ({ seam, seed }) => {
    const locks = await seam.locks.list()
    const lock = await seam.locks.get({ device_id: seed.august_device_1 })
    return [locks.map(({ device_id }) => device_id), lock.device_id]
  },
  'outage-of-the-workspace': async ({ make, seed, database }) => {
    database.simulateWorkspaceOutage(seed.seed_workspace_1, ['/devices/list'])
    return await make({ maxRetries: 1 }).devices.list()
  },
  'cause-of-an-api-error': async ({ seam }) =>
    await seam.accessCodes
      .get({ access_code_id: 'no-such-code' })
      .catch((error) => error.cause?.constructor.name),
  'each-part-alone': async ({ make }) =>
    [
      ['SeamHttpAccessCodes', 'accessCodes'],
      ['SeamHttpActionAttempts', 'actionAttempts'],
      ['SeamHttpClientSessions', 'clientSessions'],
      ['SeamHttpConnectWebviews', 'connectWebviews'],
      ['SeamHttpConnectedAccounts', 'connectedAccounts'],
      ['SeamHttpDevices', 'devices'],
      ['SeamHttpEvents', 'events'],
      ['SeamHttpLocks', 'locks'],
      ['SeamHttpWebhooks', 'webhooks'],
      ['SeamHttpWorkspaces', 'workspaces'],
    ].map(([className, namespace]) => {
      const part = make({}, className)
      return [part.constructor.name, make()[namespace].constructor.name]
    }),
}

// Errors of the older client have no cause either.
const newerAlone = ['cause-of-an-api-error']

export default Object.entries(stories).map(([name, does]) => ({
  id: `stories/${name}`,
  does,
  ...(newerAlone.includes(name) && { against: '2.32.0' }),
}))
