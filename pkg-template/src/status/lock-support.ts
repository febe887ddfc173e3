// lockSupport: what a client needs beside its core to see a code onto its lock. Given as an option, so that only those carry it who want it.
import { ensure } from './ensure.js'
import { waitUntilRemoved, waitUntilSet } from './wait.js'

/** What the option `lockSupport` of a client gives it. */
export interface LockSupport {
  /** @internal */
  ensure: typeof ensure
  /** @internal */
  waitUntilSet: typeof waitUntilSet
  /** @internal */
  waitUntilRemoved: typeof waitUntilRemoved
}

/**
 * The option of the same name: `new SeamHttp({ apiKey, lockSupport })`. With it there are `accessCodes.ensure`, `waitUntilSet` and
 * `waitUntilRemoved`.
 */
export const lockSupport = (): LockSupport => ({ ensure, waitUntilSet, waitUntilRemoved })
