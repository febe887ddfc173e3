// Programs from crates.io that only tests need, each at exactly one version: from PATH or .tools/bin, else compiled into .tools.
// Compiled to be there soon: without debug information, what they share once, and without optimization but where it is soon won back.
import { join } from 'node:path'
import { runCargo, runCargoOrFail } from './cargo.mjs'
import { run, secondsSince } from './command.mjs'
import { inRepository, lockedCrateVersion, toolsDirectory } from './repository.mjs'
import { toolchainEnvironment } from './toolchain.mjs'

const compilation = {
  CARGO_PROFILE_DEV_DEBUG: 'false',
  CARGO_TARGET_DIR: inRepository('target', 'cargo-programs'),
}

/** The runner runs the tests in wasm; the glue of the other is compared with ours. */
const wasmBindgen = () => ({
  crate: 'wasm-bindgen-cli',
  programs: ['wasm-bindgen', 'wasm-bindgen-test-runner'],
  version: lockedCrateVersion('wasm-bindgen'),
  // Nothing is fetched and no browser driven by it: that needs no TLS.
  flags: ['--no-default-features'],
  // What each run of the runner, of which there are a dozen, goes through the wasm with: a second then, in place of four.
  optimized: ['walrus', 'wasm-bindgen-cli-support', 'wasm-encoder', 'wasmparser'],
})

/** What the tests in wasm need. Answers whether it was brought. */
export const ensureTestRunner = (options) => ensureProgram(wasmBindgen(), options)

async function ensureProgram(program, { inBackground = false } = {}) {
  const { crate, programs, version, flags, optimized } = program
  if (await allAtVersion(programs, version)) return false
  const start = performance.now()
  const bins = programs.flatMap((program) => ['--bin', program])
  const levels = optimized.flatMap((name) => ['--config', `profile.dev.package.${name}.opt-level=1`])
  const exact = ['install', crate, ...bins, '--version', `=${version}`, ...flags, ...levels]
  const args = [...exact, '--debug', '--force', '--root', toolsDirectory]
  const options = { env: toolchainEnvironment(compilation), inBackground }
  const locked = await runCargo(crate, [...args, '--locked'], options)
  if (locked.code !== 0) {
    // The crate's own lock file can name a dependency that a registry mirror does not have yet.
    const reason = locked.output.match(/^error: .*/m)?.[0] ?? locked.outcome
    console.log(`${crate}: not with --locked (${reason}); trying without`)
    await runCargoOrFail(crate, args, {
      ...options,
      remedy: `check that crates.io can be reached, or put ${programs.join(' and ')} ${version} on PATH`,
    })
  }
  console.log(`${crate}: ${version} compiled into ${join('.tools', 'bin')} (${secondsSince(start)})`)
  return true
}

async function allAtVersion(programs, version) {
  const env = toolchainEnvironment()
  const answers = await Promise.all(programs.map((program) => run(program, ['--version'], { env })))
  return answers.every(({ code, stdout }) => code === 0 && stdout.trim().split(/\s+/).at(1) === version)
}
