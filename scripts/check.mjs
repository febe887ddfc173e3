// `npm run check`: formats, lints, docs and types of the sources, and the shape of the packed package. Changes no source.
// Every check runs; those that failed are listed at the end.
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { wasmCrate } from './build/cargo.mjs'
import { documents } from './build/manifest.mjs'
import { modules } from './build/modules.mjs'
import { buildPackage } from './build.mjs'
import { circlesIn } from './check/circles.mjs'
import { tracesIn } from './check/traces.mjs'
import { runOrFail, StepFailure } from './command.mjs'
import { makeSite } from './docs.mjs'
import { packPackage } from './pack.mjs'
import { inRepository, npmProgram, packageDirectory, stagingDirectory, wasmTarget } from './repository.mjs'
import { setUp } from './setup.mjs'
import { runStages } from './stages.mjs'
import { cargoHome, chosenToolchain, machineEnvironment, toolchainEnvironment } from './toolchain.mjs'

let packed
const publishDirectory = inRepository('target', 'publish')
const moduleNames = modules.map(({ name }) => name).join()

const stages = [
  { name: 'setup', run: () => setUp() },
  { name: 'build (tsc --strict over the facade)', run: () => buildPackage(), needs: ['setup'] },
  { name: 'rustfmt', run: rustfmt, needs: ['setup'] },
  { name: 'clippy, native', run: clippyNative, needs: ['setup'] },
  {
    name: `clippy, ${wasmTarget}`,
    run: () => clippyWasm('--package', 'seam-edge', '--all-features'),
    needs: ['setup'],
  },
  {
    name: `clippy, ${wasmTarget}, as in the npm package`,
    run: () => clippyWasm('--package', wasmCrate, '--no-default-features', '--features', moduleNames),
    needs: ['setup'],
  },
  { name: 'cargo doc', run: cargoDoc, needs: ['setup'] },
  { name: 'cargo publish, as a dry run', run: publishCratesDry, needs: ['setup'] },
  { name: 'docs', run: makeSite, needs: ['build (tsc --strict over the facade)', 'cargo doc'] },
  { name: 'biome', run: biome, needs: ['setup'] },
  { name: 'no circle of imports', run: noCircles, needs: ['build (tsc --strict over the facade)'] },
  { name: 'types of users', run: typesOfUsers, needs: ['build (tsc --strict over the facade)'] },
  { name: 'npm pack', run: pack, needs: ['build (tsc --strict over the facade)'] },
  { name: 'documents', run: documentsAreIn, needs: ['npm pack'] },
  { name: 'no trace of this machine', run: noTraces, needs: ['npm pack'] },
  { name: 'npm publish, as a dry run', run: publishDry, needs: ['npm pack'] },
  { name: 'publint', run: publint, needs: ['npm pack'] },
  { name: 'attw', run: attw, needs: ['npm pack'] },
]

function noCircles() {
  const circles = circlesIn(join(stagingDirectory, 'facade'))
  if (circles.length === 0) return
  throw new StepFailure({
    tried: 'following the imports of pkg-template/src and of what render writes',
    outcome: circles.map((circle) => `a circle of ${circle.join(', ')}`).join('; '),
    remedy: 'move what both sides need into a file of its own',
  })
}

function rustfmt() {
  return quietly('cargo', ['fmt', '--all', '--check'], {
    env: machineEnvironment(),
    remedy: 'run `npm run format`',
  })
}

function clippyNative() {
  return quietly(
    'cargo',
    ['clippy', '--workspace', '--all-targets', '--features', 'seam-edge/fake', '--', '--deny', 'warnings'],
    {
      env: machineEnvironment(),
    },
  )
}

async function clippyWasm(...what) {
  const args = ['--lib', '--target', wasmTarget, ...what]
  if (chosenToolchain() === undefined) {
    return quietly('cargo', ['clippy', ...args, '--', '--deny', 'warnings'], { env: machineEnvironment() })
  }
  // Debian's compiler comes without clippy, and the machine's clippy cannot read a standard library that another rustc made.
  await quietly('cargo', ['rustc', ...args, '--', '--deny', 'warnings'], { env: toolchainEnvironment() })
  return "only rustc's own lints: the wasm toolchain made of Debian's packages has no clippy"
}

function cargoDoc() {
  return quietly('cargo', ['doc', '--workspace', '--no-deps'], {
    env: machineEnvironment({ RUSTDOCFLAGS: '--deny warnings' }),
  })
}

