// What the tests of waiting share: a client that can wait, answers about a code in a row, and what must not be in what is logged.
// No expectation about one of the waits.
import assert from 'node:assert/strict'
import { inspect } from 'node:util'
import { accessCode } from './access-code.mjs'
import { Lifecycle } from './lifecycle.mjs'
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

/** From here to the end of the test, codes move along each time that one is asked for. */
export const moveWithLooks = (stage, context, options) => {
  const lifecycle = new Lifecycle({ database: stage.fake.database, ...options })
  context.after(() => lifecycle.uninstall())
  const tick = (body) => {
    lifecycle.tick()
    return body
  }
  stage.proxy.fault(getPath, { transform: tick }, 1000)
  return lifecycle
}

// What is undefined in a change is a field that the server leaves out.
const withoutUndefined = (object) => JSON.parse(JSON.stringify(object))

export const envelope = (type, message = 'No.') => ({ error: { type, message }, ok: false })

/** An error or progress may be printed: it holds no PIN then, but gives the code to who asks for it. */
export const assertShowsNoPin = (value) => {
  const shown = `${inspect(value, { depth: 20 })}\n${JSON.stringify(value)}\n${String(value)}\n${JSON.stringify({ ...value })}`
  assert.ok(!shown.includes(pin), `shows the PIN: ${shown}`)
}
