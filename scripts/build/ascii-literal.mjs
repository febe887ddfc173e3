// Bytes as a JavaScript string literal with one character per byte, in ASCII alone.
// Not base64: that hides the bytes from the compressor and makes the transfer about a third larger.

const shortEscapes = new Map([
  [0x08, '\\b'],
  [0x09, '\\t'],
  [0x0a, '\\n'],
  [0x0b, '\\v'],
  [0x0c, '\\f'],
  [0x0d, '\\r'],
  [0x22, '\\"'],
  [0x5c, '\\\\'],
])

/** The literal, quotes included: `charCodeAt(i)` of its value is byte `i`. */
export function asciiLiteral(bytes) {
  let text = '"'
  for (let index = 0; index < bytes.length; index += 1) text += escaped(bytes[index], bytes[index + 1])
  return `${text}"`
}

function escaped(byte, next) {
  const short = shortEscapes.get(byte)
  if (short !== undefined) return short
  if (byte >= 0x20 && byte < 0x7f) return String.fromCharCode(byte)
  // `\0` before a digit would be read as an octal escape.
  if (byte === 0 && !isDigit(next)) return '\\0'
  return `\\x${byte.toString(16).padStart(2, '0')}`
}

const isDigit = (byte) => byte >= 0x30 && byte <= 0x39
