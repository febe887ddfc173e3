// The package in bundlers with their default settings: each project of bundlers/table.mjs is installed outside the
// repository, built for production and served, and its development server is started; pages run in Chromium. What
// `import { SeamHttp } from 'seam-edge'` does there is compared with what has to come of it.
import assert from 'node:assert/strict'
import { copyFile, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { record } from '../../scripts/test/support-matrix.mjs'
import { findBrowser, openBrowser } from '../support/browser.mjs'
import { startFakeSeam } from '../support/fake-seam.mjs'
import { installedFolder } from '../support/package.mjs'
import { createRun, outcomeOfPage, outcomeOfRoute, outcomeOfScripts } from './bundlers/outcome.mjs'
import { runProgram, serveFolder, startServer } from './bundlers/processes.mjs'
import { createProject, installBundler, versionOf } from './bundlers/project.mjs'
import { bundlers } from './bundlers/table.mjs'

/** Only these, by name; for who works on one of them. */
const chosen = process.env.SEAM_EDGE_BUNDLERS?.split(',')

let fake
let browser
/** A piece of the text that the module is, from the packed package. */
let moduleText

before(async () => {
  fake = await startFakeSeam()
  if (await findBrowser('chromium')) browser = await openBrowser('chromium')
  const source = await readFile(join(await installedFolder(), 'index.js'), 'utf8')
  moduleText = longestLetters(source).slice(0, 400)
})

after(async () => {
  await browser?.close()
  await fake?.stop()
})

describe('bundlers', { concurrency: 2 }, () => {
  for (const bundler of bundlers.filter(({ name }) => chosen?.includes(name) ?? true)) {
    test(`${bundler.title} ${versionOf(bundler)}`, { timeout: 600_000 }, (context) =>
      testBundler(context, bundler),
    )
  }
})

const testBundler = async (context, bundler) => {
  const entry = { group: 'bundlers', name: bundler.title, version: versionOf(bundler) }
  const installed = await installBundler(bundler).catch((error) => error)
  if (installed instanceof Error) {
    const note = `cannot be installed here: ${installed.message}`
    record({ ...entry, tested: false, note })
    assert.ok(!process.env.CI, note)
    return context.skip(`NOT TESTED, ${note}`)
  }
  for (const build of bundler.builds) {
    await inProject(bundler, installed, async (project) => {
      await context.test(`builds: ${build.name}`, () => testBuild(context, bundler, build, project))
    })
    if (!build.treeShaking) continue
    await inProject(bundler, installed, async (project) => {
      await context.test(`leaves out what is not used: ${build.name}`, () =>
        testTreeShaking(bundler, build, project),
      )
    })
  }
  if (bundler.dev) {
    await inProject(bundler, installed, async (project) => {
      await context.test('development server', () => testServer(bundler, bundler.dev, project, 'dev'))
    })
  }
  const notes = [
    ...(bundler.needs ? [`needs \`${bundler.needs.line}\`: ${bundler.needs.what}`] : []),
    ...(browser ? [] : ['no Chromium here, pages NOT TESTED in a browser: scripts and routes in Node only']),
  ]
  record({ ...entry, tested: true, note: notes.join('; ') || undefined })
}

const inProject = async (bundler, installed, use) => {
  const { folder, remove } = await createProject(bundler, installed)
  try {
    await use(folder)
  } finally {
    await remove()
  }
}

const testBuild = async (context, bundler, build, project) => {
  const said = await runProgram(project, build.command, { env: bundler.env })
  assertNoWarning(said, bundler)
  if (build.server) return await testServer(bundler, build.server, project, build.name)

  const page = build.page ?? 'index.html'
  const run = createRun(fake, `${bundler.name} ${build.name}`)
  assert.ok(
    (await scriptsBelow(join(project, build.output))).includes(moduleText),
    'the module is in the output',
  )
  if (!browser) {
    context.diagnostic(`${build.name}: no Chromium here, run in Node only`)
    return run.assertOutcome(await outcomeOfScripts(project, build.output, page, run.search))
  }
  const server = await serveFolder(join(project, build.output))
  try {
    run.assertOutcome(await outcomeOfPage(browser, `${server.url}${page}${run.search}`))
  } finally {
    await server.stop()
  }
}

const testServer = async (bundler, { command, routes = [], rendered }, project, name) => {
  const server = await startServer(project, command, { env: bundler.env })
  try {
    for (const route of routes) {
      const run = createRun(fake, `${bundler.name} ${name} ${route}`)
      run.assertOutcome(await outcomeOfRoute(`${server.url}${route}${run.search}`))
    }
    if (rendered)
      assert.ok((await (await fetch(server.url)).text()).includes(rendered), 'rendered on the server')
    if (browser) {
      const run = createRun(fake, `${bundler.name} ${name} page`)
      run.assertOutcome(await outcomeOfPage(browser, `${server.url}${run.search}`))
    }
    assertNoWarning(server.output(), bundler)
  } catch (error) {
    error.message += `\nthe server said:\n${server.output()}`
    throw error
  } finally {
    await server.stop()
  }
}

const testTreeShaking = async (bundler, build, project) => {
  await copyFile(join(project, 'src', 'only-guard.js'), join(project, 'src', 'page.js'))
  assertNoWarning(await runProgram(project, build.command, { env: bundler.env }), bundler)
  const scripts = await scriptsBelow(join(project, build.output))
  assert.ok(scripts.includes('seam_'), 'what is used is in the output')
  assert.ok(!scripts.includes(moduleText), 'the module is in the output')
  assert.ok(scripts.length < 2_000, `the output has ${scripts.length} characters: ${scripts.slice(0, 2_000)}`)
}

const assertNoWarning = (said, { ownWarnings = [] }) => {
  const others = ownWarnings.reduce((text, pattern) => text.replace(new RegExp(pattern, 'g'), ''), said)
  assert.doesNotMatch(others, /warn|deprecat|⚠|seam-edge[^\n]*(error|fail|could not|cannot)/i)
}

const scriptsBelow = async (folder) => {
  const names = await readdir(folder, { recursive: true })
  const scripts = names.filter((name) => /\.[cm]?js$/.test(name))
  return (await Promise.all(scripts.map((name) => readFile(join(folder, name), 'utf8')))).join('\n')
}

const longestLetters = (source) =>
  source.match(/[\w!#%&()*+,./:;<=>?@[\]^{|}~-]{400,}/g)?.sort((left, right) => right.length - left.length)[0]
