// The table of what the package is tested in: versions that passed, and a plain word where there is none.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderSupport } from '../../scripts/support-table.mjs'

const passed = (name, version, note = '') => ({ name, version, tested: true, note })
const failed = (name, version, note) => ({ name, version, tested: false, note })

test('the table of support says what passed, and nothing of how the rest failed', () => {
  const table = renderSupport({
    runtimes: [
      passed('Node', '20.0.0'),
      passed('Node', '22.0.0'),
      failed('Node', '24.0.0', 'NOT TESTED (x)'),
    ],
    browsers: [passed('Chromium', '148'), failed('Firefox', '140', 'FAILED (exit code 1)')],
    bundlers: [passed('A', '1', 'in Node 22'), passed('A', '2', 'in Node 22')],
  })
  assert.deepEqual(table.split('\n').slice(2), [
    '| Runtime | Node | 20.0.0, 22.0.0 |  |',
    '| Browser | Chromium | 148 |  |',
    '|  | Firefox |  | not tested |',
    '| Bundler | A | 1, 2 | in Node 22 |',
  ])
})

test('there is no table of a run that did not get to all', () => {
  assert.equal(renderSupport({ runtimes: [passed('Node', '20.0.0')], browsers: [], bundlers: [] }), undefined)
})
