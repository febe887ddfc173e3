// The front desk, built once and opened anew for each test, in every browser of this machine.
import { after, afterEach, before, describe, test } from 'node:test'
import { browserNames, findBrowser, openBrowser } from '../support/browser.mjs'
import { closeAll } from '../support/close-all.mjs'
import { serveSite } from '../support/web-server.mjs'
import { openDesk } from './desk-page.mjs'
import { buildDesk } from './desk-project.mjs'

/** Builds and serves the desk before the tests of this suite, and answers what gives its address. */
export const serveDesk = () => {
  let project
  let site

  before(async () => {
    project = await buildDesk()
    site = await serveSite({ folders: { '/': `${project.dist}/` } })
  })
  after(() => closeAll([site?.stop, project?.remove]))
  return () => site.url
}

/**
 * A suite of the desk, with the same tests in each browser.
 * @param {string} title
 * @param {(ways: { open: Function, openLock: Function, openForm: Function }) => void} defineTests is given the ways to open the desk: as it
 * begins, at a lock, and at the form for a new code on a lock
 */
export const describeDeskInBrowsers = (title, defineTests) => {
  describe(title, { timeout: 900_000, concurrency: true }, () => {
    const urlOfDesk = serveDesk()

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
        const open = async (options) => {
          desk = await openDesk(browser, urlOfDesk(), options)
          return desk
        }
        const openLock = async (lock) => {
          const opened = await open()
          await opened.press(lock)
          return opened
        }
        const openForm = async (lock = 'Room 101') => {
          const opened = await openLock(lock)
          await opened.press('New code')
          await opened.fill('Name', 'Marie Curie')
          return opened
        }
        defineTests({ open, openLock, openForm })
      })
    }
  })
}
