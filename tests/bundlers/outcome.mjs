// Gets the outcome of the main job out of what a bundler made (a page in every browser, its scripts in Node where there is
// none, a route of a server) and says what it has to be.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { patience } from '../support/browser.mjs'
import { runProgram } from './processes.mjs'

/**
 * One run of app/main-job.js against the fake: `search` of an address with its settings, and the assertion on its outcome.
 * A lock has each PIN once, so every run has its own, and its own name.
 */
export const createRun = (fake, purpose) => {
  runs += 1
  const name = `${purpose} ${runs}`
  const pin = String(482_000 + runs)
  const settings = {
    endpoint: fake.url,
    publishableKey: fake.seed.seam_pk1_token,
    userIdentifierKey: fake.seed.john_user_identifier_key,
    name,
    pin,
  }
  return {
    search: `?${new URLSearchParams(settings)}`,
    assertOutcome: (outcome) => assertOutcome(outcome, fake, name, pin),
  }
}

let runs = 0

/** The right outcome, and that the fake has the code which it tells of: nothing of this can come from anywhere else. */
const assertOutcome = (outcome, fake, name, pin) => {
  assert.equal(outcome?.failed, undefined, `${outcome?.failed}\ncause: ${outcome?.cause}`)
  const codes = fake.database.access_codes.filter((code) => [name, `${name} refused`].includes(code.name))
  assert.deepEqual(
    codes.map((code) => [code.name, code.code]),
    [[name, pin]],
    'the fake has the one code, and never saw the one that is refused',
  )
  assert.deepEqual(outcome, {
    access_code_id: codes[0].access_code_id,
    code: pin,
    type: 'ongoing',
    status: 'setting',
    refused: { name: 'SeamValidationError', isOurs: true, paths: ['code'] },
    unknown: { name: 'SeamHttpApiError', isOurs: true, statusCode: 404 },
    subpaths: {
      rules: ['too_short'],
      status: { name: 'SeamAccessCodeTimeoutError', phase: 'setting' },
      schemas: 1,
      events: true,
      webhooks: 'missing_headers',
    },
  })
}

/**
 * Does the job of a run in a page and asserts its outcome. A development server loads a page anew when it has looked through
 * its dependencies (`mayReload`), and a job that was done by half would meet its own code: such a page is opened again, for
 * another run.
 * @param {() => ReturnType<typeof createRun>} startRun
 */
export const assertOutcomeOfPage = async (browser, address, startRun, { mayReload }) => {
  const deadline = Date.now() + patience
  for (;;) {
    const run = startRun()
    const { outcome, loads, errors } = await openForOutcome(browser, `${address}${run.search}`, deadline)
    if (mayReload && loads > 1 && Date.now() < deadline) continue
    assert.deepEqual(errors, [], 'uncaught in the page')
    assert.equal(loads, 1, `${address} was loaded anew, ${loads - 1} times`)
    return run.assertOutcome(outcome)
  }
}

const openForOutcome = async (browser, url, deadline) => {
  const page = await browser.openPage(url, { onEveryLoad: countLoad })
  try {
    while (Date.now() < deadline) {
      const { outcome, loads } = await readOutcome(page)
      if (outcome !== undefined || loads > 1) return { outcome, loads, errors: page.errors }
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    throw new Error(`no outcome in ${url}\nuncaught: ${page.errors.join('\n') || 'nothing'}`)
  } finally {
    await page.close()
  }
}

const countLoad = () => {
  // `about:blank`, where a tab begins, has no storage.
  if (location.protocol === 'http:') sessionStorage.loads = Number(sessionStorage.loads ?? 0) + 1
}

const readOutcome = async (page) => {
  try {
    return await page.run(() => ({ outcome: globalThis.outcome, loads: Number(sessionStorage.loads) }))
  } catch (error) {
    // What is asked while the page is loaded anew.
    if (/context|navigation|detached/i.test(error.message)) return {}
    throw error
  }
}

export const outcomeOfRoute = async (url) => {
  const response = await fetch(url)
  const text = await response.text()
  assert.equal(response.status, 200, text)
  return JSON.parse(text)
}

/**
 * What the scripts of a page leave at the global object of Node, with as much of a page as bundlers' own code asks for.
 * Says less than a browser: for machines without one.
 */
export const outcomeOfScripts = async (project, output, page, search) => {
  const html = await readFile(join(project, output, page), 'utf8')
  const [, source] = html.match(/<script[^>]*\ssrc="?([^"\s>]+)/) ?? []
  assert.ok(source, `no script in ${html}`)
  const program = `
    globalThis.location = new URL(${JSON.stringify(`http://localhost/${search}`)})
    globalThis.window = globalThis.self = globalThis
    globalThis.document = { createElement: () => ({ relList: { supports: () => true } }), currentScript: { tagName: 'SCRIPT', src: location.href } }
    await import(${JSON.stringify(`./${join(output, source)}`)})
    while (globalThis.outcome === undefined) await new Promise((resolve) => setTimeout(resolve, 50))
    console.log(JSON.stringify(globalThis.outcome))`
  const said = await runProgram(project, ['node', '--input-type=module', '--eval', program], { seconds: 30 })
  return JSON.parse(said.trim().split('\n').at(-1))
}
