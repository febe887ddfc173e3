// The programs of docs/guide/query.md, which find TanStack Query beside the package. Those of React and SWR are compiled by
// tests/types/libraries.ts in much the same words.
import { mkdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { testPrograms } from '../../support/guide.mjs'
import { consumerFolder } from '../../support/package.mjs'

const installed = fileURLToPath(new URL('../../../node_modules/@tanstack/query-core', import.meta.url))
const scope = join(await consumerFolder(), 'node_modules', '@tanstack')
await mkdir(scope, { recursive: true })
await symlink(installed, join(scope, 'query-core'), 'junction').catch((error) => {
  if (error.code !== 'EEXIST') throw error
})
await testPrograms('query')
