// The tables of diagnoses and timelines that tests/native/rules runs in Rust, through the installed package. And what the facade adds: an
// application's own words, instants in any form, and that a PIN is nowhere.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { before, describe, test } from 'node:test'
import { inspect } from 'node:util'
import { loadPackage } from '../../support/package.mjs'

const data = async (name) =>
  JSON.parse(await readFile(new URL(`../../cases/status/${name}.json`, import.meta.url), 'utf8'))

describe('diagnose and accessCodeTimeline', { timeout: 600_000 }, () => {
  let diagnose
  let accessCodeTimeline

  before(async () => {
    ;({ diagnose, accessCodeTimeline } = await loadPackage('status'))
  })

  test('every case gives its diagnosis', async () => {
    const file = await data('diagnoses')
    assert.ok(file.cases.length >= 90)
    for (const one of file.cases) {
      const about = subject(file, one)
      if (!isObject(about) && about !== null) continue
      const diagnosis = diagnose(about, { now: one.now ?? file.now })
      const found = [diagnosisLine(diagnosis), diagnosis.advice.map(adviceLine)]
      assert.deepEqual(found, [one.diagnosis, one.advice], one.name)
      assert.ok(diagnosis.summary)
      assert.doesNotMatch(inspect(diagnosis, { depth: null }), /5829/)
    }
  })

  test('every case gives its timeline', async () => {
    const file = await data('timelines')
    assert.ok(file.cases.length >= 40)
    for (const one of file.cases) {
      const timeline = accessCodeTimeline(subject(file, one), {
        device: one.device,
        now: one.now ?? file.now,
      })
      const { scheduling, phase, steps, next, worryAfter = null, expect, worry } = timeline
      assert.equal(`${scheduling} ${phase}`, one.timeline, one.name)
      assert.deepEqual(steps.map(stepLine), one.steps, one.name)
      assert.equal(next === undefined ? null : stepLine(next), one.next, one.name)
      assert.equal(worryAfter, one.worry_after, one.name)
      for (const [key, line] of Object.entries({ expect, worry })) {
        if (key in one) assert.equal(line, one[key] ?? undefined, one.name)
      }
      assert.doesNotMatch(inspect(timeline, { depth: null }), /5829/)
    }
  })

  test('no PIN that a change outside Seam has taken the code from and to', () => {
    const modified_fields = [
      { field: 'code', from: '5829', to: '9182' },
      { field: 'name', from: 'Guest', to: null },
    ]
    const message = 'Guest was changed from 5829 to 9182.'
    for (const part of [
      { errors: [{ error_code: 'conflicting_external_modification', modified_fields, message }] },
      { warnings: [{ warning_code: 'external_modification_in_effect', modified_fields, message }] },
    ]) {
      const { advice } = diagnose({ access_code_id: 'a', status: 'set', code: '4321', ...part })
      assert.deepEqual(
        advice.map((each) => each.message),
        ['Guest was changed from [redacted] to [redacted].'],
      )
    }
  })

  test('takes the PIN out of what the server says', () => {
    const code = {
      access_code_id: 'a',
      code: '482135',
      errors: [{ error_code: 'duplicate_code_on_device', message: 'PIN 482135 is in use.' }],
    }
    const [{ message }] = diagnose(code).advice
    assert.match(message, /^PIN .* is in use\.$/)
    assert.doesNotMatch(message, /482135/)
  })

  test('takes any object for a subject, and instants in any form', () => {
    for (const subject of [undefined, null, {}, { errors: 'none' }]) {
      assert.equal(diagnose(subject).verdict, 'unknown', String(subject))
      assert.ok(accessCodeTimeline(subject).expect)
    }
    const code = {
      access_code_id: 'a',
      status: 'unset',
      starts_at: '2031-01-02T00:00:00Z',
      ends_at: '2031-01-03T00:00:00Z',
    }
    for (const now of [new Date('2031-01-01T00:00:00Z'), Date.UTC(2031, 0, 1), '2031-01-01T00:00:00Z']) {
      assert.equal(diagnose(code, { now }).verdict, 'scheduled')
    }
    assert.throws(() => diagnose(code, { now: Number.NaN }), { name: 'TypeError', message: /`now`/ })
    assert.throws(() => accessCodeTimeline(code, { now: 'soon' }), { name: 'TypeError', message: /`now`/ })
  })
})

const subject = (file, { of, subject }) => {
  if (subject !== undefined && !isObject(subject)) return subject
  const merged = { ...file.subjects[of], ...subject }
  for (const [key, value] of Object.entries(subject ?? {})) {
    if (value === null) delete merged[key]
    if (value === 'null') merged[key] = null
  }
  return merged
}

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value)

const diagnosisLine = ({ verdict, phase, isOnLock, actor, retriedBySeam, canPullBackupCode, dueAt }) => {
  const onLock = isOnLock === undefined ? 'unknown' : isOnLock ? 'yes' : 'no'
  const flags = [retriedBySeam && 'retried', canPullBackupCode && 'backup', dueAt && `due=${dueAt}`]
  return [verdict, phase, onLock, actor ?? '-', ...flags].filter(Boolean).join(' ')
}

const adviceLine = ({ scope, code, actor, known }) => `${scope} ${code} ${actor}${known ? '' : ' unknown'}`

const stepLine = ({ name, at = '' }) => `${name} ${at}`.trim()
