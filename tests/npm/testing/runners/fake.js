// What has to work in every test runner and environment: the fake, its network, its webhooks, and fake timers. The runner's own functions come in.
import { SeamHttp } from 'seam-edge'
import { watchEvents } from 'seam-edge/events'
import { checkAccessCodeOnDevice } from 'seam-edge/rules'
import { ensureAccessCode, waitUntilRemoved, waitUntilSet } from 'seam-edge/status'
import { createFakeSeam, fakeAccessCode, fakeDevice } from 'seam-edge/testing'
import { SeamWebhook } from 'seam-edge/webhooks'

// The environments jsdom and happy-dom are browsers to the client, as a browser is.
const dangerouslyAllowBrowser = true

const open = (options) => {
  const fake = createFakeSeam(options)
  const seam = new SeamHttp({ apiKey: fake.apiKey, fetch: fake.fetch, dangerouslyAllowBrowser })
  const [lock] = fake.locks
  return { fake, seam, lock, device_id: lock.deviceId }
}

export const defineTests = ({ test, expect, timers }) => {
  test('a code is ensured, set and removed, whatever the network does', async () => {
    const { fake, seam, lock, device_id } = open({ clock: 'frozen' })
    fake.disturb({ fault: 'lost_after', path: '/access_codes/create' })
    const parameters = { device_id, code: '4071' }
    expect((await checkAccessCodeOnDevice(seam, parameters)).ok).toBe(true)
    const { access_code_id } = await ensureAccessCode(seam, parameters)
    fake.advance(60_000)
    await waitUntilSet(seam, access_code_id)
    expect(lock.enter('4071')).toBe(true)
    await seam.accessCodes.delete({ access_code_id })
    fake.advance(60_000)
    await waitUntilRemoved(seam, access_code_id)
    expect(lock.enter('4071')).toBe(false)
    expect(await seam.accessCodes.list({ device_id })).toEqual([])
  })

  test('events are watched, and delivered as webhooks', async () => {
    const { fake, seam, device_id } = open({ clock: 'frozen' })
    const since = new Date(fake.now - 1000)
    const { secret } = await seam.webhooks.create({ url: 'https://app.test/webhook' })
    await seam.accessCodes.create({ device_id })
    for await (const { event_type } of watchEvents(
      seam,
      { event_types: ['access_code.created'] },
      { since },
    )) {
      expect(event_type).toBe('access_code.created')
      break
    }
    const types = []
    await fake.deliverWebhooks(async (request) => {
      const headers = Object.fromEntries(request.headers)
      types.push(new SeamWebhook(secret).verify(await request.text(), headers).event_type)
    })
    expect(types).toEqual(['access_code.created'])
  })

  test('fake timers move the clock of the fake and the waits together', async () => {
    timers.fake()
    try {
      const { seam, lock, device_id } = open()
      const { access_code_id } = await seam.accessCodes.create({ device_id, code: '4071' })
      const waiting = waitUntilSet(seam, access_code_id)
      expect(lock.enter('4071')).toBe(false)
      await timers.advance(60_000)
      expect((await waiting).status).toBe('set')
      expect(lock.enter('4071')).toBe(true)
    } finally {
      timers.real()
    }
  })

  test('objects for unit tests', () => {
    expect(fakeDevice({}, 'schlage').device_type).toBe('schlage_lock')
    expect(fakeAccessCode().status).toBe('set')
  })
}
