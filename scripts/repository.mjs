// Where things are in this repository, and the facts that are read from its manifests.
// Holds no step of any command. Uses Node's own modules only: setup runs it before the npm packages are there.
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')

/** An absolute path inside the repository. */
export const inRepository = (...parts) => join(root, ...parts)

/** Tools that setup brings: nothing of them is kept outside the clone. */
export const toolsDirectory = inRepository('.tools')

/** The publishable package. */
export const packageDirectory = inRepository('pkg')

/** The same to look into: `npm run build -- --names`. Beside the publishable one, so that nobody publishes it by mistake. */
export const namedPackageDirectory = inRepository('target', 'pkg-with-names')

/** Everything that the build makes on its way to the package. */
export const stagingDirectory = inRepository('target', 'package')

export const wasmTarget = 'wasm32-unknown-unknown'

/** A program of an npm package of this repository. */
export const npmProgram = (name) => inRepository('node_modules', '.bin', name)

export const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'))

/** The version that Cargo.lock has for a crate, or undefined where the crate is not in it. */
export function lockedCrateVersion(crate) {
  const path = inRepository('Cargo.lock')
  if (!existsSync(path)) return undefined
  const entry = readFileSync(path, 'utf8')
    .split('[[package]]')
    .find((text) => text.includes(`\nname = "${crate}"\n`))
  return entry?.match(/\nversion = "([^"]+)"/)?.[1]
}

/** True in the file that Node was started with, false where it is imported. */
export const isProgram = (moduleUrl) =>
  process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(moduleUrl)
