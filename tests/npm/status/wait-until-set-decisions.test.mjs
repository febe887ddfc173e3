// What `waitUntilSet` makes of each state that a server may tell, with answers that the proxy invents because the fake has no such codes.
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { assertReadable, failureOf, openStage, pin } from '../../support/stage.mjs'
import { answerWith, assertShowsNoPin, fromNow, hour, looksIn, waitOptions } from '../../support/waiting.mjs'

describe('waitUntilSet decides by what the server says', { timeout: 600_000 }, () => {
  let stage
  let seam

  before(async () => {
    stage = await openStage()
    seam = stage.createClient()
  })
  after(() => stage.close())
  beforeEach(() => stage.reset())

  const wait = (idOrCode, options) =>
    stage.status.waitUntilSet(seam, idOrCode, { ...waitOptions, ...options })
  const looks = () => looksIn(stage)

  const now = Date.now()
  const window = { type: 'time_bound', starts_at: fromNow(-hour), ends_at: fromNow(hour) }
  const later = { type: 'time_bound', starts_at: fromNow(24 * hour), ends_at: fromNow(48 * hour) }
  const waiting = { status: 'setting', created_at: new Date(now).toISOString() }
  const error = (error_code, rest) => [
    { error_code, message: `About ${pin}.`, is_access_code_error: true, ...rest },
  ]
  const mutation = (mutation_code) => [
    { mutation_code, message: 'm', created_at: new Date(now).toISOString() },
  ]
  const newest = { status: undefined, display_status: 'Active' }

  const cases = {
    'set is done': [{ status: 'set' }, 'done'],
    'set is done where something troubles it': [
      { status: 'set', warnings: [{ warning_code: 'third_party_integration_detected', message: 'm' }] },
      'done',
    ],
    'set is done where an error troubles it': [
      { status: 'set', errors: error('an_error_of_tomorrow') },
      'done',
    ],
    'set is done ahead of its start': [{ ...later, status: 'set' }, 'done'],
    'set, but to a PIN that the lock refuses': [
      { status: 'set', errors: error('code_constraints_violated') },
      'failed',
    ],
    'set is not done while its PIN changes': [
      { status: 'set', pending_mutations: mutation('updating_code') },
      'wait',
    ],
    'set is done while its name changes': [
      { status: 'set', pending_mutations: mutation('updating_name') },
      'done',
    ],
    'set without a PIN yet is not done': [{ status: 'set', is_waiting_for_code_assignment: true }, 'wait'],
    setting: [waiting, 'wait'],
    'setting, that is slow': [
      { ...waiting, warnings: [{ warning_code: 'delay_in_setting_on_device', message: 'm' }] },
      'wait',
    ],
    'setting, that failed so far': [{ ...waiting, errors: error('failed_to_set_on_device') }, 'wait'],
    'setting, with an error that is not known here': [
      { ...waiting, errors: error('an_error_of_tomorrow') },
      'wait',
    ],
    'setting, while the lock is offline': [{ ...waiting, errors: error('device_disconnected') }, 'wait'],
    'setting, with a PIN that the lock refuses': [
      { ...waiting, errors: error('code_constraints_violated') },
      'failed',
    ],
    'setting, on a lock that is gone': [{ ...waiting, errors: error('device_removed') }, 'failed'],
    'unset, within its window': [{ ...window, ...waiting, status: 'unset' }, 'wait'],
    'unset, ahead of its window': [{ ...later, status: 'unset' }, 'due_later'],
    'an older code without pending_mutations': [{ ...waiting, pending_mutations: undefined }, 'wait'],
    removing: [{ status: 'removing' }, 'failed'],
    'being deleted, says a warning': [
      { status: 'set', warnings: [{ warning_code: 'being_deleted', message: 'm' }] },
      'failed',
    ],
    expired: [
      { type: 'time_bound', starts_at: fromNow(-2 * hour), ends_at: fromNow(-hour), status: 'unset' },
      'failed',
    ],
    'unknown status': [{ status: 'unknown' }, 'wait'],
    'a status of tomorrow, nothing pending': [{ status: 'glowing' }, 'wait'],
    'newest, nothing pending': [newest, 'done'],
    'newest, within its window': [{ ...newest, ...window }, 'done'],
    'newest, creating': [
      { ...newest, ...waiting, status: undefined, pending_mutations: mutation('creating') },
      'wait',
    ],
    'newest, deferring': [
      { ...newest, ...later, pending_mutations: mutation('deferring_creation') },
      'due_later',
    ],
    'newest, deleting': [{ ...newest, pending_mutations: mutation('deleting') }, 'failed'],
    'newest, nothing pending but an error': [
      { ...newest, ...waiting, status: undefined, errors: error('failed_to_issue') },
      'wait',
    ],
    'newest, ahead of its start': [{ ...newest, ...later }, 'due_later'],
  }

  for (const [name, [code, expected]] of Object.entries(cases)) {
    test(`${name}: ${expected}`, async () => {
      answerWith(stage, code, { status: 'set', name: 'Second look' })
      const outcome = await wait('access_code_1').then(
        (found) => (found.name === 'Second look' ? 'wait' : 'done'),
        (failure) => {
          assert.ok(stage.status.isSeamAccessCodeFailedError(failure), String(failure))
          assert.equal(failure.accessCode.code, pin)
          assertReadable(failure, pin)
          assertShowsNoPin(failure)
          return failure.reason
        },
      )
      assert.equal(outcome, expected)
      assert.equal(looks(), expected === 'wait' ? 2 : 1)
    })
  }

  for (const [name, code] of Object.entries({
    'with is_scheduled_on_device': { ...later, status: 'unset', is_scheduled_on_device: true },
    'of the newest types': { ...newest, ...later, is_scheduled_on_device: true },
  })) {
    test(`a schedule on the lock is enough by until: 'scheduled', ${name}`, async () => {
      answerWith(stage, code, code)
      assert.equal((await wait('access_code_1', { until: 'scheduled' })).is_scheduled_on_device, true)
      assert.equal((await failureOf(() => wait('access_code_1'))).reason, 'due_later')
    })
  }

  test("ends where somebody has to act by stopWhen: 'needs_action', and goes on without", async () => {
    const full = { ...waiting, errors: error('no_space_for_access_code_on_device') }
    answerWith(stage, full)
    const failure = await failureOf(() => wait('access_code_1', { stopWhen: 'needs_action' }))
    assert.equal(failure.reason, 'needs_action')
    assert.equal(failure.diagnosis.actor, 'user')
    assertShowsNoPin(failure)
    answerWith(stage, full, { ...waiting, status: 'set' })
    assert.equal((await wait('access_code_1')).status, 'set')
    const refused = await failureOf(() => wait('access_code_1', { stopWhen: 'failed' }))
    assert.match(refused.message, /^waitUntilSet.*stopWhen/)
  })

  test('says in the message what is most urgent', async () => {
    const errors = [...error('failed_to_set_on_device'), ...error('code_constraints_violated')]
    answerWith(stage, { ...waiting, errors })
    const failure = await failureOf(() => wait('access_code_1'))
    assert.ok(failure.message.includes(failure.diagnosis.advice[1].action), failure.message)
    assert.ok(!failure.message.includes(failure.diagnosis.advice[0].action), failure.message)
  })

  test('says in the message what is the matter and what to do', async () => {
    answerWith(stage, { ...waiting, errors: error('code_constraints_violated') })
    const failure = await failureOf(() => wait('access_code_1'))
    assert.equal(failure.name, 'SeamAccessCodeFailedError')
    assert.equal(failure.diagnosis.actor, 'change_input')
    const [{ cause, action, message }] = failure.diagnosis.advice
    assert.ok(failure.message.includes(`${cause} ${action}`), failure.message)
    assert.equal(message, 'About [redacted].')
    assert.match(failure.message, /^access code `access_code_1` does not get on the lock: /)
  })
})
