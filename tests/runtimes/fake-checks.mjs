// What has to hold of `seam-edge/testing` in every runtime, in the form of checks.mjs, and like that in web APIs alone: browsers run it too
// (tests/browsers/fake.test.mjs). Needs no server: the fake is in the package.
import { equal, failureOf, ok } from './check-tools.mjs'

const minute = 60_000
const endpoint = 'https://connect.getseam.com'

/** A fake with one lock, and a client of it. */
const open = async ({ importPackage, importSubpaths }, options = {}) => {
  const { SeamHttp } = await importPackage()
  const { testing, ...subpaths } = await importSubpaths()
  const fake = testing.createFakeSeam({ clock: 'frozen', ...options })
  const { apiKey, fetch } = fake
  // Deno may not let the environment be read, which could name another endpoint.
  const seam = new SeamHttp({ apiKey, fetch, endpoint, dangerouslyAllowBrowser: true })
  const [lock] = fake.locks
  return { fake, seam, lock, device_id: lock.deviceId, ...testing, ...subpaths }
}

/** @type {typeof import('./checks.mjs').checks} */
export const fakeChecks = [
  {
    name: 'fake: a code opens its door from when it is set until it is removed',
    run: async (context) => {
      const { fake, seam, lock, device_id, status, events } = await open(context)
      const { access_code_id } = await seam.accessCodes.create({ device_id, name: 'Zoë 🔑', code: '4071' })
      equal(lock.enter('4071'), false, 'opens at once')
      fake.advance(minute)
      equal((await status.waitUntilSet(seam, access_code_id)).name, 'Zoë 🔑', 'name')
      equal(lock.enter('4071'), true, 'opens when set')
      await seam.accessCodes.delete({ access_code_id })
      fake.advance(minute)
      await status.waitUntilRemoved(seam, access_code_id)
      equal(lock.enter('4071'), false, 'opens when removed')
      const asked = { event_types: ['access_code.set_on_device'] }
      for await (const event of events.watchEvents(seam, asked, { since: new Date(fake.now - 5 * minute) })) {
        equal(event.access_code_id, access_code_id, 'code of the event')
        break
      }
    },
  },
  {
    name: 'fake: time passes by itself, unless it is frozen',
    run: async (context) => {
      const [running, frozen] = [await open(context, { clock: 'running' }), await open(context)]
      const [began, stands] = [running.fake.now, frozen.fake.now]
      const { access_code_id } = await running.seam.accessCodes.create({ device_id: running.device_id })
      running.lock.setDelays({ setting: 0 })
      const created = await running.seam.accessCodes.create({ device_id: running.device_id })
      ok(access_code_id !== created.access_code_id, 'two codes')
      await running.status.waitUntilSet(running.seam, created)
      while (running.fake.now === began) await new Promise((resolve) => setTimeout(resolve, 5))
      equal(frozen.fake.now, stands, 'frozen')
    },
  },
  {
    name: 'fake: the network and the lock fail as they are told',
    run: async (context) => {
      const { isSeamHttpTransportError } = await context.importPackage()
      const { fake, seam, lock, device_id, status } = await open(context)
      fake.disturb({ fault: 'lost_after', path: '/access_codes/create' })
      const { access_code_id } = await status.ensureAccessCode(seam, { device_id, code: '4071' })
      equal((await seam.accessCodes.list({ device_id })).length, 1, 'codes')
      fake.disturb({ fault: 'server_error', status: 503 })
      equal((await seam.devices.list()).length, 1, 'devices, after a repeat')
      fake.disturb({ fault: 'slow', ms: 600_000 })
      const aborted = await failureOf(() => seam.devices.list({}, { signal: AbortSignal.timeout(20) }))
      ok(isSeamHttpTransportError(aborted) && aborted.code === 'ERR_CANCELED', aborted)
      lock.goOffline()
      fake.advance(20 * minute)
      const [error] = (await seam.accessCodes.get({ access_code_id })).errors
      equal(error.error_code, 'failed_to_set_on_device', 'error of an offline lock')
      lock.goOnline()
      fake.advance(minute)
      equal((await seam.accessCodes.get({ access_code_id })).status, 'set', 'status when it is back')
      equal(fake.log.filter((line) => line.error === 'lost_after').length, 1, 'lost in the log')
    },
  },
  {
    name: 'fake: webhooks are signed and delivered until they are acknowledged',
    run: async (context) => {
      const { fake, seam, device_id, webhooks } = await open(context)
      const { secret } = await seam.webhooks.create({ url: 'https://app.test/webhook' })
      const { access_code_id } = await seam.accessCodes.create({ device_id })
      const receive = async (request) => {
        const event = new webhooks.SeamWebhook(secret).verify(await request.text(), request.headers)
        equal(event.access_code_id, access_code_id, 'code of the event')
        equal(`${request.method} ${request.url}`, 'POST https://app.test/webhook', 'request')
        return new Response(null, { status: fake.log.length > 2 ? 204 : 500 })
      }
      const statuses = async () => (await fake.deliverWebhooks(receive)).map((it) => it.status).join()
      equal(await statuses(), '500', 'refused')
      await seam.devices.list()
      equal(await statuses(), '', 'between the attempts')
      fake.advance(4_000)
      fake.advance(1_000)
      // The code has been set meanwhile.
      equal(await statuses(), '204,204', 'taken')
    },
  },
  {
    name: 'fake: time zones are those of the runtime',
    run: async (context) => {
      const devices = [{ brand: 'igloohome', timeZone: 'Europe/Berlin' }]
      const { seam, device_id } = await open(context, { devices, now: '2026-01-01T00:00:00Z' })
      const starts_at = '2026-03-02T12:00:00+01:00'
      const until = (ends_at) =>
        seam.accessCodes.create({ device_id, is_offline_access_code: true, starts_at, ends_at })
      // Clocks are put forward between the two.
      equal(
        (await until('2026-04-11T12:00:00+02:00')).is_offline_access_code,
        true,
        'at the same time of day',
      )
      const refused = await failureOf(() => until('2026-04-11T13:01:00+02:00'))
      equal(refused.code, 'invalid_input', 'code at another time of day')
    },
  },
  {
    name: 'fake: resources for unit tests, misuse, and the end',
    run: async (context) => {
      const { fake, lock, fakeAccessCode, fakeDevice, createFakeSeam } = await open(context)
      equal(fakeDevice({ display_name: 'Front' }, 'nuki').device_type, 'nuki_lock', 'device_type')
      equal(fakeAccessCode().status, 'set', 'status')
      const misuse = await failureOf(() => lock.enter(4071))
      ok(misuse instanceof TypeError && misuse.message.startsWith('enter: `code`'), misuse)
      fake.free()
      const freed = await failureOf(() => fake.log)
      ok(/freed/.test(freed.message), freed)
      equal(createFakeSeam().log.length, 0, 'log of another')
    },
  },
]
