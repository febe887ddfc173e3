// A small server of `/events/list` for what the official fake cannot: page limits, any order, fractions of a ms. Its events are an
// array that the test changes as it likes. Faults are the recording proxy's, in front of it. Knows nothing of the package under test.
import http from 'node:http'

/** What orders a list may come in: nothing is documented. */
export const orders = {
  oldestFirst: (events) => events.toSorted((one, other) => instantOf(one) - instantOf(other)),
  newestFirst: (events) => events.toSorted((one, other) => instantOf(other) - instantOf(one)),
  byId: (events) => events.toSorted((one, other) => (one.event_id < other.event_id ? -1 : 1)),
}

let made = 0

/** An event that was made at an instant, in ms since 1970, and perhaps some microseconds. */
export const eventAt = (instant, microseconds = 0) => {
  made += 1
  // Scattered, so that the order of ids is no order of time.
  const scattered = ((made * 2_654_435_761) % 2 ** 32).toString(16).padStart(8, '0')
  const digits = String(microseconds).padStart(3, '0')
  const created_at = new Date(instant).toISOString().replace('Z', `${digits}Z`)
  return {
    event_id: `${scattered}-0000-4000-8000-${String(made).padStart(12, '0')}`,
    event_type: 'device.connected',
    workspace_id: 'workspace',
    device_id: 'device',
    connected_account_id: 'account',
    created_at,
    occurred_at: created_at,
  }
}

// In microseconds, which `Date` does not have.
const instantOf = ({ created_at }) => Date.parse(created_at) * 1000 + Number(created_at.slice(-4, -1))

/**
 * @param {object} [options]
 * @param {(events: object[]) => object[]} [options.order] one of `orders`
 * @param {(events: object[]) => object[]} [options.shown] what is made of the events before they are written
 */
export const startEventsServer = async ({ order = orders.oldestFirst, shown = (events) => events } = {}) => {
  const events = []

  const list = ({ since, between, limit = 500 }) => {
    const [from, to] = (between ?? [since, '9999-12-31T23:59:59Z']).map((bound) => Date.parse(bound) * 1000)
    const found = events.filter((event) => instantOf(event) > from && instantOf(event) < to)
    return order(found).slice(0, limit)
  }

  const server = http.createServer(async (request, response) => {
    const chunks = []
    for await (const chunk of request) chunks.push(chunk)
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ events: shown(list(JSON.parse(Buffer.concat(chunks)))), ok: true }))
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))

  return {
    url: `http://127.0.0.1:${server.address().port}`,
    /** All that has happened; add to it and take away from it. */
    events,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
