// What watching events takes and gives.
import type {
  EventsWatch,
  EventsWatchFilter,
  EventsWatchOptions,
  EventsWatchTrouble,
  SeamEvent,
  SeamHttp,
  SeamHttpEvents,
} from 'seam-edge'
import { type Assert, any, type Same } from './expect.js'

const { events } = any<SeamHttp>()

export const taken: EventsWatch[] = [
  events.watch(),
  events.watch({}),
  events.watch({ event_types: ['lock.unlocked'], device_ids: ['device'], customer_key: undefined }),
  events.watch({ event_type: 'a_type_of_tomorrow' }),
  events.watch({}, { since: '2030-01-01T00:00:00Z' }),
  events.watch(
    {},
    { since: new Date(), signal: AbortSignal.timeout(5), pollingInterval: 5, overlap: 5, limit: 5 },
  ),
  events.watch({}, { timeout: 5, maxRetries: 0, headers: { 'x-trace': 'abc' }, validate: 'off' }),
  // What a store has, or has not.
  events.watch({}, { cursor: any<Storage>().getItem('cursor') }),
  events.watch({}, { cursor: any<string | undefined>(), since: undefined, signal: undefined }),
  any<SeamHttpEvents>().watch(),
]

export const refused = [
  // @ts-expect-error the span is the watch's
  events.watch({ since: '2030-01-01T00:00:00Z' }),
  // @ts-expect-error
  events.watch({ between: ['2030-01-01T00:00:00Z', '2030-01-02T00:00:00Z'] }),
  // @ts-expect-error
  events.watch({ limit: 5 }),
  // @ts-expect-error
  events.watch({ unstable_offset: 5 }),
  // @ts-expect-error no such filter
  events.watch({ device: 'device' }),
  // @ts-expect-error an instant is a Date or text
  events.watch({}, { since: 5 }),
  // @ts-expect-error
  events.watch({}, { pollingInterval: '5 s' }),
  // @ts-expect-error no such option
  events.watch({}, { interval: 5 }),
  // @ts-expect-error there is no action attempt to wait for
  events.watch({}, { waitForActionAttempt: true }),
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

export const options: EventsWatchOptions = {
  onError(error, trouble) {
    type Both = [Assert<Same<typeof error, unknown>>, Assert<Same<typeof trouble, EventsWatchTrouble>>]
    any<Both>()
  },
}

export const filter: EventsWatchFilter = { access_code_id: 'access_code' }
