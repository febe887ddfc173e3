// What went wrong with one thing that was asked for, where it was asked for.
import { useSpeech } from '../language/language'
import { sayError } from './say-error'

export const ErrorNotice = ({ error, onRetry }: { error: unknown; onRetry?: () => void }) => {
  const { texts, words } = useSpeech()
  const { title, detail } = sayError(error, texts, words)
  return (
    <div className="notice failing" role="alert">
      <p>
        <strong>{title}</strong> {detail}
      </p>
      {onRetry !== undefined && (
        <button type="button" onClick={onRetry}>
          {texts.page.again}
        </button>
      )}
    </div>
  )
}
