// Packs pkg/ as `npm publish` would and answers the tarball, so that tests and checks see what users get.
// Builds nothing.
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { runOrFail } from './command.mjs'
import { packageDirectory, stagingDirectory } from './repository.mjs'

/** The absolute path of the tarball and the paths of the files in it. */
export async function packPackage() {
  const directory = join(stagingDirectory, 'tarball')
  rmSync(directory, { recursive: true, force: true })
  mkdirSync(directory, { recursive: true })
  const { stdout } = await runOrFail('npm', ['pack', packageDirectory, '--json', '--loglevel=error'], {
    cwd: directory,
    remedy: 'run `npm run build`, which makes pkg/ anew',
  })
  const [{ filename, files }] = JSON.parse(stdout)
  return { tarball: join(directory, filename), files: files.map(({ path }) => path) }
}
