// Runs what is about the same thing one after another, for all who share a client.
import { onAbort } from './attempt.js'
import type { Handle } from './handle.js'

/**
 * Runs after all that was queued before on this client under the same name and identity, whether that succeeded or failed. Who gives up
 * while queued leaves at once: it is for `run` to see that its signal is aborted. Those behind still wait for those before.
 */
export const oneAfterAnother = async <T>(
  { anchor }: Handle,
  name: string,
  identity: string,
  signal: AbortSignal | undefined,
  run: () => Promise<T>,
): Promise<T> => {
  const queue = (anchor.get(name) ?? new Map()) as Map<string, Promise<unknown>>
  anchor.set(name, queue)
  const before = queue.get(identity)
  const running = before === undefined ? run() : settledOr(before, signal).then(run)
  const tail = Promise.allSettled([before, running])
  queue.set(identity, tail)
  try {
    return await running
  } finally {
    tail.then(() => {
      if (queue.get(identity) === tail) queue.delete(identity)
    })
  }
}

/** Settles with the promise, or when the caller gives up. */
const settledOr = (promise: Promise<unknown>, signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve) => {
    const leave = onAbort(signal, resolve)
    if (signal?.aborted) resolve()
    promise.finally(() => {
      leave()
      resolve()
    })
  })
