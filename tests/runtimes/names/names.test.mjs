// The package as `npm run build -- --names` makes it: it works, its stack traces name the functions of the core and the lines of the
// TypeScript, and the published one has neither names nor maps. The installed one has
// to be the one with names: SEAM_EDGE_TARBALL says where it is.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { startFakeSeam } from '../../support/fake-seam.mjs'
import { consumerFolder, installedFolder } from '../../support/package.mjs'

const run = promisify(execFile)
const published = fileURLToPath(new URL('../../../pkg', import.meta.url))

describe('the package with names', { timeout: 600_000 }, () => {
  let fake

  before(async () => {
    fake = await startFakeSeam()
  })
  after(() => fake?.stop())

  const printedBy = async (source) => {
    const args = ['--enable-source-maps', '--input-type=module', '--eval', source]
    const { stdout } = await run(process.execPath, args, {
      cwd: await consumerFolder(),
      env: { ...process.env, SEAM_API_KEY: fake.seed.seam_apikey1_token, SEAM_ENDPOINT: fake.url },
    })
    return stdout
  }

  test('makes calls', async () => {
    const printed = await printedBy(`
      import { SeamHttp } from 'seam-edge'
      console.log((await new SeamHttp().devices.list()).length > 3)
    `)
    assert.equal(printed, 'true\n')
  })

  test('names the functions of the core, and the lines of the TypeScript around it', async () => {
    // A fault as a defect would make it: the core finds its memory overwritten.
    const printed = await printedBy(`
      const { Instance } = WebAssembly
      let memory
      WebAssembly.Instance = function (...values) {
        const instance = new Instance(...values)
        ;({ memory } = instance.exports)
        return instance
      }
      const { SeamHttp } = await import('seam-edge')
      const seam = new SeamHttp()
      await seam.devices.list()
      new Uint8Array(memory.buffer).fill(255)
      await seam.devices.list().catch(({ stack, cause }) => console.log(stack, cause.stack))
    `)
    assert.match(printed, /RuntimeError/)
    assert.match(
      printed,
      / at seam_edge_wasm\.wasm\..*__rust_alloc /,
      'a function in the wasm that it does not export',
    )
    assert.match(printed, / at .*seam-edge\/facade\/client\/client\.ts:\d+:\d+/, 'a line of the TypeScript')
  })

  test('has a source map with the sources in it beside each file, and no path of this machine', async () => {
    const folder = await installedFolder()
    const names = await filesOf(folder)
    // Those that load a module, and the second name of the main entry, are written by hand.
    const scripts = names.filter(
      (name) => name.endsWith('.js') && !/\bload-\w+\.js$|^connect\.js$/.test(name),
    )
    assert.ok(scripts.includes('index.js'), scripts.join())
    assert.deepEqual(
      names.filter((name) => name.endsWith('.map')),
      scripts.map((name) => `${name}.map`),
    )
    for (const name of scripts) {
      const { sources, sourcesContent } = JSON.parse(await readFile(join(folder, `${name}.map`), 'utf8'))
      for (const source of sources) assert.match(source, /^\.\.\/facade\//)
      assert.equal(sourcesContent.length, sources.length)
      assert.ok(sourcesContent.every((text) => text.length > 0))
    }
  })

  test('is another one than the published: that has neither', async () => {
    for (const [folder, expected] of [
      [await installedFolder(), true],
      [published, false],
    ]) {
      const modules = (await filesOf(folder)).filter((name) => name.endsWith('.wasm'))
      assert.ok(modules.includes('seam_edge.wasm'), modules.join())
      for (const name of modules) {
        assert.equal(hasNames(await readFile(join(folder, name))), expected, `names in ${name}`)
      }
    }
    assert.deepEqual(
      (await filesOf(published)).filter((name) => name.endsWith('.map')),
      [],
    )
  })
})

const hasNames = (bytes) =>
  WebAssembly.Module.customSections(new WebAssembly.Module(bytes), 'name').length > 0

const filesOf = async (folder) => (await readdir(folder, { recursive: true })).sort()
