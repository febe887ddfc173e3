// The code blocks of a document, as a reader takes them: programs of the packed package, which print what the document says after `// →`.
//
// A block that begins with an import of the package starts anew, any other follows the last one that does. Nothing is replaced but `placeholders`; API
// key, endpoint and the secret of webhooks come from the environment. A block that exports a worker runs inside workerd.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { after, before, beforeEach, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { build, transform } from 'esbuild'
import { Miniflare, Response } from 'miniflare'
import { startOwnFake } from './own-fake.mjs'
import { consumerFolder, loadPackage } from './package.mjs'
import { startRecordingProxy } from './recording-proxy.mjs'
import { exampleSecret } from './webhooks.mjs'

const run = promisify(execFile)

/** The user of the programs, who may see all devices. */
const userIdentifierKey = 'a-user-identifier-key'

/** What a reader puts in place of these strings. */
const placeholders = ({ publishableKey }) => ({
  'your-publishable-key': publishableKey,
  'your-user-identifier-key': userIdentifierKey,
})

export const readDocument = (path) => readFile(new URL(`../../${path}`, import.meta.url), 'utf8')

const startsAnew = (code) =>
  /^import (?:type )?(?:\{[^}]*\}|\* as \w+) from 'seam-edge(?:\/\w+)?'$/m.exec(code)?.index === 0

const isProgram = ({ language }) => ['js', 'ts'].includes(language)

const isWorker = ({ code }) => /^export default /m.test(code)

/** Programs that need a test runner or msw, which the tests of `seam-edge/testing` run. */
const needsTestRunner = ({ code }) => /from '(vitest|@jest\/globals|msw)'/.test(code)

/**
 * @param {string} text a document in Markdown
 * @returns {Array<{ line: number, language: string, code: string, before: string }>} its code blocks; `before` is the code that a block follows
 */
export const blocksOf = (text) => {
  const blocks = []
  const programOf = (block) => (block === undefined ? '' : `${block.before}\n${block.code}`)
  for (const { 1: language, 2: code, index } of text.matchAll(/^```([\w,-]*)\n([\s\S]*?)^```$/gm)) {
    const line = text.slice(0, index).split('\n').length
    const last = startsAnew(code) ? undefined : blocks.findLast((block) => startsAnew(block.code))
    blocks.push({ line, language, code, before: programOf(last) })
  }
  return blocks
}

const importsOthers = (source) => /^import .* from ["'](?!seam-edge|node:)/m.test(source)

const printedBy = (program) => Array.from(program.matchAll(/\/\/ → (.*)$/gm), ([, text]) => text)

/** Runs a program in Node, in a folder where the packed package is installed. */
export const runInNode = async (program, environment) => {
  const { code: source } = await transform(program, {
    loader: 'ts',
    format: 'esm',
    // What is imported and not there has to fail, even where nothing comes to use it.
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
  })
  const text = importsOthers(source) ? await withOthers(source) : source
  return await run(process.execPath, ['--input-type=module', '--eval', text], {
    cwd: await consumerFolder(),
    env: { PATH: process.env.PATH, ...environment },
  })
}

// Where only the package is installed, other packages travel inside the program.
const withOthers = async (source) => {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: await consumerFolder() },
    bundle: true,
    format: 'esm',
    platform: 'node',
    external: ['seam-edge'],
    nodePaths: [fileURLToPath(new URL('../../node_modules', import.meta.url))],
    write: false,
  })
  return outputFiles[0].text
}

const runInWorkerd = async (program, { apiKey, url, body }) => {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: await consumerFolder() },
    bundle: true,
    format: 'esm',
    conditions: ['workerd'],
    // The module stays a file that the bundle imports, as workerd wants it.
    loader: { '.wasm': 'copy' },
    outdir: '.',
    write: false,
  })
  const moduleOf = (ending, type) => {
    const { path, contents } = outputFiles.find(({ path }) => path.endsWith(ending))
    return { type, path: basename(path), contents }
  }
  const miniflare = new Miniflare({
    compatibilityDate: '2025-01-01',
    bindings: { SEAM_API_KEY: apiKey },
    modules: [moduleOf('.js', 'ESModule'), moduleOf('.wasm', 'CompiledWasm')],
    // The worker has no endpoint to set, so whatever it fetches is the fake's.
    outboundService: async (request) => {
      const { pathname } = new URL(request.url)
      const answer = await fetch(`${url}${pathname}`, {
        method: request.method,
        headers: Object.fromEntries(request.headers),
        body: await request.text(),
      })
      return new Response(await answer.text(), { status: answer.status, headers: [...answer.headers] })
    },
  })
  try {
    const response = await miniflare.dispatchFetch('http://worker.test/', {
      method: 'POST',
      body: JSON.stringify(body),
    })
    return { status: response.status, body: await response.text() }
  } finally {
    await miniflare.dispose()
  }
}

/** Makes a test of each program of a document, against the fake of seam-edge/testing behind HTTP. `path` is relative to the repository. */
export const testPrograms = async (path) => {
  const blocks = blocksOf(await readDocument(path)).filter(isProgram)
  const programs = blocks.filter((block) => !needsTestRunner(block))
  if (programs.length === 0) return
  describe(path, { timeout: 600_000 }, () => {
    let own
    let fake
    let proxy
    let owner

    before(async () => {
      const { SeamHttp } = await loadPackage()
      own = await startOwnFake({ devices: [{}, {}, { brand: 'schlage' }, { brand: 'nuki' }] })
      fake = own.fake
      owner = new SeamHttp({ apiKey: fake.apiKey, fetch: fake.fetch })
      proxy = await startRecordingProxy(own.url)
      // What a program polls has moved on by its next poll, and not before.
      const moveOn = (body) => {
        fake.advance(10_000)
        return body
      }
      for (const polled of ['/access_codes/get', '/events/list']) {
        proxy.fault(polled, { transform: moveOn }, Number.POSITIVE_INFINITY)
      }
    })
    after(async () => {
      await proxy.stop()
      await own.stop()
    })
    beforeEach(async () => {
      await owner.workspaces.resetSandbox({}, { waitForActionAttempt: false })
      fake.advance(10_000)
      const accounts = await owner.connectedAccounts.list()
      await owner.clientSessions.create({
        user_identifier_key: userIdentifierKey,
        connected_account_ids: accounts.map(({ connected_account_id }) => connected_account_id),
      })
    })

    const filledIn = (program) =>
      Object.entries(placeholders(fake)).reduce(
        (text, [placeholder, value]) => text.replaceAll(placeholder, value),
        program,
      )

    for (const block of programs.filter((block) => !isWorker(block))) {
      test(`the block in line ${block.line} runs and prints what it says`, async () => {
        const program = `${block.before}\n${block.code}`
        const { stdout, stderr } = await runInNode(filledIn(program), {
          SEAM_API_KEY: fake.apiKey,
          SEAM_ENDPOINT: proxy.url,
          SEAM_WEBHOOK_SECRET: exampleSecret,
        })
        assert.deepEqual(stdout.split('\n').slice(0, -1), printedBy(program))
        assert.equal(stderr, '')
      })
    }

    for (const block of programs.filter(isWorker)) {
      test(`the worker in line ${block.line} creates a code`, async () => {
        const device_id = fake.locks[0].deviceId
        const body = { device_id }
        const answer = await runInWorkerd(block.code, { apiKey: fake.apiKey, url: own.url, body })
        assert.equal(answer.status, 200, answer.body)
        const [created] = await owner.accessCodes.list({ device_id })
        assert.deepEqual(JSON.parse(answer.body), { id: created.access_code_id })
      })
    }
  })
}
