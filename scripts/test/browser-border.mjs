// The tests of the border once more, as wasm in browsers: in a page, in a dedicated worker and, where that can be a module, in a
// service worker. wasm-bindgen's test runner serves the page that runs them, and writes there how they ended.
// Where a browser is missing, the summary says so.
import { mkdirSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { browserNames, findBrowser } from '../../tests/support/browser-programs.mjs'
import { failureText, StepFailure } from '../command.mjs'
import { startGroup } from '../process-group.mjs'
import { inRepository, root } from '../repository.mjs'
import { toolchainEnvironment } from '../toolchain.mjs'

const titles = { chromium: 'Chromium', firefox: 'Firefox' }

const places = ['BROWSER', 'DEDICATED_WORKER', 'SERVICE_WORKER']

/** How long tests may take that take ten seconds, on a busy machine. */
const patienceSeconds = 180

/**
 * Answers a summary of all browsers. Throws where tests failed, and in CI where a browser is missing.
 * @param {string[][]} tests what cargo is told of each, as borderTests() gives it
 * @param {string} fakeUrl where the fake answers
 */
export async function testBorderInBrowsers(tests, fakeUrl) {
  mkdirSync(inRepository('target'), { recursive: true })
  // Pages have no environment variables; the test runner serves the files of the repository to them.
  writeFileSync(inRepository('target', 'fake-seam-url.txt'), `${fakeUrl}\n`)
  const browsers = []
  try {
    for (const name of browserNames) browsers.push(await open(name))
    for (const place of places) for (const test of tests) await testIn(place, test, browsers)
  } finally {
    for (const { browser } of browsers) await browser?.close()
  }
  const summary = browsers.map(summaryOf).join(', ')
  const failed = process.env.CI ? /FAILED|NOT TESTED/ : /FAILED/
  if (failed.test(summary)) throw new StepFailure({ tried: 'tests/wasm in browsers', outcome: summary })
  return summary
}

/** A browser with the places that it has; neither where it is not on this machine. */
async function open(name) {
  if ((await findBrowser(name)) === undefined) return { name, places: [], failed: [] }
  // Not at the top: they need the npm packages, which may have just been brought.
  const { openBrowser } = await import('../../tests/support/browser.mjs')
  const { hasModuleServiceWorkers } = await import('../../tests/support/module-service-workers.mjs')
  // The runner registers a module as the service worker: its classic form takes no tests that bring JavaScript along.
  const modules = await hasModuleServiceWorkers(name)
  const here = places.filter((place) => modules || place !== 'SERVICE_WORKER')
  return { name, browser: await openBrowser(name), places: here, failed: [] }
}

function summaryOf({ name, browser, places: here, failed }) {
  if (browser === undefined) return `${name} NOT TESTED (is not on this machine)`
  const outcome = failed.length === 0 ? 'passed' : `FAILED: ${failed.join(', ')}`
  const note = here.includes('SERVICE_WORKER')
    ? ''
    : ` (service worker: this ${titles[name]} has no module service workers)`
  return `${name} ${browser.version} ${outcome}${note}`
}

/** Runs one test in every browser that has the place, and notes where it failed. */
async function testIn(place, test, browsers) {
  const title = `${test[test.indexOf('--test') + 1]} in ${place.toLowerCase().replaceAll('_', ' ')}`
  const those = browsers.filter(({ places: here }) => here.includes(place))
  if (those.length === 0) return
  const server = startServer(place, test)
  try {
    const url = await server.url
    for (const { name, browser, failed } of those) {
      const { output, errors } = await outputOf(await browser.openPage(url))
      console.log(`${title}, ${name}:\n${output}${errors.map((error) => `\nuncaught: ${error}`).join('')}\n`)
      if (!/test result: ok\. [1-9]\d* passed/.test(output)) failed.push(title)
    }
  } catch (error) {
    console.log(`${title}: ${failureText(error)}`)
    for (const { failed } of those) failed.push(title)
  } finally {
    server.stop()
  }
}

/** `url` is where the test's page is, as soon as it is compiled. */
function startServer(place, test) {
  const env = toolchainEnvironment({
    [`WASM_BINDGEN_USE_${place}`]: '1',
    // Serves until it is ended, in place of driving a browser itself; on a free port.
    NO_HEADLESS: '1',
    WASM_BINDGEN_TEST_ADDRESS: '127.0.0.1:0',
  })
  const { child, signal } = startGroup('cargo', test, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const url = new Promise((resolve, reject) => {
    let output = ''
    const fail = (outcome) => reject(new StepFailure({ tried: `cargo ${test.join(' ')}`, outcome, output }))
    const read = (chunk) => {
      output += chunk
      const [, found] = output.match(/available at (http:\/\/\S+)/) ?? []
      if (found) resolve(found)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.on('error', (error) => fail(`could not start (${error.code})`))
    child.on('close', (code) => fail(`ended with ${code} and served no page`))
  })
  return { url, stop: () => signal('SIGTERM') }
}

/**
 * What the tests wrote into their page once they ended, or as far as they came. Errors tell why they came no further, and fail nothing by
 * themselves: to Firefox, a request that a server does not allow is one.
 */
async function outputOf(page) {
  try {
    const deadline = Date.now() + patienceSeconds * 1000
    for (;;) {
      const output = await page.run(() => document.getElementById('output').textContent)
      const isOver = /test result: |worker error: /i.test(output)
      if (isOver || Date.now() > deadline) return { output, errors: page.errors }
      await sleep(100)
    }
  } finally {
    await page.close()
  }
}
