// The side of node:test: starts fake and proxy, has a runtime run the checks, and asserts each of them by its name.
// How the runtime is started is the business of each test file.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import net from 'node:net'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { closeAll } from '../support/close-all.mjs'
import { startFakeSeam } from '../support/fake-seam.mjs'
import { consumerFolder } from '../support/package.mjs'
import { startRecordingProxy } from '../support/recording-proxy.mjs'
import { checks } from './checks.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))

/**
 * Defines one test per check.
 * @param {string} title
 * @param {object} options
 * @param {boolean} options.readsEnvironment whether the Seam variables can be read; they are set in either case
 * @param {(settings: import('./checks.mjs').Settings) => Promise<string>} options.run has the runtime run the checks
 *   and gives what it printed
 */
export const describeRuntime = (title, { readsEnvironment, run }) =>
  describe(title, { timeout: 600_000 }, () => {
    let stage
    let results
    let ending

    before(async () => {
      stage = await openStage(readsEnvironment)
      const printed = await run(stage.settings).catch((error) => {
        // What was printed until then tells more.
        ending = error
        return error.printed ?? ''
      })
      results = printed
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line))
    })
    after(() => stage?.close())

    // A timer or a connection that is left behind would keep it from ending.
    test('runs every check once, and comes to its end', () => {
      assert.ifError(ending)
      assert.deepEqual(
        results.map(({ check }) => check),
        checks.map(({ name }) => name),
      )
    })

    for (const { name } of checks) {
      test(name, () => {
        const result = results.find(({ check }) => check === name)
        assert.ok(result, 'did not run')
        assert.ok(result.ok, result.error)
      })
    }
  })

/** What the checks ask for: the fake, behind a proxy that hangs, fails and redirects where they expect it. */
const openStage = async (readsEnvironment) => {
  const fake = await startFakeSeam()
  const proxy = await startRecordingProxy(fake.url)
  const hangingPath = '/events/list'
  proxy.fault(hangingPath, { hang: true }, Number.POSITIVE_INFINITY)
  proxy.fault('/webhooks/list', { status: 503, headers: { 'retry-after': '0' } })
  proxy.fault(
    '/connect_webviews/list',
    { status: 307, headers: { location: `${fake.url}/connect_webviews/list` } },
    Number.POSITIVE_INFINITY,
  )
  const { seed } = fake
  return {
    settings: {
      endpoint: proxy.url,
      closedEndpoint: `http://127.0.0.1:${await closedPort()}`,
      hangingPath,
      readsEnvironment,
      apiKey: seed.seam_apikey1_token,
      publishableKey: seed.seam_pk1_token,
      userIdentifierKey: seed.john_user_identifier_key,
      deviceId: seed.august_device_1,
      actionAttemptId: fake.database.addActionAttempt({ action_type: 'UNLOCK_DOOR' }).action_attempt_id,
    },
    close: () => closeAll([fake.stop, proxy.stop]),
  }
}

const closedPort = async () => {
  const server = net.createServer()
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address()
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** Puts the checks beside the installed package, where `seam-edge` means what it means to users; gives that folder. */
export const withChecks = async (use, parent) => {
  const folder = await mkdtemp(join(parent ?? (await consumerFolder()), 'runtimes-'))
  try {
    await cp(here, folder, { recursive: true })
    return await use(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** The variables that the package looks for, over those of this process without any of its own. */
export const environmentFor = ({ apiKey, endpoint }) => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('SEAM_'))),
  SEAM_API_KEY: apiKey,
  SEAM_ENDPOINT: endpoint,
})

/** Runs a program without input and gives what it printed. Fails where it does, with what it had `printed` by then. */
export const outputOf = async (program, args, options) => {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], timeout: 1_700_000, ...options })
  const texts = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr']) {
    child[name].setEncoding('utf8').on('data', (text) => {
      texts[name] += text
    })
  }
  const ended = await new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => resolve(signal ?? code))
  })
  if (ended === 0) return texts.stdout
  const error = new Error(`ended with ${ended}: ${program}\n${texts.stderr || texts.stdout}`)
  throw Object.assign(error, { printed: texts.stdout })
}
