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
import { documents, writeManifestAndDocuments } from './build/manifest.mjs'
import { modules } from './build/modules.mjs'
import { bindAndOptimize } from './build/wasm.mjs'
import { main, secondsSince, sideBySide } from './command.mjs'
import { underWay } from './progress.mjs'
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
  const [made, rendered] = await sideBySide(
    () => makeModules(workspace, { names }),
    () => timed('render', renderDefinitions),
  )

  const compiled = [...made.values()].map((module) => module.compiled)
  const sources = [...compiled, rendered, ...sourcesBesidesRust.map((path) => inRepository(path))]
  const fingerprint = fingerprintOf(sources)
  if (existsSync(directory) && isUpToDate(part, fingerprint)) {
    if (!names) linkIntoNodeModules()
    console.log(`build: ${title} is up to date (${secondsSince(start)})`)
    return
  }

  const facade = await timed('facade', () => stageFacade({ rendered, built: made }))
  // Made beside it and then put in its place, so that a failed step leaves the package as it was.
  const next = join(stagingDirectory, 'next')
  rmSync(next, { recursive: true, force: true })
  mkdirSync(next, { recursive: true })
  await sideBySide(
    () => timed('tsc', () => underWay('tsc', () => writeDeclarations({ facade, to: next }))),
    () => timed('esbuild', () => bundle({ facade, to: next, sourceMaps: names })),
  )
  await timed('loaders', () => writeLoaders({ built: made, to: next }))
  for (const [module, { wasm }] of made) cpSync(wasm, join(next, module.file))
  await timed('package.json', () => writeManifestAndDocuments({ version: workspace.version, to: next }))

  rmSync(directory, { recursive: true, force: true })
  renameSync(next, directory)
  if (!names) linkIntoNodeModules()
  markUpToDate(part, fingerprint)
  console.log(`build: ${title} is made (${secondsSince(start)})`)
}

/** Compiles the modules one after the other, and makes glue and small file of each beside the compilation of the next. */
async function makeModules(workspace, { names }) {
  let lastCompiled = Promise.resolve()
  const steps = modules.map((module) => async () => {
    const step = () => compileModule(module, workspace)
    lastCompiled = lastCompiled.then(() => timed(`cargo build (wasm, ${module.name})`, step))
    const compiled = await lastCompiled
    const options = { workspace, names }
    const title = `wasm-bindgen, wasm-opt (${module.name})`
    const bind = () => underWay(title, () => bindAndOptimize(module, compiled, options))
    return [module, { compiled, ...(await timed(title, bind)) }]
  })
  return new Map(await sideBySide(...steps))
}

const sourcesBesidesRust = [
  'pkg-template/package.json',
  'pkg-template/src',
  'scripts/build',
  'scripts/build.mjs',
  'tsconfig.json',
  'tsconfig.build.json',
  'package-lock.json',
  'Cargo.toml',
  ...documents,
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
    await setUp()
    await buildPackage({ names: process.argv.includes('--names') })
  })
}
