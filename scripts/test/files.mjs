// Which files `npm test` runs. A kind of test of which there is no file is an error: silence would look like success.
import { existsSync, readdirSync } from 'node:fs'
import { StepFailure } from '../command.mjs'
import { inRepository } from '../repository.mjs'

/** Names of the test targets whose file is tests/wasm/<name>.rs: those run inside wasm. */
export function borderTests() {
  const names = filesBelow('tests/wasm')
    .map((path) => path.match(/^tests\/wasm\/([^/]+)\.rs$/)?.[1])
    .filter(Boolean)
  return orFail(names, 'tests/wasm/*.rs').map((name) => `wasm_${name}`)
}

/** Test files for node:test in a folder of tests/ and below, relative to the root: `npm`, or `runtimes/deno`. */
export const testFilesIn = (folder) =>
  orFail(
    filesBelow(`tests/${folder}`).filter((path) => path.endsWith('.test.mjs')),
    `tests/${folder}/**/*.test.mjs`,
  )

/** The test of the package in bundlers. */
export const bundlerTest = () => theFile('tests/bundlers/bundlers.test.mjs')

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
