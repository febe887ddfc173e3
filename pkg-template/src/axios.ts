// What code that was written for the official client has of Axios: its options, and its instances to send through.
// Axios itself is not here: an instance is known by its `request`.
import { SeamHttpInvalidOptionsError } from './errors.js'
import { plainHeaders, type SeamHttpOwnClient } from './options.js'

// What each option of Axios and axios-retry is called here.
const names: Record<string, string> = {
  baseURL: 'endpoint',
  headers: 'headers',
  timeout: 'timeout',
  retries: 'maxRetries',
}

/** The options with those of Axios under the names that they have here. Others keep a name that the core refuses. */
export const withoutAxiosOptions = (options: Record<string, unknown>): Record<string, unknown> => {
  const { axiosOptions, axiosRetryOptions, ...result } = options
  for (const [group, given] of Object.entries({ axiosOptions, axiosRetryOptions })) {
    for (const [name, value] of Object.entries(Object(given))) {
      const known = names[name]
      if (known === undefined) result[`${group}.${name}`] = value
      else if (name === 'headers')
        result.headers = { ...plainHeaders(Object(result.headers)), ...plainHeaders(Object(value)) }
      else if (value !== undefined) result[known] = value
    }
  }
  return result
}

/** Options with which a client sends through another that is not of this package: an Axios instance, or a bare `fetch`. */
export const optionsThrough = (client: SeamHttpOwnClient): Record<string, unknown> => {
  if (typeof client !== 'function' && typeof Object(client).request !== 'function') {
    throw new SeamHttpInvalidOptionsError(
      'The client option must be the client of a SeamHttp instance, an Axios instance or a function like fetch, ' +
        `got a value of type ${typeof client}`,
    )
  }
  // An Axios instance is a function too.
  if (!('request' in client)) return { client: true, fetch: client }
  const { baseURL, timeout } = Object(client.defaults)
  const fetch = async (url: string, { body, ...init }: RequestInit) => {
    const response = await client.request({
      ...init,
      url,
      data: body,
      // What an answer means is decided by the core, from its text.
      validateStatus: () => true,
      responseType: 'text',
      transformResponse: (text: unknown) => text,
      maxRedirects: 0,
    })
    return responseFrom(response)
  }
  return { client: true, endpoint: baseURL, timeout, fetch }
}

/** What an Axios instance answers, as `fetch` would give it. */
export const responseFrom = ({
  status,
  headers,
  data,
}: {
  status: number
  headers: unknown
  data: unknown
}) => ({
  status,
  headers: new Headers({ ...Object(headers) }),
  text: async () => (typeof data === 'string' ? data : (JSON.stringify(data) ?? '')),
})
