// Runs scenarios: each one through each client, against a server of its own, several at a time. Gives what was asked and
// what came of it; whether that is right is for compare.mjs.
import { loadSdks, methodAt } from './sdks.mjs'
import { startServer } from './server.mjs'
import { inAttempts } from './wire.mjs'

/**
 * @typedef {object} Scenario
 * @property {string} id
 * @property {(stage: Stage) => unknown} does what is done with a client; what it gives or throws is compared
 * @property {[string | undefined, import('../support/recording-proxy.mjs').Fault, number?][]} [faults] see `fault` of the proxy
 * @property {Record<string, string>} [env] environment variables; `<endpoint>` in them is the server's address
 * @property {string} [against] the official client that alone counts, where another comes to the same for another reason
 * @property {boolean} [raw] compare the HTTP methods too, where they are the caller's choice
 * @property {boolean} [polls] it asks the same again and again until a time is over, so how often is not compared
 * @property {string} [group] scenarios of one group are reported together
 */

/**
 * What a scenario has at hand.
 * @typedef {object} Stage
 * @property {any} exports what the client's package exports
 * @property {any} seam a client with the seeded API key
 * @property {(options?: any, className?: string) => any} make a client, with the seeded API key if no other way to authenticate is given
 * @property {(options?: any, className?: string) => any} construct a client with these options alone and the address of the server
 * @property {(name: string, ...parameters: any[]) => any} factory `SeamHttp[name]`, with the address of the server
 * @property {(path: string, parameters?: any, options?: any) => any} call a method by the path of its endpoint
 * @property {<T>(action: () => T) => T} bare do something synchronous in the environment of the scenario
 * @property {string} endpoint address of the server
 * @property {any} seed ids and tokens of the fake
 * @property {any} database of the fake
 * @property {() => number} sent how many requests came so far
 * @property {() => any[]} requests what the proxy has recorded so far
 */

const authentication = [
  'apiKey',
  'clientSessionToken',
  'personalAccessToken',
  'consoleSessionToken',
  'client',
]

/**
 * @param {Scenario[]} scenarios
 * @param {{ concurrency?: number, deadline?: number, sdks?: any[] }} [options] `sdks` in place of those of sdks.mjs
 * @returns {Promise<Map<string, Record<string, { asked: any[], outcome: any }>>>} by scenario and client
 */
export const runScenarios = async (scenarios, { concurrency = 24, deadline = 30_000, sdks } = {}) => {
  sdks ??= await loadSdks()
  letLongTimersGo()
  const results = new Map(scenarios.map(({ id }) => [id, {}]))
  const jobs = scenarios.flatMap((scenario) => sdks.map((sdk) => ({ scenario, sdk })))
  const work = async () => {
    for (let job = jobs.shift(); job !== undefined; job = jobs.shift()) {
      const { scenario, sdk } = job
      const server = await startServer()
      const result = await runOne(scenario, sdk, server, deadline)
      results.get(scenario.id)[sdk.name] = result
      if (result.outcome.threw?.class === 'SeamActionAttemptTimeoutError') fading.push(server.fadeOut())
      else await server.stop()
    }
  }
  const fading = []
  await Promise.all(Array.from({ length: Math.min(concurrency, jobs.length) }, work))
  await Promise.all(fading)
  return results
}

// An official client that waits as long as a `Retry-After` says must not keep the process for as long.
const letLongTimersGo = () => {
  const { setTimeout: start } = globalThis
  if (start.letsGo) return
  const setTimeout = (action, delay, ...rest) => {
    const timer = start(action, delay, ...rest)
    return delay > 50_000 ? timer.unref() : timer
  }
  globalThis.setTimeout = Object.assign(setTimeout, { letsGo: true })
}

const runOne = async (scenario, sdk, { proxy, fake }, deadline) => {
  for (const fault of [...(sdk.faults ?? []), ...(scenario.faults ?? [])]) proxy.fault(...fault)
  const warned = []
  const stage = stageFor(scenario, sdk, { proxy, fake, warned })
  let timer
  const late = new Promise((resolve) => {
    timer = setTimeout(() => resolve({ hangs: true }), deadline)
  })
  const outcome = await Promise.race([outcomeOf(() => scenario.does(stage), sdk), late])
  clearTimeout(timer)
  const record = {
    asked: inAttempts(proxy.requests).map((asked) =>
      scenario.polls ? { ...asked, attempts: 'some' } : asked,
    ),
    outcome: { ...outcome, ...(warned.length > 0 && { warned }) },
  }
  return {
    ...comparable(record, proxy.url),
    methods: [...new Set(proxy.requests.map(({ method }) => method))],
  }
}