/** Builds the crates from what would be published, one upon the other. The registry is asked which versions there are. */
async function publishCratesDry() {
  forgetPackedCrates()
  // The check is of the files as they are, committed or not.
  const args = ['publish', '--workspace', '--dry-run', '--allow-dirty', '--target-dir', publishDirectory]
  const { output } = await runOrFail('cargo', args, { env: machineEnvironment(), lines: 400 }).finally(
    forgetPackedCrates,
  )
  const warnings = output
    .split('\n')
    .filter((line) => line.startsWith('warning:'))
    .filter((line) => !/not included in the published package|aborting upload due to dry run/.test(line))
  if (warnings.length === 0) return
  throw new StepFailure({
    tried: 'cargo publish --dry-run',
    outcome: 'cargo warns',
    output: warnings.join('\n'),
    remedy: 'fix Cargo.toml or macros/Cargo.toml',
  })
}

/**
 * Cargo takes a crate of this workspace as it unpacked and compiled it for an earlier dry run, whatever is in it by now. It unpacks those
 * outside the clone, under the name of a registry that has no host.
 */
function forgetPackedCrates() {
  rmSync(publishDirectory, { recursive: true, force: true })
  const unpacked = join(cargoHome(), 'registry', 'src')
  if (!existsSync(unpacked)) return
  for (const registry of readdirSync(unpacked).filter((name) => name.startsWith('-'))) {
    for (const crate of readdirSync(join(unpacked, registry)).filter((name) =>
      name.startsWith('seam-edge'),
    )) {
      rmSync(join(unpacked, registry, crate), { recursive: true, force: true })
    }
  }
}

function biome() {
  const args = ['ci', '--colors=off', '--max-diagnostics=100', '--error-on-warnings', '.']
  return quietly(npmProgram('biome'), args, { remedy: 'run `npm run format`; fix the rest by hand' })
}

/** Compiles tests/types as users do: what needs the package alone, and each app in its place, in every way of resolving modules. */
async function typesOfUsers() {
  const projects = [
    'tsconfig',
    'tsconfig.without-web-types',
    'tsconfig.with-node-types',
    'tsconfig.libraries',
    'tsconfig.official',
  ].map((project) => `${project}.json`)
  const apps = ['newest', 'older'].map((app) => join('apps', `tsconfig.${app}`))
  for (const app of apps) await compile(`${app}.json`)
  for (const [module, moduleResolution] of resolutions) {
    for (const project of [...projects, ...apps.map((app) => `${app}.ours.json`)]) {
      await compile(project, '--module', module, '--moduleResolution', moduleResolution)
    }
  }
}

const resolutions = [
  ['node16', 'node16'],
  ['nodenext', 'nodenext'],
  ['esnext', 'bundler'],
]

function compile(project, ...options) {
  const file = inRepository('tests', 'types', project)
  return quietly(npmProgram('tsc'), ['--noEmit', '--project', file, ...options], {
    remedy:
      'where a type was changed on purpose, change the test that names it; differences from the official clients stand in tests/types/exceptions.ts',
  })
}

async function pack() {
  packed = await packPackage()
  return `${packed.files.length} files`
}

function documentsAreIn() {
  const missing = documents.filter((name) => !packed.files.includes(name))
  if (missing.length === 0) return
  throw new StepFailure({
    tried: 'looking for the documents in the tarball',
    outcome: `${missing.join(', ')} missing`,
    remedy: 'write them at the root of the repository',
  })
}

function noTraces() {
  const found = packed.files.flatMap((name) => tracesIn(join(packageDirectory, name)))
  if (found.length === 0) return
  throw new StepFailure({
    tried: 'looking for paths of this machine in the package',
    outcome: `${found.length} found`,
    output: found.join('\n'),
    remedy:
      'find the panic that names its source file (`Location` in Rust) and let it go, or map the path with --remap-path-prefix',
  })
}

/** npm says in warnings what it had to fix in package.json. Asks no registry. */
async function publishDry() {
  const { output } = await runOrFail('npm', [
    'publish',
    packageDirectory,
    '--dry-run',
    '--offline',
    '--access=public',
  ])
  const warnings = output
    .split('\n')
    .filter(
      (line) =>
        /^npm warn (publish|package-json)/i.test(line) && !line.includes('requires you to be logged in'),
    )
  if (warnings.length === 0) return
  throw new StepFailure({
    tried: 'npm publish --dry-run',
    outcome: 'npm warns',
    output: warnings.join('\n'),
    remedy: 'fix pkg-template/package.json; `npm pkg fix` in pkg/ shows how',
  })
}

function publint() {
  return quietly(npmProgram('publint'), ['run', packed.tarball, '--strict'])
}

function attw() {
  // The wasm files and package.json have no types to look at.
  const noTypes = [...modules.map(({ file }) => `./${file}`), './package.json']
  const args = [
    packed.tarball,
    '--profile',
    'esm-only',
    '--exclude-entrypoints',
    ...noTypes,
    '--no-color',
    '--no-emoji',
  ]
  return quietly(npmProgram('attw'), args)
}

/** Shows a program's output only where it failed, but then 400 lines of it. */
async function quietly(program, args, options) {
  await runOrFail(program, args, { lines: 400, ...options })
}

process.exitCode = (await runStages('check', stages)) ? 0 : 1
