// The two parameters that a door depends on: what is a PIN and what is a window, on create, on update and in the
// sandbox. All other parameters are in parameters.test.mjs.
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { accessCode } from '../../support/access-code.mjs'
import { assertParametersRefused } from '../../support/refusal.mjs'
import { assertReadable, failureOf, openStage, pin } from '../../support/stage.mjs'

const starts_at = '2031-05-01T14:00:00Z'
const ends_at = '2031-05-04T10:00:00Z'

describe('codes and windows', { timeout: 600_000 }, () => {
  let stage
  let accessCodes
  let device_id

  before(async () => {
    stage = await openStage()
    accessCodes = stage.seam.accessCodes
    device_id = stage.deviceId
  })
  after(() => stage.close())
  beforeEach(() => stage.reset())

  const assertRefused = (request, expected) => assertParametersRefused(stage, request, expected)

  describe('code', () => {
    test('has 4 to 12 digits', async () => {
      const bad = ['123', '1234567890123', '12a4', '', '12 34', '-1234', '１２３４']
      for (const code of bad) {
        await assertRefused(accessCodes.create({ device_id, code }), {
          code: /4|digit/,
        })
      }
    })

    test('is a string', async () => {
      await assertRefused(accessCodes.create({ device_id, code: 739184 }), {
        code: /string/,
      })
      await assertRefused(accessCodes.create({ device_id, code: null }), {
        code: /string/,
      })
    })

    test('of 4 and of 12 digits and with leading zeros is sent as it is', async () => {
      for (const code of ['0000', '123456789012', '007391']) {
        await accessCodes.create({ device_id, code })
        assert.equal(stage.proxy.last().body.code, code)
      }
    })

    test('is checked on update, and not on get, where it may be what the lock made', async () => {
      await assertRefused(accessCodes.update({ access_code_id: 'a', code: '12' }), { code: /4|digit/ })
      await failureOf(() => accessCodes.get({ device_id, code: 'A1' }))
      assert.equal(stage.proxy.count('/access_codes/get'), 1)
    })

    test('has 4 to 8 digits where the sandbox simulates', async () => {
      await assertRefused(
        accessCodes.simulate.createUnmanagedAccessCode({
          device_id,
          name: 'Neighbour',
          code: '123456789',
        }),
        { code: /8/ },
      )
    })

    test('a refused PIN is nowhere in the error', async () => {
      const code = `${pin}${pin}9`
      const error = await assertRefused(accessCodes.create({ device_id, code }), { code: /12/ })
      assertReadable(error, code)
      assert.ok(!JSON.stringify(error).includes(code))
    })
  })

  describe('window', () => {
    test('dates are RFC 3339 with an offset', async () => {
      const bad = [
        'tomorrow',
        '2031-05-01',
        '2031-05-01 14:00',
        '2031-05-01T14:00:00',
        '2031-13-01T14:00:00Z',
        '2031-02-30T14:00:00Z',
        '2031-05-01T25:00:00Z',
        '01/05/2031',
        '',
      ]
      for (const value of bad) {
        await assertRefused(accessCodes.create({ device_id, starts_at: value, ends_at }), {
          starts_at: /RFC 3339/,
        })
      }
    })

    test('dates with any offset and any fraction are sent as they are', async () => {
      const good = [
        '2031-05-01T14:00:00Z',
        '2031-05-01T14:00:00.123456Z',
        '2031-05-01T16:00:00+02:00',
        '2031-05-01T14:00:00.5-08:00',
      ]
      for (const value of good) {
        await accessCodes.create({ device_id, starts_at: value, ends_at })
        assert.equal(stage.proxy.last().body.starts_at, value)
      }
    })

    test('a Date is sent as its ISO text', async () => {
      const date = new Date('2031-05-01T14:00:00.000Z')
      await accessCodes.create({ device_id, starts_at: date, ends_at })
      assert.equal(stage.proxy.last().body.starts_at, '2031-05-01T14:00:00.000Z')
    })

    test('an end before or at its start is refused, across offsets', async () => {
      const windows = [
        [ends_at, starts_at],
        [starts_at, starts_at],
        ['2031-05-01T14:00:00Z', '2031-05-01T15:30:00+02:00'],
      ]
      for (const [from, to] of windows) {
        await assertRefused(accessCodes.create({ device_id, starts_at: from, ends_at: to }), {
          ends_at: /after|later|before/,
        })
      }
    })

    test('create takes both bounds or none', async () => {
      await assertRefused(accessCodes.create({ device_id, starts_at }), {
        ends_at: /starts_at/,
      })
      await assertRefused(accessCodes.create({ device_id, ends_at }), {
        starts_at: /ends_at/,
      })
      await assertRefused(accessCodes.createMultiple({ device_ids: [device_id], starts_at }), {
        ends_at: /starts_at/,
      })
    })

    test('a one-time offline code has only a start', async () => {
      // The fake knows no offline codes and wants both bounds.
      stage.proxy.fault('/access_codes/create', {
        status: 200,
        body: { access_code: accessCode({ access_code_id: 'offline' }), ok: true },
      })
      const parameters = {
        device_id,
        starts_at,
        is_offline_access_code: true,
        is_one_time_use: true,
      }
      const created = await accessCodes.create(parameters)
      assert.equal(created.access_code_id, 'offline')
      assert.deepEqual(stage.proxy.last().body, parameters)
    })

    test('an update may move one bound', async () => {
      // The fake wants both bounds here too; the answer is the proxy's.
      for (const bound of [{ starts_at }, { ends_at }]) {
        stage.proxy.fault('/access_codes/update', {
          status: 200,
          body: { ok: true },
        })
        await accessCodes.update({ access_code_id: 'a', ...bound })
      }
      assert.equal(stage.proxy.count('/access_codes/update'), 2)
    })

    test('an update with both bounds keeps their order', async () => {
      await assertRefused(
        accessCodes.update({
          access_code_id: 'a',
          starts_at: ends_at,
          ends_at: starts_at,
        }),
        { ends_at: /after|later|before/ },
      )
    })
  })
})
