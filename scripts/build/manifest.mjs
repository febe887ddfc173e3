// The package's package.json, with the version of Cargo.toml, and the documents that go along.
// What else package.json says is not written here but in pkg-template/package.json.
import { cpSync, existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inRepository, readJson } from '../repository.mjs'
import { llmsText } from './llms-text.mjs'

const folderOf = (path) => {
  const directory = inRepository(path)
  return existsSync(directory) ? readdirSync(directory).map((name) => `${path}/${name}`) : []
}

/** What users read, in the places where it links itself: npm shows no repository. tests/npm/package/links.test.mjs follows the links. */
export const documents = [
  'README.md',
  'LICENSE',
  'CHANGELOG.md',
  'docs/differences.md',
  'docs/lock-rules.md',
  'docs/migrating.md',
  ...folderOf('docs/guide'),
  ...folderOf('examples/cloudflare-worker'),
]

export function writeManifestAndDocuments({ version, to }) {
  const manifest = { ...readJson(inRepository('pkg-template', 'package.json')), version }
  writeFileSync(join(to, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  // `npm run check` fails where one is not in the tarball.
  for (const name of documents.filter((name) => existsSync(inRepository(name)))) {
    cpSync(inRepository(name), join(to, name))
  }
  writeFileSync(join(to, 'llms.txt'), llmsText())
}
