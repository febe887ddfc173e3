// Webhooks beside the two libraries that people verify them with: `@seamapi/webhook` (on svix 1.99), for which ours is to be a drop-in,
// and `svix` 2.5 itself, which parses nothing. 10,000 deliveries, good ones and bad ones: what comes of each has to be the same, or the
// difference has a name in webhook-differences.mjs and a row in docs/differences.md. The seed is fixed, and printed with what fails;
// SEAM_EDGE_SEED sets another.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, describe, test } from 'node:test'
import { isDeepStrictEqual } from 'node:util'
import * as official from '@seamapi/webhook'
import fc from 'fast-check'
import { Webhook, WebhookVerificationError } from 'svix'
import { loadPackage } from '../support/package.mjs'
import { deliveries } from './webhook-deliveries.mjs'
import { differences } from './webhook-differences.mjs'

const seed = Number(process.env.SEAM_EDGE_SEED ?? 20_260_301)
const numRuns = 10_000

const outcomeOf = ({ construct, isUnverified, isPayload }, { secret, body, headers, now }) => {
  let receiver
  try {
    receiver = construct(secret)
  } catch {
    return { kind: 'secret' }
  }
  try {
    return { kind: 'event', event: receiver.verify(body, headers, { now }) }
  } catch (error) {
    if (isUnverified(error)) return { kind: 'unverified', message: error.message }
    return isPayload(error) ? { kind: 'payload' } : { kind: 'other' }
  }
}

const libraries = {
  '@seamapi/webhook': {
    construct: (secret) => new official.SeamWebhook(secret),
    isUnverified: (error) => error instanceof official.SeamWebhookVerificationError,
    isPayload: official.isSeamInvalidWebhookPayloadError,
  },
  svix: {
    construct: (secret) => new Webhook(secret),
    isUnverified: (error) => error instanceof WebhookVerificationError,
    isPayload: () => false,
  },
}

/** What svix, which parses nothing, would make of our outcome. */
const withoutPayload = (outcome) =>
  ['event', 'payload'].includes(outcome.kind) ? { kind: 'event' } : outcome

describe('webhooks beside svix and @seamapi/webhook', { timeout: 600_000 }, () => {
  let ours
  const { now } = Date

  before(async () => {
    const seamEdge = await loadPackage()
    ours = {
      construct: (secret) => new seamEdge.SeamWebhook(secret),
      isUnverified: seamEdge.isSeamWebhookVerificationError,
      isPayload: seamEdge.isSeamInvalidWebhookPayloadError,
    }
  })
  after(() => {
    Date.now = now
  })

  /** Holds one delivery to both libraries; notes in `seen` what it met. */
  const hold = (delivery, own, seen) => {
    // They ask the clock; ours is told.
    Date.now = () => delivery.now
    const found = outcomeOf(own, delivery)
    seen(found.kind)
    for (const library of Object.keys(libraries)) {
      const compared = library === 'svix' ? withoutPayload(found) : found
      compare(library, compared, delivery, seen)
    }
  }

  const compare = (library, found, delivery, seen) => {
    const expected = outcomeOf(libraries[library], delivery)
    // Of svix 2 no event comes.
    if (library === 'svix') delete expected.event
    if (isDeepStrictEqual(found, expected)) return
    const named = differences.find(
      ({ libraries = [library], when, ours, theirs }) =>
        libraries.includes(library) && when(delivery) && ours(found) && theirs(expected),
    )
    assert.ok(named, `${library}: ${JSON.stringify(expected)}, seam-edge: ${JSON.stringify(found)}`)
    seen(`${named.id} ${library}`)
    if (named.instead !== undefined) compare(library, found, named.instead(delivery), seen)
  }

  const holdAll = (own, seen = () => undefined) =>
    fc.assert(
      fc.property(deliveries, (delivery) => hold(delivery, own, seen)),
      { numRuns, seed, includeErrorInReport: true },
    )

  test(`${numRuns.toLocaleString('en')} deliveries end alike, or the difference has a name`, (context) => {
    const counts = new Map()
    holdAll(ours, (what) => counts.set(what, (counts.get(what) ?? 0) + 1))
    for (const [what, count] of [...counts].sort()) context.diagnostic(`${what}: ${count}`)
    // Each kind often enough to mean something.
    for (const kind of ['event', 'payload', 'unverified', 'secret']) assert.ok(counts.get(kind) >= 500, kind)
    const met = [...counts.keys()].map((what) => what.split(' ')[0])
    const stale = differences.filter(({ id }) => !met.includes(id)).map(({ id }) => id)
    assert.deepEqual(stale, [])
  })

  test('each difference has its row in docs/differences.md', async () => {
    const text = await readFile(new URL('../../docs/differences.md', import.meta.url), 'utf8')
    const [, section] = text.split('\n## Webhooks\n')
    const rows = section.split('\n## ', 1)[0].match(/^\| (?!Here|---).*/gm)
    for (const { id, row } of differences)
      assert.ok(
        rows.some((text) => text.startsWith(`| ${row}`)),
        id,
      )
    // What no delivery can show, such as a name, has a row alone.
    assert.equal(rows.filter((text) => !differences.some(({ row }) => text.startsWith(`| ${row}`))).length, 3)
  })

  /** Ours with a slip in it. */
  const slipped = (slip) => ({
    ...ours,
    construct: (secret) => {
      const receiver = ours.construct(secret)
      return { verify: (...delivery) => slip((...changed) => receiver.verify(...changed), ...delivery) }
    },
  })

  const slips = {
    'a tolerance of a second more': (verify, body, headers, { now }) =>
      verify(body, headers, { now, tolerance: 301_000 }),
    'a tolerance of a second less': (verify, body, headers, { now }) =>
      verify(body, headers, { now, tolerance: 299_000 }),
    'a clock that is rounded up': (verify, body, headers, { now }) =>
      verify(body, headers, { now: now + 999 }),
    'one header set alone': (verify, body, headers, options) =>
      verify(
        body,
        Object.fromEntries(Object.entries(Object(headers)).filter(([name]) => /^svix/i.test(name))),
        options,
      ),
    'names of headers in small letters alone': (verify, body, headers, options) =>
      verify(
        body,
        headers instanceof Headers
          ? headers
          : Object.fromEntries(Object.entries(Object(headers)).filter(([name]) => !/[A-Z]/.test(name))),
        options,
      ),
    'a field that is lost': (verify, ...delivery) => {
      const { created_at: _, ...event } = verify(...delivery)
      return event
    },
    'a body without the white space around it': (verify, body, ...delivery) =>
      verify(typeof body === 'string' ? body.trim() : body, ...delivery),
  }

  for (const [name, slip] of Object.entries(slips)) {
    test(`finds ${name}`, () => assert.throws(() => holdAll(slipped(slip)), /seam-edge:/))
  }
})
