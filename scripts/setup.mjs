// Brings what the other commands need and is not there yet: npm packages, the wasm target of Rust, wasm-bindgen, wasm-pack.
// Runs before any npm package is there, so it uses Node's own modules only; keeps everything inside the clone.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { main, run, runOrFail, StepFailure, secondsSince } from './command.mjs'
import { inRepository, isProgram, lockedCrateVersion, readJson, toolsDirectory } from './repository.mjs'
import { machineEnvironment, toolchainEnvironment } from './toolchain.mjs'
import { ensureWasmTarget } from './wasm-target.mjs'

const wasmPackVersion = '0.15.1'

/** Runs every step; `wasmPack: false` leaves out wasm-pack, which only the tests need and which takes minutes to compile. */
export async function setUp({ wasmPack = true } = {}) {
  const start = performance.now()
  const steps = [
    ['npm packages', ensureNpmPackages],
    ['cargo', ensureCargo],
    ['wasm target', ensureWasmTarget],
    ['wasm-bindgen', ensureWasmBindgen],
    ...(wasmPack ? [['wasm-pack', ensureWasmPack]] : []),
  ]
  let brought = 0
  for (const [name, ensure] of steps) {
    const stepStart = performance.now()
    const done = await ensure((text) => console.log(`setup: ${name}: ${text}`))
    if (done === undefined) continue
    brought += 1
    console.log(`setup: ${name}: ${done} (${secondsSince(stepStart)})`)
  }
  if (brought === 0) console.log(`setup: everything is there (${secondsSince(start)})`)
}

// Each `ensure` function does nothing and answers undefined where its thing is there; else it brings it and says what it brought.

async function ensureNpmPackages(say) {
  const state = npmPackagesState()
  if (state === 'installed') return undefined
  const command = state === 'lock is stale' ? 'install' : 'ci'
  say(`npm ${command} (${state})`)
  // The peer @seamapi/http asks for a newer Node than we do; npm only warns about that, which `--loglevel=error` hides.
  await runOrFail('npm', [command, '--no-audit', '--no-fund', '--loglevel=error'], {
    remedy: 'check that the npm registry can be reached, then run the command again',
    // npm says what is wrong first and a page of usage after it.
    lines: 40,
  })
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

async function ensureWasmBindgen(say) {
  const version = lockedCrateVersion('wasm-bindgen')
  if (version === undefined) {
    throw new StepFailure({
      tried: 'reading the version of `wasm-bindgen` in Cargo.lock',
      outcome: 'Cargo.lock is missing or does not list it',
      remedy: 'run `cargo generate-lockfile`, or bring Cargo.lock back from git',
    })
  }
  return ensureCargoProgram({
    crate: 'wasm-bindgen-cli',
    programs: ['wasm-bindgen', 'wasm-bindgen-test-runner'],
    version,
    say,
  })
}

const ensureWasmPack = (say) =>
  ensureCargoProgram({ crate: 'wasm-pack', programs: ['wasm-pack'], version: wasmPackVersion, say })

/** Programs of a crate at exactly one version: from PATH or .tools/bin, else compiled into .tools. */
export async function ensureCargoProgram({ crate, programs, version, say }) {
  if (await allAtVersion(programs, version)) return undefined
  say(`compiling ${crate} ${version}, which takes one to three minutes`)
  const exact = ['install', crate, '--version', `=${version}`, '--root', toolsDirectory, '--force']
  const options = { env: toolchainEnvironment() }
  const locked = await run('cargo', [...exact, '--locked'], options)
  if (locked.code !== 0) {
    // The crate's own lock file can name a dependency that a registry mirror does not have yet.
    say(`not with --locked (${locked.output.match(/^error: .*/m)?.[0] ?? locked.outcome}); trying without`)
    await runOrFail('cargo', exact, {
      ...options,
      remedy: `check that crates.io can be reached, or put ${programs.join(' and ')} ${version} on PATH`,
    })
  }
  return `${crate} ${version} compiled into ${join('.tools', 'bin')}`
}

async function allAtVersion(programs, version) {
  const env = toolchainEnvironment()
  const answers = await Promise.all(programs.map((program) => run(program, ['--version'], { env })))
  return answers.every(({ code, stdout }) => code === 0 && stdout.trim().split(/\s+/).at(1) === version)
}

if (isProgram(import.meta.url)) await main('setup', setUp)
