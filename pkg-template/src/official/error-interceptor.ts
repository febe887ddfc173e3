// errorInterceptor: Seam's errors for those who send with an Axios instance of their own.
// Which error an answer is, is decided in Rust, as everywhere.

import { headerOf } from '../client/attempt.js'
import type { Answer } from '../client/core.js'
import { ask, core, declaredIn } from '../client/core-module.js'
import { errorFrom } from '../client/fault.js'
import { parsed } from '../client/json.js'
import { undescribed } from '../generated/schemas.js'
import { responseFrom } from './axios.js'
import { parametersOf } from './search-params.js'

/**
 * Rejects with the error of Seam's that an error of Axios stands for, and with the error itself where it is none of Seam's.
 * For `axios.interceptors.response.use(undefined, errorInterceptor)`.
 */
export const errorInterceptor = async (error: unknown): Promise<never> => {
  const { isAxiosError, response, config } = Object(error)
  if (isAxiosError !== true || response?.status == null || response.headers == null) throw error
  const answer = responseFrom(response) as unknown as Response
  const text = await answer.text()
  // With what was sent, in one line, so that neither a PIN nor a key in it is shown.
  const { params, url, data, headers } = Object(config)
  const query = params instanceof URLSearchParams ? parametersOf(String(params)) : params
  const inUrl = parametersOf(String(url).replace(/^[^?]*/, ''))
  const sent = JSON.stringify([query, inUrl, parsed(String(data)), { ...headers }])
  const instance = core()
  const { status } = answer
  const type = headerOf(answer, 'content-type')
  const words = ['error', declaredIn(instance, undescribed[0]), status, type, sent]
  const { fault } = ask<Answer>(instance, words, text)
  throw fault === undefined ? error : errorFrom(fault, { ended: { response: answer, text } })
}
