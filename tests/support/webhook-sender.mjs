// Delivers events as signed webhooks as production does: one message per event, each attempt signed anew at its time, and after a
// failure once more, at the documented distances. The clock is the caller's, so nobody waits. Knows nothing of the package under test.
import { randomUUID } from 'node:crypto'
import { exampleSecret, signedHeaders } from './webhooks.mjs'

/** From one attempt to the next, in ms (docs/api-facts.md#limits-and-webhooks-repeats); the first is at once. */
export const pauses = [0, 5_000, 300_000, 1_800_000, 7_200_000, 18_000_000, 36_000_000, 36_000_000]

/**
 * @typedef {object} WebhookSenderOptions
 * @property {(request: { headers: Record<string, string>, body: string }) => Promise<number>} post answers the status; a throw is a
 *   connection that failed
 * @property {() => number} clock ms since 1970
 * @property {string} [secret]
 */

export class WebhookSender {
  #post
  #clock
  #secret
  #waiting = []
  /** What came of each attempt: `{ id, event, attempt, at, status }`; no status where the connection failed. */
  attempts = []

  /** @param {WebhookSenderOptions} options */
  constructor({ post, clock, secret = exampleSecret }) {
    this.#post = post
    this.#clock = clock
    this.#secret = secret
  }

  /** Takes an event; it is sent by the next `deliver`. */
  add(event) {
    this.#waiting.push({ id: `msg_${randomUUID()}`, event, attempt: 0, due: this.#clock() })
  }

  /** When the next attempt is due, in ms since 1970; undefined where there is none. */
  get nextAt() {
    return this.#waiting.length === 0 ? undefined : Math.min(...this.#waiting.map(({ due }) => due))
  }

  /** Makes the attempts that are due. */
  async deliver() {
    const now = this.#clock()
    const due = this.#waiting.filter((message) => message.due <= now)
    this.#waiting = this.#waiting.filter((message) => message.due > now)
    for (const message of due) {
      const status = await this.#attempt(message, now)
      const next = pauses[message.attempt + 1]
      if ((status >= 200 && status < 300) || next === undefined) continue
      this.#waiting.push({ ...message, attempt: message.attempt + 1, due: now + next })
    }
  }

  async #attempt({ id, event, attempt }, at) {
    const body = JSON.stringify(event)
    const headers = {
      'content-type': 'application/json',
      ...signedHeaders(body, { secret: this.#secret, id, timestamp: Math.floor(at / 1000) }),
    }
    const status = await this.#post({ headers, body }).catch(() => undefined)
    this.attempts.push({ id, event, attempt, at, status })
    return status
  }
}
