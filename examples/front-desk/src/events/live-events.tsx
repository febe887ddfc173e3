// What happens at the locks, as it happens: shown as a list, and the reason to read anew what has changed.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { SeamEvent } from 'seam-edge'
import { watchEvents } from 'seam-edge/events'
import { useConnection } from '../connection/connection'
import { reportError } from '../connection/session'
import { useSpeech } from '../language/language'

const shown = 8

export const LiveEvents = ({ deviceId, zone }: { deviceId: string; zone: string }) => {
  const { language, texts } = useSpeech()
  const { codes, now } = useConnection()
  const cache = useQueryClient()
  const [events, setEvents] = useState<SeamEvent[]>([])

  useEffect(() => {
    setEvents([])
    const controller = new AbortController()
    const watch = async () => {
      const { signal } = controller
      const options = {
        signal,
        pollingInterval: 3000,
        since: new Date(now()).toISOString(),
        onError: reportError,
      }
      for await (const event of watchEvents(codes, { device_id: deviceId }, options)) {
        setEvents((all) => [event, ...all].slice(0, shown))
        cache.invalidateQueries()
      }
    }
    // A session that ends, ends the watch: the banner says so, and a new session has a new client and so a new watch.
    watch().catch((error) => controller.signal.aborted || reportError(error))
    return () => controller.abort()
  }, [codes, now, cache, deviceId])

  const time = new Intl.DateTimeFormat(language, { timeStyle: 'medium', timeZone: zone })
  return (
    <section className="events" aria-labelledby="events-title">
      <h3 id="events-title">{texts.events.title}</h3>
      {events.length === 0 && <p className="quiet">{texts.events.none}</p>}
      <ol>
        {events.map((event) => (
          <li key={event.event_id}>
            <time dateTime={event.created_at}>{time.format(new Date(event.created_at))}</time>{' '}
            {texts.events.types[event.event_type] ?? event.event_type}
          </li>
        ))}
      </ol>
    </section>
  )
}
