// Receives Seam's webhooks: verifies each, takes each event once, acknowledges. What to do with an event is in `handle`; the rest is to be kept.
import {
  isSeamInvalidWebhookPayloadError,
  isSeamWebhookVerificationError,
  redactEvent,
  SeamWebhook,
} from 'seam-edge/webhooks'

/** Bytes; an event has a few thousand. */
const largestBody = 256 * 1024

/** Seconds. Seam goes on trying for 28 hours. */
const rememberedFor = 2 * 24 * 3600

export async function receiveWebhook(request, env) {
  if (request.method !== 'POST') return answer(405, 'expected POST')
  const body = await bodyOf(request)
  if (body === undefined) return answer(413, 'too large')

  let event
  try {
    event = new SeamWebhook(env.SEAM_WEBHOOK_SECRET).verify(body, request.headers)
  } catch (error) {
    if (isSeamWebhookVerificationError(error)) {
      console.warn(`refused a webhook: ${error.message}`)
      return answer(400, error.message)
    }
    if (isSeamInvalidWebhookPayloadError(error)) {
      // It is from Seam, and would be the same if it came again.
      console.error(`a webhook that is no event: ${error.message}`)
      return answer(202, error.message)
    }
    throw error
  }

  // Two deliveries at the same moment may both pass here: what `handle` does has to bear being done twice. Where it cannot, a Durable
  // Object can keep the ids.
  if ((await env.SEEN.get(event.event_id)) !== null) return answer(200, 'seen before')
  // If it throws, the status is 500, and Seam delivers the event again.
  await handle(event, env)
  await env.SEEN.put(event.event_id, '1', { expirationTtl: rememberedFor })
  return answer(200, 'taken')
}

async function handle(event, env) {
  console.log(JSON.stringify(redactEvent(event)))
  if (event.event_type === 'access_code.set_on_device') {
    await env.CODES.put(event.access_code_id, 'set')
  }
}

/** The bytes of the body, or undefined where they are too many; never reads more than is allowed. */
async function bodyOf(request) {
  const chunks = []
  let length = 0
  for await (const chunk of request.body ?? []) {
    length += chunk.length
    if (length > largestBody) return undefined
    chunks.push(chunk)
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer())
}

const answer = (status, text) => new Response(`${text}\n`, { status })
