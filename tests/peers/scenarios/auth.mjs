// Who asks: every kind of token where it belongs and where it does not, options that exclude each other, factories, guards.

const tokens = {
  'api-key': 'seam_apikey1_token',
  'test-api-key': 'seam_test2bMS_94SrGUXuNR2JmJkjtvBQDg5c',
  'client-session-token': 'seam_cst1_token',
  'publishable-key': 'seam_pk1_token',
  'personal-access-token': 'seam_at1_longtoken',
  jwt: 'eyJhbGciOiJIUzI1NiJ9.e30.abc',
  'something-else': 'some-invalid-key-format',
  'upper-case': 'SEAM_apikey1_token',
  empty: '',
}

const kinds = ['apiKey', 'clientSessionToken', 'personalAccessToken', 'consoleSessionToken']
const needsWorkspace = (kind) => ['personalAccessToken', 'consoleSessionToken'].includes(kind)
const workspace = (kind) => (needsWorkspace(kind) ? { workspaceId: 'seed_workspace_1' } : {})
const factoryName = (kind) => `from${kind[0].toUpperCase()}${kind.slice(1)}`
const listDevices = (seam) => seam.devices.list({ limit: 1 })

const tokenScenarios = Object.entries(tokens).flatMap(([name, token]) => [
  ...kinds.map((kind) => ({
    id: `auth/${kind}/${name}`,
    does: ({ construct }) => listDevices(construct({ [kind]: token, ...workspace(kind) })),
  })),
  {
    id: `auth/publishableKey/${name}`,
    does: async ({ factory, seed }) =>
      listDevices(await factory('fromPublishableKey', token, seed.john_user_identifier_key)),
  },
  {
    id: `auth/guards/${name}`,
    does: ({
      exports: {
        isApiKey,
        isClientSessionToken,
        isConsoleSessionToken,
        isPersonalAccessToken,
        isPublishableKey,
      },
    }) =>
      [isApiKey, isClientSessionToken, isConsoleSessionToken, isPersonalAccessToken, isPublishableKey].map(
        (guard) => guard(token),
      ),
  },
])

const good = {
  apiKey: tokens['api-key'],
  clientSessionToken: tokens['client-session-token'],
  personalAccessToken: tokens['personal-access-token'],
  consoleSessionToken: tokens.jwt,
}

const pairs = kinds.flatMap((first, index) => kinds.slice(index + 1).map((second) => [first, second]))

const conflictScenarios = pairs.flatMap(([first, second]) => [
  {
    id: `auth/conflict/${first}+${second}`,
    does: ({ construct }) => {
      construct({ [first]: good[first], [second]: good[second], workspaceId: 'seed_workspace_1' })
    },
  },
  {
    id: `auth/conflict/${first}-beside-null-${second}`,
    does: ({ construct }) =>
      listDevices(construct({ [first]: good[first], [second]: null, ...workspace(first) })),
  },
])

const factoryScenarios = kinds.flatMap((kind) => [
  {
    id: `auth/factory/${kind}`,
    does: ({ factory }) => {
      const rest = needsWorkspace(kind) ? ['seed_workspace_1'] : []
      return listDevices(factory(factoryName(kind), good[kind], ...rest))
    },
  },
  ...[undefined, null].map((token) => ({
    id: `auth/factory/${kind}/${token}`,
    does: ({ factory }) => {
      const rest = needsWorkspace(kind) ? ['seed_workspace_1'] : []
      factory(factoryName(kind), token, ...rest, {})
    },
  })),
])

const workspaceScenarios = kinds.filter(needsWorkspace).flatMap((kind) => [
  {
    id: `auth/workspace/${kind}/none-to-constructor`,
    does: ({ construct }) => listDevices(construct({ [kind]: good[kind] })),
  },
  {
    id: `auth/workspace/${kind}/none-to-factory`,
    does: ({ factory }) => {
      factory(factoryName(kind), good[kind], undefined, {})
    },
  },
  {
    id: `auth/workspace/${kind}/null-to-factory`,
    does: ({ factory }) => {
      factory(factoryName(kind), good[kind], null, {})
    },
  },
  {
    id: `auth/workspace/${kind}/unknown`,
    does: ({ construct }) => listDevices(construct({ [kind]: good[kind], workspaceId: 'no-such-workspace' })),
  },
])

