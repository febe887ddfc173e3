// The dialog in which a publishable key is typed. What was typed stays when signing in fails.
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { isSeamHttpUnauthorizedError } from 'seam-edge'
import { Field } from '../form/field'
import { useSpeech } from '../language/language'
import { ErrorNotice } from '../problems/error-notice'
import type { Connection } from './connection'
import { connectByKey, connectByToken } from './seam'

interface Props {
  onConnected: (connection: Connection) => void
  onClose: () => void
}

export const SignIn = ({ onConnected, onClose }: Props) => {
  const { signIn } = useSpeech().texts
  const dialog = useRef<HTMLDialogElement>(null)
  const [publishableKey, setPublishableKey] = useState('')
  const [userKey, setUserKey] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  useEffect(() => dialog.current?.showModal(), [])

  const isToken = publishableKey.trim().startsWith('seam_cst')
  const wrong = {
    publishableKey: /^seam_(pk|cst)\w+$/.test(publishableKey.trim()) ? undefined : signIn.publishableKeyWrong,
    userKey: isToken || userKey.trim().length >= 8 ? undefined : signIn.userKeyWrong,
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (wrong.publishableKey !== undefined || wrong.userKey !== undefined) {
      dialog.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
      return
    }
    setBusy(true)
    setError(undefined)
    try {
      const key = publishableKey.trim()
      const connection = await (isToken ? connectByToken(key) : connectByKey(key, userKey.trim()))
      // Who has closed the dialog has thought better of it.
      if (dialog.current?.open) onConnected(connection)
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }

  return (
    <dialog ref={dialog} className="dialog" aria-labelledby="sign-in-title" onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <h2 id="sign-in-title">{signIn.title}</h2>
        <p>{signIn.intro}</p>
        <Field
          label={signIn.publishableKey}
          hint={signIn.publishableKeyHint}
          error={tried || publishableKey !== '' ? wrong.publishableKey : undefined}
          value={publishableKey}
          onChange={setPublishableKey}
          autoComplete="off"
        />
        {!isToken && (
          <Field
            label={signIn.userKey}
            hint={signIn.userKeyHint}
            error={tried || userKey !== '' ? wrong.userKey : undefined}
            value={userKey}
            onChange={setUserKey}
            autoComplete="off"
          />
        )}
        {isSeamHttpUnauthorizedError(error) ? (
          <p className="wrong" role="alert">
            {signIn.refused}
          </p>
        ) : (
          error !== undefined && <ErrorNotice error={error} />
        )}
        <div className="actions">
          <button type="submit" className="primary" disabled={busy}>
            {busy ? signIn.busy : signIn.submit}
          </button>
          <button type="button" onClick={() => dialog.current?.close()}>
            {signIn.cancel}
          </button>
        </div>
      </form>
    </dialog>
  )
}
