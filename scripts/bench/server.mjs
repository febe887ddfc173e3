// The program that answers in place of the API, in a process of its own, so that its work counts for no client. Also serves pages for
// browsers, from the same origin, so that no preflight request comes before a call. Started by `fork`; its first message is its URL.
//
// The first part of a path says what is answered: `/1000-10/access_codes/list` has 1,000 codes, 10 of them damaged.
import { readFile } from 'node:fs/promises'
import http from 'node:http'
import { join } from 'node:path'
import { createReply, listReply } from './access-codes.mjs'

const [siteFolder] = process.argv.slice(2)
const replies = new Map()

const server = http.createServer(async (request, response) => {
  // Answered when all has come, as a server that reads its parameters does.
  for await (const _ of request);
  const { pathname } = new URL(request.url, 'http://server.test')
  const [, reply, rest] = pathname.match(/^\/(\d+-\d+)(\/.*)$/) ?? []
  if (reply === undefined) return await sendPage(pathname, response)
  const key = rest === '/access_codes/create' ? 'create' : reply
  if (!replies.has(key)) replies.set(key, Buffer.from(replyOf(key)))
  send(response, 'application/json', replies.get(key))
})

const replyOf = (key) => (key === 'create' ? createReply() : listReply(...key.split('-').map(Number)))

async function sendPage(path, response) {
  if (path === '/') return send(response, 'text/html', '<!doctype html><title>bench</title>')
  const script =
    /^\/[\w-]+\.js$/.test(path) && (await readFile(join(siteFolder, path)).catch(() => undefined))
  if (script) return send(response, 'text/javascript', script)
  response.writeHead(404).end()
}

function send(response, type, body) {
  response.writeHead(200, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'seam-request-id': '1b7d3c52-9a64-4d8e-b0c7-9135f0c8a1e3',
  })
  response.end(body)
}

// A client that pauses while others are measured finds its connection as it left it.
server.keepAliveTimeout = 600_000
process.once('disconnect', () => process.exit())
server.listen(0, '127.0.0.1', () => process.send(`http://127.0.0.1:${server.address().port}`))
