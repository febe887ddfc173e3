// What is wrong with a code or a lock: for each trouble why, what to do, and who has to.
import type { Advice } from 'seam-edge/status'
import { useSpeech } from '../language/language'

export const AdviceList = ({ advice }: { advice: Advice[] }) => {
  const { texts, words } = useSpeech()
  if (advice.length === 0) return null
  return (
    <ul className="advice">
      {advice.map((item) => {
        const { cause, action } = words.advice(item)
        return (
          <li key={item.code} className={item.scope === 'error' ? 'failing' : 'attention'}>
            <p>
              <strong>{texts.codes.wrong}:</strong> {cause}
            </p>
            <p>
              <strong>{texts.codes.toDo}:</strong> {action}
            </p>
            <p className="quiet">{texts.codes.who[item.actor]}</p>
          </li>
        )
      })}
    </ul>
  )
}
