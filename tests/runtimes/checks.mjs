// What has to hold in every runtime, as data: a name and a function each. Uses web APIs and the package alone, so that the
// same module runs in Node, Deno, Bun, workerd and browsers. `run-checks.mjs` runs them; `checked-runtime.mjs` asserts.
import { equal, failureOf, matches, ok, quietImport } from './check-tools.mjs'
import { fakeChecks } from './fake-checks.mjs'

/**
 * @typedef {object} Settings
 * @property {string} endpoint of the proxy before the fake
 * @property {string} closedEndpoint where nobody listens
 * @property {string} hangingPath an endpoint that never answers
 * @property {boolean} readsEnvironment whether SEAM_API_KEY and SEAM_ENDPOINT are set and can be read
 * @property {string} apiKey
 * @property {string} publishableKey
 * @property {string} userIdentifierKey
 * @property {string} deviceId of a lock that takes access codes
 * @property {string} actionAttemptId of one that is pending until the checks settle it
 */

/** @typedef {{ settings: Settings, importPackage: () => Promise<any>, importSubpaths: () => Promise<any>, rejections: string[] }} Context */

const clientOf = async ({ settings: { apiKey, endpoint }, importPackage }, options = {}) => {
  const { SeamHttp } = await importPackage()
  // In a page the key of the fake is no secret; elsewhere this option changes nothing.
  return new SeamHttp({ apiKey, endpoint, dangerouslyAllowBrowser: true, ...options })
}

