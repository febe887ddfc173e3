// The wasm that travels as text inside the JavaScript: every byte of it arrives, through bundlers and minifiers too, and
// the text needs no escape anywhere.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { promisify } from 'node:util'
import * as esbuild from 'esbuild'
import { tracesIn } from '../../../scripts/check/traces.mjs'
import { consumerFolder, installedFolder } from '../../support/package.mjs'

const run = promisify(execFile)

/** The hash of the bytes that the first client compiles, with the package from `specifier`. */
const compiledBy = async (specifier) => {
  const source = `
    import { createHash } from 'node:crypto'
    const { Module } = WebAssembly
    WebAssembly.Module = class extends Module {
      constructor(bytes) {
        super(bytes)
        console.log(createHash('sha256').update(bytes).digest('hex'))
      }
    }
    const { SeamHttp } = await import(${JSON.stringify(specifier)})
    new SeamHttp('seam_key')`
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', source], {
    cwd: await consumerFolder(),
  })
  return stdout.trim()
}

describe('inline wasm', { timeout: 600_000 }, () => {
  let file
  let expected
  let folder

  before(async () => {
    file = join(await installedFolder(), 'seam_edge.wasm')
    expected = createHash('sha256')
      .update(await readFile(file))
      .digest('hex')
    folder = await mkdtemp(join(await consumerFolder(), 'bundles-'))
  })

  after(() => rm(folder, { recursive: true, force: true }))

  test('is the file seam_edge.wasm', async () => {
    assert.equal(await compiledBy('seam-edge'), expected)
  })

  test('names no file of the machine that built it', () => {
    assert.deepEqual(tracesIn(file), [])
  })

  for (const minify of [false, true]) {
    for (const charset of ['ascii', 'utf8']) {
      test(`survives esbuild, ${charset}${minify ? ', minified' : ''}`, async () => {
        const outfile = join(folder, `${charset}-${minify}.mjs`)
        const { outputFiles } = await esbuild.build({
          stdin: { contents: "export { SeamHttp } from 'seam-edge'", resolveDir: await consumerFolder() },
          outfile,
          bundle: true,
          format: 'esm',
          platform: 'browser',
          charset,
          minify,
          write: false,
          logLevel: 'silent',
        })
        await writeFile(outfile, outputFiles[0].contents)
        assert.equal(await compiledBy(outfile), expected)
      })
    }
  }

  test('stands in a page as it is', async () => {
    const source = await readFile(join(await installedFolder(), 'load-core.js'), 'utf8')
    const [longest] = source.split('\n').sort((left, right) => right.length - left.length)
    const [, text] = longest.match(/"([^"]*)"/)
    assert.ok(text.length > 10_000)
    assert.match(text, /^[ -~]*$/)
    assert.doesNotMatch(text, /["'`\\$<]/)
  })
})
