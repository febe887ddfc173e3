// What a client needs beside its core to help with locks: given as an option, so that only those carry it who want it.
import type { SeamHttpClient } from './client.js'
import type { SeamHttpCallOptions } from './options.js'

/** What the option `lockSupport` gives a client. */
export interface LockSupport {
  /** @internal */
  checkDevice(
    client: SeamHttpClient,
    path: string,
    parameters: unknown,
    options: SeamHttpCallOptions,
  ): Promise<SeamHttpCallOptions>
}
