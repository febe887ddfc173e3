// What axe finds in the front desk, in Chromium: nothing, in each of its states, on a desktop and a phone, light and dark.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, before, describe, test } from 'node:test'
import { findBrowser, openBrowser } from '../support/browser.mjs'
import { serveDesk } from './desk-in-browsers.mjs'
import { openDesk } from './desk-page.mjs'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const sizes = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } }

/** States of the page, each with what leads there from a fresh one. */
const states = {
  'the locks': async () => {},
  'a lock with a code that failed': async ({ press, says }) => {
    await press('Room 102')
    await press('Edsger Dijkstra')
    await press('Show PIN')
    await says('What to do:', '.advice')
  },
  'a form with errors, and the drawer of faults': async ({ press, fill, says }) => {
    await press('Room 101')
    await press('New code')
    await fill('PIN', '12')
    await press('Create code')
    await says('Fix what is marked', '[role=alert]')
    await press('Make things go wrong')
  },
  'a session that has ended, a lock that was removed, a code about to be deleted': async ({
    press,
    says,
  }) => {
    await press('Main entrance')
    await press('Housekeeping')
    await press('Delete')
    await press('Make things go wrong')
    await press('Remove the lock')
    await says('This lock has been removed.')
    await press('End my session')
    await says('Your session has ended.', '.banner')
  },
  'the dialog to sign in': async ({ press, says }) => {
    await press('Use your own locks')
    await press('Sign in')
    await says('Enter at least 8 characters.', 'dialog')
  },
}

describe('axe finds nothing in the front desk', { timeout: 900_000 }, async () => {
  if ((await findBrowser('chromium')) === undefined) return test.skip('NOT TESTED: no Chromium here')
  const urlOfDesk = serveDesk()
  let browser

  before(async () => {
    browser = await openBrowser('chromium')
  })
  after(() => browser?.close())

  for (const [state, lead] of Object.entries(states)) {
    test(state, async () => {
      const desk = await openDesk(browser, urlOfDesk())
      const { tab } = desk
      await lead(desk)
      await tab.evaluate(axe)
      for (const [size, viewport] of Object.entries(sizes)) {
        await tab.setViewport(viewport)
        for (const scheme of ['light', 'dark']) {
          await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
          const { violations, incomplete } = await tab.evaluate(() => globalThis.axe.run())
          assert.deepEqual(violations.map(said), [], `${size}, ${scheme}`)
          const undecided = incomplete.filter(({ id }) => id !== 'color-contrast')
          assert.deepEqual(undecided.map(said), [], `${size}, ${scheme}: what axe cannot decide`)
        }
      }
      await desk.page.close()
    })
  }
})

const said = ({ id, nodes }) =>
  `${id}: ${nodes.map(({ html, any }) => `${html} ${any[0]?.message ?? ''}`).join('\n')}`
