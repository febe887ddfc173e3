// Webhooks as production sends them, signed with node:crypto and so without any library that is under test, and the cases that the
// tests in Rust run too.
import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'

const read = (name) =>
  JSON.parse(readFileSync(new URL(`../cases/webhooks/${name}.json`, import.meta.url), 'utf8'))

const { vectors: written } = read('vectors')

/** The vectors: `{ secret, headers, body, now, outcome }`, the clock at the timestamp. */
export const vectors = written.map(({ secret, id, timestamp, signature, body, outcome }) => ({
  secret,
  headers: { 'svix-id': id, 'svix-timestamp': timestamp, 'svix-signature': signature },
  body,
  now: Number(timestamp) * 1000,
  outcome,
}))

/** The table of cases, each as a whole delivery like a vector, with its name and perhaps a tolerance. */
export const cases = read('cases').groups.flatMap(({ name: group, cases }) =>
  cases.map(({ name, headers = {}, bodyHex, ...change }) => {
    const [{ headers: others, ...first }] = vectors
    const all = { ...others, ...headers }
    const left = Object.entries(all).filter(([, value]) => value !== null)
    if (bodyHex !== undefined) change.body = Buffer.from(bodyHex, 'hex')
    return { ...first, ...change, name: `${group}: ${name}`, headers: Object.fromEntries(left) }
  }),
)

export const exampleSecret = vectors[0].secret

/**
 * The three headers for a body.
 * @param {string | Uint8Array} body
 * @param {{ secret?: string, id?: string, timestamp?: number | string, prefix?: string }} [how] `timestamp` in s since 1970
 */
export const signedHeaders = (
  body,
  {
    secret = exampleSecret,
    id = 'msg_test',
    timestamp = Math.floor(Date.now() / 1000),
    prefix = 'svix',
  } = {},
) => {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64')
  return {
    [`${prefix}-id`]: id,
    [`${prefix}-timestamp`]: `${timestamp}`,
    [`${prefix}-signature`]: `v1,${signature}`,
  }
}
