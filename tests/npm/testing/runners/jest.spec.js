import { expect, jest, test } from '@jest/globals'
import { defineTests } from './fake.js'
import { defineTests as defineTestsOfMsw } from './msw.js'

const timers = {
  // Node's own streams need these.
  fake: () => jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] }),
  advance: (ms) => jest.advanceTimersByTimeAsync(ms),
  real: () => jest.useRealTimers(),
}

defineTests({ test, expect, timers })
defineTestsOfMsw({ test, expect })
