// redactEvent: an event without PINs, for logs. Decides nothing: that is done in Rust (src/redaction/event.rs).
import { secretFields } from '../generated/secrets.js'
import { jsonText } from '../module/json-text.js'
import { askWebhooks } from './module.js'

/**
 * A copy of an event for logs: PINs and whatever else is secret in it are `[redacted]`, everything else is as it was.
 *
 * What is secret in an event is known by its type. In types that this version does not list, and in fields that it does not list, all
 * goes that has the name of something secret elsewhere, such as `code`, `from`, `to`, `token`, `url`. Free text is cleared of what was
 * found so. Null stays, so that it shows that there was nothing.
 *
 * The copy is what JSON makes of the event, as a webhook or the API delivers it: a `Date` becomes its text, and members that are undefined or functions
 * are left out. What lies more than 32 objects or arrays deep is redacted whole.
 *
 * @throws TypeError where the event cannot be written as JSON.
 */
export const redactEvent = <T>(event: T): T => {
  if (event === undefined) return event
  // The table goes along with each question, as it is rendered from the schemas: compiled in, it would have to be kept in a second place.
  return askWebhooks(['redact', secretFields], jsonText('`event`', event))
}
