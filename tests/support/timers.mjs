// Takes the package's timers into the hands of a test: the pauses of flows, and the limits of attempts. So a test says when a pause or a
// limit is over, or sees how long one was to be, and measures nothing. Timers of anything else run as ever. To the end of the test.

/**
 * Which function of the package makes a timer: `sleep` or `attempt` of pkg-template/src/client/attempt.ts. Where neither can be seen, the timer
 * is not taken, and a test that waits for it fails.
 */
const makerOfTimer = () => /\bat (sleep|attempt)\d* \(/.exec(new Error().stack)?.[1]

/**
 * @param {import('node:test').TestContext} context
 * @param {{ onPause?: (timer: Timer) => void, onLimit?: (timer: Timer) => void }} handlers is told of each timer in place of the runtime
 * @typedef {{ ms: number, end: () => void }} Timer how long it is meant to be, and what makes it be over
 */
const takeTimers = (context, handlers) => {
  const taken = takers.get(globalThis.setTimeout)
  if (taken !== undefined) return Object.assign(taken, handlers)
  const { setTimeout } = globalThis
  context.mock.method(globalThis, 'setTimeout', (callback, ms, ...rest) => {
    const onTimer = { sleep: handlers.onPause, attempt: handlers.onLimit }[makerOfTimer()]
    if (onTimer === undefined) return setTimeout(callback, ms, ...rest)
    return onTimer({ ms, end: callback })
  })
  takers.set(globalThis.setTimeout, handlers)
}

// One function in place of setTimeout at a time, whatever of its timers a test takes.
const takers = new WeakMap()

/**
 * Pauses are over at once, and both clocks go on as if they had lasted.
 * @param {() => void} [onPause] is called with each pause
 * @returns {number[]} how long each was meant to be, in ms
 */
export const skipPauses = (context, onPause) => {
  const [elapsed, wall] = [performance.now.bind(performance), Date.now]
  let skipped = 0
  context.mock.method(performance, 'now', () => elapsed() + skipped)
  context.mock.method(Date, 'now', () => wall() + skipped)
  return cutPauses(context, onPause, (ms) => {
    skipped += ms
  })
}

/**
 * Pauses are over at once, and no clock goes on: for a test that has a clock of its own.
 * @param {() => void} [onPause] is called with each pause
 * @returns {number[]} how long each was meant to be, in ms
 */
export const cutPauses = (context, onPause = () => {}, onEnd = (_ms) => {}) => {
  const pauses = []
  takeTimers(context, {
    onPause({ ms, end }) {
      pauses.push(ms)
      onPause()
      setImmediate(() => {
        onEnd(ms)
        end()
      })
    },
  })
  return pauses
}

/**
 * A pause is over when the test says so.
 * @returns {Timer[]} all that were made so far
 */
export const holdPauses = (context) => {
  const pauses = []
  takeTimers(context, { onPause: (timer) => void pauses.push(timer) })
  return pauses
}

/**
 * An attempt is out of time when the test says so.
 * @returns {Timer[]} the limits of all attempts so far
 */
export const holdLimits = (context) => {
  const limits = []
  takeTimers(context, { onLimit: (timer) => void limits.push(timer) })
  return limits
}

/** A promise that the test resolves, as an answer of the proxy waits for it by `until`. */
export const deferred = () => {
  let resolve
  const promise = new Promise((settle) => {
    resolve = settle
  })
  return { promise, resolve }
}

/** Comes back when it is so, however long that takes. What never comes to be so ends with the time of the whole test. */
export const until = async (isSo) => {
  while (!isSo()) await new Promise((resolve) => realTimer(resolve, 1))
}

const realTimer = globalThis.setTimeout

/** Everything that was ready to run has run. */
export const nextTurn = () => new Promise((resolve) => setImmediate(resolve))
