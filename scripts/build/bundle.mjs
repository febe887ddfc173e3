// The package's JavaScript: one file per way of getting the wasm, each with the whole facade in it.
// Not minified, so that it can be read and audited; the user's own bundler does that.
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { StepFailure } from '../command.mjs'
import { loaderOf } from './facade.mjs'
import { entries, modules } from './modules.mjs'

export async function bundle({ facade, to }) {
  // Not at the top: setup runs in the same process and may have just brought it.
  const esbuild = await import('esbuild')
  for (const entry of entries) {
    try {
      await esbuild.build(optionsFor({ facade, entry, outfile: join(to, entry.file) }))
    } catch (error) {
      throw new StepFailure({ tried: `esbuild of ${entry.file}`, outcome: 'failed', output: error.message })
    }
    if (entry.query === undefined) continue
    for (const module of modules) {
      cpSync(loaderOf(facade, entry, module), join(to, pathOfLoader(entry, module)))
    }
  }
}

// At the root of the package: bundlers that leave the import of the module as it is look for it beside what they write.
const pathOfLoader = (entry, module) => `${entry.name}-load-${module.name}.js`

const optionsFor = ({ facade, entry, outfile }) => ({
  // The comments that name each source file are relative to this.
  absWorkingDir: facade,
  entryPoints: [join(facade, 'index.ts')],
  plugins: [
    {
      name: 'modules',
      setup: (build) => build.onResolve({ filter: /^#module\// }, loaderFor(facade, entry)),
    },
  ],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'neutral',
  target: 'es2022',
  // No configuration but this one: not the repository's tsconfig.json, whose paths are for editors.
  tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
  logLevel: 'silent',
})

/** Resolves `#module/<name>`: into the bundle where it is text, else to the file beside that imports the module. */
const loaderFor =
  (facade, entry) =>
  ({ path }) => {
    const module = modules.find(({ name }) => path === `#module/${name}`)
    return entry.query === undefined
      ? { path: loaderOf(facade, entry, module) }
      : { path: `./${pathOfLoader(entry, module)}`, external: true, sideEffects: false }
  }
