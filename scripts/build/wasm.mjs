// From cargo's wasm to the package's: wasm-bindgen makes the glue, wasm-opt the small file.
// Only `_bg.js` of wasm-bindgen's output is used: its own start code is not synchronous, or draws in `import.meta.url`.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { runOrFail } from '../command.mjs'
import { inRepository, npmProgram, stagingDirectory } from '../repository.mjs'
import { cargoHome, toolchainEnvironment } from '../toolchain.mjs'
import { makeGlue } from './cargo.mjs'
import { fingerprintOf, isUpToDate, markUpToDate } from './fingerprint.mjs'
import { withOrderedNames } from './function-order.mjs'
import { wrapGlue, wrapGlueTypes } from './glue.mjs'
import { asText } from './text.mjs'

// Named one by one: `--all-features` makes a module that Node 20 cannot load. All are in every runtime that the package supports.
const features = [
  'bulk-memory',
  'bulk-memory-opt',
  'multivalue',
  'mutable-globals',
  'nontrapping-float-to-int',
  'reference-types',
  'sign-ext',
  'simd',
]

// Besides the module itself, what decides how the files come out.
const recipe = [
  'scripts/build/wasm.mjs',
  'scripts/build/glue.mjs',
  'scripts/build/function-order.mjs',
  'scripts/build/unused.mjs',
  'package-lock.json',
  'Cargo.lock',
].map((path) => inRepository(path))

/**
 * Answers the path of the optimized wasm, with the names of its functions if so wanted, and those of its glue and the glue's types
 * without their endings.
 */
export async function bindAndOptimize({ name, forTests, inEveryBundle }, compiled, { workspace, names }) {
  const part = names ? `${name}-with-names` : name
  const bound = join(stagingDirectory, 'bound', part)
  const glue = join(stagingDirectory, 'glue', part)
  const wasm = join(stagingDirectory, 'optimized', `${part}.wasm`)
  const fingerprint = fingerprintOf([compiled, ...recipe])
  if (!isUpToDate(part, fingerprint)) {
    rmSync(bound, { recursive: true, force: true })
    await makeGlue(compiled, workspace, { directory: bound, name: 'seam_edge' })
    for (const path of [glue, wasm]) mkdirSync(dirname(path), { recursive: true })
    writeGlue(bound, glue)
    const module = join(bound, 'seam_edge_bg.wasm')
    // Here, because on a fresh clone the npm packages come after this file has been loaded.
    const { withoutUnused } = await import('./unused.mjs')
    writeFileSync(module, withoutUnused(readFileSync(module), features))
    await blankSourcePaths(module)
    await optimize(module, wasm, { names, forTests, inEveryBundle })
    markUpToDate(part, fingerprint)
  }
  return { wasm, glue }
}

function writeGlue(bound, glue) {
  const source = readFileSync(join(bound, 'seam_edge_bg.js'), 'utf8')
  const types = readFileSync(join(bound, 'seam_edge.d.ts'), 'utf8')
  writeFileSync(`${glue}.js`, wrapGlue(source))
  writeFileSync(`${glue}.d.ts`, wrapGlueTypes(types))
}

/**
 * Panics carry the paths of files of Rust's own libraries and of crates, which nobody gets to read: the core's panic handler ends the
 * instance and says nothing. As zeros they take no room, since wasm-opt leaves runs of zeros out. Their length has to stay.
 */
async function blankSourcePaths(file) {
  const { stdout } = await runOrFail('rustc', ['--print', 'sysroot'], { env: toolchainEnvironment() })
  const escaped = (directory) => directory.replace(/[^\w/]/g, '\\$&')
  const origins = [
    // Where the sources lie in a library that came compiled, in one that was compiled on this machine, and in crates.
    '/rustc/[0-9a-f]{40}/library',
    `${escaped(stdout.trim())}/lib/rustlib/src/rust/library`,
    `${escaped(cargoHome())}/registry/src`,
  ]
  const path = new RegExp(`(?:${origins.join('|')})/[\\w/.-]+?\\.rs`, 'g')
  // One character per byte.
  const text = readFileSync(file, 'latin1')
  writeFileSync(
    file,
    text.replace(path, (found) => '\0'.repeat(found.length)),
    'latin1',
  )
}

async function optimize(from, to, { names, forTests, inEveryBundle }) {
  const wasmOpt = (passes, input) =>
    runOrFail(
      npmProgram('wasm-opt'),
      [...passes, ...features.map((feature) => `--enable-${feature}`), ...strip, input, '-o', to],
      {
        remedy:
          'where it names a feature: rustc uses one that `features` in scripts/build/wasm.mjs does not list yet',
      },
    )
  const strip = [names ? '--debuginfo' : '--strip-debug', '--strip-producers', '--strip-target-features']
  if (forTests) return wasmOpt(['-Os'], from)
  await wasmOpt(['--flatten', '--rereloop', ...smallest], from)
  await wasmOpt(smallest, to)
  if (names) return
  const unordered = readFileSync(to)
  let best
  for (const order of inEveryBundle ? orders : orders.slice(0, 1)) {
    writeFileSync(to, withOrderedNames(unordered, order))
    // What -O does last, and alone does not do here.
    await wasmOpt(['--generate-stack-ir', '--optimize-stack-ir', '--reorder-functions-by-name'], to)
    const ordered = readFileSync(to)
    const size = brotliCompressSync(asText(ordered).text).length
    if (best === undefined || size < best.size) best = { ordered, size }
  }
  writeFileSync(to, best.ordered)
}

/** What one order compresses better than another is chance, and some 100 bytes for the core: of these the best is taken. */
const orders = [3, 4].flatMap((sequence) =>
  [0, 1, 2, 3, 4, 5].map((part) => ({ sequence, beginning: part / 6 })),
)

// Measured on the core, in bytes of brotli: flattened first, blocks and loops come out smaller (160); common parts of expressions left where
// they are, functions are more like each other (150); a second time (60); functions that are alike side by side (340).
// The lowest addresses are the end of the stack, which nothing but a stack that has run over would reach.
const smallest = ['--low-memory-unused', '-Oz', '-ocimfs', '0', '--converge', '--skip-pass', 'local-cse']
