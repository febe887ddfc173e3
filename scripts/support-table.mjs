// The table of what the package is tested in, as Markdown, from the record of the last run of `npm test`.
import { readSupportMatrix } from './test/support-matrix.mjs'

const headings = { runtimes: 'Runtime', browsers: 'Browser', bundlers: 'Bundler' }

/** The table; nothing where the last run did not get to every group. */
export function renderSupport() {
  const groups = Object.entries(readSupportMatrix())
  if (groups.some(([, entries]) => entries.length === 0)) return undefined
  const rows = groups.flatMap(([group, entries]) =>
    byName(entries).map(
      ([name, versions, notes], index) =>
        `| ${index === 0 ? headings[group] : ''} | ${name} | ${versions.join(', ')} | ${notes.join('; ')} |`,
    ),
  )
  return ['| | | Tested in | |', '| --- | --- | --- | --- |', ...rows].join('\n')
}

/** Each name once, with its versions and what there is to know. */
function byName(entries) {
  const names = [...new Set(entries.map(({ name }) => name))]
  return names.map((name) => {
    const own = entries.filter((entry) => entry.name === name)
    const notes = own.map(({ tested, note }) =>
      [tested ? '' : 'not tested here', note].filter(Boolean).join(': '),
    )
    return [name, own.map(({ version }) => version), [...new Set(notes.filter(Boolean))]]
  })
}
