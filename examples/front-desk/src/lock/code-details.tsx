// One code: its PIN and times, what is wrong and what to do, how far it is, and what can be done with it.
import { useState } from 'react'
import type { AccessCode, Device } from 'seam-edge'
import { accessCodeTimeline } from 'seam-edge/status'
import { useDeletions } from '../deletions/deletions'
import { useDrafts } from '../form/drafts'
import { useSpeech } from '../language/language'
import { AdviceList } from './advice-list'
import type { CodeWithState } from './state'
import { saying } from './zone'

interface Props {
  item: CodeWithState
  device: Device
  now: number
  zone: string
}

export const CodeDetails = ({ item: { code, diagnosis }, device, now, zone }: Props) => {
  const { language, texts, words } = useSpeech()
  const { remove } = useDeletions()
  const { change } = useDrafts()
  const [isShown, setShown] = useState(false)
  const timeline = accessCodeTimeline(code, { device, now })
  return (
    <div className="details">
      <p>{timesOf(code, texts.codes, saying(language, zone))}</p>
      <p>
        {texts.codes.pin}: <output className="pin">{pinOf(code, isShown, texts.codes.noPin)}</output>{' '}
        {code.code !== null && (
          <button type="button" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
            {isShown ? texts.codes.hidePin : texts.codes.showPin}
          </button>
        )}
      </p>
      <p>
        <strong>{words.summary(diagnosis)}</strong>
      </p>
      <AdviceList advice={diagnosis.advice} />
      <p>
        {texts.codes.next}: {words.expect(timeline)} {words.worry(timeline)}
      </p>
      <div className="actions">
        <button type="button" onClick={() => change(code, zone)}>
          {texts.codes.change}
        </button>
        <button type="button" onClick={() => remove(code)}>
          {texts.codes.delete}
        </button>
      </div>
    </div>
  )
}

const pinOf = ({ code }: AccessCode, isShown: boolean, none: string): string =>
  code === null ? none : isShown ? code : '•'.repeat(code.length)

type Say = (instant: string) => string

const timesOf = (
  { starts_at, ends_at }: AccessCode,
  texts: { always: string; between: (start: string, end: string) => string },
  say: Say,
): string =>
  starts_at == null || ends_at == null ? texts.always : texts.between(say(starts_at), say(ends_at))
