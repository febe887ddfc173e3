// The same scenario through both official clients and the packed package: ours has to be equal to one of them, or the
// difference has to have a name in differences.mjs and a row in docs/differences.md, and still be there. The last lines of
// the output sum it up; `--summary <file>` or SEAM_EDGE_SUMMARY writes that as JSON too.
import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { endpoints } from '../support/endpoints.mjs'
import { Judge } from './compare.mjs'
import { differences } from './differences.mjs'
import { features } from './features.mjs'
import { runScenarios } from './run.mjs'
import { scenarios } from './scenarios.mjs'
import { names } from './sdks.mjs'

const groups = new Map()
for (const scenario of scenarios) {
  const group = scenario.group ?? scenario.id.split('/').slice(0, 2).join('/')
  groups.set(group, [...(groups.get(group) ?? []), scenario])
}

describe('as the official clients', { timeout: 600_000 }, () => {
  const judge = new Judge(differences)
  const verdicts = new Map()

  before(async () => {
    const results = await runScenarios(scenarios)
    for (const scenario of scenarios)
      verdicts.set(scenario.id, judge.judge(scenario, results.get(scenario.id)))
  })

  after(() => sumUp(verdicts, judge))

  test('each scenario has an id of its own, and there are enough of them', () => {
    assert.equal(new Set(scenarios.map(({ id }) => id)).size, scenarios.length)
    assert.ok(scenarios.length >= 220, `${scenarios.length} scenarios`)
    assert.ok(endpoints.length >= 23, `${endpoints.length} endpoints`)
  })

  for (const [group, members] of groups) {
    test(group, () => {
      const wrong = members.flatMap(({ id }) =>
        verdicts.get(id).unnamed.map((delta) => `${id}: ${inWords(delta)}`),
      )
      assert.equal(wrong.length, 0, `differences without a name:\n${wrong.join('\n')}`)
    })
  }

  test('every named difference still occurs, in each way and each place that the table says', () => {
    assert.deepEqual(judge.stale(), [])
  })

  test('every named difference has its row in docs/differences.md', () => {
    assert.deepEqual(
      differences
        .filter(({ row }) => rows().filter((text) => text.startsWith(row)).length !== 1)
        .map(({ id }) => id),
      [],
    )
  })

  test('the table of features says what its scenarios show', () => {
    const wrong = features.flatMap(({ feature, proof }) =>
      Object.entries(proof)
        .map(([id, expected]) => [id, expected, verdictIn(verdicts.get(id))])
        .filter(([, expected, shown]) => !shown.includes(expected))
        .map(([id, expected, shown]) => `${feature}: \`${id}\` shows ${shown.join(', ')}, not ${expected}`),
    )
    assert.deepEqual(wrong, [])
  })
})

const inWords = ({ at, official, ours }) =>
  `${at}: ${JSON.stringify(official)} there, ${JSON.stringify(ours)} here`

const documentation = readFileSync(new URL('../../docs/differences.md', import.meta.url), 'utf8').split('\n')

/** The rows of the tables in docs/differences.md, and its headings. */
const rows = () => documentation.map((line) => line.match(/^(?:\| |## )(.*)/)?.[1]).filter(Boolean)

/** What a scenario shows, in the words of features.mjs. */
const verdictIn = (verdict) => {
  if (verdict === undefined) return ['no such scenario']
  if (verdict.equal.length === 2) return ['both']
  return verdict.equal.length === 1 ? verdict.equal : verdict.named
}

const sumUp = (verdicts, judge) => {
  const all = [...verdicts.values()]
  const summary = {
    scenarios: all.length,
    endpoints: endpoints.length,
    equalToNewer: all.filter(({ equal }) => equal.includes(names.newer)).length,
    equalToOlderOnly: all.filter(({ equal }) => equal.length > 0 && !equal.includes(names.newer)).length,
    withNamedDifferences: all.filter(({ named, unnamed }) => named.length > 0 && unnamed.length === 0).length,
    withUnnamedDifferences: all.filter(({ unnamed }) => unnamed.length > 0).length,
    differences: judge.counts(),
    rowsWithoutScenario: rows().filter(
      (text) =>
        text.includes('|') &&
        !/^(Here|---)/.test(text) &&
        !differences.some(({ row }) => text.startsWith(row)),
    ).length,
  }
  console.log(`differential ${JSON.stringify(summary)}`)
  const flag = process.argv.indexOf('--summary')
  const file = flag > 0 ? process.argv[flag + 1] : process.env.SEAM_EDGE_SUMMARY
  if (file) writeFileSync(file, `${JSON.stringify(summary, undefined, 2)}\n`)
}