const clientScenarios = [
  {
    id: 'auth/no-options',
    does: ({ construct }) => {
      construct()
    },
  },
  {
    id: 'auth/workspace-beside-api-key',
    does: ({ construct }) => listDevices(construct({ apiKey: good.apiKey, workspaceId: 'seed_workspace_1' })),
  },
  {
    id: 'auth/api-key-as-only-argument',
    does: ({ bare, exports }) => bare(() => new exports.SeamHttp(good.apiKey)).devices.list({ limit: 1 }),
    env: { SEAM_ENDPOINT: '<endpoint>' },
  },
  {
    id: 'auth/api-key-as-only-argument/wrong',
    does: ({ bare, exports }) => {
      bare(() => new exports.SeamHttp('some-invalid-key-format'))
    },
  },
  {
    id: 'auth/client/shared-by-a-part',
    does: ({ seam, exports }) => exports.SeamHttpDevices.fromClient(seam.client).list({ limit: 1 }),
  },
  {
    id: 'auth/client/shared-by-option',
    does: ({ seam, exports }) => new exports.SeamHttpDevices({ client: seam.client }).list({ limit: 1 }),
  },
  {
    id: 'auth/client/beside-an-api-key',
    does: ({ seam, exports }) => {
      new exports.SeamHttp({ client: seam.client, apiKey: good.apiKey })
    },
  },
  {
    id: 'auth/client/beside-an-endpoint',
    does: ({ seam, exports, endpoint }) => {
      exports.SeamHttp.fromClient(seam.client, { endpoint })
    },
  },
  {
    id: 'auth/client/beside-waiting',
    does: ({ seam, exports }) =>
      exports.SeamHttp.fromClient(seam.client, { waitForActionAttempt: false }).devices.list({ limit: 1 }),
  },
  ...[undefined, null].map((client) => ({
    id: `auth/client/${client}`,
    does: ({ exports }) => {
      exports.SeamHttp.fromClient(client)
    },
  })),
  {
    id: 'auth/client/of-a-client-session',
    does: ({ construct, exports }) => {
      const { client } = construct({ clientSessionToken: good.clientSessionToken })
      return exports.SeamHttpClientSessions.fromClient(client).get()
    },
  },
  {
    id: 'auth/headers/one-more',
    does: ({ make }) => listDevices(make({ headers: { 'x-trace': 'abc' } })),
  },
  {
    id: 'auth/headers/undefined',
    does: ({ make }) => listDevices(make({ headers: { 'x-trace': undefined } })),
  },
  {
    id: 'auth/headers/number',
    does: ({ make }) => listDevices(make({ headers: { 'x-trace': 5 } })),
  },
  {
    id: 'auth/headers/in-capitals',
    does: ({ make }) =>
      listDevices(make({ headers: { 'X-Trace': 'abc', Authorization: 'Bearer seam_apikey2_token' } })),
  },
  {
    id: 'auth/headers/over-authorization',
    does: ({ make }) => listDevices(make({ headers: { authorization: 'Bearer seam_apikey2_token' } })),
  },
  {
    id: 'auth/headers/workspace-beside-api-key',
    does: ({ make }) => listDevices(make({ headers: { 'seam-workspace': 'seed_workspace_2' } })),
  },
  {
    id: 'auth/headers/who-asks',
    does: async ({ seam, requests }) => {
      await listDevices(seam)
      const { 'seam-sdk-name': name, 'seam-sdk-version': version } = requests()[0].headers
      return { name, isNumbered: /^\d+\.\d+\.\d+/.test(version) }
    },
  },
  {
    id: 'auth/headers/who-asks-cannot-be-changed',
    does: async ({ make, requests }) => {
      await listDevices(make({ headers: { 'seam-sdk-name': 'mine', 'seam-sdk-version': '9' } }))
      const { 'seam-sdk-name': name, 'seam-sdk-version': version } = requests()[0].headers
      return [name === 'mine', version === '9']
    },
  },
]

const sessionScenarios = [
  {
    id: 'auth/publishable-key/session-is-used',
    does: async ({ factory, seed, requests }) => {
      const seam = await factory('fromPublishableKey', seed.seam_pk1_token, seed.john_user_identifier_key)
      await listDevices(seam)
      return requests().length
    },
  },
  {
    id: 'auth/publishable-key/e-mail-as-user',
    does: async ({ factory, seed }) => {
      await factory('fromPublishableKey', seed.seam_pk1_token, 'jane@example.com')
    },
  },
  {
    id: 'auth/publishable-key/unknown',
    does: ({ factory }) => factory('fromPublishableKey', 'seam_pk9_unknown', 'some-user-key'),
  },
  {
    id: 'auth/publishable-key/server-is-down',
    does: ({ factory, seed }) =>
      factory('fromPublishableKey', seed.seam_pk1_token, 'some-user-key', { maxRetries: 0 }),
    faults: [['/client_sessions/get_or_create', { status: 503, body: '' }, 9]],
  },
  {
    id: 'auth/update-client-session-token',
    does: async ({ construct, database }) => {
      const { token } = database.addClientSession({
        workspace_id: 'seed_workspace_1',
        user_identifier_key: 'another-user',
        connected_account_ids: [],
        connect_webview_ids: [],
        token: 'seam_cst1_another',
      })
      const seam = construct({ clientSessionToken: good.clientSessionToken })
      await seam.updateClientSessionToken(token)
      return (await listDevices(seam)).length
    },
  },
  {
    id: 'auth/update-client-session-token/refused-by-the-server',
    does: ({ construct }) =>
      construct({ clientSessionToken: good.clientSessionToken }).updateClientSessionToken(
        'seam_cst1_unknown',
      ),
  },
  ...['api-key', 'jwt', 'publishable-key', 'something-else'].map((name) => ({
    id: `auth/update-client-session-token/${name}`,
    does: ({ construct }) =>
      construct({ clientSessionToken: good.clientSessionToken }).updateClientSessionToken(tokens[name]),
  })),
  {
    id: 'auth/update-client-session-token/of-a-client-with-api-key',
    does: ({ seam }) => seam.updateClientSessionToken('seam_cst1_token'),
  },
]

export default [
  ...tokenScenarios,
  ...conflictScenarios,
  ...factoryScenarios,
  ...workspaceScenarios,
  ...clientScenarios,
  ...sessionScenarios,
]
