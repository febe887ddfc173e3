// What was sent under a secret name is hidden wherever it stood among the parameters: in lists and objects, in the flat names of a query, in
// calls that the package does not describe, and in those that an application sends itself.
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { inspect } from 'node:util'
import { failureOf, openStage, pin } from '../../support/stage.mjs'

const path = '/access_grants/create'

describe('secrets further in', { timeout: 60_000 }, () => {
  let stage

  before(async () => {
    stage = await openStage()
  })
  after(() => stage.close())
  beforeEach(() => stage.reset())

  /** The error of a server that quotes the PIN, after it was shown to hold none. */
  const assertHidden = async (call, quoted = pin, at = path) => {
    const body = {
      error: {
        type: 'invalid_input',
        message: `${quoted} is taken`,
        data: { quoted, number: Number(quoted) },
        validation_errors: { code: { _errors: [`not ${quoted}`] } },
      },
      ok: false,
    }
    stage.proxy.fault(at, { status: 400, body })
    const error = await failureOf(call)
    assert.equal(error.message, '[redacted] is taken')
    const texts = [String(error), error.stack, inspect(error, { depth: null, showHidden: true })]
    texts.push(JSON.stringify(error, Object.getOwnPropertyNames(error)), JSON.stringify(error.data))
    texts.push(JSON.stringify(error.validationErrors))
    for (const text of texts) assert.ok(!text?.includes(quoted), text?.replaceAll(quoted, '<HERE>'))
  }

  const bodies = {
    'in a list of objects': { requested_access_methods: [{ mode: 'code', code: pin }] },
    'in an object': { access_code: { code: pin } },
    'in a list under the secret name': { code: [pin] },
    'as a number in a list': { codes: [{ code: Number(pin) }] },
    'twice under the same name': { codes: [{ code: '5555' }, { code: pin }] },
    'as a code that a guest would like': { reservations: [{ preferred_code: pin }] },
    'in a list at the top': [{ code: pin }],
  }
  for (const [where, body] of Object.entries(bodies)) {
    test(`in a body: ${where}`, () => assertHidden(() => stage.seam.client.post(path, body)))
  }

  test('in a body that is text', () =>
    assertHidden(() => stage.seam.client.post(path, `{"a":{"code":"${pin}"},"a":{"code":"5555"}}`)))

  const queries = {
    'in brackets': `access_code[code]=${pin}`,
    'in brackets, escaped': `access_code%5Bcode%5D=${pin}`,
    'as a list': `code[]=5555&code[]=${pin}`,
    'as items by number': `access_codes[0][code]=${pin}`,
    'behind a dot': `access_code.code=${pin}`,
    'twice, the first': `code=${pin}&code=5555`,
    'twice, the second': `code=5555&code=${pin}`,
  }
  for (const [where, query] of Object.entries(queries)) {
    test(`in a query: ${where}`, () => assertHidden(() => stage.seam.client.get(`${path}?${query}`)))
  }

  test('in parameters of a query', async () => {
    await assertHidden(() => stage.seam.client.get(path, { params: { access_code: { code: pin } } }))
    await assertHidden(() => stage.seam.client.get(path, { params: { code: ['5555', pin] } }))
  })

  test('in a query beside a body that is no JSON', () =>
    assertHidden(() => stage.seam.client.post(`${path}?code=${pin}`, 'not JSON')))

  test('a name that only ends like a secret one hides nothing', async () => {
    stage.proxy.fault(path, { status: 400, body: { error: { type: 'a', message: `not ${pin}` }, ok: false } })
    const error = await failureOf(() => stage.seam.client.post(path, { barcode: pin }))
    assert.equal(error.message, `not ${pin}`)
  })

  test('in what an application sends itself', async () => {
    const { errorInterceptor } = stage.seamEdge
    const response = { status: 400, headers: { 'content-type': 'application/json' } }
    response.data = { error: { type: 'invalid_input', message: `${pin} is taken` }, ok: false }
    for (const config of [
      { data: JSON.stringify({ codes: [{ code: pin }] }) },
      { params: { code: pin } },
      { params: { access_code: { code: pin } } },
      { params: new URLSearchParams({ code: pin }) },
      { url: `/access_codes/get?code=${pin}` },
    ]) {
      const error = await failureOf(() => errorInterceptor({ isAxiosError: true, response, config }))
      assert.equal(error.message, '[redacted] is taken', inspect(config))
    }
  })
})
