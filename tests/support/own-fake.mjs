// Starts the fake of seam-edge/testing behind HTTP, on a free port: for tests that want real requests, and codes that move by themselves. What it does is
// the packed package's business; here is only the server.
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { loadPackage } from './package.mjs'

/**
 * @param {object} [options] those of `createFakeSeam`
 * @returns {Promise<{ url: string, fake: any, stop: () => Promise<void> }>} `url` without a trailing slash
 */
export const startOwnFake = async (options) => {
  const { createFakeSeam } = await loadPackage('testing')
  const fake = createFakeSeam(options)
  const server = createServer(async (request, response) => {
    const { method, url, headers } = request
    // As Seam does, it lets pages of every origin in, with what identifies them.
    response.setHeader('access-control-allow-origin', headers.origin ?? '*')
    response.setHeader('access-control-allow-credentials', 'true')
    response.setHeader('access-control-allow-headers', headers['access-control-request-headers'] ?? '')
    if (method === 'OPTIONS') return response.writeHead(204).end()
    const sent = await text(request)
    const body = sent === '' ? undefined : sent
    const answer = await fake.fetch(`http://127.0.0.1${url}`, { method, headers, body })
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text())
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    fake,
    stop: async () => {
      fake.free()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
