// The record of what a run of `npm test` has tested, with versions: target/support-matrix.json, an array per group, from which
// the support matrix of README.md is rendered. Stages write to it one after the other, and so does the test of the bundlers, in one
// process.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { inRepository } from '../repository.mjs'

const path = inRepository('target', 'support-matrix.json')

const groups = ['runtimes', 'browsers', 'bundlers']

/**
 * @typedef {object} Tested
 * @property {string} name as users know it, e.g. `Deno`
 * @property {string} version exact, e.g. `2.9.6`; empty where it is not known
 * @property {boolean} tested whether its tests have run and passed
 * @property {string} note why not, or what there is to know
 */

/** @typedef {Record<'runtimes' | 'browsers' | 'bundlers', Tested[]>} SupportMatrix */

/** A run begins: what an earlier one has tested says nothing about this package. */
export const beginSupportMatrix = () => write(Object.fromEntries(groups.map((group) => [group, []])))

/**
 * Adds an entry, in place of an earlier one of the same name and version.
 * @param {{ group: 'runtimes' | 'browsers' | 'bundlers', note?: string } & Omit<Tested, 'note'>} entry
 */
export const record = ({ group, name, version, tested, note = '' }) => {
  if (!groups.includes(group)) throw new TypeError(`no group \`${group}\`; there are ${groups.join(', ')}`)
  const matrix = readSupportMatrix()
  const others = matrix[group].filter((other) => other.name !== name || other.version !== version)
  write({ ...matrix, [group]: [...others, { name, version, tested, note }] })
}

/** @returns {SupportMatrix} what was recorded since the run began; arrays are empty where nothing was */
export const readSupportMatrix = () => {
  const none = Object.fromEntries(groups.map((group) => [group, []]))
  return existsSync(path) ? { ...none, ...JSON.parse(readFileSync(path, 'utf8')) } : none
}

/** One line about entries, for the summary of `npm test`. @param {Tested[]} entries */
export const describeTested = (entries) =>
  entries
    .map(({ name, version, tested, note }) => {
      const outcome = tested ? 'passed' : 'NOT TESTED'
      return `${[name, version].filter(Boolean).join(' ')} ${outcome}${note ? ` (${note})` : ''}`
    })
    .join(', ')

const write = (matrix) => {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, `${JSON.stringify(matrix, null, 2)}\n`)
}
