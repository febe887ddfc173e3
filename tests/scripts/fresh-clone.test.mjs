// A command loads on a fresh clone, where no npm package is there yet: what it imports at its start are Node's modules and files of its own.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { inRepository, readJson } from '../../scripts/repository.mjs'

const statement = /^(?:import|export)\b[^'"]*?from '([^']+)'|^import '([^']+)'/gm

/** All that a file imports before it runs, by the files that do. */
const importsFrom = (file, seen = new Map()) => {
  if (seen.has(file)) return seen
  const imported = [...readFileSync(file, 'utf8').matchAll(statement)].map(([, from, alone]) => from ?? alone)
  seen.set(file, imported)
  for (const name of imported) if (name.startsWith('.')) importsFrom(join(dirname(file), name), seen)
  return seen
}

const { scripts } = readJson(inRepository('package.json'))
const commands = Object.entries(scripts).flatMap(([name, line]) => {
  const [, file] = line.match(/\bnode (scripts\/[\w/-]+\.mjs)/) ?? []
  return file === undefined ? [] : [[name, inRepository(file)]]
})

for (const [name, file] of commands) {
  test(`npm run ${name}`, () => {
    const files = importsFrom(file)
    assert.ok(files.size > 1)
    const packages = [...files].flatMap(([from, names]) =>
      names.filter((imported) => !/^(?:\.|node:)/.test(imported)).map((imported) => `${from}: ${imported}`),
    )
    assert.deepEqual(packages, [])
  })
}

test('the commands are found', () => {
  const names = commands.map(([name]) => name)
  for (const name of ['test', 'demo', 'build', 'check']) assert.ok(names.includes(name), name)
})
