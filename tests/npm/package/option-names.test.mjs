// A slip in the name of an option of any function is refused by its name, with the option that is near, in the name of the function. What else
// flows and clients refuse: see the tests of each.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { loadPackage } from '../../support/package.mjs'
import { exampleSecret, signedHeaders } from '../../support/webhooks.mjs'

const body = '{"event_id":"e1","event_type":"access_code.set_on_device"}'
const code = { access_code_id: 'a', device_id: 'd', status: 'set', errors: [], warnings: [] }
const method = { access_method_id: 'a', is_issued: true }
const parameters = { device_id: 'd', code: '4821' }

describe('names of options', { timeout: 600_000 }, () => {
  let functions
  let flows
  let sent = 0

  before(async () => {
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
    const seam = new SeamHttp({
      apiKey: 'seam_test1_key',
      fetch: async () => {
        sent += 1
        throw new Error('nothing may be sent')
      },
    })
    const webhook = new SeamWebhook(exampleSecret)
    functions = {
      checkAccessCode: (options) => checkAccessCode(parameters, options),
      'checkAccessCode of what cannot be written': (options) => checkAccessCode({ code: 1n }, options),
      checkAccessCodeOnDevice: (options) => checkAccessCodeOnDevice(seam, parameters, options),
      'checkAccessCodeOnDevice without a device': (options) => checkAccessCodeOnDevice(seam, {}, options),
      suggestCode: (options) => suggestCode({}, options),
      diagnose: (options) => diagnose(code, options),
      accessCodeTimeline: (options) => accessCodeTimeline(code, options),
      diagnoseAccess: (options) => diagnoseAccess(method, options),
      accessTimeline: (options) => accessTimeline(method, options),
      verify: (options) => webhook.verify(body, signedHeaders(body), options),
    }
    flows = {
      waitUntilSet: (options) => waitUntilSet(seam, 'a', options),
      waitUntilIssued: (options) => waitUntilIssued(seam, method, options),
      waitUntilRemoved: (options) => waitUntilRemoved(seam, 'a', options),
      ensureAccessCode: (options) => ensureAccessCode(seam, parameters, options),
      watchEvents: (options) => watchEvents(seam, {}, options),
    }
  })

  const slips = [
    ['checkAccessCode', 'exsting', 'existing'],
    ['checkAccessCode', 'nwo', 'now'],
    ['checkAccessCode', 'devcie', 'device'],
    ['checkAccessCode of what cannot be written', 'exsting', 'existing'],
    ['checkAccessCodeOnDevice', 'nwo', 'now'],
    ['checkAccessCodeOnDevice', 'timeuot', 'timeout'],
    ['checkAccessCodeOnDevice without a device', 'timeuot', 'timeout'],
    ['suggestCode', 'lenght', 'length'],
    ['suggestCode', 'exsting', 'existing'],
    ['suggestCode', 'aviod', 'avoid'],
    ['suggestCode', 'randon', 'random'],
    ['diagnose', 'nwo', 'now'],
    ['diagnose', 'noww', 'now'],
    ['accessCodeTimeline', 'nwo', 'now'],
    ['accessCodeTimeline', 'devcie', 'device'],
    ['diagnoseAccess', 'accesMethods', 'accessMethods'],
    ['diagnoseAccess', 'nwo', 'now'],
    ['accessTimeline', 'accessGrants', 'accessGrant'],
    // Of two names both are said.
    ['verify', 'nwo'],
    ['verify', 'tolerence'],
  ]

  for (const [name, slip, meant] of slips) {
    test(`${slip} of ${name}`, async () => {
      const { SeamHttpInvalidOptionsError } = await loadPackage()
      // A function or a cycle is no JSON, and is refused by its name all the same.
      const cycle = {}
      cycle.itself = cycle
      for (const value of [5, () => 5, cycle, 1n]) {
        const error = await failureOf(() => functions[name]({ [slip]: value }))
        assert.ok(error instanceof SeamHttpInvalidOptionsError, String(error))
        const help = meant === undefined ? 'expected one of now, tolerance' : `did you mean \`${meant}\`?`
        assert.equal(error.message, `${shown(name)}: unknown option \`${slip}\`: ${help}`)
      }
      assert.equal(sent, 0)
    })
  }

  const slipsOfFlows = [
    ['waitUntilSet', 'maxwait', 'maxWait'],
    ['waitUntilIssued', 'stopsWhen', 'stopWhen'],
    ['waitUntilRemoved', 'onProgres', 'onProgress'],
    ['watchEvents', 'curser', 'cursor'],
  ]

  for (const [name, slip, meant] of slipsOfFlows) {
    test(`${slip} of ${name}`, async () => {
      const { SeamHttpInvalidOptionsError } = await loadPackage()
      const error = await failureOf(() => flows[name]({ [slip]: 5 }))
      assert.ok(error instanceof SeamHttpInvalidOptionsError, String(error))
      assert.equal(error.message, `${name}: unknown option \`${slip}\`: did you mean \`${meant}\`?`)
      assert.equal(sent, 0)
    })
  }

  test('what is wrong with an option that only calls have is told in the name of the function too', async () => {
    for (const name of Object.keys(flows)) {
      const error = await failureOf(() => flows[name]({ signal: 5 }))
      assert.equal(error.message, `${name}: \`signal\`: expected an AbortSignal`)
    }
    const checked = await failureOf(() => flows.ensureAccessCode({ timeout: -1 }))
    assert.match(checked.message, /^ensureAccessCode: `timeout`: /)
    const slip = await failureOf(() => flows.ensureAccessCode({ maxRetrys: 5 }))
    assert.match(
      slip.message,
      /^ensureAccessCode: `maxRetrys`: not a known name \(did you mean `maxRetries`\?\)/,
    )
    const called = await failureOf(() => functions.checkAccessCodeOnDevice({ timeout: -1 }))
    assert.match(called.message, /^checkAccessCodeOnDevice: `timeout`: /)
    const polled = await failureOf(() => flows.watchEvents({ timeout: -1 }).next())
    assert.match(polled.message, /^watchEvents: `timeout`: /)
  })

  test('a name that is near none is refused with the ones that there are', async () => {
    const error = await failureOf(() => functions.verify({ clock: 5 }))
    assert.match(error.message, /unknown option `clock`: expected one of now, tolerance$/)
  })

  test('options that are no object are refused, and none are none', async () => {
    for (const [name, call] of Object.entries(functions)) {
      if (name === 'checkAccessCodeOnDevice') continue
      for (const none of [undefined, null, {}]) await call(none)
      if (/^(errors|warnings) /.test(name)) continue
      for (const odd of [5, 'text', [], () => {}]) {
        const error = await failureOf(() => call(odd))
        assert.match(error.message, /the options must be an object/, name)
      }
    }
  })
})

/** What messages call the function under test. */
const shown = (name) =>
  ({
    'checkAccessCode of what cannot be written': 'checkAccessCode',
    'checkAccessCodeOnDevice without a device': 'checkAccessCodeOnDevice',
    verify: 'SeamWebhook.verify',
  })[name] ?? name

const failureOf = async (action) => {
  try {
    await action()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}
