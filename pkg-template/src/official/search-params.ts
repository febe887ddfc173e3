// Parameters as the query of a URL, in the form that Seam's server reads back exactly.
// Knows no endpoint and sends nothing.
import { SeamError } from '../client/errors.js'
import type { WebSearchParams } from '../module/web-types.js'

/** Parameters by name: strings, numbers, booleans, null, dates, lists of these, and objects of all that. */
export type Params = Record<string, unknown>

/** Thrown when a parameter cannot be written into a URL. The message names the parameter and says why, never the value. */
export class UnserializableParamError extends SeamError {
  /** @internal */
  static override get seamError() {
    return 'UnserializableParamError'
  }

  constructor(name: string, message: string) {
    super(`Could not serialize parameter: '${name}' ${message}`)
  }
}

/**
 * The parameters as the query of a URL, without `?`; empty where there are none.
 *
 * Names are sorted. A list repeats its name, an object puts its own name and a dot before those in it. Null and an empty list
 * are an empty value; undefined, an empty string and an empty object are left out. A `Date` or `Temporal.Instant` is written as
 * RFC 3339 in UTC. `_strict=true` at the end tells the server that this is the form.
 *
 * @throws UnserializableParamError for a dot in a name, for null, an empty string, a list or an object in a list, and for
 * values that are none of the above, such as NaN or a function.
 */
export const serializeUrlSearchParams = (params: Params): string => {
  const searchParams = new URLSearchParams()
  updateUrlSearchParams(searchParams, params)
  return searchParams.toString()
}

/** Puts the parameters into those of a URL, in the form of {@link serializeUrlSearchParams}; names that are there are replaced. */
export const updateUrlSearchParams = (searchParams: WebSearchParams, params: Params): void => {
  addAll(searchParams, params, '')
  searchParams.sort()
  // Not `size`, which browsers older than the other floors of this package do not have.
  if (searchParams.toString() !== '') searchParams.set('_strict', 'true')
}

/**
 * Each parameter of a query as an object of its own, since a name may come more than once: the value under each part of its name, as `code` of
 * `access_code[code]`.
 * @internal
 */
export const parametersOf = (query: string): object[] =>
  [...new URLSearchParams(query)].map(([name, value]) =>
    Object.fromEntries(name.split(/[.[\]]/).map((part) => [part, value])),
  )

const addAll = (searchParams: URLSearchParams, params: object, prefix: string): void => {
  for (const [key, value] of Object.entries(params)) {
    if (key.includes('.')) {
      throw new UnserializableParamError(
        key,
        'contains one or more dots "." in its name which is unsupported',
      )
    }
    const name = prefix + key
    if (isPlainObject(value)) {
      addAll(searchParams, value, `${name}.`)
    } else if (Array.isArray(value) && value.length > 0) {
      refuseEmptyItems(name, value)
      for (const item of value) searchParams.append(name, written(name, item))
    } else if (value !== undefined && value !== '') {
      searchParams.set(name, Array.isArray(value) ? '' : written(name, value))
    }
  }
}

const refuseEmptyItems = (name: string, items: unknown[]): void => {
  if (items.includes('')) {
    const which = items.length === 1 ? 'a single element array' : 'an array'
    throw new UnserializableParamError(name, `is ${which} containing the empty string which is unsupported`)
  }
  if (items.some((item) => item == null)) {
    throw new UnserializableParamError(
      name,
      'is an array containing null or undefined values which is unsupported',
    )
  }
}

const written = (name: string, value: unknown): string => {
  const type = typeof value
  if (value === null) return ''
  if (type === 'number' && !Number.isFinite(value)) throw new UnserializableParamError(name, `is ${value}`)
  if (/^(string|number|bigint|boolean)$/.test(type)) return String(value)
  const instant = Object(value).epochMilliseconds
  if (Object.prototype.toString.call(value) === '[object Date]') return (value as Date).toISOString()
  if (typeof instant === 'number' && !Number.isNaN(instant)) return new Date(instant).toISOString()
  throw new UnserializableParamError(name, `is a ${type}`)
}

const isPlainObject = (value: unknown): value is object => {
  if (typeof value !== 'object' || value === null) return false
  const prototype = Object.getPrototypeOf(value)
  return prototype === null || prototype === Object.prototype
}
