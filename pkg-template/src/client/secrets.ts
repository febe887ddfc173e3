// Takes what a caller keeps secret out of what the server says about it: servers quote what they refuse, and errors end up in logs.
// Which parameters are secret is told by the schema; nothing here knows one by name.

// A name is hidden only where it may hold a PIN: who searches for "code" must still be told that `code` is wrong.
const hasPin = /\d{4}/

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
