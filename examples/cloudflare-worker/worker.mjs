// A backend in a Cloudflare Worker: client sessions for the pages of your users, codes for bookings, and Seam's webhooks. wrangler.jsonc says what it
// needs. No key, token or PIN gets into a log: errors of seam-edge have none, and events are redacted.
import { Hono } from 'hono'
import { bearerAuth } from 'hono/bearer-auth'
import { isSeamHttpApiError, isSeamValidationError, SeamHttp } from 'seam-edge'
import { diagnose, ensureAccessCode, isSeamAccessCodeConflictError } from 'seam-edge/status'
import { receiveWebhook } from './webhooks.mjs'

const app = new Hono()

const seamOf = ({ env }) => new SeamHttp({ apiKey: env.SEAM_API_KEY, endpoint: env.SEAM_ENDPOINT })

app.post('/webhooks', (context) => receiveWebhook(context.req.raw, context.env))

// Your own login belongs here. In this example, whoever knows APP_TOKEN may do what follows.
// Without one, nobody may.
app.use((context, next) => bearerAuth({ token: context.env.APP_TOKEN })(context, next))

// A token for the page of one user, who sees no lock but those that are connected here. `user_identifier_key` is a random UUID that you keep for each
// user.
app.post('/sessions', async (context) => {
  const { user_identifier_key, connected_account_ids } = await context.req.json()
  const parameters = { user_identifier_key, connected_account_ids }
  const { token, expires_at } = await seamOf(context).clientSessions.getOrCreate(parameters)
  return context.json({ token, expires_at })
})

// A code for a booking. May be called again: a booking gets one code.
app.put('/bookings/:booking/code', async (context) => {
  const { device_id, name, starts_at, ends_at } = await context.req.json()
  const parameters = { device_id, name, starts_at, ends_at }
  const key = context.req.param('booking')
  const { access_code_id, code } = await ensureAccessCode(seamOf(context), parameters, { key })
  return context.json({ access_code_id, code })
})

// Whether a code is on its lock, and if not, what to do.
app.get('/codes/:id', async (context) => {
  const accessCode = await seamOf(context).accessCodes.get({ access_code_id: context.req.param('id') })
  const { verdict, summary, advice } = diagnose(accessCode)
  return context.json({ verdict, summary, todo: advice.map(({ actor, action }) => ({ actor, action })) })
})

app.onError((error, context) => {
  if (isSeamValidationError(error)) {
    const issues = error.issues.map(({ path, message, help }) => ({ path, message, help }))
    return context.json({ issues }, 400)
  }
  if (isSeamAccessCodeConflictError(error)) return context.json({ error: error.message }, 409)
  if (isSeamHttpApiError(error)) {
    return context.json({ error: error.message, request_id: error.requestId }, error.statusCode)
  }
  if (error.getResponse) return error.getResponse()
  console.error(error)
  return context.json({ error: 'something failed here' }, 500)
})

export default app
