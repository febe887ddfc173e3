// `npm test`: builds and packs the package, then tests the core, its border to JavaScript and the packed package.
// Every stage runs that can; those that failed are listed at the end.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildPackage } from './build.mjs'
import { ensureTestRunner } from './cargo-programs.mjs'
import { run, runOrFail } from './command.mjs'
import { packPackage } from './pack.mjs'
import { namedPackageDirectory } from './repository.mjs'
import { setUp } from './setup.mjs'
import { runStages } from './stages.mjs'
import { compileAhead, downloadAhead, waitFor } from './test/ahead.mjs'
import { testBorderInBrowsers } from './test/browser-border.mjs'
import { inEveryBrowser } from './test/browsers.mjs'
import { borderTests, coreTests, testFilesIn } from './test/files.mjs'
import { nodeTestArguments, nodeTestEnvironment } from './test/node-test.mjs'
import { testRuntimes } from './test/runtimes.mjs'
import { beginSupportMatrix, describeTested, readSupportMatrix } from './test/support-matrix.mjs'
import { toolchainEnvironment } from './toolchain.mjs'

let tarball
// The packed package is installed in here. Not inside the repository: its node_modules must not be seen from there.
const consumers = mkdtempSync(join(tmpdir(), 'seam-edge-test-'))

// What was begun ahead, once it was.
let downloads
let compilation

const stages = [
  { name: 'setup', run: setUpAndDownload },
  { name: 'build', run: buildAndCompile, needs: ['setup'] },
  { name: 'npm pack', run: pack, needs: ['build'] },
  // First those for which nothing else has to be compiled or downloaded.
  { name: 'scripts', run: testScripts },
  { name: `package, Node ${process.versions.node}`, run: testPackage, needs: ['npm pack'] },
  { name: 'package, beside the official clients', run: testBesideOfficial, needs: ['npm pack'] },
  { name: 'core, native', run: testCore, needs: ['setup'] },
  { name: 'border, in wasm', run: testBorder, needs: ['setup'] },
  { name: 'package with names', run: testNamed, needs: ['npm pack'] },
  { name: 'package, every runtime', run: testInEveryRuntime, needs: ['npm pack'] },
  { name: 'package, every browser', run: testBrowsers, needs: ['npm pack'] },
  // These after the browsers were brought.
  { name: 'package, every bundler', run: testInBundlers, needs: ['npm pack'] },
  { name: 'examples', run: testExamples, needs: ['npm pack'] },
  { name: 'border, in browsers', run: testBorderInEveryBrowser, needs: ['setup'] },
]

async function setUpAndDownload() {
  await setUp()
  downloads = downloadAhead()
}

async function buildAndCompile() {
  try {
    await buildPackage()
  } finally {
    compilation = compileAhead()
  }
}

async function pack() {
  ;({ tarball } = await packPackage())
}

async function testScripts() {
  await runOrFail(process.execPath, nodeTestArguments(testFilesIn('scripts')), { echo: true })
}

async function testCore() {
  await waitFor(compilation?.core)
  await runOrFail('cargo', coreTests, { env: toolchainEnvironment(), echo: true })
}

async function testBorder() {
  await waitFor(compilation?.border)
  await ensureTestRunner()
  // Not at the top: setup runs in the same process and may have just brought the fake.
  const { startFakeSeam } = await import('../tests/support/fake-seam.mjs')
  const fake = await startFakeSeam()
  const env = toolchainEnvironment({ SEAM_EDGE_FAKE_URL: fake.url })
  try {
    for (const test of borderTests()) await runOrFail('cargo', test, { env, echo: true })
  } finally {
    await fake.stop()
  }
  await runOrFail(process.execPath, nodeTestArguments(testFilesIn('wasm')), { echo: true })
}

async function testPackage() {
  // Test runners run in Chromium too.
  await waitFor(downloads)
  await runOrFail(process.execPath, nodeTestArguments([...testFilesIn('support'), ...testFilesIn('npm')]), {
    env: environment(),
    echo: true,
  })
}

function testBesideOfficial() {
  return runOrFail(process.execPath, nodeTestArguments(testFilesIn('peers')), {
    env: environment(),
    echo: true,
  })
}

async function testNamed() {
  await buildPackage({ names: true })
  const named = await packPackage({ from: namedPackageDirectory, name: 'tarball-with-names' })
  await runOrFail(process.execPath, nodeTestArguments(testFilesIn('runtimes/names')), {
    env: { ...environment(), SEAM_EDGE_TARBALL: named.tarball },
    echo: true,
  })
}

async function testInEveryRuntime() {
  await waitFor(downloads)
  return testRuntimes({ nodeTestArguments, environment: environment() })
}

async function testInBundlers() {
  await waitFor(downloads)
  await runOrFail(process.execPath, nodeTestArguments(testFilesIn('bundlers')), {
    env: environment(),
    echo: true,
  })
  return describeTested(readSupportMatrix().bundlers)
}

async function testExamples() {
  await waitFor(downloads)
  await runOrFail(process.execPath, nodeTestArguments(testFilesIn('examples')), {
    env: environment(),
    echo: true,
  })
}

async function testBrowsers() {
  await waitFor(downloads)
  return inEveryBrowser((name, moduleServiceWorkers) =>
    run(process.execPath, nodeTestArguments(testFilesIn('browsers')), {
      env: {
        ...environment(),
        SEAM_EDGE_BROWSER: name,
        SEAM_EDGE_MODULE_SERVICE_WORKERS: String(moduleServiceWorkers),
      },
      echo: true,
    }),
  )
}

async function testBorderInEveryBrowser() {
  await waitFor(compilation?.border)
  await ensureTestRunner()
  const { startFakeSeam } = await import('../tests/support/fake-seam.mjs')
  const fake = await startFakeSeam()
  try {
    return await testBorderInBrowsers(borderTests(), fake.url)
  } finally {
    await fake.stop()
  }
}

const environment = () => nodeTestEnvironment({ tarball, consumers })

// Also where it is interrupted.
process.on('exit', () => rmSync(consumers, { recursive: true, force: true }))
beginSupportMatrix()
process.exitCode = (await runStages('test', stages)) ? 0 : 1
