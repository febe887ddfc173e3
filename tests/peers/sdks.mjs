// The three clients in one form: the two official ones and the packed package. Options that have other names there are given
// under ours. Compares nothing.

import { loadPackage } from '../support/package.mjs'
import { clearEnvironment } from '../support/stage.mjs'

const asOfficial = ({ maxRetries, headers, timeout, validate: _validate, ...options }) => ({
  ...options,
  ...(maxRetries === undefined ? {} : { axiosRetryOptions: { retries: maxRetries } }),
  ...(headers === undefined && timeout === undefined
    ? {}
    : { axiosOptions: { ...(headers && { headers }), ...(timeout !== undefined && { timeout }) } }),
})

/** The names of the clients, the one under test last. */
export const names = { newer: '2.32.0', older: '1.102.0', ours: 'seam-edge' }

/** @returns {Promise<{ name: string, exports: any, translate: (options: any) => any }[]>} */
export const loadSdks = async () => {
  clearEnvironment()
  return [
    { name: names.newer, exports: await import('@seamapi/http'), translate: asOfficial },
    { name: names.older, exports: await import('seamapi-http-1'), translate: asOfficial },
    { name: names.ours, exports: await loadPackage(), translate: (options) => options },
  ]
}

/** The method of the endpoint at `path`, e.g. `/access_codes/unmanaged/get`; undefined where the client has none. */
export const methodAt = (seam, path) => {
  const words = path.slice(1).split('/').map(inCamelCase)
  const method = words.pop()
  const namespace = words.reduce((parent, word) => parent?.[word], seam)
  return typeof namespace?.[method] === 'function' ? namespace[method].bind(namespace) : undefined
}

const inCamelCase = (word) => word.replace(/_(.)/g, (_, letter) => letter.toUpperCase())
