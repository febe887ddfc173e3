// The table of what the package is tested in, as Markdown, from the record of the last run of `npm test`.
import { readSupportMatrix } from './test/support-matrix.mjs'

const headings = { runtimes: 'Runtime', browsers: 'Browser', bundlers: 'Bundler' }

/** The table; nothing where the last run did not get to every group. */
export function renderSupport(matrix = readSupportMatrix()) {
  const groups = Object.entries(matrix)
  if (groups.some(([, entries]) => entries.length === 0)) return undefined
  const rows = groups.flatMap(([group, entries]) =>
    byName(entries).map(
      ([name, versions, notes], index) =>
        `| ${index === 0 ? headings[group] : ''} | ${name} | ${versions.join(', ')} | ${notes.join('; ')} |`,
    ),
  )
  return ['| | | Tested in | |', '| --- | --- | --- | --- |', ...rows].join('\n')
}

/**
 * Each name once, with the versions that were tested and what there is to know. Why one was not tested is of that machine or that run, and no
 * matter of users.
 */
function byName(entries) {
  const names = [...new Set(entries.map(({ name }) => name))]
  return names.map((name) => {
    const tested = entries.filter((entry) => entry.name === name && entry.tested)
    if (tested.length === 0) return [name, [], ['not tested']]
    const notes = tested.map(({ note }) => note).filter(Boolean)
    return [name, tested.map(({ version }) => version), [...new Set(notes)]]
  })
}
