// lockRules: what a client needs beside its core to know what a lock takes. Given as an option, so that only those carry it who want it.
import { refuseForDevice } from './device-refusal.js'

/** What the option `lockRules` of a client gives it. */
export interface LockRules {
  /** @internal */
  refuseForDevice: typeof refuseForDevice
}

/** The option of the same name: `new SeamHttp({ apiKey, lockRules })`. With it calls take `validate: 'device'`. */
export const lockRules = (): LockRules => ({ refuseForDevice })
