// The README as a reader takes it: every code block runs on the packed tarball against the fake of seam-edge/testing, and prints what the README says
// after `// →`; every name of the package that it mentions is there.
//
// A block that begins with an import of the package starts anew, any other follows the last one that does. Nothing is replaced but `placeholders`; API
// key and endpoint come from the environment. A block that exports a worker runs inside workerd.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { after, before, beforeEach, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { build, transform } from 'esbuild'
import { Miniflare, Response } from 'miniflare'
import { startOwnFake } from '../../support/own-fake.mjs'
import { consumerFolder, loadPackage, subpaths } from '../../support/package.mjs'
import { startRecordingProxy } from '../../support/recording-proxy.mjs'
import { exampleSecret, signedHeaders } from '../../support/webhooks.mjs'

const run = promisify(execFile)
const readme = await readFile(new URL('../../../README.md', import.meta.url), 'utf8')

/** The user of the programs, who may see all devices. */
const userIdentifierKey = 'a-user-identifier-key'

/** What a reader puts in place of these strings. */
const placeholders = ({ publishableKey }) => ({
  'your-publishable-key': publishableKey,
  'your-user-identifier-key': userIdentifierKey,
})

const startsAnew = (code) => /^import \{[^}]*\} from 'seam-edge(?:\/\w+)?'$/m.exec(code)?.index === 0

const blocks = []
for (const { 1: language, 2: code, index } of readme.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)) {
  const line = readme.slice(0, index).split('\n').length
  blocks.push({ line, language, code, before: startsAnew(code) ? '' : programOf(blocks.findLast(isStart)) })
}

function isStart({ code }) {
  return startsAnew(code)
}

function programOf(block) {
  return block === undefined ? '' : `${block.before}\n${block.code}`
}

const importsOthers = (source) => /^import .* from ["'](?!seam-edge|node:)/m.test(source)

const printedBy = (program) => Array.from(program.matchAll(/\/\/ → (.*)$/gm), ([, text]) => text)

describe('README', { timeout: 600_000 }, () => {
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
    for (const path of ['/access_codes/get', '/events/list']) {
      proxy.fault(path, { transform: moveOn }, Number.POSITIVE_INFINITY)
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

  const runInNode = async (program) => {
    const environment = {
      PATH: process.env.PATH,
      SEAM_API_KEY: fake.apiKey,
      SEAM_ENDPOINT: proxy.url,
      SEAM_WEBHOOK_SECRET: exampleSecret,
    }
    const { code: source } = await transform(filledIn(program), {
      loader: 'ts',
      format: 'esm',
      // What is imported and not there has to fail, even where nothing comes to use it.
      tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
    })
    const text = importsOthers(source) ? await withOthers(source) : source
    return await run(process.execPath, ['--input-type=module', '--eval', text], {
      cwd: await consumerFolder(),
      env: environment,
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
      nodePaths: [fileURLToPath(new URL('../../../node_modules', import.meta.url))],
      write: false,
    })
    return outputFiles[0].text
  }

  const runInWorkerd = async (program, body) => {
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
      bindings: { SEAM_API_KEY: fake.apiKey },
      modules: [moduleOf('.js', 'ESModule'), moduleOf('.wasm', 'CompiledWasm')],
      // The worker has no endpoint to set, so whatever it fetches is the fake's.
      outboundService: async (request) => {
        const { pathname } = new URL(request.url)
        const answer = await fetch(`${own.url}${pathname}`, {
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

  const isWorker = ({ code }) => /^export default /m.test(code)
  const isProgram = ({ language }) => ['js', 'ts'].includes(language)

  test('has code of no other language than js and ts', () => {
    assert.deepEqual([...new Set(blocks.map(({ language }) => language))].sort(), ['', 'js', 'ts'])
    assert.ok(blocks.filter(isProgram).length >= 8)
  })

  for (const block of blocks.filter((block) => isProgram(block) && !isWorker(block))) {
    test(`the block in line ${block.line} runs and prints what it says`, async () => {
      const program = programOf(block)
      const { stdout, stderr } = await runInNode(program)
      assert.deepEqual(stdout.split('\n').slice(0, -1), printedBy(program))
      assert.equal(stderr, '')
    })
  }

  test('the block that receives webhooks does what it is there for', async () => {
    const { code } = blocks.find(({ code }) => code.includes('function receive('))
    const text = '{"event_id":"e1","event_type":"access_code.set_on_device","code":"482913"}'
    const deliveries = [
      { body: text, headers: signedHeaders(text) },
      { body: `${text} `, headers: signedHeaders(text) },
      { body: '[]', headers: signedHeaders('[]') },
    ]
    const { stdout } = await runInNode(`${code}
      for (const { body, headers } of ${JSON.stringify(deliveries)}) {
        const request = new Request('http://worker.test/', { method: 'POST', headers, body })
        console.log((await receive(request)).status)
      }`)
    assert.deepEqual(stdout.trim().split('\n'), ['access_code.set_on_device [redacted]', '204', '400', '202'])
  })

  for (const block of blocks.filter(isWorker)) {
    test(`the worker in line ${block.line} creates a code`, async () => {
      const device_id = fake.locks[0].deviceId
      const { status, body } = await runInWorkerd(block.code, { device_id })
      assert.equal(status, 200, body)
      const [created] = await owner.accessCodes.list({ device_id })
      assert.deepEqual(JSON.parse(body), { id: created.access_code_id })
    })
  }

  test('names nothing that the package does not have', async () => {
    const all = await Promise.all([undefined, ...subpaths].map(loadPackage))
    const seamEdge = Object.assign({}, ...all)
    const names = Array.from(readme.matchAll(/`((?:is)?Seam\w+)(?:\.(\w+))?/g), ([, name, part]) => [
      name,
      part,
    ])
    assert.ok(names.length > 20)
    for (const [name, part] of names) {
      assert.equal(typeof seamEdge[name], 'function', name)
      if (part !== undefined) assert.equal(typeof seamEdge[name][part], 'function', `${name}.${part}`)
    }
    for (const [, name] of readme.matchAll(/`(from[A-Z]\w+)/g)) {
      assert.equal(typeof seamEdge.SeamHttp[name], 'function', name)
    }
  })

  test('has in its table the options that a client takes', async () => {
    const { SeamHttp } = await loadPackage()
    const [, section] = readme.split('\n## Options\n')
    const [, ...rows] = section.split('\n## ', 1)[0].match(/^\| .*/gm)
    const options = rows.flatMap((row) =>
      Array.from(row.split('|')[1].matchAll(/`(\w+)`/g), ([, name]) => name),
    )
    assert.ok(options.length > 8)
    // A name that is not known is refused, whatever its value.
    for (const name of options) new SeamHttp({ apiKey: 'seam_key', [name]: undefined })
    assert.throws(() => new SeamHttp({ apiKey: 'seam_key', nameOfTomorrow: undefined }), /nameOfTomorrow/)
  })

  test('shows the demo and the sizes', () => {
    for (const name of ['demo', 'size']) {
      const [, shown] = readme.match(new RegExp(`<!-- ${name}:start -->\\n([\\s\\S]*?)<!-- ${name}:end -->`))
      assert.notEqual(shown.trim(), '', name)
    }
  })
})
