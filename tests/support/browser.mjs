// Opens pages in the browsers of this machine, runs functions in them, and collects what went wrong there.
// Knows nothing of the package under test, and serves no files (web-server.mjs does).
//
//   const browser = await openBrowser('firefox')
//   const page = await browser.openPage(server.url)
//   assert.equal(await page.run((name) => globalThis[name]('a'), 'nameOfAGlobal'), 'b')
//   assert.deepEqual(page.complaints, [])
//   await browser.close()
//
// Firefox is driven by WebDriver BiDi and Chromium by its own protocol, both by the browser itself.
import puppeteer from 'puppeteer-core'
import { chromiumArguments, findBrowser } from './browser-programs.mjs'

export { browserNames, findBrowser } from './browser-programs.mjs'

/** How long a browser and its pages may take on a busy machine of two cores, in ms. */
export const patience = 120_000

/**
 * @typedef {object} Page
 * @property {Array<{ level: string, text: string }>} messages what was written to the console, in the order of arrival:
 *   of the page and of its dedicated workers, not of service workers
 * @property {string[]} errors uncaught exceptions and unhandled rejections of the page
 * @property {string[]} complaints `errors`, and the messages of level `error` and `warn`
 * @property {<T>(action: (...values: any[]) => T, ...values: any[]) => Promise<Awaited<T>>} run runs a function in the
 *   page, where it sees nothing of this file; values and answer go as JSON; rejects where it throws
 * @property {import('puppeteer-core').Page} tab the page as puppeteer-core has it, for keys, sizes and pictures
 * @property {() => Promise<void>} close
 */

/**
 * @typedef {object} PageOptions
 * @property {() => void} [onEveryLoad] runs in the page before its own scripts, anew whenever it is loaded
 */

/**
 * A browser without a window and with an empty profile.
 * @param {string} name one of `browserNames`
 * @returns {Promise<{ name: string, version: string, openPage: (url: string, options?: PageOptions) => Promise<Page>, close: () => Promise<void> }>}
 */
export const openBrowser = async (name) => {
  const found = await findBrowser(name)
  if (found === undefined) throw new Error(`there is no ${name} on this machine`)
  const isChromium = name === 'chromium'
  const browser = await puppeteer.launch({
    browser: isChromium ? 'chrome' : 'firefox',
    executablePath: found.program,
    args: isChromium ? chromiumArguments : [],
    timeout: patience,
    protocolTimeout: patience,
  })
  return {
    name,
    version: found.version,
    openPage: async (url, options) => await openPage(browser, url, options),
    close: async () => await browser.close(),
  }
}

const openPage = async (browser, url, { onEveryLoad } = {}) => {
  const page = await browser.newPage()
  page.setDefaultNavigationTimeout(patience)
  if (onEveryLoad) await page.evaluateOnNewDocument(onEveryLoad)
  const messages = []
  const errors = []
  page.on('console', (message) => messages.push({ level: message.type(), text: message.text() }))
  page.on('pageerror', (error) => errors.push(String(error?.message ?? error)))
  const response = await page.goto(url)
  if (!response?.ok()) throw new Error(`${url} answered ${response?.status()}`)
  return {
    messages,
    errors,
    tab: page,
    get complaints() {
      return [
        ...errors,
        ...messages.filter(({ level }) => /^(error|warn)/.test(level)).map(({ text }) => text),
      ]
    },
    run: async (action, ...values) => await page.evaluate(action, ...values),
    close: async () => await page.close(),
  }
}
