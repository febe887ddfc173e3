// A line break in what a server or a caller says shifts nothing: cursors come back as they are, header values stay in their place, names of
// options are the names that were given. And a cursor that is no text is an invalid reply.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { loadPackage } from '../../support/package.mjs'
import { failureOf } from '../../support/stage.mjs'
import { exampleSecret, signedHeaders } from '../../support/webhooks.mjs'

describe('line breaks', { timeout: 60_000 }, () => {
  let seamEdge
  before(async () => {
    seamEdge = await loadPackage()
  })

  const answer = (body, { status = 200, type = 'application/json', headers = {} } = {}) => ({
    status,
    headers: new Headers({ ...headers }),
    text: async () => (typeof body === 'string' ? body : JSON.stringify(body)),
    ...(type.includes('\n') && {
      headers: { get: (name) => (name === 'content-type' ? type : null) },
    }),
  })
  const clientOf = (fetch, options) => new seamEdge.SeamHttp({ apiKey: 'seam_test1_key', fetch, ...options })
  const page = (next_page_cursor) => ({
    devices: [],
    pagination: { has_next_page: next_page_cursor !== null, next_page_cursor, next_page_url: null },
    ok: true,
  })
  /** The bodies that were sent, where the server names these cursors. */
  const walk = async (cursors, options) => {
    const sent = []
    const all = [...cursors, null]
    const seam = clientOf(async (_, { body }) => {
      sent.push(JSON.parse(body))
      return answer(page(all[sent.length - 1]))
    }, options)
    await seam.createPaginator(seam.devices.list()).flattenToArray()
    return sent.map(({ page_cursor }) => page_cursor)
  }

  test('cursors come back as they are', async () => {
    const cursors = ['c\n1', '\n', 'a\\nb', '"q"', 'ä\u2028', 'c\r\n2', '\n1\n2\n3\n4\n5\n6\n7\n8\n9']
    assert.deepEqual(await walk(cursors), [undefined, ...cursors])
  })

  test('a cursor that is no text is an invalid reply', async () => {
    for (const cursor of [5, { a: 1 }, ['c'], true]) {
      const error = await failureOf(() => walk([cursor]))
      assert.ok(seamEdge.isSeamHttpInvalidResponseError(error), `${JSON.stringify(cursor)}: ${error}`)
      assert.match(error.message, /next_page_cursor/)
    }
  })

  test('a status and a content-type with line breaks leave the others in their place', async () => {
    const body = { error: { type: 'invalid_input', message: 'No.' }, ok: false }
    const of = (options) => failureOf(() => clientOf(async () => answer(body, options)).devices.list())
    const type = await of({ status: 400, type: 'application/json\n1\n2' })
    assert.equal(type.constructor, seamEdge.SeamHttpInvalidInputError, String(type))
    const success = answer({ devices: [], ok: true }, { status: '200\n1', type: 'application/json\n1' })
    const status = await failureOf(() => clientOf(async () => success).devices.list())
    assert.ok(seamEdge.isSeamHttpTransportError(status), String(status))
  })

  test('names of options with line breaks are refused as they are', async () => {
    const [rules, status, webhooks] = await Promise.all(['rules', 'status', 'webhooks'].map(loadPackage))
    const body = '{"event_id":"e1","event_type":"access_code.set_on_device"}'
    const receiver = new webhooks.SeamWebhook(exampleSecret)
    for (const call of [
      (options) => rules.checkAccessCode({ device_id: 'd' }, options),
      (options) => status.diagnose({}, options),
      (options) => receiver.verify(body, signedHeaders(body), options),
    ]) {
      for (const name of ['device\nnow', '\nnow', 'now\n']) {
        const error = await failureOf(() => call({ [name]: 1 }))
        assert.equal(error.name, 'SeamHttpInvalidOptionsError', `${JSON.stringify(name)}: ${error}`)
        assert.doesNotMatch(error.message, /\n/)
      }
    }
  })

  test('the code of an error in a wait shifts nothing', async () => {
    const { waitUntilSet } = await loadPackage('status')
    const body = { error: { type: 'not_found\n0\n\n1', message: 'No.' }, ok: false }
    const seam = clientOf(async () => answer(body, { status: 404 }))
    const error = await failureOf(() => waitUntilSet(seam, 'a'))
    assert.ok(seamEdge.isSeamHttpApiError(error), String(error))
    assert.equal(error.statusCode, 404)
  })
})
