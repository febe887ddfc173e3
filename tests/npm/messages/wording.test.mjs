// Words for guests: every text that a case of the tables brings about, in plain English and through an application's own messages.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, describe, test } from 'node:test'
import { loadPackage } from '../../support/package.mjs'
import { readRuleCases } from '../../support/rule-cases.mjs'

const [{ wording }, rules, status, schemas] = await Promise.all(
  ['messages', 'rules', 'status', 'schemas'].map((name) => loadPackage(name)),
)

/** The codes and devices of the tables of diagnoses and timelines, with their devices and instants. */
const statusCases = () =>
  ['diagnoses', 'timelines'].flatMap((table) => {
    const path = join(import.meta.dirname, `../../cases/status/${table}.json`)
    const { subjects, now, cases } = JSON.parse(readFileSync(path, 'utf8'))
    return cases
      .filter(({ subject }) => subject === undefined || Object(subject) === subject)
      .map((one) => ({
        name: one.name,
        subject: { ...subjects[one.of], ...one.subject },
        device: one.device,
        now: one.now ?? now,
      }))
  })

/** Every issue of the table of rules. */
const issuesOfRules = () =>
  readRuleCases().flatMap(({ cases }) =>
    cases.flatMap(({ parameters, options }) => rules.checkAccessCode(parameters, options).issues),
  )

