// Writes docs/lock-rules.md: the code of every rule of a lock, how bad it is and where it comes from, as src/rules declares them; and what the
// package says of the first case in tests/cases/rules that breaks it.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readRuleCases } from '../tests/support/rule-cases.mjs'
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

/** The document. @param rules What `seam-edge/rules` exports: it is asked what it says. */
export const renderRules = (rules) => {
  const all = declaredRules().map((rule) => ({ ...rule, ...exampleOf(rule, rules) }))
  return `# The rules of locks

What \`checkAccessCode\` may report, apart from malformed parameters. An \`error\` is what the lock or the API is sure to refuse. A \`warning\` is
what may go wrong, or what could not be checked. The codes are stable. The texts are examples: their values are those of one case. The last
column is the source of the rule: a property of the device, or a part of Seam's documentation.

Written by \`npm run update-goldens\` from \`src/rules\`.

${table(all.filter((rule) => !isOfSuggestions(rule)))}
## Suggestions

What \`suggestCode\` may report in the \`issues\` of a \`SeamNoCodeError\`, in addition to \`code_not_allowed\` and \`code_length_not_supported\`.

${table(all.filter(isOfSuggestions))}`
}

/** Whether a rule is one that only suggestions break. */
export const isOfSuggestions = ({ file }) => file === 'suggest.rs'

/** The message and the help of an issue by a rule. */
function exampleOf(rule, rules) {
  const issue = isOfSuggestions(rule) ? suggestionBy(rule, rules) : checkBy(rule, rules)
  if (issue === undefined)
    throw new Error(`${rule.file}: no case in tests/cases/rules meets \`${rule.code}\``)
  return { message: issue.message, help: issue.help }
}

function checkBy({ code, severity }, { checkAccessCode }) {
  const cases = readRuleCases().flatMap(({ cases }) => cases)
  for (const { parameters, options, issues } of cases) {
    if (!issues.some((line) => line.startsWith(`${severity} ${code} `))) continue
    const found = checkAccessCode(parameters, options).issues.find((issue) => issue.code === code)
    if (found !== undefined) return found
  }
  return undefined
}

/** Devices that have no PIN to suggest, by the rule that says so. */
const withoutPins = {
  code_none_left: { code_constraints: [{ constraint_type: 'no_all_same_digits' }] },
  code_not_among_existing: { code_constraints: [{ constraint_type: 'pin_code_matches_existing_set' }] },
}

function suggestionBy({ code }, { suggestCode }) {
  const avoid = Array.from({ length: 10_000 }, (_, pin) => String(pin).padStart(4, '0'))
  try {
    suggestCode({ properties: withoutPins[code] }, { length: 4, avoid })
  } catch (error) {
    return error.issues?.find((issue) => issue.code === code)
  }
  return undefined
}

const table = (rules) => `| Code | Severity | What it says | What to do | Where from |
| --- | --- | --- | --- | --- |
${rules.map(row).join('')}`

const row = ({ code, severity, message, help, source }) =>
  `| \`${code}\` | ${severity} | ${cell(message)} | ${cell(help)} | ${source.split('; ').map(shown).join('; ')} |\n`

/** A sentence as a cell of a table. */
const cell = (text) => text.replaceAll('|', '\\|')

/** Properties of devices have no spaces. */
const shown = (source) => (source.includes(' ') ? source : `\`${source}\``)
