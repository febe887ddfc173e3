// Runs other programs for the scripts, and says in one shape what went wrong with one.
// Knows nothing of cargo, npm or the steps of a command.
import { startGroup } from './process-group.mjs'
import { root } from './repository.mjs'

/** A step that did not work: what was tried, how it ended, the last lines it said and what to do about it. */
export class StepFailure extends Error {
  constructor({ tried, outcome, output = '', remedy, lines = 15 }) {
    const said = lastLines(output, lines)
    super(
      [
        `tried: ${tried}`,
        `result: ${outcome}`,
        ...(said === '' ? [] : ['last output:', said.replace(/^/gm, '    ')]),
        ...(remedy === undefined ? [] : [`what to do: ${remedy}`]),
      ].join('\n'),
    )
    this.name = 'StepFailure'
  }
}

const lastLines = (text, count) => text.trimEnd().split('\n').slice(-count).join('\n')

/** Text of the time since `start`, as `performance.now()` gave it. */
export const secondsSince = (start) => `${((performance.now() - start) / 1000).toFixed(1)} s`

// What a program may take to clear up after it was told to end.
const graceSeconds = 5

/**
 * Runs a program to its end and never rejects: `code` is its exit code, or undefined where it could not start or was ended.
 * After `timeoutSeconds` it is ended, with everything that it has started.
 * With `echo` its output is also shown as it comes.
 */
export function run(
  program,
  args = [],
  { cwd = root, env = process.env, timeoutSeconds, echo = false } = {},
) {
  return new Promise((settle) => {
    const { child, signal: signalAll } = startGroup(program, args, {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const stdout = []
    const chunks = []
    let timedOut = false
    const timers = []
    if (timeoutSeconds !== undefined) {
      const end = (name) => () => {
        timedOut = true
        signalAll(name)
      }
      timers.push(
        setTimeout(end('SIGTERM'), timeoutSeconds * 1000),
        setTimeout(end('SIGKILL'), (timeoutSeconds + graceSeconds) * 1000),
      )
    }
    const collect = (own, shown) => (chunk) => {
      chunks.push(chunk)
      if (own === 'stdout') stdout.push(chunk)
      if (echo) shown.write(chunk)
    }
    child.stdout.on('data', collect('stdout', process.stdout))
    child.stderr.on('data', collect('stderr', process.stderr))
    const finish = (code, outcome) => {
      for (const timer of timers) clearTimeout(timer)
      const text = (parts) => Buffer.concat(parts).toString('utf8')
      settle({
        code,
        outcome,
        stdout: text(stdout),
        output: text(chunks),
        tried: [program, ...args].join(' '),
      })
    }
    child.on('error', (error) => finish(undefined, `could not start (${error.code ?? error.message})`))
    child.on('close', (code, signal) => {
      if (timedOut) finish(undefined, `no end after ${timeoutSeconds} s`)
      else if (signal !== null) finish(undefined, `ended by ${signal}`)
      else finish(code, `exit code ${code}`)
    })
  })
}

/** Runs a program that has to succeed; otherwise throws a StepFailure with `remedy`. */
export async function runOrFail(program, args, { remedy, lines, ...options } = {}) {
  const result = await run(program, args, options)
  if (result.code === 0) return result
  // What was echoed has been read already.
  const output = options.echo ? '' : result.output
  throw new StepFailure({ tried: result.tried, outcome: result.outcome, output, remedy, lines })
}

/** What to print of an error: a step that did not work needs no stack. */
export const failureText = (error) =>
  error instanceof StepFailure ? error.message : (error.stack ?? String(error))

/** Runs the main function of a script: a failure is printed without a stack and gives exit code 1. */
export async function main(name, program) {
  try {
    await program()
  } catch (error) {
    console.error(`${name}: failed\n${failureText(error).replace(/^/gm, '  ')}`)
    process.exitCode = 1
  }
}
