// Deletes codes after a moment in which it can be undone: what has left the lock cannot be brought back at once.
import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react'
import { type AccessCode, isSeamHttpApiError } from 'seam-edge'
import { useConnection } from '../connection/connection'
import { reportError } from '../connection/session'
import { useSpeech } from '../language/language'
import { announce } from '../page-state'
import { ErrorNotice } from '../problems/error-notice'

interface Deletions {
  /** Codes that are about to be deleted, by their ID. */
  pending: ReadonlyMap<string, Pending>
  remove: (code: AccessCode) => void
}

interface Pending {
  code: AccessCode
  /** Asked of Seam: too late to undo. */
  isSent?: boolean
  error?: unknown
}

const Context = createContext<Deletions>({ pending: new Map(), remove: () => {} })
export const useDeletions = () => useContext(Context)

const timeToThink = 10_000

export const DeletionsProvider = ({ children }: { children: ReactNode }) => {
  const { codes } = useConnection()
  const { texts } = useSpeech()
  const cache = useQueryClient()
  const [pending, setPending] = useState<Deletions['pending']>(new Map())
  const timers = useRef(new Map<string, number>())
  const nameOf = ({ name }: AccessCode) => name ?? texts.codes.noName

  const forget = (id: string) => {
    clearTimeout(timers.current.get(id))
    timers.current.delete(id)
    setPending((all) => new Map([...all].filter(([other]) => other !== id)))
  }
  const send = async (code: AccessCode) => {
    const { access_code_id } = code
    clearTimeout(timers.current.get(access_code_id))
    timers.current.delete(access_code_id)
    setPending((all) => new Map(all).set(access_code_id, { code, isSent: true }))
    try {
      await codes.delete({ access_code_id })
      announce(texts.codes.gone(nameOf(code)))
      await cache.invalidateQueries()
      forget(access_code_id)
    } catch (error) {
      if (isSeamHttpApiError(error) && error.statusCode === 404) {
        // Somebody was faster, or the lock is gone: nothing is left to delete or to undo.
        announce(`${texts.problems.notFound} ${texts.problems.notFoundDetail}`)
        forget(access_code_id)
        return await cache.invalidateQueries()
      }
      reportError(error)
      setPending((all) => new Map(all).set(access_code_id, { code, error }))
    }
  }
  const latest = useRef({ send, pending })
  latest.current = { send, pending }

  useEffect(() => {
    // Who leaves the page or its locks has decided: a guest must not keep a code because a tab was closed.
    const flush = () => {
      for (const [id, { code }] of latest.current.pending)
        if (timers.current.has(id)) latest.current.send(code)
    }
    addEventListener('pagehide', flush)
    return () => {
      removeEventListener('pagehide', flush)
      flush()
    }
  }, [])

  const remove = (code: AccessCode) => {
    const { access_code_id } = code
    setPending((all) => new Map(all).set(access_code_id, { code }))
    timers.current.set(
      access_code_id,
      window.setTimeout(() => latest.current.send(code), timeToThink),
    )
  }
  const deleteNow = (code: AccessCode) => {
    // Before the button that has the focus can no longer have it.
    document.getElementById('content')?.focus()
    send(code)
  }
  const undo = (code: AccessCode) => {
    forget(code.access_code_id)
    announce(texts.codes.kept(nameOf(code)))
    document.getElementById('content')?.focus()
  }

  const value = { pending, remove }
  return (
    <Context.Provider value={value}>
      {children}
      <section className="toasts" aria-label={texts.codes.delete}>
        {[...pending.values()].map(({ code, isSent, error }) => (
          <div key={code.access_code_id} className="toast" role="status">
            {error === undefined ? (
              <p>{texts.codes.deleted(nameOf(code))}</p>
            ) : (
              <div>
                <p>{texts.codes.deleteFailed(nameOf(code))}</p>
                <ErrorNotice error={error} />
              </div>
            )}
            <div className="actions">
              <button type="button" ref={focusOnce} disabled={isSent} onClick={() => undo(code)}>
                {texts.codes.undo}
              </button>
              <button type="button" disabled={isSent} onClick={() => deleteNow(code)}>
                {texts.codes.deleteNow}
              </button>
            </div>
          </div>
        ))}
      </section>
    </Context.Provider>
  )
}

/** The button that was pressed is gone with its row: whoever uses the keyboard goes on here. Outside, so that it runs when the button appears. */
const focusOnce = (button: HTMLButtonElement | null): void => button?.focus()
