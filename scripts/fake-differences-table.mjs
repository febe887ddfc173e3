// Renders how our fake differs from the official one, for docs/guide/testing.md. What there is to say is in tests/npm/testing/differences.mjs.
import { behaviours, refusals } from '../tests/npm/testing/differences.mjs'
import { partOf, writePart } from './document-parts.mjs'

const guide = 'docs/guide/testing.md'
const part = 'differences'

/** The table in Markdown. */
export const renderFakeDifferences = () => {
  const head = ['What', 'Seam’s fake server', 'seam-edge/testing', 'Because of']
  const rows = [
    ...behaviours.map(({ what, official, ours, source }) => [what, official[1], ours[1], source]),
    ...refusals.map(({ path, official, ours, source }) => [`\`${path}\``, official, ours, source]),
  ]
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** The table as the guide has it. */
export const writtenFakeDifferences = () => partOf(guide, part)

/** Writes the table into the guide. */
export const writeFakeDifferences = () => writePart(guide, part, renderFakeDifferences())
