// The package's JavaScript: for each way of getting the wasm a file for each entry, and one for what several entries share.
// Not minified, so that it can be read and audited; the user's own bundler does that.
import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { StepFailure } from '../command.mjs'
import { loaderOf } from './loaders.mjs'
import { entries, modules, runtimes } from './modules.mjs'

/** With `sourceMaps`, each file has one beside it, with the TypeScript in it. */
export async function bundle({ facade, to, sourceMaps }) {
  // Not at the top: setup runs in the same process and may have just brought it.
  const esbuild = await import('esbuild')
  for (const runtime of runtimes) {
    try {
      const options = optionsFor({ facade, to, runtime })
      // Stack traces show the sources, which are `../facade/client/client.ts` and the like, as if they lay in the package.
      const built = await esbuild.build({ ...options, sourcemap: sourceMaps, sourceRoot: 'facade/' })
      writeUnderNames({ ...built, to, runtime, facade })
    } catch (error) {
      throw new StepFailure({
        tried: `esbuild of ${runtime.index}.js`,
        outcome: 'failed',
        output: error.stack,
      })
    }
  }
}

const optionsFor = ({ facade, to, runtime }) => ({
  // The comments that name each source file are relative to this.
  absWorkingDir: facade,
  entryPoints: Object.fromEntries(entryPointsOf(runtime).map(([name, file]) => [name, join(facade, file)])),
  outdir: to,
  bundle: true,
  splitting: true,
  chunkNames: 'chunk-[hash]',
  plugins: [loadersBeside(runtime)],
  format: 'esm',
  platform: 'neutral',
  target: 'es2022',
  // No configuration but this one: not the repository's tsconfig.json, whose paths are for editors.
  tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
  write: false,
  metafile: true,
  logLevel: 'silent',
})

/** The names of the files to make, and what each is made from. */
const entryPointsOf = (runtime) => [
  ...entries.map((entry) => [nameOf(runtime, entry), `${entry}.ts`]),
  // What the loaders need that compile from text.
  ...(runtime.query === undefined ? [['compiled-from-text', 'module/compiled-from-text.ts']] : []),
]

const nameOf = ({ index, prefix }, entry) => (entry === 'index' ? index : `${prefix}${entry}`)

/** Leaves the import of `#module/<name>` to the file beside that loads the module. */
const loadersBeside = (runtime) => ({
  name: 'loaders beside',
  setup(build) {
    build.onResolve({ filter: /^#module\// }, ({ path }) => {
      const module = modules.find(({ name }) => path === `#module/${name}`)
      return { path: `./${loaderOf(runtime, module)}`, external: true, sideEffects: false }
    })
  },
})

/** Writes the files, those that several entries share under names that say which entries these are, in place of a hash. */
function writeUnderNames({ outputFiles, metafile, to, runtime, facade }) {
  const names = new Map(entryPointsOf(runtime).map(([name]) => [`${name}.js`, []]))
  const outputs = Object.fromEntries(
    Object.entries(metafile.outputs).map(([path, output]) => [
      basename(path),
      output.imports.filter(({ external }) => !external).map(({ path }) => basename(path)),
    ]),
  )
  const reach = (file, entry, seen = new Set()) => {
    for (const imported of outputs[file]) {
      if (seen.has(imported)) continue
      seen.add(imported)
      names.set(imported, [...(names.get(imported) ?? []), entry])
      reach(imported, entry, seen)
    }
  }
  for (const [name] of entryPointsOf(runtime)) reach(`${name}.js`, name)
  const renamed = new Map()
  for (const [file, users] of names) {
    if (users.length > 0) renamed.set(file.slice(0, -3), sharedName(runtime, users))
  }
  if (new Set(renamed.values()).size !== renamed.size) throw new Error('two shared files have one name')
  const withNames = (text) => text.replace(/chunk-[0-9A-Z]{8}/g, (chunk) => renamed.get(chunk) ?? chunk)
  for (const { path, text } of outputFiles) {
    const file = join(to, withNames(relative(to, path)))
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, withNames(text))
  }
  void facade
}

/** `shared.js` is what all entries share; of the others the name says for which they are. */
function sharedName(runtime, users) {
  const own = entries.filter((entry) => users.includes(nameOf(runtime, entry)))
  const which = own.length === entries.length ? '' : `-${own.join('-')}`
  return `${runtime.prefix}shared${which}`
}
