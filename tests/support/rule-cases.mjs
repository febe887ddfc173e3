// The tables in tests/cases/rules as `checkAccessCode` takes them, for tests and for the document that shows what each rule says. Checks nothing.
import { readdirSync, readFileSync } from 'node:fs'

const directory = new URL('../cases/rules/', import.meta.url)

/** Each table, in the order of the names: `{ file, cases }`, and of each case `{ name, parameters, options, issues }`. */
export const readRuleCases = () =>
  readdirSync(directory)
    .sort()
    .map((file) => {
      const { device, now, cases } = JSON.parse(readFileSync(new URL(file, directory), 'utf8'))
      const prepared = cases.map(({ name, parameters, issues, ...one }) => {
        const options = { device: laidOver(device, one.device), existing: one.existing, now: one.now ?? now }
        return { name, parameters: withId(parameters), options, issues }
      })
      return { file, cases: prepared }
    })

const withId = (parameters) =>
  ['device_id', 'device_ids', 'access_code_id'].some((id) => parameters[id] !== undefined)
    ? parameters
    : { ...parameters, device_id: 'device1' }

const laidOver = (below = {}, above = {}) => {
  const merged = { ...below, ...above }
  if (below?.properties && isObject(above?.properties)) {
    merged.properties = { ...below.properties, ...above.properties }
  }
  return merged
}

const isObject = (value) => typeof value === 'object' && value !== null
