// tests/cases/api says what the installed @seamapi/http declares, line by line; and a difference comes out as a line that names it.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { linesOfData, linesOfDeclarations } from '../../scripts/facts/lines.mjs'

const data = (name) => JSON.parse(readFileSync(new URL(`../cases/api/${name}.json`, import.meta.url), 'utf8'))
const installed = fileURLToPath(new URL('../../node_modules/@seamapi/http/', import.meta.url))

describe('facts', () => {
  const declared = linesOfDeclarations(installed)

  test('the data is what the official client declares', () => {
    const lines = linesOfData(data('endpoints'), data('resources'))
    assert.deepEqual(
      [...lines].filter((line) => !declared.has(line)),
      [],
    )
    assert.deepEqual(
      [...declared].filter((line) => !lines.has(line)),
      [],
    )
    assert.ok(lines.size > 5000, String(lines.size))
  })

  test('what differs comes out by its place', () => {
    const [endpoints, resources] = [data('endpoints'), data('resources')]
    const grant = endpoints.find(({ path }) => path === '/access_grants/get')
    grant.required = ['access_grant_id']
    delete grant.parameters.access_grant_key
    resources.Space.fields.name.nullable = true
    const lines = linesOfData(endpoints, resources)
    assert.deepEqual(
      [...lines].filter((line) => !declared.has(line)),
      [
        '/access_grants/get; requires access_grant_id; one of access_grant_id, access_grant_key; replies access_grant',
        'Space.name: string or null',
      ],
    )
    assert.ok(declared.has('/access_grants/get.access_grant_key: string'))
  })
})
