// Starts the programs of the benchmark that lie beside this file, and talks with them. Measures nothing.
import { fork } from 'node:child_process'
import { runOrFail } from '../command.mjs'
import { inRepository } from '../repository.mjs'

const pathOf = (program) => inRepository('scripts', 'bench', program)

// A key or an endpoint of whoever measures is none of ours.
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !name.startsWith('SEAM_')),
)

/** Where scripts for pages are put. */
export const siteFolder = inRepository('target', 'bench')

/** The server, ready to answer. `endpointOf` a row is what its clients have to call. */
export async function startServer() {
  const { first: url } = await start('server.mjs', [siteFolder])
  return {
    url,
    endpointOf: ({ count, damaged = 0 }) => `${url}/${count}-${damaged}`,
  }
}

/** A program that answers each message with one of its own. */
export async function startProgram(program, args) {
  const { child } = await start(program, args)
  return {
    async ask(message) {
      const answer = nextMessage(child)
      child.send(message)
      const { value, failure } = await answer
      if (failure === undefined) return value
      throw new Error(`${[program, ...args].join(' ')}: ${failure}`)
    },
    stop: () => stop(child),
  }
}

const running = new Set()

/** Ends every program that is still there: this process would wait for it. */
export function stopPrograms() {
  for (const child of running) stop(child)
}

async function start(program, args) {
  const child = fork(pathOf(program), args, { env: environment })
  running.add(child)
  child.once('exit', () => running.delete(child))
  return { child, first: await nextMessage(child) }
}

// Each of the programs ends when it has nobody to answer.
function stop(child) {
  if (child.connected) child.disconnect()
}

function nextMessage(child) {
  return new Promise((resolve, reject) => {
    const end = (code) => reject(new Error(`${child.spawnargs.slice(1).join(' ')} ended with ${code}`))
    child.once('exit', end)
    child.once('message', (message) => {
      child.off('exit', end)
      resolve(message)
    })
  })
}

/** Runs a program to its end, and answers the JSON that it has written. */
export async function runProgram(program, args, nodeOptions = []) {
  const { stdout } = await runOrFail(process.execPath, [...nodeOptions, pathOf(program), ...args], {
    env: environment,
  })
  return JSON.parse(stdout)
}
