// JSON text to a value, without a throw.

/** The value of a JSON text, or the text itself where it is none. */
export const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
