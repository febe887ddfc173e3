// The error of ensureAccessCode where another code is in place of the wanted one: nothing that it says of the differences holds the PIN, that of the
// existing code or the wanted one.
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { inspect } from 'node:util'
import { accessCode } from '../../support/access-code.mjs'
import { failureOf, openStage, pin } from '../../support/stage.mjs'

describe('a conflict shows no PIN', { timeout: 60_000 }, () => {
  let stage

  before(async () => {
    stage = await openStage()
  })
  after(() => stage.close())
  beforeEach(() => stage.reset())

  test('where a name quotes the PIN that was asked for, and the server does not report it', async () => {
    const code = { ...accessCode({ device_id: stage.deviceId }), code: null, name: `Other ${pin}` }
    stage.proxy.fault('/access_codes/get', { status: 200, body: { access_code: code, ok: true } })
    const { ensureAccessCode } = stage.status
    const error = await failureOf(() =>
      ensureAccessCode(stage.seam, { device_id: stage.deviceId, code: pin, name: `${pin} Guest` }),
    )
    assert.ok(stage.status.isSeamAccessCodeConflictError(error), String(error))
    const name = error.differences.find(({ property }) => property === 'name')
    assert.deepEqual(name, { property: 'name', expected: '[redacted] Guest', actual: 'Other [redacted]' })
    for (const text of [
      error.message,
      error.stack,
      inspect(error, { depth: null }),
      JSON.stringify(error),
      JSON.stringify(error.differences),
    ]) {
      assert.ok(!text.includes(pin), text)
    }
  })

  test('where one PIN begins like the other', async () => {
    const code = { ...accessCode({ device_id: stage.deviceId }), code: pin.slice(0, 4), name: `Other ${pin}` }
    stage.proxy.fault('/access_codes/get', { status: 200, body: { access_code: code, ok: true } })
    const { ensureAccessCode } = stage.status
    const wanted = { device_id: stage.deviceId, code: pin, name: 'Guest' }
    const error = await failureOf(() => ensureAccessCode(stage.seam, wanted))
    assert.ok(stage.status.isSeamAccessCodeConflictError(error), String(error))
    assert.match(error.message, /`name` is `Other \[redacted\]`/)
  })
})
