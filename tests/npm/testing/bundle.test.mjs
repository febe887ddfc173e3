// A bundle that does not import `seam-edge/testing` carries nothing of it, and one that does carries no module but the ones that it uses.
import assert from 'node:assert/strict'
import { basename } from 'node:path'
import { before, describe, test } from 'node:test'
import { build } from 'esbuild'
import { consumerFolder, subpaths } from '../../support/package.mjs'

/** The files of the package that are in a bundle. */
const filesIn = async (contents) => {
  const { metafile } = await build({
    stdin: { contents, resolveDir: await consumerFolder() },
    bundle: true,
    format: 'esm',
    write: false,
    metafile: true,
  })
  const [{ inputs }] = Object.values(metafile.outputs)
  return Object.keys(inputs).map((path) => basename(path))
}

const others = subpaths.filter((subpath) => subpath !== 'testing')

describe('bundles and seam-edge/testing', { timeout: 600_000 }, () => {
  let production

  before(async () => {
    production = await filesIn(
      ['seam-edge', ...others.map((subpath) => `seam-edge/${subpath}`)]
        .map((specifier, index) => `export * as part${index} from '${specifier}'`)
        .join('\n'),
    )
  })

  test('no other import carries the fake', () => {
    assert.ok(production.includes('load-core.js'))
    assert.deepEqual(
      production.filter((name) => name.includes('testing')),
      [],
    )
  })

  test('the fake carries no other module', async () => {
    const files = await filesIn("export { createFakeSeam } from 'seam-edge/testing'")
    const loaders = files.filter((name) => name.startsWith('load-'))
    assert.deepEqual(loaders, ['load-testing.js'])
  })
})
