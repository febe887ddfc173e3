// Options of clients, and what clients and errors show of themselves.
import { inspect } from 'node:util'

const listDevices = (seam) => seam.devices.list({ limit: 1 })
const withOptions =
  (options) =>
  ({ make }) =>
    listDevices(make(options))
const throughAxios =
  (options) =>
  ({ bare, exports, endpoint }) =>
    listDevices(bare(() => new exports.SeamHttp({ apiKey: 'seam_apikey1_token', endpoint, ...options })))
const slow = { status: 503, headers: { 'retry-after': '61' }, body: '' }

const scenarios = {
  unknown: { does: withOptions({ somethingElse: 1 }) },
  'null-for-options': { does: ({ bare, exports }) => void bare(() => new exports.SeamHttp(null)) },
  'number-for-options': { does: ({ bare, exports }) => void bare(() => new exports.SeamHttp(5)) },
  'axios-options': { does: throughAxios({ axiosOptions: { timeout: 5000, headers: { 'x-axios': 'yes' } } }) },
  'axios-options/another-one': { does: throughAxios({ axiosOptions: { maxBodyLength: 5000 } }) },
  'axios-retry-options': {
    faults: [['/devices/list', { status: 503, body: '' }, 9]],
    does: throughAxios({ axiosRetryOptions: { retries: 1 } }),
  },
  'axios-retry-options/another-one': {
    does: throughAxios({ axiosRetryOptions: { shouldResetTimeout: true } }),
  },
  'timeout/negative': { does: withOptions({ timeout: -5 }) },
  'timeout/none': { does: withOptions({ timeout: 0 }) },
  'retries/fraction': { does: withOptions({ maxRetries: 1.5 }) },
  'waiting/of-the-wrong-type': { does: withOptions({ waitForActionAttempt: 'yes' }) },
  'waiting/null': { does: withOptions({ waitForActionAttempt: null }) },
  defaults: { does: ({ seam }) => seam.defaults.waitForActionAttempt },
  'defaults/off': { does: ({ make }) => make({ waitForActionAttempt: false }).defaults.waitForActionAttempt },
  'defaults/of-a-part': {
    does: ({ make }) => make({ waitForActionAttempt: false }).devices.defaults.waitForActionAttempt,
  },
  'token/with-line-break': { does: ({ make }) => listDevices(make({ apiKey: 'seam_apikey1_token\n' })) },
  'token/with-space-inside': { does: ({ make }) => listDevices(make({ apiKey: 'seam_apikey1 token' })) },
  'endpoint/with-query': { does: ({ make, endpoint }) => listDevices(make({ endpoint: `${endpoint}?a=1` })) },
  'endpoint/with-user': { does: ({ make }) => void make({ endpoint: 'http://user:word@127.0.0.1:9' }) },
  'endpoint/two-slashes': {
    does: ({ make, endpoint }) => make({ endpoint: `${endpoint}//` }).devices.list().url.pathname,
  },
  'endpoint/other-scheme': { does: ({ make }) => void make({ endpoint: 'ftp://example.com' }) },
  'factory/without-its-class': {
    does: ({
      exports: {
        SeamHttp: { fromApiKey },
      },
      endpoint,
    }) => listDevices(fromApiKey('seam_apikey1_token', { endpoint })),
  },
  'factory/of-a-subclass': {
    does: ({ exports, endpoint }) => {
      class Mine extends exports.SeamHttp {}
      return Mine.fromApiKey('seam_apikey1_token', { endpoint }) instanceof Mine
    },
  },
  'logging/a-client-shows-its-key': {
    does: ({ seam, seed }) => inspect(seam, { depth: 9 }).includes(seed.seam_apikey1_token),
  },
  'logging/a-request-shows-its-pin': {
    does: ({ seam }) =>
      inspect(seam.accessCodes.create({ device_id: 'a', code: '739184' }), { depth: 9 }).includes('739184'),
  },
  'logging/an-error-shows-the-key': {
    against: '2.32.0',
    does: async ({ seam, seed }) => {
      const error = await seam.accessCodes.get({ access_code_id: 'a' }).catch((reason) => reason)
      return inspect(error, { depth: 9 }).includes(seed.seam_apikey1_token)
    },
  },
  'redirect/of-a-read': {
    faults: [['/devices/list', { status: 307, headers: { location: '/devices/list' }, body: '' }]],
    does: ({ seam }) => listDevices(seam),
  },
  'redirect/of-a-create': {
    faults: [
      ['/access_codes/create', { status: 307, headers: { location: '/access_codes/create' }, body: '' }],
    ],
    does: ({ seam, seed }) => seam.accessCodes.create({ device_id: seed.august_device_1, code: '4829' }),
  },
  'retry-after/more-than-a-minute': {
    faults: [['/devices/list', slow, 9]],
    against: '2.32.0',
    does: async ({ seam }) =>
      await Promise.race([
        listDevices(seam).catch((error) => `gave up with ${error.response.status}`),
        new Promise((resolve) => setTimeout(resolve, 2000, 'waits')),
      ]),
  },
  'error-classes': {
    does: async ({ seam, exports }) => {
      const error = await seam.accessCodes.get({ access_code_id: 'a' }).catch((reason) => reason)
      return [
        error instanceof exports.SeamHttpApiError,
        error instanceof Error,
        error instanceof exports.SeamHttpUnauthorizedError,
      ]
    },
  },
  'error-messages-of-a-parameter': {
    faults: [
      [
        '/devices/get',
        {
          status: 400,
          body: {
            error: {
              type: 'invalid_input',
              message: 'No',
              validation_errors: { _errors: [], device_id: { _errors: ['Too short'] } },
            },
            ok: false,
          },
        },
      ],
    ],
    does: async ({ seam }) => {
      const error = await seam.devices.get({ device_id: 'a' }).catch((reason) => reason)
      return [error.getValidationErrorMessages('device_id'), error.getValidationErrorMessages('name')]
    },
  },
}

export default Object.entries(scenarios).map(([name, scenario]) => ({ id: `options/${name}`, ...scenario }))
