// Runs cargo, and shows how far it is while it compiles. Knows none of the steps of a command.
import { orFail, run } from './command.mjs'
import { underWay } from './progress.mjs'

// Cargo draws its bar where it takes the output for a terminal alone; from the bar one knows how much there is to do.
const withProgressBar = {
  CARGO_TERM_COLOR: 'never',
  CARGO_TERM_PROGRESS_WHEN: 'always',
  CARGO_TERM_PROGRESS_WIDTH: '100',
}

/**
 * Runs cargo to its end and answers as `run` does, and whether something was compiled. Shows under `title` how far it is.
 */
export function runCargo(title, args, { env = process.env, inBackground = false, ...options } = {}) {
  const compile = async (note) => {
    let shown = ''
    const onOutput = (text) => {
      // What belongs together may come in pieces.
      shown += text
      const progress = progressIn(shown)
      if (progress) note(progress)
    }
    const result = await run('cargo', args, {
      ...options,
      env: { ...env, ...withProgressBar },
      inBackground,
      onOutput,
    })
    const output = withoutProgressBar(result.output)
    return { ...result, output, compiled: /^ *Compiling /m.test(output) }
  }
  return underWay(title, compile, { inBackground })
}

/** The same for what has to succeed; otherwise throws a StepFailure with `remedy`. */
export async function runCargoOrFail(title, args, { remedy, lines, ...options } = {}) {
  return orFail(await runCargo(title, args, options), { remedy, lines })
}

/** How far the last of the bars in cargo's output is; undefined where there is none. */
export function progressIn(output) {
  const last = [...output.matchAll(/^ *Building \[[^\]\r\n]*\] (\d+)\/(\d+)/gm)].at(-1)
  return last && `${last[1]} of ${last[2]} crates`
}

/** Cargo's output as it is without a terminal: a bar is what a carriage return leads back over. */
export const withoutProgressBar = (output) => output.replace(/[^\r\n]*\r(?!\n)/g, '')
