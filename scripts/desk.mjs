// `npm run desk`: brings what the page in examples/front-desk needs, builds the package if there is none, and starts Vite's server. Arguments go to Vite.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'
import { buildPackage } from './build.mjs'
import { main, runOrFail } from './command.mjs'
import { inRepository, packageDirectory, readJson } from './repository.mjs'
import { setUp } from './setup.mjs'

const directory = inRepository('examples', 'front-desk')

/** What npm installed last is what package-lock.json says, and has the package. */
function isInstalled() {
  const installed = join(directory, 'node_modules', '.package-lock.json')
  if (!existsSync(installed)) return false
  const { packages } = readJson(installed)
  const wanted = Object.entries(readJson(join(directory, 'package-lock.json')).packages)
  return wanted.every(
    ([path, { version, optional }]) =>
      !path.startsWith('node_modules/') || optional || packages[path]?.version === version,
  )
}

function startVite(args) {
  return new Promise((settle, fail) => {
    const vite = join(directory, 'node_modules', 'vite', 'bin', 'vite.js')
    const child = spawn(process.execPath, [vite, ...args], { cwd: directory, stdio: 'inherit' })
    // Ctrl-C reaches both processes.
    process.on('SIGINT', () => undefined)
    process.on('SIGTERM', () => child.kill('SIGTERM'))
    child.on('error', fail)
    child.on('close', (code, signal) => settle(code ?? 128 + constants.signals[signal]))
  })
}

await main('desk', async () => {
  if (!existsSync(join(packageDirectory, 'package.json'))) {
    await setUp()
    await buildPackage()
  }
  if (!isInstalled()) {
    console.log('desk: npm ci in examples/front-desk')
    await runOrFail('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: directory,
      remedy: 'check that the npm registry can be reached, then run the command again',
    })
  }
  process.exitCode = await startVite(process.argv.slice(2))
})
