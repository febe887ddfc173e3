// The check for circles among imports: what it finds, and that it finds nothing else.
import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { circlesIn } from '../../scripts/check/circles.mjs'

const circlesAmong = async (files) => {
  const folder = await mkdtemp(join(tmpdir(), 'seam-edge-circles-'))
  try {
    for (const [file, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, file)), { recursive: true })
      await writeFile(join(folder, file), text)
    }
    return circlesIn(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

test('two files that import each other are a circle, by a type alone and across folders too', async () => {
  const circles = await circlesAmong({
    'a.ts': "import { b } from './in/b.js'\nexport type A = string",
    'in/b.ts': "import type { A } from '../a.js'\nexport const b: A = ''",
    'c.ts': "import './a.js'",
  })
  assert.deepEqual(circles, [['a.ts', join('in', 'b.ts')]])
})

test('a circle of three is found once, over several lines and by re-exports', async () => {
  const circles = await circlesAmong({
    'a.ts': "import {\n  b,\n} from './b.js'\nexport const a = b",
    'b.ts': "export * from './c.js'\nexport const b = 1",
    'c.ts': "export const late = () => import('./a.js')",
  })
  assert.deepEqual(circles, [['a.ts', 'b.ts', 'c.ts']])
})

test('a file that imports itself is a circle', async () => {
  assert.deepEqual(await circlesAmong({ 'a.ts': "export * from './a.js'" }), [['a.ts']])
})

test('two ways to the same file are none, and what is not there is nothing', async () => {
  const circles = await circlesAmong({
    'a.ts': "import './b.js'\nimport './c.js'",
    'b.ts': "import './d.js'",
    'c.ts': "import './d.js'\nimport './glue/core.js'\nimport 'node:fs'",
    'd.ts': '',
  })
  assert.deepEqual(circles, [])
})
