// The checks in Deno, with what it may do written out: the network alone, and with the environment variables too.
// Deno asks nothing of anybody (--no-prompt): what the package is not allowed to do fails.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { bringRuntime } from '../../../scripts/test/other-runtimes.mjs'
import { describeRuntime, environmentFor, outputOf, withChecks } from '../checked-runtime.mjs'

const { name, version, program, reason } = await bringRuntime('deno')
assert.ok(program, reason)

const runWith = (permissions) => (settings) =>
  withChecks((folder) =>
    outputOf(
      program,
      ['run', '--no-prompt', ...permissions, join(folder, 'deno', 'run.mjs'), JSON.stringify(settings)],
      {
        cwd: folder,
        env: { ...environmentFor(settings), DENO_DIR: join(folder, '.deno'), DENO_NO_UPDATE_CHECK: '1' },
      },
    ),
  )

describeRuntime(`${name} ${version}, allowed the network alone`, {
  readsEnvironment: false,
  run: runWith(['--allow-net=127.0.0.1']),
})

describeRuntime(`${name} ${version}, allowed the environment too`, {
  readsEnvironment: true,
  run: runWith(['--allow-net=127.0.0.1', '--allow-env']),
})
