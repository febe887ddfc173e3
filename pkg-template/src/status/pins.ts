// The PINs of an access code, to be taken out of what the server says about it in words: a lock's own message may quote one.

/** The PINs in a code: its own, and those that a change, by whomever, takes it from and to. Up to three characters stand in any text by chance. */
export const pinsOf = (code: object): string[] => {
  const found = new Set<string>()
  const add = (value: unknown): void => {
    if (typeof value === 'string' && value.length > 3) found.add(value)
  }
  JSON.stringify(code, (key, value) => {
    if (key === 'code') add(value)
    // A change outside Seam names the field that it is about.
    if (value?.field === 'code') [value.from, value.to].forEach(add)
    return value
  })
  return [...found]
}
