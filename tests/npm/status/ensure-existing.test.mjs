// `ensureAccessCode` where there is a code already: which one is the wanted code, and in what another one differs.
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { assertReadable, failureOf, openStage, pin } from '../../support/stage.mjs'
import { assertShowsNoPin, envelope, fromNow, getPath, hour } from '../../support/waiting.mjs'
import { createPath, unmanagedPath } from './ensuring.mjs'

describe('ensureAccessCode, and an existing code', { timeout: 600_000 }, () => {
  let stage
  let device_id

  before(async () => {
    stage = await openStage()
    device_id = stage.deviceId
  })
  after(() => stage.close())
  beforeEach(() => stage.reset())

  const window = { starts_at: '2031-05-01T16:00:00+02:00', ends_at: '2031-05-03T10:00:00.000Z' }
  const asUtc = { starts_at: '2031-05-01T14:00:00.000Z', ends_at: '2031-05-03T10:00:00.000Z' }
  const bound = { type: 'time_bound', ...asUtc }
  const past = { starts_at: fromNow(-2 * hour), ends_at: fromNow(2 * hour) }
  const adjusted = { warning_code: 'time_frame_adjusted_for_unknown_time_zone', message: 'm' }

  // What is asked for, what there is, and in what they differ.
  const cases = {
    'the same': [{ name: 'Guest' }, { name: 'Guest' }, []],
    'another name': [{ name: 'Guest' }, { name: 'Owner' }, ['name']],
    'a name with space around it': [{ name: ' Guest ' }, { name: 'Guest' }, []],
    'no name asked for': [{}, { name: 'Anything' }, []],
    'the same window, in UTC': [window, bound, []],
    'the same window, as dates': [
      { starts_at: new Date(asUtc.starts_at), ends_at: new Date(asUtc.ends_at) },
      bound,
      [],
    ],
    'the same window, in whole seconds': [
      { ...asUtc, ends_at: '2031-05-03T10:00:00.946242Z' },
      { ...bound, ends_at: '2031-05-03T10:00:00Z' },
      [],
    ],
    'another end': [window, { ...bound, ends_at: '2031-05-04T10:00:00Z' }, ['ends_at']],
    'another start': [window, { ...bound, starts_at: '2031-05-01T14:00:01Z' }, ['starts_at']],
    'a start in the past that was moved to now': [
      past,
      { ...past, type: 'time_bound', starts_at: fromNow(0) },
      [],
    ],
    'a start in the past that is another': [
      past,
      { ...past, type: 'time_bound', starts_at: fromNow(-3 * hour) },
      ['starts_at'],
    ],
    'a window with an hour of safety': [
      window,
      { ...bound, ends_at: '2031-05-03T11:00:00Z', warnings: [adjusted] },
      [],
    ],
    'a window with two': [
      window,
      { ...bound, ends_at: '2031-05-03T12:00:00Z', warnings: [adjusted] },
      ['ends_at'],
    ],
    'a window with an hour of safety at its start': [
      window,
      { ...bound, starts_at: '2031-05-01T13:00:00Z', warnings: [adjusted] },
      [],
    ],
    'a window that is shorter, with that warning': [
      window,
      {
        ...bound,
        starts_at: '2031-05-01T14:30:00Z',
        ends_at: '2031-05-03T09:30:00Z',
        warnings: [adjusted],
      },
      ['starts_at', 'ends_at'],
    ],
    'no name': [{ name: 'Guest' }, { name: null }, ['name']],
    'a window without bounds': [
      window,
      { type: 'time_bound', starts_at: null, ends_at: null },
      ['starts_at', 'ends_at'],
    ],
    'ongoing in place of a window': [window, { type: 'ongoing' }, ['type']],
    'a window in place of ongoing': [{}, bound, ['type']],
    'bounds that an ongoing code has kept': [{}, { ...bound, type: 'ongoing' }, []],
    'an old word for the kind': [window, { ...bound, type: 'timebound' }, []],
    'changes outside allowed, by the older name': [
      { allow_external_modification: true },
      { is_external_modification_allowed: false },
      ['is_external_modification_allowed'],
    ],
    'changes outside, not told': [
      { is_external_modification_allowed: true },
      { is_external_modification_allowed: undefined },
      [],
    ],
    'a backup code': [{}, { is_backup: true }, ['is_backup']],
    'an unmanaged code': [{ name: 'Guest' }, { is_managed: false, name: 'Other' }, ['is_managed']],
    'a code of another key': [{ common_code_key: 'one' }, { common_code_key: 'two' }, ['common_code_key']],
    'a code whose key is not told': [{ common_code_key: 'one' }, { common_code_key: undefined }, []],
    'a code without a key': [{ common_code_key: 'one' }, { common_code_key: null }, ['common_code_key']],
    'what the server does not tell': [{ prefer_native_scheduling: false, preferred_code_length: 8 }, {}, []],
    'a code that is being removed': [{}, { status: 'removing' }, ['status']],
    'several differences': [
      { name: 'Guest', ...window },
      { name: 'Owner', ...bound, starts_at: '2031-05-02T14:00:00Z', ends_at: '2031-05-04T10:00:00Z' },
      ['name', 'starts_at', 'ends_at'],
    ],
  }

  for (const [name, [wanted, existing, differences]] of Object.entries(cases)) {
    test(`${name}: ${differences.length === 0 ? 'is given' : `differs in ${differences}`}`, async () => {
      const { access_code_id } = await stage.seam.accessCodes.create({ device_id, code: pin })
      stage.fake.database.updateAccessCode({ access_code_id, ...existing })
      stage.proxy.requests.length = 0
      const outcome = await stage.status
        .ensureAccessCode(stage.createClient(), { device_id, code: pin, ...wanted })
        .catch((error) => error)
      assert.equal(stage.proxy.count(createPath), 0)
      if (differences.length === 0) {
        assert.equal(outcome.access_code_id, access_code_id, String(outcome))
        return
      }
      assert.ok(stage.status.isSeamAccessCodeConflictError(outcome), String(outcome))
      assert.deepEqual(
        outcome.differences.map(({ property }) => property),
        differences,
      )
      assert.equal(outcome.accessCode.code, pin)
      for (const { property } of outcome.differences) assert.ok(outcome.message.includes(`\`${property}\``))
      assertReadable(outcome, pin)
      assertShowsNoPin(outcome)
    })
  }

  test('a name that holds the PIN is shown without it', async () => {
    await stage.seam.accessCodes.create({ device_id, code: pin, name: `Door\n${pin}` })
    const error = await failureOf(() =>
      stage.status.ensureAccessCode(stage.createClient(), { device_id, code: pin, name: `Gate ${pin}` }),
    )
    assert.deepEqual(error.differences, [
      { property: 'name', expected: 'Gate [redacted]', actual: 'Door\n[redacted]' },
    ])
    assertReadable(error, pin)
    assertShowsNoPin(error)
  })

  test('a year that reads like the PIN is shown', async () => {
    const { access_code_id } = await stage.seam.accessCodes.create({ device_id, code: '2031', ...asUtc })
    stage.fake.database.updateAccessCode({ access_code_id, ends_at: '2031-06-03T10:00:00Z' })
    const error = await failureOf(() =>
      stage.status.ensureAccessCode(stage.createClient(), { device_id, code: '2031', ...asUtc }),
    )
    assert.deepEqual(error.differences, [
      { property: 'ends_at', expected: asUtc.ends_at, actual: '2031-06-03T10:00:00Z' },
    ])
  })

  test("an expired one is in nobody's way", async () => {
    const { access_code_id } = await stage.seam.accessCodes.create({ device_id, code: pin })
    const expired = {
      type: 'time_bound',
      starts_at: fromNow(-2 * hour),
      ends_at: fromNow(-hour),
      status: 'unset',
    }
    stage.fake.database.updateAccessCode({ access_code_id, ...expired })
    stage.proxy.fault(createPath, {
      status: 200,
      body: { access_code: { ...stage.fake.database.access_codes[0], access_code_id: 'new' }, ok: true },
    })
    const created = await stage.status.ensureAccessCode(stage.createClient(), { device_id, code: pin })
    assert.equal(created.access_code_id, 'new')
  })

  test('one that Seam has not set is found where managed codes are not', async () => {
    await stage.seam.accessCodes.simulate.createUnmanagedAccessCode({
      device_id,
      code: pin,
      name: 'By hand',
    })
    stage.proxy.fault(getPath, { status: 404, body: envelope('not_found') })
    const error = await failureOf(() =>
      stage.status.ensureAccessCode(stage.createClient(), { device_id, code: pin }),
    )
    assert.ok(stage.status.isSeamAccessCodeConflictError(error), String(error))
    assert.deepEqual(error.differences, [{ property: 'is_managed', expected: true, actual: false }])
    assert.equal(stage.proxy.count(createPath), 0)
    assert.equal(stage.proxy.count(unmanagedPath), 1)
  })
})
