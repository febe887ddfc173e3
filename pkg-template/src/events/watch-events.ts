// watchEvents: the loop that polls, yields and pauses. Decides nothing: what is new, what to request and what an error means is in the
// files beside this one.
import { onAbort, sleep } from '../client/attempt.js'
import { SeamError } from '../client/errors.js'
import { mayHeal, pauseAfter } from '../client/failure.js'
import { clientOf, type Handle, type SeamAnyClient } from '../client/handle.js'
import { observe } from '../client/observe.js'
import type { SeamEvent } from '../generated/resources.js'
import { eventsList } from '../generated/schemas.js'
import { writeCursor } from './cursor.js'
import {
  readWatchOptions,
  type WatchEventsFilter,
  type WatchEventsOptions,
  type WatchSettings,
} from './options.js'
import { arrivalsIn, give, timeOf } from './progress.js'
import { cutOf, parametersFor, type Span } from './span.js'

/** Events as they come, for `for await`. Leaving the loop ends it; nothing is left running then. */
export interface EventsWatch extends AsyncIterableIterator<SeamEvent> {
  /**
   * Where to go on after a restart: behind the event that was yielded last. Store it when you have handled that event, and pass it
   * to the next watch with the same filter: it resumes with the first event that was not yielded, and yields none twice. Up to 4 kB of
   * letters, digits, `.`, `-` and `_`; below 1 kB where fewer than 70 events are made within the overlap. Beyond 240, some may be yielded again.
   */
  readonly cursor: string
  /** Ends the watch, also while it waits for an event. */
  return(): Promise<IteratorResult<SeamEvent>>
}

/**
 * Yields events as they come, in the order in which Seam made them (`created_at`), each once. Polls while the loop
 * waits for one, and not while it works. Sends nothing before the first event is requested.
 *
 * Goes on after lost connections, timeouts and answers of status 5xx, 408, 425 or 429, with growing pauses; `onError` is told.
 * Any other error ends it: the loop throws that error. An event that comes late, up to `overlap` behind the newest, is yielded late.
 *
 * @param seam - A `SeamHttp`, one of its namespaces, or its `client`.
 * @param filter - Which events, as for `events.list`.
 * @throws {@link SeamHttpInvalidOptionsError} where options cannot be used; all other errors are the loop's.
 */
export const watchEvents = (
  seam: SeamAnyClient,
  filter: WatchEventsFilter = {},
  options: WatchEventsOptions = {},
): EventsWatch => {
  const client = clientOf(seam)
  const settings = readWatchOptions(filter, options ?? {})
  const { progress, signal } = settings
  const stop = new AbortController()
  const events = eventsOf(client, settings, stop.signal)
  return {
    get cursor() {
      return writeCursor(progress)
    },
    async next() {
      if (signal?.aborted) stop.abort()
      // Only as long as somebody waits: a watch that is forgotten leaves no listener behind.
      const done = onAbort(signal, () => stop.abort())
      try {
        return await events.next()
      } catch (error) {
        if (signal?.aborted) throw abortError(signal)
        if (stop.signal.aborted) return { done: true, value: undefined }
        throw error
      } finally {
        done()
      }
    },
    async return() {
      stop.abort()
      return await events.return(undefined)
    },
    [Symbol.asyncIterator]() {
      return this
    },
  }
}

async function* eventsOf(
  client: Handle,
  { filter, progress, pollingInterval, overlap, limit, onError, callOptions, clock }: WatchSettings,
  signal: AbortSignal,
): AsyncGenerator<SeamEvent, undefined, undefined> {
  const rest = async (pause: number): Promise<void> => {
    if (pause > 0) await sleep(pause, signal)
    signal.throwIfAborted()
  }

  const ask = async (span: Span, most: number): Promise<SeamEvent[]> => {
    for (let failures = 1; ; failures += 1) {
      try {
        const parameters = { ...filter, ...parametersFor(span), limit: most }
        const { data } = await client.call(eventsList, parameters, { ...callOptions, signal })
        return data as SeamEvent[]
      } catch (error) {
        if (signal.aborted || !mayHeal(error)) throw error
        const pause = pauseAfter(error, failures, pollingInterval, Math.random())
        observe(onError, error, { failures, pause })
        await rest(pause)
      }
    }
  }

  // Takes the first of the spans that end so (the last of the list) and cuts it until an answer is all of it.
  const askForAll = async (from: number, ends: number[]): Promise<[events: SeamEvent[], to: number]> => {
    for (let most = limit; ; ) {
      const to = ends.at(-1) ?? Number.POSITIVE_INFINITY
      const events = await ask({ from, to }, most)
      // A server that gives more than it was asked for gives all, as the fake does.
      if (events.length !== most) return [events, to]
      const cut = cutOf({ from, to }, events.map(timeOf))
      if (cut === undefined) most *= 4
      else ends.push(cut)
    }
  }

  signal.throwIfAborted()
  for (;;) {
    const asked = clock()
    const elapsed = (): number => Math.max(0, clock() - asked)
    const ends = [Number.POSITIVE_INFINITY]
    let given = 0
    // What comes late into a span that this round has read is seen by the next round alone. So that one has to begin `overlap` behind
    // the reading of that span, and not behind the newest event of a span that was read later: the difference is no more than what the
    // round has taken. To keep that small, a round that has given something reads on only as long as the overlap.
    const first = progress.floor
    for (let from = first; ends.length > 0 && !(given > 0 && elapsed() > overlap); ) {
      const [events, to] = await askForAll(from, ends)
      const behind = overlap + (from === first ? 0 : elapsed())
      for (const arrival of arrivalsIn(progress, events)) {
        give(progress, arrival, behind)
        given += 1
        yield arrival.event
        signal.throwIfAborted()
      }
      ends.pop()
      from = to + 1
    }
    if (ends.length === 0) await rest(Math.min(pollingInterval, pollingInterval - (clock() - asked)))
  }
}

// As `events.on` and `setInterval` of Node throw it.
const abortError = ({ reason }: AbortSignal): SeamError =>
  Object.assign(new SeamError('The operation was aborted', { cause: reason }), {
    name: 'AbortError',
    code: 'ABORT_ERR',
  })
