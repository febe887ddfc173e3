// What the newer official client exports besides the classes of namespaces, and how the classes behave that are not for one
// workspace, or that call endpoints by their path.
import { officialEndpoints } from '../official-endpoints.mjs'

const official = { ...(await import('@seamapi/http')) }
const isOfANamespace = (name) =>
  typeof official[name]?.fromApiKey === 'function' &&
  !/Endpoints|Workspace$/.test(name) &&
  name !== 'SeamHttp'

const names = Object.keys(official).filter((name) => !isOfANamespace(name))
const personal = { personalAccessToken: 'seam_at1_longtoken' }
const withoutWorkspace = ({ construct }, options = personal) => construct(options, 'SeamHttpWithoutWorkspace')

const scenarios = {
  'without-workspace/personal-token': (stage) => withoutWorkspace(stage).workspaces.list(),
  'without-workspace/console-session': (stage) =>
    withoutWorkspace(stage, { consoleSessionToken: 'ey.some.jwt' }).workspaces.list(),
  'without-workspace/api-key': (stage) =>
    withoutWorkspace(stage, { apiKey: 'seam_apikey1_token' }).workspaces.list(),
  'without-workspace/wrong-kind': (stage) =>
    void withoutWorkspace(stage, { personalAccessToken: 'seam_pk1_token' }),
  'without-workspace/nothing': (stage) => void withoutWorkspace(stage, {}),
  'without-workspace/create': (stage) =>
    withoutWorkspace(stage).workspaces.create({ name: 'Mine', company_name: 'Mine', is_sandbox: true }),
  'by-path/read': ({ make }) => make({}, 'SeamHttpEndpoints')['/devices/list']({ limit: 1 }),
  'by-path/create': ({ make, seed }) =>
    make({}, 'SeamHttpEndpoints')['/access_codes/create']({
      device_id: seed.august_device_1,
      name: 'Guest',
      code: '4829',
    }),
  'by-path/missing': ({ make }) => make({}, 'SeamHttpEndpoints')['/access_codes/create']({}),
  'by-path/all': ({ make }) => {
    const seam = make({}, 'SeamHttpEndpoints')
    return officialEndpoints.filter(({ path }) => typeof seam[path] !== 'function').map(({ path }) => path)
  },
}

export default [
  // The older client exports less; what it lacks is not what ours is held to.
  ...names.map((name) => ({
    id: `exports/${name}`,
    against: '2.32.0',
    does: ({ exports }) => typeof exports[name],
  })),
  ...Object.entries(scenarios).map(([id, does]) => ({ id, does })),
]
