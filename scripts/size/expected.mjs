// The sizes that the last change was made with, in scripts/size/expected.json: one that moves by more than 2 % is meant, and so is
// written down in the same commit, or it is found here.
import { readFileSync, writeFileSync } from 'node:fs'
import { StepFailure } from '../command.mjs'
import { inRepository } from '../repository.mjs'

const path = inRepository('scripts', 'size', 'expected.json')
const tolerance = 0.02

/** Takes the measured sizes, in bytes of brotli, as what is expected. */
export function writeExpected(measured) {
  const sizes = Object.fromEntries(measured.map(({ name, brotli }) => [name, brotli]))
  writeFileSync(path, `${JSON.stringify(sizes, null, 2)}\n`)
}

/** Fails where a size is not as expected, or not among those that are. */
export function holdToExpected(measured) {
  const expected = JSON.parse(readFileSync(path, 'utf8'))
  const moved = measured
    .filter(({ name, brotli }) => !(Math.abs(brotli / expected[name] - 1) <= tolerance))
    .map(({ name, brotli }) => `${name}: ${expected[name] ?? 'nothing'} to ${brotli}`)
  const gone = Object.keys(expected).filter((name) => !measured.some((entry) => entry.name === name))
  if (moved.length + gone.length === 0) return
  throw new StepFailure({
    tried: 'holding the bundles to scripts/size/expected.json',
    outcome: [...moved, ...gone.map((name) => `${name}: not measured any more`)].join('; '),
    remedy: 'where that is meant, run `npm run size -- --accept` and commit the file with the change',
  })
}
