// What JSON makes of a caller's value. Names each place where JSON would drop or alter something without a word; judges nothing else.

/** Hears of a place in a value, such as `a.b[0]`, and what is there. What it returns is taken in its place. */
export type Refuse = (place: string, found: string) => unknown

type Members = Record<string, unknown>

/** Whether a value has to be awaited, of whichever library it is. */
export const isPromise = (value: unknown): boolean => typeof (value as Members)?.then === 'function'

/**
 * A copy that JSON writes as it is.
 *
 * @throws What `refuse` throws; RangeError for a cycle and for what is too deep; what a getter throws.
 */
export const plainValue = (given: unknown, refuse: Refuse, place = ''): unknown => {
  let value = given as Members
  try {
    if (typeof value?.toJSON === 'function') value = value.toJSON()
  } catch {
    return refuse(place, 'toJSON() that throws')
  }
  const type = typeof value
  // JSON makes nothing, null or `{}` of all these, and a code without bounds never ends.
  if ([given, value].some(isPromise)) return refuse(place, 'promise')
  if (value == null && given != null) {
    return refuse(place, given instanceof Date ? 'Date that is invalid' : `toJSON() that returns ${value}`)
  }
  if (['function', 'symbol', 'bigint'].includes(type)) return refuse(place, type)
  if (type === 'number' && !Number.isFinite(value)) return refuse(place, `number that is ${value}`)
  if (type !== 'object' || value === null) return value
  const isArray = Array.isArray(value)
  if (!isArray && Symbol.iterator in value) return refuse(place, 'collection other than an array')
  // A response, an error, a buffer, a number in a box.
  const isPlain = isArray || Object.prototype.toString.call(value) === '[object Object]'
  if (!isPlain && !Object.keys(value).length) return refuse(place, 'value that JSON cannot hold')
  // Without a prototype, `__proto__` is a name like any other.
  const copy: Members = isArray ? [] : Object.create(null)
  for (const name of Object.keys(isArray ? [...(value as unknown as unknown[])] : value)) {
    copy[name] = plainValue(
      value[name],
      refuse,
      place ? (isArray ? `${place}[${name}]` : `${place}.${name}`) : name,
    )
  }
  return copy
}
