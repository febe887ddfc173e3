// `seam-edge/testing` as its users take it: a client over the fake's `fetch`, locks in the hands of the test. What the fake does is tested
// natively (tests/native/fake); here it is the border: options, controls, the clock, and what becomes of errors.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { SeamHttp as OfficialSeamHttp } from '@seamapi/http'
import { loadPackage } from '../../support/package.mjs'
import { failureOf } from '../../support/stage.mjs'

const minute = 60_000

describe('seam-edge/testing', { timeout: 600_000 }, () => {
  let SeamHttp
  let status
  let events
  let createFakeSeam
  let fakeDevice
  let fakeAccessCode

  before(async () => {
    ;({ SeamHttp } = await loadPackage())
    status = await loadPackage('status')
    events = await loadPackage('events')
    ;({ createFakeSeam, fakeDevice, fakeAccessCode } = await loadPackage('testing'))
  })

  const open = (options) => {
    const fake = createFakeSeam({ clock: 'frozen', ...options })
    const seam = new SeamHttp({ apiKey: fake.apiKey, fetch: fake.fetch })
    return { fake, seam, lock: fake.locks[0] }
  }

  test('a code is set when its time has come, and opens the door', async () => {
    const { fake, seam, lock } = open()
    const { access_code_id } = await seam.accessCodes.create({ device_id: lock.deviceId, code: '4071' })
    const state = async () => (await seam.accessCodes.get({ access_code_id })).status
    assert.equal(await state(), 'setting')
    assert.ok(!lock.holds(access_code_id, '4071') && !lock.enter('4071'))
    fake.advance(minute)
    assert.equal(await state(), 'set')
    assert.ok(lock.holds(access_code_id, '4071') && lock.enter('4071'))
    const { status: seen } = await status.waitUntilSet(seam, access_code_id)
    assert.equal(seen, 'set')
    await seam.accessCodes.delete({ access_code_id })
    fake.advance(minute)
    const failure = await failureOf(() => seam.accessCodes.get({ access_code_id }))
    assert.deepEqual([failure.statusCode, failure.code], [404, 'not_found'])
    assert.ok(!lock.enter('4071'))
  })

  test('time runs by itself unless it is frozen, and begins where a test says', async () => {
    const beginning = Date.parse('2031-05-01T12:00:00Z')
    const { fake } = open({ now: '2031-05-01T12:00:00Z' })
    assert.equal(fake.now, beginning)
    fake.advance(1.5)
    const before = fake.now
    for (const odd of ['3', -1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, undefined]) {
      assert.throws(() => fake.advance(odd), { name: 'TypeError', message: /advance/ }, `${odd}`)
    }
    assert.equal(fake.now, before)
    assert.equal(fake.now, beginning + 1)
    const running = createFakeSeam({ now: beginning })
    assert.ok(running.now >= beginning && running.now < beginning + 600_000)
    const seam = new SeamHttp({ apiKey: running.apiKey, fetch: running.fetch })
    running.locks[0].setDelays({ setting: 0 })
    const { access_code_id } = await seam.accessCodes.create({ device_id: running.locks[0].deviceId })
    assert.equal((await seam.accessCodes.get({ access_code_id })).status, 'set')
  })

  test('a lock fails as the test says', async () => {
    const { fake, seam, lock } = open({ devices: [{ brand: 'nuki', deviceId: 'front-door', name: 'Front' }] })
    assert.equal(lock, fake.lock('front-door'))
    lock.goOffline()
    assert.equal((await seam.devices.get({ device_id: 'front-door' })).properties.online, false)
    const { access_code_id } = await seam.accessCodes.create({ device_id: 'front-door' })
    const codes = async () =>
      (await seam.accessCodes.get({ access_code_id })).errors.map(({ error_code }) => error_code)
    fake.advance(15 * minute)
    assert.deepEqual(await codes(), ['failed_to_set_on_device', 'device_disconnected'])
    lock.setSlots(0)
    lock.goOnline()
    fake.advance(minute)
    assert.ok((await codes()).includes('no_space_for_access_code_on_device'))
    lock.setSlots(5)
    lock.refuseCodes()
    fake.advance(2 * minute)
    assert.ok((await codes()).includes('code_constraints_violated'))
    lock.acceptCodes()
    fake.advance(minute)
    const { status: set, code } = await seam.accessCodes.get({ access_code_id })
    assert.equal(set, 'set')
    lock.changeCode(access_code_id, '999999')
    assert.deepEqual(await codes(), ['conflicting_external_modification'])
    fake.advance(minute)
    assert.ok(lock.holds(access_code_id, code))
    lock.deleteCode(access_code_id)
    assert.ok(!lock.holds(access_code_id, code))
    lock.addCode('457891')
    const [unmanaged] = await seam.accessCodes.unmanaged.list({ device_id: 'front-door' })
    assert.equal(unmanaged.code, '457891')
    lock.setBattery(0.05)
    lock.turn('unlocked')
    lock.loseHub()
    const { properties, errors } = await seam.devices.get({ device_id: 'front-door' })
    assert.deepEqual(
      [properties.battery.status, properties.locked, properties.online],
      ['critical', false, false],
    )
    assert.equal(errors[0].error_code, 'hub_disconnected')
    lock.findHub()
  })

  test('accounts and providers fail too, and new ones come', async () => {
    const { fake, seam, lock } = open()
    const device_id = lock.deviceId
    const { connected_account_id } = await seam.devices.get({ device_id })
    const unlock = () => seam.locks.unlockDoor({ device_id }, { waitForActionAttempt: false })
    const outcome = async () => {
      const { action_attempt_id } = await unlock()
      fake.advance(minute)
      return (await seam.actionAttempts.get({ action_attempt_id }, { waitForActionAttempt: false })).error
        ?.type
    }
    assert.equal(await outcome(), undefined)
    fake.disconnectAccount(connected_account_id)
    assert.equal(await outcome(), 'account_disconnected')
    fake.reconnectAccount(connected_account_id)
    fake.failProvider('august')
    assert.equal(await outcome(), 'provider_service_unavailable')
    fake.restoreProvider('august')
    assert.equal(await outcome(), undefined)
    const { connect_webview_id } = await seam.connectWebviews.create()
    const account = fake.completeConnectWebview(connect_webview_id, 'yale')
    const webview = await seam.connectWebviews.get({ connect_webview_id })
    assert.deepEqual([webview.status, webview.connected_account_id], ['authorized', account])
    const { deviceId } = fake.addLock({ brand: 'schlage', timeZone: 'Europe/Berlin' })
    const { device_type, location } = await seam.devices.get({ device_id: deviceId })
    assert.deepEqual([device_type, location.time_zone], ['schlage_lock', 'Europe/Berlin'])
  })

  test('a reply that is lost after the work was done makes no second code', async () => {
    const { fake, seam, lock } = open()
    const parameters = { device_id: lock.deviceId, name: 'Guest' }
    fake.disturb({ fault: 'lost_after', path: '/access_codes/create' })
    const failure = await failureOf(() => seam.accessCodes.create(parameters))
    assert.equal(failure.code, 'ERR_NETWORK')
    assert.equal((await seam.accessCodes.list({ device_id: lock.deviceId })).length, 1)
    fake.disturb({ fault: 'lost_after', path: '/access_codes/create' })
    const one = await status.ensureAccessCode(seam, parameters, { key: 'booking 17' })
    const same = await status.ensureAccessCode(seam, parameters, { key: 'booking 17' })
    assert.equal(one.access_code_id, same.access_code_id)
    assert.equal((await seam.accessCodes.list({ device_id: lock.deviceId })).length, 2)
    const creates = fake.log.filter(({ path }) => path === '/access_codes/create')
    assert.deepEqual(
      creates.map(({ status, error }) => [status, error]),
      [
        [0, 'lost_after'],
        [0, 'lost_after'],
      ],
    )
  })

  test('the network fails as the test says', async () => {
    const { fake, seam } = open()
    const once = { maxRetries: 0 }
    const failure = (disturbance) => {
      fake.disturb(disturbance)
      return failureOf(() => seam.devices.list({}, once))
    }
    assert.equal((await failure({ fault: 'server_error', status: 503 })).statusCode, 503)
    assert.equal((await failure({ fault: 'too_many_requests', seconds: 7 })).retryAfter, 7000)
    assert.equal((await failure({ fault: 'lost_before' })).code, 'ERR_NETWORK')
    assert.ok((await failure({ fault: 'cut_body' })) instanceof Error)
    fake.disturb({ fault: 'slow', ms: 600_000 })
    const aborted = new AbortController()
    const listed = failureOf(() => seam.devices.list({}, { ...once, signal: aborted.signal }))
    setImmediate(() => aborted.abort())
    assert.equal((await listed).code, 'ERR_CANCELED')
    assert.equal((await seam.devices.list()).length, 1)
    fake.disturbAtRandom(1)
    assert.ok((await failureOf(() => seam.devices.list({}, { ...once, timeout: 1 }))) instanceof Error)
    fake.disturbAtRandom(0)
    assert.equal((await seam.devices.list()).length, 1)
  })

  test('events come, late where the test says', async () => {
    const { fake, seam, lock } = open()
    const since = new Date(fake.now - 1).toISOString()
    const stop = new AbortController()
    const watched = events.watchEvents(
      seam,
      { event_types: ['access_code.created'] },
      { since, signal: stop.signal },
    )
    await seam.accessCodes.create({ device_id: lock.deviceId })
    const { value } = await watched[Symbol.asyncIterator]().next()
    assert.equal(value.event_type, 'access_code.created')
    stop.abort()
    fake.delayEvents(minute)
    const count = async () => (await seam.events.list({ since })).length
    const before = await count()
    for (let i = 0; i < 10; i++) await seam.accessCodes.create({ device_id: lock.deviceId })
    const atOnce = await count()
    fake.advance(2 * minute)
    assert.ok(atOnce < before + 10 && (await count()) >= before + 20)
  })

  test('client sessions, tokens of people and the official client work with it', async () => {
    const { fake } = open()
    const session = await SeamHttp.fromPublishableKey(fake.publishableKey, 'a-user-identifier-key', {
      fetch: fake.fetch,
    })
    assert.deepEqual(await session.devices.list(), [])
    const { personalAccessToken, consoleSessionToken, workspaceId, fetch } = fake
    const inConsole = new SeamHttp({ consoleSessionToken, workspaceId, fetch })
    assert.equal((await inConsole.devices.list()).length, 1)
    const personal = new SeamHttp({ personalAccessToken, workspaceId, fetch })
    assert.equal((await personal.workspaces.get()).workspace_id, workspaceId)
    const answer = await fake.fetch(`https://connect.getseam.com/devices/list?limit=1&_strict=true`, {
      headers: new Headers({ authorization: `Bearer ${fake.apiKey}` }),
    })
    assert.equal((await answer.json()).devices.length, 1)
    const official = new OfficialSeamHttp({
      apiKey: fake.apiKey,
      axiosOptions: { adapter: 'fetch', env: { fetch } },
    })
    assert.equal((await official.devices.list()).length, 1)
    assert.equal(
      (await official.devices.get({ device_id: fake.locks[0].deviceId })).device_type,
      'august_lock',
    )
  })

  test('the same seed and the same calls give the same', async () => {
    const run = async (seed) => {
      const { seam, lock } = open({ now: 0, seed })
      const { code } = await seam.accessCodes.create({ device_id: lock.deviceId })
      return [lock.deviceId, code]
    }
    assert.deepEqual(await run(7), await run(7))
    assert.notDeepEqual(await run(7), await run(8))
  })

  test('what is undefined is as if it were left out', async () => {
    const { fake, seam, lock } = open({ devices: undefined, seed: undefined, now: undefined })
    lock.setDelays({ setting: undefined, removing: 0 })
    const added = fake.addLock({ brand: undefined, deviceId: undefined })
    assert.equal((await seam.devices.get({ device_id: added.deviceId })).device_type, 'august_lock')
    const { access_code_id } = await seam.accessCodes.create({ device_id: lock.deviceId })
    assert.equal((await seam.accessCodes.get({ access_code_id })).status, 'setting')
  })

  test('misuse is an error that names it, and no PIN', async () => {
    const { fake, lock } = open()
    const before = fake.now
    // Options of a fake are options, as those of a client.
    for (const [options, named] of [
      [{ device: [] }, /`device`.*`devices`/],
      [{ devices: [{ brnad: 'nuki' }] }, /`brnad`.*`brand`/],
      [{ devices: [{ brand: 'acme' }] }, /`acme`.*august/],
      [{ devices: [{ slots: -1 }] }, /`slots`.*-1/],
      [{ devices: [{ slots: 2 ** 32 }] }, /`slots`.*4294967295.*4294967296/],
      [{ devices: [{ name: 7 }] }, /`name`: expected a string/],
      [{ devices: [{ timeZone: 'Berlin' }] }, /`Berlin`.*IANA/],
      [{ devices: {} }, /`devices`/],
      [{ devices: ['nuki'] }, /each lock is an object, as `{ brand/],
      [{ seed: -1 }, /`seed`/],
      [{ clock: 'broken' }, /`clock`/],
      [{ now: 8.64e15 }, /`now`/],
      [Promise.resolve({ devices: [] }), /the options must be an object/],
      [[{ brand: 'nuki' }], /the options must be an object/],
      [{ devices: [Promise.resolve({ brand: 'nuki' })] }, /the options must be an object/],
    ]) {
      const error = await failureOf(() => createFakeSeam(options))
      assert.equal(error.name, 'SeamHttpInvalidOptionsError')
      assert.match(error.message, /^createFakeSeam: /)
      assert.match(error.message, named)
    }
    assert.match((await failureOf(() => createFakeSeam({ now: 'tomorrow' }))).message, /`now`/)
    for (const [control, deed, named] of [
      ['lock', () => fake.lock('x'), /`x`/],
      ['addLock', () => fake.addLock({ brand: 'acme' }), /`acme`.*august/],
      ['addLock', () => fake.addLock({ slot: 1 }), /`slot`.*`slots`/],
      ['advance', () => fake.advance(-1), /-1.*0 or more/],
      ['advance', () => fake.advance('1000'), /`ms`.*a string/],
      ['advance', () => fake.advance(Number.NaN), /`ms`.*a number/],
      ['advance', () => fake.advance(Number.POSITIVE_INFINITY), /`ms`.*a number/],
      ['advance', () => fake.advance(1e15), /9999/],
      ['disturb', () => fake.disturb(), /`fault`.*lost_before/],
      ['disturb', () => fake.disturb({ fault: 'lost' }), /`fault`.*lost_before/],
      ['disturb', () => fake.disturb({ fault: 'lost_after', pth: '/x' }), /`pth`.*`path`/],
      ['disturb', () => fake.disturb({ fault: 'lost_after', path: '/x' }), /`\/x`/],
      ['disturb', () => fake.disturb({ fault: 'lost_after', times: 2 ** 32 + 1 }), /`times`.*4294967297/],
      ['disturb', () => fake.disturb({ fault: 'slow' }), /`ms`.*nothing/],
      ['disturb', () => fake.disturb({ fault: 'slow', ms: 2 ** 32 }), /`ms`.*4294967296/],
      ['disturb', () => fake.disturb({ fault: 'too_many_requests' }), /`seconds`.*nothing/],
      ['disturb', () => fake.disturb({ fault: 'server_error', status: 404 }), /404.*500 to 599/],
      ['disturb', () => fake.disturb({ fault: 'server_error', status: 65_536 + 500 }), /`status`.*66036/],
      ['disturbAtRandom', () => fake.disturbAtRandom(2), /2/],
      ['disturbAtRandom', () => fake.disturbAtRandom('0.2'), /`share`.*a string/],
      ['disconnectAccount', () => fake.disconnectAccount('x'), /`x`/],
      ['reconnectAccount', () => fake.reconnectAccount(), /`connectedAccountId`.*nothing/],
      ['failProvider', () => fake.failProvider('acme'), /`acme`/],
      ['completeConnectWebview', () => fake.completeConnectWebview('x'), /`x`/],
      ['setBattery', () => lock.setBattery(2), /2/],
      ['setBattery', () => lock.setBattery('low'), /`level`/],
      ['setDelays', () => lock.setDelays({ setting: -1 }), /`setting`.*-1/],
      ['setDelays', () => lock.setDelays({ setting: '5' }), /`setting`.*a string/],
      ['setDelays', () => lock.setDelays({ seting: 1 }), /`seting`/],
      ['setSlots', () => lock.setSlots(-1), /`slots`.*-1/],
      ['setSlots', () => lock.setSlots(2 ** 32), /`slots`.*4294967296/],
      ['setSlots', () => lock.setSlots(1.5), /`slots`.*1.5/],
      ['changeCode', () => lock.changeCode('x', '4711'), /`x`/],
      ['changeCode', () => lock.changeCode('x', 4711), /`code`: expected a string, got a number/],
      ['addCode', () => lock.addCode(4711), /`code`: expected a string/],
      ['enter', () => lock.enter(4711), /`code`: expected a string/],
      ['holds', () => lock.holds('x', 4711), /`code`: expected a string/],
      ['deleteCode', () => lock.deleteCode(), /`accessCodeId`.*nothing/],
      ['addLock', () => fake.addLock('nuki'), /each lock is an object/],
      ['fakeDevice', () => fakeDevice('nuki'), /`overrides`/],
      ['fakeDevice', () => fakeDevice(Promise.resolve({ display_name: 'Front' })), /`overrides`/],
      ['fakeAccessCode', () => fakeAccessCode([fakeAccessCode()]), /`overrides`/],
      ['fakeDevice', () => fakeDevice({}, 'acme'), /`acme`.*august/],
      ['fakeAccessCode', () => fakeAccessCode(4711), /`overrides`/],
      ['turn', () => lock.turn('open'), /`position`.*'unlocked'/],
    ]) {
      const error = await failureOf(deed)
      assert.ok(error instanceof TypeError, `${control}: ${error}`)
      assert.ok(error.message.startsWith(`${control}: `), error.message)
      assert.match(error.message, named)
      assert.ok(!error.message.includes('4711') && !error.message.includes('\n'), error.message)
    }
    // What was refused has done nothing.
    assert.equal(fake.now, before)
    assert.deepEqual(fake.locks, [lock])
    const { accessCodes } = new SeamHttp({ apiKey: fake.apiKey, fetch: fake.fetch })
    assert.deepEqual(await accessCodes.list({ device_id: lock.deviceId }), [])
  })

  test('time zones are those of the runtime', async () => {
    const { seam, lock } = open({
      devices: [{ brand: 'igloohome', timeZone: 'Europe/Berlin' }],
      now: '2026-01-01T00:00:00Z',
    })
    const until = async (ends_at) => {
      const parameters = { device_id: lock.deviceId, is_offline_access_code: true, ends_at }
      const starts_at = '2026-03-02T12:00:00+01:00'
      const created = seam.accessCodes.create({ ...parameters, starts_at })
      return await created.then(
        () => 'taken',
        ({ code }) => code,
      )
    }
    // Clocks are put forward between the two.
    assert.equal(await until('2026-04-11T12:00:00+02:00'), 'taken')
    assert.equal(await until('2026-04-11T13:01:00+02:00'), 'invalid_input')
  })

  test('examples are as the API writes them', () => {
    const device = fakeDevice({ display_name: 'Front' }, 'nuki')
    assert.deepEqual([device.device_type, device.display_name], ['nuki_lock', 'Front'])
    const code = fakeAccessCode({ code: '4071' })
    assert.deepEqual([code.status, code.code, code.is_managed], ['set', '4071', true])
    assert.notEqual(code.access_code_id, fakeAccessCode().access_code_id)
    assert.equal(status.diagnose(code).verdict, 'active')
  })
})
