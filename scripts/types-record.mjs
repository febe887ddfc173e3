// Which public types the changelog speaks of: a digest of the declarations, comments aside, and one of CHANGELOG.md, written down together
// in tests/golden/types.json. Types that change while the changelog does not are refused.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StepFailure } from './command.mjs'
import { inRepository } from './repository.mjs'

const path = inRepository('tests', 'golden', 'types.json')
const digest = (text) => createHash('sha256').update(text).digest('hex')
const readRecord = () => JSON.parse(readFileSync(path, 'utf8'))

/** The digest of all declarations in a folder, whatever their comments and their layout. */
const digestOfTypes = (folder) => {
  const names = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.d.ts'))
  const meaning = (name) => readFileSync(join(folder, name), 'utf8').replace(/\/\*[\s\S]*?\*\/|\s+/g, '')
  return digest(
    names
      .sort()
      .map((name) => `${name}\n${meaning(name)}`)
      .join('\n'),
  )
}

const digestOfChangelog = () => digest(readFileSync(inRepository('CHANGELOG.md'), 'utf8'))

/** Whether the declarations in a folder are those that are written down. */
export const areRecorded = (folder) => readRecord().types === digestOfTypes(folder)

/** Writes down the declarations in a folder; fails where they changed and CHANGELOG.md did not. */
export function recordTypes(folder) {
  const record = { types: digestOfTypes(folder), changelog: digestOfChangelog() }
  const last = readRecord()
  if (record.types === last.types) return
  if (record.changelog === last.changelog) {
    throw new StepFailure({
      tried: 'taking the declarations as expected',
      outcome: 'public types changed, and CHANGELOG.md says nothing of it',
      remedy: 'write there what changed for users, then run this again',
    })
  }
  writeFileSync(path, `${JSON.stringify(record, null, 2)}\n`)
}
