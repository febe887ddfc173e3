// watchEvents: runs the flow of this name and turns what it reports into events and errors. Decides nothing.
import { onAbort } from '../client/attempt.js'
import type { SeamAnyClient } from '../client/connection.js'
import { SeamError } from '../client/errors.js'
import { clientOf, type Handle } from '../client/handle.js'
import { observe } from '../client/observe.js'
import { copied, optionsText, requireFunction, requireSignal } from '../client/options.js'
import { parametersText } from '../client/parameters.js'
import { moment, runFlow, type Words } from '../flow/run-flow.js'
import type { SeamEvent } from '../generated/resources.js'
import { eventsList } from '../generated/schemas.js'
import { inTheNameOf } from '../module/option-names.js'
import { eventFlows } from './module.js'
import type { WatchEventsFilter, WatchEventsOptions } from './options.js'

/** What the steps of the flow have; src/events.rs in pkg-template/wasm says which. */
interface WatchStep {
  event?: SeamEvent
  failures: number
  pause: number
  message: string
}

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
  try {
    return watchByFlow(clientOf(seam), filter, options)
  } catch (error) {
    throw inTheNameOf('watchEvents', error)
  }
}

const watchByFlow = (client: Handle, filter: WatchEventsFilter, options: WatchEventsOptions): EventsWatch => {
  const { signal, ...plain } = copied(options ?? {})
  requireSignal(signal)
  requireFunction('onError', plain.onError)
  const stop = new AbortController()
  const start = (): number => ask<{ number: number }>(['start', 'watch_events'], input).number
  const cursorOf = (number: number): string => ask<{ cursor: string }>(['cursor', number]).cursor
  const { since, cursor: _, pollingInterval: __, overlap: ___, limit: ____, onError, ...callOptions } = plain
  // JSON makes null of a Date that is none, and null is no bound.
  const bounds = since instanceof Date ? { since: String(since.toJSON()) } : {}
  const read = optionsText({ ...plain, ...bounds })
  const input = `{"filter":${parametersText('/events/list', filter) || '{}'},"options":${read}}`
  const began = moment()
  let ask = eventFlows()
  let underWay: number | undefined
  // Refuses bad options at once, and keeps nothing: a watch may never be read.
  const first = start()
  ask(['next', first, ...began, 'started'])
  let cursor = cursorOf(first)
  ask(['end', first])

  async function* eventsOf(): AsyncGenerator<SeamEvent, undefined, undefined> {
    ask = eventFlows()
    const number = start()
    underWay = number
    const host = {
      // Each step may move the cursor, and it is read before the end of a watch that is left early.
      ask<T>(words: Words, text?: string): T {
        if (words[0] === 'end') cursor = cursorOf(number)
        const step = ask<T>(words, text)
        cursor = (step as { cursor?: string }).cursor ?? cursor
        return step
      },
      signal: stop.signal,
      call: (_: string, parameters: string, signal: AbortSignal | undefined) =>
        client.call(eventsList, JSON.parse(parameters), { ...callOptions, signal }),
    }
    try {
      for await (const { step, failureOf } of runFlow<WatchStep>(host, number, [], began)) {
        const { event, failures, pause } = step
        if (event !== undefined) yield event
        else observe(onError ?? undefined, failureOf(eventsList[0]), { failures, pause })
      }
    } finally {
      underWay = undefined
    }
    return undefined
  }

  const events = eventsOf()
  return {
    get cursor() {
      return underWay === undefined ? cursor : cursorOf(underWay)
    },
    async next() {
      if (signal?.aborted) stop.abort()
      // Only as long as somebody waits: a watch that is forgotten leaves no listener behind.
      const done = onAbort(signal ?? undefined, () => stop.abort())
      try {
        return await events.next()
      } catch (error) {
        if (signal?.aborted) throw abortError(signal)
        if (stop.signal.aborted) return { done: true, value: undefined }
        throw inTheNameOf('watchEvents', error)
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

// As `events.on` and `setInterval` of Node throw it.
const abortError = ({ reason }: AbortSignal): SeamError =>
  Object.assign(new SeamError('The operation was aborted', { cause: reason }), {
    name: 'AbortError',
    code: 'ABORT_ERR',
  })
