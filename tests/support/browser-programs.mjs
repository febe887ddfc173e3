// Where the browsers of this machine are, and their versions. Starts none and brings none (scripts/test/browsers.mjs does).
// Uses Node's own modules only: it is read before the npm packages are there.
import { execFile } from 'node:child_process'
import { access, constants } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

// In order of preference. The last ones are where macOS keeps its applications, which are on no PATH.
const programs = {
  chromium: [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  firefox: ['firefox-esr', 'firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'],
}

/** The browsers that the package is tested in. */
export const browserNames = Object.keys(programs)

/** What Chromium has to be started with, whoever drives it. */
export const chromiumArguments = [
  // Nothing but the pages of the tests may reach for a network, which there need not be.
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Containers have a small /dev/shm, and a tab that runs out of it crashes.
  '--disable-dev-shm-usage',
  // There is none for root, and for nobody in most containers, where Chromium then does not start. It opens our own pages alone.
  ...(process.platform === 'linux' ? ['--no-sandbox'] : []),
]

/**
 * A browser of this machine, or undefined. `program` is its absolute path, `version` is as `156.0.8078.79`.
 * @param {string} name one of `browserNames`
 * @returns {Promise<{ name: string, program: string, version: string } | undefined>}
 */
export const findBrowser = async (name) => {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  for (const candidate of programs[name]) {
    for (const program of candidate.startsWith('/')
      ? [candidate]
      : folders.map((it) => join(it, candidate))) {
      const version = await versionOf(program)
      if (version !== undefined) return { name, program, version }
    }
  }
  return undefined
}

// A program that is there but does not answer is none: Ubuntu's `chromium-browser` only says where to get the real one.
const versionOf = async (program) => {
  try {
    await access(program, constants.X_OK)
    const { stdout } = await run(program, ['--version'], { timeout: 30_000 })
    return stdout.match(/\d+\.\d+[\w.]*/)?.[0]
  } catch {
    return undefined
  }
}
