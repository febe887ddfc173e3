// A fake leaves nothing behind: thousands of them, freed by hand or dropped, take no more memory than the first thousand. memory.mjs makes them, in a
// process of its own that has a garbage collector to call.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { loadPackage } from '../../support/package.mjs'
import { failureOf } from '../../support/stage.mjs'

const program = fileURLToPath(new URL('memory.mjs', import.meta.url))

describe('memory of seam-edge/testing', { timeout: 1_200_000 }, () => {
  for (const how of ['free', 'drop']) {
    test(`${how}: thousands of fakes leave nothing behind`, async () => {
      const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', program, how])
      const seen = JSON.parse(stdout)
      assert.deepEqual(
        seen.map(({ number }) => number),
        [0, 0, 0],
      )
      assert.equal(new Set(seen.map(({ byteLength }) => byteLength)).size, 1, stdout)
    })
  }

  test('a fake that was freed says so, and is never taken for another', async () => {
    const { createFakeSeam } = await loadPackage('testing')
    const fake = createFakeSeam()
    fake.free()
    fake.free()
    const other = createFakeSeam()
    assert.match((await failureOf(() => fake.log)).message, /freed.*create another/s)
    const refused = await failureOf(() => fake.fetch('https://connect.getseam.com/devices/list'))
    assert.match(refused.message, /freed/)
    assert.deepEqual(other.log, [])
  })
})
