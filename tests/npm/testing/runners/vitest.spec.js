import { expect, test, vi } from 'vitest'
import { defineTests } from './fake.js'

const timers = {
  fake: () => vi.useFakeTimers(),
  advance: (ms) => vi.advanceTimersByTimeAsync(ms),
  real: () => vi.useRealTimers(),
}

defineTests({ test, expect, timers })
