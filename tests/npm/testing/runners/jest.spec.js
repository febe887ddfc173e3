import { expect, jest, test } from '@jest/globals'
import { defineTests } from './fake.js'

const timers = {
  // Node's own streams need these.
  fake: () => jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] }),
  advance: (ms) => jest.advanceTimersByTimeAsync(ms),
  real: () => jest.useRealTimers(),
}

defineTests({ test, expect, timers })
