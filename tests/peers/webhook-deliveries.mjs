// Deliveries at random for the differential test of webhooks: signed as production does, then perhaps changed, so that every rule is
// met from both sides. Knows no library.
import { createHmac } from 'node:crypto'
import fc from 'fast-check'

/** Mostly the first. */
const mostly = (usual, ...others) =>
  fc.oneof(
    { weight: 3 * others.length, arbitrary: usual },
    ...others.map((arbitrary) => ({ weight: 1, arbitrary })),
  )

// Keys of one and two bytes, which nobody has, svix takes with their padding alone.
const key = fc.uint8Array({ minLength: 3, maxLength: 80 }).map((bytes) => Buffer.from(bytes))

const prefixed = (key) => `whsec_${key.toString('base64')}`
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** How a key is written as a secret, rightly and wrongly. */
const writings = mostly(
  fc.constant(prefixed),
  fc.constant((key) => key.toString('base64')),
  fc.constant((key) => prefixed(key).replace(/=+$/, '')),
  fc.constant((key) => key.toString('base64').replace(/=+$/, '')),
  fc.constant((key) => `whsec_${key.toString('base64url')}`),
  fc.constant((key) => `${prefixed(key)}\n`),
  fc.constant((key) => ` ${prefixed(key)}`),
  fc.constant((key) => `${prefixed(key)}=`),
  fc.constant((key) => prefixed(key).replace(/=$/, '')),
  fc.constant((key) => `whsec_${prefixed(key)}`),
  fc.constant((key) => prefixed(key).slice(0, -3)),
  // The last letter with bits that no encoder leaves in it.
  fc.constant((key) =>
    prefixed(key).replace(/([A-Za-z0-9+/])(=*)$/, (_, last, padding) => {
      const next = letters[letters.indexOf(last) + 1] ?? last
      return (padding === '' ? last : next) + padding
    }),
  ),
  fc.constant(() => ''),
  fc.constant(() => 'whsec_'),
  fc.constant(() => 'whsec_===='),
)

const fields = fc.dictionary(
  fc.constantFrom('created_at', 'code', 'note', 'device_id', 'from', '__proto__', 'ä'),
  fc.jsonValue({ maxDepth: 2 }),
)
const event = fc
  .tuple(fields, fc.uuid(), fc.constantFrom('access_code.set_on_device', 'lock.unlocked', 'of.tomorrow'))
  .map(([others, event_id, event_type]) => ({ ...others, event_id, event_type }))

const noEvent = fc
  .tuple(event, fc.constantFrom('event_id', 'event_type'), fc.constantFrom(undefined, null, 5, {}, ['a']))
  .map(([event, name, value]) => ({ ...event, [name]: value }))

const text = mostly(
  event.map((event) => JSON.stringify(event)),
  event.map((event) => JSON.stringify(event, null, 2)),
  event.map((event) => ` ${JSON.stringify(event)}\n`),
  event.map((event) => JSON.stringify(event).replace(/"event_id":/, '"event_id":1,"event\\u005fid":')),
  event.map((event) => JSON.stringify(event).replace(/}$/, ',"event_id":1}')),
  noEvent.map((value) => JSON.stringify(value)),
  fc.json(),
  event.map((event) => `\uFEFF${JSON.stringify(event)}`),
  event.map((event) => JSON.stringify(event).slice(0, -1)),
  event.map((event) => JSON.stringify(event).replace(/,/, ',,')),
  event.map((event) => JSON.stringify({ ...event, note: '?' }).replace('?', '\ud800')),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', '{}', '[]', 'null', '"a"', '{"event_id":"a","event_type":"b",}', 'NaN'),
)

/** The body as it is signed, and as it is given to the libraries. */
const bodies = mostly(
  text.map((text) => ({ signed: text, body: text })),
  text.map((text) => ({ signed: text, body: Buffer.from(text) })),
  text.map((text) => ({ signed: text, body: new TextEncoder().encode(text) })),
  event.map((event) => {
    const bytes = Buffer.concat([Buffer.from(JSON.stringify(event).slice(0, -1)), Buffer.of(0xff, 0x7d)])
    return { signed: bytes, body: bytes }
  }),
  text.map((text) => ({ signed: text, body: `${text} ` })),
  text.map((text) => ({ signed: text, body: text.replaceAll('e', 'f') })),
)

const ids = mostly(
  fc.stringMatching(/^msg_[A-Za-z0-9]{4,12}$/),
  fc.constantFrom('', ' ', 'a.b', 'ä', '0', 'a b'),
)

const seconds = fc.integer({ min: 1_000_000_000, max: 4_000_000_000 })

