// That docs/lock-rules.md lists the rules as they are declared, and that the table of cases meets each of them.
import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { describe, test } from 'node:test'
import {
  declaredRules,
  documentOfRules,
  isOfSuggestions,
  renderRules,
} from '../../../scripts/lock-rules-table.mjs'
import { loadPackage } from '../../support/package.mjs'

describe('rules of locks', () => {
  test('are in the document', async () => {
    assert.ok(declaredRules().length >= 60)
    assert.equal(
      await readFile(documentOfRules, 'utf8'),
      renderRules(await loadPackage('rules')),
      'run `npm run update-goldens`',
    )
  })

  test('are met by a case each', async () => {
    const directory = new URL('../../cases/rules/', import.meta.url)
    const tables = await Promise.all(
      (await readdir(directory)).map((file) => readFile(new URL(file, directory), 'utf8')),
    )
    const met = new Set(
      tables
        .flatMap((table) => JSON.parse(table).cases)
        .flatMap(({ issues }) => issues.map((line) => line.split(' ')[1])),
    )
    // Those of suggestions are met in suggest-code.test.mjs and in Rust.
    const ofChecks = declaredRules().filter((rule) => !isOfSuggestions(rule))
    const declared = ofChecks.map(({ code }) => code)
    assert.deepEqual(
      declared.filter((code) => !met.has(code)),
      [],
    )
    assert.deepEqual(
      [...met].filter((code) => !declared.includes(code)),
      [],
    )
  })
})
