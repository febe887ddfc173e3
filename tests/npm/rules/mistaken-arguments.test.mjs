// What callers pass by mistake where a device, a code or a list of codes belongs: a promise whose `await` was forgotten, a whole reply, one in place of
// many. Each would be read as one that restricts nothing.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { loadPackage } from '../../support/package.mjs'

const device = { device_id: 'd', can_program_online_access_codes: true, properties: { online: true } }
const code = { access_code_id: 'c', device_id: 'd', code: '4829', status: 'set' }

describe('arguments by mistake', { timeout: 600_000 }, () => {
  let modules
  let seam

  before(async () => {
    const names = ['events', 'rules', 'status', 'webhooks']
    const [main, events, rules, status, webhooks] = await Promise.all([
      loadPackage(),
      ...names.map((name) => loadPackage(name)),
    ])
    modules = { main, events, rules, status, webhooks }
    const { SeamHttp } = main
    seam = new SeamHttp({
      apiKey: 'seam_test1_key',
      fetch: async () => assert.fail('nothing is sent'),
    })
  })

  const notOne = (single) => [
    ['a promise', Promise.resolve(single), /await/],
    ['a request', seam.devices.get({ device_id: 'd' }), /await/],
    // biome-ignore lint/suspicious/noThenProperty: as promises of other libraries have it
    ['any thenable', { ...single, then() {} }, /await/],
    ['a reply of Axios', { data: { device: single }, status: 200 }, /`data`/],
    ['a whole reply', { device: single, ok: true }, /`device`/],
    ['a whole list', { devices: [single], ok: true }, /`devices`/],
    ['a whole code', { access_code: single }, /`access_code`/],
    ['a list', [single], /array.*one of its items/],
    ['a text', JSON.stringify(single), /string/],
    ['an ID', 'd', /string/],
    ['a number', 7, /number/],
    ['a Map', new Map(Object.entries(single)), /Map/],
    ['a Response', new Response(JSON.stringify(single)), /Response/],
    ['a function', () => single, /function/],
  ]
  const notCodes = () => [
    ['a promise', Promise.resolve([code]), /await/],
    ['a request', seam.accessCodes.list({ device_id: 'd' }), /await/],
    ['a whole reply', { access_codes: [code], ok: true }, /`access_codes`/],
    ['a reply of Axios', { data: { access_codes: [code] } }, /`data`/],
    ['a single code', code, /goes into an array/],
    ['an object', {}, /array/],
    ['a text', '4829', /string/],
    ['a number', 7, /number/],
    ['a generator that is asynchronous', (async function* () {})(), /AsyncGenerator/],
    ['a Map', new Map([['c', code]]), /existing\[0\].*array/],
    ['promises', [code, Promise.resolve(code)], /existing\[1\].*await/],
    ['lists', [[code], [code]], /existing\[0\].*array/],
    ['PINs', ['4829'], /existing\[0\].*string/],
    ['a gap', [code, null], /existing\[1\].*null.*leave it out/],
    ['devices', [{ ...device, device_type: 'august_lock' }], /existing\[0\].*got a device/],
  ]

  const parameters = { device_id: 'd', code: '4829' }
  const issueOf = (options) => {
    const { ok, issues } = modules.rules.checkAccessCode(parameters, options)
    assert.equal(ok, false)
    const [issue, ...others] = issues.filter(({ severity }) => severity === 'error')
    assert.deepEqual(others, [])
    assert.equal(issue.code, 'wrong_type')
    return issue
  }

  test('checkAccessCode says that a device is none', () => {
    for (const [what, value, expected] of notOne(device)) {
      const { path, message, help } = issueOf({ device: value })
      assert.equal(path, 'device', what)
      assert.match(`${message} ${help}`, expected, what)
    }
  })

  test('checkAccessCode says that codes are none, and no PIN', () => {
    for (const [what, value, expected] of notCodes()) {
      const { path, message, help } = issueOf({ existing: value })
      assert.match(`${path} ${message} ${help}`, expected, what)
      assert.match(path, /^existing/, what)
      assert.doesNotMatch(message + help, /4829/)
    }
  })

  test('checkAccessCode reports the parameters, the device and the codes together', () => {
    const { issues } = modules.rules.checkAccessCode(
      { device_id: 'd', code: '12' },
      { device: Promise.resolve(device), existing: code },
    )
    assert.deepEqual(
      issues.map(({ code, path }) => `${code} ${path}`),
      ['too_short code', 'wrong_type device', 'wrong_type existing'],
    )
  })

  test('checkAccessCode says so of parameters, and of what is within a device', () => {
    const { checkAccessCode } = modules.rules
    for (const [given, place] of [
      [Promise.resolve(parameters), ''],
      [{ ...parameters, code: Promise.resolve('4829') }, 'code'],
    ]) {
      const { ok, issues } = checkAccessCode(given)
      assert.equal(ok, false)
      assert.deepEqual(
        issues.map(({ code, path, help }) => [code, path, /await/.test(help)]),
        [['not_serializable', place, true]],
      )
    }
    const inside = checkAccessCode(parameters, { device: { ...device, properties: Promise.resolve({}) } })
    assert.equal(inside.ok, false)
    assert.match(inside.issues[0].message, /`device\.properties` is a promise; await it/)
  })

  const throwing = {
    'suggestCode, of the device': ['device', (value) => modules.rules.suggestCode(value)],
    diagnose: ['subject', (value) => modules.status.diagnose(value)],
    'accessCodeTimeline, of the code': [
      'codeOrParameters',
      (value) => modules.status.accessCodeTimeline(value),
    ],
    'accessCodeTimeline, of the device': [
      'device',
      (value) => modules.status.accessCodeTimeline(code, { device: value }),
    ],
  }
  for (const [name, [parameter, call]] of Object.entries(throwing)) {
    test(`${name}: a TypeError`, () => {
      for (const [what, value, expected] of notOne(device)) {
        const error = thrownBy(() => call(value))
        assert.equal(error.constructor, TypeError, what)
        assert.ok(error.message.startsWith(`\`${parameter}\`: expected `), error.message)
        assert.match(error.message, expected, what)
      }
    })
  }

  test('what is another kind of resource is no device', () => {
    for (const [what, value] of [
      ['an access code', code],
      ['an access grant', { access_grant_id: 'g' }],
      ['an access method', { access_method_id: 'm', code: '4829' }],
    ]) {
      const { path, message } = issueOf({ device: value })
      assert.deepEqual([path, message], ['device', `expected a device, got ${what}`])
      assert.match(thrownBy(() => modules.rules.suggestCode(value)).message, new RegExp(`got ${what}`))
      const timeline = () => modules.status.accessCodeTimeline(code, { device: value })
      assert.match(thrownBy(timeline).message, new RegExp(`got ${what}`))
    }
  })

  test('suggestCode says that codes are none', () => {
    for (const [what, value, expected] of notCodes()) {
      const error = thrownBy(() => modules.rules.suggestCode(device, { existing: value }))
      assert.equal(error.name, 'SeamHttpInvalidOptionsError', what)
      assert.match(error.message, /`existing/)
      assert.match(error.message, expected, what)
    }
  })

  test('redactEvent, the waits and a webhook say that a promise is to be awaited', async () => {
    const { SeamWebhook, redactEvent } = modules.webhooks
    const event = Promise.resolve({ event_type: 'device.connected' })
    const webhook = new SeamWebhook(`whsec_${btoa('secret of this test')}`)
    const calls = [
      () => redactEvent(event),
      () => redactEvent({ event }),
      () => redactEvent([event]),
      () => redactEvent(seam.events.get({ event_id: 'e' })),
      () => redactEvent({ event: seam.events.get({ event_id: 'e' }) }),
      () => webhook.verify(event, {}),
      () => modules.status.waitUntilSet(seam, Promise.resolve(code)),
      () => modules.status.waitUntilSet(Promise.resolve(seam), 'c'),
      () => modules.status.waitUntilRemoved(seam, seam.accessCodes.get({ access_code_id: 'c' })),
    ]
    for (const call of calls) {
      await assert.rejects(async () => call(), { name: 'TypeError', message: /await/ }, String(call))
    }
  })

  test('a wait without an ID names the parameter', async () => {
    const { waitUntilIssued, waitUntilRemoved, waitUntilSet } = modules.status
    for (const [parameter, wait] of [
      ['idOrCode', waitUntilSet],
      ['idOrCode', waitUntilRemoved],
      ['grantOrMethod', waitUntilIssued],
    ]) {
      for (const given of [undefined, null, {}]) {
        const message = new RegExp(`\`${parameter}\`: expected an`)
        await assert.rejects(async () => wait(seam, given), { name: 'TypeError', message })
      }
    }
  })

  test('options that are a promise, a collection or no object lose nothing without a word', async () => {
    const { main, events, rules, status } = modules
    const apiKey = 'seam_test1_key'
    const wrong = {
      'a promise': Promise.resolve({ apiKey }),
      'a request': seam.devices.list(),
      'a Map': new Map([['timeout', 5]]),
      'an array': [['timeout', 5]],
      'a number': 7,
    }
    const functions = {
      SeamHttp: (options) => new main.SeamHttp(options),
      'a call': (options) => seam.devices.list({}, options),
      waitUntilSet: (options) => status.waitUntilSet(seam, 'c', options),
      waitUntilRemoved: (options) => status.waitUntilRemoved(seam, 'c', options),
      waitUntilIssued: (options) => status.waitUntilIssued(seam, { access_grant_id: 'g' }, options),
      ensureAccessCode: (options) => status.ensureAccessCode(seam, parameters, options),
      diagnose: (options) => status.diagnose(code, options),
      watchEvents: (options) => events.watchEvents(seam, options).next(),
      checkAccessCode: (options) => rules.checkAccessCode(parameters, options),
      suggestCode: (options) => rules.suggestCode(device, options),
    }
    for (const [name, call] of Object.entries(functions)) {
      for (const [what, options] of Object.entries(wrong)) {
        // Options of watchEvents are parameters too.
        const refused = {
          name:
            name === 'watchEvents'
              ? /^Seam(HttpInvalidOptions|Validation)Error$/
              : 'SeamHttpInvalidOptionsError',
        }
        await assert.rejects(async () => call(options), refused, `${name}, ${what}`)
      }
    }
  })

  test('an option whose toJSON gives nothing, and headers that are a promise', async () => {
    const { status } = modules
    const nothing = { toJSON() {} }
    const calls = [
      () => seam.devices.list({}, { timeout: nothing }),
      () => seam.devices.list({}, { headers: Promise.resolve({ 'x-booking': '7' }) }),
      () => new modules.main.SeamHttp({ apiKey: 'seam_test1_key', headers: Promise.resolve({}) }),
      () => new modules.main.SeamHttp({ apiKey: 'seam_test1_key', maxRetries: nothing }),
      () => status.ensureAccessCode(seam, { device_id: 'd' }, { key: nothing }),
      () => status.waitUntilSet(seam, 'c', { maxWait: nothing }),
    ]
    for (const call of calls) {
      await assert.rejects(async () => call(), { name: 'SeamHttpInvalidOptionsError' }, String(call))
    }
  })

  test('redactEvent refuses what JSON makes nothing of', () => {
    const collections = [new Map([['code', '4829']]), new Set(['4829']), { pins: new Set(['4829']) }]
    const empty = [new Response('4829'), new Error('4829'), [new Number(4829)], { pin: /4829/ }]
    for (const odd of [...collections, ...empty]) {
      const error = thrownBy(() => modules.webhooks.redactEvent(odd))
      assert.equal(error.constructor, TypeError)
      assert.doesNotMatch(error.message, /4829/)
    }
  })

  test('what has an ID is a device or a code, whatever else it has', () => {
    const { suggestCode, checkAccessCode } = modules.rules
    const own = { ...device, data: { floor: 2 } }
    assert.match(suggestCode(own), /^\d{6}$/)
    assert.equal(checkAccessCode(parameters, { device: own }).ok, true)
    class Lock {
      device_id = 'd'
      name() {}
    }
    assert.equal(checkAccessCode(parameters, { device: new Lock() }).ok, true)
    assert.equal(checkAccessCode(parameters, { device: Object.assign(Object.create(null), device) }).ok, true)
  })
})

const thrownBy = (action) => {
  try {
    action()
  } catch (error) {
    return error
  }
  return assert.fail('nothing was thrown')
}