/** How a time is written, rightly and wrongly. */
const printings = mostly(
  fc.constant((time) => `${time}`),
  fc.constant((time) => `0${time}`),
  fc.constant((time) => ` ${time}`),
  fc.constant((time) => `${time} `),
  fc.constant((time) => `+${time}`),
  fc.constant((time) => `${time}xyz`),
  fc.constant((time) => `${time}.5`),
  fc.constant((time) => `${time}000`),
  fc.constant((time) => `-${time}`),
  fc.constantFrom(
    () => '',
    () => 'now',
    () => 'NaN',
    () => '1e9',
    () => '9'.repeat(20),
  ),
)

/** How far the clock is from the time, in ms. */
const distances = mostly(
  fc.integer({ min: -300_000, max: 300_999 }),
  fc.constantFrom(-302_000, -301_000, -300_001, -300_000, 300_000, 300_999, 301_000, 302_000, 0, 999, -1),
  fc.integer({ min: -1e12, max: 1e12 }),
)

const lists = mostly(
  fc.constant((good) => good),
  fc.constant((good) => `v1,AAAA ${good}`),
  fc.constant((good) => `v1,${'A'.repeat(43)}= ${good}`),
  fc.constant((good) => `v1a,zzz v2,AAAA  ${good} v1,AAAA`),
  fc.constant((good) => `${good}, v1,AAAA`),
  fc.constant((good) => `v1,AAAA, ${good}`),
  fc.constant((good) => `${good},more`),
  fc.constant((good) => good.replace('v1', 'v1a')),
  fc.constant((good) => good.replace('v1', 'V1')),
  fc.constant((good) => good.slice(3)),
  fc.constant((good) => good.slice(0, -1)),
  fc.constant((good) => `${good}=`),
  fc.constant((good) => good.replace(',', ', ')),
  fc.constant((good) => good.replaceAll('+', '-').replaceAll('/', '_')),
  fc.constant((good) => good.replace(/.=$/, (end) => `${letters[(letters.indexOf(end[0]) & 60) | 1]}=`)),
  fc.constant((good) => good.toUpperCase()),
  fc.constantFrom(
    () => 'v1',
    () => 'v1,',
    () => '',
    () => ' ',
  ),
)

/** How the three values become headers, rightly and wrongly. */
const named = (prefix, [id, timestamp, signature]) => ({
  [`${prefix}-id`]: id,
  [`${prefix}-timestamp`]: timestamp,
  [`${prefix}-signature`]: signature,
})
const wrong = ['msg_other', '1', 'v1,AAAA']
const headerForms = mostly(
  fc.constant((values) => named('svix', values)),
  fc.constant((values) => named('webhook', values)),
  fc.constant((values) => named('Svix', values)),
  fc.constant((values) => named('WEBHOOK', values)),
  fc.constant((values) => ({ ...named('svix', values), ...named('webhook', wrong) })),
  fc.constant((values) => ({ ...named('svix', wrong), ...named('webhook', values) })),
  fc.constant((values) => ({
    ...named('webhook', wrong),
    'webhook-id': values[0],
    ...named('svix', values),
  })),
  fc.constant(([id, ...values]) => ({ ...named('svix', [undefined, ...values]), 'webhook-id': id })),
  fc.constant((values) => {
    const headers = named('svix', values)
    delete headers['svix-signature']
    return { ...headers, 'webhook-signature': values[2], authorization: 'x', cookie: 'y' }
  }),
  fc.constant(([id, timestamp]) => named('svix', [id, timestamp, undefined])),
  fc.constant(([, ...values]) => named('svix', [undefined, ...values])),
  fc.constant(([id, , signature]) => named('svix', [id, undefined, signature])),
  fc.constant((values) =>
    Object.fromEntries(Object.entries(named('svix', values)).map(([name, value]) => [name, [value]])),
  ),
  fc.constant((values) => {
    const isPlain = values.every((value) => /^[\x20-\x7e]*$/.test(value))
    return isPlain ? new Headers(named('svix', values)) : named('svix', values)
  }),
  fc.constantFrom(
    () => ({}),
    () => null,
    () => undefined,
  ),
)

/** Deliveries: `{ secret, body, headers, now }`, and `timestamp` as it is written. */
export const deliveries = fc
  .record({
    key,
    write: writings,
    content: bodies,
    id: ids,
    time: seconds,
    print: printings,
    signsReprinted: fc.boolean(),
    distance: distances,
    list: lists,
    form: headerForms,
  })
  .map(({ key, write, content, id, time, print, signsReprinted, distance, list, form }) => {
    const timestamp = print(time)
    // svix signs the number that it has read, which is another text where that was no plain one.
    const signedTime = signsReprinted ? Number.parseInt(timestamp, 10) : timestamp
    const signature = createHmac('sha256', key)
      .update(`${id}.${signedTime}.`)
      .update(content.signed)
      .digest('base64')
    return {
      secret: write(key),
      body: content.body,
      headers: form([id, timestamp, list(`v1,${signature}`)]),
      now: time * 1000 + distance,
      timestamp,
    }
  })
