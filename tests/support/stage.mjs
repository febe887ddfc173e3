// The stage that most test files need: the fake, the proxy in front of it, the installed package and a client with the
// seeded API key. Also the few assertions that every subject shares. No test and no expectation about one endpoint.
import assert from 'node:assert/strict'
import { startFakeSeam } from './fake-seam.mjs'
import { loadPackage } from './package.mjs'
import { startRecordingProxy } from './recording-proxy.mjs'

const environmentNames = [
  'SEAM_API_KEY',
  'SEAM_ENDPOINT',
  'SEAM_API_URL',
  'SEAM_PERSONAL_ACCESS_TOKEN',
  'SEAM_WORKSPACE_ID',
]

/** A developer's own settings must not decide what a test does. */
export const clearEnvironment = () => {
  for (const name of environmentNames) delete process.env[name]
}

/** A PIN that no fixture holds by chance; a test that finds it in a message has found a leak. */
export const pin = '739184'

/** Starts everything; `reset` between tests, `close` at the end. */
export const openStage = async () => {
  clearEnvironment()
  const seamEdge = await loadPackage()
  const [status, rules, events, webhooks] = await Promise.all(
    ['status', 'rules', 'events', 'webhooks'].map(loadPackage),
  )
  const fake = await startFakeSeam()
  const proxy = await startRecordingProxy(fake.url)
  const apiKey = fake.seed.seam_apikey1_token

  /** @param {object} [options] client options over the API key and the proxy's address */
  const createClient = (options = {}) => new seamEdge.SeamHttp({ apiKey, endpoint: proxy.url, ...options })

  return {
    seamEdge,
    status,
    rules,
    events,
    webhooks,
    fake,
    proxy,
    apiKey,
    deviceId: fake.seed.august_device_1,
    seam: createClient(),
    createClient,
    reset: () => {
      proxy.reset()
      fake.database.setState({ access_codes: [], action_attempts: [] })
    },
    close: async () => {
      await proxy.stop()
      await fake.stop()
    },
  }
}

/**
 * The error that `action` throws or rejects with; fails when it does neither.
 * @param {() => unknown} action
 * @returns {Promise<any>}
 */
export const failureOf = async (action) => {
  let value
  try {
    value = await action()
  } catch (error) {
    return error
  }
  assert.fail(`expected an error, got ${JSON.stringify(value)}`)
}

/** Errors are read in a log: one line, and nothing in them that opens a door. */
export const assertReadable = (error, ...secrets) => {
  assert.ok(error instanceof Error, `not an Error: ${String(error)}`)
  assert.doesNotMatch(error.message, /\n/, 'the message has one line')
  for (const secret of secrets) {
    assert.ok(!error.message.includes(secret), 'the message holds a PIN or a token')
  }
}

/** The headers of a recorded request that say who asks. */
export const authHeaders = ({ headers }) =>
  Object.fromEntries(
    [
      'authorization',
      'client-session-token',
      'seam-client-session-token',
      'seam-publishable-key',
      'seam-workspace',
    ]
      .filter((name) => headers[name] !== undefined)
      .map((name) => [name, headers[name]]),
  )
