// Runs the tests of the package in every runtime, and records which of them passed in which version.
// How a runtime comes here is in other-nodes.mjs and other-runtimes.mjs; browsers are not runtimes.
import { run, StepFailure } from '../command.mjs'
import { inRepository, readJson } from '../repository.mjs'
import { runtimeTest, testFilesIn } from './files.mjs'
import { bringNodes } from './other-nodes.mjs'
import { bringRuntime } from './other-runtimes.mjs'
import { describeTested, record } from './support-matrix.mjs'

// For one runtime, which takes half a minute: what hangs should not take the others with it.
const timeoutSeconds = 900

/**
 * Answers a note for the summary. Throws where tests failed, and in CI where a runtime is missing.
 * @param {object} options
 * @param {(files: string[]) => string[]} options.nodeTestArguments
 * @param {NodeJS.ProcessEnv} options.environment
 */
export async function testRuntimes({ nodeTestArguments, environment }) {
  const entries = []
  const failed = []
  for (const { name, version, reason, runner, files } of await bringRuntimes()) {
    const entry = { group: 'runtimes', name, version, tested: false, note: reason }
    if (reason === undefined) {
      console.log(`${name} ${version}:`)
      const result = await run(runner, nodeTestArguments(files), {
        env: environment,
        echo: true,
        timeoutSeconds,
      })
      entry.tested = result.code === 0
      if (!entry.tested) entry.note = 'its tests failed'
    }
    if (!entry.tested && (reason === undefined || process.env.CI)) {
      failed.push(`${name} ${version} (${entry.note})`)
    }
    record(entry)
    entries.push(entry)
  }
  if (failed.length > 0) {
    throw new StepFailure({ tried: 'the tests of the runtimes', outcome: failed.join(', ') })
  }
  return describeTested(entries)
}

// A Node runs its tests itself; the other runtimes are started by theirs, which the present Node runs.
async function bringRuntimes() {
  const nodes = await bringNodes()
  const inPresentNode = (folder) => ({ runner: process.execPath, files: testFilesIn(`runtimes/${folder}`) })
  return [
    ...nodes.map((node) => ({
      ...node,
      runner: node.program,
      files: [...runtimeTest(), ...testFilesIn('runtimes/node')],
    })),
    { ...(await bringRuntime('deno')), ...inPresentNode('deno') },
    { ...(await bringRuntime('bun')), ...inPresentNode('bun') },
    { name: 'workerd', version: workerdVersion(), ...inPresentNode('workerd') },
  ]
}

// It comes with miniflare, a devDependency.
const workerdVersion = () => readJson(inRepository('node_modules', 'workerd', 'package.json')).version
