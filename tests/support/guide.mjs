// A page of docs/guide as a reader takes it: its code blocks are programs of the packed package, which print what they say after `// →`.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { promisify } from 'node:util'
import { consumerFolder } from './package.mjs'

const run = promisify(execFile)

/**
 * @param {string} page the name of the page, as `testing`
 * @returns {Promise<string[]>} its code blocks in JavaScript
 */
export const programsOf = async (page) => {
  const text = await readFile(new URL(`../../docs/guide/${page}.md`, import.meta.url), 'utf8')
  return Array.from(text.matchAll(/^```js\n([\s\S]*?)^```$/gm), ([, program]) => program)
}

/** Makes a test of each program of `docs/guide/<page>.md` that Node runs by itself. */
export const testPrograms = async (page, runsAlone = (_program) => true) => {
  const programs = (await programsOf(page)).filter(runsAlone)
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
