// suggestCode: that what it gives passes the check, that chance comes from where it should, and what it says where no PIN is left.
// That it is uniform and exact is tested in Rust (tests/native/rules/suggest.rs).
import assert from 'node:assert/strict'
import { before, describe, mock, test } from 'node:test'
import { loadPackage } from '../../support/package.mjs'

const device = (...constraints) => ({
  device_id: 'device1',
  properties: {
    supported_code_lengths: [4, 6],
    code_constraints: constraints.map((constraint_type) => ({ constraint_type })),
  },
})

describe('suggestCode', { timeout: 600_000 }, () => {
  let rules
  let suggestCode

  before(async () => {
    rules = await loadPackage('rules')
    suggestCode = rules.suggestCode
  })

  test('suggests PINs that pass, and seldom the same', () => {
    const strict = device(
      'no_zeros',
      'cannot_start_with_12',
      'at_least_three_unique_digits',
      'unique_first_four_digits',
    )
    const codes = new Set()
    for (let round = 0; round < 200; round += 1) {
      const code = suggestCode(strict)
      codes.add(code)
      const { issues } = rules.checkAccessCode({ device_id: 'device1', code }, { device: strict })
      assert.deepEqual(
        issues.filter(({ path }) => path === 'code').filter(({ severity }) => severity === 'error'),
        [],
      )
      assert.match(code, /^[1-9]{4}$/)
    }
    assert.ok(codes.size > 150)
  })

  test('takes a length; without one, the shortest of the device, or 6', () => {
    assert.equal(suggestCode(device()).length, 4)
    assert.equal(suggestCode(device(), { length: 6 }).length, 6)
    assert.equal(suggestCode({}).length, 6)
    assert.throws(() => suggestCode(device(), { length: 5 }), { name: 'SeamNoCodeError' })
    for (const length of [3, 13, 4.5, '4', Number.NaN, null]) {
      assert.throws(() => suggestCode(device(), { length }), { name: 'SeamHttpInvalidOptionsError' })
    }
  })

  test('draws from crypto.getRandomValues, or from what it is given', () => {
    const spy = mock.method(globalThis.crypto, 'getRandomValues')
    suggestCode(device())
    assert.equal(spy.mock.callCount(), 1)
    const same = (words) => words.fill(0x12345678)
    assert.equal(suggestCode(device(), { random: same }), suggestCode(device(), { random: same }))
    assert.equal(spy.mock.callCount(), 1)
    for (const word of [1, 0xffffffff]) {
      assert.match(suggestCode(device(), { random: (words) => words.fill(word) }), /^\d{4}$/)
    }
    spy.mock.restore()
    for (const random of [() => new Uint32Array(16).fill(7), async (words) => void (await words.fill)]) {
      assert.throws(() => suggestCode(device(), { random }), { name: 'SeamHttpInvalidOptionsError' })
    }
  })

  test('looks at every PIN that it is to avoid, or says that it cannot', () => {
    for (const avoid of ['1234', [1234], new Set(['1234']), null, [undefined]]) {
      assert.throws(() => suggestCode(device(), { avoid }), { message: /`avoid`: expected an array/ })
    }
    for (const existing of [['1234'], '1234', 7, {}]) {
      assert.throws(() => suggestCode(device(), { existing }), { message: /`existing(\[0\])?`: expected/ })
    }
  })

  test('gives none that is avoided or on the device', () => {
    const all = Array.from({ length: 10_000 }, (_, index) => String(index).padStart(4, '0'))
    const last = '5829'
    const avoid = all.filter((code) => code !== last)
    assert.equal(suggestCode(device(), { avoid, length: 4 }), last)
    const existing = [{ access_code_id: 'a', device_id: 'device1', code: last }]
    const error = thrownBy(() => suggestCode(device(), { avoid, existing, length: 4 }))
    assert.equal(suggestCode(device(), { avoid, existing: null, length: 4 }), last)
    assert.throws(() => suggestCode(device(), { avoid, existing: new Set(existing), length: 4 }), {
      name: error.name,
    })
    assert.ok(rules.isSeamNoCodeError(error) && error instanceof rules.SeamNoCodeError)
    assert.deepEqual(error.collide.sort(), ['avoid', 'existing'])
    assert.doesNotMatch(error.message, /\d{4}/)
  })

  test('says which rules collide', () => {
    const error = thrownBy(() =>
      suggestCode(device('cannot_contain_0789', 'unique_first_four_digits', 'cannot_specify_pin_code')),
    )
    assert.equal(error.name, 'SeamNoCodeError')
    const [issue] = error.issues
    assert.equal(issue.severity, 'error')
    assert.ok(issue.code && issue.message && issue.help)
  })

  test('a runtime without crypto is told what to pass', () => {
    const own = Object.getOwnPropertyDescriptor(globalThis, 'crypto')
    for (const value of [undefined, {}]) {
      Object.defineProperty(globalThis, 'crypto', { value, configurable: true })
      try {
        const message = /suggestCode: `random`: needed, because this runtime has no `crypto\.getRandomValues`/
        assert.throws(() => suggestCode(device()), { name: 'SeamHttpInvalidOptionsError', message })
        assert.match(suggestCode(device(), { random: (words) => words.fill(7) }), /^\d{4}$/)
      } finally {
        Object.defineProperty(globalThis, 'crypto', own)
      }
    }
  })
})

const thrownBy = (action) => {
  try {
    action()
  } catch (error) {
    return error
  }
  return assert.fail('nothing was thrown')
}
