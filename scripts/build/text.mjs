// The wasm as text that every bundler, minifier and HTML page hands on as it is, and that compresses about as well as the bytes.
// Not base64: that hides the bytes from the compressor, which makes the transfer a third larger. No escapes: `\x..` costs a tenth.
// pkg-template/src/module/compiled-from-text.ts reads it back.

// Printable ASCII without what string literals escape in some notation (" ' ` \ $) and without `<`, so that neither `</script`
// nor `<!--` is in a text that stands in a page.
const letters = [...Array(95).keys()]
  .map((index) => String.fromCharCode(0x20 + index))
  .filter((letter) => !'"\'`\\$<'.includes(letter))

// Punctuation, because brotli guesses a letter better after such; neighbours, which makes reading fast.
const prefixes = [':', ';']

const singles = letters.filter((letter) => !prefixes.includes(letter))

/**
 * Writes frequent byte values as one letter, printable ones among them as themselves, and the others as a prefix and a letter.
 * `alphabet` has the letter of each byte value, or `:` for those that need a prefix: these are, in ascending order, `:` and each
 * letter in ascending order, then `;` and again each letter.
 */
export function asText(bytes) {
  const alphabet = alphabetFor(bytes)
  let prefixed = 0
  const codes = alphabet.map((letter) => {
    if (letter !== prefixes[0]) return letter
    const code = prefixes[Math.floor(prefixed / singles.length)] + singles[prefixed % singles.length]
    prefixed += 1
    return code
  })
  return { text: Array.from(bytes, (byte) => codes[byte]).join(''), alphabet: alphabet.join('') }
}

function alphabetFor(bytes) {
  const frequent = new Set(byFrequency(bytes).slice(0, singles.length))
  const alphabet = Array.from({ length: 256 }, (_, byte) => {
    const letter = String.fromCharCode(byte)
    return frequent.has(byte) && singles.includes(letter) ? letter : prefixes[0]
  })
  const free = singles.filter((letter) => !alphabet.includes(letter))
  return alphabet.map((letter, byte) =>
    frequent.has(byte) && letter === prefixes[0] ? free.shift() : letter,
  )
}

function byFrequency(bytes) {
  const counts = new Array(256).fill(0)
  for (const byte of bytes) counts[byte] += 1
  return [...counts.keys()].sort((left, right) => counts[right] - counts[left])
}
