// The server of one run: the fake behind the recording proxy. The fake is older than the newer official client, so what comes
// as GET, PUT, PATCH or DELETE is passed on as the POST that every generation of the server takes, and an endpoint that the
// fake lacks is answered with its reply fixture. Knows no scenario.

import { endpointAt } from '../support/endpoints.mjs'
import { startFakeSeam } from '../support/fake-seam.mjs'
import { startRecordingProxy } from '../support/recording-proxy.mjs'
import { parametersOf } from './wire.mjs'

/** Servers start from one and the same seed, its dates included, so that answers can be compared literally. */
let seeded

// Longer than the polling interval of any scenario that polls again before it is out of time, in ms.
const lastPolls = 3500
const over = { status: 410, body: { error: { type: 'run_is_over', message: 'The run is over' }, ok: false } }

/**
 * A server for one run alone: what a client has timed out on may still reach the fake.
 *
 * @returns {Promise<{ fake: any, proxy: any, stop: () => Promise<void>, fadeOut: () => Promise<void> }>}
 */
export const startServer = async () => {
  // Any free port; the fake's own search for one fails where many start at once.
  const fake = await startFakeSeam({ port: 0 })
  seeded ??= dataOf(fake.database.getState())
  fake.database.setState(structuredClone(seeded))
  const proxy = await startRecordingProxy(fake.url, { ask })
  const stop = async () => {
    await proxy.stop()
    await fake.stop()
  }
  return {
    fake,
    proxy,
    stop,
    // The older client goes on to poll what it has stopped to wait for. It has to be told that this is over before the port
    // is given to another run.
    fadeOut: async () => {
      proxy.reset()
      proxy.fault(undefined, over, Number.POSITIVE_INFINITY)
      await new Promise((resolve) => setTimeout(resolve, lastPolls))
      await stop()
    },
  }
}

const dataOf = (state) =>
  structuredClone(
    Object.fromEntries(Object.entries(state).filter(([, value]) => typeof value !== 'function')),
  )

const ask = async (request, pass) => {
  const { pathname, search } = new URL(request.url, 'http://proxy')
  const answer = await pass(request.method === 'POST' ? request : asPost(request, pathname, search))
  const isUnknown = answer.status === 404 && answer.body === '404'
  const endpoint = isUnknown ? endpointAt(pathname) : undefined
  return endpoint === undefined ? answer : replyOf(endpoint)
}

const asPost = ({ headers, rawBody }, pathname, search) => {
  const parameters = parametersOf({ path: pathname, search, rawBody, body: rawBody && JSON.parse(rawBody) })
  const { 'content-length': _length, ...kept } = headers
  return {
    method: 'POST',
    url: pathname,
    headers: { ...kept, 'content-type': 'application/json' },
    rawBody: JSON.stringify(parameters),
  }
}

const replyOf = ({ reply }) => ({
  status: 200,
  headers: { 'content-type': 'application/json', 'seam-request-id': 'request_of_fixture' },
  body: JSON.stringify(reply),
})
