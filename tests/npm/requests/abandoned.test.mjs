// That calls leave nothing behind, however they end: 100,000 of them, a third aborted at random moments, others left in the middle of their
// pages. Afterwards no flow is under way, and the memory of the module is as large as it was after half of them. abandoned.mjs makes the
// calls, in a process of its own: node:test watches each promise, which would take most of the time.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const program = fileURLToPath(new URL('abandoned.mjs', import.meta.url))

test('100,000 calls, a third of them aborted, leave nothing behind', { timeout: 1_800_000 }, async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [program], { timeout: 1_790_000 })
  const { instances, tally, half, whole } = JSON.parse(stdout)
  assert.equal(instances, 1)
  const numbers = half.free.map((_, index) => index)
  assert.deepEqual(
    [half.free, whole.free],
    [numbers, numbers],
    'a number that is left out is of a flow that is still under way',
  )
  assert.equal(whole.byteLength, half.byteLength)

  // Each way to end was taken often.
  const ways = [
    'aborted before it is sent',
    'aborted while the fetch is pending',
    'aborted in the pause before the next attempt',
    'aborted after the answer',
    'fulfilled',
    'ERR_CANCELED',
    'ERR_NETWORK',
    'lock_jammed',
    'invalid_input',
    'SeamHttpInvalidResponseError',
    'no headers',
  ]
  for (const way of ways) assert.ok(tally[way] > 500, `${way}: ${tally[way]}`)
  assert.equal(tally['canceled by nobody'], undefined)
})
