// The pages of documentation, in the order in which README.md links to them, with what it calls them.
import { readFileSync } from 'node:fs'
import { inRepository } from '../repository.mjs'

/** The heading of a document in Markdown. */
export const headingOf = (text) => /^# (.+)$/m.exec(text)[1]

/** Paths in the repository, what README.md calls them, and what is there. */
export function guidePages() {
  const readme = readFileSync(inRepository('README.md'), 'utf8')
  const [, guide] = readme.split('\n## Guide\n')
  const links = Array.from(guide.matchAll(/\[([^\]]+)\]\((docs\/[^)#]+\.md)\)/g))
  return links.map(([, label, path]) => ({ path, label, text: readFileSync(inRepository(path), 'utf8') }))
}
