// How our fake differs from the official one, @seamapi/fake-seam-connect, and why: the one place that says it. official-fake.test.mjs shows each
// difference on both; docs/guide/testing.md has the table that is made of it (scripts/fake-differences-table.mjs).

/** Where to read why: Seam's documentation and API description, or the official fake's own code. */
const docs = (page, what) => `[${what}](https://docs.seam.co/latest/${page})`
// Named and not linked: the guide goes along in the package, and that page does not.
const facts = (what) => `${what}, in docs/api-facts.md of the repository`
const fault = (file) =>
  `a fault of the official fake: [${file}](https://github.com/seamapi/fake-seam-connect/blob/v1.86.0/src/pages/api/${file})`
const description = 'Seam’s OpenAPI description, in `@seamapi/types`'
const newerClient = 'what `@seamapi/http` 2.32 sends'

const lifecycle = docs(
  'capability-guides/smart-locks/access-codes/lifecycle-of-access-codes',
  'lifecycle of access codes',
)
const minute = 60_000

const created = async ({ call, deviceId }, parameters) => {
  const { body } = await call('/access_codes/create', { device_id: deviceId, ...parameters })
  return body.access_code
}
const got = async ({ call }, { access_code_id }) => {
  const { status, body } = await call('/access_codes/get', { access_code_id })
  return body.access_code?.status ?? status
}

/**
 * What the two do with the same calls. `see` answers what there is to be seen of a difference; `official` and `ours` are what it answers for each, in
 * words for the table where the value does not speak for itself.
 *
 * @typedef {object} Behaviour
 * @property {string} what
 * @property {(side: Side) => Promise<unknown>} see
 * @property {[unknown, string]} official
 * @property {[unknown, string]} ours
 * @property {string} source
 *
 * @typedef {object} Side
 * @property {(path: string, parameters?: object, how?: { method?: string, text?: string }) => Promise<{ status: number, body: any }>} call as the
 *   owner of the workspace; a body that is no JSON is a string
 * @property {(path: string, parameters: object) => Promise<{ status: number }>} callAsStranger as the owner of another workspace
 * @property {string} deviceId
 * @property {string} otherDeviceId
 * @property {(ms: number) => void} advance
 */

