// The checks in Bun, in a folder that Bun itself has installed the package into.
import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bringRuntime } from '../../../scripts/test/other-runtimes.mjs'
import { installedFolder } from '../../support/package.mjs'
import { describeRuntime, environmentFor, outputOf, withChecks } from '../checked-runtime.mjs'

const { name, version, program, reason } = await bringRuntime('bun')
assert.ok(program, reason)

describeRuntime(`${name} ${version}`, {
  readsEnvironment: true,
  run: async (settings) => {
    const consumer = await mkdtemp(join(process.env.SEAM_EDGE_CONSUMERS ?? tmpdir(), 'bun-'))
    const env = { ...environmentFor(settings), BUN_INSTALL_CACHE_DIR: join(consumer, '.cache') }
    try {
      await writeFile(join(consumer, 'package.json'), '{ "private": true }\n')
      const source = process.env.SEAM_EDGE_TARBALL ?? (await installedFolder())
      await outputOf(program, ['add', source, '--no-save', '--ignore-scripts'], { cwd: consumer, env })
      return await withChecks(
        (folder) =>
          outputOf(program, ['run', join(folder, 'bun', 'run.mjs'), JSON.stringify(settings)], {
            cwd: folder,
            env,
          }),
        consumer,
      )
    } finally {
      await rm(consumer, { recursive: true })
    }
  },
})
