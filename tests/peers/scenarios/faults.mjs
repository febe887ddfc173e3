// Everything that can go wrong on the way, for one call of each sort.
import { endpointAt } from '../../support/endpoints.mjs'

const calls = {
  'list-devices': { path: '/devices/list', does: ({ seam }) => seam.devices.list({ limit: 1 }) },
  'get-code': {
    path: '/access_codes/get',
    does: ({ seam }) => seam.accessCodes.get({ access_code_id: 'a' }),
  },
  'create-code': {
    path: '/access_codes/create',
    does: ({ seam, seed }) =>
      seam.accessCodes.create({ device_id: seed.august_device_1, name: 'Guest', code: '482913' }),
  },
  'update-code': {
    path: '/access_codes/update',
    does: ({ seam }) => seam.accessCodes.update({ access_code_id: 'a', name: 'Guest' }),
  },
  'delete-code': {
    path: '/access_codes/delete',
    does: ({ seam }) => seam.accessCodes.delete({ access_code_id: 'a' }),
  },
}

const apiError = (type, message, rest) => ({ error: { type, message, ...rest }, ok: false })
const html = { headers: { 'content-type': 'text/html' }, body: '<html><body>502 Bad Gateway</body></html>' }
const json = { 'content-type': 'application/json' }
const invalid = apiError('invalid_input', 'device_id: Invalid', {
  validation_errors: {
    _errors: [],
    device_id: { _errors: ['Invalid', 'Too short'] },
    name: { _errors: ['No'] },
  },
})

/** What every call of the table above meets; `times` is how often, else always. */
const faults = {
  '500-envelope': { status: 500, body: apiError('internal_error', 'Internal error') },
  '500-empty': { status: 500, body: '' },
  '500-html': { status: 500, ...html },
  '503-empty': { status: 503, body: '' },
  '503-once': { status: 503, body: '', times: 1 },
  '503-retry-after': { status: 503, body: '', headers: { 'retry-after': '1' }, times: 1 },
  '429-once': { status: 429, body: apiError('rate_limited', 'Slow down'), times: 1 },
  '429-always': { status: 429, body: apiError('rate_limited', 'Slow down') },
  '429-retry-after': { status: 429, body: '', headers: { 'retry-after': '1' }, times: 1 },
  '400-envelope': { status: 400, body: apiError('some_error', 'No', { data: { reason: 'none' } }) },
  '400-invalid-input': { status: 400, body: invalid },
  '400-invalid-input-of-nothing': {
    status: 400,
    body: apiError('invalid_input', 'No', { validation_errors: { _errors: ['No'] } }),
  },
  '400-invalid-input-without-list': { status: 400, body: apiError('invalid_input', 'No') },
  '400-without-type': { status: 400, body: { error: { message: 'No' }, ok: false } },
  '400-without-message': { status: 400, body: { error: { type: 'some_error' }, ok: false } },
  '400-error-is-text': { status: 400, body: { error: 'No', ok: false } },
  '400-error-is-null': { status: 400, body: { error: null, ok: false } },
  '400-list': { status: 400, body: ['No'] },
  '400-html': { status: 400, ...html },
  '400-envelope-as-text': {
    status: 400,
    headers: { 'content-type': 'text/plain' },
    body: JSON.stringify(apiError('some_error', 'No')),
  },
  '400-envelope-without-type': { status: 400, body: JSON.stringify(apiError('some_error', 'No')) },
  '400-envelope-with-charset': {
    status: 400,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(apiError('some_error', 'No')),
  },
  '400-envelope-in-capitals': {
    status: 400,
    headers: { 'content-type': 'Application/JSON' },
    body: JSON.stringify(apiError('some_error', 'No')),
  },
  '400-envelope-as-problem': {
    status: 400,
    headers: { 'content-type': 'application/problem+json' },
    body: JSON.stringify(apiError('some_error', 'No')),
  },
  '400-nested-validation': {
    status: 400,
    body: apiError('invalid_input', 'No', {
      validation_errors: {
        _errors: [],
        where: { floor: { _errors: ['Too high'] }, _errors: ['Incomplete'] },
      },
    }),
  },
  '400-odd-validation': {
    status: 400,
    body: apiError('invalid_input', 'No', {
      validation_errors: { name: {}, toString: { _errors: ['Odd'] } },
    }),
  },
  '400-validation-is-null': {
    status: 400,
    body: apiError('invalid_input', 'No', { validation_errors: null }),
  },
  '400-data-is-null': { status: 400, body: apiError('some_error', 'No', { data: null }) },
  '400-several-lines': { status: 400, body: apiError('some_error', 'No\nand no') },
  304: { status: 304, body: '' },
  '422-envelope': { status: 422, body: apiError('unprocessable', 'No') },
  '502-envelope': { status: 502, body: apiError('bad_gateway', 'No') },
  599: { status: 599, body: '' },
  '400-broken-json': { status: 400, headers: json, body: '{"error":{"type":"some' },
  '400-empty': { status: 400, body: '' },
  '401-envelope': {
    status: 401,
    body: apiError('invalid_client_session_token', 'Who are you?', { data: { a: 1 } }),
  },
  '401-empty': { status: 401, body: '' },
  '401-html': { status: 401, ...html },
  '403-envelope': { status: 403, body: apiError('forbidden', 'Not yours') },
  '404-envelope': { status: 404, body: apiError('not_found', 'No such code') },
  '404-text': { status: 404, body: '404' },
  '405-envelope': { status: 405, body: apiError('method_not_allowed', 'Only POST') },
  '409-envelope': { status: 409, body: apiError('duplicate_access_code', 'There is one') },
  '418-empty': { status: 418, body: '' },
  '400-no-request-id': {
    status: 400,
    headers: { 'seam-request-id': '' },
    body: apiError('some_error', 'No'),
  },
  reset: { drop: 'before' },
  'reset-once': { drop: 'before', times: 1 },
  'reset-after-the-work': { drop: 'after' },
  // A request has to arrive within it on however busy a machine.
  timeout: { hang: true, options: { timeout: 3000 } },
  'timeout-once': { hang: true, times: 1, options: { timeout: 3000 } },
  'timeout-in-the-middle': { stall: true, options: { timeout: 3000 }, fixture: true },
  '200-empty': { status: 200, body: '' },
  '200-html': { status: 200, ...html },
  '200-broken-json': { status: 200, headers: json, body: '{"access_code":{"access' },
  '200-truncated': { truncate: true, fixture: true },
  '200-as-text': { status: 200, headers: { 'content-type': 'text/plain' }, fixture: true },
  '200-in-capitals': {
    status: 200,
    headers: { 'content-type': 'APPLICATION/JSON; charset=UTF-8' },
    fixture: true,
  },
  '200-without-type': { status: 200, headers: { 'content-type': '' }, fixture: true },
  '200-null': { status: 200, headers: json, body: 'null' },
  '200-number': { status: 200, headers: json, body: '5' },
  '200-list': { status: 200, body: [] },
  '200-not-ok': { status: 200, body: { ok: false }, fixture: true },
  '200-without-ok': { status: 200, body: { ok: undefined }, fixture: true },
  '200-without-key': { status: 200, body: { ok: true } },
  '200-ok-is-null': { status: 200, body: { ok: null }, fixture: true },
  '200-more-keys': { status: 200, body: { ok: true, something_new: { a: 1 } }, fixture: true },
  201: { status: 201, fixture: true },
  '204-empty': { status: 204, body: '' },
}

