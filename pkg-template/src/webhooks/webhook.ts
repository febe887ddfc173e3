// SeamWebhook: what Seam delivers, verified.
// Decides nothing about signatures and times: the rules are in Rust (src/webhook.rs).
import {
  SeamInvalidWebhookPayloadError,
  SeamWebhookVerificationError,
  type SeamWebhookVerificationErrorCode,
} from '../client/errors.js'
import { isPromise } from '../client/plain-value.js'
import type { SeamEvent } from '../generated/resources.js'
import { type Instant, millisecondsOf } from '../module/instant.js'
import { requireKnownOptions } from '../module/option-names.js'
import type { WebHeaders } from '../module/web-types.js'
import { askWebhooks } from './module.js'

/** The headers of a request: a `Headers`, other pairs such as a `Map`, or an object as Node has it. Names in any case. */
export type SeamWebhookHeaders =
  | WebHeaders
  | Iterable<readonly [string, string]>
  | Readonly<Record<string, string | readonly string[] | undefined>>

/** Options of {@link SeamWebhook.verify}. */
export interface SeamWebhookVerifyOptions {
  /** The time that the webhook's own is held to. Default: now. */
  now?: Instant | undefined
  /** How far the webhook's own time may be from `now`, either way, in ms: 0 or more, finite. Default: 300000, five minutes. */
  tolerance?: number | undefined
}

/** Verifies the webhooks that Seam delivers to one address. Logging it does not show the secret. */
export class SeamWebhook {
  readonly #secret: string

  /**
   * @param secret - The secret of the webhook, as `webhooks.create` or the Console gives it: `whsec_` and base64.
   * @throws TypeError where it is no such secret, or more is given than the secret.
   */
  constructor(secret: string)
  constructor(secret: string, more?: unknown) {
    if (more !== undefined) throw new TypeError('expected the secret alone; options go to `verify`')
    if (typeof secret !== 'string')
      throw new TypeError(`\`secret\`: expected a string, got ${kindOf(secret)}`)
    // A secret is looked at before all else, so nothing has to be delivered to try it.
    const refusal = ask(secret, {}, new Uint8Array(), 0, 0)
    if (refusal.kind === 'secret') throw new TypeError(refusal.message)
    this.#secret = secret
  }

  /**
   * Verifies a webhook and gives its event. An event may come more than once: remember its `event_id`. It may hold a PIN: see
   * {@link redactEvent}.
   *
   * @param rawBody - The body as it came, byte for byte: not parsed, not written anew.
   * @param headers - The headers of the request.
   * @throws SeamWebhookVerificationError where it is not known to be from Seam, or not to be new: answer with status 400.
   * @throws SeamInvalidWebhookPayloadError where it is from Seam but no event: answer with 2xx, for it would be the same if it came
   * again, and report it.
   * @throws SeamHttpInvalidOptionsError for an unknown option.
   * @throws TypeError where `rawBody` is neither text nor bytes, or an option has no meaning.
   */
  verify(
    rawBody: string | Uint8Array | ArrayBuffer,
    headers: SeamWebhookHeaders,
    options: SeamWebhookVerifyOptions = {},
  ): SeamEvent {
    requireKnownOptions(askWebhooks, 'verify', options, 'SeamWebhook.verify')
    // Null is what callers without types pass for none.
    const { now, tolerance: given } = options ?? {}
    const tolerance = given ?? 300_000
    const body = bytesOf(rawBody)
    if (!(Number.isFinite(tolerance) && tolerance >= 0)) {
      throw new TypeError('`tolerance`: expected ms, 0 or more and finite')
    }
    const refusal = ask(this.#secret, signatureHeaders(headers), body, millisecondsOf(now), tolerance)
    if (refusal.kind === 'unverified') throw new SeamWebhookVerificationError(refusal.message, refusal.code)
    if (refusal.kind === 'payload') throw new SeamInvalidWebhookPayloadError(refusal.message)
    return eventIn(body)
  }
}

/** What the module answers; empty where nothing is wrong. */
interface Refusal {
  kind?: 'secret' | 'unverified' | 'payload'
  message: string
  code: SeamWebhookVerificationErrorCode
}

const ask = (secret: string, headers: object, body: Uint8Array, now: number, tolerance: number): Refusal =>
  askWebhooks(['verify', now, tolerance], JSON.stringify({ secret, headers }), body)

const bytesOf = (body: unknown): Uint8Array => {
  if (typeof body === 'string') return new TextEncoder().encode(body)
  if (ArrayBuffer.isView(body)) return new Uint8Array(body.buffer, body.byteOffset, body.byteLength)
  // By its tag: `instanceof` fails for what comes from another realm.
  if (Object.prototype.toString.call(body) === '[object ArrayBuffer]')
    return new Uint8Array(body as ArrayBuffer)
  throw new TypeError(
    `\`rawBody\`: expected the text or the bytes of the body as they came, got ${kindOf(body)}; take it before anything parses it`,
  )
}

/** The headers that signatures are made of, by their names in lower case. The others stay outside the module. */
const signatureHeaders = (headers: unknown): Record<string, string> => {
  const all = Object(headers) as Iterable<readonly [unknown, unknown]>
  const pairs = typeof all[Symbol.iterator] === 'function' ? [...all] : Object.entries(all)
  const found: Record<string, string> = {}
  for (const [given, value] of pairs) {
    const name = `${given}`.toLowerCase()
    // Several values are what HTTP makes of them.
    if (/^(?:svix|webhook)-/.test(name) && value != null)
      found[name] = Array.isArray(value) ? value.join(', ') : `${value}`
  }
  return found
}

/** The event in what was verified: these bytes, and not the string that they may have come as, which can hold what bytes cannot. */
const eventIn = (body: Uint8Array): SeamEvent => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body))
  } catch {
    // Without the cause: a parser quotes what it cannot read.
    throw new SeamInvalidWebhookPayloadError('The verified webhook payload is not valid JSON')
  }
}

const kindOf = (value: unknown): string =>
  value === null ? 'null' : isPromise(value) ? 'a promise, which has to be awaited' : typeof value
