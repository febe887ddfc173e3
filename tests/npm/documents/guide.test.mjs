// The programs of every page of docs/guide: a new page is tested as soon as it is there.
import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { guidePages } from '../../../scripts/docs/guide-pages.mjs'
import { testPrograms } from '../../support/document-programs.mjs'

const pages = readdirSync(new URL('../../../docs/guide/', import.meta.url)).filter((name) =>
  name.endsWith('.md'),
)
const linked = guidePages().map(({ path }) => path)
assert.deepEqual(
  pages.map((name) => `docs/guide/${name}`).sort(),
  linked.filter((path) => path.startsWith('docs/guide/')).sort(),
  'README.md links to every page of the guide',
)
for (const page of pages) await testPrograms(`docs/guide/${page}`)
