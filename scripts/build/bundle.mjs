// The package's JavaScript: one file per way of getting the wasm, each with the whole facade in it.
// Not minified, so that it can be read and audited; the user's own bundler does that.
import { join } from 'node:path'
import { StepFailure } from '../command.mjs'

const outputs = [
  { file: 'index.js', entry: 'default', external: [] },
  { file: 'workerd.js', entry: 'workerd', external: ['./seam_edge.wasm'] },
  { file: 'edge-light.js', entry: 'edge-light', external: ['./seam_edge.wasm?module'] },
]

export async function bundle({ facade, to }) {
  // Not at the top: setup runs in the same process and may have just brought it.
  const esbuild = await import('esbuild')
  for (const { file, entry, external } of outputs) {
    try {
      await esbuild.build(optionsFor({ facade, entry, external, outfile: join(to, file) }))
    } catch (error) {
      throw new StepFailure({ tried: `esbuild of ${file}`, outcome: 'failed', output: error.message })
    }
  }
}

const optionsFor = ({ facade, entry, external, outfile }) => ({
  // The comments that name each source file are relative to this.
  absWorkingDir: facade,
  entryPoints: [join(facade, 'index.ts')],
  alias: { '#wasm-module': join(facade, 'entry', `${entry}.ts`) },
  outfile,
  external,
  bundle: true,
  format: 'esm',
  platform: 'neutral',
  target: 'es2022',
  // No configuration but this one: not the repository's tsconfig.json, whose paths are for editors.
  tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
  logLevel: 'silent',
})
