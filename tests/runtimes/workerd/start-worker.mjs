// Starts a worker in workerd, the runtime of Cloudflare Workers, through miniflare: bundled with the conditions that wrangler sets, from
// the packed tarball. Compiling bytes is forbidden in workerd, so no other entry can work by accident.
import { cp } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { build } from 'esbuild'
import { Miniflare } from 'miniflare'
import { withChecks } from '../checked-runtime.mjs'

/**
 * Bundles a worker of this folder; gives its modules as Miniflare takes them.
 * @param {string} name
 * @param {object} [options] `define` of esbuild; `beside`, files to be copied beside the worker, by their names there
 */
export const bundleWorker = (name, { define, beside = {} } = {}) =>
  withChecks(async (folder) => {
    for (const [file, source] of Object.entries(beside)) await cp(source, join(folder, 'workerd', file))
    const { outputFiles } = await build({
      entryPoints: [join(folder, 'workerd', name)],
      outdir: folder,
      bundle: true,
      format: 'esm',
      target: 'es2022',
      platform: 'browser',
      conditions: ['workerd', 'worker', 'browser'],
      // The module stays a file that the bundle imports, as workerd wants it.
      loader: { '.wasm': 'copy' },
      define,
      write: false,
      logLevel: 'silent',
    })
    const ofType = (type, ending) =>
      outputFiles
        .filter(({ path }) => path.endsWith(ending))
        .map(({ path, contents }) => ({ type, path: basename(path), contents }))
    return [...ofType('ESModule', '.js'), ...ofType('CompiledWasm', '.wasm')]
  })

/** Bundles a worker and starts it. The options are those of `bundleWorker` and of Miniflare. */
export const startWorker = async (name, { define, beside, ...options } = {}) => {
  const miniflare = new Miniflare({ modules: await bundleWorker(name, { define, beside }), ...options })
  await miniflare.ready
  return miniflare
}
