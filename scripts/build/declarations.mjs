// The package's .d.ts files: tsc checks the whole facade strictly and writes them; those that no public type leads to are left out.
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { runOrFail } from '../command.mjs'
import { inRepository, npmProgram, stagingDirectory } from '../repository.mjs'
import { entries, modules } from './modules.mjs'

export async function writeDeclarations({ facade, to }) {
  const all = join(stagingDirectory, 'declarations')
  rmSync(all, { recursive: true, force: true })
  await runOrFail(npmProgram('tsc'), ['--project', inRepository('tsconfig.build.json'), '--outDir', all], {
    remedy:
      'fix the types in pkg-template/ (target/package/facade/ is a copy), or what render writes to facade/generated/',
    lines: 60,
  })
  // tsc does not copy the declaration files that are inputs.
  for (const { name } of modules) {
    cpSync(join(facade, 'glue', `${name}.d.ts`), join(all, 'glue', `${name}.d.ts`))
  }
  const found = new Set()
  for (const entry of entries) reachableFrom(join(all, `${entry}.d.ts`), found)
  for (const file of found) cpSync(file, join(to, relative(all, file)))
}

/** A declaration file and all those that it names, directly or through others. */
function reachableFrom(file, found = new Set()) {
  if (found.has(file) || !existsSync(file)) return found
  found.add(file)
  for (const [, specifier] of readFileSync(file, 'utf8').matchAll(
    /(?:from|import)\s*\(?['"](\.[^'"]+)\.js['"]/g,
  )) {
    reachableFrom(join(dirname(file), `${specifier}.d.ts`), found)
  }
  return found
}
