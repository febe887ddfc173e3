// The package in bundlers with their default settings: each project of bundlers/table.mjs is installed outside the
// repository, built for production and served, and its development server is started; pages run in every browser of
// this machine. What
// `import { SeamHttp } from 'seam-edge'` does there is compared with what has to come of it.
import assert from 'node:assert/strict'
import { copyFile, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { bringNodes } from '../../scripts/test/other-nodes.mjs'
import { record } from '../../scripts/test/support-matrix.mjs'
import { browserNames, findBrowser, openBrowser } from '../support/browser.mjs'
import { closeAll } from '../support/close-all.mjs'
import { startFakeSeam } from '../support/fake-seam.mjs'
import { installedFolder } from '../support/package.mjs'
import { serveSite } from '../support/web-server.mjs'
import { assertOutcomeOfPage, createRun, outcomeOfRoute, outcomeOfScripts } from './outcome.mjs'
import { runProgram, startServer } from './processes.mjs'
import { createProject, installBundler, versionOf } from './project.mjs'
import { bundlers } from './table.mjs'

/** Only these, by name; for who works on one of them. */
const chosen = process.env.SEAM_EDGE_BUNDLERS?.split(',')
for (const name of chosen ?? []) {
  assert.ok(
    bundlers.some((bundler) => bundler.name === name),
    `SEAM_EDGE_BUNDLERS: no bundler \`${name}\``,
  )
}

let fake
/** Those of this machine, open. */
const browsers = []
/** A piece of the text that the module is, from the packed package. */
let moduleText

before(async () => {
  fake = await startFakeSeam()
  for (const name of browserNames) if (await findBrowser(name)) browsers.push(await openBrowser(name))
  const source = await readFile(join(await installedFolder(), 'load-core.js'), 'utf8')
  moduleText = longestLetters(source).slice(0, 400)
})

after(() => closeAll([fake?.stop, ...browsers.map(({ close }) => close)]))

describe('bundlers', { concurrency: 2 }, () => {
  for (const bundler of bundlers.filter(({ name }) => chosen?.includes(name) ?? true)) {
    test(`${bundler.title} ${versionOf(bundler)}`, { timeout: 600_000 }, (context) =>
      testBundler(context, bundler),
    )
  }
})

const testBundler = async (context, bundler) => {
  const entry = { group: 'bundlers', name: bundler.title, version: versionOf(bundler) }
  const { installed, node, reason } = await bring(bundler)
  if (reason) {
    record({ ...entry, tested: false, note: reason })
    assert.ok(!process.env.CI, reason)
    return context.skip(`NOT TESTED: ${reason}`)
  }
  const options = { env: bundler.env, node }
  const failed = new Set()
  const inProject = async (name, check) => {
    await context.test(name, async () => {
      // Taken out where it passes, so that what never came to its end counts as failed.
      failed.add(name)
      const { folder, remove } = await createProject(bundler, installed)
      try {
        await check(folder)
        failed.delete(name)
      } finally {
        await remove()
      }
    })
  }
  for (const build of bundler.builds) {
    await inProject(`builds: ${build.name}`, (project) => testBuild(bundler, build, project, options))
    if (build.treeShaking) {
      await inProject(`leaves out what is not used: ${build.name}`, (project) =>
        testTreeShaking(bundler, build, project, options),
      )
    }
  }
  if (bundler.needs) {
    const { what, line, without, says } = bundler.needs
    await inProject(`${what}, so it needs \`${line}\``, async (project) =>
      assert.match(await runProgram(project, without, options), says),
    )
  }
  if (bundler.dev && (browsers.length > 0 || bundler.dev.routes)) {
    await inProject('development server', (project) =>
      testServer(bundler, bundler.dev, project, 'dev', options),
    )
  } else if (bundler.dev) {
    await context.test('development server', { skip: 'NOT TESTED: no browser here' })
  }
  const notes = [
    ...(failed.size > 0 ? [`FAILED: ${[...failed].join(', ')}`] : []),
    ...(bundler.needs ? [`needs \`${bundler.needs.line}\`: ${bundler.needs.what}`] : []),
    ...(node ? [`in Node ${bundler.node}`] : []),
    ...(browsers.length > 0
      ? []
      : ['no browser here, pages NOT TESTED in a browser: scripts and routes in Node only']),
  ]
  record({ ...entry, tested: failed.size === 0, note: notes.join('; ') || undefined })
}

/** What is needed to run the bundler, or the `reason` why it cannot be had. */
const bring = async (bundler) => {
  let node
  if (bundler.node) {
    const { program, reason } = (await bringNodes()).find(({ version }) =>
      version.startsWith(`${bundler.node}.`),
    )
    if (!program) return { reason: `Node ${bundler.node}: ${reason}` }
    node = program
  }
  try {
    return { node, installed: await installBundler(bundler) }
  } catch (error) {
    return { reason: `cannot be installed here: ${error.message}` }
  }
}

const testBuild = async (bundler, build, project, options) => {
  assertNoWarning(await runProgram(project, build.command, options), bundler)
  if (build.wasmFile) {
    const names = await readdir(join(project, build.wasmFile), { recursive: true })
    assert.ok(
      names.some((name) => name.endsWith('.wasm')),
      'the module is a file of the output',
    )
  }
  if (build.server) return await testServer(bundler, build.server, project, build.name, options)

  const page = build.page ?? 'index.html'
  assert.ok(
    (await scriptsBelow(join(project, build.output))).includes(moduleText),
    'the module is in the output',
  )
  if (browsers.length === 0) {
    const run = createRun(fake, `${bundler.name} ${build.name}`)
    return run.assertOutcome(await outcomeOfScripts(project, build.output, page, run.search))
  }
  // As a plain host does: what a bundler writes as UTF-8 has to say so itself.
  const server = await serveSite({ folders: { '/': join(project, build.output) }, charset: '' })
  try {
    await inEveryBrowser(`${bundler.name} ${build.name}`, `${server.url}/${page}`, { mayReload: false })
  } finally {
    await server.stop()
  }
}

const inEveryBrowser = async (name, address, { mayReload }) => {
  for (const browser of browsers) {
    const startRun = () => createRun(fake, `${name} ${browser.name}`)
    await assertOutcomeOfPage(browser, address, startRun, { mayReload })
  }
}

const testServer = async (bundler, { command, routes = [], rendered }, project, name, options) => {
  const server = await startServer(project, command, options)
  try {
    for (const route of routes) {
      const run = createRun(fake, `${bundler.name} ${name} ${route}`)
      run.assertOutcome(await outcomeOfRoute(`${server.url}${route}${run.search}`))
    }
    if (rendered)
      assert.ok((await (await fetch(server.url)).text()).includes(rendered), 'rendered on the server')
    await inEveryBrowser(`${bundler.name} ${name}`, server.url, { mayReload: name === 'dev' })
    assertNoWarning(server.output(), bundler)
  } catch (error) {
    error.message += `\nthe server said:\n${server.output()}`
    throw error
  } finally {
    await server.stop()
  }
}

const testTreeShaking = async (bundler, build, project, options) => {
  await copyFile(join(project, 'src', 'only-guard.js'), join(project, 'src', 'page.js'))
  assertNoWarning(await runProgram(project, build.command, options), bundler)
  const scripts = await scriptsBelow(join(project, build.output))
  assert.ok(scripts.includes('seam_'), 'what is used is in the output')
  assert.ok(!scripts.includes(moduleText), 'the module is in the output')
  assert.ok(scripts.length < 2_000, `the output has ${scripts.length} characters: ${scripts.slice(0, 2_000)}`)
}

const assertNoWarning = (said, { ownWarnings = [] }) => {
  const others = ownWarnings.reduce((text, pattern) => text.replace(pattern, ''), said)
  assert.doesNotMatch(others, /warn|deprecat|⚠|\(!\)|seam-edge[^\n]*(error|fail|could not|cannot)/i)
}

const scriptsBelow = async (folder) => {
  const names = await readdir(folder, { recursive: true })
  const scripts = names.filter((name) => /\.[cm]?js$/.test(name))
  return (await Promise.all(scripts.map((name) => readFile(join(folder, name), 'utf8')))).join('\n')
}

const longestLetters = (source) =>
  source.match(/[\w!#%&()*+,./:;<=>?@[\]^{|}~-]{400,}/g)?.sort((left, right) => right.length - left.length)[0]
