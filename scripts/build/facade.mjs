// Lays together the TypeScript that the package is made from: the hand-written part, the rendered part, the glue and the wasm
// as text. Compiles and checks nothing.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inRepository, stagingDirectory } from '../repository.mjs'
import { asText } from './text.mjs'

/** Answers the directory in which all imports of the facade resolve. */
export function stageFacade({ rendered, wasm }) {
  const facade = join(stagingDirectory, 'facade')
  rmSync(facade, { recursive: true, force: true })
  cpSync(inRepository('pkg-template', 'src'), facade, { recursive: true })
  cpSync(inRepository('pkg-template', 'entry'), join(facade, 'entry'), { recursive: true })
  cpSync(rendered, join(facade, 'generated'), { recursive: true })
  cpSync(wasm.glue, join(facade, 'glue'), { recursive: true })
  mkdirSync(join(facade, 'wasm'))
  writeFileSync(join(facade, 'wasm', 'text.ts'), wasmAsText(readFileSync(wasm.file)))
  return facade
}

function wasmAsText(bytes) {
  const { text, alphabet } = asText(bytes)
  return [
    "// The core's wasm as text, and the letter of each byte value in it.",
    `export const text: string = ${JSON.stringify(text)}`,
    `export const alphabet: string = ${JSON.stringify(alphabet)}`,
    '',
  ].join('\n')
}
