// Packs a built package as `npm publish` would and answers the tarball, so that tests and checks see what users get.
// Builds nothing.
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { runOrFail } from './command.mjs'
import { packageDirectory, stagingDirectory } from './repository.mjs'

/** The absolute path of the tarball, which is the only one in the folder `name`, and the paths of the files in it. */
export async function packPackage({ from = packageDirectory, name = 'tarball' } = {}) {
  const directory = join(stagingDirectory, name)
  rmSync(directory, { recursive: true, force: true })
  mkdirSync(directory, { recursive: true })
  const { stdout } = await runOrFail('npm', ['pack', from, '--json', '--loglevel=error'], {
    cwd: directory,
    remedy: 'run `npm run build`, which makes it anew',
  })
  const [{ filename, files }] = JSON.parse(stdout)
  return { tarball: join(directory, filename), files: files.map(({ path }) => path) }
}
