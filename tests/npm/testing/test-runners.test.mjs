// The fake in test runners, as their users have it: Vitest (node, jsdom, happy-dom, and a browser) and Jest (node, jsdom) run runners/ and the test files of
// the guide in a project that has the packed package. The runners come from npm into .tools/, as the bundlers do; where they cannot be had, that is said.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { chromiumArguments, findBrowser } from '../../support/browser-programs.mjs'
import { blocksOf, readDocument } from '../../support/document-programs.mjs'
import { installedFolder } from '../../support/package.mjs'
import { bringTestRunners, packages, tools } from '../../support/test-runners.mjs'

const run = promisify(execFile)
const projects = fileURLToPath(new URL('runners', import.meta.url))

/** How many tests runners/fake.js defines, and runners/msw.js. */
const shared = 4
const ofMsw = 1

const runners = {
  vitest: {
    files: ['vitest.config.js', 'vitest.spec.js', 'vitest-msw.spec.js'],
    program: ['vitest/vitest.mjs', 'run', '--reporter=json'],
    imports: 'vitest',
    environments: 3,
  },
  jest: {
    files: ['jest.config.mjs', 'jest.spec.js'],
    program: ['jest/bin/jest.js', '--json'],
    imports: '@jest/globals',
    environments: 2,
  },
}

/** A project with the packed package, the runners and these files of runners/. */
const createProject = async (files) => {
  const parent = process.env.SEAM_EDGE_CONSUMERS ?? tmpdir()
  const folder = await mkdtemp(join(parent, 'seam-edge-test-runner-'))
  const modules = join(folder, 'node_modules')
  await mkdir(modules)
  for (const name of [...Object.keys(packages), '@jest']) {
    await mkdir(dirname(join(modules, name)), { recursive: true })
    await symlink(join(tools, 'node_modules', name), join(modules, name))
  }
  await cp(await installedFolder(), join(modules, 'seam-edge'), { recursive: true })
  await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }')
  for (const file of ['fake.js', 'msw.js', ...files])
    await cp(join(projects, file), join(folder, basename(file)))
  return folder
}

/** What a runner reports: how many tests passed, and the messages of those that failed. */
const report = async (folder, [entry, ...args], environment = {}) => {
  const program = createRequire(join(tools, 'node_modules', 'x')).resolve(join(tools, 'node_modules', entry))
  const env = { ...process.env, NODE_OPTIONS: '--experimental-vm-modules', CI: '1', ...environment }
  const { stdout } = await run(process.execPath, [program, ...args], { cwd: folder, env }).catch(
    (error) => error,
  )
  const { numPassedTests, testResults } = JSON.parse(stdout.slice(stdout.indexOf('{')))
  const results = testResults.flatMap(({ message, assertionResults }) => [
    ...(assertionResults.length === 0 ? [message] : []),
    ...assertionResults.flatMap(({ failureMessages }) => failureMessages),
  ])
  return { passed: numPassedTests, failures: results }
}

/** The programs of the guide. */
const programs = async () => blocksOf(await readDocument('docs/guide/testing.md')).map(({ code }) => code)

describe('seam-edge/testing in test runners', { timeout: 1_800_000 }, () => {
  let reason

  before(async () => {
    reason = await bringTestRunners()
  })

  for (const [name, { files, program, imports, environments }] of Object.entries(runners)) {
    test(name, async (context) => {
      if (reason !== undefined) return context.skip(`NOT TESTED: ${reason}`)
      const folder = await createProject(files)
      try {
        const guide = (await programs()).filter((text) => text.includes(`from '${imports}'`))
        assert.equal(guide.length, 1)
        await writeFile(join(folder, 'guide.spec.js'), guide[0])
        const { passed, failures } = await report(folder, program)
        assert.deepEqual(failures, [])
        assert.equal(passed, (shared + ofMsw) * environments + guide.length)
      } finally {
        await rm(folder, { recursive: true })
      }
    })
  }

  test('vitest in a browser', async (context) => {
    if (reason !== undefined) return context.skip(`NOT TESTED: ${reason}`)
    const chromium = await findBrowser('chromium')
    if (chromium === undefined) return context.skip('NOT TESTED: there is no Chromium on this machine')
    const folder = await createProject(['vitest.browser.config.js', 'vitest.spec.js'])
    try {
      const config = ['vitest/vitest.mjs', 'run', '--reporter=json', '--config=vitest.browser.config.js']
      const { passed, failures } = await report(folder, config, {
        CHROMIUM: chromium.program,
        CHROMIUM_ARGUMENTS: JSON.stringify(chromiumArguments),
      })
      assert.deepEqual(failures, [])
      assert.equal(passed, shared)
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  test('msw, as the guide has it', async (context) => {
    if (reason !== undefined) return context.skip(`NOT TESTED: ${reason}`)
    const [program, ...others] = (await programs()).filter((text) => text.includes("from 'msw'"))
    assert.deepEqual(others, [])
    const folder = await createProject([])
    try {
      await writeFile(join(folder, 'guide.mjs'), program)
      const { stdout } = await run(process.execPath, ['guide.mjs'], { cwd: folder })
      assert.equal(stdout.trim(), /\/\/ → (.*)$/m.exec(program)[1])
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})
