// The webhooks of examples/cloudflare-worker at the time that the test says, and with a `handle` that fails where the test wants it to.
import { receiveWebhook } from './example.mjs'

export default {
  fetch(request, env) {
    const now = Number(request.headers.get('x-test-now'))
    Date.now = () => now
    const fails = request.headers.has('x-test-fails')
    const put = fails ? () => Promise.reject(new Error('the store is down')) : env.CODES.put.bind(env.CODES)
    return receiveWebhook(request, { ...env, CODES: { put } })
  },
}
