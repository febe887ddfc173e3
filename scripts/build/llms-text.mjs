// llms.txt (https://llmstxt.org): what the package is and where each subject is explained, for tools that read it for people. Made from README.md and
// the guide, so it says nothing of its own.
import { readFileSync } from 'node:fs'
import { guidePages } from '../docs/guide-pages.mjs'
import { inRepository } from '../repository.mjs'

/** The text of the file. Its links are those of the package. */
export function llmsText() {
  const readme = readFileSync(inRepository('README.md'), 'utf8')
  const [, name, about] = /^# (.+)\n\n([\s\S]*?)\n\n/.exec(readme)
  const pages = guidePages().map(({ path, text, label }) => `- [${label}](${path}): ${firstSentence(text)}`)
  const imports = /\n## Imports\n\n([\s\S]*?)\n\n## /.exec(readme)[1]
  return `# ${name}

> ${about.replaceAll('\n', ' ')}

## Imports

${imports}

## Guide

${pages.join('\n')}
- [Changelog](CHANGELOG.md): what changed in each version.
`
}

/** Of the first paragraph. A document may begin with anything else. */
function firstSentence(text) {
  const paragraph = text.split('\n\n').find((part) => /^[A-Za-z`*]/.test(part))
  return plain(/^[\s\S]*?[.:](?=\s|$)/.exec(paragraph)[0]).replace(/:$/, '.')
}

const plain = (markdown) => markdown.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll('\n', ' ')
