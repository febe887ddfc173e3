// Receives Seam's webhooks. Set SEAM_WEBHOOK_SECRET to the secret that `seam.webhooks.create` or Seam's Console shows. An event may come twice.
import {
  isSeamInvalidWebhookPayloadError,
  isSeamWebhookVerificationError,
  redactEvent,
  SeamWebhook,
} from 'seam-edge/webhooks'

/** Bytes; an event has a few thousand. */
const largestBody = 256 * 1024

export async function POST(request) {
  const webhook = new SeamWebhook(process.env.SEAM_WEBHOOK_SECRET)
  const body = await bodyOf(request)
  if (body === undefined) return new Response('too large', { status: 413 })
  try {
    const event = webhook.verify(body, request.headers)
    console.log(JSON.stringify(redactEvent(event)))
    return new Response(null, { status: 204 })
  } catch (error) {
    if (isSeamWebhookVerificationError(error)) return new Response(error.message, { status: 400 })
    if (isSeamInvalidWebhookPayloadError(error)) return new Response(error.message, { status: 202 })
    throw error
  }
}

/** The bytes of the body, or undefined where they are too many; stops reading there. */
async function bodyOf(request) {
  const chunks = []
  let length = 0
  for await (const chunk of request.body ?? []) {
    length += chunk.length
    if (length > largestBody) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
