// The package in CommonJS. It is made of ES modules alone, so `require` works where Node can require those: from 20.19 and
// 22.12 on, with no flag. Before that there is `await import()`, and what Node says points there.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { consumerFolder } from '../../support/package.mjs'
import { outputOf } from '../checked-runtime.mjs'

/** Runs a CommonJS script beside the installed package and gives what it printed. */
const runScript = async (source, ...flags) => {
  const cwd = await consumerFolder()
  const printed = await outputOf(process.execPath, [...flags, '--input-type=commonjs', '--eval', source], {
    cwd,
  })
  return printed.trim()
}

const [major, minor] = process.versions.node.split('.').map(Number)
const canRequire = major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19)

const requireIt = `
  const { SeamHttp } = require('seam-edge')
  const seam = new SeamHttp({ apiKey: 'seam_key', endpoint: 'https://seam.test' })
  console.log(seam.devices.list().url.href)
`

const requireAndTell = `
  try { require('seam-edge'); console.log('required') }
  catch ({ code, message }) { console.log(code + ': ' + message) }
`

/** What users of a Node that cannot require ES modules read. */
const refusal =
  /^ERR_REQUIRE_ESM: require\(\) of ES Module .*seam-edge.* dynamic import\(\) which is available/s

describe(`CommonJS in Node ${process.versions.node}`, { timeout: 600_000 }, () => {
  test('await import() gives the package', async () => {
    const printed = await runScript(`
      const main = async () => {
        const { SeamHttp } = await import('seam-edge')
        const seam = new SeamHttp({ apiKey: 'seam_key', endpoint: 'https://seam.test' })
        console.log(seam.devices.list().url.href)
      }
      main()
    `)
    assert.equal(printed, 'https://seam.test/devices/list')
  })

  if (canRequire) {
    test('require gives the package, without a flag', async () => {
      assert.equal(await runScript(requireIt), 'https://seam.test/devices/list')
    })

    test('require and import give the same classes', async () => {
      const printed = await runScript(`
        const { SeamHttp, SeamValidationError } = require('seam-edge')
        import('seam-edge').then((imported) => {
          console.log(imported.SeamHttp === SeamHttp, imported.SeamValidationError === SeamValidationError)
        })
      `)
      assert.equal(printed, 'true true')
    })

    test('in older ones require is refused, and Node says that import() is the way', async () => {
      assert.match(await runScript(requireAndTell, '--no-experimental-require-module'), refusal)
    })

    test('and import() works in those too', async () => {
      const source = "import('seam-edge').then(({ SeamHttp }) => console.log(typeof SeamHttp))"
      assert.equal(await runScript(source, '--no-experimental-require-module'), 'function')
    })
  } else {
    test('require is refused, and Node says that import() is the way', async () => {
      assert.match(await runScript(requireAndTell), refusal)
    })
  }
})
