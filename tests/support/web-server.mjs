// A static web server for pages that browsers open: folders, single files and one set of headers for all of them.
// What it serves is served as it is: nothing is bundled, rewritten or cached.
import { readFile } from 'node:fs/promises'
import http from 'node:http'
import { extname, join, normalize } from 'node:path'

const types = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.map': 'application/json',
  '.mjs': 'text/javascript',
  '.wasm': 'application/wasm',
}

/**
 * Serves on a free port of 127.0.0.1, which browsers take for a secure context: service workers run there.
 * @param {object} site
 * @param {Record<string, string>} [site.folders] absolute folders by the path under which they appear, which ends with `/`;
 *   a path that ends with `/` answers the folder's index.html
 * @param {Record<string, string>} [site.files] contents by path; they come before the folders
 * @param {Record<string, string>} [site.headers] sent with every answer, as a Content-Security-Policy
 * @param {string} [site.charset] told of text; empty for hosts that tell none
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>} `url` without a slash at the end
 */
export const serveSite = async ({ folders = {}, files = {}, headers = {}, charset = 'utf-8' }) => {
  const server = http.createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://site.test').pathname)
    const name = path.endsWith('/') ? `${path}index.html` : path
    const content = files[path] ?? files[name] ?? (await contentIn(folders, name))
    // Every browser asks for an icon, and complains in the console where there is none.
    const status = content !== undefined ? 200 : path === '/favicon.ico' ? 204 : 404
    const type = types[extname(name)] ?? 'application/octet-stream'
    response.writeHead(status, {
      ...headers,
      'cache-control': 'no-store',
      'content-type': charset && type.startsWith('text/') ? `${type}; charset=${charset}` : type,
    })
    response.end(content)
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const contentIn = async (folders, path) => {
  // The longest path first: `/a/b/` is not a file of `/a/`.
  const prefixes = Object.keys(folders).sort((left, right) => right.length - left.length)
  const prefix = prefixes.find((candidate) => path.startsWith(candidate))
  if (prefix === undefined) return undefined
  const below = normalize(`/${path.slice(prefix.length)}`)
  return await readFile(join(folders[prefix], below)).catch(() => undefined)
}
