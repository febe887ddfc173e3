// Strings of every kind cross to the module and back as they are, whatever their letters take as UTF-8: in parameters, in cursors, in replies.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { loadPackage } from '../../support/package.mjs'

describe('letters', { timeout: 600_000 }, () => {
  let seamEdge
  before(async () => {
    seamEdge = await loadPackage()
  })

  // One, two, three and four bytes a letter, alone, mixed, at the start, in the middle and at the end.
  const letters = ['a', 'é', '中', '🔑', '\u0000', '\u007f', '\u0080', '\u07ff', '\u0800', '\uffff']
  const texts = [
    ...letters,
    ...letters.flatMap((letter) => [`${letter}bcd`, `bc${letter}d`, `bcd${letter}`, letter.repeat(50)]),
    letters.join(''),
    letters.join('').repeat(1000),
  ]

  test('come back as they are', async () => {
    const cursors = [...texts, null]
    const sent = []
    const seam = new seamEdge.SeamHttp({
      apiKey: 'seam_test1_key',
      fetch: async (_, { body }) => {
        sent.push(JSON.parse(body))
        const next_page_cursor = cursors[sent.length - 1]
        const pagination = { has_next_page: next_page_cursor !== null, next_page_cursor, next_page_url: null }
        return Response.json({ devices: [], pagination, ok: true })
      },
    })
    await seam.createPaginator(seam.devices.list({ search: 'Zoë 🔑' })).flattenToArray()
    assert.deepEqual(
      sent.map(({ page_cursor }) => page_cursor),
      [undefined, ...new Set(texts)],
    )
    assert.ok(sent.every(({ search }) => search === 'Zoë 🔑'))
  })

  test('half a letter does not shorten what follows', async () => {
    const error = await new seamEdge.SeamHttp({ apiKey: 'seam_test1_key' }).devices
      .get({ device_id: '\ud800é', device_idd: 'a' })
      .catch((reason) => reason)
    assert.ok(error instanceof seamEdge.SeamValidationError, String(error))
    assert.match(error.message, /`device_idd`/)
  })
})
