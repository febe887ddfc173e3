// The package's package.json, with the version of Cargo.toml, and the documents that go along.
// What else package.json says is not written here but in pkg-template/package.json.
import { cpSync, existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inRepository, readJson } from '../repository.mjs'

export const documents = ['README.md', 'LICENSE', 'CHANGELOG.md']

export function writeManifestAndDocuments({ version, to }) {
  const manifest = { ...readJson(inRepository('pkg-template', 'package.json')), version }
  writeFileSync(join(to, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  // `npm run check` fails where one is not in the tarball.
  for (const name of documents.filter((name) => existsSync(inRepository(name)))) {
    cpSync(inRepository(name), join(to, name))
  }
}
