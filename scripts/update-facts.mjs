// `npm run update-facts`: what the newest @seamapi/http and @seamapi/types of the registry that npm is set up with say otherwise than
// tests/cases/api. Prints the difference and changes nothing: what is new wants a declaration in src/, and a line in that data.
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { main, runOrFail } from './command.mjs'
import { inRepository } from './repository.mjs'
import { setUp } from './setup.mjs'

const directory = inRepository('target', 'facts')

const data = (name) => JSON.parse(readFileSync(inRepository('tests', 'cases', 'api', `${name}.json`), 'utf8'))

/** Unpacks the newest version of a package; answers its folder and its version. */
async function newest(name) {
  const folder = join(directory, name.replace(/\W+/g, '-'))
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const remedy = 'npm has to reach the registry that it is set up with: look at `npm config get registry`'
  await runOrFail('npm', ['pack', `${name}@latest`, '--pack-destination', folder, '--silent'], {
    remedy,
  })
  const [archive] = readdirSync(folder)
  await runOrFail('tar', ['-xzf', join(folder, archive), '-C', folder], { remedy: 'tar has to be there' })
  const root = join(folder, 'package')
  return { root, version: JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version }
}

/** The documented paths of an OpenAPI description that are not in the data. */
async function undeclaredPaths(root, known) {
  const file = join(root, 'lib', 'seam', 'connect', 'openapi.js')
  const { default: openapi } = await import(pathToFileURL(file))
  const documented = ([, methods]) =>
    Object.values(methods).some((method) => method['x-undocumented'] === undefined)
  return Object.entries(openapi.paths)
    .filter(documented)
    .map(([path]) => path)
    .filter((path) => !known.has(path))
}

await main('update-facts', async () => {
  await setUp()
  // Here, because on a fresh clone the npm packages come after this file has been loaded.
  const { linesOfData, linesOfDeclarations } = await import('./facts/lines.mjs')
  const endpoints = data('endpoints')
  const { endpointsNew } = data('newer')
  const client = await newest('@seamapi/http')
  const committed = linesOfData(endpoints, data('resources'))
  const found = linesOfDeclarations(client.root)
  const gone = [...committed].filter((line) => !found.has(line)).map((line) => `- ${line}`)
  const added = [...found].filter((line) => !committed.has(line)).map((line) => `+ ${line}`)
  const types = await newest('@seamapi/types')
  const known = new Set([...endpoints, ...endpointsNew].map(({ path }) => path))
  const paths = (await undeclaredPaths(types.root, known)).map((path) => `+ ${path}`)
  console.log(
    `@seamapi/http ${client.version} beside tests/cases/api: ${gone.length} lines gone, ${added.length} new`,
  )
  for (const line of [...gone, ...added].sort((a, b) => (a.slice(2) < b.slice(2) ? -1 : 1))) console.log(line)
  console.log(
    `@seamapi/types ${types.version}: ${paths.length} documented paths that are not in tests/cases/api`,
  )
  for (const line of paths) console.log(line)
  if (gone.length + added.length + paths.length > 0) {
    console.log(
      'Take them over into tests/cases/api; `cargo test --test registry api_facts` then says what to declare.',
    )
  }
})
