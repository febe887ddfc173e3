// `fetch` as a client of this API has to call it, and nothing else: with the headers that name the client, no redirect followed, and a time
// limit that is called off when the answer has come. Whoever ends a call in time has to do this much.
import { createParameters, listParameters } from './calls.mjs'

const limit = 60_000

export function clientOf({ endpoint, token }) {
  const headers = {
    authorization: `Bearer ${token}`,
    'client-session-token': token,
    'content-type': 'application/json',
    'seam-sdk-name': 'bench',
    'seam-sdk-version': '0.0.0',
  }
  const call = async (path, parameters) => {
    const controller = new AbortController()
    const timer = setTimeout(() => controller.abort(), limit)
    try {
      const body = JSON.stringify(parameters)
      const { signal } = controller
      const init = { method: 'POST', redirect: 'manual', headers: { ...headers }, body, signal }
      return await (await fetch(`${endpoint}${path}`, init)).json()
    } finally {
      clearTimeout(timer)
    }
  }
  return {
    list: async () => (await call('/access_codes/list', listParameters)).access_codes,
    create: async () => (await call('/access_codes/create', createParameters)).access_code,
  }
}
