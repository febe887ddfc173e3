// How far a code is that is waited for, below its row.
import { useSpeech } from '../language/language'
import { useWaits } from './waits'

export const WaitProgress = ({ codeId }: { codeId: string }) => {
  const { language, texts } = useSpeech()
  const progress = useWaits().progress.get(codeId)
  if (progress === undefined) return null
  const { format } = new Intl.NumberFormat(language)
  const seconds = format(Math.ceil(progress.nextPollIn / 1000))
  return (
    <p className="progress">
      <progress aria-label={texts.codes.states.setting} />{' '}
      {texts.waits.looking(format(progress.attempt), seconds)}
    </p>
  )
}
