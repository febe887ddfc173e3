// What travels: the query of the newer official client read back by the rules of the server's strict parser, the types of
// parameters as the request fixtures show them, and one form for requests of all clients. Sends nothing, judges nothing.
import { endpointAt } from '../support/endpoints.mjs'

/**
 * The parameters that a query says, by the strict rules: arrays are repeated names, an empty value is null or an empty
 * array, a dot leads into a map. A query has no types; what no fixture has, as in a map, is text or a boolean.
 * @param {string} search with or without its `?`
 * @param {Record<string, unknown>} samples a value of each parameter, of its type
 */
export const readQuery = (search, samples = {}) => {
  const parameters = {}
  const query = new URLSearchParams(search)
  for (const name of new Set(query.keys())) {
    if (name === '_strict') continue
    const texts = query.getAll(name)
    const [first, ...inside] = name.split('.')
    if (inside.length === 0) {
      parameters[name] = readTexts(texts, Object.hasOwn(samples, name) ? samples[name] : guess)
    } else {
      parameters[first] ??= {}
      parameters[first][inside.join('.')] = readTexts(texts, guess)
    }
  }
  return parameters
}

// In place of a sample, where there is none.
const guess = Symbol('guess')

const readTexts = (texts, sample) => {
  const isEmpty = texts.length === 1 && texts[0] === ''
  if (Array.isArray(sample)) return isEmpty ? [] : texts.map((text) => readText(text, sample[0]))
  if (isEmpty) return null
  return texts.length > 1 ? texts.map((text) => readText(text, guess)) : readText(texts[0], sample)
}

const readText = (text, sample) => {
  if (sample === guess) return readGuessed(text)
  if (typeof sample === 'number') return Number(text)
  return typeof sample === 'boolean' ? text === 'true' : text
}

const readGuessed = (text) => (text === 'true' || text === 'false' ? text === 'true' : text)

/**
 * The parameters of a recorded request, wherever it carries them; undefined for a body that is no JSON.
 * @param {import('../support/recording-proxy.mjs').RecordedRequest} request
 */
export const parametersOf = ({ path, search, rawBody, body }) => {
  if (search !== '') return readQuery(search, endpointAt(path)?.parameters)
  return rawBody === '' ? {} : body
}

const authentication = ['authorization', 'client-session-token', 'seam-publishable-key', 'seam-workspace']

/** What one attempt asks, without what says which client asks. */
export const askedBy = (request) => ({
  path: request.path,
  parameters: parametersOf(request),
  headers: Object.fromEntries(
    Object.entries(request.headers).filter(
      ([name]) => authentication.includes(name) || name.startsWith('x-'),
    ),
  ),
})

/** Attempts that ask the same, one after the other, as one with their number. */
export const inAttempts = (requests) => {
  const asked = []
  for (const request of requests.map(askedBy)) {
    const previous = asked.at(-1)
    if (previous !== undefined && sameAsk(previous, request)) previous.attempts += 1
    else asked.push({ ...request, attempts: 1 })
  }
  return asked
}

const sameAsk = ({ attempts: _attempts, ...before }, after) =>
  JSON.stringify(before) === JSON.stringify(after)
