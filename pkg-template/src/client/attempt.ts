// One attempt to send a request and read its answer, and the pauses between attempts. Both end when the caller gives up.
// Decides nothing: what an answer means, and whether there is a next attempt, is decided in Rust.

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

/** Sends once. Never rejects. A `fetch` that takes no notice of its signal is left behind when the time is up. */
export const attempt = (
  send: (signal: AbortSignal) => Promise<Response>,
  timeout: number,
  signal: AbortSignal | undefined,
): Promise<Outcome> =>
  new Promise((resolve) => {
    if (signal?.aborted) return resolve(givenUp(signal))
    const controller = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    const end = (outcome: Outcome) => {
      clearTimeout(timer)
      stop()
      resolve(outcome)
    }
    const abort = (outcome: Outcome) => {
      end(outcome)
      controller.abort(outcome.cause)
    }
    const stop = onAbort(signal, () => abort(givenUp(signal)))
    if (timeout > 0) {
      timer = setTimeout(() => abort({ failure: 'timeout', text: '' }), Math.min(timeout, longestDelay))
    }
    read(send, controller.signal).then(end, (cause) => end({ failure: 'network', text: '', cause }))
  })

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
export const sleep = (duration: number, signal: AbortSignal | undefined): Promise<boolean> =>
  new Promise((resolve) => {
    if (signal?.aborted) return resolve(false)
    const end = (slept: boolean) => {
      clearTimeout(timer)
      stop()
      resolve(slept)
    }
    const timer = setTimeout(() => end(true), Math.min(duration, longestDelay))
    const stop = onAbort(signal, () => end(false))
  })

// One listener per signal, however many calls share it: Node warns of a leak from the eleventh on.
const waiting = new WeakMap<AbortSignal, { callbacks: Set<() => void>; listener: () => void }>()

/** Calls back when the caller gives up, and answers how to call that off. */
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
    waiting.set(signal, entry)
    signal.addEventListener('abort', entry.listener)
  }
  const { callbacks, listener } = entry
  callbacks.add(callback)
  return () => {
    callbacks.delete(callback)
    if (callbacks.size > 0) return
    signal.removeEventListener('abort', listener)
    waiting.delete(signal)
  }
}
