// Tells whether a part of the build has to run again, by a hash over the content of what it is made from.
// Not for Rust: cargo knows that itself.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stagingDirectory } from '../repository.mjs'

/** One hash over files and whole directories; a path that does not exist counts as such. */
export function fingerprintOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths) addPath(hash, path)
  return hash.digest('hex')
}

function addPath(hash, path) {
  if (!existsSync(path)) {
    hash.update(`absent ${path}\n`)
  } else if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path).sort()) addPath(hash, join(path, name))
  } else {
    const content = readFileSync(path)
    hash.update(`file ${path} ${content.length}\n`).update(content)
  }
}

const stampOf = (part) => join(stagingDirectory, `${part}.fingerprint`)

export const isUpToDate = (part, fingerprint) =>
  existsSync(stampOf(part)) && readFileSync(stampOf(part), 'utf8') === fingerprint

export function markUpToDate(part, fingerprint) {
  mkdirSync(stagingDirectory, { recursive: true })
  writeFileSync(stampOf(part), fingerprint)
}
