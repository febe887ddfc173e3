// The stage of these tests: the fake on one origin, the installed package and the pages of site/ as plain files on another,
// and a browser with one of those pages open. No expectation about the package.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, afterEach, before, beforeEach, describe } from 'node:test'
import { fileURLToPath } from 'node:url'
import { browserNames, findBrowser, openBrowser } from '../support/browser.mjs'
import { closeAll } from '../support/close-all.mjs'
import { startFakeSeam } from '../support/fake-seam.mjs'
import { hasModuleServiceWorkers } from '../support/module-service-workers.mjs'
import { installedFolder } from '../support/package.mjs'
import { startRecordingProxy } from '../support/recording-proxy.mjs'
import { serveSite } from '../support/web-server.mjs'
import { bundleWorker } from './bundled-worker.mjs'

/** Where a page can run the package. A classic service worker runs in every browser, and the package is bundled into it. */
const places = ['window', 'dedicated worker', 'module service worker', 'classic service worker']

/** `npm test` runs the files once per browser, so that it can say which one failed. That one has to be there. */
const chosen = process.env.SEAM_EDGE_BROWSER
const chosenBrowsers = browserNames.filter((name) => [undefined, name].includes(chosen))
assert.ok(chosenBrowsers.length > 0, `SEAM_EDGE_BROWSER: no browser \`${chosen}\``)

/** Under each of these paths the package is another one: all of its files are loaded and run anew. */
const copies = Array.from({ length: 40 }, (_, index) => `/copy-${index}/`)

/** The id of an access code about which the API never answers. */
const silentId = 'access_code_of_which_nothing_is_heard'

/** Those of the `places` that a browser has; of a browser that is not there, all are shown. */
const placesIn = async (found) => {
  // `npm test` has found it out already, and says so in its summary: the tests do what it says.
  const told = process.env.SEAM_EDGE_MODULE_SERVICE_WORKERS
  const hasModules = told
    ? told === 'true'
    : found === undefined || (await hasModuleServiceWorkers(found.name))
  return hasModules ? places : places.filter((place) => place !== 'module service worker')
}

/**
 * Runs the tests of `define` in every browser of this machine; those that are missing are shown as skipped.
 * @param {string} subject
 * @param {(stage: any) => void} define finds the places that this browser has in `stage.places`
 * @param {object} [options]
 * @param {string} [options.page] path of the page
 * @param {(apiUrl: string) => Record<string, string>} [options.headers] of everything that the site serves
 * @param {RegExp} [options.expected] what the browser may write to the console because of the subject
 */
export const inEveryBrowser = async (
  subject,
  define,
  { page = '/site/index.html', headers = () => ({}), expected } = {},
) => {
  for (const name of chosenBrowsers) {
    const found = await findBrowser(name)
    const missing = found ? false : `there is no ${name} on this machine`
    // Skipped, it would count as passed.
    assert.ok(!(missing && chosen), missing)
    const here = await placesIn(found)
    const title = `${subject}, ${name} ${found?.version ?? ''}`
    describe(title, { timeout: 600_000, skip: missing }, () => {
      const stage = { places: here }
      before(async () => Object.assign(stage, await openStage(name, page, headers)))
      after(() => stage.close?.())
      beforeEach(() => stage.reset())
      afterEach(async () => {
        // Rejections that nobody handles are told a moment later.
        await stage.page.run(() => new Promise((resolve) => setTimeout(resolve, 20)))
        const unexpected = stage.complaints().filter((text) => !expected?.test(text))
        assert.deepEqual(unexpected, [], 'the console of the page is clean')
      })
      define(stage)
    })
  }
}

const openStage = async (name, path, headers) => {
  const closers = []
  const close = () => closeAll(closers)
  try {
    const fake = await startFakeSeam()
    closers.push(fake.stop)
    const api = await startRecordingProxy(fake.url, { ask: answer })
    closers.push(api.stop)
    const folder = await installedFolder()
    const site = await serveSite({
      folders: {
        '/seam-edge/': folder,
        '/other-copy/': folder,
        ...Object.fromEntries(copies.map((path) => [path, folder])),
        '/site/': fileURLToPath(new URL('site', import.meta.url)),
        // Checks that other runtimes run too. `/site/../../runtimes/` is this too, which in the repository is the folder itself.
        '/runtimes/': fileURLToPath(new URL('../runtimes', import.meta.url)),
      },
      files: {
        // The module as hosts serve it that do not know its type.
        '/untyped.bin': await readFile(join(folder, 'seam_edge.wasm')),
        '/site/bundled-worker.js': await bundleWorker(),
      },
      headers: headers(api.url),
    })
    closers.push(site.stop)
    const browser = await openBrowser(name)
    closers.push(browser.close)
    const page = await browser.openPage(site.url + path)
    return { ...acting(page, fake, api, site), close }
  } catch (error) {
    await close()
    throw error
  }
}

const answer = async (request, pass) => {
  if (request.rawBody.includes(silentId)) return await new Promise(() => {})
  const answered = await pass(request)
  // Browsers keep the answers to preflights for some seconds; so every test sees its own.
  answered.headers['access-control-max-age'] = '0'
  return answered
}

const acting = (page, fake, api, site) => {
  const given = {
    endpoint: api.url,
    publishableKey: fake.seed.seam_pk1_token,
    userIdentifierKey: fake.seed.john_user_identifier_key,
    clientSessionToken: fake.seed.seam_cst1_token,
    apiKey: fake.seed.seam_apikey1_token,
    deviceId: fake.seed.august_device_1,
    silentId,
    otherCopy: `${site.url}/other-copy/index.js`,
  }
  const unused = copies.map((path) => `${path}index.js`)
  return {
    page,
    api,
    given,
    /** The address of a copy of the package that nobody has used. */
    freshCopy: () => unused.pop() ?? assert.fail('there are no more copies'),
    database: fake.database,
    /** What a scenario of site/scenarios.mjs answers in one of the `places`. */
    ask: async (place, scenario, extra = {}) => {
      const reply = await page.run((...values) => globalThis.ask(...values), place, scenario, {
        ...given,
        ...extra,
      })
      assert.deepEqual(reply.complaints, [], `the console of the ${place} is clean`)
      return reply.answer
    },
    // That the API has answered 404 is noted by Chromium itself.
    complaints: () => page.complaints.filter((text) => !/^Failed to load resource/.test(text)),
    reset: () => {
      api.reset()
      fake.database.setState({ access_codes: [] })
    },
  }
}
