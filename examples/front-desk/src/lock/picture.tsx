// The codes of a lock over time: a row each, with its state as a colour, a pattern and a word.
import { type CSSProperties, type ReactNode, useState } from 'react'
import { useSpeech } from '../language/language'
import { WaitProgress } from '../waits/wait-progress'
import { type Scale, scaleAround } from './picture-scale'
import type { CodeWithState, State } from './state'
import { StateBadge } from './state-badge'
import { saying } from './zone'

interface Props {
  codes: CodeWithState[]
  now: number
  zone: string
  /** What is below a row when it is open. */
  details: (item: CodeWithState) => ReactNode
}

const shown: State[] = ['set', 'setting', 'scheduled', 'attention', 'failing', 'removing']

export const Picture = ({ codes, now, zone, details }: Props) => {
  const { language, texts } = useSpeech()
  const [open, setOpen] = useState<string>()
  const scale = scaleAround(now, zone)
  const say = saying(language, zone)
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: zone })
  const date = new Intl.DateTimeFormat(language, { day: 'numeric', timeZone: zone })
  return (
    <div className="picture" style={{ '--now': `${scale.at(now)}%` } as CSSProperties}>
      <p className="visually-hidden">{texts.codes.picture(say(scale.start), say(scale.end))}</p>
      <div className="picture-head" aria-hidden="true">
        <div className="track">
          {scale.days.map((day) => (
            <span key={day} className="day" style={{ left: `${scale.at(day)}%` }}>
              {weekday.format(day)} <span>{date.format(day)}</span>
            </span>
          ))}
          <span className="now-word">{texts.codes.now}</span>
        </div>
      </div>
      <ol>
        {codes.map((item) => {
          const { code, state } = item
          const id = code.access_code_id
          const name = code.name ?? texts.codes.noName
          return (
            <li key={id} className={open === id ? 'open' : undefined}>
              <div className="picture-row">
                <button
                  type="button"
                  className="row-name"
                  aria-expanded={open === id}
                  aria-controls={`details-${id}`}
                  onClick={() => setOpen(open === id ? undefined : id)}
                >
                  <span>{name}</span>
                  <StateBadge state={state} />
                </button>
                <Track item={item} scale={scale} />
              </div>
              <WaitProgress codeId={id} />
              <div id={`details-${id}`} hidden={open !== id}>
                {open === id && details(item)}
              </div>
            </li>
          )
        })}
      </ol>
      <ul className="legend" aria-label={texts.codes.legend}>
        {shown.map((state) => (
          <li key={state}>
            <span className={`bar ${state}`} aria-hidden="true" /> {texts.codes.states[state]}
          </li>
        ))}
      </ul>
    </div>
  )
}

const Track = ({ item: { code, state }, scale }: { item: CodeWithState; scale: Scale }) => {
  const from = code.starts_at == null ? Date.parse(code.created_at) : Date.parse(code.starts_at)
  const until = code.ends_at == null ? Number.POSITIVE_INFINITY : Date.parse(code.ends_at)
  const left = scale.at(from)
  const width = Math.max(0.8, scale.at(until) - left)
  const edges = `${from < scale.start ? 'goes-back' : ''} ${until > scale.end ? 'goes-on' : ''}`
  return (
    <div className="track" aria-hidden="true">
      {scale.days.map((day) => (
        <span key={day} className="day-line" style={{ left: `${scale.at(day)}%` }} />
      ))}
      <span className={`bar ${state} ${edges}`} style={{ left: `${left}%`, width: `${width}%` }} />
      <span className="now-line" />
    </div>
  )
}
