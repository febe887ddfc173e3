// A short mark in place of an id, for remembering many of them. Not for secrets: anybody can make another text with the same mark.

const length = 9

/**
 * Nine characters, 0 to 9 and a to z, that stand for a text: of 300 texts, one more has the mark of another with a probability of
 * 3 in 10^12.
 */
export const markOf = (text: string): string => {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    high = Math.imul(high ^ unit, 0x9e3779b1)
    low = Math.imul(low ^ unit, 0x5f356495)
  }
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35)
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35)
  const number = (high & 0x1f_ffff) * 2 ** 32 + (low >>> 0)
  return (number % 36 ** length).toString(36).padStart(length, '0')
}
