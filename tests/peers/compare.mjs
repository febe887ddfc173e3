// Compares what came of a scenario in each client, and holds what differs to the table of named differences. Knows neither
// clients nor servers.
import { isDeepStrictEqual } from 'node:util'
import { names } from './sdks.mjs'

/** In a pattern: the value is not there at all. */
export const absent = Symbol('absent')

/**
 * @typedef {{ at: string, official: unknown, ours: unknown }} Delta where two records differ; a value that is not there is undefined
 * @typedef {object} NamedDifference see differences.mjs
 * @property {string} id
 * @property {string} why
 * @property {string} row
 * @property {string[]} scenarios
 * @property {{ at: string, official?: unknown, ours?: unknown }[]} [deltas]
 */

/** Every place in which the records differ. */
export const deltasOf = (official, ours, at = '') => {
  if (isDeepStrictEqual(official, ours)) return []
  if (!isContainer(official) || !isContainer(ours) || Array.isArray(official) !== Array.isArray(ours)) {
    return [{ at, official, ours }]
  }
  const keys = new Set([...Object.keys(official), ...Object.keys(ours)])
  return [...keys].flatMap((key) => deltasOf(official[key], ours[key], at === '' ? key : `${at}.${key}`))
}

const isContainer = (value) => typeof value === 'object' && value !== null

/** Whether a text fits a pattern, in which `*` stands for anything within one part, and `**` for anything. */
export const fits = (pattern, text, separator = '/') => {
  const source = pattern
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\*+/g, (stars) => (stars === '*' ? `[^${separator}]*` : '.*'))
  return new RegExp(`^${source}$`).test(text)
}

const matches = (pattern, value) => {
  if (pattern === undefined) return true
  if (pattern === absent) return value === undefined
  if (pattern instanceof RegExp) return typeof value === 'string' && pattern.test(value)
  if (isContainer(pattern)) {
    return isContainer(value) && Object.entries(pattern).every(([key, part]) => matches(part, value[key]))
  }
  return isDeepStrictEqual(pattern, value)
}

/** Judges scenario after scenario, and remembers which named differences have been met. */
export class Judge {
  #differences
  #met = new Map()

  /** @param {NamedDifference[]} differences */
  constructor(differences) {
    this.#differences = differences
  }

  /**
   * @param {import('./run.mjs').Scenario} scenario
   * @param {Record<string, any>} results by client
   * @returns {{ equal: string[], named: string[], unnamed: Delta[] }} the official clients that ours is equal to; if there is
   *   none, the differences from the newer one, by name, and those that have no name
   */
  judge({ id, against, raw }, results) {
    const ours = results[names.ours]
    if (isSlipOfTheScenario(ours))
      return { equal: [], named: [], unnamed: [{ at: 'scenario', ours: ours.outcome }] }
    const official = (against === undefined ? [names.newer, names.older] : [against]).filter(
      (name) => !isNotOffered(results[name]),
    )
    const methods = raw ? [] : this.#judgeMethods(id, results)
    const contentOf = ({ asked, outcome, methods }) => ({ asked, outcome, ...(raw && { methods }) })
    const equal = official.filter((name) => isDeepStrictEqual(contentOf(results[name]), contentOf(ours)))
    if (equal.length > 0) return { equal, named: [], unnamed: methods }

    const [baseline = names.newer] = official
    const deltas = deltasOf(contentOf(results[baseline]), contentOf(ours))
    const unnamed = deltas.filter((delta) => !this.#takeNames(id, delta))
    return { equal, named: this.#namesMetBy(id), unnamed: [...methods, ...unnamed] }
  }

  /** Names, or parts of their patterns, that none of the judged scenarios has met. */
  stale() {
    return this.#differences.flatMap(({ id, scenarios, deltas = [] }) => {
      const met = this.#met.get(id) ?? []
      const withoutScenario = scenarios
        .filter((pattern) => !met.some(({ scenario }) => fits(pattern, scenario)))
        .map((pattern) => `${id}: no scenario \`${pattern}\` shows it any more`)
      const withoutDelta = deltas
        .filter((delta) => !met.some((meeting) => meeting.delta === delta))
        .map((delta) => `${id}: nothing differs any more at \`${delta.at}\` as the table says`)
      return [...withoutScenario, ...withoutDelta]
    })
  }

  /** How many scenarios met each difference. */
  counts() {
    return Object.fromEntries(
      this.#differences.map(({ id }) => [
        id,
        new Set((this.#met.get(id) ?? []).map(({ scenario }) => scenario)).size,
      ]),
    )
  }

  #judgeMethods(id, results) {
    const { methods } = results[names.ours]
    if (methods.some((method) => method !== 'POST'))
      return [{ at: 'methods', official: 'POST', ours: methods }]
    if (results[names.newer].methods.some((method) => method !== 'POST')) this.#meet('post-for-all', id)
    return []
  }

  #takeNames(scenario, delta) {
    const takers = this.#differences.flatMap((difference) => {
      if (!difference.scenarios.some((pattern) => fits(pattern, scenario))) return []
      return (difference.deltas ?? [])
        .filter(
          (pattern) =>
            fits(pattern.at, delta.at, '.') &&
            matches(pattern.official, delta.official) &&
            matches(pattern.ours, delta.ours),
        )
        .map((pattern) => ({ id: difference.id, pattern }))
    })
    for (const { id, pattern } of takers) this.#meet(id, scenario, pattern)
    return takers.length > 0
  }

  #meet(id, scenario, delta) {
    this.#met.set(id, [...(this.#met.get(id) ?? []), { scenario, delta }])
  }

  #namesMetBy(scenario) {
    return [...this.#met]
      .filter(([, met]) =>
        met.some((meeting) => meeting.scenario === scenario && meeting.delta !== undefined),
      )
      .map(([id]) => id)
  }
}

const isNotOffered = ({ outcome }) => outcome.threw?.class === 'NotOffered'

// All clients fail alike, or none comes to an end, in a scenario that is itself wrong; that would pass as equal.
const isSlipOfTheScenario = ({ outcome }) =>
  outcome.hangs ||
  /is not (a function|defined|iterable)|Cannot read propert/.test(outcome.threw?.message ?? '')
