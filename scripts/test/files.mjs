// Which files `npm test` runs. A kind of test of which there is no file is an error: silence would look like success.
import { existsSync, readdirSync } from 'node:fs'
import { glueCrate } from '../build/cargo.mjs'
import { StepFailure } from '../command.mjs'
import { inRepository, wasmTarget } from '../repository.mjs'

/** The native tests, as what cargo is told. The program that makes the glue has none, and is long to compile anew. */
export const coreTests = ['test', '--workspace', '--exclude', glueCrate]

/** The tests that run inside wasm, as what cargo is told. */
export const borderTests = () => [
  [...inWasm, ...theTest('tests/wasm/host.rs', 'seam-edge', 'wasm_host'), '--features', 'host,tsify'],
  [...inWasm, ...theTest('tests/wasm/border.rs', 'seam-edge-wasm', 'border')],
]

// Not optimized: they run for a second, and compile in half the time.
const inWasm = ['test', '--target', wasmTarget, '--config', 'profile.test.package.seam-edge.opt-level=0']

const theTest = (file, crate, name) => theFile(file).flatMap(() => ['--package', crate, '--test', name])

/** Test files for node:test in a folder of tests/ and below, relative to the root: `npm`, or `runtimes/deno`. */
export const testFilesIn = (folder) =>
  orFail(
    filesBelow(`tests/${folder}`).filter((path) => path.endsWith('.test.mjs')),
    `tests/${folder}/**/*.test.mjs`,
  )

/** The one test of tests/npm that runs in every Node. */
export const runtimeTest = () => theFile('tests/npm/package/runtime-smoke.test.mjs')

const theFile = (path) =>
  orFail(
    [path].filter(() => existsSync(inRepository(path))),
    path,
  )

function orFail(found, pattern) {
  if (found.length > 0) return found
  throw new StepFailure({
    tried: `looking for ${pattern}`,
    outcome: 'there is no such file',
    remedy: 'bring the tests back, or take the stage out of scripts/test.mjs',
  })
}

function filesBelow(directory) {
  if (!existsSync(inRepository(directory))) return []
  return readdirSync(inRepository(directory), { withFileTypes: true })
    .flatMap((entry) => {
      const path = `${directory}/${entry.name}`
      return entry.isDirectory() ? filesBelow(path) : [path]
    })
    .sort()
}
