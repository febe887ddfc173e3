// examples/vitest: its tests pass in the Vitest that it asks for, and fail where the app is wrong.
import assert from 'node:assert/strict'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { runProgram } from '../bundlers/processes.mjs'
import { bringTestRunners, tools } from '../support/test-runners.mjs'
import { createExample } from './example-project.mjs'

describe('examples/vitest', { timeout: 600_000 }, () => {
  let reason
  let project

  before(async () => {
    reason = await bringTestRunners()
    if (reason === undefined)
      project = await createExample('vitest', { modules: join(tools, 'node_modules') })
  })
  after(() => project?.remove())

  const run = () => runProgram(project.folder, ['node', 'node_modules/vitest/vitest.mjs', 'run'])

  test('its tests pass', async (context) => {
    if (reason !== undefined) return context.skip(`NOT TESTED: ${reason}`)
    assert.match(await run(), /4 passed/)
  })

  test('its tests fail where the app makes a code each time', async (context) => {
    if (reason !== undefined) return context.skip(`NOT TESTED: ${reason}`)
    const file = join(project.folder, 'check-in.js')
    const source = await readFile(file, 'utf8')
    await writeFile(file, source.replace('{ key: id }', '{ key: crypto.randomUUID() }'))
    await assert.rejects(run, /checking in twice makes one code/)
  })
})
