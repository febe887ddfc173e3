// The parts of README.md that commands write: what stands between `<!-- name:start -->` and `<!-- name:end -->`. Makes none.
import { readFileSync, writeFileSync } from 'node:fs'
import { StepFailure } from './command.mjs'
import { inRepository } from './repository.mjs'

const path = inRepository('README.md')
const between = (name) => new RegExp(`(<!-- ${name}:start -->\\n)([\\s\\S]*?)(<!-- ${name}:end -->)`)

/** The part as it is there now; fails where its markers are missing. */
export function partOfReadme(name) {
  const found = readFileSync(path, 'utf8').match(between(name))
  if (found) return found[2].trimEnd()
  throw new StepFailure({
    tried: `looking for the part \`${name}\` in README.md`,
    outcome: 'the markers are missing',
    remedy: `put \`<!-- ${name}:start -->\` and \`<!-- ${name}:end -->\` on lines of their own where it belongs`,
  })
}

/** Puts `text` in place of the part. */
export function writeIntoReadme(name, text) {
  partOfReadme(name)
  const whole = readFileSync(path, 'utf8')
  writeFileSync(
    path,
    whole.replace(between(name), (_, start, __, end) => `${start}${text}\n${end}`),
  )
}
