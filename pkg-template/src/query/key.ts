// The keys under which caches of other libraries keep what was read. Such caches are logged, stored and shown in tools, so no key holds a secret;
// and what one client has read is not shown to another.
import { clientOf, type Handle } from '../client/handle.js'
import { plainValue } from '../client/plain-value.js'
import { secretFields } from '../generated/secrets.js'
import type { SeamCallClient } from './call.js'

/**
 * The package, the client, the path and what else tells one call from another: its parameters, or `infinite` before them.
 *
 * All parts of a client have the same text here, for as long as the page is open; on the next page load it is another. In place of a PIN, a search
 * text or anything else that is secret stands `{ secret: 3 }`, with another number for each value.
 */
export type SeamQueryKey = readonly ['seam-edge', client: string, path: string, ...rest: unknown[]]

/**
 * The key of a call. Never throws for the parameters: what cannot be sent is said by the call, where the library shows errors.
 * @internal
 */
export const keyOf = (
  seam: SeamCallClient,
  path: string,
  parameters: unknown,
  ...kind: string[]
): SeamQueryKey => {
  const handle = clientOf(seam)
  return ['seam-edge', identityOf(handle), path, ...kind, marked(handle, plainParameters(parameters))]
}

/**
 * The key of calls that are not cached.
 * @internal
 */
export const keyOfPath = (seam: SeamCallClient, path: string): SeamQueryKey => [
  'seam-edge',
  identityOf(clientOf(seam)),
  path,
]

/**
 * What stands for a secret: its number among those of the client, from which nobody learns it. A hash would not do: PINs are few.
 * @internal
 */
export interface Mark {
  readonly secret: number
}

/**
 * The mark of a secret; the same one for the same secret.
 * @internal
 */
export const markOf = (handle: Handle, secret: string): Mark => {
  const known = secretsOf(handle)
  if (!known.has(secret)) known.set(secret, known.size + 1)
  return { secret: known.get(secret) as number }
}

/**
 * What a mark stands for.
 * @internal
 */
export const secretOf = (handle: Handle, { secret: number }: Mark): string | undefined =>
  [...secretsOf(handle)].find(([, its]) => its === number)?.[0]

const secretsOf = (handle: Handle): Map<string, number> =>
  kept(handle, 'query.secrets', () => new Map<string, number>())

/** Without the start of the page, a stored cache could show what the first client of yesterday has read to the first one of today. */
const identityOf = (handle: Handle): string =>
  kept(handle, 'query.client', () => `${Math.round(globalThis.performance.timeOrigin)}.${countOfClients()}`)

/** Counts for all copies of the package. */
const countOfClients = (): number => {
  const key = Symbol.for('seam-edge.query.clients')
  const counts = globalThis as unknown as Record<symbol, number | undefined>
  const count = (counts[key] ?? 0) + 1
  counts[key] = count
  return count
}

const kept = <T>({ anchor }: Handle, name: string, make: () => T): T => {
  if (!anchor.has(name)) anchor.set(name, make())
  return anchor.get(name) as T
}

// In place of what JSON cannot hold stands what it is. Libraries look into plain objects alone, so none without a prototype.
const plainParameters = (parameters: unknown): unknown => {
  try {
    return JSON.parse(JSON.stringify(plainValue(parameters ?? {}, (_, found) => found)))
  } catch {
    return 'cannot be written as JSON'
  }
}

const marked = (handle: Handle, value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item) => marked(handle, item))
  const members = Object.entries(value).map(([name, member]) => {
    const hides = member !== null && isSecret(name)
    return [name, hides ? markOf(handle, JSON.stringify(member)) : marked(handle, member)]
  })
  return Object.fromEntries(members)
}

// One list for all calls: what is secret in some call is hidden in the keys of all.
const isSecret = (name: string): boolean => {
  const [names] = secretFields.split(';', 1) as [string]
  return names.split(' ').includes(name)
}