const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** @type {Array<{ name: string, run: (context: Context) => Promise<void> }>} */
export const checks = [
  {
    // Has to be the first: a module is evaluated once.
    name: 'import sends, schedules, compiles and prints nothing and adds no global',
    run: async ({ importPackage }) => {
      const { done, added } = await quietImport(importPackage)
      equal(done.join(), '', 'done at import')
      equal(added.join(), '', 'globals that were added')
    },
  },
  {
    name: 'environment variables are read where they may be, and the message names them elsewhere',
    run: async ({ settings, importPackage }) => {
      const { SeamHttp, SeamHttpInvalidOptionsError } = await importPackage()
      if (settings.readsEnvironment) {
        const seam = new SeamHttp()
        equal(seam.client.endpoint, settings.endpoint, 'endpoint')
        ok((await seam.devices.list()).length > 0, 'devices')
      } else {
        const error = await failureOf(() => new SeamHttp())
        ok(error instanceof SeamHttpInvalidOptionsError, error)
        matches(error.message, /apiKey|SEAM_ENDPOINT cannot be read/)
      }
    },
  },
  {
    name: 'creates, reads, lists and deletes an access code',
    run: async (context) => {
      const { deviceId: device_id } = context.settings
      const seam = await clientOf(context)
      const name = 'Zoë Ångström, 東京 🔑'
      const created = await seam.accessCodes.create({ device_id, name, code: '482913' })
      const { access_code_id } = created
      equal(created.code, '482913', 'code')
      const found = await seam.accessCodes.get({ access_code_id })
      equal(found.name, name, 'name')
      equal(found.status, 'setting', 'status')
      const listed = await seam.accessCodes.list({ device_id })
      ok(
        listed.some((code) => code.access_code_id === access_code_id),
        'is in the list',
      )
      await seam.accessCodes.delete({ access_code_id })
      const left = await seam.accessCodes.list({ device_id })
      ok(!left.some((code) => code.access_code_id === access_code_id), 'is not in the list any more')
    },
  },
  {
    name: 'a paginator gives every item once',
    run: async (context) => {
      const seam = await clientOf(context)
      const ids = (devices) => devices.map(({ device_id }) => device_id).join()
      const all = await seam.devices.list()
      ok(all.length >= 5, `${all.length} devices`)
      const pages = seam.createPaginator(seam.devices.list({ limit: 2 }))
      equal(ids(await pages.flattenToArray()), ids(all), 'devices')
      let count = 0
      for await (const page of pages) count += page.length > 0 ? 1 : 0
      equal(count, Math.ceil(all.length / 2), 'pages')
    },
  },
  {
    name: 'waits for an action attempt, and gives up in time',
    run: async (context) => {
      const { deviceId: device_id, actionAttemptId: action_attempt_id, endpoint } = context.settings
      const { isSeamActionAttemptTimeoutError } = await context.importPackage()
      const seam = await clientOf(context)
      equal((await seam.locks.unlockDoor({ device_id })).status, 'success', 'status of an unlocked door')
      const late = await failureOf(() =>
        seam.actionAttempts.get(
          { action_attempt_id },
          { waitForActionAttempt: { timeout: 60, pollingInterval: 20 } },
        ),
      )
      ok(isSeamActionAttemptTimeoutError(late), late)
      let sent = 0
      const watched = await clientOf(context, { onRequest: () => (sent += 1) })
      const waiting = watched.actionAttempts
        .get({ action_attempt_id }, { waitForActionAttempt: { pollingInterval: 20 } })
        .execute()
      // It has been told that the attempt is pending, and asks again.
      while (sent < 2) await sleep(5)
      await fetch(`${endpoint}/_fake/update_action_attempt`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ action_attempt_id, status: 'success' }),
      })
      equal((await waiting).status, 'success', 'status in the end')
    },
  },
  {
    name: 'schemas check without a client',
    run: async ({ importSubpaths }) => {
      const { schemas } = await importSubpaths()
      const { validate } = schemas.accessCodesCreateParameters['~standard']
      const given = { device_id: 'device', code: '482913' }
      ok(validate(given).value === given, 'the value itself')
      const { issues } = validate({ 'start.at': 'soon', code: '12' })
      equal(issues.map(({ path }) => path.join('/')).join(), 'start.at,code,device_id', 'paths')
    },
  },
  {
    name: 'bad parameters are a SeamValidationError, and nothing is sent',
    run: async (context) => {
      const { SeamValidationError, isSeamValidationError } = await context.importPackage()
      let sent = 0
      const seam = await clientOf(context, { onRequest: () => (sent += 1) })
      const error = await failureOf(() =>
        seam.accessCodes.create({ device_id: context.settings.deviceId, code: '12', start_at: '2030-01-01' }),
      )
      ok(error instanceof SeamValidationError && isSeamValidationError(error), error)
      equal(error.issues.map(({ path }) => path).join(), 'code,start_at', 'paths of the issues')
      equal(sent, 0, 'requests')
    },
  },
  {
    name: 'errors of the API have their class, status, type and guard',
    run: async (context) => {
      const { SeamHttpApiError, isSeamHttpApiError, isSeamHttpUnauthorizedError } =
        await context.importPackage()
      const seam = await clientOf(context)
      const missing = await failureOf(() => seam.accessCodes.get({ access_code_id: 'nobody_has_this' }))
      ok(missing instanceof SeamHttpApiError && isSeamHttpApiError(missing), missing)
      equal(missing.statusCode, 404, 'status')
      equal(missing.code, 'not_found', 'code')
      ok(missing.requestId.length > 0, 'has the id of the request')
      const stranger = await clientOf(context, { apiKey: 'seam_nobody_has_this' })
      const refused = await failureOf(() => stranger.devices.list())
      ok(isSeamHttpUnauthorizedError(refused), refused)
    },
  },
  {
    name: 'a refused connection is a SeamHttpTransportError with its cause',
    run: async (context) => {
      const { SeamHttpTransportError, isSeamHttpTransportError } = await context.importPackage()
      const { closedEndpoint: endpoint } = context.settings
      const seam = await clientOf(context, { endpoint, maxRetries: 0 })
      const error = await failureOf(() => seam.devices.list())
      ok(error instanceof SeamHttpTransportError && isSeamHttpTransportError(error), error)
      equal(error.code, 'ERR_NETWORK', 'code')
      ok(error.cause instanceof Error, 'has what the runtime threw as cause')
    },
  },
  {
    name: 'a timeout ends a call, without a repeat where there is to be none',
    run: async (context) => {
      const { isSeamHttpTransportError } = await context.importPackage()
      let sent = 0
      const seam = await clientOf(context, { onRequest: () => (sent += 1), timeout: 150, maxRetries: 1 })
      const error = await failureOf(() => hanging(seam, context))
      ok(isSeamHttpTransportError(error), error)
      equal(error.code, 'ETIMEDOUT', 'code')
      equal(sent, 2, 'requests')
    },
  },
  {
    name: 'a signal ends a call: before it, during it, and one of AbortSignal.timeout',
    run: async (context) => {
      const { isSeamHttpTransportError } = await context.importPackage()
      const during = new AbortController()
      // Once it is on its way: the call before is given up without being sent, the one after has ended by itself. Nothing else would end
      // it before the limit of a check: there is no answer, and a limit of its own would be an error of another code.
      const seam = await clientOf(context, { onRequest: () => setTimeout(() => during.abort(), 50) })
      for (const signal of [AbortSignal.abort(), during.signal, AbortSignal.timeout(50)]) {
        const error = await failureOf(() => hanging(seam, context, { signal }))
        ok(isSeamHttpTransportError(error), error)
        equal(error.code, 'ERR_CANCELED', 'code')
      }
    },
  },
  {
    name: '200 calls at once through one instance do not mix',
    run: async (context) => {
      const { isSeamValidationError } = await context.importPackage()
      const { deviceId: device_id } = context.settings
      const seam = await clientOf(context)
      const outcomes = await Promise.all(
        Array.from({ length: 200 }, async (_, index) => {
          const name = `Guest ${index}`
          // Every tenth is refused, so that errors cross successes.
          const code = index % 10 === 0 ? '1' : String(100_000 + index)
          try {
            const created = await seam.accessCodes.create({ device_id, name, code })
            const { access_code_id } = created
            const found = await seam.accessCodes.get({ access_code_id })
            await seam.accessCodes.delete({ access_code_id })
            return created.name === name && found.name === name && found.code === code ? 'right' : 'mixed'
          } catch (error) {
            return isSeamValidationError(error) && code === '1' ? 'refused' : String(error)
          }
        }),
      )
      const counts = {}
      for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1
      equal(JSON.stringify(counts), JSON.stringify({ refused: 20, right: 180 }), 'outcomes')
    },
  },
  {
    name: 'client.get calls any path and gives the answer as it is',
    run: async (context) => {
      const { deviceId: device_id } = context.settings
      const seam = await clientOf(context)
      const { status, data } = await seam.client.get('/devices/get', { params: { device_id } })
      equal(status, 200, 'status')
      equal(data.device.device_id, device_id, 'device')
    },
  },
  {
    name: 'a publishable key gives a client that can program codes',
    run: async (context) => {
      const { SeamHttp } = await context.importPackage()
      const { publishableKey, userIdentifierKey, endpoint, deviceId: device_id } = context.settings
      const seam = await SeamHttp.fromPublishableKey(publishableKey, userIdentifierKey, { endpoint })
      const { access_code_id, status } = await seam.accessCodes.create({ device_id, code: '739182' })
      equal(status, 'setting', 'status')
      await seam.accessCodes.delete({ access_code_id })
    },
  },
  {
    name: 'a read that met a 503 is sent again',
    run: async (context) => {
      const statuses = []
      const seam = await clientOf(context, { onResponse: ({ status }) => statuses.push(status) })
      await seam.webhooks.list()
      equal(statuses.join(), '503,200', 'statuses')
    },
  },
  {
    name: 'a redirect is not followed',
    run: async (context) => {
      const { isSeamHttpTransportError } = await context.importPackage()
      const seam = await clientOf(context, { maxRetries: 0 })
      const error = await failureOf(() => seam.connectWebviews.list())
      ok(isSeamHttpTransportError(error), error)
      equal(error.code, 'ERR_BAD_RESPONSE', 'code')
    },
  },
  {
    name: 'requests have only fields that every runtime takes, and no credentials',
    run: async (context) => {
      let shown
      const seam = await clientOf(context, {
        fetch: (url, init) => {
          shown = { url, init }
          // This runtime's own Request refuses what it cannot do.
          return fetch(new Request(url, init))
        },
      })
      ok((await seam.devices.list()).length > 0, 'devices')
      const { body, headers, method, redirect, signal, ...others } = shown.init
      equal(Object.keys(others).join(), '', 'other fields')
      equal(`${method} ${redirect} ${typeof body}`, 'POST manual string', 'fields')
      ok(signal instanceof AbortSignal, 'signal')
      ok(headers.authorization?.startsWith('Bearer '), 'headers')
    },
  },
  {
    name: 'a webhook is verified, and a forged one is not',
    run: async ({ importSubpaths }) => {
      const { SeamWebhook, isSeamWebhookVerificationError, redactEvent } = (await importSubpaths()).webhooks
      const webhook = new SeamWebhook('whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=')
      const headers = new Headers({
        'svix-id': 'msg_seamtest0001',
        'svix-timestamp': '1735689600',
        'svix-signature': 'v1,POdH9+qiFrQwGa78a1qrbX58ERbwBXq/eCKXijt9Yh0=',
      })
      const text =
        '{"event_id":"00000000-0000-4000-8000-000000000001","event_type":"access_code.set_on_device"}'
      const now = new Date('2025-01-01T00:00:00Z')
      for (const body of [text, new TextEncoder().encode(text), new TextEncoder().encode(text).buffer]) {
        equal(webhook.verify(body, headers, { now }).event_type, 'access_code.set_on_device', 'event_type')
      }
      const forged = await failureOf(() => webhook.verify(`${text} `, headers, { now }))
      ok(isSeamWebhookVerificationError(forged), forged)
      equal(forged.code, 'no_match', 'code')
      equal(redactEvent({ event_type: 'lock.unlocked', code: '482913' }).code, '[redacted]', 'redacted')
    },
  },
  {
    name: 'all subpaths work together, with one client',
    run: async (context) => {
      const { status, rules, events } = await context.importSubpaths()
      const { deviceId: device_id } = context.settings
      const seam = await clientOf(context)
      equal(status.diagnose({ access_code_id: 'a', status: 'removing' }).phase, 'removing', 'phase')
      const device = { properties: { supported_code_lengths: [5] } }
      const code = rules.suggestCode(device)
      equal(rules.checkAccessCode({ device_id, code }, { device }).ok, true, 'ok')
      equal((await rules.checkAccessCodeOnDevice(seam, { device_id, code: '12' })).ok, false, 'on the device')
      const ensured = await status.ensureAccessCode(seam, { device_id, code })
      equal(
        (await status.ensureAccessCode(seam, { device_id, code })).access_code_id,
        ensured.access_code_id,
        'ID',
      )
      const controller = new AbortController()
      const watch = events.watchEvents(seam, {}, { since: new Date(), signal: controller.signal })
      const aborted = failureOf(() => watch.next())
      await sleep(20)
      controller.abort()
      equal((await aborted).name, 'AbortError', 'name')
      const error = await failureOf(() => status.waitUntilSet(seam, ensured, { maxWait: 0 }))
      ok(status.isSeamAccessCodeTimeoutError(error), error)
      await seam.accessCodes.delete({ access_code_id: ensured.access_code_id })
      await status.waitUntilRemoved(seam, ensured)
    },
  },
  ...fakeChecks,
  {
    // Has to be the last.
    name: 'no rejection was left unhandled',
    run: async ({ rejections }) => {
      await sleep(100)
      equal(rejections.join('; '), '', 'unhandled')
    },
  },
]

const hanging = (seam, { settings: { hangingPath } }, options) => {
  ok(hangingPath === '/events/list', hangingPath)
  return seam.events.list({ since: '2020-01-01T00:00:00Z' }, options)
}
