// The parts of documents that commands write: what stands between `<!-- name:start -->` and `<!-- name:end -->`. Makes none.
import { readFileSync, writeFileSync } from 'node:fs'
import { StepFailure } from './command.mjs'
import { inRepository } from './repository.mjs'

const between = (name) => new RegExp(`(<!-- ${name}:start -->\\n)([\\s\\S]*?)(<!-- ${name}:end -->)`)

/** The part as it is now; fails where its markers are missing. `document` is a path in the repository. */
export function partOf(document, name) {
  const found = readFileSync(inRepository(document), 'utf8').match(between(name))
  if (found) return found[2].trimEnd()
  throw new StepFailure({
    tried: `looking for the part \`${name}\` in ${document}`,
    outcome: 'the markers are missing',
    remedy: `put \`<!-- ${name}:start -->\` and \`<!-- ${name}:end -->\` on lines of their own where it belongs`,
  })
}

/** Puts `text` in place of the part; fails where its markers are missing. `document` is a path in the repository. */
export function writePart(document, name, text) {
  partOf(document, name)
  const path = inRepository(document)
  const whole = readFileSync(path, 'utf8')
  writeFileSync(
    path,
    whole.replace(between(name), (_, start, __, end) => `${start}${text}\n${end}`),
  )
}
