// `npm run bench`: what calls cost beside the peers: CPU time in Node and in Chromium, cold start, how that grows, and memory; and what the types cost a
// compiler. Writes the tables into docs/guide/performance.md. `-- --short` measures less and only prints, `-- --types` measures the types alone. Compares
// with the budgets of the design, and never fails over one: a time depends on the machine and on what else it does. What is measured, and how, is in
// scripts/bench/.
import { availableParallelism, type } from 'node:os'
import { compileTypes } from './bench/compile-types.mjs'
import { startChromium } from './bench/in-chromium.mjs'
import { startNode } from './bench/in-node.mjs'
import { runProgram, startServer, stopPrograms } from './bench/programs.mjs'
import { inRounds } from './bench/rounds.mjs'
import {
  byCallsAtOnce,
  byErrors,
  bySize,
  cold,
  compared,
  extents,
  memory,
  typed,
  types,
  usual,
} from './bench/rows.mjs'
import { budgetTable, comparison, growth, memoryTable, typesTable } from './bench/tables.mjs'
import { buildPackage } from './build.mjs'
import { main, secondsSince } from './command.mjs'
import { writePart } from './document-parts.mjs'
import { setUp } from './setup.mjs'

const page = 'docs/guide/performance.md'
const token = 'seam_cst1_bench'
const isShort = process.argv.includes('--short')
const extent = isShort ? extents.short : extents.whole
const { coldRounds, memoryRounds } = extent

// What a reader needs to compare. The machine's name and model are not published.
const machine = `${availableParallelism()} cores, ${type()} ${process.arch}`
const node = `Node ${process.versions.node}`
const conditions = (runtime, count) => `${runtime}, ${machine}; rounds: ${count}`

async function inNode(server) {
  const { scale, rounds, warmUp, growthRounds, growthWarmUp } = extent
  const started = await startNode({ server, token, scale })
  const { measure } = started
  const grown = async (heading, rows) =>
    growth(heading, await inRounds({ rows, rounds: growthRounds, warmUp: growthWarmUp, measure }))
  try {
    say('calls in Node')
    const calls = await inRounds({ rows: usual, rounds, warmUp, measure })
    say('cold start in Node')
    const starts = await coldStarts(async (name) => await coldStartInNode(server, name))
    show('bench-node', [
      conditions(node, rounds),
      comparison('CPU of one call, ms', calls),
      comparison(`cold start, ms; rounds: ${coldRounds}`, starts),
      budgetTable([...calls, ...starts]),
    ])
    say('growth with the size, with calls at once, with errors')
    show('bench-growth', [
      conditions(node, growthRounds),
      await grown('codes in a list, ms', bySize),
      await grown('creates at once, ms each', byCallsAtOnce),
      await grown('damaged codes of 1,000, ms', byErrors),
    ])
  } finally {
    started.stop()
  }
}

async function inChromium(server) {
  const { scale, rounds, warmUp } = extent.chromium
  const started = await startChromium({ server, token, scale })
  if (started === undefined)
    return say('there is no Chromium on this machine, so its tables stay as they are')
  try {
    say('calls in Chromium')
    const calls = await inRounds({ rows: usual, rounds, warmUp, measure: started.measure })
    say('cold start in Chromium')
    const starts = await coldStarts(started.coldStart)
    show('bench-chromium', [
      conditions(`Chromium ${started.version}`, rounds),
      comparison("CPU of one call on the page's thread, ms", calls),
      comparison(`cold start, ms; rounds: ${coldRounds}`, starts),
    ])
  } finally {
    await started.stop()
  }
}

/** A start gives all metrics at once: they are rows of the table, but measured together. */
async function coldStarts(measure) {
  const [{ samples }] = await inRounds({
    rows: [{ clients: compared }],
    rounds: coldRounds,
    warmUp: 1,
    measure,
  })
  return cold.map((row) => ({
    ...row,
    samples: Object.fromEntries(
      compared.map((name) => [name, samples[name].map((sample) => sample[row.metric])]),
    ),
  }))
}

const coldStartInNode = async (server, name) =>
  await runProgram('cold-process.mjs', [name, server.endpointOf({ count: 1 }), token])

async function memoryInNode(server) {
  say('memory of a large list in Node')
  const endpoints = [1, memory.count].map((count) => server.endpointOf({ count }))
  const measure = async (name) =>
    await runProgram('memory-process.mjs', [name, ...endpoints, token], ['--expose-gc'])
  const [{ samples }] = await inRounds({ rows: [memory], rounds: memoryRounds, measure })
  const rows = memory.clients.map((name) => ({ name, samples: samples[name] }))
  show('bench-memory', [conditions(node, memoryRounds), memoryTable(rows)])
}

async function typesInCompiler() {
  say('an app that is compiled with all types')
  const { typesRounds } = extent
  const [{ samples }] = await inRounds({
    rows: [{ clients: typed }],
    rounds: typesRounds,
    warmUp: 1,
    measure: compileTypes,
  })
  const rows = types.map((row) => {
    const values = typed.map((name) => [name, samples[name].map((sample) => sample[row.metric])])
    return { ...row, samples: Object.fromEntries(values) }
  })
  // Not at the top: it is an npm package, which setup may have just brought.
  const { version: typescript } = (await import('typescript')).default
  show('bench-types', [conditions(`${node}, TypeScript ${typescript}`, typesRounds), typesTable(rows, typed)])
}

const begin = performance.now()
const say = (text) => console.log(`bench: ${text} (after ${secondsSince(begin)})`)

function show(part, texts) {
  const text = texts.join('\n\n')
  console.log(`\n${text}\n`)
  if (!isShort) writePart(page, part, text)
}

await main('bench', async () => {
  await setUp({ wasmPack: false })
  await buildPackage()
  try {
    await typesInCompiler()
    if (process.argv.includes('--types')) return
    const server = await startServer()
    await inNode(server)
    await memoryInNode(server)
    await inChromium(server)
  } finally {
    stopPrograms()
  }
  console.log(`bench: done in ${secondsSince(begin)}${isShort ? '' : `, the tables are in ${page}`}`)
})
