// What was tested where, for the table of supported environments: one JSON line per environment.
import { appendFileSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { inRepository } from '../repository.mjs'

export const supportMatrixFile = inRepository('target', 'support-matrix.jsonl')

/** @param {{ group: string, name: string, version: string, tested: boolean, note?: string }} entry */
export function record(entry) {
  mkdirSync(dirname(supportMatrixFile), { recursive: true })
  appendFileSync(supportMatrixFile, `${JSON.stringify(entry)}\n`)
}
