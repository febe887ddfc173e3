// examples/nextjs as `next build` makes it and `next start` serves it, in Chromium: the page lists its locks, and its button puts a code on one.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { runProgram, startServer } from '../bundlers/processes.mjs'
import { installBundler } from '../bundlers/project.mjs'
import { bundlers } from '../bundlers/table.mjs'
import { findBrowser, openBrowser } from '../support/browser.mjs'
import { startOwnFake } from '../support/own-fake.mjs'
import { exampleSecret, signedHeaders } from '../support/webhooks.mjs'
import { createExample } from './example-project.mjs'

describe('examples/nextjs', { timeout: 900_000 }, () => {
  let own
  let project
  let server

  before(async () => {
    own = await startOwnFake({ devices: [{ name: 'Front Door' }] })
    own.fake.locks[0].setDelays({ setting: 0 })
    const installed = await installBundler(bundlers.find(({ name }) => name === 'next'))
    project = await createExample('nextjs', { modules: join(installed, 'node_modules'), whole: true })
    const env = {
      NEXT_TELEMETRY_DISABLED: '1',
      SEAM_API_KEY: own.fake.apiKey,
      SEAM_ENDPOINT: own.url,
      SEAM_WEBHOOK_SECRET: exampleSecret,
    }
    await runProgram(project.folder, ['next', 'build'], { env, seconds: 600 })
    server = await startServer(project.folder, ['next', 'start', '--port', 'PORT'], { env })
  })
  after(async () => {
    await server?.stop()
    await own?.stop()
    await project?.remove()
  })

  test('the page is rendered with a session and without the key', async () => {
    const text = await (await fetch(server.url)).text()
    assert.match(text, /seam_cst/)
    assert.ok(!text.includes(own.fake.apiKey))
  })

  test('in Chromium, the button puts a code on the lock', async (context) => {
    if ((await findBrowser('chromium')) === undefined) return context.skip('NOT TESTED: there is no Chromium')
    const browser = await openBrowser('chromium')
    try {
      const page = await browser.openPage(server.url)
      const said = await page.run(async () => {
        const until = async (look) => {
          while (!look()) await new Promise((resolve) => setTimeout(resolve, 50))
          return look()
        }
        const button = await until(() => document.querySelector('li button'))
        if (!button.parentElement.textContent.includes('Front Door')) return 'another lock'
        button.click()
        return await until(() => document.querySelector('[role=status]').textContent)
      })
      const [, code] = /^The code (\d+) is on the lock\.$/.exec(said) ?? []
      assert.ok(code, said)
      assert.ok(own.fake.locks[0].enter(code))
      assert.deepEqual(page.complaints, [])
    } finally {
      await browser.close()
    }
  })

  test('the webhook route takes what is signed and refuses what is not', async () => {
    const body = '{"event_id":"e1","event_type":"access_code.set_on_device","code":"482913"}'
    const deliver = async (body, headers = signedHeaders(body)) =>
      (await fetch(new URL('/webhooks', server.url), { method: 'POST', headers, body })).status
    assert.equal(await deliver(body), 204)
    assert.equal(await deliver(body, signedHeaders(`${body} `)), 400)
    // What is signed and no event is from Seam all the same.
    assert.equal(await deliver(''), 202)
    assert.equal(await deliver(`{"event_id":"${'1'.repeat(300_000)}"}`), 413)
    assert.ok(!server.output().includes('482913'))
  })
})
