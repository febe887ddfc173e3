// Chromium and Firefox for the tests of the package: those of the machine, which Debian's packages bring where they are missing and
// this may install. No other way: browsers that are fetched from their makers would need another network and an own update.
import { existsSync, readFileSync } from 'node:fs'
import { browserNames, findBrowser } from '../../tests/support/browser-programs.mjs'
import { run, StepFailure, secondsSince } from '../command.mjs'
import { record } from './support-matrix.mjs'

/** The packages of Debian by the name of the browser; their versions are those of the machine's release. */
const packages = { chromium: 'chromium', firefox: 'firefox-esr' }

const titles = { chromium: 'Chromium', firefox: 'Firefox ESR' }

/**
 * Brings what is missing, runs the tests of each browser, and answers a summary that names them all. Throws where tests failed, and
 * in CI where a browser is missing.
 * @param {(name: string, moduleServiceWorkers: boolean) => Promise<{ code?: number, outcome: string }>} runTests in service workers as
 *   modules where the browser has those, and as classic scripts
 */
export async function inEveryBrowser(runTests) {
  const summaries = []
  let passed = true
  for (const { name, version = '', reason } of await bringBrowsers()) {
    const { tested, note } = reason
      ? { tested: false, note: `NOT TESTED (${reason})` }
      : await testIn(name, runTests)
    passed &&= tested || (reason !== undefined && !process.env.CI)
    record({ group: 'browsers', name: titles[name], version, tested, note })
    summaries.push([name, version, tested ? `passed (${note})` : note].filter(Boolean).join(' '))
  }
  if (passed) return summaries.join(', ')
  throw new StepFailure({ tried: 'tests/browsers', outcome: summaries.join(', ') })
}

/** Answers whether the tests passed, and in which form service workers were tested or how they failed. */
async function testIn(name, runTests) {
  let modules
  try {
    // Not at the top: it needs the npm packages, which may have just been brought.
    const { hasModuleServiceWorkers } = await import('../../tests/support/module-service-workers.mjs')
    modules = await hasModuleServiceWorkers(name)
  } catch (error) {
    return { tested: false, note: `FAILED (${error.message})` }
  }
  const { code, outcome } = await runTests(name, modules)
  if (code !== 0) return { tested: false, note: `FAILED (${outcome})` }
  const note = modules
    ? 'service worker as a module and as a classic script'
    : 'service worker as a classic script only: this version has no module service workers'
  return { tested: true, note }
}

/** Answers `{ name, version }` per browser; where it could not be brought, `version` is undefined and `reason` says why. */
export async function bringBrowsers() {
  const missing = []
  for (const name of browserNames) if (!(await findBrowser(name))) missing.push(name)
  const reason = missing.length === 0 ? undefined : await install(missing)
  const browsers = []
  for (const name of browserNames) {
    const found = await findBrowser(name)
    browsers.push(found ? { name, version: found.version } : { name, reason: reason ?? 'does not start' })
  }
  return browsers
}

/** Answers why not, or undefined where apt says that it has installed them. */
async function install(names) {
  // On Ubuntu these packages are signs that point to the snap store.
  if (!isDebian()) return 'is not on this machine; it is installed on Debian only'
  if (process.getuid() !== 0)
    return `is not on this machine; as root, apt would install ${packagesOf(names).join(', ')}`
  const start = performance.now()
  let result = await aptInstall(names)
  if (result.code !== 0) {
    // A fresh container has no lists of packages, an old one has those of versions that are gone.
    await apt('update')
    result = await aptInstall(names)
  }
  if (result.code !== 0) return `apt-get install of it: ${result.outcome}`
  console.log(`brought ${packagesOf(names).join(', ')} by apt (${secondsSince(start)})`)
  return undefined
}

const aptInstall = (names) => apt('install', '--no-install-recommends', ...packagesOf(names))

const apt = (...args) =>
  run('apt-get', ['--yes', '--quiet', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeoutSeconds: 300,
  })

const packagesOf = (names) => names.map((name) => packages[name])

const isDebian = () =>
  existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
