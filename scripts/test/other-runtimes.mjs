// Deno and Bun for the tests of the package, as npm packages in .tools/. npm takes the program of this machine from the optional
// dependencies of each.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { run } from '../command.mjs'
import { toolsDirectory } from '../repository.mjs'
import { installInto } from './npm-folder.mjs'

/** The exact version that is brought, and where in the package of a platform the program lies. */
const runtimes = {
  deno: { name: 'Deno', version: '2.9.6', scope: '@deno', program: 'deno' },
  bun: { name: 'Bun', version: '1.4.4', scope: '@oven', program: join('bin', 'bun') },
}

/** Answers `{ name, version, program }`, where `program` is undefined and `reason` says why if it could not be brought. */
export async function bringRuntime(npmPackage) {
  const { name, version } = runtimes[npmPackage]
  const directory = join(toolsDirectory, `${npmPackage}-${version}`)
  const known = await programIn(directory, npmPackage)
  if (known) return { name, version, program: known }
  const failure = await installInto(directory, [`${npmPackage}@${version}`])
  if (failure !== undefined) return { name, version, reason: failure }
  const program = await programIn(directory, npmPackage)
  if (program === undefined) {
    return { name, version, reason: `there is no program of it for ${process.platform} ${process.arch}` }
  }
  return { name, version, program }
}

// npm may install the packages of two platforms where they differ in the C library alone: the one that runs is taken.
async function programIn(directory, npmPackage) {
  const { version, scope, program } = runtimes[npmPackage]
  const platforms = join(directory, 'node_modules', scope)
  if (!existsSync(platforms)) return undefined
  for (const platform of readdirSync(platforms)) {
    const path = join(platforms, platform, program)
    if (!existsSync(path)) continue
    const { code, stdout } = await run(path, ['--version'])
    if (code === 0 && stdout.includes(version)) return path
  }
  return undefined
}
