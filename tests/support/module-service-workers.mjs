// Whether a browser of this machine can run a module as a service worker, found out by trying: a version number would have to be
// kept up to date, and says nothing of a browser's settings. Knows nothing of the package under test.
import { openBrowser } from './browser.mjs'
import { closeAll } from './close-all.mjs'
import { serveSite } from './web-server.mjs'

// Each does nothing, and as the other kind of script it would not do: a classic script with `export` is a syntax error, and a module
// has no `importScripts`.
const scripts = {
  '/module.js': 'export {}\n',
  '/classic.js': 'importScripts()\n',
}

/**
 * Rejects where the browser does not even run a classic service worker: then something else is wrong.
 * @param {string} name one of `browserNames`
 * @returns {Promise<boolean>}
 */
export const hasModuleServiceWorkers = async (name) => {
  answers[name] ??= tryIn(name)
  return await answers[name]
}

const answers = {}

const tryIn = async (name) => {
  const closers = []
  try {
    const site = await serveSite({ files: { '/index.html': '<!doctype html>', ...scripts } })
    closers.push(site.stop)
    const browser = await openBrowser(name)
    closers.push(browser.close)
    const page = await browser.openPage(`${site.url}/`)
    const classic = await page.run(register, '/classic.js', 'classic')
    if (classic !== 'registered') throw new Error(`${name} runs no service worker: ${classic}`)
    const module = await page.run(register, '/module.js', 'module')
    // What a script does that cannot be evaluated, and nothing else: https://w3c.github.io/ServiceWorker/#update-algorithm
    if (!/^(registered|TypeError: .*)$/s.test(module)) throw new Error(`${name}: ${module}`)
    return module === 'registered'
  } finally {
    await closeAll(closers)
  }
}

// Runs in the page.
const register = (path, type) =>
  navigator.serviceWorker.register(path, { type, scope: path }).then(() => 'registered', String)
