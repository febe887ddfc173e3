// Whether the session has ended, for the whole page: whoever meets a 401 reports it, one banner shows it.
import { useSyncExternalStore } from 'react'
import { isSeamHttpUnauthorizedError } from 'seam-edge'

let ended = false
const listeners = new Set<() => void>()

const set = (value: boolean): void => {
  ended = value
  for (const listener of listeners) listener()
}

export const reportError = (error: unknown): void => {
  if (isSeamHttpUnauthorizedError(error)) set(true)
}

export const sessionHasBegun = (): void => set(false)

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useSessionEnded = (): boolean => useSyncExternalStore(subscribe, () => ended)
