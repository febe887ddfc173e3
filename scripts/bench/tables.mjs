// What was measured, as tables and as the list of budgets. Measures nothing.
import { tableOf } from '../markdown.mjs'
import { clients } from './rows.mjs'
import { median, pairedRatio } from './statistics.mjs'

const [own, ...others] = clients
const titleOf = (name) => clients.find((client) => client.name === name).title

/** Our time, and for each other client its own and how many times that ours is, with the quartiles. */
export function comparison(heading, rows) {
  const measured = others.filter(({ name }) => name in rows[0].samples)
  const cells = ({ title, samples }) => [
    title,
    inMilliseconds(median(samples[own.name])),
    ...measured.map(({ name }) => comparedWith(samples, name)),
  ]
  return tableOf([[heading, own.title, ...measured.map(({ title }) => title)], ...rows.map(cells)])
}

/** The time of each client alone, for those that were measured. */
export function growth(heading, rows) {
  const names = rows[0].clients
  const cells = ({ title, samples }) => [title, ...names.map((name) => inMilliseconds(median(samples[name])))]
  return tableOf([[heading, ...names.map(titleOf)], ...rows.map(cells)])
}

/** Memory in MB. */
export function memoryTable(rows) {
  const values = ['peak', 'held', 'left', 'wasm']
  const heading = ['MB', 'largest during the call', 'answer in use', 'after it', 'of that WebAssembly']
  const cells = ({ name, samples }) => [
    titleOf(name),
    ...values.map((value) => inMegabytes(median(samples.map((sample) => sample[value])))),
  ]
  return tableOf([heading, ...rows.map(cells)])
}

/** What the types of our client cost, and of the official one, with how many times that ours is. */
export function typesTable(rows, [ours, theirs]) {
  const cells = ({ title, samples, unit }) => {
    const { median: ratio, low, high } = pairedRatio(samples[ours], samples[theirs])
    const shown = (name) => inMilliseconds(median(samples[name]) / unit)
    return [title, shown(ours), shown(theirs), `${times(ratio)}, ${low.toFixed(2)} to ${high.toFixed(2)}`]
  }
  return tableOf([['an app of all types', titleOf(ours), titleOf(theirs), 'ratio'], ...rows.map(cells)])
}

/** A line for each budget, with the ratio that was measured. */
export function budgetTable(rows) {
  const lines = rows.flatMap(({ title, budgets = {}, samples }) =>
    Object.entries(budgets).map(([name, budget]) => {
      const { median: ratio } = pairedRatio(samples[own.name], samples[name])
      return [
        `${title}, against ${titleOf(name)}`,
        `${budget.toFixed(2)} x`,
        times(ratio),
        ratio <= budget ? 'met' : 'not met',
      ]
    }),
  )
  return tableOf([['budget', 'at most', 'measured', ''], ...lines])
}

function comparedWith(samples, name) {
  const { median: ratio, low, high } = pairedRatio(samples[own.name], samples[name])
  return `${inMilliseconds(median(samples[name]))} (${times(ratio)}, ${low.toFixed(2)} to ${high.toFixed(2)})`
}

const times = (ratio) => `${ratio.toFixed(2)} x`

// Three digits say as much as the spread allows.
const inMilliseconds = (value) => Number(value.toPrecision(3)).toLocaleString('en-US')

const inMegabytes = (bytes) => (bytes / 1e6).toFixed(1)
