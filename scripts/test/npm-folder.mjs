// Installs npm packages into a folder of .tools/, for tests: tools that must not be devDependencies, since `npm ci` would bring them
// to everybody, or because their programs would come before the user's own.
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { run, secondsSince } from '../command.mjs'

/**
 * Makes the folder anew, with what is `wanted` in its node_modules; it is there whole, or not at all. Answers why it could not, or
 * undefined.
 * @param {string} folder
 * @param {string[]} wanted each as `name@version`
 */
export async function installInto(folder, wanted) {
  const start = performance.now()
  mkdirSync(dirname(folder), { recursive: true })
  const draft = mkdtempSync(join(dirname(folder), 'draft-'))
  try {
    writeFileSync(join(draft, 'package.json'), '{ "private": true }\n')
    // No install script runs: each of them would only fetch, move or check what comes as an optional dependency.
    const flags = ['--save-exact', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock']
    const { code, outcome, output } = await run('npm', ['install', ...wanted, ...flags, '--loglevel=error'], {
      cwd: draft,
    })
    if (code !== 0) {
      const [first] = output.trim().split('\n')
      return `npm install ${wanted.join(' ')}: ${first || outcome}`
    }
    rmSync(folder, { recursive: true, force: true })
    renameSync(draft, folder)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
  console.log(`brought ${basename(folder)} (${secondsSince(start)})`)
  return undefined
}
