// Which WebAssembly modules travel with what: a worker uploads those that it uses and no other, and a page loads with its first script what
// it does not load later. Each is seen from both sides, so that none passes because nothing was bundled.
import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { chunksOf } from '../../scripts/size/vite.mjs'
import { uploadOf } from '../../scripts/size/wrangler.mjs'
import { consumerFolder, installedFolder } from '../support/package.mjs'

const core = 'seam_edge.wasm'
const events = 'seam_edge_events.wasm'
const rules = 'seam_edge_rules.wasm'
const status = 'seam_edge_status.wasm'
const webhooks = 'seam_edge_webhooks.wasm'

/** A worker that has these in use, and what it uploads: what a file of the import itself imports, whichever of its names is used. */
const workers = {
  'seam-edge': ["import { SeamHttp } from 'seam-edge'", 'SeamHttp', [core]],
  'seam-edge/connect': ["import { SeamHttp } from 'seam-edge/connect'", 'SeamHttp', [core]],
  'seam-edge/webhooks': ["import { SeamWebhook } from 'seam-edge/webhooks'", 'SeamWebhook', [webhooks]],
  'seam-edge/status, diagnose alone': ["import { diagnose } from 'seam-edge/status'", 'diagnose', [status]],
  'seam-edge/status': ["import * as status from 'seam-edge/status'", 'Object.values(status)', [status]],
  // It checks the parameters as well, which the core does.
  'seam-edge/rules': ["import * as rules from 'seam-edge/rules'", 'Object.values(rules)', [core, rules]],
  'seam-edge/events': ["import * as events from 'seam-edge/events'", 'Object.values(events)', [events]],
  'seam-edge/schemas': ["import { device } from 'seam-edge/schemas'", 'device', [core]],
  'the client and a wait': [
    "import { SeamHttp } from 'seam-edge'\nimport { waitUntilSet } from 'seam-edge/status'",
    '[SeamHttp, waitUntilSet]',
    [core, status],
  ],
}

describe('modules that are taken along', { timeout: 600_000 }, () => {
  let folder

  before(async () => {
    folder = await mkdtemp(join(await consumerFolder(), 'taken-along-'))
  })
  after(() => rm(folder, { recursive: true, force: true }))

  describe('by wrangler', () => {
    for (const [name, [imports, used, expected]] of Object.entries(workers)) {
      test(`${name}: ${expected.join(', ') || 'none'}`, async () => {
        const source = `${imports}\nexport default { fetch: () => Response.json(String(${used})) }\n`
        const { script, modules } = await uploadOf({
          source,
          folder: join(folder, name.replace(/\W+/g, '-')),
        })
        assert.deepEqual(modules.map(({ name }) => name).sort(), expected)
        assert.ok(script.length > 200, 'there is a script')
        for (const { name, contents } of modules) {
          assert.ok(contents.equals(await readFile(join(await installedFolder(), name))), `${name} as it is`)
        }
      })
    }
  })

  describe('by Vite', () => {
    /** A piece of the text that a module is. */
    const textOf = async (name) => {
      const source = await readFile(join(await installedFolder(), `load-${name}.js`), 'utf8')
      const [, text] = source.match(/^const text = "(.*)"$/m)
      return text.slice(5_000, 5_400)
    }
    const isIn = async (name, code) => code.includes(await textOf(name))
    const client =
      "import { SeamHttpAccessCodes } from 'seam-edge'\nglobalThis.seam = new SeamHttpAccessCodes('seam_key')\n"

    test('a module that only a lazy chunk uses is in that chunk, and not in the first script', async () => {
      const source = `${client}globalThis.check = async (...given) => (await import('seam-edge/rules')).checkAccessCode(...given)`
      const { initial, lazy } = await chunksOf({ source, folder: join(folder, 'lazy') })
      assert.ok(await isIn('core', initial), 'the core is in the first script')
      assert.ok(!(await isIn('rules', initial)), 'the rules are not in the first script')
      assert.ok(await isIn('rules', lazy), 'the rules are in the lazy chunk')
      assert.ok(!(await isIn('core', lazy)), 'the core is there once')
      for (const other of ['status', 'webhooks']) assert.ok(!(await isIn(other, initial + lazy)), other)
    })

    test('one that the first script imports is in it', async () => {
      const source = `${client}import { checkAccessCode } from 'seam-edge/rules'\nglobalThis.check = checkAccessCode`
      const { initial, lazy } = await chunksOf({ source, folder: join(folder, 'eager') })
      assert.ok(await isIn('rules', initial))
      assert.equal(lazy, '')
    })

    test('a client without more has the core alone', async () => {
      const { initial } = await chunksOf({ source: client, folder: join(folder, 'client') })
      assert.ok(await isIn('core', initial))
      for (const other of ['events', 'rules', 'status', 'testing', 'webhooks']) {
        assert.ok(!(await isIn(other, initial)), other)
      }
    })
  })
})
