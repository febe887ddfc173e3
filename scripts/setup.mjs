// Brings what the other commands need and is not there yet: npm packages, the wasm target of Rust, the program that makes the glue.
// Runs before any npm package is there, so it uses Node's own modules only; keeps everything inside the clone.
import { existsSync } from 'node:fs'
import { compileGlueProgram } from './build/cargo.mjs'
import { ensureTestRunner } from './cargo-programs.mjs'
import { main, run, runOrFail, StepFailure, secondsSince, sideBySide } from './command.mjs'
import { underWay } from './progress.mjs'
import { inRepository, isProgram, readJson } from './repository.mjs'
import { machineEnvironment } from './toolchain.mjs'
import { ensureWasmTarget } from './wasm-target.mjs'

/**
 * Runs every step; what comes from npm beside what comes from Rust. With `borderTests` also what those run with, which is long to compile;
 * `npm test` brings that when it needs it.
 */
export async function setUp({ borderTests = false } = {}) {
  const start = performance.now()
  const brought = await sideBySide(
    () => ensureEach(['npm packages', ensureNpmPackages]),
    () =>
      ensureEach(
        ['cargo', ensureCargo],
        ['wasm target', ensureWasmTarget],
        ['glue program', ensureGlueProgram],
      ),
  )
  if (borderTests) brought.push(await ensureTestRunner())
  if (!brought.includes(true)) console.log(`setup: everything is there (${secondsSince(start)})`)
}

/** Runs steps one after the other and answers whether one of them brought something. */
async function ensureEach(...steps) {
  let brought = false
  for (const [name, ensure] of steps) {
    const start = performance.now()
    const done = await ensure((text) => console.log(`setup: ${name}: ${text}`))
    if (done === undefined) continue
    brought = true
    console.log(`setup: ${name}: ${done} (${secondsSince(start)})`)
  }
  return brought
}

// Each `ensure` function does nothing and answers undefined where its thing is there; else it brings it and says what it brought.

async function ensureNpmPackages(say) {
  const state = npmPackagesState()
  if (state === 'installed') return undefined
  const command = state === 'lock is stale' ? 'install' : 'ci'
  say(`npm ${command} (${state})`)
  // The peer @seamapi/http asks for a newer Node than we do; npm only warns about that, which `--loglevel=error` hides.
  const args = [command, '--no-audit', '--no-fund', '--loglevel=error']
  await underWay(`npm ${command}`, () =>
    runOrFail('npm', args, {
      remedy: 'check that the npm registry can be reached, then run the command again',
      // npm says what is wrong first and a page of usage after it.
      lines: 40,
    }),
  )
  return 'installed'
}

function npmPackagesState() {
  const lockPath = inRepository('package-lock.json')
  const manifest = readJson(inRepository('package.json'))
  if (!existsSync(lockPath)) return 'lock is stale'
  const locked = readJson(lockPath).packages
  if (!sameEntries(locked[''].devDependencies ?? {}, manifest.devDependencies ?? {})) return 'lock is stale'
  const installedPath = inRepository('node_modules', '.package-lock.json')
  if (!existsSync(installedPath)) return 'node_modules is missing'
  const installed = readJson(installedPath).packages
  const differs = Object.entries(locked).some(
    ([path, entry]) =>
      path !== '' && !entry.optional && !entry.devOptional && installed[path]?.version !== entry.version,
  )
  return differs ? 'node_modules differs from package-lock.json' : 'installed'
}

const sameEntries = (left, right) =>
  Object.keys(left).length === Object.keys(right).length &&
  Object.entries(left).every(([key, value]) => right[key] === value)

async function ensureCargo() {
  const result = await run('cargo', ['--version'], { env: machineEnvironment() })
  if (result.code === 0) return undefined
  throw new StepFailure({
    tried: result.tried,
    outcome: result.outcome,
    output: result.output,
    remedy: 'install Rust with rustup (https://rustup.rs), then run the command again',
  })
}

async function ensureGlueProgram() {
  return (await compileGlueProgram()) ? 'compiled' : undefined
}

if (isProgram(import.meta.url)) await main('setup', () => setUp({ borderTests: true }))
