// Runs other programs for the scripts, and says in one shape what went wrong with one.
// Knows nothing of cargo, npm or the steps of a command.
import { constants, getPriority, setPriority } from 'node:os'
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
 * With `echo` its output is also shown as it comes; `onOutput` is handed the text of it as it comes. With `inBackground` it leaves the
 * processor to others that want it.
 */
export function run(
  program,
  args = [],
  { cwd = root, env = process.env, timeoutSeconds, echo = false, onOutput, inBackground = false } = {},
) {
  return new Promise((settle) => {
    const { child, signal: signalAll } = startGroup(program, args, {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    if (inBackground && child.pid !== undefined) makeYielding(child.pid)
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
      onOutput?.(chunk.toString('utf8'))
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

// What it starts takes over its priority.
function makeYielding(pid) {
  try {
    const { PRIORITY_BELOW_NORMAL } = constants.priority
    if (getPriority(pid) < PRIORITY_BELOW_NORMAL) setPriority(pid, PRIORITY_BELOW_NORMAL)
  } catch {
    // It has ended.
  }
}

/** Runs a program that has to succeed; otherwise throws a StepFailure with `remedy`. */
export async function runOrFail(program, args, { remedy, lines, ...options } = {}) {
  const result = await run(program, args, options)
  // What was echoed has been read already.
  return orFail(options.echo ? { ...result, output: '' } : result, { remedy, lines })
}

/** A result of `run` that has to be a success; otherwise throws a StepFailure with `remedy`. */
export function orFail(result, { remedy, lines } = {}) {
  if (result.code === 0) return result
  const { tried, outcome, output } = result
  throw new StepFailure({ tried, outcome, output, remedy, lines })
}

/**
 * Runs steps side by side and answers their results in order. Waits for all of them also where one fails, so that nothing is under way
 * any more when it throws.
 */
export async function sideBySide(...steps) {
  const ended = await Promise.allSettled(steps.map((step) => step()))
  // Steps that wait for the same one fail with the same error.
  const failures = new Set(ended.filter(({ status }) => status === 'rejected').map(({ reason }) => reason))
  if (failures.size > 1) throw new AggregateError(failures)
  for (const failure of failures) throw failure
  return ended.map(({ value }) => value)
}

/** What to print of an error: a step that did not work needs no stack. */
export function failureText(error) {
  if (error instanceof AggregateError) return error.errors.map(failureText).join('\n')
  return error instanceof StepFailure ? error.message : (error.stack ?? String(error))
}

/** Runs the main function of a script: a failure is printed without a stack and gives exit code 1. */
export async function main(name, program) {
  try {
    await program()
  } catch (error) {
    console.error(`${name}: failed\n${failureText(error).replace(/^/gm, '  ')}`)
    process.exitCode = 1
  }
}
