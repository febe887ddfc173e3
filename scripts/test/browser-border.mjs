// The tests of the border once more, as wasm in browsers: in a page, in a dedicated worker and, where that can be a module, in a
// service worker.
// wasm-pack drives the browsers by chromedriver and geckodriver; where one is missing, the summary says so.
import { mkdirSync, writeFileSync } from 'node:fs'
import { chromiumArguments, findBrowser } from '../../tests/support/browser-programs.mjs'
import { ensureGeckodriver } from '../cargo-programs.mjs'
import { failureText, run, StepFailure } from '../command.mjs'
import { inRepository } from '../repository.mjs'
import { toolchainEnvironment } from '../toolchain.mjs'

/** What wasm-pack and the protocol of the drivers call each browser, and which driver it has. */
const drivers = {
  chromium: { flag: '--chrome', driver: 'chromedriver', options: 'goog:chromeOptions' },
  firefox: { flag: '--firefox', driver: 'geckodriver', options: 'moz:firefoxOptions' },
}

const titles = { chromium: 'Chromium', firefox: 'Firefox' }

const places = ['BROWSER', 'DEDICATED_WORKER', 'SERVICE_WORKER']

/**
 * Answers a summary of all browsers. Throws where tests failed, and in CI where a browser or its driver is missing.
 * @param {string[][]} tests what wasm-pack is told of each, as borderTests() gives it
 * @param {string} fakeUrl where the fake answers
 */
export async function testBorderInBrowsers(tests, fakeUrl) {
  mkdirSync(inRepository('target'), { recursive: true })
  // Pages have no environment variables; the test runner serves the files of the repository to them.
  writeFileSync(inRepository('target', 'fake-seam-url.txt'), `${fakeUrl}\n`)
  const summaries = []
  for (const name of Object.keys(drivers)) summaries.push(await testIn(name, tests))
  const failed = process.env.CI ? /FAILED|NOT TESTED/ : /FAILED/
  if (summaries.some((text) => failed.test(text))) {
    throw new StepFailure({ tried: 'tests/wasm in browsers', outcome: summaries.join(', ') })
  }
  return summaries.join(', ')
}

async function testIn(name, tests) {
  const { flag, driver } = drivers[name]
  const browser = await findBrowser(name)
  if (browser === undefined) return `${name} NOT TESTED (is not on this machine)`
  const missing = await bringDriver(driver)
  if (missing !== undefined) return `${name} NOT TESTED (${missing})`
  const capabilities = inRepository('target', `webdriver-${name}.json`)
  writeFileSync(capabilities, JSON.stringify(capabilitiesOf(name, browser.program)))
  let here
  try {
    here = await placesIn(name)
  } catch (error) {
    return `${name} ${browser.version} FAILED (${error.message})`
  }
  const failed = []
  for (const place of here) {
    const env = toolchainEnvironment({
      [`WASM_BINDGEN_USE_${place}`]: '1',
      WASM_BINDGEN_TEST_WEBDRIVER_JSON: capabilities,
      // Seconds; a driver that starts on a busy machine.
      WASM_BINDGEN_TEST_DRIVER_TIMEOUT: '30',
    })
    const args = ['--log-level', 'error', 'test', '--mode', 'no-install', '--headless', flag]
    let passed = true
    for (const test of tests) {
      const result = await run('wasm-pack', [...args, ...test], { env, echo: true, timeoutSeconds: 600 })
      // Tests that are not made for the place are left out by the runner, with success.
      passed &&= result.code === 0 && /test result: ok\. [1-9]\d* passed/.test(result.output)
    }
    if (!passed) failed.push(place.toLowerCase())
  }
  const outcome = failed.length === 0 ? 'passed' : `FAILED in ${failed.join(', ')}`
  const note = here.includes('SERVICE_WORKER')
    ? ''
    : ` (service worker: this ${titles[name]} has no module service workers)`
  return `${name} ${browser.version} ${outcome}${note}`
}

// wasm-bindgen's test runner registers a module as the service worker: its classic form takes no tests that bring JavaScript along.
async function placesIn(name) {
  // Not at the top: it needs the npm packages, which may have just been brought.
  const { hasModuleServiceWorkers } = await import('../../tests/support/module-service-workers.mjs')
  const modules = await hasModuleServiceWorkers(name)
  return places.filter((place) => modules || place !== 'SERVICE_WORKER')
}

// Chromium's comes with the browser and has to be of its version; that of Firefox is a crate. Answers why there is none.
async function bringDriver(driver) {
  if (driver === 'geckodriver') {
    try {
      await ensureGeckodriver()
    } catch (error) {
      console.log(failureText(error))
      return `${driver} could not be compiled`
    }
  }
  const { code, outcome } = await run(driver, ['--version'], { env: toolchainEnvironment() })
  return code === 0 ? undefined : `${driver} ${outcome}`
}

const capabilitiesOf = (name, program) => ({
  [drivers[name].options]: {
    binary: program,
    args: name === 'chromium' ? ['--headless=new', ...chromiumArguments] : ['-headless'],
  },
})
