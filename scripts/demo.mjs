// `npm run demo`: brings what is missing, builds the package and runs examples/demo with it.
// The demo itself, and what it talks to, is in examples/demo/.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { buildPackage } from './build.mjs'
import { main } from './command.mjs'
import { inRepository, root } from './repository.mjs'
import { setUp } from './setup.mjs'

/** Runs the demo to its end and answers its exit code, by the shell's convention where a signal ended it. */
function runDemo(args) {
  return new Promise((settle, fail) => {
    const demo = inRepository('examples', 'demo', 'demo.mjs')
    const child = spawn(process.execPath, [demo, ...args], { cwd: root, stdio: 'inherit' })
    // Ctrl-C reaches both processes. The demo then removes what it made, and this one has to be there until it has.
    process.on('SIGINT', () => undefined)
    process.on('SIGTERM', () => child.kill('SIGTERM'))
    child.on('error', fail)
    child.on('close', (code, signal) => settle(code ?? 128 + constants.signals[signal]))
  })
}

await main('demo', async () => {
  await setUp()
  await buildPackage()
  process.exitCode = await runDemo(process.argv.slice(2))
})
