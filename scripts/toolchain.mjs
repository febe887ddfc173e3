// The environment in which cargo and wasm-bindgen are run: tools of the clone before those of the machine.
// Installs nothing (setup.mjs does).
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { run } from './command.mjs'
import { toolsDirectory, wasmTarget } from './repository.mjs'

/** Where setup notes the `bin` directory of a Rust toolchain of the clone, when the machine's own has no wasm target. */
const noteOfChosenToolchain = join(toolsDirectory, 'rust-bin')

/** The `bin` directory of the clone's own Rust toolchain, or undefined where the machine's is used. */
export function chosenToolchain() {
  if (!existsSync(noteOfChosenToolchain)) return undefined
  const directory = readFileSync(noteOfChosenToolchain, 'utf8').trim()
  return existsSync(join(directory, 'rustc')) ? directory : undefined
}

export function rememberToolchain(binDirectory) {
  mkdirSync(toolsDirectory, { recursive: true })
  writeFileSync(noteOfChosenToolchain, `${binDirectory}\n`)
}

/** For everything that has to compile for wasm, and for all that shares its build directory. */
export const toolchainEnvironment = (extra = {}) => environment([chosenToolchain()], extra)

/** The machine's own toolchain: it has rustfmt and clippy also where the clone's toolchain has none. */
export const machineEnvironment = (extra = {}) => environment([], extra)

/** Where cargo keeps its programs and the crates that it downloads. */
export const cargoHome = () => process.env.CARGO_HOME ?? join(homedir(), '.cargo')

function environment(first, extra) {
  const path = [...first, join(toolsDirectory, 'bin'), process.env.PATH, join(cargoHome(), 'bin')]
  return { ...process.env, ...extra, PATH: path.filter(Boolean).join(delimiter) }
}

/** Whether this environment's rustc can compile for wasm. */
export async function hasWasmTarget(env) {
  const { code, stdout } = await run('rustc', ['--print', 'target-libdir', '--target', wasmTarget], { env })
  return code === 0 && existsSync(stdout.trim())
}
