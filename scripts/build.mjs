// `npm run build`: compiles the Rust crate to wasm and makes the publishable package in pkg/.
// `-- --names` makes another one in target/pkg-with-names/, for profilers, debuggers and stack traces: with the names of functions
// in the wasm and with source maps of the JavaScript.
// Holds the order of the steps and what may be skipped; each step's how is in scripts/build/.
import { cpSync, existsSync, mkdirSync, realpathSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { join, relative } from 'node:path'
import { bundle } from './build/bundle.mjs'
import { compileModule, readWorkspace, renderDefinitions } from './build/cargo.mjs'
import { writeDeclarations } from './build/declarations.mjs'
import { stageFacade } from './build/facade.mjs'
import { fingerprintOf, isUpToDate, markUpToDate } from './build/fingerprint.mjs'
import { writeLoaders } from './build/loaders.mjs'
import { writeManifestAndDocuments } from './build/manifest.mjs'
import { modules } from './build/modules.mjs'
import { bindAndOptimize } from './build/wasm.mjs'
import { main, secondsSince } from './command.mjs'
import {
  inRepository,
  isProgram,
  namedPackageDirectory,
  packageDirectory,
  root,
  stagingDirectory,
} from './repository.mjs'
import { setUp } from './setup.mjs'

/** Makes pkg/ where one of its sources changed, and lets `seam-edge` be imported inside the repository; or the one with names. */
export async function buildPackage({ names = false } = {}) {
  const directory = names ? namedPackageDirectory : packageDirectory
  const title = `${relative(root, directory)}/`
  const part = names ? 'package-with-names' : 'package'
  const start = performance.now()
  const workspace = await timed('cargo metadata', readWorkspace)
  const compiled = new Map()
  for (const module of modules) {
    const step = () => compileModule(module, workspace)
    compiled.set(module, await timed(`cargo build (wasm, ${module.name})`, step))
  }
  const rendered = await timed('render', renderDefinitions)

  const sources = [...compiled.values(), rendered, ...sourcesBesidesRust.map((path) => inRepository(path))]
  const fingerprint = fingerprintOf(sources)
  if (existsSync(directory) && isUpToDate(part, fingerprint)) {
    if (!names) linkIntoNodeModules()
    console.log(`build: ${title} is up to date (${secondsSince(start)})`)
    return
  }

  const built = new Map()
  for (const [module, file] of compiled) {
    const step = () => bindAndOptimize(module, file, { names })
    built.set(module, await timed(`wasm-bindgen, wasm-opt (${module.name})`, step))
  }
  const facade = await timed('facade', () => stageFacade({ rendered, built }))
  // Made beside it and then put in its place, so that a failed step leaves the package as it was.
  const next = join(stagingDirectory, 'next')
  rmSync(next, { recursive: true, force: true })
  mkdirSync(next, { recursive: true })
  await timed('tsc', () => writeDeclarations({ facade, to: next }))
  await timed('esbuild', () => bundle({ facade, to: next, sourceMaps: names }))
  await timed('loaders', () => writeLoaders({ built, to: next }))
  for (const [module, { wasm }] of built) cpSync(wasm, join(next, module.file))
  await timed('package.json', () => writeManifestAndDocuments({ version: workspace.version, to: next }))

  rmSync(directory, { recursive: true, force: true })
  renameSync(next, directory)
  if (!names) linkIntoNodeModules()
  markUpToDate(part, fingerprint)
  console.log(`build: ${title} is made (${secondsSince(start)})`)
}

const sourcesBesidesRust = [
  'pkg-template',
  'scripts/build',
  'scripts/build.mjs',
  'tsconfig.json',
  'tsconfig.build.json',
  'package-lock.json',
  'Cargo.toml',
  'README.md',
  'LICENSE',
  'CHANGELOG.md',
]

/** Examples, the tests of types and the size measurement import the built package by its name. */
function linkIntoNodeModules() {
  const link = inRepository('node_modules', 'seam-edge')
  if (existsSync(link) && realpathSync(link) === realpathSync(packageDirectory)) return
  rmSync(link, { recursive: true, force: true })
  symlinkSync(packageDirectory, link, 'junction')
}

/** Runs a step; those that took a second or more are worth a line. */
async function timed(name, step) {
  const start = performance.now()
  const result = await step()
  if (performance.now() - start >= 1000) console.log(`build: ${name} (${secondsSince(start)})`)
  return result
}

if (isProgram(import.meta.url)) {
  await main('build', async () => {
    await setUp({ wasmPack: false })
    await buildPackage({ names: process.argv.includes('--names') })
  })
}
