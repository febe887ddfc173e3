// Lays together the TypeScript that the package is made from: the hand-written part, the rendered part, and of each module the glue
// and how each runtime gets it. Compiles and checks nothing.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { inRepository, stagingDirectory } from '../repository.mjs'
import { entries, modules } from './modules.mjs'
import { asText } from './text.mjs'

/** Answers the directory in which all imports of the facade resolve, but those of `#module/<name>`, which differ by runtime. */
export function stageFacade({ rendered, built }) {
  const facade = join(stagingDirectory, 'facade')
  rmSync(facade, { recursive: true, force: true })
  cpSync(inRepository('pkg-template', 'src'), facade, { recursive: true })
  cpSync(rendered, join(facade, 'generated'), { recursive: true })
  for (const module of modules) {
    const { wasm, glue } = built.get(module)
    for (const ending of ['js', 'd.ts']) {
      cpSync(`${glue}.${ending}`, join(facade, 'glue', `${module.name}.${ending}`))
    }
    for (const entry of entries) {
      const path = loaderOf(facade, entry, module)
      mkdirSync(dirname(path), { recursive: true })
      const isText = entry.query === undefined
      writeFileSync(path, isText ? fromText(readFileSync(wasm)) : fromFile(entry, module))
    }
  }
  return facade
}

/** Where the facade has `loadModule` of a module for a runtime: TypeScript where it is bundled, else JavaScript. */
export const loaderOf = (facade, { name, query }, module) =>
  join(facade, 'loaders', name, `${module.name}.${query === undefined ? 'ts' : 'js'}`)

function fromText(bytes) {
  const { text, alphabet } = asText(bytes)
  return [
    '// A WebAssembly module as text, and the letter of each byte value in it.',
    "import { compiledFromText } from '../../module/compiled-from-text.js'",
    `const text = ${JSON.stringify(text)}`,
    `const alphabet = ${JSON.stringify(alphabet)}`,
    '/** Compiles the module, synchronously. */',
    'export const loadModule = (): WebAssembly.Module => compiledFromText(text, alphabet)',
    '',
  ].join('\n')
}

const fromFile = ({ query }, { file }) =>
  [
    '// Compiled by the runtime when the program is deployed. A file of its own, so that only those carry the module who use it.',
    `import module from './${file}${query}'`,
    'export const loadModule = () => module',
    '',
  ].join('\n')
