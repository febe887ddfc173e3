// examples/front-desk in the hands of somebody who types what cannot be, presses twice, and goes on while things are going wrong: the page says what
// happened, and keeps what was typed.
import assert from 'node:assert/strict'
import { after, afterEach, before, describe, test } from 'node:test'
import { browserNames, findBrowser, openBrowser } from '../support/browser.mjs'
import { closeAll } from '../support/close-all.mjs'
import { serveSite } from '../support/web-server.mjs'
import { openDesk } from './desk-page.mjs'
import { buildDesk } from './desk-project.mjs'

describe('the front desk on a bad day', { timeout: 900_000, concurrency: true }, () => {
  let project
  let site

  before(async () => {
    project = await buildDesk()
    site = await serveSite({ folders: { '/': `${project.dist}/` } })
  })
  after(() => closeAll([site?.stop, project?.remove]))

  for (const name of browserNames) {
    describe(name, { concurrency: 1 }, async () => {
      if ((await findBrowser(name)) === undefined) return test.skip(`NOT TESTED: no ${name} here`)
      let browser
      let desk

      before(async () => {
        browser = await openBrowser(name)
      })
      after(() => browser?.close())
      afterEach(async () => {
        await desk?.page.close()
        desk = undefined
      })
      const openLock = async (lock) => {
        desk = await openDesk(browser, site.url)
        await desk.press(lock)
        return desk
      }
      const openForm = async () => {
        const opened = await openLock('Room 101')
        await opened.press('New code')
        await opened.fill('Name', 'Marie Curie')
        return opened
      }

      test('a year that is half typed or has five digits is no time, and the form stays', async () => {
        const { setTime, says, saysNoMore, read, page } = await openForm()
        for (const time of ['0002-05-04T10:00', '20315-05-04T10:00', '9999-12-31T23:59']) {
          await setTime('Until', time)
          await says('Enter a full date and time.', '.field-said')
          await setTime('Until', '2031-05-04T10:00')
          await saysNoMore('Enter a full date and time.', '.field-said')
        }
        assert.equal(await read('Name'), 'Marie Curie')
        assert.deepEqual(page.errors, [])
      })
    })
  }
})
