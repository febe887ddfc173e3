// `node tests/examples/desk-screenshots.mjs`: takes the pictures of the front desk in docs/screenshots, by Chromium, of what `npm run build` has made.
// Look at them before they are committed.
import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { openBrowser } from '../support/browser.mjs'
import { serveSite } from '../support/web-server.mjs'
import { openDesk } from './desk-page.mjs'
import { buildDesk } from './desk-project.mjs'

const folder = fileURLToPath(new URL('../../docs/screenshots/', import.meta.url))
const desktop = { width: 1280, height: 800 }
const phone = { width: 390, height: 844 }

const pictures = {
  'desktop-light': { viewport: desktop, scheme: 'light', lead: ({ press }) => press('Main entrance') },
  'desktop-dark-form': {
    viewport: { width: 1280, height: 1000 },
    scheme: 'dark',
    lead: async ({ press, fill, says }) => {
      await press('Room 101')
      await press('New code')
      await fill('Name', 'Marie Curie')
      await fill('PIN', '127356')
      await says('must not start with 12')
    },
  },
  'desktop-failing': {
    viewport: { width: 1280, height: 1000 },
    scheme: 'light',
    lead: async ({ press, says }) => {
      await press('Room 102')
      await press('Make things go wrong')
      await press('Lose the connection')
      await says('Not connected', '.lock-page .facts')
      await press('Edsger Dijkstra')
    },
  },
  'phone-dark': { viewport: phone, scheme: 'dark', lead: ({ press }) => press('Main entrance') },
  'phone-light-german': {
    viewport: phone,
    scheme: 'light',
    language: 'de',
    lead: async ({ press }) => {
      await press('Zimmer 102')
      await press('Edsger Dijkstra')
    },
  },
}

await mkdir(folder, { recursive: true })
const project = await buildDesk()
const site = await serveSite({ folders: { '/': `${project.dist}/` } })
const browser = await openBrowser('chromium')
try {
  for (const [name, { viewport, scheme, language, lead }] of Object.entries(pictures)) {
    const desk = await openDesk(browser, site.url, { language })
    const { tab } = desk
    await lead(desk)
    await desk.tab.waitForSelector('.picture')
    await tab.setViewport(viewport)
    await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
    await tab.evaluate(() => scrollTo(0, 0))
    await tab.screenshot({ path: `${folder}${name}.png`, optimizeForSpeed: false })
    await desk.page.close()
  }
} finally {
  await browser.close()
  await site.stop()
  await project.remove()
}
