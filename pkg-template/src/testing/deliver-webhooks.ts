// Delivers the webhooks of a fake: makes the attempts that are due, and reports what came of each. Which those are is decided in Rust.
import type { WebResponse } from '../module/web-types.js'
import { misuse } from './module.js'
import type { FakeDelivery, FakeWebhookReceiver } from './types.js'

type Ask = <T>(where: string, question: string, asked?: object) => T

interface Due extends Omit<FakeDelivery, 'status'> {
  id: string
  headers: Record<string, string>
  body: string
}

const name = 'deliverWebhooks'

/** @internal */
export const deliverWebhooks = async (
  ask: Ask,
  receive: FakeWebhookReceiver | undefined,
): Promise<FakeDelivery[]> => {
  if (receive !== undefined && typeof receive !== 'function') {
    throw misuse(name, '`receive`: expected a function, or nothing')
  }
  const made: FakeDelivery[] = []
  const thrown: unknown[] = []
  const { deliveries } = ask<{ deliveries: Due[] }>(name, 'deliveries', { signedAt: Date.now() })
  for (const { id, headers, body, ...about } of deliveries) {
    let status: number | undefined
    try {
      const request = new Request(about.url, { method: 'POST', headers, body })
      status = receive === undefined ? await statusByFetch(request) : await statusBy(receive, request)
    } catch (error) {
      status = 500
      thrown.push(error)
    }
    ask(name, 'acknowledge', { id, status })
    made.push({ ...about, status: status ?? 0 })
  }
  if (thrown.length > 0) throw thrown[0]
  return made
}

const statusBy = async (receive: FakeWebhookReceiver, request: Request): Promise<number> => {
  const response: unknown = await receive(request as Parameters<FakeWebhookReceiver>[0])
  if (response === undefined) return 204
  const status = (response as WebResponse | null)?.status
  // What a framework made of an answer, say: taken for a 204, it would hide a failure.
  if (!Number.isInteger(status)) throw misuse(name, '`receive`: expected it to return a Response, or nothing')
  return status as number
}

/** Nothing where the server cannot be reached: that is for the fake to know, which tries again. */
const statusByFetch = async (request: Request): Promise<number | undefined> => {
  try {
    // Svix follows no redirect.
    const { status, body } = await fetch(request, { redirect: 'manual' })
    await body?.cancel()
    return status
  } catch {
    return undefined
  }
}
