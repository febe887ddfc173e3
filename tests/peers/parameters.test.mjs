// Random parameters for every endpoint: what the official clients send, in a query or a body, has to say the same as the JSON
// of ours. A query is read back by the strict rules of the server. The seed is fixed, and printed with what fails;
// SEAM_EDGE_SEED sets another.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import fc from 'fast-check'
import { startRecordingProxy } from '../support/recording-proxy.mjs'
import { officialEndpoints } from './official-endpoints.mjs'
import { loadSdks, methodAt, names } from './sdks.mjs'
import { parametersOf } from './wire.mjs'

const seed = Number(process.env.SEAM_EDGE_SEED ?? 20_260_301)
const always = Number.POSITIVE_INFINITY

// An empty text is not in a query at all (see parameters/values/empty-text); half a character has no UTF-8.
const text = fc.oneof(
  fc.string({ minLength: 1, unit: 'grapheme' }),
  fc.constantFrom(
    'a+b',
    'a b',
    '100%',
    'a&b=c',
    'ä,ö',
    '😀',
    'true',
    '5',
    'null',
    '[]',
    'a.b',
    '?',
    '#',
    '\\',
    '"',
    '\n',
    ' ',
  ),
)
const date = fc.date({ min: new Date('1971-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }))
// The query does not tell the text `true` in a map from the boolean.
const mapText = text.filter((value) => !/^(true|false|-?\d+(\.\d+)?)$/.test(value))
const map = fc.dictionary(fc.stringMatching(/^[a-z][a-z_]{0,8}$/), fc.oneof(mapText, fc.boolean()), {
  minKeys: 1,
  maxKeys: 4,
})

/** Values of the type of the sample. */
const like = (name, sample) => {
  if (Array.isArray(sample)) {
    const item =
      typeof sample[0] === 'object' && sample[0] !== null
        ? fc.constant(sample[0])
        : scalarLike(name, sample[0])
    return fc.array(item, { maxLength: 4 })
  }
  // A null in place of an empty array, and what an empty map is, cannot be told from a query.
  if (typeof sample === 'object' && sample !== null) return map
  return fc.option(scalarLike(name, sample), { freq: 8 })
}

const scalarLike = (name, sample) => {
  switch (typeof sample) {
    case 'boolean':
      return fc.boolean()
    case 'number':
      return number
    default:
      return /_(at|before|after|since)$|^(since|between)/.test(name) ? fc.oneof(date, text) : text
  }
}

/** All of them, of which some are undefined, or some of them. */
const parametersLike = (samples) => {
  const values = Object.entries(samples).map(([name, sample]) => [name, like(name, sample)])
  const orUndefined = values.map(([name, arbitrary]) => [
    name,
    fc.option(arbitrary, { nil: undefined, freq: 12 }),
  ])
  return fc.oneof(
    fc.record(Object.fromEntries(orUndefined)),
    fc.record(Object.fromEntries(values), { requiredKeys: [] }),
  )
}

describe('random parameters', { timeout: 600_000, concurrency: 8 }, () => {
  const clients = {}
  const proxies = {}

  before(async () => {
    for (const { name, exports, translate } of await loadSdks()) {
      const proxy = await startRecordingProxy('http://127.0.0.1:9')
      for (const { path, reply } of officialEndpoints) proxy.fault(path, { status: 200, body: reply }, always)
      proxies[name] = proxy
      clients[name] = new exports.SeamHttp(
        translate({
          apiKey: 'seam_apikey1_token',
          endpoint: proxy.url,
          validate: 'off',
          waitForActionAttempt: false,
        }),
      )
    }
  })

  after(async () => {
    for (const proxy of Object.values(proxies)) await proxy.stop()
  })

  /** What the client sends, or why it refuses to. */
  const sentBy = async (name, path, parameters) => {
    const method = methodAt(clients[name], path)
    if (method === undefined) return undefined
    const before = proxies[name].count(path)
    try {
      await method(parameters)
    } catch (error) {
      // What the reply lacks is no matter of parameters.
      if (proxies[name].count(path) === before) return { refuses: error.name, message: error.message }
    }
    return { sends: parametersOf(proxies[name].last(path)) }
  }

  for (const { name, path, parameters } of officialEndpoints) {
    test(name, async () => {
      let sent = 0
      const property = fc.asyncProperty(parametersLike(parameters), async (given) => {
        const [newer, older, ours] = await Promise.all(
          [names.newer, names.older, names.ours].map((client) => sentBy(client, path, given)),
        )
        if (newer !== undefined) assert.deepEqual(inOrder(ours), inOrder(newer), names.newer)
        // The older client looks for nothing that is missing.
        if (older?.sends !== undefined && ours.sends !== undefined) assert.deepEqual(ours, older, names.older)
        assert.ok(newer ?? older, 'one of the official clients has the endpoint')
        if (ours.sends !== undefined) sent += 1
      })
      await fc.assert(property, { seed, numRuns: 40 })
      assert.ok(sent >= 10, `only ${sent} requests were sent`)
    })
  }
})

// The newer client names what is missing in alphabetical order, and does not say of which parameters one is needed.
const inOrder = (given) => {
  const short = given.message?.replace(/^(At least one parameter is required for \S+): one of .*$/, '$1')
  const outcome = short === undefined ? given : { ...given, message: short }
  const [, start, missing] = outcome.message?.match(/^(Required parameters missing for .*: )(.*)$/) ?? []
  return missing === undefined
    ? outcome
    : { ...outcome, message: start + missing.split(', ').sort().join(', ') }
}
