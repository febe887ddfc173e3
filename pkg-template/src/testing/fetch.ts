// The `fetch` of a fake: a request as a runtime's `fetch` takes it goes to the fake, and a `Response` comes back, or the error of a lost one.
import type { WebRequest, WebRequestInit, WebResponse, WebURL } from '../module/web-types.js'

type Ask = <T>(where: string, question: string, asked?: object) => T

interface Answer {
  delay: number
  status?: number
  headers?: Record<string, string>
  body?: string
}

/** @internal */
export const fakeFetch = async (
  ask: Ask,
  url: string | WebURL | WebRequest,
  init?: WebRequestInit,
): Promise<WebResponse> => {
  // Axios and msw give a `Request`, which has everything in itself.
  const isRequest = typeof url === 'object' && 'method' in url
  const request = new Request(
    isRequest ? (url as Request) : new URL(String(url), 'https://connect.getseam.com'),
    init as RequestInit,
  )
  const { pathname, search } = new URL(request.url)
  const { signal } = request
  signal.throwIfAborted()
  const { delay, status, ...reply } = ask<Answer>('fetch', 'exchange', {
    method: request.method,
    path: pathname + search,
    headers: Object.fromEntries(request.headers),
    body: await request.text(),
  })
  if (delay > 0) await pause(delay, signal)
  // As every runtime does; the request may have been done all the same.
  if (status === undefined) throw new TypeError('fetch failed')
  return new Response(reply.body, { status, headers: reply.headers }) as WebResponse
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms)
    const abort = (): void => {
      clearTimeout(timer)
      reject(signal.reason)
    }
    signal.addEventListener('abort', abort, { once: true })
  })
