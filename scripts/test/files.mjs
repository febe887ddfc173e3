// Which files `npm test` runs. A kind of test of which there is no file is an error: silence would look like success.
import { existsSync, readdirSync } from 'node:fs'
import { StepFailure } from '../command.mjs'
import { inRepository } from '../repository.mjs'

/** Names of the test targets whose file is tests/wasm*.rs: those run inside wasm. */
export function borderTests() {
  const names = filesBelow('tests')
    .map((path) => path.match(/^tests\/(wasm[^/]*)\.rs$/)?.[1])
    .filter(Boolean)
  return orFail(names, 'tests/wasm*.rs')
}

/** Test files for node:test, relative to the root. */
export const packageTests = () =>
  orFail(
    filesBelow('tests/js').filter((path) => path.endsWith('.test.mjs')),
    'tests/js/**/*.test.mjs',
  )

/** Test files that run the package beside the official clients. */
export const differentialTests = () =>
  orFail(
    filesBelow('tests/differential').filter((path) => path.endsWith('.test.mjs')),
    'tests/differential/*.test.mjs',
  )

/** Test files that run the package in browsers. */
export const browserTests = () =>
  orFail(
    filesBelow('tests/packaging/browsers').filter((path) => path.endsWith('.test.mjs')),
    'tests/packaging/browsers/*.test.mjs',
  )

/** The one test that runs in every runtime. */
export const runtimeTest = () =>
  orFail(
    ['tests/js/runtime-smoke.test.mjs'].filter((path) => existsSync(inRepository(path))),
    'tests/js/runtime-smoke.test.mjs',
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
