// What callers pass by mistake where a device, a code or a list of codes belongs: a promise, a whole reply, one in place of many.
// Looks at the form alone; what is in it is for Rust.
import { isPromise } from '../client/plain-value.js'

/** A mistake, and what to do instead. */
export interface Mistake {
  /** Which parameter, such as `existing[0]`. */
  path: string
  message: string
  help: string
}

/** What is wrong with a value in place of one resource; undefined where it may be one, whole or in part, or none at all. */
export const mistakenForOne = (path: string, what: string, value: unknown): Mistake | undefined => {
  if (value == null) return undefined
  const mistake = (got: string, help = 'pass it as the API returns it'): Mistake => ({
    path,
    message: `expected ${what}, got ${got}`,
    help,
  })
  const help = helpFor(value) ?? (Array.isArray(value) ? 'pass one of its items' : undefined)
  if (help !== undefined || kindOf(value) !== 'Object') return mistake(found(value), help)
  const other = otherKind(what, value)
  return other === undefined ? undefined : mistake(other)
}

/** The items of what can be iterated once, so that they can be looked at twice; anything else as it is. */
export const collected = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && Symbol.iterator in value
    ? Array.from(value as Iterable<unknown>)
    : value

/** What is wrong with a value, {@link collected}, in place of a list of codes; undefined where it may be one, or none at all. */
export const mistakenForCodes = (path: string, value: unknown): Mistake | undefined => {
  if (value == null) return undefined
  if (!Array.isArray(value)) {
    const help = helpFor(value) ?? 'pass the list that the API returns; a single code goes into an array'
    return { path, message: `expected an array of access codes, got ${found(value)}`, help }
  }
  const mistakes = value.map((item, index) => {
    const place = `${path}[${index}]`
    // None is fine where one belongs, but not among many.
    if (item == null)
      return { path: place, message: `expected an access code, got ${item}`, help: 'leave it out' }
    return mistakenForOne(place, 'an access code', item)
  })
  return mistakes.find((mistake) => mistake !== undefined)
}

/** @throws TypeError for a mistake. */
export const refuseMistake = (mistake: Mistake | undefined): void => {
  if (mistake) throw new TypeError(lineOf(mistake))
}

/** The mistake in one line. */
export const lineOf = ({ path, message, help }: Mistake): string => `\`${path}\`: ${message} (${help})`

const helpFor = (value: unknown): string | undefined => {
  if (isPromise(value)) return '`await` it first'
  const members = Object(value)
  // What has an ID is no reply, whatever else is in it.
  if (idNames.some((name) => members[name] !== undefined)) return undefined
  const key = replyKeys.find((key) => typeof members[key] === 'object' && members[key] !== null)
  return key && `pass what is in its \`${key}\``
}

/** Where replies hold what they are about. */
const replyKeys = [
  'data',
  'device',
  'devices',
  'access_code',
  'access_codes',
  'access_grant',
  'access_grants',
  'access_method',
  'access_methods',
  'event',
  'events',
]

/** What names a resource. */
const idNames = ['device_id', 'access_code_id', 'access_grant_id', 'access_method_id']

/** What a resource is, by a name that no other kind has. */
const kinds: Record<string, string> = {
  access_method_id: 'an access method',
  access_grant_id: 'an access grant',
  access_code_id: 'an access code',
  device_type: 'a device',
}

/** What a value is where another kind of resource is expected. */
const otherKind = (expected: string, value: unknown): string | undefined => {
  const members = Object(value)
  const name = Object.keys(kinds).find((name) => members[name] !== undefined && kinds[name] !== expected)
  return name !== undefined && Object.values(kinds).includes(expected) ? kinds[name] : undefined
}

const kindOf = (value: unknown): string => Object.prototype.toString.call(value).slice('[object '.length, -1)

const found = (value: unknown): string => {
  if (isPromise(value)) return 'a promise'
  if (helpFor(value) !== undefined) return 'a whole reply'
  if (typeof value !== 'object') return `a ${typeof value}`
  const kind = kindOf(value)
  return { Error: 'an Error', Object: 'an object', Array: 'an array' }[kind] ?? `a ${kind}`
}