/** @returns {Stage} */
const stageFor = ({ env = {} }, { exports, translate }, { proxy, fake, warned }) => {
  const inEnvironment = (action) => withEnvironment(env, proxy.url, warned, action)
  const construct = (options = {}, className = 'SeamHttp') => {
    if (exports[className] === undefined) throw new NotOffered(`no ${className}`)
    return inEnvironment(() => new exports[className](translate({ endpoint: proxy.url, ...options })))
  }
  const make = (options = {}, className) =>
    authentication.some((name) => name in options)
      ? construct(options, className)
      : construct({ apiKey: fake.seed.seam_apikey1_token, ...options }, className)
  let seam
  const seamOnce = () => {
    seam ??= make()
    return seam
  }
  return {
    exports,
    make,
    construct,
    factory: (name, ...parameters) => {
      const hasOptions = typeof parameters.at(-1) === 'object'
      const options = translate({ endpoint: proxy.url, ...(hasOptions ? parameters.pop() : {}) })
      return inEnvironment(() => exports.SeamHttp[name](...parameters, options))
    },
    bare: (action) => inEnvironment(action),
    get seam() {
      return seamOnce()
    },
    call: (path, ...rest) => {
      const method = methodAt(seamOnce(), path)
      if (method === undefined) throw new NotOffered(`no method for ${path}`)
      return method(...rest)
    },
    seed: fake.seed,
    database: fake.database,
    endpoint: proxy.url,
    sent: () => proxy.count(),
    requests: () => proxy.requests,
  }
}

class NotOffered extends Error {}

// Clients read the environment while they are made, which takes no turn of the event loop; so runs cannot disturb each other.
const withEnvironment = (env, endpoint, warned, action) => {
  const { warn } = console
  console.warn = (...words) => warned.push(words.join(' '))
  for (const [name, value] of Object.entries(env)) process.env[name] = value.replace('<endpoint>', endpoint)
  try {
    return action()
  } finally {
    for (const name of Object.keys(env)) delete process.env[name]
    console.warn = warn
  }
}

const outcomeOf = async (action, { exports }) => {
  try {
    return { value: await action() }
  } catch (error) {
    return { threw: describeError(error, exports) }
  }
}

/** What of an error code may rely on. */
export const describeError = (error, exports) => {
  if (!(error instanceof Error)) return { notAnError: String(error) }
  const { code, statusCode, requestId, data, path, responseKey, actionAttempt, response, validationErrors } =
    error
  const isInvalidResponse = error.name === 'SeamHttpInvalidResponseError'
  return {
    class: error.constructor.name,
    name: error.name,
    message: error.message,
    guards: guards.filter((guard) => exports[guard]?.(error)),
    ...given({ code, statusCode, requestId, data, actionAttempt }),
    ...(validationErrors && { validationErrors: validationErrors.map((item) => ({ ...item })) }),
    ...(isInvalidResponse && { path, responseKey }),
    ...(response && { response: { status: response.status, data: response.data } }),
  }
}

const guards = [
  'isSeamHttpApiError',
  'isSeamHttpUnauthorizedError',
  'isSeamHttpInvalidInputError',
  'isSeamHttpInvalidResponseError',
  'isSeamActionAttemptError',
  'isSeamActionAttemptFailedError',
  'isSeamActionAttemptTimeoutError',
]

const given = (object) =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined))

// Ports and secrets of webhooks differ from run to run, and what the fake dates is of this moment; nothing else is made
// the same.
const comparable = (record, endpoint) =>
  JSON.parse(
    JSON.stringify(record, (_, value) => {
      if (value === undefined) return '<undefined>'
      if (typeof value !== 'string') return value
      const text = value
        .replaceAll(endpoint, '<endpoint>')
        .replace(/^fake_secret_[0-9a-f]+$/, '<secret of the fake>')
      return isOfThisMoment(text) ? '<now>' : text
    }),
  )

// Or a year from now: that is when the fake's client sessions expire.
const isOfThisMoment = (text) => {
  if (!/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text)) return false
  const hours = (Date.parse(text) - Date.now()) / 3_600_000
  return [0, 365 * 24, 366 * 24].some((expected) => Math.abs(hours - expected) < 8)
}
