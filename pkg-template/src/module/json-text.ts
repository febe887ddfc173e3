// A value of the caller's as JSON text, or a clear error. Looks into no value.

/**
 * The value as JSON.
 *
 * @throws TypeError where there is none: for a cycle, a BigInt, a function, or what is too deep. Without the reason, which may quote the value.
 */
export const jsonText = (name: string, value: unknown): string => {
  try {
    const text: string | undefined = JSON.stringify(value)
    if (text !== undefined) return text
  } catch {}
  throw new TypeError(`${name}: cannot be written as JSON; pass it as it was received or parsed`)
}
