// The documents in the package lead nowhere that is not there: every relative link of theirs names a file of the package, and every anchor a
// heading of that file.
import assert from 'node:assert/strict'
import { readdir, readFile, stat } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { describe, test } from 'node:test'
import { installedFolder } from '../../support/package.mjs'

const folder = await installedFolder()
const names = (await readdir(folder, { recursive: true })).filter((name) => /\.md$|^llms\.txt$/.test(name))

/** A document without its code, in which brackets mean something else. */
const proseOf = async (path) =>
  (await readFile(path, 'utf8'))
    .replace(/^```[\s\S]*?^```$/gm, '')
    .replace(/`[^`\n]*`/g, (code) => code.replace(/[[\]()]/g, ''))

const linksIn = (text) => Array.from(text.matchAll(/\]\(([^)\s]+)\)/g), ([, target]) => target)

/** The anchors of a document, as GitHub and npm make them of its headings. */
const anchorsIn = (text) => {
  const seen = new Map()
  return Array.from(text.matchAll(/^#+ (.+)$/gm), ([, heading]) => {
    const words = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase()
    const anchor = words.replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/\s/g, '-')
    const count = seen.get(anchor) ?? 0
    seen.set(anchor, count + 1)
    return count === 0 ? anchor : `${anchor}-${count}`
  })
}

describe('links', { timeout: 60_000 }, () => {
  test('are looked at in every document', () => {
    assert.deepEqual(
      [
        'CHANGELOG.md',
        'README.md',
        'llms.txt',
        'docs/differences.md',
        'docs/lock-rules.md',
        'docs/migrating.md',
      ].filter((name) => !names.includes(name)),
      [],
    )
  })

  for (const name of names) {
    test(`of ${name} lead to what is there`, async () => {
      const from = join(folder, name)
      for (const link of linksIn(await proseOf(from))) {
        if (/^[a-z]+:/.test(link)) {
          assert.ok(link.startsWith('https://'), link)
          continue
        }
        const [path, anchor] = link.split('#')
        const to = path === '' ? from : join(dirname(from), path)
        assert.ok(!relative(folder, to).startsWith('..'), `${link} leads out of the package`)
        assert.ok(await stat(to).catch(() => undefined), `${link}: no such file in the package`)
        if (anchor === undefined) continue
        assert.ok(anchorsIn(await proseOf(to)).includes(anchor), `${link}: no such heading`)
      }
    })
  }
})
