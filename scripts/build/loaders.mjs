// How each runtime gets each module: a JavaScript file that only those import who use the module, without side effects. So bundlers and
// deployments take no module along but those that are used.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { modules, runtimes } from './modules.mjs'
import { asText } from './text.mjs'

/** The name of the loader of a module. */
export const loaderOf = ({ prefix }, { name }) => `${prefix}load-${name}.js`

/** Writes all loaders. They lie at the root of the package: bundlers that leave the import of a module as it is look for it beside what they write. */
export function writeLoaders({ built, to }) {
  for (const runtime of runtimes) {
    for (const module of modules) {
      const { wasm } = built.get(module)
      const source = runtime.query === undefined ? fromText(readFileSync(wasm)) : fromFile(runtime, module)
      writeFileSync(join(to, loaderOf(runtime, module)), source)
    }
  }
}

function fromText(bytes) {
  const { text, alphabet } = asText(bytes)
  return [
    '// A WebAssembly module as text, and the letter of each byte value in it.',
    "import { compiledFromText } from './compiled-from-text.js'",
    `const text = ${JSON.stringify(text)}`,
    `const alphabet = ${JSON.stringify(alphabet)}`,
    '/** Compiles the module, synchronously. */',
    'export const loadModule = () => compiledFromText(text, alphabet)',
    '',
  ].join('\n')
}

const fromFile = ({ query }, { file }) =>
  [
    '// Compiled by the runtime when the program is deployed.',
    `import module from './${file}${query}'`,
    'export const loadModule = () => module',
    '',
  ].join('\n')
