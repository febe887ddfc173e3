// A real HTTP server in front of the fake: it records every request with the answer's status and misbehaves on demand.
// It is how tests see what was sent, and how they make what the fake cannot: dropped connections, slow or broken
// answers, endpoints that the fake lacks. Knows nothing of the package under test.
import http from 'node:http'

/**
 * @typedef {object} RecordedRequest
 * @property {string} method
 * @property {string} path without the query
 * @property {string} search the query with its `?`, or an empty string
 * @property {Record<string, string>} headers names in lower case
 * @property {string} rawBody
 * @property {any} body parsed `rawBody`; undefined when it is no JSON
 * @property {number} time milliseconds since 1970, at the arrival
 * @property {number | undefined} status what was answered; undefined when nothing was
 */

/**
 * What to do with a request instead of passing it on. Everything may be combined with `until`.
 * @typedef {object} Fault
 * @property {Promise<unknown>} [until] wait for this first
 * @property {number} [status] answer with this status, without asking the fake
 * @property {Record<string, string>} [headers] headers of that answer, or over those of the fake
 * @property {string | object} [body] body of that answer; an object goes as JSON
 * @property {'before' | 'after'} [drop] close the connection before or after the fake has done the work
 * @property {boolean} [hang] never answer
 * @property {boolean} [stall] send the headers and half of the fake's answer, and never the rest
 * @property {boolean} [truncate] send the first half of the fake's answer, as if it were whole
 * @property {(body: any) => any} [transform] change the fake's JSON answer
 */

/**
 * A request as it goes to the fake; `url` is path and query.
 * @typedef {{ method: string, url: string, headers: Record<string, string>, rawBody: string }} PassedRequest
 */

/** @typedef {{ status: number, headers: Record<string, string>, body: string }} Answer */

/**
 * @param {string} upstreamUrl
 * @param {object} [options]
 * @param {(request: PassedRequest, pass: (request: PassedRequest) => Promise<Answer>) => Promise<Answer>} [options.ask]
 *   stands between proxy and fake, for what the fake understands in another form than its clients send it
 */
export const startRecordingProxy = async (upstreamUrl, { ask = (request, pass) => pass(request) } = {}) => {
  /** @type {RecordedRequest[]} */
  const requests = []
  /** @type {Array<{ path: string | undefined, times: number, fault: Fault }>} */
  let rules = []

  const takeFault = (path) => {
    const rule = rules.find((candidate) => candidate.path === undefined || candidate.path === path)
    if (rule === undefined) return {}
    rule.times -= 1
    if (rule.times === 0) rules = rules.filter((other) => other !== rule)
    return rule.fault
  }

  const server = http.createServer((request, response) => {
    // The fake is stopped already, or the client has hung up.
    answerTo(request, response).catch(() => request.socket.destroy())
  })

  const answerTo = async (request, response) => {
    const rawBody = await readText(request)
    const { pathname, search } = new URL(request.url, upstreamUrl)
    const record = {
      method: request.method,
      path: pathname,
      search,
      headers: { ...request.headers },
      rawBody,
      body: parseJson(rawBody),
      time: Date.now(),
      status: undefined,
    }
    requests.push(record)
    const passed = { method: request.method, url: request.url, headers: request.headers, rawBody }
    const answer = await misbehave(takeFault(pathname), () =>
      ask(passed, (changed) => forward(upstreamUrl, changed)),
    )
    if (answer === 'hang') return
    if (answer === 'drop' || response.destroyed) {
      request.socket.destroy()
      return
    }
    record.status = answer.status
    response.writeHead(answer.status, answer.headers)
    if (answer.stalls) response.write(firstHalf(answer.body))
    else response.end(answer.body)
  }

  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))

  return {
    url: `http://127.0.0.1:${server.address().port}`,
    requests,

    /** @returns {RecordedRequest} the last request, of `path` when given */
    last: (path) => requests.findLast((record) => path === undefined || record.path === path),

    /** @returns {number} how many requests came, for `path` when given */
    count: (path) => requests.filter((record) => path === undefined || record.path === path).length,

    /**
     * Misbehave for the next `times` requests to `path`; `undefined` for `path` is any.
     * @param {string | undefined} path
     * @param {Fault} fault
     * @param {number} [times]
     */
    fault: (path, fault, times = 1) => {
      rules.push({ path, fault, times })
    },

    /** Forgets requests and faults. */
    reset: () => {
      requests.length = 0
      rules = []
    },

    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** @param {Fault} fault */
const misbehave = async (fault, askUpstream) => {
  await fault.until
  if (fault.hang) return 'hang'
  if (fault.drop === 'before') return 'drop'
  if (fault.status !== undefined) return invent(fault)

  const answer = await askUpstream()
  if (fault.drop === 'after') return 'drop'
  if (fault.truncate) {
    answer.body = firstHalf(answer.body)
  }
  if (fault.transform !== undefined) {
    answer.body = JSON.stringify(fault.transform(JSON.parse(answer.body)))
  }
  return { ...answer, stalls: fault.stall, headers: { ...answer.headers, ...fault.headers } }
}

const invent = ({ status, headers = {}, body = '' }) => {
  const isJson = typeof body !== 'string'
  return {
    status,
    headers: {
      'access-control-allow-origin': '*',
      'seam-request-id': 'request_of_proxy',
      ...(isJson ? { 'content-type': 'application/json' } : {}),
      ...headers,
    },
    body: isJson ? JSON.stringify(body) : body,
  }
}

const forward = (upstreamUrl, { method, url, headers, rawBody }) =>
  new Promise((resolve, reject) => {
    const { host: _host, connection: _connection, ...passedOn } = headers
    const request = http.request(
      new URL(url, upstreamUrl),
      { method, headers: passedOn, agent: false },
      async (response) => {
        const body = await readText(response)
        resolve({
          status: response.statusCode,
          headers: withoutHopByHop(response.headers),
          body,
        })
      },
    )
    request.on('error', reject)
    request.end(rawBody)
  })

// Length and encoding belong to one connection; node sets them anew for the changed body.
const withoutHopByHop = ({
  connection: _connection,
  'keep-alive': _keepAlive,
  'content-length': _length,
  'transfer-encoding': _encoding,
  ...headers
}) => headers

const readText = async (stream) => {
  const chunks = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

const firstHalf = (text) => text.slice(0, Math.floor(text.length / 2))

const parseJson = (text) => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
