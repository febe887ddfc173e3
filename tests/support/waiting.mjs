// What the tests of waiting share: a client that can wait, answers about a code in a row, and what must not be in what is logged.
// No expectation about one of the waits.
import assert from 'node:assert/strict'
import { inspect } from 'node:util'
import { accessCode } from './access-code.mjs'
import { loadPackage } from './package.mjs'
import { pin } from './stage.mjs'

export const getPath = '/access_codes/get'
export const hour = 3_600_000

/** A wait polls often, for longer than the slowest machine takes, and each poll is one request. */
export const waitOptions = { pollingInterval: 5, maxWait: 600_000, maxRetries: 0 }

/** A date-time so many ms from now. */
export const fromNow = (milliseconds) => new Date(Date.now() + milliseconds).toISOString()

/** The proxy answers with these codes in a row; the fake answers what comes after them. A code that is a fault is one. */
export const answerWith = (stage, ...codes) => {
  for (const code of codes) {
    const isFault = ['drop', 'status_code', 'hang', 'delay'].some((name) => name in code)
    const { status_code, ...fault } = code
    stage.proxy.fault(
      getPath,
      isFault
        ? { ...fault, ...(status_code && { status: status_code }) }
        : { status: 200, body: { access_code: withoutUndefined(accessCode(code)), ok: true } },
    )
  }
}

/** How often a code was asked for, by the one that was asked for last: a request that a test gave up may arrive in the next. */
export const looksIn = (stage) => {
  const ids = stage.proxy.requests
    .filter(({ path }) => path === getPath)
    .map(({ body }) => body.access_code_id)
  return ids.filter((id) => id === ids.at(-1)).length
}

/**
 * A fake of our own with one lock and a client that waits against it: each time that a code is asked for, `perLook` ms of the fake's time pass, of
 * which a lock takes 5,000 to take or drop a code. `looks` counts.
 */
export const openFake = async (stage, { perLook = 0, ...options } = {}) => {
  const { createFakeSeam } = await loadPackage('testing')
  const fake = createFakeSeam(options)
  const seen = { count: 0 }
  const fetch = async (url, init) => {
    const isLook = String(url).endsWith(getPath)
    if (isLook) seen.count += 1
    const answer = await fake.fetch(url, init)
    if (isLook) fake.advance(perLook)
    return answer
  }
  const [lock] = fake.locks
  return {
    fake,
    lock,
    seam: new stage.seamEdge.SeamHttp({ apiKey: fake.apiKey, fetch }),
    device_id: lock.deviceId,
    looks: () => seen.count,
    /** A date-time so many ms from the fake's now. */
    fromNow: (ms) => new Date(fake.now + ms).toISOString(),
  }
}

// What is undefined in a change is a field that the server leaves out.
const withoutUndefined = (object) => JSON.parse(JSON.stringify(object))

export const envelope = (type, message = 'No.') => ({ error: { type, message }, ok: false })

/** An error or progress may be printed: it holds no PIN then, but gives the code to who asks for it. */
export const assertShowsNoPin = (value) => {
  const shown = `${inspect(value, { depth: 20 })}\n${JSON.stringify(value)}\n${String(value)}\n${JSON.stringify({ ...value })}`
  assert.ok(!shown.includes(pin), `shows the PIN: ${shown}`)
}
