// Renders the table of features for docs/migrating.md. `node tests/peers/features-table.mjs` writes it there.
import { fileURLToPath } from 'node:url'
import { writePart } from '../../scripts/document-parts.mjs'
import { features } from './features.mjs'

/** The table in Markdown. */
export const renderFeatures = () => {
  const head = ['Feature', '`@seamapi/http` 2.32', '1.102', 'seam-edge']
  const rows = features.map(({ feature, newer, older, ours }) => [feature, newer, older, ours])
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writePart('docs/migrating.md', 'features', renderFeatures())
