// Guards over options, and the two exports that work without a client: the error interceptor and the schema of the API.

const good = {
  apiKey: 'seam_apikey1_token',
  clientSessionToken: 'seam_cst1_token',
  consoleSessionToken: 'ey.some.jwt',
  personalAccessToken: 'seam_at1_longtoken',
}
const workspaceId = 'seed_workspace_1'

const guards = {
  isSeamHttpOptionsWithApiKey: 'apiKey',
  isSeamHttpOptionsWithClientSessionToken: 'clientSessionToken',
  isSeamHttpOptionsWithConsoleSessionToken: 'consoleSessionToken',
  isSeamHttpOptionsWithPersonalAccessToken: 'personalAccessToken',
  isSeamHttpWithoutWorkspaceOptionsWithConsoleSessionToken: 'consoleSessionToken',
  isSeamHttpWithoutWorkspaceOptionsWithPersonalAccessToken: 'personalAccessToken',
}

const given = {
  itself: (name) => ({ [name]: good[name] }),
  'with-workspace': (name) => ({ [name]: good[name], workspaceId }),
  nothing: () => ({}),
  null: (name) => ({ [name]: null, workspaceId }),
  undefined: (name) => ({ [name]: undefined }),
  'wrong-kind': (name) => ({ [name]: 'seam_pk1_token', workspaceId }),
  'beside-api-key': (name) => ({ [name]: good[name], apiKey: good.apiKey, workspaceId }),
  'beside-client-session': (name) => ({
    [name]: good[name],
    clientSessionToken: good.clientSessionToken,
    workspaceId,
  }),
  'another-alone': (name) =>
    name === 'apiKey' ? { clientSessionToken: 'seam_cst1_token' } : { apiKey: good.apiKey },
}

const clientGuards = ['isSeamHttpOptionsWithClient', 'isSeamHttpWithoutWorkspaceOptionsWithClient']
const beside = {
  itself: (client) => ({ client }),
  nothing: () => ({}),
  null: () => ({ client: null }),
  'with-waiting': (client) => ({ client, waitForActionAttempt: false }),
  'with-endpoint': (client) => ({ client, endpoint: 'http://127.0.0.1:9' }),
}

const axiosError = (response) => Object.assign(new Error('Request failed'), { isAxiosError: true, response })
const envelope = (type) => ({ error: { type, message: 'No', data: { a: 1 } }, ok: false })
const headers = { 'seam-request-id': 'request9', 'content-type': 'application/json' }

const errors = {
  'no-axios-error': () => new TypeError('Something else'),
  'no-axios-error-with-response': () =>
    Object.assign(new Error('Mine'), { response: { status: 409, headers, data: envelope('some_error') } }),
  'no-answer': () => axiosError(undefined),
  api: () => axiosError({ status: 409, headers, data: envelope('some_error') }),
  'invalid-input': () => axiosError({ status: 400, headers, data: envelope('invalid_input') }),
  unauthorized: () => axiosError({ status: 401, headers, data: envelope('whatever') }),
  'unauthorized-without-body': () => axiosError({ status: 401, headers, data: '' }),
  'no-envelope': () => axiosError({ status: 500, headers, data: 'Down' }),
  'no-headers': () => axiosError({ status: 400, data: envelope('some_error') }),
}

export default [
  ...Object.entries(guards).flatMap(([guard, name]) =>
    Object.entries(given).map(([what, options]) => ({
      id: `guards/${guard}/${what}`,
      does: ({ exports }) => exports[guard](options(name)),
    })),
  ),
  ...clientGuards.flatMap((guard) =>
    Object.entries(beside).map(([what, options]) => ({
      id: `guards/${guard}/${what}`,
      does: ({ exports, seam }) => exports[guard](options(seam.client)),
    })),
  ),
  ...Object.entries(errors).map(([what, make]) => ({
    id: `guards/errorInterceptor/${what}`,
    does: ({ exports }) => exports.errorInterceptor(make()),
  })),
  {
    id: 'guards/getOpenapiSchema',
    raw: true,
    faults: [['/openapi.json', { status: 200, body: { openapi: '3.0.0' } }]],
    does: ({ exports, endpoint }) => exports.getOpenapiSchema(endpoint),
  },
  {
    id: 'guards/getOpenapiSchema/not-there',
    raw: true,
    faults: [['/openapi.json', { status: 404, body: 'Not found' }, 9]],
    does: ({ exports, endpoint }) => exports.getOpenapiSchema(endpoint),
  },
]
