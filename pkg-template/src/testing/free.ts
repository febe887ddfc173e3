// The end of a fake: its memory in the module is given back, by hand or when the fake is garbage-collected.
import { askFake } from './module.js'

/**
 * Gives the memory of a fake back.
 * @internal
 */
export const freeFake = (where: string, fake: number): void => {
  askFake(where, 'free', { fake })
}

// Older workers have no such registry: there a fake is freed by hand, or with the worker.
const registry =
  typeof FinalizationRegistry === 'undefined'
    ? undefined
    : /* @__PURE__ */ new FinalizationRegistry<number>((fake) => freeFake('free', fake))

/**
 * Frees a fake when what it hangs on is garbage-collected.
 * @internal
 */
export const freeWith = (holder: WeakKey, fake: number): void => registry?.register(holder, fake)
