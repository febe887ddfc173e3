// `npm run update-goldens`: takes the declarations of the built package as what tests/npm/package/declarations.test.mjs expects, and
// writes docs/lock-rules.md, the differences of the fakes into docs/guide/testing.md, the features that tests/peers holds into docs/migrating.md, and what the last
// `npm test` was run in into README.md. Types that changed want a line in CHANGELOG.md. Look at the diff afterwards: it is the change of what users see.
import { cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildPackage } from './build.mjs'
import { main } from './command.mjs'
import { writePart } from './document-parts.mjs'
import { writeFakeDifferences } from './fake-differences-table.mjs'
import { documentOfRules, renderRules } from './lock-rules-table.mjs'
import { inRepository, packageDirectory } from './repository.mjs'
import { setUp } from './setup.mjs'
import { renderSupport } from './support-table.mjs'
import { recordTypes } from './types-record.mjs'

await main('update-goldens', async () => {
  await setUp()
  await buildPackage()
  recordTypes(packageDirectory)
  const goldens = inRepository('tests', 'golden', 'types')
  rmSync(goldens, { recursive: true, force: true })
  const names = readdirSync(packageDirectory, { recursive: true }).filter((name) => name.endsWith('.d.ts'))
  for (const name of names) cpSync(join(packageDirectory, name), join(goldens, name))
  const { renderFeatures } = await import('../tests/peers/features-table.mjs')
  writePart('docs/migrating.md', 'features', renderFeatures())
  writeFileSync(documentOfRules, renderRules(await import('seam-edge/rules')))
  writeFakeDifferences()
  const support = renderSupport()
  if (support) writePart('README.md', 'support', support)
  console.log(`update-goldens: ${names.length} declaration files; see \`git diff tests/golden/types\``)
})
