// What code that was written for the official client has of Axios: its options, and its instances to send through.
// Axios itself is not here: an instance is known by its `request`.
import { SeamHttpInvalidOptionsError } from '../client/errors.js'
import { parsed } from '../client/json.js'
import { plainHeaders, type SeamHttpOwnClient } from '../client/options.js'

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
      else if (value != null) result[known] = value
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
    const config = {
      ...init,
      url,
      // The address is whole already: Axios would put a path that it has as `baseURL` in front a second time.
      baseURL: '',
      // As the caller of an instance gives it, for `transformRequest` and interceptors that look into it.
      data: parsed(body as string),
      // What an answer means is decided by the core, from its text.
      validateStatus: () => true,
      responseType: 'text',
      transformResponse: (text: unknown) => text,
      maxRedirects: 0,
      // axios-retry, where the instance has it, repeats creates after a lost connection.
      'axios-retry': { retries: 0 },
    }
    try {
      return responseFrom(await client.request(config))
    } catch (error) {
      throw withoutRequest(error)
    }
  }
  return { client: true, endpoint: baseURL, timeout, fetch }
}

// An error of Axios holds the whole request, with its key and its PIN, and shows them when it is logged.
const withoutRequest = (error: unknown): unknown => {
  const { isAxiosError, message, code, cause } = Object(error)
  return isAxiosError ? Object.assign(new Error(message, { cause }), { code }) : error
}

/** What an Axios instance answers, as `fetch` would give it. */
export const responseFrom = ({
  status,
  headers,
  data,
  config,
}: {
  status: number
  headers: unknown
  data: unknown
  config?: { headers?: object }
}) => ({
  status,
  /** The headers of the request. */
  sent: config?.headers,
  headers: new Headers({ ...Object(headers) }),
  text: async () => (typeof data === 'string' ? data : (JSON.stringify(data) ?? '')),
})
