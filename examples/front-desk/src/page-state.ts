// Small things of the whole page: which lock is open (its ID is the fragment of the address), what time it is, and what was announced last.
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useConnection } from './connection/connection'

const subscribeToHash = (listener: () => void) => {
  addEventListener('hashchange', listener)
  return () => removeEventListener('hashchange', listener)
}

export const useChosenLock = (): string | undefined =>
  useSyncExternalStore(subscribeToHash, () => location.hash.replace(/^#\/?/, '')) || undefined

/** The time of the locks, renewed every few seconds: what is due moves on without anybody asking. */
export const useNow = (): number => {
  const { now } = useConnection()
  const [time, setTime] = useState(now)
  useEffect(() => {
    const timer = setInterval(() => setTime(now()), 5000)
    return () => clearInterval(timer)
  }, [now])
  // Practice locks may have moved on by more than that.
  return Math.max(time, now())
}

let announced = ''
const listeners = new Set<() => void>()

/** Shows a line at the edge of the page, which screen readers read out. */
export const announce = (text: string): void => {
  announced = text
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useAnnouncement = (): string => useSyncExternalStore(subscribe, () => announced)
