// Makes examples/front-desk as a user would: copied out, with the packed package, installed from npm and built for production.
// What npm installs is kept in .tools/examples/ for the next run.
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installInto } from '../../scripts/test/npm-folder.mjs'
import { runProgram } from '../bundlers/processes.mjs'
import { link } from '../bundlers/project.mjs'
import { installedFolder } from '../support/package.mjs'

const example = fileURLToPath(new URL('../../examples/front-desk', import.meta.url))
const cache = fileURLToPath(new URL('../../.tools/examples', import.meta.url))

/**
 * @returns {Promise<{ folder: string, dist: string, remove: () => Promise<void> }>} the project, and what was built
 */
export const buildDesk = async () => {
  const parent = process.env.SEAM_EDGE_CONSUMERS ?? tmpdir()
  const folder = await mkdtemp(join(parent, 'seam-edge-desk-'))
  const remove = () => rm(folder, { recursive: true, force: true, maxRetries: 5 })
  try {
    const isSource = (path) => !['node_modules', 'dist'].includes(basename(path))
    await cp(example, folder, { recursive: true, filter: (path) => path === example || isSource(path) })
    await link(join(await installed(), 'node_modules'), folder)
    await cp(await installedFolder(), join(folder, 'node_modules', 'seam-edge'), { recursive: true })
    await runProgram(folder, ['tsc'])
    await runProgram(folder, ['vite', 'build'])
    return { folder, dist: join(folder, 'dist'), remove }
  } catch (error) {
    await remove()
    throw error
  }
}

/** The folder with what the example depends on, but for the package itself. */
const installed = async () => {
  const { dependencies, devDependencies } = JSON.parse(await readFile(join(example, 'package.json'), 'utf8'))
  const wanted = Object.entries({ ...dependencies, ...devDependencies })
    .filter(([name]) => name !== 'seam-edge')
    .map(([name, version]) => `${name}@${version}`)
  const digest = createHash('sha256').update(wanted.join()).digest('hex').slice(0, 12)
  const folder = join(cache, `front-desk-${digest}`)
  if (!existsSync(folder)) {
    const failure = await installInto(folder, wanted)
    if (failure !== undefined) throw new Error(failure)
  }
  return folder
}