/** @type {Behaviour[]} */
export const behaviours = [
  {
    what: 'a new code, a minute later',
    see: async (side) => {
      const code = await created(side)
      side.advance(minute)
      return await got(side, code)
    },
    official: ['setting', '`setting`, for ever'],
    ours: ['set', '`set`'],
    source: lifecycle,
  },
  {
    what: 'a code that was on its lock, deleted',
    see: async (side) => {
      const code = await created(side)
      side.advance(minute)
      await side.call('/access_codes/delete', { access_code_id: code.access_code_id })
      return await got(side, code)
    },
    official: [404, '404 at once'],
    ours: ['removing', '`removing` until the lock has dropped it, then 404'],
    source: lifecycle,
  },
  {
    what: 'the PIN `abc`',
    see: async ({ call, deviceId }) =>
      (await call('/access_codes/create', { device_id: deviceId, code: 'abc' })).status,
    official: [200, 'taken'],
    ours: [400, '400 `invalid_input`'],
    source: description,
  },
  {
    what: '`preferred_code_length: 6`',
    see: async (side) => (await created(side, { preferred_code_length: 6 })).code.length,
    official: [4, 'always 4 digits'],
    ours: [6, '6 digits'],
    source: description,
  },
  {
    what: '`update` of the name of a time-bound code',
    see: async (side) => {
      const { access_code_id } = await created(side, {
        starts_at: '2031-05-01T00:00:00Z',
        ends_at: '2031-05-02T00:00:00Z',
      })
      await side.call('/access_codes/update', { access_code_id, name: 'Guest' })
      return (await side.call('/access_codes/get', { access_code_id })).body.access_code.type
    },
    official: ['ongoing', 'makes it `ongoing`'],
    ours: ['time_bound', 'stays `time_bound`'],
    source: fault('access_codes/update.ts'),
  },
  {
    what: '`/access_codes/list` by `device_id`',
    see: async (side) => {
      await created(side)
      await created({ ...side, deviceId: side.otherDeviceId })
      const { body } = await side.call('/access_codes/list', { device_id: side.deviceId })
      return body.access_codes.every(({ device_id }) => device_id === side.deviceId)
    },
    official: [false, 'codes of all devices'],
    ours: [true, 'codes of that device'],
    source: fault('access_codes/list.ts'),
  },
  {
    what: '`pagination` of `/access_codes/list`',
    see: async ({ call, deviceId }) =>
      'pagination' in (await call('/access_codes/list', { device_id: deviceId })).body,
    official: [false, 'none'],
    ours: [true, 'has it'],
    source: description,
  },
  {
    what: 'PUT to `/access_codes/create_multiple`',
    see: async ({ call, deviceId, otherDeviceId }) => {
      const parameters = { device_ids: [deviceId, otherDeviceId], name: 'Guest' }
      return (await call('/access_codes/create_multiple', parameters, { method: 'PUT' })).status
    },
    official: [405, '405'],
    ours: [200, 'taken'],
    source: newerClient,
  },
  {
    what: 'DELETE with its parameters in the query',
    see: async (side) => {
      const { access_code_id } = await created(side)
      const path = `/access_codes/delete?access_code_id=${access_code_id}`
      return (await side.call(path, undefined, { method: 'DELETE' })).status
    },
    official: [404, '404'],
    ours: [200, 'taken'],
    source: newerClient,
  },
  {
    what: '`pull_backup_access_code` returns',
    see: async (side) => {
      const { access_code_id } = await created(side, {
        use_backup_access_code_pool: true,
        starts_at: '2031-05-01T00:00:00Z',
        ends_at: '2031-05-02T00:00:00Z',
      })
      const { body } = await side.call('/access_codes/pull_backup_access_code', { access_code_id })
      return 'access_code' in body
    },
    official: [false, '`backup_access_code` alone'],
    ours: [true, '`access_code` too'],
    source: description,
  },
  {
    what: 'an action attempt, asked for at once',
    see: async ({ call, deviceId }) => {
      const { body } = await call('/locks/unlock_door', { device_id: deviceId })
      const { action_attempt_id } = body.action_attempt
      return (await call('/action_attempts/get', { action_attempt_id })).body.action_attempt.status
    },
    official: ['success', '`success`'],
    ours: ['pending', '`pending` until the lock has answered'],
    source: docs('core-concepts/action-attempts', 'action attempts'),
  },
  {
    what: '`/events/list` by `access_code_id`',
    see: async (side) => {
      const { access_code_id } = await created(side)
      const { body } = await side.call('/events/list', { since: '2020-01-01T00:00:00Z', access_code_id })
      return body.events.every((event) => event.access_code_id === access_code_id)
    },
    official: [false, 'events of devices instead'],
    ours: [true, 'events of that code'],
    source: fault('events/list.ts'),
  },
  {
    what: 'the `secret` of a webhook',
    see: async ({ call }) =>
      (await call('/webhooks/create', { url: 'https://app.test/' })).body.webhook.secret.slice(0, 5),
    official: ['fake_', 'nothing to verify with, and nothing is delivered'],
    ours: ['whsec', '`whsec_…`, with which deliveries are signed'],
    source: docs('developer-tools/webhooks', 'webhooks'),
  },
  {
    what: 'a code of another workspace',
    see: async (side) => {
      const { access_code_id } = await created(side)
      return (await side.callAsStranger('/access_codes/get', { access_code_id })).status
    },
    official: [200, 'can be read'],
    ours: [404, '404'],
    source: docs('core-concepts/workspaces', 'workspaces'),
  },
  {
    what: 'the same key, after `/workspaces/reset_sandbox`',
    see: async ({ call }) => {
      await call('/workspaces/reset_sandbox', {})
      return (await call('/devices/list', {})).status
    },
    official: [401, '401: the workspace is gone, with its keys, devices and accounts'],
    ours: [200, 'opens it: what came through the API is gone, its devices and accounts are there'],
    source: docs('core-concepts/workspaces', 'workspaces, “original starting state”'),
  },
  {
    what: 'IDs',
    see: async (side) => (await created(side)).access_code_id.length,
    official: [12, '`access_code1`'],
    ours: [36, 'UUIDs'],
    source: description,
  },
  {
    what: 'a path that does not exist',
    see: async ({ call }) => typeof (await call('/no/such/path', {})).body,
    official: ['string', '404 as plain text'],
    ours: ['object', '404 as an error of Seam, and a line in `fake.log`'],
    source: facts('replies and errors'),
  },
  {
    what: 'a body that is not JSON',
    see: async ({ call }) => typeof (await call('/devices/list', undefined, { text: '{' })).body,
    official: ['string', '400 as plain text'],
    ours: ['object', '400 `invalid_input`'],
    source: facts('replies and errors'),
  },
  {
    what: 'errors have a `stack`',
    see: async ({ call }) => 'stack' in (await call('/devices/get', { device_id: 'x' })).body.error,
    official: [true, 'yes'],
    ours: [false, 'no'],
    source: facts('replies and errors'),
  },
]

/** Paths on which wrong parameters or callers are judged otherwise. */
export const refusals = [
  {
    path: '/action_attempts/list',
    official: 'requires `action_attempt_ids`',
    ours: 'requires none',
    source: description,
  },
  {
    path: '/client_sessions/get_or_create',
    official: 'takes publishable keys alone',
    ours: 'takes API keys too',
    source: description,
  },
  {
    path: '/connect_webviews/list',
    official: 'checks nothing',
    ours: 'checks its parameters',
    source: description,
  },
  {
    path: '/connected_accounts/list',
    official: 'checks nothing',
    ours: 'checks its parameters',
    source: description,
  },
  {
    path: '/devices/unmanaged/update',
    official: 'requires `is_managed`',
    ours: 'does not',
    source: description,
  },
  {
    path: '/user_identities/create',
    official: 'is not implemented: 500',
    ours: 'creates a user identity',
    source: fault('user_identities/create.ts'),
  },
]
