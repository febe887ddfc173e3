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
  { name: 'fetch-with-limit', title: '`fetch` with a time limit' },
]

const all = clients.map(({ name }) => name)
/** Those that are measured beyond the usual calls, too. */
export const compared = all.filter((name) => name !== 'fetch-with-limit')
const checking = ['seam-edge', 'official-and-zod']

const list = (count, calls, clients = compared) => ({ operation: 'list', count, calls, clients })
const create = (calls, clients = compared) => ({ operation: 'create', count: 1, calls, clients })
const issues = (damaged, calls) => ({ operation: 'issues', count: 1000, damaged, calls, clients: checking })

const titled = (number, row) => ({ title: number.toLocaleString('en-US'), ...row })

export const usual = [
  { title: 'list of 1', ...list(1, 300, all), budgets: { official: 1.05 } },
  { title: 'list of 100', ...list(100, 60, all), budgets: { official: 1 } },
  { title: 'list of 1,000', ...list(1000, 10, all), budgets: { official: 1.25, fetch: 1.5 } },
  { title: 'create', ...create(300, all), budgets: { official: 0.65 } },
]

/** Each in a fresh process, and in a fresh page. `metric` is a field of what a cold start answers. */
export const cold = [
  { title: 'import and first client, CPU', metric: 'clientCpu', budgets: { official: 0.12 } },
  { title: 'import and first client, elapsed', metric: 'clientElapsed' },
  { title: 'up to the first answer, CPU', metric: 'answerCpu' },
  { title: 'up to the first answer, elapsed', metric: 'answerElapsed' },
]

export const bySize = [
  [1, 300],
  [10, 200],
  [100, 60],
  [1000, 10],
  [10_000, 1],
].map(([count, calls]) => titled(count, list(count, calls)))

export const byCallsAtOnce = [1, 2, 10, 50, 200].map((atOnce) => titled(atOnce, { ...create(300), atOnce }))

export const byErrors = [
  [0, 10],
  [1, 10],
  [10, 10],
  [100, 10],
  [1000, 5],
].map(([damaged, calls]) => titled(damaged, issues(damaged, calls)))

/** An app that is compiled with the types of each client. `metric` is a field of what a run of tsc answers. */
export const types = [
  { title: 'time of tsc, ms', metric: 'time', unit: 1 },
  { title: 'memory of tsc, MB', metric: 'memory', unit: 1e6 },
  { title: 'lines of declarations', metric: 'lines', unit: 1 },
]
export const typed = ['seam-edge', 'official']

/** About 10 MB of reply. */
export const memory = { count: 14_100, clients: compared }

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
    typesRounds: 7,
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
    typesRounds: 1,
    chromium: { scale: 0.2, rounds: 3, warmUp: 2 },
  },
}
