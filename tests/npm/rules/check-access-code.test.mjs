// The table of cases that tests/native/rules runs in Rust, through the installed package: the same issues, with the zones of `Intl`. And what the
// facade adds: the parameters' own check, options, and that nothing is sent or thrown.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { inspect } from 'node:util'
import { loadPackage } from '../../support/package.mjs'
import { readRuleCases } from '../../support/rule-cases.mjs'

describe('checkAccessCode', { timeout: 600_000 }, () => {
  let rules
  let checkAccessCode

  before(async () => {
    rules = await loadPackage('rules')
    checkAccessCode = rules.checkAccessCode
  })

  for (const { file, cases } of readRuleCases()) {
    test(`cases of ${file}`, () => {
      assert.ok(cases.length > 20)
      for (const one of cases) {
        const { issues, ok } = checkAccessCode(one.parameters, one.options)
        const rules = issues.filter(({ source }) => source !== undefined)
        assert.deepEqual(rules.map(line).sort(), [...one.issues].sort(), one.name)
        assert.equal(ok, !issues.some(({ severity }) => severity === 'error'), one.name)
        for (const { message, help } of rules) assert.ok(message && help && !/\n/.test(message + help))
      }
    })
  }

  test('names PINs nowhere', () => {
    const device = {
      device_id: 'device1',
      properties: {
        supported_code_lengths: [6],
        code_constraints: [{ constraint_type: 'no_zeros' }, { constraint_type: 'no_such_constraint' }],
      },
    }
    const existing = [{ access_code_id: 'a', device_id: 'device1', code: '40820' }]
    const check = checkAccessCode({ device_id: 'device1', code: '40820' }, { device, existing })
    assert.deepEqual(codesOf(check), [
      'constraint_unknown',
      'code_length_not_supported',
      'code_breaks_constraint',
      'code_already_on_device',
    ])
    assert.doesNotMatch(inspect(check, { depth: null }), /40820/)
  })

  test('checks the parameters themselves, and says with each what to do', () => {
    const of = (parameters) => codesOf(checkAccessCode(parameters))
    assert.deepEqual(of({ device_id: 'a', code: '4082' }), [])
    assert.deepEqual(of({ device_id: 'a', code: '12' }), ['too_short'])
    assert.deepEqual(of({ device_id: 'a', start_at: '2031-01-01T00:00:00Z' }), ['misspelt_parameter'])
    assert.deepEqual(of({ code: '4082' }), ['missing'])
    assert.deepEqual(of({ device_ids: 'a', code: '4082' }), ['wrong_type'])
    assert.deepEqual(of({ access_code_id: 7 }), ['wrong_type'])
    assert.deepEqual(of({ device_id: 'a', starts_at: new Date(Number.NaN) }), ['not_serializable'])
    const [{ path, message, help }] = checkAccessCode({ device_id: 'a', starts_at: 'soon' }).issues
    assert.equal(path, 'starts_at')
    assert.ok(message && help)
  })

  test('takes anything for parameters, and throws nothing', () => {
    const cycle = {}
    cycle.itself = cycle
    for (const parameters of [
      undefined,
      null,
      7,
      'text',
      [],
      () => {},
      Symbol('a'),
      1n,
      cycle,
      { code: () => {} },
    ]) {
      const { ok, issues } = checkAccessCode(parameters)
      assert.equal(ok, false, typeof parameters)
      assert.ok(issues.length > 0)
    }
  })

  test('a part of a device restricts nothing, nor does none', () => {
    for (const device of [undefined, null, {}, { properties: null }, { errors: 'none' }]) {
      const parameters = { device_id: 'a', code: '4082' }
      assert.deepEqual(checkAccessCode(parameters, { device, existing: null }), { ok: true, issues: [] })
    }
  })

  test('what cannot be written is an issue', () => {
    const cycle = { device_id: 'a' }
    cycle.properties = cycle
    for (const device of [cycle, { properties: { locked: 1n } }]) {
      const { ok, issues } = checkAccessCode({ device_id: 'a', code: '4082' }, { device })
      assert.deepEqual([ok, issues.map(({ code }) => code)], [false, ['not_serializable']])
    }
  })

  test('takes any collection of codes', () => {
    const code = { device_id: 'a', access_code_id: 'b', code: '4082', status: 'set' }
    for (const existing of [[code], new Set([code]), new Map([['b', code]]).values()]) {
      const check = checkAccessCode({ device_id: 'a', code: '4082' }, { existing })
      assert.deepEqual(codesOf(check), ['code_already_on_device'])
    }
  })

  test('takes Dates as parameters, and an instant in any form', () => {
    const parameters = {
      device_id: 'a',
      starts_at: new Date('2031-01-01T00:00:00Z'),
      ends_at: new Date('2031-01-02T00:00:00Z'),
    }
    const over = '2031-01-03T00:00:00Z'
    for (const now of [over, new Date(over), Date.parse(over)]) {
      assert.ok(codesOf(checkAccessCode(parameters, { now })).includes('ends_at_not_in_future'))
    }
    assert.deepEqual(codesOf(checkAccessCode(parameters, { now: '2030-12-01T00:00:00Z' })), [])
    assert.throws(() => checkAccessCode(parameters, { now: 'soon' }), { name: 'TypeError', message: /`now`/ })
  })
})

const codesOf = ({ issues }) => issues.map(({ code }) => code)

const line = ({ severity, code, path, constraint }) =>
  [severity, code, path || '-', constraint].filter(Boolean).join(' ')
