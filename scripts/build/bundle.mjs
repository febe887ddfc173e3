// The package's JavaScript: for each way of getting the wasm the facade, the schemas, and what both need, a file each.
// Not minified, so that it can be read and audited; the user's own bundler does that.
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { StepFailure } from '../command.mjs'
import { loaderOf } from './facade.mjs'
import { entries, modules } from './modules.mjs'

/** With `sourceMaps`, each file has one beside it, with the TypeScript in it. */
export async function bundle({ facade, to, sourceMaps }) {
  // Not at the top: setup runs in the same process and may have just brought it.
  const esbuild = await import('esbuild')
  for (const entry of entries) {
    try {
      const options = optionsFor({ facade, to, entry })
      // Stack traces show the sources, which are `../facade/client/client.ts` and the like, as if they lay in the package.
      await esbuild.build({ ...options, sourcemap: sourceMaps, sourceRoot: 'facade/' })
    } catch (error) {
      throw new StepFailure({
        tried: `esbuild of ${entry.index}.js`,
        outcome: 'failed',
        output: error.message,
      })
    }
    if (entry.query === undefined) continue
    for (const module of modules) {
      cpSync(loaderOf(facade, entry, module), join(to, nameOfLoader(entry, module)))
    }
  }
}

// At the root of the package: bundlers that leave the import of the module as it is look for it beside what they write.
const nameOfLoader = (entry, module) => `${entry.prefix}load-${module.name}.js`

const optionsFor = ({ facade, to, entry }) => ({
  // The comments that name each source file are relative to this.
  absWorkingDir: facade,
  entryPoints: {
    [entry.index]: join(facade, 'index.ts'),
    [`${entry.prefix}schemas`]: join(facade, 'schemas.ts'),
  },
  outdir: to,
  bundle: true,
  // What both entry points need. There is one such chunk, as two share one set of modules.
  splitting: true,
  chunkNames: `${entry.prefix}shared`,
  plugins: [modulesByRuntime(facade, entry), schemasAsModule(facade, entry)],
  format: 'esm',
  platform: 'neutral',
  target: 'es2022',
  // No configuration but this one: not the repository's tsconfig.json, whose paths are for editors.
  tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
  logLevel: 'silent',
})

/** Resolves `#module/<name>`: into the bundle where it is text, else to the file beside that imports the module. */
const modulesByRuntime = (facade, entry) => ({
  name: 'modules by runtime',
  setup(build) {
    build.onResolve({ filter: /^#module\// }, ({ path }) => {
      const module = modules.find(({ name }) => path === `#module/${name}`)
      return entry.query === undefined
        ? { path: loaderOf(facade, entry, module) }
        : { path: `./${nameOfLoader(entry, module)}`, external: true, sideEffects: false }
    })
  },
})

/**
 * Leaves the import of the facade's `schemas.js` in place: as a part of the same file it would become an object, from which
 * bundlers drop nothing.
 */
const schemasAsModule = (facade, entry) => ({
  name: 'schemas as a module',
  setup(build) {
    build.onResolve({ filter: /^\.\/schemas\.js$/ }, ({ importer }) =>
      importer === join(facade, 'index.ts')
        ? { path: `./${entry.prefix}schemas.js`, external: true }
        : undefined,
    )
  },
})
