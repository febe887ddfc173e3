// The package's JavaScript: for each way of getting the wasm a file for each entry, and a few that entries share.
// Not minified, so that it can be read and audited; the user's own bundler does that.
import { writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { StepFailure } from '../command.mjs'
import { loaderOf } from './loaders.mjs'
import { entries, modules, runtimes } from './modules.mjs'

/** With `sourceMaps`, each file has one beside it, with the TypeScript in it. */
export async function bundle({ facade, to, sourceMaps }) {
  // Not at the top: setup runs in the same process and may have just brought it.
  const esbuild = await import('esbuild')
  for (const runtime of runtimes) {
    const options = optionsFor({ facade, runtime })
    try {
      const shared = await sharedFiles(esbuild, options, { facade, runtime })
      const files = [...entries.map((entry) => entryFile(runtime, entry)), ...shared.values()]
      if (runtime.query === undefined) files.push(compiledFromText)
      for (const { name, contents } of files) {
        await esbuild.build({
          ...options,
          stdin: { contents, resolveDir: facade, loader: 'ts', sourcefile: 'exports.ts' },
          outfile: join(to, `${name}.js`),
          plugins: [sharedBeside(name, shared, facade), ...options.plugins],
          // Stack traces show the sources, which are `../facade/client/client.ts` and the like, as if they lay in the package.
          sourcemap: sourceMaps,
          sourceRoot: 'facade/',
        })
      }
    } catch (error) {
      throw new StepFailure({
        tried: `esbuild of ${runtime.index}.js`,
        outcome: 'failed',
        output: error.message,
      })
    }
  }
  // The same as the main entry, by a file of its own for those who do not read `exports`.
  for (const ending of ['js', 'd.ts']) {
    writeFileSync(join(to, `connect.${ending}`), "export * from './index.js'\n")
  }
}

const optionsFor = ({ facade, runtime }) => ({
  // The comments that name each source file are relative to this.
  absWorkingDir: facade,
  bundle: true,
  plugins: [loadersBeside(runtime)],
  format: 'esm',
  platform: 'neutral',
  target: 'es2022',
  // No configuration but this one: not the repository's tsconfig.json, whose paths are for editors.
  tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
  logLevel: 'silent',
})

/** A file to make: its name without the ending, and the text of a module that exports what is to be in it. */
const fileOf = (name, sources) => ({
  name,
  contents: sources.map((source) => `export * from './${source.replace(/\.ts$/, '.js')}'`).join('\n'),
})

const entryFile = ({ index, prefix }, entry) =>
  fileOf(entry === 'index' ? index : prefix + entry, [`${entry}.ts`])

/** What the loaders need that compile from text. */
const compiledFromText = fileOf('compiled-from-text', ['module/compiled-from-text.ts'])

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

/** Leaves the import of a source that lies in a shared file to that file. */
const sharedBeside = (own, shared, facade) => ({
  name: 'shared files beside',
  setup(build) {
    build.onResolve({ filter: /^\./ }, ({ path, resolveDir }) => {
      const source = relative(facade, join(resolveDir, path.replace(/\.js$/, '.ts')))
      const file = shared.get(groupOf(shared, source))
      return file === undefined || file.name === own
        ? undefined
        : { path: `./${file.name}.js`, external: true, sideEffects: false }
    })
  },
})

const groupOf = (shared, source) => [...shared].find(([, { sources }]) => sources.includes(source))?.[0]

/**
 * What each entry has a copy of that needs it: `shared` is in every bundle, where even what is dropped from it costs 52 bytes, since minifiers then
 * give other names to what is left.
 */
const copied = ['module/time-zone.ts']

/**
 * The sources that several entries need, in as few files as keep each import small: who imports one of these files gets no module that
 * it does not need. `<module>` has what loads that module, `schema-data` what only those need who make calls, `shared` the rest.
 */
async function sharedFiles(esbuild, options, { facade, runtime }) {
  const entryPoints = entries.map((entry) => join(facade, `${entry}.ts`))
  const { metafile } = await esbuild.build({
    ...options,
    entryPoints,
    outdir: facade,
    write: false,
    metafile: true,
  })
  const reached = new Map()
  for (const entry of entries) {
    for (const source of reachedFrom(metafile, `${entry}.ts`))
      reached.set(source, (reached.get(source) ?? 0) + 1)
  }
  const groups = new Map()
  for (const [source, count] of reached) {
    if (count < 2 || copied.includes(source)) continue
    const module = modules.find((module) => loads(metafile, source, loaderOf(runtime, module)))
    const group = module?.name ?? (source === 'generated/schemas.ts' ? 'schema-data' : 'shared')
    groups.set(group, [...(groups.get(group) ?? []), source])
  }
  return new Map(
    [...groups].map(([group, sources]) => [
      group,
      { ...fileOf(`${runtime.prefix}${group}`, sources.sort()), sources },
    ]),
  )
}

const importsOf = (metafile, source) => metafile.inputs[source]?.imports ?? []

/** A source and all that it imports, directly or through others. */
function reachedFrom(metafile, source, found = new Set()) {
  if (found.has(source)) return found
  found.add(source)
  for (const { path, external } of importsOf(metafile, source)) {
    if (!external) reachedFrom(metafile, path, found)
  }
  return found
}

/** Whether a source imports a loader, directly or through others. */
const loads = (metafile, source, loader) =>
  [...reachedFrom(metafile, source)].some((reached) =>
    importsOf(metafile, reached).some(({ path, external }) => external && path === `./${loader}`),
  )
