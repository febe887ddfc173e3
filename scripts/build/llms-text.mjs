// llms.txt (https://llmstxt.org): what the package is and where each subject is explained, for tools that read it for people. Made from README.md and
// the guide, so it says nothing of its own.
import { readFileSync } from 'node:fs'
import { guidePages } from '../docs/guide-pages.mjs'
import { inRepository } from '../repository.mjs'

/** The text of the file. Its links are those of the package. */
export function llmsText() {
  const readme = readFileSync(inRepository('README.md'), 'utf8')
  const [, name, about] = /^# (.+)\n\n([\s\S]*?)\n\n/.exec(readme)
  const pages = guidePages().map(({ path, text, label }) => `- [${label}](${path}): ${beginningOf(text)}`)
  const [unofficial] = /^.* is an unofficial client, .*$/m.exec(readme)
  const [install, example] = readme.matchAll(/^```(?:js)?\n[\s\S]*?^```$/gm)
  const imports = /\n## Imports\n\n([\s\S]*?)\n\n## /.exec(readme)[1]
  return `# ${name}

> ${plain(about)} ${unofficial}

${install}

${example}

## Imports

${imports}

## Guide

${pages.join('\n')}
- [Changelog](CHANGELOG.md): what changed in each version.
`
}

/** The first paragraph of a document, as far as whole sentences fit into a line or two. A document may begin with anything else. */
function beginningOf(text) {
  const paragraph = text.split('\n\n').find((part) => /^[A-Za-z`*]/.test(part))
  const [first, ...others] = plain(paragraph).split(/(?<=[.:]) (?=[A-Z`])/)
  let beginning = first
  for (const sentence of others) {
    if (sentence.endsWith(':') || beginning.length + sentence.length > 220) break
    beginning += ` ${sentence}`
  }
  return beginning.replace(/:$/, '.')
}

const plain = (markdown) => markdown.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll('\n', ' ')
