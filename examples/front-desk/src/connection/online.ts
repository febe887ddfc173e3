// Whether the browser has a network at all, and the error of what was not even tried without one.
import { useSyncExternalStore } from 'react'

const subscribe = (listener: () => void) => {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}

export class OfflineError extends Error {
  override name = 'OfflineError'
}

export const useOnline = (): boolean => useSyncExternalStore(subscribe, () => navigator.onLine)
