// The checks in Deno, with what it may do written out: the network alone, and with the environment variables too.
// Deno asks nothing of anybody (--no-prompt): what the package is not allowed to do fails.
import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { bringRuntime } from '../../../scripts/test/other-runtimes.mjs'
import { consumerFolder } from '../../support/package.mjs'
import { describeRuntime, environmentFor, outputOf, withChecks } from '../checked-runtime.mjs'

const { name, version, program, reason } = await bringRuntime('deno')
assert.ok(program, reason)

const runWith = (permissions) => (settings) =>
  withChecks((folder) =>
    outputOf(
      program,
      ['run', '--no-prompt', ...permissions, join(folder, 'deno', 'run.mjs'), JSON.stringify(settings)],
      {
        cwd: folder,
        env: { ...environmentFor(settings), DENO_DIR: join(folder, '.deno'), DENO_NO_UPDATE_CHECK: '1' },
      },
    ),
  )

describeRuntime(`${name} ${version}, allowed the network alone`, {
  readsEnvironment: false,
  run: runWith(['--allow-net=127.0.0.1']),
})

describe(`${name} ${version}, allowed some environment variables`, { timeout: 600_000 }, () => {
  const environment = { SEAM_API_KEY: 'seam_key', SEAM_ENDPOINT: 'http://127.0.0.1:9' }
  /** What a program gets that makes a client, allowed to read these variables: its endpoint, or why there is none. */
  const clientWith = async (allowed, options = '') => {
    const source = `
      import { SeamHttp } from 'seam-edge'
      try {
        console.log(new SeamHttp(${options}).client.endpoint)
      } catch (error) {
        console.log(error.message)
      }`
    const folder = await mkdtemp(join(await consumerFolder(), 'deno-'))
    try {
      const file = join(folder, 'client.mjs')
      await writeFile(file, source)
      const args = ['run', '--no-prompt', ...(allowed === '' ? [] : [`--allow-env=${allowed}`]), file]
      const env = {
        ...process.env,
        ...environment,
        DENO_DIR: join(folder, '.deno'),
        DENO_NO_UPDATE_CHECK: '1',
      }
      return (await outputOf(program, args, { cwd: folder, env })).trim()
    } finally {
      await rm(folder, { recursive: true })
    }
  }

  test('an endpoint that cannot be read is refused, so that no call goes to production by mistake', async () => {
    const message = /SEAM_ENDPOINT cannot be read: in Deno, add `--allow-env=SEAM_ENDPOINT`/
    assert.match(await clientWith('SEAM_API_KEY'), message)
    assert.match(await clientWith('', `'seam_key'`), message)
  })

  test('a key that cannot be read is said to be so', async () => {
    const message = /SEAM_API_KEY cannot be read: in Deno, add `--allow-env=SEAM_API_KEY`/
    assert.match(await clientWith('SEAM_ENDPOINT'), message)
  })

  test('what is not needed need not be readable', async () => {
    assert.equal(await clientWith('SEAM_API_KEY,SEAM_ENDPOINT'), environment.SEAM_ENDPOINT)
    assert.equal(await clientWith('SEAM_ENDPOINT', `'seam_key'`), environment.SEAM_ENDPOINT)
    assert.equal(await clientWith('', `{ apiKey: 'seam_key', endpoint: 'http://a' }`), 'http://a')
  })
})

describeRuntime(`${name} ${version}, allowed the environment too`, {
  readsEnvironment: true,
  run: runWith(['--allow-net=127.0.0.1', '--allow-env']),
})
