// How far a watch has got, and which events of an answer are new to it. Pure: no clock, no network, no text.
import type { SeamEvent } from '../generated/resources.js'
import { markOf } from './mark.js'

/** How far a watch has got. Instants are ms since 1970. */
export interface Progress {
  /** `created_at` of the newest event that was given; at the beginning, where to begin. */
  position: number
  /** Events made before it are not given any more: it stays `overlap` behind `position`, and never goes back. */
  floor: number
  /** The marks of the events that were given, from `floor` on, and when those were made. */
  given: Map<string, number>
}

/** An event that is to be given. */
export interface Arrival {
  event: SeamEvent
  mark: string
  time: number
}

/** The progress of a watch that gives what was made at an instant or later. */
export const progressFrom = (instant: number): Progress => ({
  position: instant,
  floor: instant,
  given: new Map(),
})

/** When an event was made; NaN where it does not say. */
export const timeOf = (event: SeamEvent): number => Date.parse(event.created_at)

/** The events that have not been given yet, oldest first. */
export const arrivalsIn = (progress: Progress, events: readonly SeamEvent[]): Arrival[] => {
  const found = new Map<string, Arrival>()
  for (const event of events) {
    // One without an id, as `validate: 'off'` lets through, is known by all that it says.
    const mark = markOf(String(event.event_id ?? JSON.stringify(event)))
    const time = timeOf(event)
    if (progress.given.has(mark) || time < progress.floor) continue
    // One that does not say when is taken for the newest.
    found.set(mark, { event, mark, time: Number.isNaN(time) ? progress.position : time })
  }
  // Sorting is stable: of the same instant, the server's order stays.
  return [...found.values()].sort((one, other) => one.time - other.time)
}

/** Notes that an event is given, and forgets those that nobody asks for any more. */
export const give = (progress: Progress, { mark, time }: Arrival, overlap: number): void => {
  const { given } = progress
  given.set(mark, time)
  progress.position = Math.max(progress.position, time)
  progress.floor = Math.max(progress.floor, Math.floor(progress.position - overlap))
  for (const [other, made] of given) if (made < progress.floor) given.delete(other)
}
