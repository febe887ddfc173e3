// That docs/migrating.md has the table of features as it is now. That the table is true is held in differential.test.mjs.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { partOf } from '../../scripts/document-parts.mjs'
import { features } from './features.mjs'
import { renderFeatures } from './features-table.mjs'

test('docs/migrating.md has the table of features; if not, run `npm run update-goldens`', () => {
  assert.equal(partOf('docs/migrating.md', 'features'), renderFeatures())
})

test('every feature has a proof', () => {
  assert.deepEqual(
    features.filter(({ proof }) => Object.keys(proof).length === 0),
    [],
  )
})
