// Takes what a caller keeps secret out of what the server says about it: servers quote what they refuse, and errors end up in logs.
// Which parameters are secret is told by the schema; nothing here knows one by name.
import type { EndpointSchema } from '../generated/schemas.js'
import { parsed } from './json.js'

// The bit of a field's flags that src/schema.rs calls secret.
const secretFlag = 8

// A name is hidden only where it may hold a PIN: who searches for "code" must still be told that `code` is wrong.
const hasPin = /\d{4}/

/** The strings that were sent under secret names, those of up to three characters left aside: they stand in any text by chance. */
export const secretsIn = ([, , parameters]: EndpointSchema, parameterText: string): string[] => {
  const sent = Object(parsed(parameterText)) as Record<string, unknown>
  // An object's schema is its kind, its rules, then name, flags and type of each field.
  const [, , ...fields] = parameters as (string | number)[]
  const values: unknown[] = []
  for (let index = 0; index < fields.length; index += 3) {
    if ((fields[index + 1] as number) & secretFlag) values.push(sent[fields[index] as string])
  }
  // A PIN that was sent as a number is quoted like one that was sent as a string.
  const texts = values.map((value) => (typeof value === 'number' ? String(value) : value))
  return texts.filter((value): value is string => typeof value === 'string' && value.length > 3)
}

/** The value with the secrets gone from its strings, from numbers that are one, and from names that may hold a PIN. */
export const withoutSecrets = <T>(value: T, secrets: string[]): T => {
  const hide = (part: unknown): unknown => {
    if (typeof part === 'string') {
      return secrets.reduce((text, secret) => text.replaceAll(secret, '[redacted]'), part)
    }
    if (Array.isArray(part)) return part.map(hide)
    if (typeof part === 'number' && secrets.includes(`${part}`)) return '[redacted]'
    if (typeof part !== 'object' || part === null) return part
    return Object.fromEntries(
      Object.entries(part).map(([name, inner]) => [hasPin.test(name) ? hide(name) : name, hide(inner)]),
    )
  }
  return secrets.length === 0 ? value : (hide(value) as T)
}
