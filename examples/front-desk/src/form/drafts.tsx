// What is being typed, kept above everything that may go away: the lock, the session, the connection. In memory alone, for it holds PINs.
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import type { AccessCode } from 'seam-edge'
import { toLocal } from '../lock/zone'

export interface Draft {
  /** Tells a new code without a PIN from others on its lock, so that sending it once more makes no second one. */
  key: string
  /** The code that is changed, and its lock; absent for a new one. */
  codeId?: string
  deviceId?: string
  /** Somebody has changed it: there is something to lose. */
  isTyped?: boolean
  name: string
  code: string
  isLimited: boolean
  /** Local times of the lock, as a field has them. */
  starts: string
  ends: string
}

interface Drafts {
  /** The one that is open. */
  draft: Draft | undefined
  create: (now: number, zone: string) => void
  change: (code: AccessCode, zone: string) => void
  edit: (part: Partial<Draft>) => void
  discard: () => void
}

const hour = 3_600_000
const fresh = 'new'
const blank = () => ({ key: crypto.randomUUID(), name: '', code: '' })
const Context = createContext<Drafts | undefined>(undefined)

export const DraftsProvider = ({ children }: { children: ReactNode }) => {
  const [all, setAll] = useState<ReadonlyMap<string, Draft>>(new Map())
  const [open, setOpen] = useState<string>()
  const value = useMemo<Drafts>(() => {
    /** Opens a draft; what was typed into it before is still there. */
    const openWith = (key: string, draft: Draft) => {
      if (!all.has(key)) setAll(new Map(all).set(key, draft))
      setOpen(key)
    }
    const draft = open === undefined ? undefined : all.get(open)
    return {
      draft,
      create: (now, zone) => openWith(fresh, { ...blank(), isLimited: true, ...nextDays(now, zone) }),
      change: (code, zone) =>
        openWith(code.access_code_id, {
          ...blank(),
          codeId: code.access_code_id,
          deviceId: code.device_id,
          name: code.name ?? '',
          code: code.code ?? '',
          isLimited: code.ends_at != null,
          ...nextDays(Date.now(), zone),
          ...(code.starts_at != null && { starts: toLocal(Date.parse(code.starts_at), zone) }),
          ...(code.ends_at != null && { ends: toLocal(Date.parse(code.ends_at), zone) }),
        }),
      edit: (part) => {
        if (open !== undefined && draft !== undefined)
          setAll(new Map(all).set(open, { ...draft, ...part, isTyped: true }))
      },
      discard: () => {
        setAll(new Map([...all].filter(([key]) => key !== open)))
        setOpen(undefined)
      },
    }
  }, [all, open])
  const isTyped = [...all.values()].some((draft) => draft.isTyped)
  useEffect(() => {
    if (!isTyped) return
    // The browser asks: what is kept in memory alone goes with the page.
    const ask = (event: Event) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [isTyped])
  return <Context.Provider value={value}>{children}</Context.Provider>
}

export const useDrafts = (): Drafts => {
  const drafts = useContext(Context)
  if (drafts === undefined) throw new Error('useDrafts outside of DraftsProvider')
  return drafts
}

/** From the next full hour to the morning of the day after tomorrow. */
const nextDays = (now: number, zone: string) => {
  const start = Math.ceil(now / hour) * hour
  return {
    starts: toLocal(start, zone),
    ends: `${toLocal(start + 48 * hour, zone).slice(0, 10)}T11:00`,
  }
}
