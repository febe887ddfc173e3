// The connection that the parts share: its own methods, its defaults, and clients of the application's own in its place.
// Axios is here as what the official clients are made of.
import axios from 'axios'

const post = ({ seam }, path, data, options) => seam.client.post(path, data, options)
const partOf = ({ status, data }) => ({ status, data })
const down = [['/devices/list', { status: 503, body: '' }, 9]]

const scenarios = {
  post: async (stage) => partOf(await post(stage, '/devices/list', { limit: 1 })),
  'post/without-data': async (stage) => partOf(await post(stage, '/devices/list')),
  'post/more-headers': async (stage) =>
    partOf(await post(stage, '/devices/list', { limit: 1 }, { headers: { 'x-call': 'yes' } })),
  get: async ({ seam, seed }) =>
    partOf(await seam.client.get('/devices/get', { params: { device_id: seed.august_device_1 } })),
  'get/lists-and-null': async ({ seam }) =>
    partOf(
      await seam.client.get('/devices/list', { params: { device_ids: ['august_device_1', 'x'], limit: 1 } }),
    ),
  'get/query-in-the-path': async ({ seam }) =>
    partOf(await seam.client.get('/devices/get?device_id=august_device_1')),
  'get/unserializable': ({ seam }) => seam.client.get('/devices/list', { params: { limit: Number.NaN } }),
  put: async ({ seam }) =>
    partOf(await seam.client.put('/client_sessions/create', { user_identifier_key: 'another' })).status,
  patch: async ({ seam }) =>
    partOf(await seam.client.patch('/devices/update', { device_id: 'august_device_1', name: 'Door' })),
  delete: ({ seam }) =>
    seam.client.delete('/access_codes/delete', { params: { access_code_id: 'no-such-code' } }),
  request: async ({ seam }) =>
    partOf(await seam.client.request({ url: '/devices/list', method: 'POST', data: { limit: 1 } })),
  'request/method-in-small-letters': async ({ seam }) =>
    partOf(await seam.client.request({ url: '/devices/list', method: 'post', data: { limit: 1 } })),
  'request/without-method': async ({ seam }) =>
    partOf(await seam.client.request({ url: '/devices/get', params: { device_id: 'august_device_1' } })),
  'request/whole-address': async ({ seam, endpoint }) =>
    partOf(
      await seam.client.request({ url: `${endpoint}/devices/get`, params: { device_id: 'august_device_1' } }),
    ),
  'request/text-as-data': async ({ seam }) =>
    partOf(
      await seam.client.request({
        url: '/devices/list',
        method: 'POST',
        data: '{"limit":1}',
        headers: { 'content-type': 'application/json' },
      }),
    ),
  'request-id-of-an-answer': async (stage) =>
    (await post(stage, '/devices/list', { limit: 1 })).headers['seam-request-id'],
  'path-without-slash': async (stage) => partOf(await post(stage, 'devices/list', { limit: 1 })),
  'unknown-path': (stage) => post(stage, '/no/such/path', {}),
  'error/api': (stage) => post(stage, '/access_codes/get', { access_code_id: 'no-such-code' }),
  'error/invalid-input': (stage) => post(stage, '/access_codes/create', {}),
  'error/unauthorized': ({ make }) => make({ apiKey: 'seam_unknown_key' }).client.post('/devices/list', {}),
  'repeats/get': { faults: down, does: ({ seam }) => seam.client.get('/devices/list') },
  'repeats/post': { faults: down, does: (stage) => post(stage, '/devices/list', {}) },
  'repeats/put': {
    faults: [['/client_sessions/create', { status: 503, body: '' }, 9]],
    does: ({ seam }) => seam.client.put('/client_sessions/create', {}),
  },
  interceptors: ({ seam }) => typeof seam.client.interceptors,
  'defaults/base-url': ({ seam }) => seam.client.defaults.baseURL,
  'defaults/authorization': ({ seam }) => seam.client.defaults.headers.authorization,
  'defaults/header-for-later': async ({ seam }) => {
    seam.client.defaults.headers['x-later'] = 'yes'
    return (await seam.devices.list({ limit: 1 })).length
  },
  'defaults/other-key-for-later': async ({ seam, seed }) => {
    seam.client.defaults.headers.authorization = `Bearer ${seed.seam_apikey2_token}`
    return (await seam.devices.list({ limit: 1 })).length
  },
  'defaults/shared-by-parts': async ({ seam, exports }) => {
    seam.client.defaults.headers['x-later'] = 'yes'
    return (await exports.SeamHttpDevices.fromClient(seam.client).list({ limit: 1 })).length
  },
  'is-shared': ({ seam }) => seam.devices.client === seam.client,
  'own/axios': async ({ exports, endpoint, seed }) => {
    const client = axios.create({
      baseURL: endpoint,
      adapter: 'fetch',
      headers: { authorization: `Bearer ${seed.seam_apikey1_token}` },
    })
    return await exports.SeamHttp.fromClient(client).accessCodes.create({
      device_id: seed.august_device_1,
      name: 'Guest',
      code: '4829',
    })
  },
  'own/axios/error': async ({ exports, endpoint, seed }) => {
    const client = axios.create({
      baseURL: endpoint,
      adapter: 'fetch',
      headers: { 'client-session-token': seed.seam_cst1_token },
    })
    return await new exports.SeamHttpActionAttempts({ client }).list({ action_attempt_ids: ['a'] })
  },
}

export default Object.entries(scenarios).map(([name, scenario]) => ({
  id: `client/${name}`,
  // Which method is used is the caller's choice, but for the calls of parts.
  raw: !/^(defaults|own|is-shared)/.test(name),
  ...(typeof scenario === 'function' ? { does: scenario } : scenario),
}))
