// The loop of `events.watch`: polls, yields, pauses. Decides nothing: what is new, what to request and what an error means is in the
// files beside this one.
import { onAbort, sleep } from '../client/attempt.js'
import { observe } from '../client/client.js'
import type { SeamHttpCallOptions } from '../client/options.js'
import type { SeamEvent } from '../generated/resources.js'
import type { EventsListParameters } from '../generated/routes.js'
import { writeCursor } from './cursor.js'
import type { WatchSettings } from './options.js'
import { arrivalsIn, give, timeOf } from './progress.js'
import { cutOf, parametersFor, type Span } from './span.js'
import { mayHeal, pauseAfter } from './trouble.js'

/** Events as they come, for `for await`. Leaving the loop ends it; nothing is left running then. */
export interface EventsWatch extends AsyncIterableIterator<SeamEvent> {
  /**
   * Where to go on after a restart: behind the event that was given last. Store it when you have done with that event, and give it
   * to the next watch with the same filter: what it had not given is then given, and no event twice. Up to 4 kB of letters, digits,
   * `.`, `-` and `_`; below 1 kB where fewer than 70 events are made within the overlap. Beyond 240, some may be given again.
   */
  readonly cursor: string
  /** Ends the watch, also while it waits for an event. */
  return(): Promise<IteratorResult<SeamEvent>>
}

/** Sends one `events.list`. */
type List = (parameters: EventsListParameters, options: SeamHttpCallOptions) => PromiseLike<SeamEvent[]>

/** Watches; sends nothing before it is asked for the first event. */
export const watchEvents = (list: List, settings: WatchSettings): EventsWatch => {
  const { progress, signal } = settings
  const stop = new AbortController()
  const events = eventsOf(list, settings, stop.signal)
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
  list: List,
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
        return await list({ ...filter, ...parametersFor(span), limit: most }, { ...callOptions, signal })
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
const abortError = ({ reason }: AbortSignal): Error =>
  Object.assign(new Error('The operation was aborted', { cause: reason }), {
    name: 'AbortError',
    code: 'ABORT_ERR',
  })
