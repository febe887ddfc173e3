// Every endpoint of the package, as its fixtures in tests/cases have it. `cargo test` holds them to the registry, so what is compared with
// this list, or counted by it, needs no edit for a new endpoint.
import { readdirSync, readFileSync } from 'node:fs'

const fixtures = new URL('../cases/', import.meta.url)
const read = (path) => JSON.parse(readFileSync(new URL(path, fixtures), 'utf8'))

/**
 * @type {{ name: string, path: string, parameters: Record<string, unknown>, responseKey: string | null, paginated: boolean,
 *   repeatable: boolean, reply: any }[]}
 */
export const endpoints = readdirSync(new URL('requests/', fixtures))
  .filter((file) => file.endsWith('.json'))
  .sort()
  .map((file) => ({
    name: file.replace(/\.json$/, ''),
    ...read(`requests/${file}`),
    reply: read(`replies/${file}`),
  }))

/** @param {string} path e.g. `/devices/list` */
export const endpointAt = (path) => endpoints.find((endpoint) => endpoint.path === path)

const classOf = (path) => {
  const words = path.split(/[_/]/).filter((word) => word !== '')
  return `SeamHttp${words.map((word) => word[0].toUpperCase() + word.slice(1)).join('')}`
}

/** The classes of namespaces that have endpoints: `SeamHttpAccessCodesUnmanaged` for `/access_codes/unmanaged`. */
export const namespaceClasses = [
  ...new Set(endpoints.map(({ path }) => classOf(path.slice(0, path.lastIndexOf('/'))))),
]
