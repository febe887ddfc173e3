// Bundles a few lines as a user would, and measures the outcome. Knows no budget.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { runOrFail, StepFailure } from '../command.mjs'
import { inRepository, packageDirectory, root } from '../repository.mjs'
import { chunksOf } from './vite.mjs'
import { uploadOf } from './wrangler.mjs'

const directory = inRepository('target', 'size')

/** Answers the sizes in bytes and the file of the bundle. A runtime that takes the wasm as a file of its own has both counted. */
export async function bundleOf(entry) {
  const name = entry.name.replace(/[^\w]+/g, '-')
  const [code, ...modules] = await partsOf[entry.tool ?? 'esbuild'](entry, join(directory, name))
  mkdirSync(directory, { recursive: true })
  const file = join(directory, `${name}.mjs`)
  writeFileSync(file, code)
  const parts = [code, ...modules]
  const sum = (sizeOf) => parts.reduce((total, part) => total + sizeOf(part), 0)
  return {
    file,
    raw: sum((part) => part.length),
    gzip: sum((part) => gzipSync(part, { level: 9 }).length),
    brotli: sum(
      (part) => brotliCompressSync(part, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length,
    ),
  }
}

/** By the tool: the script, and the WebAssembly modules that it takes along as files. */
const partsOf = {
  async esbuild({ name, source, condition }) {
    const { contents, modules } = await bundled(name, source, condition)
    return [contents, ...modules.map((module) => readFileSync(join(packageDirectory, module)))]
  },
  async vite({ source, part }, folder) {
    const { [part]: code } = await chunksOf({ source, folder })
    return [Buffer.from(code)]
  },
  async wrangler({ source }, folder) {
    const { script, modules } = await uploadOf({ source, folder })
    return [script, ...modules.map(({ contents }) => contents)]
  },
}

/** The bundle, and the names of the WebAssembly modules that it takes along as files. */
async function bundled(name, source, condition) {
  const esbuild = await import('esbuild')
  try {
    const { outputFiles, metafile } = await esbuild.build({
      stdin: { contents: source, resolveDir: root },
      bundle: true,
      minify: true,
      format: 'esm',
      platform: 'browser',
      ...(condition === undefined ? {} : { conditions: [condition], external: ['*.wasm', '*.wasm?module'] }),
      tsconfigRaw: {},
      write: false,
      metafile: true,
      logLevel: 'silent',
    })
    const imports = Object.values(metafile.outputs).flatMap((output) => output.imports)
    const modules = imports.map(({ path }) => path.match(/\w+\.wasm/)?.[0])
    return { contents: outputFiles[0].contents, modules: modules.filter(Boolean) }
  } catch (error) {
    throw new StepFailure({ tried: `esbuild of ${name}`, outcome: 'failed', output: error.message })
  }
}

/** Constructs a client from a bundle in a fresh Node process, which compiles and starts the wasm in it. */
export async function constructFrom({ file }) {
  const program = `
    import { SeamHttpAccessCodes } from ${JSON.stringify(file)}
    const instantiated = WebAssembly.Instance
    let count = 0
    WebAssembly.Instance = class extends instantiated { constructor(...args) { super(...args); count += 1 } }
    const client = new SeamHttpAccessCodes({ apiKey: 'seam_apikey1_size' })
    if (!(client instanceof SeamHttpAccessCodes)) throw new Error('no client')
    if (count !== 1) throw new Error('the wasm was not instantiated')`
  await runOrFail(process.execPath, ['--input-type=module', '--eval', program], {
    remedy: 'the bundle has no working core: look at what esbuild dropped from pkg/index.js',
  })
}
