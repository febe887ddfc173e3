// What clients read from environment variables, and what outranks it.

const key = { SEAM_API_KEY: 'seam_apikey1_token' }
const personal = { SEAM_PERSONAL_ACCESS_TOKEN: 'seam_at1_longtoken' }
const workspace = { SEAM_WORKSPACE_ID: 'seed_workspace_1' }

const listDevices = (seam) => seam.devices.list({ limit: 1 })
const given =
  (options) =>
  ({ construct }) =>
    listDevices(construct(options))

// With the endpoint left to the environment too.
const allFromEnvironment =
  (options) =>
  ({ bare, exports }) =>
    listDevices(bare(() => new exports.SeamHttp(options)))

const urlOf =
  (options) =>
  ({ bare, exports }) =>
    bare(() => new exports.SeamHttp(options)).actionAttempts.get({ action_attempt_id: 'a' }).pathname

const hostOf =
  (options) =>
  ({ bare, exports }) => {
    const { origin, pathname } = bare(() => new exports.SeamHttp(options)).devices.list().url
    return { origin, pathname }
  }

const scenarios = {
  'api-key': { env: key, does: given() },
  'api-key/wrong-kind': { env: { SEAM_API_KEY: 'seam_pk1_token' }, does: given() },
  'api-key/empty': { env: { SEAM_API_KEY: '' }, does: given() },
  'api-key/option-outranks': { env: key, does: given({ apiKey: 'seam_apikey2_token' }) },
  'api-key/null-option': { env: key, does: given({ apiKey: null }) },
  'api-key/undefined-option': { env: key, does: given({ apiKey: undefined }) },
  'api-key/beside-client-session': { env: key, does: given({ clientSessionToken: 'seam_cst1_token' }) },
  'api-key/beside-personal-token': {
    env: { ...key, ...workspace },
    does: given({ personalAccessToken: 'seam_at1_longtoken' }),
  },
  'api-key/beside-console-session': {
    env: key,
    does: given({ consoleSessionToken: 'ey.some.jwt', workspaceId: 'seed_workspace_1' }),
  },
  'api-key/and-workspace': { env: { ...key, ...workspace }, does: given() },
  'personal-token': { env: { ...personal, ...workspace }, does: given() },
  'personal-token/without-workspace': { env: personal, does: given() },
  'personal-token/workspace-option': { env: personal, does: given({ workspaceId: 'seed_workspace_2' }) },
  'personal-token/workspace-option-outranks': {
    env: { ...personal, ...workspace },
    does: given({ workspaceId: 'seed_workspace_2' }),
  },
  'personal-token/workspace-from-environment': {
    env: workspace,
    does: given({ personalAccessToken: 'seam_at1_longtoken' }),
  },
  'personal-token/wrong-kind': {
    env: { SEAM_PERSONAL_ACCESS_TOKEN: 'ey.some.jwt', ...workspace },
    does: given(),
  },
  'personal-token/option-api-key': {
    env: { ...personal, ...workspace },
    does: given({ apiKey: 'seam_apikey1_token' }),
  },
  'console-session/workspace-from-environment': {
    env: workspace,
    does: given({ consoleSessionToken: 'ey.some.jwt' }),
  },
  both: { env: { ...key, ...personal, ...workspace }, does: given() },
  'both/api-key-option': {
    env: { ...key, ...personal, ...workspace },
    does: given({ apiKey: 'seam_apikey1_token' }),
  },
  'both/personal-option': {
    env: { ...key, ...personal, ...workspace },
    does: given({ personalAccessToken: 'seam_at1_longtoken' }),
  },
  endpoint: { env: { ...key, SEAM_ENDPOINT: '<endpoint>' }, does: allFromEnvironment() },
  'endpoint/with-slash': { env: { ...key, SEAM_ENDPOINT: '<endpoint>/' }, does: allFromEnvironment() },
  'endpoint/old-name': { env: { ...key, SEAM_API_URL: '<endpoint>' }, does: allFromEnvironment() },
  'endpoint/both-names': {
    env: { ...key, SEAM_ENDPOINT: '<endpoint>', SEAM_API_URL: 'http://127.0.0.1:9' },
    does: allFromEnvironment(),
  },
  'endpoint/option-outranks': { env: { ...key, SEAM_ENDPOINT: 'http://127.0.0.1:9' }, does: given() },
  'endpoint/none': { env: key, does: hostOf() },
  'endpoint/path': { env: { ...key, SEAM_ENDPOINT: 'https://example.com/some/path' }, does: hostOf() },
  'endpoint/empty': { env: { ...key, SEAM_ENDPOINT: '' }, does: hostOf() },
  'endpoint/old-name-empty': { env: { ...key, SEAM_API_URL: '' }, does: hostOf() },
  'endpoint/no-url': { env: { ...key, SEAM_ENDPOINT: 'localhost:3000' }, does: hostOf() },
  'nothing-set': { does: given({}) },
  'read-once': { env: key, does: urlOf() },
  'publishable-key/ignores-api-key': {
    env: key,
    does: async ({ factory, seed }) =>
      listDevices(await factory('fromPublishableKey', seed.seam_pk1_token, seed.john_user_identifier_key)),
  },
}

export default Object.entries(scenarios).map(([name, scenario]) => ({
  id: `environment/${name}`,
  ...scenario,
}))
