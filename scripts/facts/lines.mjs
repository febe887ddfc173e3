// The facts about the API as lines of text, one for each endpoint, parameter and field: from the data in tests/cases/api, and from the
// declarations of @seamapi/http. Two sets of lines can be compared, and a line says what it is about. Reads no file of its own choice.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

// In the order in which they count: an event of an action attempt has two of them.
const tags = ['event_type', 'action_type', 'error_code', 'warning_code', 'mutation_code']

/** @param {any[]} endpoints as tests/cases/api/endpoints.json has them @param {Record<string, any>} resources as in resources.json */
export function linesOfData(endpoints, resources) {
  const lines = new Set()
  for (const { path, required, atLeastOneOf = [], parameters, ...reply } of endpoints) {
    lines.add(endpointLine({ path, required, atLeastOneOf, ...reply }))
    for (const [name, fact] of Object.entries(parameters)) ofData(`${path}.${name}`, fact, lines)
  }
  for (const [name, fact] of Object.entries(resources)) if (name !== 'Batch') ofData(name, fact, lines)
  return lines
}

const endpointLine = ({ path, required, atLeastOneOf, responseKey, paginated }) =>
  [
    path,
    `requires ${[...required].sort().join(', ') || 'nothing'}`,
    ...(atLeastOneOf.length > 0 ? [`one of ${[...atLeastOneOf].sort().join(', ')}`] : []),
    `replies ${responseKey ?? 'nothing'}${paginated ? ', in pages' : ''}`,
  ].join('; ')

const line = (place, { optional, nullable, type, names }) =>
  `${place}: ${optional ? 'optional ' : ''}${names ? [...names].sort().join(' | ') : type}${nullable ? ' or null' : ''}`

/** Adds the lines of a piece of data, of everything inside it too. */
function ofData(place, fact, lines, optional = fact.optional) {
  const { type, nullable } = fact
  if (type === 'array') {
    lines.add(line(place, { optional, nullable, type: 'list' }))
    return ofData(`${place}[]`, fact.items, lines, false)
  }
  const names = fact.enum ?? (fact.const === undefined ? undefined : [fact.const])
  const known = type === 'object' || (type === 'union' && fact.tag)
  lines.add(line(place, { optional, nullable, type: known ? 'object' : type, names: names?.map(String) }))
  const fields = (at, all) => {
    for (const [name, field] of Object.entries(all)) ofData(`${at}.${name}`, field, lines)
  }
  if (type === 'object') fields(place, fact.fields)
  if (type !== 'union' || !fact.tag) return
  for (const [tag, variants] of Object.entries(fact.variants)) {
    for (const variant of [variants].flat()) fields(`${place}<${tag}>`, { ...fact.common, ...variant })
  }
}

/** @param {string} folder of an installed or unpacked @seamapi/http */
export function linesOfDeclarations(folder) {
  const aliases = new Map()
  const resources = new Set()
  const library = join(folder, 'lib')
  for (const file of readdirSync(library, { recursive: true }).filter((name) => name.endsWith('.d.ts'))) {
    const source = ts.createSourceFile(
      file,
      readFileSync(join(library, file), 'utf8'),
      ts.ScriptTarget.Latest,
      true,
    )
    source.forEachChild((node) => {
      if (ts.isTypeAliasDeclaration(node)) aliases.set(node.name.text, node.type)
      if (ts.isClassDeclaration(node) && node.name) aliases.set(node.name.text, node)
      const isResource = ts.isTypeAliasDeclaration(node) && /^resources[/\\]/.test(file)
      if (isResource && node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) {
        resources.add(node.name.text)
      }
    })
  }
  const lines = new Set()
  const paged = new Set(literalsIn(aliases.get('SeamHttpEndpointPaginatedQueryPaths')))
  for (const member of aliases.get('SeamHttpEndpoints').members) {
    const path = member.name?.text
    if (!path?.startsWith('/')) continue
    const name = member.type.parameters[0].type.typeName.text
    const { object, needed } = parametersIn(aliases.get(name))
    const key = aliases.get(member.type.type.typeName.text).typeArguments[1]
    lines.add(
      endpointLine({
        path,
        required: object.members.filter(({ questionToken }) => !questionToken).map(nameOf),
        atLeastOneOf: needed,
        responseKey: ts.isLiteralTypeNode(key) ? key.literal.text : undefined,
        paginated: paged.has(path),
      }),
    )
    for (const field of object.members) ofField(path, field, lines, false)
  }
  for (const name of resources) {
    if (name !== 'Batch') ofNode(name, aliases.get(name), lines, false)
  }
  return lines
}

const tagIn = (members) => tags.map((tag) => members.find((member) => nameOf(member) === tag)).find(Boolean)

const nameOf = ({ name }) => name.text

const literalsIn = (node) =>
  (node && ts.isUnionTypeNode(node) ? [...node.types] : [node])
    .filter((type) => type && ts.isLiteralTypeNode(type))
    .map(({ literal }) => literal.text)

/** Of `RequireAtLeastOne<{ … }, 'a' | 'b'>` the object and the names; of an object itself and none. */
function parametersIn(node) {
  if (ts.isTypeLiteralNode(node)) return { object: node, needed: [] }
  const [object, keys] = node.typeArguments
  return { object, needed: keys ? literalsIn(keys) : object.members.map(nameOf) }
}

const ofField = (place, field, lines, optional = field.questionToken !== undefined) =>
  ofNode(`${place}.${nameOf(field)}`, field.type, lines, optional)

/** Adds the lines of a declared type, of everything inside it too. */
function ofNode(place, node, lines, optional) {
  const all = (ts.isUnionTypeNode(node) ? [...node.types] : [node]).map((type) =>
    ts.isParenthesizedTypeNode(type) ? type.type : type,
  )
  const isNull = (type) => ts.isLiteralTypeNode(type) && type.literal.kind === ts.SyntaxKind.NullKeyword
  const others = all.filter(
    (type) => !isNull(type) && type.kind !== ts.SyntaxKind.UndefinedKeyword && type.typeName?.text !== 'Date',
  )
  const nullable = all.some(isNull) && others.length > 0
  const [first] = others
  const add = (told) => lines.add(line(place, { optional, nullable, ...told }))
  if (first === undefined) return add({ type: 'null' })
  if (others.every(ts.isTypeLiteralNode)) {
    add({ type: 'object' })
    for (const { members } of others) {
      const tag = others.length > 1 ? tagIn(members) : undefined
      const at = tag ? `${place}<${literalsIn(tag.type)[0]}>` : place
      for (const field of members) if (field !== tag) ofField(at, field, lines)
    }
  } else if (others.every(ts.isLiteralTypeNode)) {
    const names = others.map(({ literal }) => literal.text ?? literal.getText())
    add(names.length === 2 && names.includes('true') ? { type: 'boolean' } : { names })
  } else if (first.typeName?.text === 'Array') {
    add({ type: 'list' })
    ofNode(`${place}[]`, first.typeArguments[0], lines, false)
  } else if (first.typeName?.text === 'Record') {
    add({ type: 'record' })
  } else if (first.kind === ts.SyntaxKind.StringKeyword && others.slice(1).every((type) => type.typeName)) {
    // A text, or what becomes one: a moment.
    add({ type: 'string' })
  } else if (others.length > 1) {
    add({ type: 'union' })
  } else {
    add({ type: first.typeName ? 'ref' : first.getText() })
  }
}
