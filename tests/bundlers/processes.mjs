// Runs the bundlers' programs in a project: to their end, or as servers until the test ends.
import { once } from 'node:events'
import { createServer } from 'node:http'
import { delimiter, dirname, isAbsolute, join } from 'node:path'
import { startGroup } from '../../scripts/process-group.mjs'
import { ownEnvironment } from './project.mjs'

/**
 * @typedef {object} Options
 * @property {Record<string, string>} [env]
 * @property {string} [node] the program to run it with, this process' own by default
 * @property {number} [seconds] until it has to have ended, or to serve
 */

const start = (folder, [name, ...parameters], { env, node = process.execPath }) => {
  const installed = isAbsolute(name) ? name : join(folder, 'node_modules', '.bin', name)
  const program = name === 'node' ? node : installed
  const { child, signal } = startGroup(program, parameters, {
    cwd: folder,
    env: ownEnvironment({ ...env, PATH: [dirname(node), process.env.PATH].join(delimiter) }),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = []
  child.stdout.on('data', (chunk) => said.push(chunk))
  child.stderr.on('data', (chunk) => said.push(chunk))
  const ended = new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: error.code }))
    child.on('close', (code, endedBy) => resolve({ code: code ?? endedBy }))
  })
  const end = async () => {
    signal('SIGKILL')
    await ended
  }
  return { ended, end, output: () => Buffer.concat(said).toString('utf8') }
}

/** Runs a program that has to succeed; answers what it printed. @param {Options} [options] */
export const runProgram = async (folder, command, { seconds = 180, ...options } = {}) => {
  const program = start(folder, command, options)
  let late = ''
  const timer = setTimeout(() => {
    late = `, which was not at its end after ${seconds} s`
    program.end()
  }, seconds * 1000)
  const { code } = await program.ended
  clearTimeout(timer)
  if (code !== 0) throw new Error(`\`${command.join(' ')}\` ended with ${code}${late}:\n${program.output()}`)
  return program.output()
}

/** Starts a server on a free port and waits until it answers. @param {Options} [options] */
export const startServer = async (folder, command, { seconds = 90, env, node } = {}) => {
  const port = String(await freePort())
  const url = `http://localhost:${port}/`
  const server = start(
    folder,
    command.map((part) => (part === 'PORT' ? port : part)),
    { env: { ...env, PORT: port }, node },
  )
  let hasEnded = false
  server.ended.then(() => {
    hasEnded = true
  })
  const deadline = Date.now() + seconds * 1000
  while (!(await answers(url))) {
    if (hasEnded || Date.now() > deadline) {
      await server.end()
      throw new Error(`\`${command.join(' ')}\` does not serve:\n${server.output()}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  return { url, output: server.output, stop: server.end }
}

const answers = async (url) => {
  try {
    await (await fetch(url, { signal: AbortSignal.timeout(60_000) })).text()
    return true
  } catch {
    return false
  }
}

const freePort = async () => {
  const server = createServer().listen(0)
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  await once(server, 'close')
  return port
}