/** The answer of the fault; with `fixture`, the reply of the endpoint with what the fault changes in it. */
const answerOf = ({ times: _times, options: _options, fixture, ...fault }, path) => {
  if (!fixture || fault.stall || fault.truncate) return fault
  const body = { ...endpointAt(path).reply, ...fault.body }
  const isPlain = fault.headers?.['content-type'] !== undefined
  return { ...fault, body: isPlain ? JSON.stringify(body) : body }
}

const scenarios = Object.entries(calls).flatMap(([name, { path, does }]) =>
  Object.entries(faults).map(([fault, description]) => ({
    id: `faults/${fault}/${name}`,
    group: `faults/${fault}`,
    faults: [[path, answerOf(description, path), description.times ?? 99]],
    does: ({ make, seed }) => does({ seam: make(description.options), seed }),
  })),
)

const list = calls['list-devices']
const special = {
  'retries/none': { faults: [[list.path, { status: 500, body: '' }, 9]], options: { maxRetries: 0 } },
  'retries/one': { faults: [[list.path, { status: 500, body: '' }, 9]], options: { maxRetries: 1 } },
  'retries/then-good': {
    faults: [
      [list.path, { status: 500, body: '' }],
      [list.path, { drop: 'before' }],
    ],
  },
  'retries/then-refused': {
    faults: [
      [list.path, { status: 500, body: '' }],
      [list.path, { status: 400, body: apiError('some_error', 'No') }],
    ],
  },
}

// How long the pause is at least, in ms. How much longer depends on the machine; what it is meant to be is tested in tests/npm/requests.
const pauses = {
  'retry-after-is-waited-for': [1000, { 'retry-after': '1' }],
  'retry-after-below-the-pause': [200, { 'retry-after': '0' }],
  'retry-after-that-is-no-time': [200, { 'retry-after': 'soon' }],
  'without-retry-after': [200, {}],
}

export default [
  ...scenarios,
  ...Object.entries(special).map(([name, { faults: rules, options }]) => ({
    id: `faults/${name}`,
    faults: rules,
    does: ({ make }) => make(options).devices.list({ limit: 1 }),
  })),
  ...Object.entries(pauses).map(([name, [shortest, headers]]) => ({
    id: `faults/pauses/${name}`,
    faults: [[list.path, { status: 503, headers, body: '' }]],
    does: async ({ seam, requests }) => {
      await seam.devices.list({ limit: 1 })
      const [first, second] = requests()
      // Timers may be a little early.
      return { isLongEnough: second.time - first.time >= shortest - 10 }
    },
  })),
]
