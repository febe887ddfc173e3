// What the demo prints: numbered steps with their time, details, progress, errors. Plain text where the output is no
// terminal or NO_COLOR is set, so that a transcript can be copied into a document. Prints no PIN that it was told of.
const titleWidth = 58

/** @param {NodeJS.WriteStream} output */
export const createTerminal = (output = process.stdout) => {
  const isLive = Boolean(output.isTTY) && !process.env.NO_COLOR
  const paint = (code) => (text) => (isLive ? `\u001b[${code}m${text}\u001b[0m` : text)
  const bold = paint('1')
  const dim = paint('2')
  const green = paint('32')
  const red = paint('31')

  const pins = new Set()
  const masked = (text) => [...pins].reduce((rest, pin) => rest.replaceAll(pin, maskedPin(pin)), text)
  const write = (text) => output.write(masked(text))
  const line = (text = '') => write(`${text}\n`)

  let steps = 0

  return {
    bold,
    dim,
    line,

    /** From now on this PIN is printed as its last two digits; returns how it will look. */
    hide: (pin) => {
      if (pin) pins.add(pin)
      return maskedPin(pin)
    },

    /**
     * Runs a step and prints its title, its time and what it tells.
     * @template T
     * @param {string} title
     * @param {(tell: (detail: string) => void, progress: (state: string) => void) => Promise<T> | T} action
     * @returns {Promise<T>}
     */
    step: async (title, action) => {
      steps += 1
      const label = `${String(steps).padStart(2)}  ${title}`
      const details = []
      const states = []
      const start = performance.now()
      const heading = (mark) => `${mark} ${label.padEnd(titleWidth)} ${dim(since(start).padStart(8))}`

      const progress = (state) => {
        if (states.at(-1)?.state !== state) states.push({ state, after: since(start) })
        if (isLive) write(`\r${heading(dim('…'))}  ${state}`)
      }

      try {
        const result = await action((detail) => details.push(detail), progress)
        line(`${isLive ? '\r\u001b[K' : ''}${heading(green('✓'))}`)
        return result
      } catch (error) {
        line(`${isLive ? '\r\u001b[K' : ''}${heading(red('✗'))}`)
        throw error
      } finally {
        if (states.length > 0)
          line(`      ${states.map(({ state, after }) => `${state} ${dim(`(${after})`)}`).join(' → ')}`)
        for (const detail of details) line(`      ${detail}`)
      }
    },

    /** The error of a step that failed, for a person: no stack. */
    failure: (error) => {
      const parts = [
        error.code && `code ${error.code}`,
        error.statusCode && `status ${error.statusCode}`,
        error.requestId && `request ${error.requestId}`,
      ].filter(Boolean)
      line()
      line(red(bold(`${error.name}: ${error.message}`)))
      if (parts.length > 0) line(`  ${parts.join(', ')}`)
      for (const issue of error.issues ?? []) line(`  ${issue.path}: ${issue.message}`)
      for (let { cause } = error; cause instanceof Error; cause = cause.cause)
        line(`  because: ${cause.message || cause.code}`)
    },
  }
}

const maskedPin = (pin) => (pin ? `••${pin.slice(-2)}` : 'not assigned yet')

const since = (start) => {
  const milliseconds = performance.now() - start
  if (milliseconds < 10) return `${milliseconds.toFixed(1)} ms`
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`
  return `${(milliseconds / 1000).toFixed(1)} s`
}
