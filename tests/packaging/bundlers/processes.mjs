// Runs the bundlers' programs in a project: to their end, or as servers until the test ends. Also a server of static files.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { delimiter, dirname, extname, join, normalize } from 'node:path'
import { ownEnvironment } from './project.mjs'

/**
 * @typedef {object} Options
 * @property {Record<string, string>} [env]
 * @property {string} [node] the program to run it with, this process' own by default
 * @property {number} [seconds] until it has to have ended, or to serve
 */

// Groups do not end with this process: a test that is interrupted would leave servers behind.
const groups = new Set()
process.on('exit', () => groups.forEach(endGroup))
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1))

const endGroup = (id) => {
  try {
    process.kill(-id, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}

const start = (folder, [name, ...parameters], { env, node = process.execPath }) => {
  const program = name === 'node' ? node : join(folder, 'node_modules', '.bin', name)
  const child = spawn(program, parameters, {
    cwd: folder,
    env: ownEnvironment({ ...env, PATH: [dirname(node), process.env.PATH].join(delimiter) }),
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that what the bundler starts can be ended with it.
    detached: true,
  })
  const said = []
  child.stdout.on('data', (chunk) => said.push(chunk))
  child.stderr.on('data', (chunk) => said.push(chunk))
  const ended = new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: error.code }))
    child.on('close', (code, signal) => resolve({ code: code ?? signal }))
  })
  const end = async () => {
    endGroup(child.pid)
    await ended
  }
  groups.add(child.pid)
  ended.then(() => groups.delete(child.pid))
  return { ended, end, output: () => Buffer.concat(said).toString('utf8') }
}

/** Runs a program that has to succeed; answers what it printed. @param {Options} [options] */
export const runProgram = async (folder, command, { seconds = 180, ...options } = {}) => {
  const program = start(folder, command, options)
  const timer = setTimeout(program.end, seconds * 1000)
  const { code } = await program.ended
  clearTimeout(timer)
  if (code !== 0) throw new Error(`\`${command.join(' ')}\` ended with ${code}:\n${program.output()}`)
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

const types = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
}

/** Serves a folder as a plain host of static files does: types by extension, no charset, nothing else. */
export const serveFolder = async (folder) => {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost')
    const file = join(folder, normalize(pathname === '/' ? '/index.html' : pathname))
    try {
      const body = await readFile(file)
      response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' })
      response.end(body)
    } catch {
      response.writeHead(404).end()
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
