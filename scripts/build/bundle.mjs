// The package's JavaScript: for each way of getting the wasm three files, the facade, the schemas, and the core that both need.
// Not minified, so that it can be read and audited; the user's own bundler does that.
import { join } from 'node:path'
import { StepFailure } from '../command.mjs'

const outputs = [
  { file: 'index', schemas: 'schemas', core: 'core', entry: 'default', external: [] },
  {
    file: 'workerd',
    schemas: 'workerd-schemas',
    core: 'workerd-core',
    entry: 'workerd',
    external: ['./seam_edge.wasm'],
  },
  {
    file: 'edge-light',
    schemas: 'edge-light-schemas',
    core: 'edge-light-core',
    entry: 'edge-light',
    external: ['./seam_edge.wasm?module'],
  },
]

export async function bundle({ facade, to }) {
  // Not at the top: setup runs in the same process and may have just brought it.
  const esbuild = await import('esbuild')
  for (const output of outputs) {
    try {
      await esbuild.build(optionsFor({ facade, to, ...output }))
    } catch (error) {
      throw new StepFailure({
        tried: `esbuild of ${output.file}.js`,
        outcome: 'failed',
        output: error.message,
      })
    }
  }
}

const optionsFor = ({ facade, to, file, schemas, core, entry, external }) => ({
  // The comments that name each source file are relative to this.
  absWorkingDir: facade,
  entryPoints: { [file]: join(facade, 'index.ts'), [schemas]: join(facade, 'schemas.ts') },
  alias: { '#wasm-module': join(facade, 'entry', `${entry}.ts`) },
  outdir: to,
  external,
  bundle: true,
  // What both entries need. There is one such chunk, as two entries share one set of modules.
  splitting: true,
  chunkNames: core,
  plugins: [schemasAsModule(facade, `./${schemas}.js`)],
  format: 'esm',
  platform: 'neutral',
  target: 'es2022',
  // No configuration but this one: not the repository's tsconfig.json, whose paths are for editors.
  tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
  logLevel: 'silent',
})

/**
 * Leaves the import of the facade's `schemas.js` in place: as a part of the same file it would become an object, from which
 * bundlers drop nothing.
 */
const schemasAsModule = (facade, path) => ({
  name: 'schemas',
  setup(build) {
    build.onResolve({ filter: /^\.\/schemas\.js$/ }, ({ importer }) =>
      importer === join(facade, 'index.ts') ? { path, external: true } : undefined,
    )
  },
})
