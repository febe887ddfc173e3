// Sees to a Rust toolchain that compiles for wasm32-unknown-unknown: the machine's own by rustup, else one made of Debian's packages.
// Only setup.mjs calls it. FORCE_FALLBACK=1 leaves rustup out, to try the second way.
import { run, runOrFail } from './command.mjs'
import { underWay } from './progress.mjs'
import { inRepository, toolsDirectory, wasmTarget } from './repository.mjs'
import { chosenToolchain, hasWasmTarget, machineEnvironment, rememberToolchain } from './toolchain.mjs'

// A network that swallows packets would let rustup hang for good.
const rustupTimeoutSeconds = 180

const withoutRustup = process.env.FORCE_FALLBACK === '1'

/** Answers undefined where the target is there, else what was brought. */
export async function ensureWasmTarget(say) {
  const chosen = chosenToolchain()
  if (chosen === undefined && !withoutRustup) {
    if (await hasWasmTarget(machineEnvironment())) return undefined
    if (await addByRustup(say)) return 'added by rustup'
  }
  if (chosen === undefined) say("making a toolchain of Debian's packages, which takes about a minute")
  // Also where it was made before: its script is fast then, and makes it anew after an upgrade of Debian's compiler.
  const made = await makeDebianToolchain()
  if (made === chosen) return undefined
  rememberToolchain(made)
  return `made of Debian's packages in ${made}`
}

async function addByRustup(say) {
  say(`rustup target add ${wasmTarget}`)
  const { code, output, outcome } = await underWay('rustup', () =>
    run('rustup', ['target', 'add', wasmTarget], {
      env: machineEnvironment(),
      timeoutSeconds: rustupTimeoutSeconds,
    }),
  )
  if (code !== 0) say(`rustup could not: ${output.match(/^error: .*/m)?.[0] ?? outcome}`)
  return code === 0
}

async function makeDebianToolchain() {
  const args = [inRepository('scripts', 'debian-wasm-toolchain.sh'), toolsDirectory]
  const { stdout } = await underWay("toolchain of Debian's packages", () =>
    runOrFail('sh', args, {
      env: machineEnvironment(),
      remedy: `run \`rustup target add ${wasmTarget}\` where rustup's server can be reached, then the command again`,
    }),
  )
  return stdout.trim().split('\n').at(-1)
}
