// What watching events takes and gives.
import type { SeamEvent, SeamHttp, SeamHttpEvents } from 'seam-edge'
import {
  type EventsWatch,
  type WatchEventsFilter,
  type WatchEventsOptions,
  type WatchEventsTrouble,
  watchEvents,
} from 'seam-edge/events'
import { type Assert, any, type Same } from './expect.js'

const seam = any<SeamHttp>()

export const taken: EventsWatch[] = [
  watchEvents(seam),
  watchEvents(seam, {}),
  watchEvents(seam, { event_types: ['lock.unlocked'], device_ids: ['device'], customer_key: undefined }),
  watchEvents(seam, { event_type: 'a_type_of_tomorrow' }),
  watchEvents(seam, {}, { since: '2030-01-01T00:00:00Z' }),
  watchEvents(
    seam,
    {},
    { since: new Date(), signal: AbortSignal.timeout(5), pollingInterval: 5, overlap: 5, limit: 5 },
  ),
  watchEvents(seam, {}, { timeout: 5, maxRetries: 0, headers: { 'x-trace': 'abc' }, validate: 'off' }),
  // What a store has, or has not.
  watchEvents(seam, {}, { cursor: any<Storage>().getItem('cursor') }),
  watchEvents(seam, {}, { cursor: any<string | undefined>(), since: undefined, signal: undefined }),
  watchEvents(any<SeamHttpEvents>()),
]

export const refused = [
  // @ts-expect-error the span is the watch's
  watchEvents(seam, { since: '2030-01-01T00:00:00Z' }),
  // @ts-expect-error
  watchEvents(seam, { between: ['2030-01-01T00:00:00Z', '2030-01-02T00:00:00Z'] }),
  // @ts-expect-error
  watchEvents(seam, { limit: 5 }),
  // @ts-expect-error
  watchEvents(seam, { unstable_offset: 5 }),
  // @ts-expect-error no such filter
  watchEvents(seam, { device: 'device' }),
  // @ts-expect-error an instant is a Date or text
  watchEvents(seam, {}, { since: 5 }),
  // @ts-expect-error
  watchEvents(seam, {}, { pollingInterval: '5 s' }),
  // @ts-expect-error no such option
  watchEvents(seam, {}, { interval: 5 }),
  // @ts-expect-error there is no action attempt to wait for
  watchEvents(seam, {}, { waitForActionAttempt: true }),
]

export async function given(watch: EventsWatch): Promise<string> {
  for await (const event of watch) {
    type Event = Assert<Same<typeof event, SeamEvent>>
    if (event.event_type === 'access_code.set_on_device') event.access_code_id satisfies string
    any<Event>()
  }
  const { done } = await watch.return()
  done satisfies boolean | undefined
  // @ts-expect-error the cursor is the watch's to move
  watch.cursor = ''
  return watch.cursor
}

export const options: WatchEventsOptions = {
  onError(error, trouble) {
    type Both = [Assert<Same<typeof error, unknown>>, Assert<Same<typeof trouble, WatchEventsTrouble>>]
    any<Both>()
  },
}

export const filter: WatchEventsFilter = { access_code_id: 'access_code' }
