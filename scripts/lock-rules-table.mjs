// Writes docs/lock-rules.md: the code of every rule of a lock, how bad it is and where it comes from, as src/rules declares them.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inRepository } from './repository.mjs'

/** Where the document is. */
export const documentOfRules = inRepository('docs', 'lock-rules.md')

/** The rules in the order of their codes: `{ code, severity, source, file }`. */
export function declaredRules() {
  const directory = inRepository('src', 'rules')
  const files = readdirSync(directory, { recursive: true }).filter((name) => name.endsWith('.rs'))
  const texts = files.map((file) => ({ file, text: readFileSync(join(directory, file), 'utf8') }))
  const constants = new Map(
    texts.flatMap(({ text }) => Array.from(text.matchAll(constant), ([, name, value]) => [name, value])),
  )
  const rules = texts.flatMap(({ file, text }) =>
    Array.from(text.matchAll(declaration), ([, severity, code, written, name]) => {
      // A parameter stands for what the function that makes the rules is called with.
      const passed = Array.from(text.matchAll(/::of\("([^"]+)"\)/g), ([, value]) => value)
      const source = written ?? constants.get(name) ?? (passed.length > 0 ? passed.join('; ') : undefined)
      if (source === undefined) throw new Error(`${file}: where \`${code}\` comes from is not found`)
      return { code, severity, source, file }
    }),
  )
  const place = ({ code, source }) => `${code} ${source}`
  return rules.sort((left, right) => (place(left) < place(right) ? -1 : 1))
}

const constant = /const (\w+): &str = "([^"]+)";/g
const declaration = /Rule::(error|warning)\(\s*"(\w+)",\s*(?:"([^"]+)"|(\w+)),?\s*\)/g

/** The document. */
export const renderRules = () => `# The rules of locks

What \`checkAccessCode\` may find beside what is wrong with the parameters themselves. An \`error\` is what the lock or the API is sure to
refuse; a \`warning\` is what may go wrong, or what could not be checked. The codes are stable. Where a rule comes from is a property of the
device, or a part of Seam's documentation.

Written by \`npm run update-goldens\` from \`src/rules\`.

${table(declaredRules().filter((rule) => !isOfSuggestions(rule)))}
## Suggestions

What \`suggestCode\` may find instead, in the \`issues\` of a \`SeamNoCodeError\`, beside \`code_not_allowed\` and \`code_length_not_supported\`.

${table(declaredRules().filter(isOfSuggestions))}`

/** Whether a rule is one that only suggestions break. */
export const isOfSuggestions = ({ file }) => file === 'suggest.rs'

const table = (rules) => `| Code | Severity | Where from |
| --- | --- | --- |
${rules.map(row).join('')}`

const row = ({ code, severity, source }) =>
  `| \`${code}\` | ${severity} | ${source.split('; ').map(shown).join('; ')} |\n`

/** Properties of devices have no spaces. */
const shown = (source) => (source.includes(' ') ? source : `\`${source}\``)
