// How every runtime gets a module that does not compile it beforehand: from text, compiled on first use.
// scripts/build/text.mjs writes that text and says how.
import { SeamError } from '../client/errors.js'
import { isForbidden } from './instance.js'

const colon = 58
const semicolon = 59

/** The bytes of the module. As few steps per byte as can be: this stands before the first call. */
const bytesOfText = (text: string, alphabet: string): Uint8Array<ArrayBuffer> => {
  const meanings = meaningsOfLetters(alphabet)
  // Read and written in place: what is read takes as much room as what it means, or more.
  const bytes = new TextEncoder().encode(text)
  const end = bytes.length
  let length = 0
  for (let index = 0; index < end; index += 1) {
    let letter = bytes[index] as number
    if (letter === colon || letter === semicolon) {
      index += 1
      letter = (letter - colon + 1) * 128 + (bytes[index] as number)
    }
    bytes[length] = meanings[letter] as number
    length += 1
  }
  return bytes.subarray(0, length)
}

/** What each letter means: alone, 128 further on after a colon, 256 further on after a semicolon. */
const meaningsOfLetters = (alphabet: string): Uint8Array => {
  const meanings = new Uint8Array(3 * 128)
  const letters = [...alphabet.replaceAll(':', '')].sort().join('')
  let prefixed = 0
  for (let byte = 0; byte < 256; byte += 1) {
    let letter = alphabet.charCodeAt(byte)
    if (letter === colon) {
      letter = letters.charCodeAt(prefixed % letters.length) + (prefixed < letters.length ? 128 : 256)
      prefixed += 1
    }
    meanings[letter] = byte
  }
  return meanings
}

/**
 * Compiles a module from its text and the letter of each byte value in it, synchronously.
 *
 * @throws Error where a Content-Security-Policy, or the runtime itself, forbids to compile WebAssembly.
 */
export const compiledFromText = (text: string, alphabet: string): WebAssembly.Module => {
  try {
    return new WebAssembly.Module(bytesOfText(text, alphabet))
  } catch (cause) {
    const remedy = isForbidden(cause)
      ? "In a page with a Content-Security-Policy, add 'wasm-unsafe-eval' to script-src; for Cloudflare Workers, " +
        'bundle with the condition workerd'
      : 'It needs memory and 128-bit SIMD; see `cause`'
    throw new SeamError(`seam-edge cannot compile its WebAssembly here. ${remedy}`, { cause })
  }
}
