// Does ahead what stages of `npm test` would have to wait for: compiles their tests and programs, and downloads. All of it beside stages
// that need none of it and leave a processor idle, which come first.
// Nothing fails here: a stage brings what it needs itself, finds it done, or fails the same way and says so.
import { runCargo } from '../cargo.mjs'
import { ensureTestRunner } from '../cargo-programs.mjs'
import { underWay } from '../progress.mjs'
import { toolchainEnvironment } from '../toolchain.mjs'
import { bringBrowsers } from './browsers.mjs'
import { borderTests, coreTests } from './files.mjs'
import { bringNodes } from './other-nodes.mjs'
import { bringRuntime } from './other-runtimes.mjs'

const inBackground = true

/** Begins to download. Needs the npm packages. Answers a promise of the end. */
export const downloadAhead = () =>
  inOrder(
    bringNodes,
    () => bringRuntime('deno'),
    () => bringRuntime('bun'),
    bringBrowsers,
    bringBundlers,
  ).at(-1)

/**
 * Begins to compile; not while the package is built, which would wait for it. Answers promises of the ends, in the order in which they
 * come.
 */
export function compileAhead() {
  const [core, border] = inOrder(compileCoreTests, compileBorderTests)
  return { core, border }
}

/** For stages: what is still under way is shown while they wait. */
export const waitFor = (ahead) => underWay('waiting for what was begun ahead', () => ahead)

function inOrder(...steps) {
  let last = Promise.resolve()
  return steps.map((step) => {
    last = last.then(step).catch(() => undefined)
    return last
  })
}

const compileCoreTests = () =>
  runCargo('tests of the core', [...coreTests, '--no-run'], { env: toolchainEnvironment(), inBackground })

async function compileBorderTests() {
  await ensureTestRunner({ inBackground })
  for (const test of borderTests()) {
    const options = { env: toolchainEnvironment(), inBackground }
    await runCargo('tests of the border', [...test, '--no-run'], options)
  }
}

async function bringBundlers() {
  // Not at the top: they are installed beside the npm packages, which may have just been brought.
  const { installBundler } = await import('../../tests/bundlers/project.mjs')
  const { bundlers } = await import('../../tests/bundlers/table.mjs')
  for (const bundler of bundlers) await installBundler(bundler).catch(() => undefined)
}
