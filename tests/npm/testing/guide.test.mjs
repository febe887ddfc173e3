// docs/guide/testing.md as a reader takes it: every code block is a program of the packed package, and prints what it says after `// →`. Those that need
// a test runner or msw run in test-runners.test.mjs.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { promisify } from 'node:util'
import { programsOf } from '../../support/guide.mjs'
import { consumerFolder } from '../../support/package.mjs'

const run = promisify(execFile)
const programs = (await programsOf('testing')).filter(
  (text) => !/from '(vitest|@jest\/globals|msw)'/.test(text),
)
assert.ok(programs.length > 3)

describe('docs/guide/testing.md', { timeout: 600_000 }, () => {
  for (const [index, program] of programs.entries()) {
    test(`program ${index + 1} prints what it says`, async () => {
      const folder = await consumerFolder()
      const file = join(folder, `guide-testing-${process.pid}-${index}.mjs`)
      await writeFile(file, program)
      const { stdout } = await run(process.execPath, [file], { cwd: folder })
      const printed = Array.from(program.matchAll(/\/\/ → (.*)$/gm), ([, text]) => text)
      assert.deepEqual(stdout.trimEnd().split('\n'), printed)
    })
  }
})
