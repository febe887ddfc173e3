// Receives Seam's webhooks. Set SEAM_WEBHOOK_SECRET to the secret that `seam.webhooks.create` or Seam's Console shows. An event may come twice.
import {
  isSeamInvalidWebhookPayloadError,
  isSeamWebhookVerificationError,
  redactEvent,
  SeamWebhook,
} from 'seam-edge/webhooks'

export async function POST(request) {
  const webhook = new SeamWebhook(process.env.SEAM_WEBHOOK_SECRET)
  try {
    const event = webhook.verify(await request.arrayBuffer(), request.headers)
    console.log(JSON.stringify(redactEvent(event)))
    return new Response(null, { status: 204 })
  } catch (error) {
    if (isSeamWebhookVerificationError(error)) return new Response(error.message, { status: 400 })
    if (isSeamInvalidWebhookPayloadError(error)) return new Response(error.message, { status: 202 })
    throw error
  }
}
