// Gives tests the package that a user would get: packed, installed into an empty consumer folder, imported from there.
// The folder is named after the package's bytes, so that the test files of one run share it and a new build gets a new
// one. They lie in SEAM_EDGE_CONSUMERS, which `npm test` sets and removes afterwards, else in the system's temporary
// directory: anywhere but inside the repository, whose node_modules they must not see. Builds nothing.
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const builtPackage = fileURLToPath(new URL('../../pkg', import.meta.url))

/** The folder in which `seam-edge` is installed; child processes of tests run there. */
export const consumerFolder = async () => {
  installed ??= install()
  return await installed
}

/** What can be imported beside the package itself, as `seam-edge/status`. */
export const subpaths = [
  'status',
  'rules',
  'events',
  'webhooks',
  'schemas',
  'messages',
  'query',
  'testing',
  'connect',
]

/**
 * @param {string} [subpath] one of {@link subpaths}
 * @returns {Promise<any>} the exports of the installed package, as `import * as seamEdge from 'seam-edge'` gives them
 */
export const loadPackage = async (subpath) => {
  const entry = join(await consumerFolder(), entryOf(subpath))
  return await import(pathToFileURL(entry).href)
}

const entryOf = (subpath) => (subpath === undefined ? 'entry.mjs' : `entry-${subpath}.mjs`)

/** @returns {Promise<any>} the exports of a second copy of the package, as there may be two in node_modules; with subpaths, of each of them */
export const loadAnotherCopy = async (...subpaths) => {
  const folder = await mkdtemp(join(await consumerFolder(), 'copy-'))
  const load = async (entry) => await import(pathToFileURL(join(folder, `${entry}.js`)).href)
  try {
    await cp(await installedFolder(), folder, { recursive: true })
    return subpaths.length === 0 ? await load('index') : await Promise.all(subpaths.map(load))
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** @returns {Promise<any>} the installed package.json */
export const readPackageJson = async () =>
  JSON.parse(await readFile(join(await installedFolder(), 'package.json'), 'utf8'))

export const installedFolder = async () => join(await consumerFolder(), 'node_modules', 'seam-edge')

let installed

const install = async () => {
  const tarball = process.env.SEAM_EDGE_TARBALL
  const digest = tarball ? hash([await readFile(tarball)]) : hash(await packageBytes())
  const parent =
    process.env.SEAM_EDGE_CONSUMERS ?? join(tmpdir(), `seam-edge-consumers-${process.getuid?.() ?? ''}`)
  const folder = join(parent, digest)
  if (await exists(join(folder, 'entry.mjs'))) return folder

  await mkdir(parent, { recursive: true })
  const draft = await mkdtemp(join(parent, 'draft-'))
  const archive = tarball ?? (await pack(draft))
  await writeFile(
    join(draft, 'package.json'),
    JSON.stringify({ name: 'consumer', private: true, type: 'module' }),
  )
  await run('npm', ['install', '--offline', '--no-audit', '--no-fund', '--ignore-scripts', archive], {
    cwd: draft,
  })
  for (const subpath of subpaths) {
    await writeFile(join(draft, entryOf(subpath)), `export * from 'seam-edge/${subpath}'\n`)
  }
  await writeFile(join(draft, 'entry.mjs'), "export * from 'seam-edge'\n")
  return await publish(draft, folder)
}

// Test files run side by side; the first one to finish wins, and the others take its folder.
const publish = async (draft, folder) => {
  try {
    await rename(draft, folder)
  } catch (error) {
    if (!(await exists(join(folder, 'entry.mjs')))) throw error
    await rm(draft, { recursive: true })
  }
  return folder
}

const pack = async (folder) => {
  const { stdout } = await run('npm', ['pack', '--json', builtPackage], {
    cwd: folder,
  })
  return join(folder, JSON.parse(stdout)[0].filename)
}

const packageBytes = async () => {
  const entries = await readdir(builtPackage, {
    recursive: true,
    withFileTypes: true,
  }).catch(() => {
    throw new Error(
      `no built package at \`${builtPackage}\`; run \`npm run build\`, or set SEAM_EDGE_TARBALL`,
    )
  })
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort()
  const contents = await Promise.all(files.map((file) => readFile(file)))
  return files.flatMap((file, index) => [file, contents[index]])
}

const hash = (parts) => {
  const digest = createHash('sha256')
  for (const part of parts) digest.update(part)
  return digest.digest('hex').slice(0, 16)
}

const exists = async (file) =>
  await readFile(file).then(
    () => true,
    () => false,
  )
