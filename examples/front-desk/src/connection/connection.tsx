// Who the page talks to: practice locks in the page, or Seam. Knows nothing of what is shown.
import { createContext, useContext } from 'react'
import type { SeamHttpAccessCodes, SeamHttpDevices } from 'seam-edge'
import type { Practice } from '../practice/practice'

export interface Connection {
  /** Both are parts of one client. */
  devices: SeamHttpDevices
  codes: SeamHttpAccessCodes
  /** What time it is for these locks, in ms since 1970: practice locks may be ahead. */
  now: () => number
  /** Signs in anew where that needs nobody to type anything. */
  renew?: () => Promise<Connection>
  /** The controls of practice locks. */
  practice?: Practice
}

const Context = createContext<Connection | undefined>(undefined)
export const ConnectionProvider = Context.Provider

export const useConnection = (): Connection => {
  const connection = useContext(Context)
  if (connection === undefined) throw new Error('useConnection outside of ConnectionProvider')
  return connection
}
