// What the documents say of the package: names that are there, options that are taken, parts that commands write, and the length of the README.
import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { before, describe, test } from 'node:test'
import { blocksOf, readDocument, runInNode } from '../../support/document-programs.mjs'
import { loadPackage, subpaths } from '../../support/package.mjs'
import { exampleSecret, signedHeaders } from '../../support/webhooks.mjs'

const guide = readdirSync(new URL('../../../docs/guide/', import.meta.url)).map(
  (name) => `docs/guide/${name}`,
)

describe('documents', { timeout: 600_000 }, () => {
  let seamEdge

  before(async () => {
    const all = await Promise.all([undefined, ...subpaths].map(loadPackage))
    seamEdge = Object.assign({}, ...all)
  })

  test('README.md can be read in one sitting', async () => {
    const lines = (await readDocument('README.md')).split('\n').length
    assert.ok(lines >= 150 && lines <= 220, `${lines} lines`)
  })

  test('README.md links to every page of the guide', async () => {
    const readme = await readDocument('README.md')
    assert.deepEqual(
      guide.filter((page) => !readme.includes(`(${page})`)),
      [],
    )
  })

  for (const path of ['README.md', ...guide.filter((page) => !page.endsWith('/rust.md'))]) {
    test(`${path} names nothing that the package does not have`, async () => {
      const text = await readDocument(path)
      for (const [, name, part] of text.matchAll(/`((?:is)?Seam\w+)(?:\.(\w+))?/g)) {
        assert.equal(typeof seamEdge[name], 'function', name)
        if (part !== undefined) assert.equal(typeof seamEdge[name][part], 'function', `${name}.${part}`)
      }
      for (const [, name] of text.matchAll(/`(from[A-Z]\w+)/g)) {
        assert.equal(typeof seamEdge.SeamHttp[name], 'function', name)
      }
    })
  }

  test('the table of options has the options that a client takes', async () => {
    const text = await readDocument('docs/guide/options.md')
    const [, , ...rows] = text.match(/^\| .*/gm)
    const options = rows.flatMap((row) =>
      Array.from(row.split('|')[1].matchAll(/`(\w+)`/g), ([, name]) => name),
    )
    assert.ok(options.length > 8)
    const { SeamHttp } = seamEdge
    // A name that is not known is refused, whatever its value.
    for (const name of options) new SeamHttp({ apiKey: 'seam_key', [name]: undefined })
    assert.throws(() => new SeamHttp({ apiKey: 'seam_key', nameOfTomorrow: undefined }), /nameOfTomorrow/)
  })

  test('the block that receives webhooks does what it is there for', async () => {
    const { code } = blocksOf(await readDocument('docs/guide/webhooks.md')).find(({ code }) =>
      code.includes('function receive('),
    )
    const text = '{"event_id":"e1","event_type":"access_code.set_on_device","code":"482913"}'
    const deliveries = [
      { body: text, headers: signedHeaders(text) },
      { body: `${text} `, headers: signedHeaders(text) },
      { body: '[]', headers: signedHeaders('[]') },
    ]
    const program = `${code}
      for (const { body, headers } of ${JSON.stringify(deliveries)}) {
        const request = new Request('http://worker.test/', { method: 'POST', headers, body })
        console.log((await receive(request)).status)
      }`
    const { stdout } = await runInNode(program, { SEAM_WEBHOOK_SECRET: exampleSecret })
    assert.deepEqual(stdout.trim().split('\n'), ['access_code.set_on_device [redacted]', '204', '400', '202'])
  })

  const written = [
    ['README.md', 'support'],
    ['README.md', 'size-short'],
    ['docs/guide/performance.md', 'size'],
    ['docs/guide/getting-started.md', 'demo'],
  ]
  for (const [path, name] of written) {
    test(`${path} shows the part \`${name}\``, async () => {
      const text = await readDocument(path)
      const [, shown] = text.match(new RegExp(`<!-- ${name}:start -->\\n([\\s\\S]*?)<!-- ${name}:end -->`))
      assert.notEqual(shown.trim(), '')
    })
  }
})
