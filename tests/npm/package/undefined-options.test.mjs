// An option that is given as undefined is none, as its type says: whatever takes options does the same as without them. tests/types/optional.ts
// holds the types to it.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { describe, test } from 'node:test'
import { loadPackage } from '../../support/package.mjs'
import { exampleSecret, signedHeaders } from '../../support/webhooks.mjs'

const { SeamHttp } = await loadPackage()
const { checkAccessCode, checkAccessCodeOnDevice, suggestCode } = await loadPackage('rules')
const {
  accessCodeTimeline,
  accessTimeline,
  diagnose,
  diagnoseAccess,
  ensureAccessCode,
  waitUntilIssued,
  waitUntilRemoved,
  waitUntilSet,
} = await loadPackage('status')
const { watchEvents } = await loadPackage('events')
const { SeamWebhook } = await loadPackage('webhooks')

const replyOf = async (name) =>
  JSON.parse(await readFile(new URL(`../../cases/replies/${name}.json`, import.meta.url), 'utf8'))

const { access_code } = await replyOf('access_codes.get')
const { access_method } = await replyOf('access_methods.get')
const { device } = await replyOf('devices.get')
// On the lock, without a time frame.
const code = {
  ...access_code,
  device_id: device.device_id,
  type: 'ongoing',
  status: 'set',
  starts_at: undefined,
  ends_at: undefined,
  errors: [],
  warnings: [],
  pending_mutations: [],
}
const method = { ...access_method, is_issued: true, pending_mutations: [], errors: [], warnings: [] }
const parameters = { device_id: code.device_id, code: code.code }
const event = { event_id: 'e', event_type: 'a.b', created_at: '2030-01-01T00:00:00Z' }

const replies = {
  '/access_codes/create': { access_code: code },
  '/access_codes/get': { access_code: code },
  '/access_codes/list': { access_codes: [code] },
  '/access_codes/unmanaged/list': { access_codes: [] },
  '/access_methods/get': { access_method: method },
  '/devices/get': { device },
  '/devices/list': { devices: [] },
  '/events/list': { events: [event] },
}

/** What the server knows of a code that is gone. */
const gone = { error: { type: 'access_code_not_found', message: 'Gone' } }

/** A client, and what it has been asked to send, with the options of a client as given. */
const recordedClient = (options, { isGone = false } = {}) => {
  const sent = []
  const fetch = async (url, { body, headers, method, redirect }) => {
    const { pathname } = new URL(url)
    sent.push({ url, method, redirect, headers, body })
    const refused = isGone && pathname.endsWith('/get')
    const answer = refused ? gone : { ok: true, ...replies[pathname] }
    return Response.json(answer, { status: refused ? 404 : 200 })
  }
  return { seam: new SeamHttp({ ...options, apiKey: 'seam_test1_key', fetch }), sent }
}

const undefinedOf = (...names) => Object.fromEntries(names.map((name) => [name, undefined]))

const ofCalls = ['timeout', 'maxRetries', 'headers', 'validate', 'signal']

const clientOptions = undefinedOf(
  ...['timeout', 'maxRetries', 'headers', 'validate', 'endpoint', 'dangerouslyAllowBrowser'],
  ...[
    'onRequest',
    'onResponse',
    'onResponseIssues',
    'axiosOptions',
    'axiosRetryOptions',
    'waitForActionAttempt',
  ],
)

/** What takes options of its own beside those of calls, and makes calls. */
const calling = {
  'a call': [['waitForActionAttempt'], (seam, options) => seam.devices.list({}, options)],
  'client.request': [
    ['method', 'params', 'data'],
    (seam, { validate: _, ...options }) => seam.client.request({ url: '/devices/list', ...options }),
  ],
  waitUntilSet: [
    ['maxWait', 'pollingInterval', 'until', 'stopWhen', 'onProgress'],
    (seam, options) => waitUntilSet(seam, code.access_code_id, options),
  ],
  waitUntilIssued: [
    ['maxWait', 'pollingInterval', 'stopWhen', 'onProgress'],
    (seam, options) => waitUntilIssued(seam, method, options),
  ],
  waitUntilRemoved: [
    ['maxWait', 'pollingInterval', 'onProgress'],
    (seam, options) => waitUntilRemoved(seam, code.access_code_id, options),
    { isGone: true },
  ],
  ensureAccessCode: [['key'], (seam, options) => ensureAccessCode(seam, parameters, options)],
  checkAccessCodeOnDevice: [['now'], (seam, options) => checkAccessCodeOnDevice(seam, parameters, options)],
  watchEvents: [
    ['cursor', 'pollingInterval', 'overlap', 'limit', 'onError'],
    async (seam, options) => {
      const watch = watchEvents(seam, {}, { ...options, since: event.created_at })
      const { value } = await watch.next()
      await watch.return()
      return value
    },
  ],
}

const body = JSON.stringify(event)
const filled = (words) => words.fill(7)

/** What sends nothing: how it is called with options, and those that are undefined. */
const silent = {
  checkAccessCode: [
    (options) => checkAccessCode(parameters, options),
    undefinedOf('device', 'existing', 'now'),
  ],
  'checkAccessCode with a device in part': [
    (options) => checkAccessCode(parameters, { device: { ...options }, existing: [{ ...options }] }),
    undefinedOf(
      'device_id',
      'access_code_id',
      'device_type',
      'properties',
      'location',
      'name',
      'code',
      'errors',
    ),
  ],
  suggestCode: [
    (options) => suggestCode({}, { ...options, random: filled }),
    undefinedOf('length', 'avoid', 'existing'),
  ],
  diagnose: [(options) => diagnose(code, options), undefinedOf('now')],
  accessCodeTimeline: [(options) => accessCodeTimeline(code, options), undefinedOf('device', 'now')],
  diagnoseAccess: [
    (options) => diagnoseAccess(method, options),
    undefinedOf('accessGrant', 'accessMethods', 'now'),
  ],
  accessTimeline: [
    (options) => accessTimeline(method, options),
    undefinedOf('accessGrant', 'accessMethods', 'now'),
  ],
  verify: [
    (options) => new SeamWebhook(exampleSecret).verify(body, signedHeaders(body), options),
    undefinedOf('now', 'tolerance'),
  ],
}

/** Without the instant, which is another each time. */
const comparable = (value) =>
  JSON.parse(JSON.stringify(value).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'an instant'))

describe('options that are undefined', { timeout: 60_000 }, () => {
  for (const [name, [own, call, server]] of Object.entries(calling)) {
    test(`are none for ${name}`, async () => {
      const [bare, given] = [recordedClient({}, server), recordedClient(clientOptions, server)]
      const expected = await call(bare.seam, {})
      const actual = await call(given.seam, undefinedOf(...ofCalls, ...own))
      assert.deepEqual(comparable(actual), comparable(expected))
      assert.deepEqual(comparable(given.sent), comparable(bare.sent))
      assert.notEqual(bare.sent.length, 0)
    })
  }

  for (const [name, [call, options]] of Object.entries(silent)) {
    test(`are none for ${name}`, () => {
      assert.deepEqual(comparable(call(options)), comparable(call({})))
    })
  }
})
