// What is measured: a row each, by which clients, how often, and the budgets that it is held against. Measures nothing.
//
// `calls` is how many make one block, whose CPU time is read: enough for about 0.1 s. `budgets` has the largest ratio of our time to that of
// another client, in Node.

/** `name` is that of the file in clients/. The first is held against the others. */
export const clients = [
  { name: 'seam-edge', title: 'seam-edge' },
  { name: 'official', title: '`@seamapi/http`' },
  { name: 'official-and-zod', title: '`@seamapi/http` and zod' },
  { name: 'fetch', title: 'bare `fetch`' },
]

const all = clients.map(({ name }) => name)
const checking = ['seam-edge', 'official-and-zod']

const list = (count, calls, more) => ({ operation: 'list', count, damaged: 0, calls, clients: all, ...more })
const create = (calls, more) => ({ operation: 'create', count: 1, damaged: 0, calls, clients: all, ...more })
const issues = (damaged, calls) => ({ operation: 'issues', count: 1000, damaged, calls, clients: checking })

export const usual = [
  { title: 'list of 1', ...list(1, 300), budgets: { official: 0.85 } },
  { title: 'list of 100', ...list(100, 60), budgets: { official: 1 } },
  { title: 'list of 1,000', ...list(1000, 10), budgets: { official: 1.25, fetch: 1.5 } },
  { title: 'create', ...create(300), budgets: { official: 0.5 } },
]

/** Each in a fresh process, and in a fresh page. `metric` is a field of what a cold start answers. */
export const cold = [
  { title: 'import and first client, CPU', metric: 'clientCpu', budgets: { official: 0.12 } },
  { title: 'import and first client, elapsed', metric: 'clientElapsed' },
  { title: 'up to the first answer, CPU', metric: 'answerCpu' },
  { title: 'up to the first answer, elapsed', metric: 'answerElapsed' },
]

export const bySize = [
  { title: '1', ...list(1, 300) },
  { title: '10', ...list(10, 200) },
  { title: '100', ...list(100, 60) },
  { title: '1,000', ...list(1000, 10) },
  { title: '10,000', ...list(10_000, 1) },
]

export const byCallsAtOnce = [
  { title: '1', ...create(300, { atOnce: 1 }) },
  { title: '2', ...create(300, { atOnce: 2 }) },
  { title: '10', ...create(300, { atOnce: 10 }) },
  { title: '50', ...create(300, { atOnce: 50 }) },
  { title: '200', ...create(300, { atOnce: 200 }) },
]

export const byErrors = [
  { title: '0', ...issues(0, 10) },
  { title: '1', ...issues(1, 10) },
  { title: '10', ...issues(10, 10) },
  { title: '100', ...issues(100, 10) },
  { title: '1,000', ...issues(1000, 5) },
]

/** About 10 MB of reply. */
export const memory = { count: 14_100, clients: all }

/**
 * How much is measured. `scale` shortens the blocks; what comes before the first round is for compilers to warm up, and is not counted. A call
 * takes longest in Chromium, because it crosses several processes.
 */
export const extents = {
  whole: {
    scale: 1,
    rounds: 25,
    warmUp: 6,
    coldRounds: 15,
    growthRounds: 9,
    growthWarmUp: 3,
    memoryRounds: 5,
    chromium: { scale: 0.5, rounds: 15, warmUp: 4 },
  },
  short: {
    scale: 0.3,
    rounds: 3,
    warmUp: 2,
    coldRounds: 2,
    growthRounds: 1,
    growthWarmUp: 1,
    memoryRounds: 1,
    chromium: { scale: 0.2, rounds: 3, warmUp: 2 },
  },
}
