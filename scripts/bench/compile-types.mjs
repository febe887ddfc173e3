// What an app costs its compiler: runs of tsc over an app that uses most of a client, with ours and with the official client in its place, each in a
// process of its own. Prints nothing.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { inRepository, npmProgram } from '../repository.mjs'

const run = promisify(execFile)

/** The app that tests/types compiles with both clients, so that it uses nothing that only one of them has. */
const projects = { 'seam-edge': 'tsconfig.newest.ours.json', official: 'tsconfig.newest.json' }

// The same for both, whatever the projects say: declarations are read, and not checked by themselves, as in most apps.
const options = ['--noEmit', '--skipLibCheck', '--types', 'node', '--extendedDiagnostics']

/** What a client's types cost: seconds of all that tsc does, and bytes that it has in use. */
export async function compileTypes(client) {
  const project = inRepository('tests', 'types', 'apps', projects[client])
  const { stdout } = await run(npmProgram('tsc'), ['--project', project, ...options])
  const numberAfter = (label) => {
    const found = stdout.match(new RegExp(`^${label}:\\s+([\\d.]+)`, 'm'))
    if (!found) throw new Error(`tsc --extendedDiagnostics says nothing of \`${label}\`: ${stdout}`)
    return Number(found[1])
  }
  return {
    time: numberAfter('Total time') * 1000,
    memory: numberAfter('Memory used') * 1000,
    lines: numberAfter('Lines of Definitions'),
  }
}
