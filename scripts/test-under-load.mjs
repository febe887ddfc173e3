// `npm run test:loaded`: runs the tests that talk real HTTP three times while every core is kept busy by another program, and says which
// passes failed. No test depends on the speed of the machine, and this is how that is seen.
// `npm run test:loaded -- npm peers` runs these stages alone; `--passes 1` runs them once.
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildPackage } from './build.mjs'
import { main, run, runOrFail, StepFailure } from './command.mjs'
import { packPackage } from './pack.mjs'
import { startGroup } from './process-group.mjs'
import { setUp } from './setup.mjs'
import { runStages } from './stages.mjs'
import { inEveryBrowser } from './test/browsers.mjs'
import { testFilesIn } from './test/files.mjs'
import { nodeTestArguments, nodeTestEnvironment } from './test/node-test.mjs'
import { testRuntimes } from './test/runtimes.mjs'

/** What a stage runs, in the environment of the packed package. */
const stages = {
  support: (env) => testFolder('support', env),
  npm: (env) => testFolder('npm', env),
  peers: (env) => testFolder('peers', env),
  runtimes: (environment) => testRuntimes({ nodeTestArguments, environment }),
  browsers: (env) =>
    inEveryBrowser((name, moduleServiceWorkers) =>
      run(process.execPath, nodeTestArguments(testFilesIn('browsers')), {
        env: {
          ...env,
          SEAM_EDGE_BROWSER: name,
          SEAM_EDGE_MODULE_SERVICE_WORKERS: String(moduleServiceWorkers),
        },
        echo: true,
      }),
    ),
}

const testFolder = async (folder, env) => {
  await runOrFail(process.execPath, nodeTestArguments(testFilesIn(folder)), { env, echo: true })
}

const readArguments = () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { passes: { type: 'string', default: '3' } },
  })
  const passes = Number(values.passes)
  const unknown = positionals.filter((name) => !(name in stages))
  if (unknown.length > 0 || !Number.isInteger(passes) || passes < 1) {
    throw new StepFailure({
      tried: `npm run test:loaded -- ${process.argv.slice(2).join(' ')}`,
      outcome: unknown.length > 0 ? `there is no stage \`${unknown.join('`, `')}\`` : 'no number of passes',
      remedy: `name stages out of ${Object.keys(stages).join(', ')}, and passes as \`--passes 3\``,
    })
  }
  return { passes, names: positionals.length > 0 ? positionals : Object.keys(stages) }
}

/** One process per core that does nothing but keep it busy, at the priority of everything else. Answers how to end them. */
const keepBusy = () => {
  const busy = Array.from({ length: availableParallelism() }, () =>
    startGroup(process.execPath, ['--eval', 'for (;;);'], { stdio: 'ignore' }),
  )
  return () => {
    for (const { signal } of busy) signal('SIGKILL')
  }
}

await main('test under load', async () => {
  const { passes, names } = readArguments()
  await setUp()
  await buildPackage()
  const { tarball } = await packPackage()
  const consumers = mkdtempSync(join(tmpdir(), 'seam-edge-test-'))
  // Also where it is interrupted.
  process.on('exit', () => rmSync(consumers, { recursive: true, force: true }))
  const env = nodeTestEnvironment({ tarball, consumers })

  const failed = []
  const rest = keepBusy()
  try {
    for (let pass = 1; pass <= passes; pass += 1) {
      const toRun = names.map((name) => ({ name, run: () => stages[name](env) }))
      if (!(await runStages(`under load, pass ${pass} of ${passes}`, toRun))) failed.push(pass)
    }
  } finally {
    rest()
  }
  if (failed.length > 0) {
    throw new StepFailure({
      tried: `${names.join(', ')}, ${passes} times with every core busy`,
      outcome: `failed in pass ${failed.join(', ')}`,
      remedy: 'read above which tests failed; no test may depend on how fast the machine is',
    })
  }
  console.log(`\nunder load: ${passes} of ${passes} passes passed`)
})
