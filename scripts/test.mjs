// `npm test`: builds and packs the package, then tests the core, its border to JavaScript and the packed package.
// Every stage runs that can; those that failed are listed at the end.
import { buildPackage } from './build.mjs'
import { run, runOrFail, StepFailure } from './command.mjs'
import { packPackage } from './pack.mjs'
import { setUp } from './setup.mjs'
import { runStages } from './stages.mjs'
import { borderTests, packageTests, runtimeTest } from './test/files.mjs'
import { bringNodes } from './test/other-nodes.mjs'
import { toolchainEnvironment } from './toolchain.mjs'

let tarball

const stages = [
  { name: 'setup', run: () => setUp() },
  { name: 'build', run: buildPackage, needs: ['setup'] },
  { name: 'npm pack', run: pack, needs: ['build'] },
  { name: 'core, native', run: testCore, needs: ['setup'] },
  { name: 'border, in wasm', run: testBorder, needs: ['setup'] },
  { name: `package, Node ${process.versions.node}`, run: testPackage, needs: ['npm pack'] },
  { name: 'package, every supported Node', run: testInEveryNode, needs: ['npm pack'] },
]

async function pack() {
  ;({ tarball } = await packPackage())
}

async function testCore() {
  await runOrFail('cargo', ['test', '--workspace'], { env: toolchainEnvironment(), echo: true })
}

async function testBorder() {
  const targets = borderTests().flatMap((name) => ['--test', name])
  await runOrFail(
    'wasm-pack',
    ['--log-level', 'error', 'test', '--mode', 'no-install', '--node', '--', ...targets],
    {
      env: toolchainEnvironment(),
      echo: true,
    },
  )
}

function testPackage() {
  return runOrFail(process.execPath, nodeTestArguments(packageTests()), {
    env: nodeTestEnvironment(),
    echo: true,
  })
}

async function testInEveryNode() {
  const nodes = await bringNodes()
  const failed = []
  for (const { major, program } of nodes.filter(({ program }) => program)) {
    console.log(`Node ${major}:`)
    const result = await run(program, nodeTestArguments(runtimeTest()), {
      env: nodeTestEnvironment(),
      echo: true,
    })
    if (result.code !== 0) failed.push(`Node ${major} (${result.outcome})`)
  }
  if (failed.length > 0)
    throw new StepFailure({ tried: runtimeTest().join(' '), outcome: `failed in ${failed.join(', ')}` })
  return nodes
    .map(({ major, program, reason }) => `Node ${major} ${program ? 'passed' : `NOT TESTED (${reason})`}`)
    .join(', ')
}

// The default reporter differs between the versions of Node, and where the output is no terminal.
const nodeTestArguments = (files) => ['--test', '--test-reporter=spec', ...files]

// The tests must not reach the real API by what the user's shell has set for it.
function nodeTestEnvironment() {
  const kept = Object.entries(process.env).filter(([name]) => !/^SEAM_(?!EDGE_)/.test(name))
  return { ...Object.fromEntries(kept), SEAM_EDGE_TARBALL: tarball }
}

process.exitCode = (await runStages('test', stages)) ? 0 : 1
