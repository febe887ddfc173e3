// Every way in which webhooks may end otherwise than in `@seamapi/webhook` and `svix`: which deliveries show it, what comes of them
// here and there, and the words with which its row in docs/differences.md begins.

const is =
  (...kinds) =>
  ({ kind }) =>
    kinds.includes(kind)
const isInvalidTime = ({ kind, message }) => kind === 'unverified' && message === 'Invalid Signature Headers'
const isMissing = ({ kind, message }) => kind === 'unverified' && message === 'Missing required headers'
const isNoMatch = ({ kind, message }) => kind === 'unverified' && message === 'No matching signature found'
const anything = () => true

/** Base64 as an encoder writes it, with or without its padding, of one byte or more. */
const isCanonical = (secret) => {
  const encoded = secret.replace(/^whsec_/, '')
  const written = Buffer.from(encoded, 'base64').toString('base64')
  return encoded !== '' && [written, written.replace(/=+$/, '')].includes(encoded)
}

const isPlainTime = (timestamp) => /^(?:0|[1-9]\d{0,14})$/.test(timestamp)
const isBytes = (body) => typeof body !== 'string'
const isUtf8 = (body) => Buffer.from(Buffer.from(body).toString()).equals(Buffer.from(body))

/**
 * @typedef {object} WebhookDifference
 * @property {string} id
 * @property {string} row
 * @property {string[]} [libraries] those that differ, all by default
 * @property {(delivery: any) => boolean} when
 * @property {(outcome: any) => boolean} ours
 * @property {(outcome: any) => boolean} theirs
 * @property {(delivery: any) => any} [instead] the same delivery as they take it, of which has to come what comes of it here
 */

/** @type {WebhookDifference[]} */
export const differences = [
  {
    id: 'secret-as-no-encoder-writes-it',
    row: 'A secret that no base64 encoder writes is refused',
    when: ({ secret }) => !isCanonical(secret),
    ours: is('secret'),
    theirs: is('event', 'payload', 'unverified', 'other'),
  },
  {
    id: 'headers-object',
    row: '`headers` may be a `Headers`',
    when: ({ headers }) => headers instanceof Headers,
    ours: anything,
    theirs: isMissing,
    instead: (delivery) => ({ ...delivery, headers: Object.fromEntries(delivery.headers) }),
  },
  {
    id: 'no-headers',
    row: '`headers` may be a `Headers`',
    when: ({ headers }) => headers == null,
    ours: isMissing,
    theirs: is('other'),
  },
  {
    id: 'header-arrays',
    row: '`headers` may be a `Headers`',
    when: ({ headers }) => Array.isArray(Object(headers)['svix-signature']),
    ours: anything,
    theirs: is('payload', 'other'),
    instead: (delivery) => ({
      ...delivery,
      headers: Object.fromEntries(Object.entries(delivery.headers).map(([name, [value]]) => [name, value])),
    }),
  },
  {
    id: 'time-as-no-sender-writes-it',
    row: 'The time is a whole number of seconds and nothing else',
    when: ({ timestamp }) => !isPlainTime(timestamp),
    ours: isInvalidTime,
    theirs: anything,
  },
  {
    id: 'bytes',
    row: '`rawBody` may be a `Uint8Array`',
    when: ({ body }) => isBytes(body) && !Buffer.isBuffer(body),
    ours: anything,
    theirs: is('payload', 'other'),
    instead: (delivery) => ({ ...delivery, body: Buffer.from(delivery.body) }),
  },
  {
    id: 'bytes-that-are-no-text',
    row: '`rawBody` may be a `Uint8Array`',
    when: ({ body }) => Buffer.isBuffer(body) && !isUtf8(body),
    ours: is('payload', 'event'),
    theirs: isNoMatch,
  },
  {
    id: 'half-a-character',
    row: 'The event is made from the bytes that were signed',
    libraries: ['@seamapi/webhook'],
    when: ({ body }) => !isBytes(body) && /\p{Surrogate}/u.test(body),
    ours: is('event'),
    theirs: is('event'),
  },
]
