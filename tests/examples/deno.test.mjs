// examples/deno in Deno, by its own task, against the fake behind HTTP.
import assert from 'node:assert/strict'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { bringRuntime } from '../../scripts/test/other-runtimes.mjs'
import { startServer } from '../bundlers/processes.mjs'
import { startOwnFake } from '../support/own-fake.mjs'
import { createExample } from './example-project.mjs'

const { program, reason } = await bringRuntime('deno')

describe('examples/deno', { timeout: 600_000 }, () => {
  let own
  let project
  let server

  before(async () => {
    assert.ok(program, reason)
    own = await startOwnFake({ devices: [{ name: 'Front Door' }, { name: 'Cellar', brand: 'schlage' }] })
    project = await createExample('deno')
    // The package is on no registry yet: Deno takes what lies in node_modules.
    const file = join(project.folder, 'deno.json')
    const settings = JSON.parse(await readFile(file, 'utf8'))
    await writeFile(file, JSON.stringify({ ...settings, nodeModulesDir: 'manual' }))
    server = await startServer(project.folder, [program, 'task', 'start'], {
      env: {
        SEAM_API_KEY: own.fake.apiKey,
        SEAM_ENDPOINT: own.url,
        DENO_DIR: join(project.folder, '.deno'),
        DENO_NO_UPDATE_CHECK: '1',
      },
    })
  })
  after(async () => {
    await server?.stop()
    await own?.stop()
    await project?.remove()
  })

  const ask = async (path, body) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    const init = body === undefined ? {} : { method: 'POST', body: text }
    const response = await fetch(new URL(path, server.url), init)
    return { status: response.status, body: await response.json() }
  }

  test('lists the locks', async () => {
    const { body } = await ask('/locks')
    assert.deepEqual(
      body.map(({ name, online }) => [name, online]),
      [
        ['Front Door', true],
        ['Cellar', true],
      ],
    )
  })

  test('says why a lock does not take a code, and which it takes', async () => {
    const { deviceId: device_id } = own.fake.locks[0]
    const taken = await ask('/check', { device_id, code: '482913' })
    assert.deepEqual(taken.body, { ok: true, issues: [] })
    const refused = await ask('/check', { device_id, code: '12' })
    assert.equal(refused.body.ok, false)
    assert.match(refused.body.issues[0].message, /digits/)
    assert.match(refused.body.suggestion, /^\d{4,8}$/)
    assert.equal((await ask('/check', { device_id: 'nowhere', code: '482913' })).status, 404)
    assert.equal((await ask('/check', '{')).status, 400)
  })
})
