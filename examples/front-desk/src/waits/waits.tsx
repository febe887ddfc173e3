// Sees new and changed codes onto their locks, and says how far they are. Goes on while another lock is open.
import { useQueryClient } from '@tanstack/react-query'
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { AccessCode } from 'seam-edge'
import type { AccessCodeWaitProgress } from 'seam-edge/status'
import { useConnection } from '../connection/connection'
import { reportError } from '../connection/session'
import { useSpeech } from '../language/language'
import { announce } from '../page-state'

interface Waits {
  /** How far the codes are that are waited for, by their ID. */
  progress: ReadonlyMap<string, AccessCodeWaitProgress>
  waitFor: (code: Pick<AccessCode, 'access_code_id' | 'name'>) => void
}

const Context = createContext<Waits>({ progress: new Map(), waitFor: () => {} })
export const useWaits = () => useContext(Context)

const quarterOfAnHour = 15 * 60_000

export const WaitsProvider = ({ children }: { children: ReactNode }) => {
  const { codes } = useConnection()
  const { texts } = useSpeech()
  const cache = useQueryClient()
  const [progress, setProgress] = useState<Waits['progress']>(new Map())
  const running = useRef(new Map<string, AbortController>())
  const said = useRef(texts)
  said.current = texts

  useEffect(() => {
    const all = running.current
    return () => {
      for (const controller of all.values()) controller.abort()
    }
  }, [])

  const waitFor = useCallback<Waits['waitFor']>(
    async ({ access_code_id, name }) => {
      const called = name ?? said.current.codes.noName
      running.current.get(access_code_id)?.abort()
      const controller = new AbortController()
      running.current.set(access_code_id, controller)
      const { isSeamAccessCodeFailedError, isSeamAccessCodeTimeoutError, waitUntilSet } = await import(
        'seam-edge/status'
      )
      try {
        await waitUntilSet(codes, access_code_id, {
          until: 'scheduled',
          maxWait: quarterOfAnHour,
          signal: controller.signal,
          onProgress: (now) => setProgress((all) => new Map(all).set(access_code_id, now)),
        })
        announce(said.current.waits.set(called))
      } catch (error) {
        if (controller.signal.aborted) return
        reportError(error)
        if (isSeamAccessCodeFailedError(error)) {
          if (error.reason === 'deleted') return
          announce(said.current.waits[error.reason === 'due_later' ? 'later' : 'failed'](called))
        } else if (isSeamAccessCodeTimeoutError(error)) {
          announce(`${said.current.problems.timedOut} ${said.current.problems.timedOutDetail}`)
        }
      } finally {
        if (running.current.get(access_code_id) === controller) {
          running.current.delete(access_code_id)
          setProgress((all) => new Map([...all].filter(([id]) => id !== access_code_id)))
          cache.invalidateQueries()
        }
      }
    },
    [codes, cache],
  )
  const waits = useMemo(() => ({ progress, waitFor }), [progress, waitFor])
  return <Context.Provider value={waits}>{children}</Context.Provider>
}
