// Makes the project of a user: the bundler from npm, the packed package and the project's files, in a folder of its own
// outside the repository. What npm installs is kept in .tools/bundlers/ for the next run. Knows nothing of what is tested.
import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { installInto } from '../../scripts/test/npm-folder.mjs'
import { installedFolder } from '../support/package.mjs'

const execute = promisify(execFile)
const cache = fileURLToPath(new URL('../../.tools/bundlers', import.meta.url))
const here = fileURLToPath(new URL('.', import.meta.url))

/** Version of the bundler itself. */
export const versionOf = ({ packages }) => Object.values(packages)[0]

/**
 * Installs the bundler, unless an earlier run has; answers the folder with its node_modules.
 * @param {import('./table.mjs').Bundler} bundler
 */
export const installBundler = async (bundler) => {
  const folder = join(cache, `${bundler.name}-${versionOf(bundler)}`)
  if (await isInstalled(folder, bundler)) return folder
  const wanted = Object.entries(bundler.packages).map(([name, version]) => `${name}@${version}`)
  const failure = await installInto(folder, wanted)
  if (failure !== undefined) throw new Error(failure)
  return folder
}

const isInstalled = async (folder, { packages }) => {
  try {
    const { dependencies } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
    const names = Object.keys(packages)
    return (
      names.length === Object.keys(dependencies).length &&
      names.every((name) => dependencies[name] === packages[name])
    )
  } catch {
    return false
  }
}

/**
 * A fresh project with everything installed.
 * @param {import('./table.mjs').Bundler} bundler
 * @param {string} installed what `installBundler` answered
 */
export const createProject = async (bundler, installed) => {
  const parent = process.env.SEAM_EDGE_CONSUMERS ?? tmpdir()
  const folder = await mkdtemp(join(parent, `seam-edge-${bundler.name}-`))
  await cp(join(here, 'projects', bundler.folder ?? bundler.name), folder, { recursive: true })
  await cp(join(here, 'app'), join(folder, 'src'), { recursive: true })
  await link(join(installed, 'node_modules'), folder)
  await cp(await installedFolder(), join(folder, 'node_modules', 'seam-edge'), { recursive: true })

  const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
  const dependencies = { ...bundler.packages, 'seam-edge': '*' }
  await writeFile(join(folder, 'package.json'), JSON.stringify({ ...manifest, dependencies }, null, 2))
  return { folder, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) }
}

/** A copy whose files share their bytes where the file system lets them: links to folders would show a bundler the clone. */
export const link = async (from, to) => {
  try {
    await execute('cp', ['-al', from, to])
  } catch {
    await rm(join(to, 'node_modules'), { recursive: true, force: true })
    await execute('cp', ['-a', from, to])
  }
}

/** The environment of a user's shell: nothing that npm, node:test or this repository have set, and nothing about colours. */
export const ownEnvironment = (extra = {}) => {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|NODE_|SEAM_|FORCE_COLOR$|NO_COLOR$|CI$)/i.test(name),
  )
  return { ...Object.fromEntries(kept), ...extra }
}
