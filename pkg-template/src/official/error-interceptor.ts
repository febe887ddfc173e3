// errorInterceptor: Seam's errors for those who send with an Axios instance of their own.
// Which error an answer is, is decided in Rust, as everywhere.

import { SeamHttpClient } from '../client/client.js'
import { isSeamHttpTransportError } from '../client/errors.js'
import { responseFrom } from './axios.js'

/**
 * Rejects with the error of Seam's that an error of Axios stands for, and with the error itself where it is none of Seam's.
 * For `axios.interceptors.response.use(undefined, errorInterceptor)`.
 */
export const errorInterceptor = async (error: unknown): Promise<never> => {
  const { isAxiosError, response, config } = Object(error)
  if (isAxiosError !== true || response?.status == null || response.headers == null) throw error
  const client = new SeamHttpClient({
    client: true,
    // Any will do: nothing is sent, and what the environment says must not matter.
    endpoint: 'http://localhost',
    maxRetries: 0,
    fetch: async () => responseFrom(response),
  })
  // With what was sent, so that a PIN in it is not shown.
  const sent = typeof config?.data === 'string' ? config.data : ''
  const refusal = await client.post('/', sent).catch((reason: unknown) => reason)
  throw refusal instanceof Error && !isSeamHttpTransportError(refusal) ? refusal : error
}
