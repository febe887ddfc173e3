// Runs the checks in whatever runtime it is loaded in, and prints one line of JSON per check: its name, whether it holds,
// how long it took, and what was wrong. A check that fails does not end the others.
import { watchRejections } from './check-tools.mjs'
import { checks } from './checks.mjs'

/** A check that takes this long hangs, on however slow a machine: a runtime may never say so by itself. */
const limit = 120_000

/**
 * @param {object} options
 * @param {() => Promise<any>} options.importPackage imports the package; written by each runtime, as its users would
 * @param {() => Promise<any>} options.importSubpaths imports its subpaths, each under its name
 * @param {import('./checks.mjs').Settings} options.settings
 * @param {(line: string) => void} options.print
 */
export const runChecks = async ({ importPackage, importSubpaths, settings, print }) => {
  const rejections = await watchRejections()
  for (const { name, run } of checks) {
    const started = Date.now()
    const error = await outcomeOf(() => run({ importPackage, importSubpaths, settings, rejections }))
    print(JSON.stringify({ check: name, ok: error === undefined, milliseconds: Date.now() - started, error }))
  }
}

const outcomeOf = async (action) => {
  let timer
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no end after ${limit} ms`)), limit)
  })
  try {
    await Promise.race([action(), late])
    return undefined
  } catch (error) {
    return String(error?.stack ?? error)
  } finally {
    clearTimeout(timer)
  }
}
