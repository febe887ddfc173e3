// examples/node-script against the fake behind HTTP: what it prints, what is there afterwards, and that a second run changes nothing.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { promisify } from 'node:util'
import { ownEnvironment } from '../bundlers/project.mjs'
import { startOwnFake } from '../support/own-fake.mjs'
import { loadPackage } from '../support/package.mjs'
import { createExample } from './example-project.mjs'

const run = promisify(execFile)

describe('examples/node-script', { timeout: 600_000 }, () => {
  let own
  let project
  let seam

  before(async () => {
    own = await startOwnFake({ devices: [{ name: 'Front Door' }, { name: 'Cellar' }] })
    for (const lock of own.fake.locks) lock.setDelays({ setting: 0 })
    const { SeamHttp } = await loadPackage()
    seam = new SeamHttp({ apiKey: own.fake.apiKey, fetch: own.fake.fetch })
    project = await createExample('node-script')
  })
  after(async () => {
    await own.stop()
    await project.remove()
  })

  const start = async (...args) => {
    const env = ownEnvironment({ SEAM_API_KEY: own.fake.apiKey, SEAM_ENDPOINT: own.url })
    const program = ['give-codes.mjs', ...args]
    return await run(process.execPath, program, { cwd: project.folder, env }).then(
      ({ stdout }) => ({ code: 0, lines: stdout.trim().split('\n') }),
      ({ code, stdout, stderr }) => ({ code, lines: `${stdout}${stderr}`.trim().split('\n') }),
    )
  }
  const codes = async () => {
    const lists = own.fake.locks.map(({ deviceId: device_id }) => seam.accessCodes.list({ device_id }))
    return (await Promise.all(lists)).flat().map(({ code }) => code)
  }

  test('gives each booking a code, and none a second one', async () => {
    const { code, lines } = await start()
    assert.equal(code, 0, lines.join('\n'))
    assert.equal(lines.length, 3)
    assert.match(lines[0], /^2031-0417: \S/)
    assert.equal(lines[2], 'staff: on the lock')
    const made = await codes()
    assert.equal(made.length, 3)
    assert.ok(made.every((pin) => !lines.join().includes(pin)))

    assert.equal((await start()).code, 0)
    assert.deepEqual(await codes(), made, 'a second run made others')
  })

  test('says which booking has no code, and why', async () => {
    const bookings = [
      { booking: 'a', guest: 'Ada', lock: 'Attic' },
      { booking: 'b', guest: 'Bo', lock: 'Cellar', from: '2021-05-01T15:00:00Z', to: '2021-05-02T11:00:00Z' },
    ]
    await writeFile(join(project.folder, 'more.json'), JSON.stringify(bookings))
    const { code, lines } = await start('more.json')
    assert.equal(code, 1)
    assert.equal(lines[0], 'a: no lock is called `Attic`')
    assert.match(lines[1], /^b: .*`ends_at`/)
  })
})
