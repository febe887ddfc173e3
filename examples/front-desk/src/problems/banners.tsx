// What concerns the whole page: no network, and a session that has ended.
import { useOnline } from '../connection/online'
import { useSessionEnded } from '../connection/session'
import { useSpeech } from '../language/language'

export const Banners = ({ onSignIn }: { onSignIn: () => void }) => {
  const { problems } = useSpeech().texts
  const isOnline = useOnline()
  const hasEnded = useSessionEnded()
  return (
    <div className="banners" role="status">
      {!isOnline && (
        <p className="banner attention">
          <strong>{problems.offline}</strong> {problems.offlineDetail}
        </p>
      )}
      {hasEnded && (
        <p className="banner failing">
          <strong>{problems.sessionEnded}</strong> {problems.sessionEndedDetail}{' '}
          <button type="button" onClick={onSignIn}>
            {problems.signInAgain}
          </button>
        </p>
      )}
    </div>
  )
}
