// `npm run demo`: brings what is missing, builds the package and runs examples/demo with it.
// The demo itself, and what it talks to, is in examples/demo/.
import { spawnSync } from 'node:child_process'
import { buildPackage } from './build.mjs'
import { main } from './command.mjs'
import { inRepository, root } from './repository.mjs'
import { setUp } from './setup.mjs'

await main('demo', async () => {
  await setUp({ wasmPack: false })
  await buildPackage()
  const demo = inRepository('examples', 'demo', 'demo.mjs')
  const args = [demo, ...process.argv.slice(2)]
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' })
  process.exitCode = status ?? 1
})
