// A page of docs/guide as a reader takes it: every code block is a program of the packed package, and prints what it says after `// →`.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { promisify } from 'node:util'
import { consumerFolder } from './package.mjs'

const run = promisify(execFile)
/** Makes a test of each program of `docs/guide/<page>.md`. */
export const testPrograms = async (page) => {
  const guide = await readFile(new URL(`../../docs/guide/${page}.md`, import.meta.url), 'utf8')
  const programs = Array.from(guide.matchAll(/^```js\n([\s\S]*?)^```$/gm), ([, program]) => program)
  assert.ok(programs.length > 2)
  describe(`docs/guide/${page}.md`, { timeout: 600_000 }, () => {
    for (const [index, program] of programs.entries()) {
      test(`program ${index + 1} prints what it says`, async () => {
        const folder = await consumerFolder()
        const file = join(folder, `guide-${page}-${process.pid}-${index}.mjs`)
        await writeFile(file, program)
        const { stdout } = await run(process.execPath, [file], { cwd: folder })
        const printed = Array.from(program.matchAll(/\/\/ → (.*)$/gm), ([, text]) => text)
        assert.deepEqual(stdout.trimEnd().split('\n'), printed)
      })
    }
  })
}
