// One attempt to send a request and read its answer, and the pauses between attempts. Both end when the caller gives up.
// Decides nothing: what an answer means, and whether there is a next attempt, is decided in Rust.
import { noSignal } from './options.js'

/** How an attempt ended: with an answer, or why without one and what was thrown. */
export interface Outcome {
  /** The core knows these words too (pkg-template/wasm/src/core.rs). */
  failure?: 'network' | 'timeout' | 'canceled'
  response?: Response
  /** The body. */
  text: string
  cause?: unknown
}

/** The outcome of a call whose caller gave up. */
export const givenUp = (signal: AbortSignal | undefined): Outcome => ({
  failure: 'canceled',
  text: '',
  cause: signal?.reason,
})

/** A header of the answer; empty where there is none. A double may have no headers at all. */
export const headerOf = (response: Response | undefined, name: string): string =>
  response?.headers?.get?.(name) ?? ''

/** How many ms the answer asks for before the next attempt; 0 where it does not. */
export const retryAfterOf = (response: Response | undefined): number =>
  retryAfterIn(headerOf(response, 'retry-after'), headerOf(response, 'date'))

/** How many ms a `Retry-After` means: a count of seconds, or a date, from the server's own clock on where that is known. */
export const retryAfterIn = (header: string, date: string): number => {
  const asked = Number.isNaN(+header) ? Date.parse(header) - (Date.parse(date) || Date.now()) : +header * 1000
  return asked > 0 ? Math.ceil(asked) : 0
}

/** Beyond it, setTimeout fires at once. In ms. */
export const longestDelay = 2 ** 31 - 1

/** A time that a caller, or so many ms, can end. */
export interface Limit {
  /** Aborted when it has ended. */
  signal: AbortSignal
  /** How it ended: `timeout` or `canceled`. */
  over: Promise<Outcome>
  /** Whether the ms are over. */
  isOver(): boolean
  /** Lets go of the timer and of the caller's signal. */
  release(): void
}

/**
 * Begins a time that ends when the caller gives up, or after so many ms; without them, it has no end of its own.
 *
 * @throws SeamHttpInvalidOptionsError where the signal takes no listener.
 */
export const limited = (signal: AbortSignal | undefined, duration?: number): Limit => {
  const controller = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  let isOver = false
  let giveUp = () => {}
  // Ahead of the promise: a signal that takes no listener is refused before anything is sent.
  const stop = onAbort(signal, () => giveUp())
  const release = () => {
    clearTimeout(timer)
    stop()
  }
  const over = new Promise<Outcome>((resolve) => {
    const end = (outcome: Outcome) => {
      release()
      // First, so that it outruns what the abort makes of a request.
      resolve(outcome)
      controller.abort(outcome.cause)
    }
    giveUp = () => end(givenUp(signal))
    if (signal?.aborted) return giveUp()
    if (duration === undefined) return
    const timeIsOver = () => {
      isOver = true
      end({ failure: 'timeout', text: '' })
    }
    timer = setTimeout(timeIsOver, Math.min(duration, longestDelay))
  })
  return { signal: controller.signal, over, isOver: () => isOver, release }
}

/**
 * Sends once, within so many ms; 0 means no limit. Never rejects. A `fetch` that takes no notice of its signal is left behind when the time is
 * up.
 */
export const attempt = async (
  send: (signal: AbortSignal) => Promise<Response>,
  timeout: number,
  signal: AbortSignal | undefined,
): Promise<Outcome> => {
  if (signal?.aborted) return givenUp(signal)
  const limit = limited(signal, timeout || undefined)
  const answer = read(send, limit.signal).catch((cause): Outcome => ({ failure: 'network', text: '', cause }))
  const outcome = await Promise.race([answer, limit.over])
  limit.release()
  return outcome
}

const read = async (
  send: (signal: AbortSignal) => Promise<Response>,
  signal: AbortSignal,
): Promise<Outcome> => {
  const response = await send(signal)
  const text = await response.text()
  if (typeof text !== 'string' || response.status == null) {
    throw new TypeError('The answer that fetch gave has no status or no text')
  }
  return { text, response }
}

/** Sleeps for so many ms. Answers false where the caller gave up meanwhile. */
export const sleep = async (duration: number, signal: AbortSignal | undefined): Promise<boolean> =>
  (await limited(signal, duration).over).failure === 'timeout'

// One listener per signal, however many calls share it: Node warns of a leak from the eleventh on.
const waiting = new WeakMap<AbortSignal, { callbacks: Set<() => void>; listener: () => void }>()

/**
 * Calls back when the caller gives up, and answers how to call that off.
 *
 * @throws SeamHttpInvalidOptionsError where the signal takes no listener.
 */
export const onAbort = (signal: AbortSignal | undefined, callback: () => void): (() => void) => {
  if (signal == null) return () => {}
  let entry = waiting.get(signal)
  if (entry === undefined) {
    const all = new Set<() => void>()
    entry = {
      callbacks: all,
      listener: () => {
        for (const each of [...all]) each()
      },
    }
    try {
      signal.addEventListener('abort', entry.listener)
    } catch {
      throw noSignal()
    }
    waiting.set(signal, entry)
  }
  const { callbacks, listener } = entry
  callbacks.add(callback)
  return () => {
    callbacks.delete(callback)
    if (callbacks.size > 0) return
    waiting.delete(signal)
    try {
      signal.removeEventListener('abort', listener)
    } catch {
      // Without callbacks it does nothing.
    }
  }
}
