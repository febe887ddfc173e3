// The drawer of faults: a bad day of practice locks.
import { useQueryClient } from '@tanstack/react-query'
import { useConnection } from '../connection/connection'
import { useSpeech } from '../language/language'
import { announce } from '../page-state'
import { sayError } from '../problems/say-error'

interface Props {
  deviceId: string | undefined
  onClose: () => void
  onRestart: () => void
}

export const Faults = ({ deviceId, onClose, onRestart }: Props) => {
  const speech = useSpeech()
  const { practice: texts, page } = speech.texts
  const { practice } = useConnection()
  const cache = useQueryClient()
  if (practice === undefined) return null
  const act = async (action: () => unknown, said = texts.done) => {
    try {
      const done = await action()
      announce(done === false ? texts.noCodeAtKeypad : said)
    } catch (error) {
      // The faults that were made before meet this one too. A control of the fake is used wrongly where its lock is gone.
      const { title, detail = '' } = sayError(error, speech.texts, speech.words)
      announce(error instanceof TypeError ? speech.texts.lock.removed : `${title} ${detail}`)
    }
    await cache.invalidateQueries()
  }
  const ofLock: [string, (id: string) => unknown][] = [
    [texts.goOffline, (id) => practice.lock(id).goOffline()],
    [texts.goOnline, (id) => practice.lock(id).goOnline()],
    [texts.slow, (id) => practice.lock(id).setDelays({ setting: 60_000 })],
    [texts.full, (id) => practice.fillMemory(id)],
    [texts.refuse, (id) => practice.lock(id).refuseCodes()],
    [texts.accept, (id) => practice.lock(id).acceptCodes()],
    [texts.battery, (id) => practice.lock(id).setBattery(0.05)],
    [texts.keypad, (id) => practice.changeAtKeypad(id)],
    [texts.remove, (id) => practice.removeLock(id)],
  ]
  const ofNetwork: [string, () => unknown][] = [
    [texts.lost, practice.loseNextReply],
    [texts.tooMany, practice.refuseNext],
    [texts.outage, practice.beDown],
    [texts.expire, practice.endSession],
    [texts.pass, practice.pass],
  ]
  return (
    <section className="drawer" aria-labelledby="drawer-title">
      <div className="section-head">
        <h2 id="drawer-title">{texts.title}</h2>
        <button type="button" onClick={onClose}>
          {page.close}
        </button>
      </div>
      <p className="quiet">{texts.intro}</p>
      <h3>{texts.ofLock}</h3>
      {deviceId === undefined && <p className="quiet">{texts.chooseLock}</p>}
      <div className="faults">
        {ofLock.map(([name, action]) => (
          <button
            key={name}
            type="button"
            disabled={deviceId === undefined}
            onClick={() => deviceId !== undefined && act(() => action(deviceId))}
          >
            {name}
          </button>
        ))}
      </div>
      <h3>{texts.ofNetwork}</h3>
      <div className="faults">
        {ofNetwork.map(([name, action]) => (
          <button key={name} type="button" onClick={() => act(action)}>
            {name}
          </button>
        ))}
        <button type="button" onClick={onRestart}>
          {texts.restart}
        </button>
      </div>
    </section>
  )
}
