// What wrangler would upload for a worker: `wrangler deploy --dry-run --minify`, as users deploy it. Sends nothing. Knows no budget.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runOrFail } from '../command.mjs'
import { npmProgram } from '../repository.mjs'

/**
 * Answers the script and the WebAssembly modules, by the names that they have in the package.
 * @param {object} worker
 * @param {string} worker.source of the worker's module
 * @param {string} worker.folder that is made anew for it, from which `seam-edge` is found
 */
export async function uploadOf({ source, folder }) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'worker.mjs'), source)
  const output = join(folder, 'uploaded')
  const options = ['--dry-run', '--minify', '--outdir', output, '--name', 'worker']
  await runOrFail(
    npmProgram('wrangler'),
    ['deploy', 'worker.mjs', '--compatibility-date', '2026-04-01', ...options],
    {
      cwd: folder,
      env: {
        ...process.env,
        // No terminal to ask, nothing to report, no look for a newer version, and no file of it in the user's home.
        CI: '1',
        WRANGLER_SEND_METRICS: 'false',
        WRANGLER_HIDE_BANNER: 'true',
        WRANGLER_LOG_PATH: join(folder, 'logs'),
        XDG_CONFIG_HOME: join(folder, 'config'),
      },
    },
  )
  const script = readFileSync(join(output, 'worker.js'))
  const modules = readdirSync(output)
    .filter((name) => name.endsWith('.wasm'))
    // wrangler puts a hash in front.
    .map((name) => ({ name: name.replace(/^[\da-f]+-/, ''), contents: readFileSync(join(output, name)) }))
  return { script, modules }
}
