// An example as somebody has it who copied its folder: in a folder of its own outside the repository, with the packed package and what its package.json
// asks for in node_modules. Knows nothing of what is tested.
import assert from 'node:assert/strict'
import { cp, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { link } from '../bundlers/project.mjs'
import { installedFolder } from '../support/package.mjs'

const examples = fileURLToPath(new URL('../../examples', import.meta.url))
const ownModules = fileURLToPath(new URL('../../node_modules', import.meta.url))

/**
 * @param {string} name of the folder
 * @param {object} [options]
 * @param {string} [options.modules] a node_modules that has what the example asks for; by default that of the repository
 * @param {boolean} [options.whole] copies all of it, for tools that follow no links out of a project
 * @returns {Promise<{ folder: string, remove: () => Promise<void> }>}
 */
export const createExample = async (name, { modules = ownModules, whole = false } = {}) => {
  const parent = process.env.SEAM_EDGE_CONSUMERS ?? tmpdir()
  const folder = await mkdtemp(join(parent, `seam-edge-example-${name}-`))
  await cp(join(examples, name), folder, {
    recursive: true,
    filter: (path) => !/[/\\](node_modules|\.next|\.wrangler)$/.test(path),
  })
  const own = join(folder, 'node_modules')
  if (whole) await link(modules, folder)
  else await mkdir(own)
  const { dependencies = {}, devDependencies = {} } = await manifestOf(folder)
  for (const [needed, version] of Object.entries({ ...dependencies, ...devDependencies })) {
    if (needed === 'seam-edge') continue
    if (!whole) {
      await mkdir(dirname(join(own, needed)), { recursive: true })
      await symlink(join(modules, needed), join(own, needed))
    }
    const there = await manifestOf(join(own, needed))
    assert.equal(there.version, version, `what is tested is not what ${name} asks for: ${needed}`)
  }
  await cp(await installedFolder(), join(own, 'seam-edge'), { recursive: true })
  return { folder, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) }
}

// Deno's has another name and no versions beside that of the package.
const manifestOf = async (folder) =>
  JSON.parse(await readFile(join(folder, 'package.json'), 'utf8').catch(() => '{}'))
