// redactEvent: an event without PINs, for logs.
// Knows no field by name: which are secret is rendered from their definitions in Rust.
import { plainInEvents, secretNames } from '../generated/secrets.js'

const redacted = '[redacted]'

/**
 * A copy of an event for logs: PINs and whatever else is secret in it are `[redacted]`, everything else is as it was.
 *
 * What is secret in an event is known by its type. In types that this version does not list, and in fields that it does not list, all
 * goes that has the name of something secret elsewhere, such as `code`, `from`, `to`, `token`, `url`. Free text is cleared of what was
 * found so. Null stays, so that it shows that there was nothing.
 */
export const redactEvent = <T>(event: T): T => {
  const names = new Set(secretNames.split(' '))
  const { event_type } = Object(event) as { event_type?: unknown }
  const isPlain = (path: string): boolean =>
    Object.hasOwn(plainInEvents, path) && (plainInEvents[path] as string).split(' ').includes(`${event_type}`)
  const secrets: string[] = []

  const hide = (value: unknown, path: string): unknown => {
    if (Array.isArray(value)) return value.map((item) => hide(item, path))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => {
        const innerPath = path === '' ? name : `${path}.${name}`
        if (!names.has(name) || isPlain(innerPath)) return [name, hide(inner, innerPath)]
        if (inner == null) return [name, inner]
        collect(inner)
        return [name, redacted]
      }),
    )
  }

  const collect = (secret: unknown): void => {
    if (typeof secret === 'object' && secret !== null) Object.values(secret).forEach(collect)
    // Up to three characters stand in any text by chance.
    else if (typeof secret !== 'boolean' && `${secret}`.length > 3) secrets.push(`${secret}`)
  }

  const clearTexts = (value: unknown): unknown => {
    if (typeof value === 'string' && (isPin(value) || !isName(value))) {
      return secrets.reduce((text, secret) => text.replaceAll(secret, redacted), value)
    }
    if (Array.isArray(value)) return value.map(clearTexts)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, clearTexts(inner)]))
  }

  const isPin = (text: string): boolean => /^\d+$/.test(text) && secrets.includes(text)
  const cleared = hide(event, '')
  // The longest first, so that none leaves the rest of one that it is a part of.
  secrets.sort((one, other) => other.length - one.length)
  return clearTexts(cleared) as T
}

/** Whether a text is an id, a word, a date-time or an address, which may hold the digits of a PIN by chance. */
const isName = (text: string): boolean =>
  /^[\w.-]*$/.test(text) ||
  /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-][\d:]+)$/.test(text) ||
  /^\w+:\/\/[!-~]+$/.test(text)
