// Webhooks: what `verify` takes, and that its event narrows.
import type { SeamEvent } from 'seam-edge'
import {
  isSeamInvalidWebhookPayloadError,
  isSeamWebhookVerificationError,
  redactEvent,
  SeamWebhook,
  type SeamWebhookHeaders,
  type SeamWebhookVerificationErrorCode,
} from 'seam-edge/webhooks'
import { type Assert, any, type Fits, type Same } from './expect.js'

const webhook = new SeamWebhook('whsec_AAAA')

/** As in `node:http`. */
interface IncomingHttpHeaders {
  [name: string]: string | string[] | undefined
  'set-cookie'?: string[] | undefined
}

export type AllKindsOfHeaders = [
  Assert<Fits<Headers, SeamWebhookHeaders>>,
  Assert<Fits<IncomingHttpHeaders, SeamWebhookHeaders>>,
  Assert<Fits<Record<string, string>, SeamWebhookHeaders>>,
  Assert<Fits<Map<string, string>, SeamWebhookHeaders>>,
  Assert<Fits<[string, string][], SeamWebhookHeaders>>,
]

export async function receive(request: Request): Promise<string | undefined> {
  try {
    const event = webhook.verify(await request.arrayBuffer(), request.headers)
    webhook.verify(await request.text(), { 'svix-id': 'a' }, { now: new Date(), tolerance: 0 })
    webhook.verify(new Uint8Array(), {}, { now: '2026-01-01T00:00:00Z' })
    // @ts-expect-error it has to be the body as it came
    webhook.verify({ event_id: 'a' }, request.headers)
    // @ts-expect-error there is no such option
    webhook.verify('', request.headers, { clock: 0 })
    const redacted: Assert<Same<ReturnType<typeof redactEvent<SeamEvent>>, SeamEvent>> = true
    if (event.event_type === 'access_code.set_on_device') return `${event.code}${redacted}`
    return redactEvent(event).event_id
  } catch (error) {
    if (isSeamWebhookVerificationError(error)) {
      const { code } = error
      const known: Assert<Same<typeof code, SeamWebhookVerificationErrorCode>> = true
      return known ? code : undefined
    }
    if (isSeamInvalidWebhookPayloadError(error)) return error.message
    throw error
  }
}

// @ts-expect-error a secret is a string
export const fromBytes = new SeamWebhook(any<Uint8Array>())
