// `fetch` and nothing else: what the runtime itself takes. No client can be much cheaper.
import { createParameters, listParameters } from './calls.mjs'

export function clientOf({ endpoint, token }) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const call = async (path, parameters) => {
    const body = JSON.stringify(parameters)
    return await (await fetch(`${endpoint}${path}`, { method: 'POST', headers, body })).json()
  }
  return {
    list: async () => (await call('/access_codes/list', listParameters)).access_codes,
    create: async () => (await call('/access_codes/create', createParameters)).access_code,
  }
}
