// The types that users see, file by file: a change of them is meant, or it is found here.
// The expected files are written by `npm run update-goldens`.
import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { areRecorded } from '../../../scripts/types-record.mjs'
import { installedFolder } from '../../support/package.mjs'

const goldens = fileURLToPath(new URL('../../golden/types', import.meta.url))
const remedy = 'if that is meant, run `npm run update-goldens` and look at the diff'

const declarationsIn = async (folder) => {
  const names = await readdir(folder, { recursive: true }).catch(() => [])
  return names
    .filter((name) => name.endsWith('.d.ts') && !name.includes('node_modules'))
    .map((name) => name.replaceAll(sep, '/'))
    .sort()
}

/** Which line differs first, since the files are too long to be shown. */
const differenceOf = (name, expected, actual) => {
  const wanted = expected.split('\n')
  const found = actual.split('\n')
  const at = wanted.findIndex((line, index) => line !== found[index])
  const line = at === -1 ? wanted.length : at
  return [
    `${name} differs from tests/golden/types/${name} at line ${line + 1}: ${remedy}`,
    `  expected: ${wanted[line] ?? '(end of file)'}`,
    `  actual:   ${found[line] ?? '(end of file)'}`,
  ].join('\n')
}

describe('declarations', { timeout: 600_000 }, async () => {
  const expectedNames = await declarationsIn(goldens)
  let installed

  before(async () => {
    installed = await installedFolder()
  })

  test('are the expected files', async () => {
    assert.notDeepEqual(expectedNames, [], 'there are no goldens: run `npm run update-goldens`')
    assert.deepEqual(await declarationsIn(installed), expectedNames, `other files than expected: ${remedy}`)
  })

  test('are those that the changelog was last written with', () => {
    assert.ok(
      areRecorded(goldens),
      'change them by `npm run update-goldens`, which asks for a line in CHANGELOG.md',
    )
  })

  for (const name of expectedNames) {
    test(`of ${name} are as expected`, async () => {
      const expected = await readFile(join(goldens, name), 'utf8')
      const actual = await readFile(join(installed, name), 'utf8')
      if (actual !== expected) assert.fail(differenceOf(name, expected, actual))
    })
  }
})
