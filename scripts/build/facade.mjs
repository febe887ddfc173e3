// Lays together the TypeScript that the package is made from: the hand-written part, the rendered part, and of each module the glue.
// Compiles and checks nothing.
import { cpSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inRepository, stagingDirectory } from '../repository.mjs'
import { modules } from './modules.mjs'

/** Answers the directory in which all imports of the facade resolve, but those of `#module/<name>`, which differ by runtime. */
export function stageFacade({ rendered, built }) {
  const facade = join(stagingDirectory, 'facade')
  rmSync(facade, { recursive: true, force: true })
  cpSync(inRepository('pkg-template', 'src'), facade, { recursive: true })
  cpSync(rendered, join(facade, 'generated'), { recursive: true })
  for (const module of modules) {
    const { glue } = built.get(module)
    for (const ending of ['js', 'd.ts']) {
      cpSync(`${glue}.${ending}`, join(facade, 'glue', `${module.name}.${ending}`))
    }
  }
  // What `#module/<name>` is for TypeScript, whichever the runtime.
  writeFileSync(join(facade, 'loader.d.ts'), 'export declare const loadModule: () => WebAssembly.Module\n')
  return facade
}
