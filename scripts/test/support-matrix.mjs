// What was tested where, for the table of supported environments: one JSON line per environment.
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { inRepository } from '../repository.mjs'

export const supportMatrixFile = inRepository('target', 'support-matrix.jsonl')

/** @param {{ group: string, name: string, version: string, tested: boolean, note?: string }} entry */
export function record(entry) {
  mkdirSync(dirname(supportMatrixFile), { recursive: true })
  appendFileSync(supportMatrixFile, `${JSON.stringify(entry)}\n`)
}

/** Everything that is recorded of a group, oldest first. */
export function recordsOf(group) {
  if (!existsSync(supportMatrixFile)) return []
  return readFileSync(supportMatrixFile, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
    .filter((entry) => entry.group === group)
}
