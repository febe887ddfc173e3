// The programs of every page of docs/guide: a new page is tested as soon as it is there.
import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { testPrograms } from '../../support/document-programs.mjs'

const pages = readdirSync(new URL('../../../docs/guide/', import.meta.url)).filter((name) =>
  name.endsWith('.md'),
)
assert.ok(pages.length >= 14, `the guide has ${pages.length} pages`)
for (const page of pages) await testPrograms(`docs/guide/${page}`)
