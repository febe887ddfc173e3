// The order of a module's functions in which it compresses best: like beside like, since a compressor writes what it repeats from nearby in
// fewer bits. wasm-opt can only sort functions by their names, so the order is given to it as names.

const custom = 0
const imports = 2
const code = 10
const functionNames = 1

/** So that functions of a few bytes, which are like everything, do not come between others. */
const smallest = 8

/**
 * Answers the module with names by which wasm-opt's pass `reorder-functions-by-name` sorts its functions.
 *
 * @param {Buffer} bytes
 * @param {object} order
 * @param {number} order.sequence the length of the byte sequences by which two functions are compared: 3 is about one instruction with its operand
 * @param {number} order.beginning which function comes first, as a part of all of them from 0 to below 1
 */
export function withOrderedNames(bytes, { sequence, beginning }) {
  const bodies = functionBodies(bytes)
  const imported = importedFunctions(bytes)
  const names = []
  likeBesideLike(bodies, sequence, Math.floor(bodies.length * beginning)).forEach((index, place) => {
    names[index] = String(place).padStart(6, '0')
  })
  const entries = names.flatMap((name, index) => [...leb(imported + index), ...text(name)])
  const map = [...leb(names.length), ...entries]
  const section = [...text('name'), functionNames, ...leb(map.length), ...map]
  return Buffer.concat([bytes, Buffer.from([custom, ...leb(section.length), ...section])])
}

/** Begins with one of them and goes on with that function of the rest of which the largest share is in the one before it. */
function likeBesideLike(bodies, sequence, beginning) {
  const sequences = bodies.map((body) => sequencesOf(body, sequence))
  const rest = new Set(bodies.keys())
  const order = []
  let next = beginning
  while (rest.size > 0) {
    const current = sequences[next]
    order.push(next)
    rest.delete(next)
    let likest = -1
    for (const index of rest) {
      const likeness = shared(current, sequences[index]) / (sequences[index].size + smallest)
      if (likeness > likest) [likest, next] = [likeness, index]
    }
  }
  return order
}

function sequencesOf(body, sequence) {
  const found = new Set()
  for (let at = 0; at + sequence <= body.length; at += 1) found.add(body.readUIntLE(at, sequence))
  return found
}

function shared(left, right) {
  const [fewer, more] = left.size < right.size ? [left, right] : [right, left]
  let count = 0
  for (const each of fewer) if (more.has(each)) count += 1
  return count
}

function functionBodies(bytes) {
  const reader = readerAt(bytes, sectionStart(bytes, code))
  return Array.from({ length: reader.number() }, () => reader.take(reader.number()))
}

/** What the module imports comes first in the numbers of functions. Modules of this package import functions alone. */
function importedFunctions(bytes) {
  const start = sectionStart(bytes, imports)
  return start === undefined ? 0 : readerAt(bytes, start).number()
}

function sectionStart(bytes, wanted) {
  const reader = readerAt(bytes, 8)
  while (reader.at < bytes.length) {
    const [kind] = reader.take(1)
    const length = reader.number()
    if (kind === wanted) return reader.at
    reader.take(length)
  }
}

const readerAt = (bytes, start) => ({
  at: start,
  take(length) {
    this.at += length
    return bytes.subarray(this.at - length, this.at)
  },
  /** An unsigned number in LEB128, the notation of https://webassembly.github.io/spec/core/binary/values.html. */
  number() {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const [byte] = this.take(1)
      value += (byte & 127) * 2 ** shift
      if (byte < 128) return value
    }
  },
})

function leb(value) {
  return value < 128 ? [value] : [(value & 127) | 128, ...leb(value >>> 7)]
}

const text = (value) => [...leb(value.length), ...Buffer.from(value)]
