// What `npm run bench` makes of its measurements, and that its replies are what both it and the clients take them for. No test asks how
// long anything takes.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { schemas } from '@seamapi/types/connect'
import { createReply, listReply } from '../../scripts/bench/access-codes.mjs'
import { inRounds } from '../../scripts/bench/rounds.mjs'
import { median, pairedRatio, quantile } from '../../scripts/bench/statistics.mjs'
import { budgetTable, comparison } from '../../scripts/bench/tables.mjs'
import { partOf } from '../../scripts/document-parts.mjs'

test('quantiles lie between values, in proportion', () => {
  assert.equal(median([3, 1, 2]), 2)
  assert.equal(median([4, 1, 2, 3]), 2.5)
  assert.equal(quantile([1, 2, 3, 4, 5], 0.25), 2)
  assert.equal(quantile([1, 3], 0.75), 2.5)
  assert.equal(quantile([7], 0.25), 7)
})

test('ratios are of the same round, so a slow one does not count', () => {
  assert.deepEqual(pairedRatio([2, 20, 2], [1, 10, 1]), { median: 2, low: 2, high: 2 })
})

test('each round measures every row with every client, each first in turn, and the warm-up is not counted', async () => {
  const order = []
  const measure = async (name, { title }) => order.push(`${title}${name}`)
  const rows = [
    { title: 'x', clients: ['a', 'b'] },
    { title: 'y', clients: ['a'] },
  ]
  const measured = await inRounds({ rows, rounds: 2, warmUp: 1, measure })
  assert.deepEqual(order, ['xa', 'xb', 'ya', 'xb', 'xa', 'ya', 'xa', 'xb', 'ya'])
  assert.deepEqual(
    measured.map(({ samples }) => samples),
    [{ a: [5, 7], b: [4, 8] }, { a: [6, 9] }],
  )
})

describe('tables', () => {
  const samples = {
    'seam-edge': [3, 6, 3],
    official: [2, 4, 2],
    'official-and-zod': [6, 12, 6],
    fetch: [1, 2, 2],
  }
  const row = { title: 'list', samples, budgets: { official: 1.5, fetch: 1.25 } }

  test('our time, and how many times another it is, with the spread', () => {
    const cells = comparison('CPU', [row]).split('\n').at(-1).split('|')
    assert.deepEqual(
      cells.map((cell) => cell.trim()),
      [
        '',
        'list',
        '3',
        '2 (1.50 x, 1.50 to 1.50)',
        '6 (0.50 x, 0.50 to 0.50)',
        '2 (3.00 x, 2.25 to 3.00)',
        '',
      ],
    )
  })

  test('a budget is met up to its very value', () => {
    const [met, missed] = budgetTable([row]).split('\n').slice(2)
    assert.match(met, /^\| list, against `@seamapi\/http` +\| +1\.50 x \| +1\.50 x \| +met \|$/)
    assert.match(missed, /^\| list, against bare `fetch` +\| +1\.25 x \| +3\.00 x \| not met \|$/)
  })

  for (const name of ['bench-node', 'bench-growth', 'bench-memory', 'bench-chromium']) {
    test(`the guide has a place for ${name}`, () => {
      assert.notEqual(partOf('docs/guide/performance.md', name), '')
    })
  }
})

describe('replies', () => {
  const issuesOf = (text) =>
    schemas.access_code.array().safeParse(JSON.parse(text).access_codes).error?.issues ?? []

  test('are the same in every run, and pass the official schema', () => {
    assert.equal(listReply(50), listReply(50))
    assert.equal(JSON.parse(listReply(50)).access_codes.length, 50)
    assert.deepEqual(issuesOf(listReply(1000)), [])
    schemas.access_code.parse(JSON.parse(createReply()).access_code)
  })

  test('have as many damaged codes as they should', () => {
    for (const damaged of [1, 10, 333, 1000]) assert.equal(issuesOf(listReply(1000, damaged)).length, damaged)
  })
})
