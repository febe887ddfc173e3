// Vitest, Jest, msw and what they run in, for tests. They come from npm into .tools/, as the bundlers do.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installInto } from '../../scripts/test/npm-folder.mjs'

/** The folder whose node_modules has them. */
export const tools = fileURLToPath(new URL('../../.tools/test-runners', import.meta.url))

/** The last versions that run on Node 20. */
export const packages = {
  '@vitest/browser-playwright': '4.1.12',
  'happy-dom': '21.0.4',
  jest: '30.5.2',
  'jest-environment-jsdom': '30.5.2',
  'jest-fixed-jsdom': '0.0.11',
  jsdom: '26.1.0',
  msw: '2.9.0',
  playwright: '1.65.1',
  vitest: '4.1.12',
}

/** Brings the runners; why they cannot be had, where that is so. */
export const bringTestRunners = async () => {
  try {
    const { dependencies } = JSON.parse(await readFile(join(tools, 'package.json'), 'utf8'))
    assert.deepEqual(dependencies, packages)
    return undefined
  } catch {
    return await installInto(
      tools,
      Object.entries(packages).map(([name, version]) => `${name}@${version}`),
    )
  }
}