const assertPlain = (text, about) => {
  assert.match(text, /^[^a-z]/, `${about}: begins small: ${text}`)
  assert.doesNotMatch(text, /`|[a-z0-9]_[a-z0-9]|\/devices\//, `${about}: ${text}`)
}

/** Parameters that break each rule of schemas whose messages tell something. */
const lock = { device_id: 'd' }
const told = [
  [
    'accessCodesCreateParameters',
    { ...lock, code: '123' },
    'too_short',
    { least: '4', most: '12', length: '3' },
  ],
  [
    'accessCodesCreateParameters',
    { ...lock, code: '1234567890123' },
    'too_long',
    { least: '4', most: '12', length: '13' },
  ],
  ['locksListParameters', { limit: -1 }, 'too_small', { limit: '1', got: '-1' }],
  [
    'accessCodesReportDeviceConstraintsParameters',
    { ...lock, max_code_length: 21 },
    'too_large',
    { limit: '20', got: '21' },
  ],
  ['devicesReportProviderMetadataParameters', { devices: [] }, 'too_few_items', { limit: '1', got: '0' }],
  [
    'clientSessionsCreateParameters',
    { user_identity_ids: ['a', 'b'] },
    'too_many_items',
    { limit: '1', got: '2' },
  ],
  ['devicesGetParameters', {}, 'missing_all', { names: '`device_id`, `name`' }],
  [
    'accessCodesCreateParameters',
    { ...lock, starts_at: '2026-06-02T00:00:00Z' },
    'missing_counterpart',
    { other: 'starts_at' },
  ],
  [
    'accessCodesCreateParameters',
    { ...lock, starts_at: '2026-06-02T00:00:00Z', ends_at: '2026-06-01T00:00:00Z' },
    'not_before',
    { earlier: 'starts_at' },
  ],
]

describe('wording', () => {
  let issues
  before(() => {
    issues = issuesOfRules()
    assert.ok(new Set(issues.map(({ code }) => code)).size > 70)
  })

  test('puts every issue into plain English', () => {
    const { issue: say } = wording()
    for (const issue of issues) {
      const { message, help } = say(issue)
      assertPlain(message, issue.code)
      if (help !== undefined) assertPlain(help, issue.code)
    }
  })

  test('puts every diagnosis and timeline into plain English', () => {
    const say = wording()
    const seen = new Set()
    for (const { name, subject, device, now } of statusCases()) {
      const diagnosis = status.diagnose(subject, { now })
      seen.add(diagnosis.summaryCode)
      assertPlain(say.summary(diagnosis), name)
      for (const text of diagnosis.advice.flatMap((item) => Object.values(say.advice(item)))) {
        assertPlain(text, name)
      }
      const timeline = status.accessCodeTimeline(subject, { device, now })
      seen.add(timeline.expectCode)
      assertPlain(say.expect(timeline), name)
      assert.equal(say.worry(timeline) === undefined, timeline.worry === undefined)
      if (timeline.worry !== undefined) assertPlain(say.worry(timeline), name)
    }
    assert.ok(seen.size > 25, [...seen].join(' '))
  })

  test('says what an application says in their place, with what the issue tells', () => {
    for (const issue of issues) {
      let heard
      const own = (told) => {
        heard = told
        return 'Leider nicht.'
      }
      const { issue: say } = wording({
        messages: { issues: { [issue.code]: own } },
        labels: { code: 'Ihre PIN' },
      })
      assert.deepEqual(say(issue), { message: 'Leider nicht.' }, issue.code)
      const { label, constraint, ...rest } = heard
      assert.equal(constraint, issue.constraint)
      // What is wrong with parameters by their schema, is read from the message.
      if (issue.source !== undefined) assert.deepEqual(rest, issue.parameters ?? {})
      if (issue.path === 'code') assert.equal(label, 'Ihre PIN')
    }
  })

  test('reads what schemas tell, and schemas carry their code', () => {
    for (const [name, parameters, code, expected] of told) {
      const result = schemas[name]['~standard'].validate(parameters)
      const found = result.issues?.find((issue) => issue.code === code)
      assert.ok(found, `${code}: ${JSON.stringify(result)}`)
      let heard
      const keep = (values) => {
        heard = { ...values }
        return 'kept'
      }
      const issues = { [code]: keep }
      wording({ messages: { issues } }).issue(found)
      const { label, ...values } = heard
      assert.deepEqual({ ...values }, expected)
      // The same of an issue of this package.
      if (!name.startsWith('accessCodesCreate')) continue
      const own = rules.checkAccessCode(parameters).issues.find((issue) => issue.code === code)
      heard = undefined
      wording({ messages: { issues } }).issue(own)
      assert.deepEqual({ ...heard, label: undefined }, { ...expected, label: undefined })
    }
  })

  test('names fields by their labels', () => {
    const [tooShort] = rules.checkAccessCode({ device_id: 'd', code: '123' }).issues
    assert.equal(wording().issue(tooShort).message, 'The PIN: expected 4 to 12 digits, got 3')
    const { issue: say } = wording({ labels: { code: 'your door code', starts_at: 'check-in' } })
    assert.equal(say(tooShort).message, 'Your door code: expected 4 to 12 digits, got 3')
    const order = { device_id: 'd', starts_at: '2026-06-02T00:00:00Z', ends_at: '2026-06-01T00:00:00Z' }
    const found = rules.checkAccessCode(order, { now: 0 }).issues.find(({ code }) => code === 'not_before')
    assert.equal(say(found).message, 'The end: not after check-in')
    const options = { device: { properties: { supported_code_lengths: [6, 8] } } }
    const length = rules.checkAccessCode({ device_id: 'd', code: '4829' }, options).issues
    const said = say(length.find(({ code }) => code === 'code_length_not_supported'))
    assert.deepEqual(said, {
      message: 'Your door code has 4 digits, the device takes 6 or 8',
      help: 'Choose a PIN of a length that the device takes',
    })
  })

  test('diagnoses and timelines in an application’s own words', () => {
    const code = {
      access_code_id: 'a',
      status: 'setting',
      errors: [
        { error_code: 'failed_to_set_on_device', message: 'm' },
        { error_code: 'an_error_of_tomorrow', message: 'm' },
        { error_code: 'constructor', message: 'm' },
      ],
      warnings: [{ warning_code: 'a_warning_of_tomorrow', message: 'm' }],
    }
    const diagnosis = status.diagnose(code)
    const timeline = status.accessCodeTimeline(code)
    const failed = { cause: 'Das Schloss antwortet nicht.', action: 'Bitte warten.' }
    const unknown = { cause: 'Unbekannt.', action: 'Bitte melden.' }
    const german = wording({
      messages: {
        summaries: { [diagnosis.summaryCode]: 'Bitte nachsehen.' },
        errors: { failed_to_set_on_device: failed, unknown },
        expectations: { [timeline.expectCode]: 'Gleich.' },
        worries: { [timeline.worryCode]: 'Zu lange.' },
      },
    })
    assert.equal(german.summary(diagnosis), 'Bitte nachsehen.')
    assert.equal(german.expect(timeline), 'Gleich.')
    assert.equal(german.worry({ ...timeline, worry: 'm', worryCode: 'not_used' }), 'M')
    const [first, second, third, warning] = diagnosis.advice.map(german.advice)
    assert.deepEqual([first, second, third], [failed, unknown, unknown])
    assert.deepEqual(warning, { cause: diagnosis.advice[3].cause, action: diagnosis.advice[3].action })
  })

  test('a PIN that cannot be suggested', () => {
    const device = { properties: { supported_code_lengths: [6] } }
    assert.throws(
      () => rules.suggestCode(device, { length: 4 }),
      (error) => {
        const [issue] = error.issues
        assert.deepEqual(issue.parameters, { lengths: '6' })
        assertPlain(wording().issue(issue).message, issue.code)
        return true
      },
    )
  })

  test('what messages are null or undefined stays English', () => {
    const [issue] = issues
    const say = wording({ messages: { issues: undefined }, labels: undefined })
    assert.deepEqual(say.issue(issue), wording().issue(issue))
    assert.deepEqual(
      wording({ messages: { issues: { [issue.code]: undefined } } }).issue(issue),
      say.issue(issue),
    )
  })
})
